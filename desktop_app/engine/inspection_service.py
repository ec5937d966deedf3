"""Looks into the network at work, and adapts it to pictures, in the thread that owns it.

A part of :class:`~desktop_app.engine.service.Restoration`, for the pane "About this AI". Looking makes way
for restoring: what is being looked into is given up when a job starts, and is to be asked for again.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.inspection import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    InspectionQuery,
    QueryKind,
    QueryResult,
)
from desktop_app.domain.jobs import Choices, JobError
from desktop_app.engine.latest_only import LatestOnly
from desktop_app.engine.workers import NetworkWorker


class InspectionService(QObject):
    """Takes wishes to the network thread and tells its answers. Lives in the window's thread.

    Of each kind of look only the latest counts; a look that was given up is not answered. Every ``adapt``
    ends in exactly one of ``adapted``, ``adapting_failed`` and ``adapting_cancelled``.

    Args:
        network: Lives in the network thread.
        parent: Qt's owner.
    """

    inspection_ready = Signal(object)  # Inspection
    features_ready = Signal(object)  # Sight
    regions_ready = Signal(object)  # Regions
    failed = Signal(object, object)  # Look, JobError
    fine_tune_progressed = Signal(object)  # AdaptingProgress
    fine_tuned = Signal(object)  # Adapted
    fine_tune_failed = Signal(object)  # JobError
    fine_tune_cancelled = Signal()

    _query_requested = Signal(object)
    _fine_tune_requested = Signal(object)
    _reset_requested = Signal(object)

    def __init__(self, network: NetworkWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals_by_kind = {
            QueryKind.INSPECTION: self.inspection_ready,
            QueryKind.FEATURES: self.features_ready,
            QueryKind.REGIONS: self.regions_ready,
        }
        self._latest = {
            kind: LatestOnly[InspectionQuery](partial(self._send, kind)) for kind in QueryKind
        }
        self._running: dict[QueryKind, InspectionQuery] = {}
        self._fine_tune_request: FineTuneRequest | None = None
        self._query_requested.connect(network.inspect)
        self._fine_tune_requested.connect(network.fine_tune)
        self._reset_requested.connect(network.reset_network)
        network.query_answered.connect(self._on_query_answered)
        network.fine_tune_progressed.connect(self._on_fine_tune_progressed)
        network.fine_tuned.connect(self._on_fine_tuned)

    def inspect(self, query: InspectionQuery) -> None:
        """Look into the network: ``inspected``, ``seen`` or ``found`` follows, by the look's kind."""
        self._latest[query.kind].submit(query)

    @property
    def is_fine_tuning(self) -> bool:
        """Whether the network is being fine-tuned, or is to be next; what comes now waits for it."""
        return self._fine_tune_request is not None

    def fine_tune(self, request: FineTuneRequest) -> None:
        """Fine-tune the network on pictures, for all jobs that follow with the same model and device."""
        self.cancel_fine_tuning()
        self._fine_tune_request = request
        self._fine_tune_requested.emit(request)

    def cancel_fine_tuning(self) -> None:
        """Stop fine-tuning; the network stays as it was."""
        if self._fine_tune_request is not None:
            self._fine_tune_request.cancel.set()
            self._fine_tune_request = None
            self.fine_tune_cancelled.emit()

    def reset_network(self, choices: Choices) -> None:
        """Go back to the network as it was shipped: ``Restoration.warmed`` follows."""
        self._reset_requested.emit(choices)

    def yield_to_jobs(self) -> None:
        """Give up what is being looked into, because a job wants the network."""
        for kind in QueryKind:
            self._latest[kind].clear()
            if kind in self._running:
                self._running[kind].cancel.set()

    def close(self) -> None:
        """Give everything up, because the window closes."""
        self.yield_to_jobs()
        self.cancel_fine_tuning()

    def _send(self, kind: QueryKind, query: InspectionQuery) -> None:
        self._running[kind] = query
        self._query_requested.emit(query)

    @Slot(object, object)
    def _on_query_answered(
        self, query: InspectionQuery, answer: QueryResult | JobError | None
    ) -> None:
        del self._running[query.kind]
        if isinstance(answer, JobError):
            self.failed.emit(query, answer)
        elif answer is not None and not query.cancel.is_set():
            self._signals_by_kind[query.kind].emit(answer)
        self._latest[query.kind].complete()

    @Slot(object, object)
    def _on_fine_tune_progressed(
        self, request: FineTuneRequest, progress: FineTuneProgress
    ) -> None:
        if request is self._fine_tune_request:
            self.fine_tune_progressed.emit(progress)

    @Slot(object, object)
    def _on_fine_tuned(self, request: FineTuneRequest, answer: FineTuneResult | JobError) -> None:
        if request is not self._fine_tune_request:
            return
        self._fine_tune_request = None
        if isinstance(answer, JobError):
            self.fine_tune_failed.emit(answer)
        else:
            self.fine_tuned.emit(answer)

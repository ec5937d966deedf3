"""Inspect and fine-tune the network, in the thread that owns it.

Part of :class:`~desktop_app.engine.service.RestorationService`, for the pane "About this AI". Restoring comes
first: a job that starts cancels the running queries, which then have to be requested again.
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
    """Sends queries and fine-tuning requests to the network thread; lives in the window's thread.

    Only the latest query of each kind counts, and a cancelled query gets no result. Every call of
    :meth:`fine_tune` ends in exactly one of ``fine_tuned``, ``fine_tune_failed`` and ``fine_tune_cancelled``.

    Args:
        network: Lives in the network thread.
        parent: Qt parent.
    """

    inspection_ready = Signal(object)  # Inspection
    features_ready = Signal(object)  # StageFeatures
    regions_ready = Signal(object)  # Regions
    failed = Signal(object, object)  # InspectionQuery, JobError
    fine_tune_progressed = Signal(object)  # FineTuneProgress
    fine_tuned = Signal(object)  # FineTuneResult
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
        """Send a query; the ``…_ready`` signal of its kind follows, or ``failed``."""
        self._latest[query.kind].submit(query)

    @property
    def is_fine_tuning(self) -> bool:
        """Whether fine-tuning is running or about to start; new jobs wait for it."""
        return self._fine_tune_request is not None

    def fine_tune(self, request: FineTuneRequest) -> None:
        """Fine-tune the network for all later jobs with the same model and device.

        A request that is still running is cancelled.
        """
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
        """Load the network again as it was shipped; ``RestorationService.warmed_up`` follows."""
        self._reset_requested.emit(choices)

    def yield_to_jobs(self) -> None:
        """Cancel all queries, because a job needs the network."""
        for kind in QueryKind:
            self._latest[kind].clear()
            if kind in self._running:
                self._running[kind].cancel.set()

    def close(self) -> None:
        """Cancel everything, because the window closes."""
        self.yield_to_jobs()
        self.cancel_fine_tuning()

    def _send(self, kind: QueryKind, query: InspectionQuery) -> None:
        self._running[kind] = query
        self._query_requested.emit(query)

    @Slot(object, object)
    def _on_query_answered(
        self, query: InspectionQuery, outcome: QueryResult | JobError | None
    ) -> None:
        del self._running[query.kind]
        if isinstance(outcome, JobError):
            self.failed.emit(query, outcome)
        elif outcome is not None and not query.cancel.is_set():
            self._signals_by_kind[query.kind].emit(outcome)
        self._latest[query.kind].complete()

    @Slot(object, object)
    def _on_fine_tune_progressed(
        self, request: FineTuneRequest, progress: FineTuneProgress
    ) -> None:
        if request is self._fine_tune_request:
            self.fine_tune_progressed.emit(progress)

    @Slot(object, object)
    def _on_fine_tuned(self, request: FineTuneRequest, outcome: FineTuneResult | JobError) -> None:
        if request is not self._fine_tune_request:
            return
        self._fine_tune_request = None
        if isinstance(outcome, JobError):
            self.fine_tune_failed.emit(outcome)
        else:
            self.fine_tuned.emit(outcome)

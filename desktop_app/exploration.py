"""Looks into the network at work, and adapts it to pictures, in the thread that owns it.

A part of :class:`~desktop_app.restoration.Restoration`, for the pane "About this AI". Looking makes way for
restoring: what is being looked into is given up when a job starts, and is to be asked for again.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.inside import Adapted, Adapting, AdaptingProgress, Answer, Kind, Look
from desktop_app.jobs import Choices, JobError
from desktop_app.latest import Latest
from desktop_app.workers import NetworkWorker


class Exploration(QObject):
    """Takes wishes to the network thread and tells its answers. Lives in the window's thread.

    Of each kind of look only the latest counts; a look that was given up is not answered. Every ``adapt``
    ends in exactly one of ``adapted``, ``adapting_failed`` and ``adapting_cancelled``.

    Args:
        network: Lives in the network thread.
        parent: Qt's owner.
    """

    inspected = Signal(object)  # Inspection
    seen = Signal(object)  # Sight
    found = Signal(object)  # Regions
    failed = Signal(object, object)  # Look, JobError
    adapting_progressed = Signal(object)  # AdaptingProgress
    adapted = Signal(object)  # Adapted
    adapting_failed = Signal(object)  # JobError
    adapting_cancelled = Signal()

    _look_requested = Signal(object)
    _adapt_requested = Signal(object)
    _forget_requested = Signal(object)

    def __init__(self, network: NetworkWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = {
            Kind.INSPECTION: self.inspected,
            Kind.SIGHT: self.seen,
            Kind.REGIONS: self.found,
        }
        self._latest = {kind: Latest[Look](partial(self._send, kind)) for kind in Kind}
        self._looks: dict[Kind, Look] = {}
        self._adapting: Adapting | None = None
        self._look_requested.connect(network.look)
        self._adapt_requested.connect(network.adapt)
        self._forget_requested.connect(network.forget)
        network.looked.connect(self._on_looked)
        network.adapting_progressed.connect(self._on_adapting_progressed)
        network.adapted.connect(self._on_adapted)

    def look(self, look: Look) -> None:
        """Look into the network: ``inspected``, ``seen`` or ``found`` follows, by the look's kind."""
        self._latest[look.kind].ask(look)

    @property
    def is_adapting(self) -> bool:
        """Whether the network is being fine-tuned, or is to be next; what comes now waits for it."""
        return self._adapting is not None

    def adapt(self, adapting: Adapting) -> None:
        """Fine-tune the network on pictures, for all jobs that follow with the same model and device."""
        self.cancel_adapting()
        self._adapting = adapting
        self._adapt_requested.emit(adapting)

    def cancel_adapting(self) -> None:
        """Stop fine-tuning; the network stays as it was."""
        if self._adapting is not None:
            self._adapting.cancel.set()
            self._adapting = None
            self.adapting_cancelled.emit()

    def forget(self, choices: Choices) -> None:
        """Go back to the network as it was shipped: ``Restoration.warmed`` follows."""
        self._forget_requested.emit(choices)

    def make_way(self) -> None:
        """Give up what is being looked into, because a job wants the network."""
        for kind in Kind:
            self._latest[kind].drop()
            if kind in self._looks:
                self._looks[kind].cancel.set()

    def close(self) -> None:
        """Give everything up, because the window closes."""
        self.make_way()
        self.cancel_adapting()

    def _send(self, kind: Kind, look: Look) -> None:
        self._looks[kind] = look
        self._look_requested.emit(look)

    @Slot(object, object)
    def _on_looked(self, look: Look, answer: Answer | JobError | None) -> None:
        del self._looks[look.kind]
        if isinstance(answer, JobError):
            self.failed.emit(look, answer)
        elif answer is not None and not look.cancel.is_set():
            self._told[look.kind].emit(answer)
        self._latest[look.kind].go_on()

    @Slot(object, object)
    def _on_adapting_progressed(self, adapting: Adapting, progress: AdaptingProgress) -> None:
        if adapting is self._adapting:
            self.adapting_progressed.emit(progress)

    @Slot(object, object)
    def _on_adapted(self, adapting: Adapting, answer: Adapted | JobError) -> None:
        if adapting is not self._adapting:
            return
        self._adapting = None
        if isinstance(answer, JobError):
            self.adapting_failed.emit(answer)
        else:
            self.adapted.emit(answer)

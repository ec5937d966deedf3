"""Adjusts and judges results in a thread of its own, while others are restored.

The window talks to :class:`Reviewer` only, an object of its own thread.
"""

import threading
from collections import defaultdict

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.imaging.picture import Picture
from desktop_app.jobs import JobError
from desktop_app.latest import Latest
from desktop_app.results.adjustments import Adjusting
from desktop_app.results.findings import Checking, Findings
from desktop_app.workers import ReviewWorker, WorkerThread


class Reviewer(QObject):
    """Takes requests to the review thread and tells its answers. Lives in the window's thread.

    Of each picture only the latest adjustment counts, and of all judgements only the latest.

    Args:
        parent: Qt's owner.
    """

    adjusted = Signal(object, object)  # Adjusting, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # Adjusting, JobError
    checked = Signal(object, object)  # Checking, Findings; None where it could not be judged

    _adjust_requested = Signal(object)
    _check_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing = threading.Event()
        self._adjustings = defaultdict[int, Latest[Adjusting]](  # by entry
            lambda: Latest(self._adjust_requested.emit)
        )
        self._checkings = Latest(self._check_requested.emit)
        self._worker = ReviewWorker(self._closing)
        self._thread = WorkerThread("review", self._worker, self)
        self._adjust_requested.connect(self._worker.adjust)
        self._check_requested.connect(self._worker.check)
        self._worker.adjusted.connect(self._on_adjusted)
        self._worker.adjust_failed.connect(self._on_adjust_failed)
        self._worker.checked.connect(self._on_checked)

    def adjust(self, adjusting: Adjusting) -> None:
        """Adjust a result: ``adjusted`` or ``adjust_failed`` follows, unless a later request replaces it."""
        self._adjustings[adjusting.job.entry].ask(adjusting)

    def check(self, checking: Checking) -> None:
        """Judge a result: ``checked`` follows, unless a later request takes its place."""
        self._checkings.ask(checking)

    def stop(self) -> None:
        """Give everything up, and have the thread end."""
        self._closing.set()
        self._thread.finish()

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self.stop()
        self._thread.wait()

    @Slot(object, object)
    def _on_adjusted(self, adjusting: Adjusting, made: tuple[Picture, Pyramid]) -> None:
        self.adjusted.emit(adjusting, made)
        self._adjustings[adjusting.job.entry].go_on()

    @Slot(object, object)
    def _on_adjust_failed(self, adjusting: Adjusting, error: JobError) -> None:
        self.adjust_failed.emit(adjusting, error)
        self._adjustings[adjusting.job.entry].go_on()

    @Slot(object, object)
    def _on_checked(self, checking: Checking, findings: Findings | None) -> None:
        self.checked.emit(checking, findings)
        self._checkings.go_on()

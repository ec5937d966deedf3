"""The object that lives in the third thread: it adjusts and judges results, while others are restored."""

import logging
import threading

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.results.adjustments import Adjusting
from desktop_app.results.findings import Checking, Findings, look_at
from desktop_app.shown import view_of
from desktop_app.telling import told_to

_log = logging.getLogger(__name__)


class _ClosingError(Exception):
    """The program ends."""


class AfterthoughtWorker(QObject):
    """Changes and judges what was restored; a judgement that fails is logged and answered with None.

    Args:
        closing: Set when the program ends.
    """

    adjusted = Signal(object, object)  # Adjusting, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # Adjusting, JobError
    checked = Signal(object, object)  # Checking, Findings or None

    def __init__(self, closing: threading.Event) -> None:
        super().__init__()
        self._closing = closing

    @Slot(object)
    def adjust(self, adjusting: Adjusting) -> None:
        """Make an adjusted picture and its pyramid."""
        if self._closing.is_set():
            return
        with told_to(lambda error: self.adjust_failed.emit(adjusting, error)):
            picture = adjusting.adjustments.apply(adjusting.enlarged, adjusting.restored)
            self.adjusted.emit(adjusting, (picture, view_of(picture)))

    @Slot(object)
    def check(self, checking: Checking) -> None:
        """Judge a result."""
        findings: Findings | None = None
        try:
            findings = look_at(checking, self._on_progress)
        except _ClosingError:
            return
        except Exception:  # noqa: BLE001 (nobody above a worker thread could tell it)
            _log.exception("Not judged.")
        self.checked.emit(checking, findings)

    @Slot()
    def finish(self) -> None:
        """End this thread after all that was asked for before."""
        self.thread().quit()

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._closing.is_set():
            raise _ClosingError

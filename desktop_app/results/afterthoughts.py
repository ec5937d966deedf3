"""The object that lives in the last thread: it adjusts and judges results, while others are restored."""

import logging

from PySide6.QtCore import Signal, Slot

from desktop_app.results.adjustments import Adjusting
from desktop_app.results.findings import Checking, Findings, look_at
from desktop_app.shown import view_of
from desktop_app.telling import told_to
from desktop_app.worker import Worker

_log = logging.getLogger(__name__)


class _ClosingError(Exception):
    """The program ends."""


class AfterthoughtWorker(Worker):
    """Changes and judges what was restored; a judgement that fails is logged and answered with None."""

    adjusted = Signal(object, object)  # Adjusting, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # Adjusting, JobError
    checked = Signal(object, object)  # Checking, Findings or None

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

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._closing.is_set():
            raise _ClosingError

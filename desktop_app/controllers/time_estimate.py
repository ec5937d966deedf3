"""Shows next to the choice how long self-ensemble takes for the current picture."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from desktop_app.panels.restore_panel import RestorePanel
from desktop_app.queue.session import Session
from desktop_app.queue.time_left import TimeEstimator


class TimeEstimate(QObject):
    """Keeps the time next to the choice up to date.

    Args:
        session: Provides the current picture.
        estimator: Estimates the time.
        panel: Shows it.
        parent: Qt parent.
    """

    def __init__(
        self, session: Session, estimator: TimeEstimator, panel: RestorePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._estimator = estimator
        self._panel = panel
        for signal in (
            session.current_changed,
            session.changed,
            session.progressed,
            session.succeeded,
        ):
            signal.connect(self._show)

    @Slot()
    def _show(self) -> None:
        entry = self._session.current
        choices = replace(self._session.choices, self_ensemble=True)
        seconds = self._estimator.seconds_for(entry, choices) if entry is not None else None
        self._panel.show_steady_time(seconds)

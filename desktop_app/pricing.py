"""What the steady mode would cost, by the pace of the last picture: told before it is chosen."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from desktop_app.panels.restore_choices import RestoreChoices
from desktop_app.queue.entry import Entry
from desktop_app.queue.session import Session


class Pricing(QObject):
    """Remembers the pace of each model on each device.

    Args:
        session: Says how long pictures took, and which one is looked at.
        panel: Shows the price.
        parent: Qt's owner.
    """

    def __init__(self, session: Session, panel: RestoreChoices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panel = panel
        self._paces: dict[tuple[str, str], float] = {}  # seconds a pixel, by model and device
        session.succeeded.connect(self._on_succeeded)
        for signal in (session.shown, session.changed, panel.changed):
            signal.connect(self._show)

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        choices = entry.job.choices
        pixels = entry.network_pixels(choices)
        if entry.result is not None and pixels:
            self._paces[choices.model, choices.device] = entry.result.seconds / pixels
        self._show()

    @Slot()
    def _show(self) -> None:
        entry, choices = self._session.current, self._panel.choices
        pace = self._paces.get((choices.model, choices.device))
        if entry is None or entry.size is None or pace is None:
            self._panel.show_price(None)
        else:
            pixels = entry.network_pixels(replace(choices, is_steady=True))
            self._panel.show_price(pace * pixels)

"""“About this AI”, opened as a user opens it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.about.inside_page import View
from desktop_app.about.pane import Tab
from desktop_app.inside import Inspection
from desktop_app.main_window import MainWindow


def look_at(window: MainWindow, tab: Tab, view: View = View.COARSE_TO_FINE) -> None:
    window.rooms.about.tabs.setCurrentIndex(tab)
    window.rooms.about.inside.show_view(view)
    if not window.rooms.about.isVisible():
        window.deeds.about.trigger()


def inspected(qtbot: QtBot, window: MainWindow) -> Inspection:
    """Wait until the network was taken apart."""
    qtbot.waitUntil(lambda: window.explainer.insight.inspection is not None)
    inspection = window.explainer.insight.inspection
    assert inspection is not None
    return inspection

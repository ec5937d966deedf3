"""Functions that use the pane “About this AI” as a user would."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.about.inspection_page import InspectionView
from desktop_app.about.pane import Tab
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.inspection import Inspection


def select(window: MainWindow, tab: Tab, view: InspectionView = InspectionView.SCALES) -> None:
    window.workspace.about_pane.tabs.setCurrentIndex(tab)
    window.workspace.about_pane.inspection_page.show_view(view)
    if not window.workspace.about_pane.isVisible():
        window.app_actions.about.trigger()


def inspected(qtbot: QtBot, window: MainWindow) -> Inspection:
    """Wait for the network's inspection and return it."""
    qtbot.waitUntil(lambda: window.about_controller.state.inspection is not None)
    inspection = window.about_controller.state.inspection
    assert inspection is not None
    return inspection

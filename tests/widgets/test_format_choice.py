"""The choice of format and quality, in the tab order of its host."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.panels.export_panel import ExportPanel
from tests.pictures import logo


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tab_goes_down_the_panel(qtbot: QtBot) -> None:
    panel = ExportPanel(ExportOptions(ExportFormat.WEBP, lossless=False))
    qtbot.addWidget(panel)
    panel.show_picture(Picture(logo(), dpi=(288, 288)), "Adobe RGB")
    panel.show()
    stops: list[QWidget] = []
    control = panel.nextInFocusChain()
    while control is not None and control is not panel:
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            stops.append(control)
        control = control.nextInFocusChain()
    heights = [control.mapTo(panel, QPoint()).y() for control in stops]
    assert len(stops) == 6
    assert heights == sorted(heights)

"""The mouse wheel scrolls the page and does not change the control under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.about.inspection_page import InspectionView
from desktop_app.about.pane import Tab
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.panels.inspector import Inspector
from tests.window_driver import wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOTCH = 120


def turn(window: MainWindow, control: QWidget, angle: int) -> None:
    """Turn the wheel over a control, as the system reports it."""
    place = QPointF(control.mapTo(window, control.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, angle))


def controls_of(page: QWidget) -> list[QComboBox | QSlider | QSpinBox]:
    found: list[QComboBox | QSlider | QSpinBox] = [
        *page.findChildren(QComboBox),
        *page.findChildren(QSlider),
        *page.findChildren(QSpinBox),
    ]
    return [control for control in found if control.isVisible() and control.isEnabled()]


def value_of(control: QComboBox | QSlider | QSpinBox) -> int:
    return control.currentIndex() if isinstance(control, QComboBox) else control.value()


def check(qtbot: QtBot, window: MainWindow, scroll: QScrollArea) -> int:
    """Turn the wheel over each control of a page; return the number of controls."""
    bar, column = scroll.verticalScrollBar(), scroll.widget()
    assert column is not None
    column.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    controls = controls_of(scroll)
    for control in controls:
        for angle in (NOTCH, -NOTCH):
            scroll.ensureWidgetVisible(control)
            before, value = bar.value(), value_of(control)
            turn(window, control, angle)
            assert value_of(control) == value, control.accessibleName()
            assert not control.hasFocus()
            has_room = before > 0 if angle > 0 else before < bar.maximum()
            assert (bar.value() != before) == has_room, control.accessibleName()
    return len(controls)


def scroll_of(inspector: QWidget) -> QScrollArea:
    scroll = inspector.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    return scroll


def test_the_wheel_over_the_inspector_scrolls_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    job = entry.job
    scroll = scroll_of(window.workspace.inspector)
    assert check(qtbot, window, scroll) == 4  # model, device, strength, format
    assert entry.job is job  # it was not restored again
    strength = next(control for control in controls_of(scroll) if isinstance(control, QSlider))
    scroll.ensureWidgetVisible(strength)
    strength.setFocus()
    turn(window, strength, -NOTCH)
    assert strength.value() < 100


def test_the_wheel_over_the_settings_of_an_svg_scrolls(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export_svg.trigger()
    side = next(side for side in window.findChildren(Inspector) if side.isVisible())
    assert check(qtbot, window, scroll_of(side)) == 3  # colours, detail, corners


def test_the_wheel_over_the_looks_into_the_network_scrolls(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.app_actions.about.trigger()
    about = window.workspace.about_pane
    about.tabs.setCurrentIndex(Tab.INSPECTION)
    for view, page in (
        (InspectionView.SCALES, about.inspection_page.scales_view),
        (InspectionView.FEATURES, about.inspection_page.features_view),
    ):
        about.inspection_page.show_view(view)
        assert check(qtbot, window, page) == 1

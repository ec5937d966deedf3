"""Exporting as SVG: traced by the real tracer, previewed on the canvas, saved."""

from __future__ import annotations

import json
import multiprocessing
import threading
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.imaging.tracing import Layering, TraceMode, TraceResult, TraceSettings, trace
from desktop_app.paths import SAMPLES
from desktop_app.settings import Settings
from desktop_app.viewer.compare_modes import CompareMode
from tests.waiting import process_pending_events
from tests.window_driver import banner_text, grab, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(window: MainWindow) -> str:
    """Return the visible texts of the panel."""
    labels = window.workspace.svg_panel.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible() and label.text())


def button(window: MainWindow, text: str) -> QPushButton:
    buttons = window.workspace.svg_panel.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == text)


def primary(window: MainWindow) -> list[str]:
    """Return the visible primary buttons."""
    buttons = window.findChildren(QAbstractButton)
    return [
        button.text()
        for button in buttons
        if button.property("role") == "primary" and button.isVisible()
    ]


def open_panel(qtbot: QtBot, window: MainWindow, sample: str = "juniper.jpg") -> None:
    window.open_files([SAMPLES / sample])
    wait_for(qtbot, window, EntryState.DONE)
    QTest.keySequence(window, "Ctrl+Alt+S")
    wait_for_trace(qtbot, window)


def wait_for_trace(qtbot: QtBot, window: MainWindow) -> None:
    export = button(window, "Export SVG…")
    qtbot.waitUntil(export.isEnabled)


def expected(window: MainWindow, settings: TraceSettings | None = None) -> TraceResult:
    entry = window.session.current
    assert entry is not None
    assert entry.result is not None
    return trace(entry.result.picture, settings, Path(entry.source.name).stem)


def test_numbers_outline_and_file_are_those_of_the_trace(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    ask_save: list[str],
    settings: Settings,
) -> None:
    settings.save_folder = tmp_path
    settings.writes_receipts = True
    window.open_files([SAMPLES / "juniper.jpg"])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.canvas.view.mode = CompareMode.HOLD
    before, width = grab(window.workspace.canvas.view), window.workspace.canvas.width()
    window.app_actions.export_svg.trigger()
    wait_for_trace(qtbot, window)
    assert window.workspace.canvas.width() == width
    traced = expected(window)
    assert f"Shapes | {traced.paths} | Colours | {len(traced.colours)}" in words(window)
    assert f"by {traced.distance:.1f} of 255 (RMS)" in words(window)
    assert "33.9 × 15.5 mm" in words(window)
    after = grab(window.workspace.canvas.view)
    outlined = (before != after).any(axis=2)
    assert 0.005 < outlined.mean() < 0.2
    QTest.mouseClick(button(window, "Export SVG…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banner_text(window) == "Saved juniper-2x.svg")
    assert ask_save == [str(tmp_path / "juniper-2x.svg")]
    assert (tmp_path / "juniper-2x.svg").read_text(encoding="utf-8") == traced.svg
    receipt = json.loads((tmp_path / "juniper-2x.receipt.json").read_text(encoding="utf-8"))
    assert receipt["settings"]["format"] == "svg"
    assert receipt["output"]["bytes"] == len(traced.svg.encode())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.workspace.inspector.isVisible()
    process_pending_events()
    np.testing.assert_array_equal(grab(window.workspace.canvas.view), before)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("is_pressed", [True, False])
def test_esc_brings_the_keyboard_back_to_where_it_came_from(
    qtbot: QtBot, window: MainWindow, picture: Path, is_pressed: bool
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    press = next(
        button
        for button in window.workspace.inspector.findChildren(QToolButton)
        if button.text() == "Export as SVG…"
    )
    start = press if is_pressed else window.workspace.canvas.view
    start.setFocus()
    if is_pressed:
        QTest.keyClick(press, Qt.Key.Key_Space)
    else:
        QTest.keySequence(window, "Ctrl+Alt+S")
        assert start.hasFocus()
        QTest.keySequence(window, "F6")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.workspace.svg_panel.isAncestorOf(focused)
    assert primary(window) == ["Export SVG…"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.workspace.svg_panel.isVisible()
    assert primary(window) == ["Export…"]
    assert start.hasFocus()


def test_other_settings_are_traced_and_remembered(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    open_panel(qtbot, window)
    QTest.mouseClick(button(window, "Straight"), Qt.MouseButton.LeftButton)
    assert not button(window, "Export SVG…").isEnabled()
    QTest.mouseClick(button(window, "Cut out"), Qt.MouseButton.LeftButton)
    colours = window.workspace.svg_panel.findChild(QSpinBox)
    assert isinstance(colours, QSpinBox)
    assert colours.text() == "Automatic"
    fields = window.workspace.svg_panel.findChildren(QLineEdit)
    (width,) = (field for field in fields if field.accessibleName() == "Print width")
    assert width.placeholderText() == "mm"
    colours.selectAll()
    QTest.keyClicks(colours, "2\r")
    assert colours.text() == "2 at most"
    wait_for_trace(qtbot, window)
    chosen = TraceSettings(2, mode=TraceMode.POLYGON, layering=Layering.CUTOUT)
    assert settings.trace_settings == chosen
    assert f"Shapes | {expected(window, chosen).paths} |" in words(window)
    colours.stepDown()
    assert settings.trace_settings.colours is None


def test_the_print_width_is_in_the_file_and_in_all_formats(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ask_save: list[str], settings: Settings
) -> None:
    settings.save_folder = tmp_path
    open_panel(qtbot, window)
    fields = window.workspace.svg_panel.findChildren(QLineEdit)
    (field,) = (field for field in fields if field.accessibleName() == "Print width")
    for typed, shown in (("42mm", "42 mm"), ("nonsense", "42 mm"), ("1e9", "42 mm")):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == shown
    wait_for_trace(qtbot, window)
    assert window.session.entries[0].print_width == 42
    fields = window.workspace.export_panel.findChildren(QLineEdit)
    assert [field.text() for field in fields] == ["42 mm"]
    QTest.mouseClick(button(window, "Export SVG…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banner_text(window) == "Saved juniper-2x.svg")
    root = ElementTree.parse(tmp_path / "juniper-2x.svg").getroot()
    assert root.attrib["width"] == "42mm"


def test_it_follows_the_picture_that_is_looked_at(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    open_panel(qtbot, window)
    first = expected(window)
    window.open_files([picture])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[-1])
    wait_for(qtbot, window, EntryState.DONE)
    wait_for_trace(qtbot, window)
    qtbot.waitUntil(lambda: f"Shapes | {expected(window).paths} |" in words(window))
    assert expected(window).paths != first.paths
    for entry in window.session.entries:
        window.session.remove(entry)
    assert "Only a restored picture can be traced." in words(window)
    assert multiprocessing.active_children() == []


def test_it_says_that_gradients_become_areas(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_panel(qtbot, window)
    assert "areas of similar colour" not in words(window)
    ramp = np.repeat(np.linspace(20, 235, 96).astype(np.uint8)[None], 48, axis=0)
    Image.fromarray(np.stack([ramp, ramp, 255 - ramp], axis=2)).save(tmp_path / "ramp.png")
    window.open_files([tmp_path / "ramp.png"])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[-1])
    wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: "areas of similar colour" in words(window))
    assert not expected(window).is_flat


def test_a_tracer_that_dies_can_be_asked_again(qtbot: QtBot, window: MainWindow) -> None:
    open_panel(qtbot, window)
    button(window, "Cut out").click()
    (process,) = multiprocessing.active_children()
    qtbot.waitUntil(lambda: any(t.name == "tracer" for t in threading.enumerate()))
    process.kill()
    again = button(window, "Try again")
    qtbot.waitUntil(again.isVisible)
    assert "stopped unexpectedly" in words(window)
    assert not button(window, "Export SVG…").isEnabled()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    wait_for_trace(qtbot, window)
    assert not again.isVisible()


def test_closing_the_window_ends_the_tracer(qtbot: QtBot, window: MainWindow) -> None:
    open_panel(qtbot, window)
    button(window, "Straight").click()
    qtbot.waitUntil(lambda: any(t.name == "tracer" for t in threading.enumerate()))
    window.close()
    assert multiprocessing.active_children() == []
    assert not any(t.name == "tracer" for t in threading.enumerate())

"""Each picture has its own width on paper; the status bar shows what the file will state."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.controllers.export_all import ExportAllController
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.imaging.naming import PlannedAction, PlannedName
from desktop_app.imaging.writing import ExportOptions
from desktop_app.settings import Settings
from tests.pictures import save_logo
from tests.window_driver import banner_text, wait_for, wait_for_banner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def field(window: MainWindow) -> QLineEdit:
    width = window.workspace.export_panel.findChild(QLineEdit)
    assert isinstance(width, QLineEdit)
    return width


def box(window: MainWindow) -> QCheckBox:
    boxes = window.workspace.export_panel.findChildren(QCheckBox)
    return next(box for box in boxes if "print size" in box.text())


def type_width(window: MainWindow, text: str) -> None:
    field(window).selectAll()
    QTest.keyClicks(field(window), text)
    QTest.keyClick(field(window), Qt.Key.Key_Return)


def print_size_text(window: MainWindow) -> str:
    """Return the print size in the status bar."""
    labels = window.workspace.status_bar.findChildren(QLabel)
    return next((label.text() for label in labels if "dpi" in label.text()), "")


def open_picture(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    window.open_files([path])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[-1])
    return wait_for(qtbot, window, EntryState.DONE)


def exported_dpi(qtbot: QtBot, window: MainWindow, asked: list[str]) -> float | None:
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, f"Saved {Path(asked[-1]).name}")
    with Image.open(asked[-1]) as image:
        return float(image.info["dpi"][0]) if "dpi" in image.info else None


def test_a_width_typed_for_one_picture_is_not_that_of_the_next(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ask_save: list[str]
) -> None:
    first = open_picture(qtbot, window, save_logo(tmp_path / "first.png", 100, 200))
    type_width(window, "42")
    assert (field(window).text(), print_size_text(window)) == ("42 mm", "42 mm at 242 dpi")
    assert exported_dpi(qtbot, window, ask_save) == pytest.approx(400 / 42 * 25.4, abs=0.02)

    open_picture(qtbot, window, save_logo(tmp_path / "second.png", 100, 200, dpi=300))
    assert (field(window).text(), print_size_text(window)) == ("", "17 mm at 600 dpi")
    assert field(window).placeholderText() == "16.9 mm"
    assert exported_dpi(qtbot, window, ask_save) == pytest.approx(600, abs=0.02)

    window.session.select(first)
    assert (field(window).text(), print_size_text(window)) == ("42 mm", "42 mm at 242 dpi")
    window.session.set_choices(Choices(scale=1))
    qtbot.waitUntil(
        lambda: print_size_text(window) == "42 mm at 121 dpi"
    )  # the same width with fewer pixels
    wait_for(qtbot, window, EntryState.DONE)
    assert exported_dpi(qtbot, window, ask_save) == pytest.approx(200 / 42 * 25.4, abs=0.02)
    window.app_actions.copy.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("Copied"))
    png = QGuiApplication.clipboard().mimeData().data("image/png").data()
    with Image.open(io.BytesIO(png)) as image:
        assert image.info["dpi"][0] == pytest.approx(200 / 42 * 25.4, abs=0.02)


def test_the_status_line_marks_what_is_not_in_the_file(
    qtbot: QtBot, window: MainWindow, picture: Path, tmp_path: Path, ask_save: list[str]
) -> None:
    open_picture(qtbot, window, picture)
    assert print_size_text(window) == "32 mm at 288 dpi"
    box(window).click()
    assert print_size_text(window) == "would be 30 mm at 300 dpi"
    assert exported_dpi(qtbot, window, ask_save) is None
    type_width(window, "42 mm")
    assert print_size_text(window) == "42 mm at 218 dpi"
    assert box(window).text() == "Write print size: 42 mm at 218 dpi"
    assert not box(window).isEnabled()
    assert exported_dpi(qtbot, window, ask_save) == pytest.approx(360 / 42 * 25.4, abs=0.02)
    type_width(window, " ")
    assert (
        print_size_text(window) == "would be 30 mm at 300 dpi"
    )  # the options of other pictures are unchanged
    assert not box(window).isChecked()
    open_picture(qtbot, window, save_logo(tmp_path / "plain.png"))
    assert print_size_text(window) == "would be 14 mm at 300 dpi"  # 160 pixels
    assert exported_dpi(qtbot, window, ask_save) is None


def test_all_are_exported_as_wide_as_each_is_to_be(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    open_picture(qtbot, window, save_logo(tmp_path / "a.png", 100, 180))
    type_width(window, "42")
    open_picture(qtbot, window, save_logo(tmp_path / "b.png", 100, 180, dpi=144))
    open_picture(qtbot, window, save_logo(tmp_path / "c.png", 100, 180))
    entries = window.session.entries
    names = [
        PlannedName(tmp_path / f"{n}-2x.png", PlannedAction.CREATE, is_numbered=False)
        for n in "abc"
    ]
    export_controller = window.findChild(ExportAllController)
    assert isinstance(export_controller, ExportAllController)
    export_controller.write(entries, names, window.workspace.export_panel.options)
    wait_for_banner(qtbot, window, "Saved 3 pictures")
    found = []
    for name in names:
        with Image.open(name.path) as image:
            found.append(image.info.get("dpi", (None,))[0])
    assert found == [pytest.approx(217.7, abs=0.1), pytest.approx(288, abs=0.1), None]
    assert settings.export_options == ExportOptions()


def test_news_of_another_picture_does_not_take_away_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first = open_picture(qtbot, window, save_logo(tmp_path / "first.png"))
    second = open_picture(qtbot, window, save_logo(tmp_path / "second.png"))
    QTest.keyClicks(field(window), "4")
    window.session.set_print_width(first, 20)
    QTest.keyClicks(field(window), "2")
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert (first.print_width, second.print_width) == (20, 42)

"""Exporting a result to a file or to the clipboard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.notice import Tone
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.settings import Settings
from tests.pictures import save_logo
from tests.window_driver import banner_button, banner_text, dialog_answer, wait_for, wait_for_banner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_export_proposes_a_free_name_and_writes(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    picture: Path,
    ask_save: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    QTest.keySequence(window, "Ctrl+S")
    target = picture.with_name("logo-2x.png")
    qtbot.waitUntil(lambda: banner_text(window) == "Saved logo-2x.png")
    assert ask_save == [str(target)]
    assert entry.result is not None
    with Image.open(target) as image:
        np.testing.assert_array_equal(np.asarray(image), entry.result.picture.rgb)
        assert image.info["dpi"][0] == pytest.approx(288, rel=0.01)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert banner_button(window).text() == "Show in folder"
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    assert opened == [str(picture.parent)]
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: banner_text(window) == "Saved logo-2x (2).png")
    assert settings.save_folder == picture.parent


def test_the_end_of_the_name_decides_and_is_added_if_missing(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.export_panel.set_options(ExportOptions(ExportFormat.TIFF))
    for given, written, kind, told in (
        ("a.webp", "a.webp", "WEBP", ""),
        ("b.c", "b.c.tif", "TIFF", ""),
        ("x.bmp", "x.bmp.tif", "TIFF", ": BMP cannot be written here."),
    ):
        chosen = str(picture.with_name(given))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(chosen))
        window.app_actions.export.trigger()
        wait_for_banner(qtbot, window, f"Saved {written}{told}")
        with Image.open(picture.with_name(written)) as image:
            assert image.format == kind
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(""))
    window.workspace.banner.dismiss()
    window.app_actions.export.trigger()
    assert banner_text(window) == ""


@pytest.mark.parametrize(
    ("has_alpha", "name", "words"),
    [
        (True, "b.jpg", "Saved b.jpg. JPEG has no transparency: it became white."),
        (True, "b.webp", "Saved b.webp"),
        (False, "b.jpg", "Saved b.jpg"),
    ],
)
def test_transparency_that_the_chosen_name_costs_is_told(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    has_alpha: bool,
    name: str,
    words: str,
) -> None:
    window.open_files([save_logo(tmp_path / "logo.png", has_alpha=has_alpha)])
    wait_for(qtbot, window, EntryState.DONE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(str(tmp_path / name)))
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, words)


def test_a_name_that_ends_in_svg_leads_to_tracing_and_writes_nothing(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", dialog_answer(str(picture.with_name("a.SVG")))
    )
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, "Nothing was saved: an SVG is traced first.")
    assert [path.name for path in picture.parent.glob("a.*")] == []
    assert banner_button(window).text() == "Export as SVG…"
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    assert window.workspace.svg_panel.isVisible()


def test_a_file_that_cannot_be_written_is_told_and_another_place_offered(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    before = picture.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(str(picture)))
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: bool(banner_text(window)))
    notice = window.workspace.banner.notice
    assert notice is not None
    assert notice.tone is Tone.BAD
    assert picture.read_bytes() == before
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", dialog_answer(str(picture.with_name("b.png")))
    )
    assert banner_button(window).text() == "Save elsewhere…"
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    wait_for_banner(qtbot, window, "Saved b.png")


def test_copy_puts_image_and_png_with_alpha_on_the_clipboard(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "logo.png", has_alpha=True)])
    entry = wait_for(qtbot, window, EntryState.DONE)
    QTest.keySequence(window, "Ctrl+C")
    qtbot.waitUntil(lambda: banner_text(window).startswith("Copied"))
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat("image/png")
    assert entry.result is not None
    image = QImage.fromData(mime.data("image/png"))
    assert image.hasAlphaChannel()
    assert image.width() == entry.result.picture.width


def test_the_export_choices_are_remembered(window: MainWindow, settings: Settings) -> None:
    options = ExportOptions(ExportFormat.JPEG, 80)
    window.workspace.export_panel.changed.emit(options)
    assert settings.export_options == options

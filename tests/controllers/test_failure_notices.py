"""Failures are reported in one sentence, with a button for what may help."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.engine.service import RestorationService
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from models.progress import TileSource
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.window_driver import banner_button, banner_text, texts, wait_for, wait_for_banner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_an_unreadable_file_is_told_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, picture: Path, tmp_path: Path
) -> None:
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    window.open_files([tmp_path / "gone.png"])
    qtbot.waitUntil(lambda: "gone.png" in banner_text(window))
    assert window.session.current is entry
    assert window.session.entries == (entry,)
    assert banner_button(window).text() == "Open another…"


def test_all_that_is_refused_at_once_is_told_in_one_notice(
    qtbot: QtBot, window: MainWindow, picture: Path, others: list[Path], tmp_path: Path
) -> None:
    refused = [tmp_path / name for name in ("a.pdf", "b.txt", "c.doc", "d.md", "e.csv")]
    for path in refused:
        path.write_text("no picture")
    (tmp_path / "empty").mkdir()
    window.open_files([*refused[:2], picture, *refused[2:4]])
    wait_for_banner(qtbot, window, "4 items cannot be opened: a.pdf, b.txt, c.doc, and d.md.")
    wait_for(qtbot, window, EntryState.DONE)
    # The picture in the same drop does not change the notice.
    assert banner_text(window).startswith("4 items")
    reasons = window.workspace.banner.toolTip().splitlines()
    assert len(reasons) == 4
    assert all(path.name in reason for path, reason in zip(refused, reasons, strict=False))
    window.open_files([others[0]])
    qtbot.waitUntil(lambda: len(window.session.entries) == 2 and banner_text(window) == "")
    window.open_files([tmp_path / "empty", *refused])
    words = "6 items cannot be opened: empty, a.pdf, b.txt, and 3 more."
    wait_for_banner(qtbot, window, words)
    window.open_files(refused[:1])
    qtbot.waitUntil(lambda: "6 items" not in banner_text(window))
    assert "a.pdf" in banner_text(window)  # a single failure keeps its own sentence
    assert window.workspace.banner.toolTip() == ""


def test_no_memory_offers_the_cpu(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, loader: FakeLoader, picture: Path
) -> None:
    fake.error = JobError("There is not enough memory on NVIDIA Test.", Remedy.USE_CPU)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.FAILED)
    assert banner_text(window) == "There is not enough memory on NVIDIA Test."
    assert banner_button(window).text() == "Try on the CPU"
    fake.error = None
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, EntryState.DONE)
    assert loader.loaded[-1][1] == "cpu"
    assert window.workspace.restore_panel.choices.device == "cpu"


def test_a_picture_that_would_become_too_large_offers_a_smaller_scale(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.imaging.restore.MAX_OUTPUT_PIXELS", 100 * 180 * 4)
    window.workspace.restore_panel.changed.emit(replace(window.session.choices, scale=4))
    window.open_files([picture])
    qtbot.waitUntil(lambda: "megapixels" in banner_text(window))
    assert banner_button(window).text() == "Use 2×"
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    assert entry.result.picture.width == 360
    assert window.workspace.restore_panel.choices.scale == 2


def test_no_model_is_told_before_anything_is_opened_and_can_be_retried(
    qtbot: QtBot, loader: FakeLoader, theme: Theme, settings: Settings
) -> None:
    loader.error = JobError("The model file is missing.", Remedy.RETRY)
    window = MainWindow(RestorationService(loader, fake_devices), settings, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: banner_text(window) == "The model file is missing.")
    loader.error = None
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(loader.loaded) == 2)
    assert banner_text(window) == ""
    window.close()


def test_a_failure_is_told_again_when_its_picture_is_looked_at(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path, others: list[Path]
) -> None:
    fake.error = JobError("It went wrong.", Remedy.RETRY)
    window.open_files([picture])
    failed = wait_for(qtbot, window, EntryState.FAILED)
    fake.error = None
    window.open_files([others[0]])
    qtbot.waitUntil(lambda: window.session.current is not failed)
    wait_for(qtbot, window, EntryState.DONE)
    assert banner_text(window) == ""
    window.session.select(failed)
    assert banner_text(window) == "It went wrong."


def test_tiles_that_fell_back_are_told(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.sources = {2: TileSource.ENLARGED, 3: TileSource.NETWORK_FP32, 5: TileSource.ENLARGED}
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    note = " ".join(texts(window.workspace.status_bar))
    assert "2 of 24 tiles left as enlarged" in note
    assert "1 of 24 tiles computed again in full precision" in note

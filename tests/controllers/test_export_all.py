"""Many pictures: folders, exporting all results at once, recovering an earlier queue."""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.dialogs.export_all_dialog import ExportAllDialog
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import EntryState, RecoveredEntry
from desktop_app.domain.jobs import Choices, Source
from desktop_app.imaging.naming import Collision, NameFields
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.logs import data_folder
from desktop_app.queue.recovery import RecoveredQueue, Recovery
from desktop_app.settings import Settings
from tests.fakes import FakeRestorer
from tests.pictures import save_logo
from tests.window_driver import (
    banner_button,
    banner_text,
    drop,
    file_mime,
    wait_for,
    wait_for_banner,
)


def fields_of(dialog: ExportAllDialog) -> list[QLineEdit]:
    """Return the edit fields for the folder and the pattern."""
    return dialog.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)


def accept_of(dialog: ExportAllDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Export"))


def message_of(dialog: ExportAllDialog) -> str:
    """Return the messages below the names."""
    return dialog.findChildren(QLabel)[-1].text()


def all_done(window: MainWindow, count: int) -> Callable[[], bool]:
    return lambda: [entry.state for entry in window.session.entries] == [EntryState.DONE] * count


@pytest.fixture
def ask_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Accept the dialog with the folder "out"; lists the names that it showed."""
    shown: list[list[str]] = []
    (tmp_path / "out").mkdir()

    def accept(dialog: ExportAllDialog) -> int:
        fields_of(dialog)[0].setText(str(tmp_path / "out"))
        names = dialog.findChild(QTreeWidget)
        assert isinstance(names, QTreeWidget)
        rows = (names.topLevelItem(row) for row in range(names.topLevelItemCount()))
        shown.append(
            [f"{row.text(0)} → {row.text(1)} {row.text(2)}".strip() for row in rows if row]
        )
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportAllDialog, "exec", accept)
    return shown


def test_a_dropped_folder_stands_for_its_pictures_in_natural_order(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "logos"
    (folder / "old").mkdir(parents=True)
    for name in ("logo10.png", "logo2.png", "old/a.png"):
        save_logo(folder / name)
    (folder / "notes.txt").write_text("no picture")
    assert drop(window, file_mime(folder))
    qtbot.waitUntil(all_done(window, 3))
    names = [entry.source.name for entry in window.session.entries]
    assert names == ["logo2.png", "logo10.png", "a.png"]


def test_a_folder_without_pictures_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert drop(window, file_mime(tmp_path / "empty"))
    assert "holds no pictures" in banner_text(window)
    assert window.session.entries == ()


def test_all_results_are_written_under_the_names_that_were_shown(
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    ask_names: list[list[str]],
    tmp_path: Path,
    settings: Settings,
) -> None:
    (tmp_path / "out" / "c-2x.png").write_bytes(b"mine")
    window.open_files(others)
    qtbot.waitUntil(all_done(window, 3))
    window.app_actions.export_all.trigger()
    wait_for_banner(qtbot, window, "Saved 3 pictures")
    assert ask_names == [["b.png → b-2x.png", "c.png → c-2x (2).png numbered", "d.png → d-2x.png"]]
    assert (tmp_path / "out" / "c-2x.png").read_bytes() == b"mine"
    for entry, name in zip(window.session.entries, ("b-2x", "c-2x (2)", "d-2x"), strict=True):
        assert entry.result is not None
        written = np.asarray(Image.open(tmp_path / "out" / f"{name}.png"))
        np.testing.assert_array_equal(written, entry.result.picture.rgb)
    assert settings.collision is Collision.NUMBER
    assert settings.save_folder == tmp_path / "out"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_long_name_shows_how_it_ends_and_has_the_room_that_no_note_needs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / f"{'logo ' * 20}.png"
    subject = NameFields(path, 2, "clearmark-small", 300, 200, 1, date(2026, 1, 2))
    options = ExportOptions()
    dialog = ExportAllDialog([subject], [False], options, tmp_path, "{name}-2x", Collision.NUMBER)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    names = dialog.findChild(QTreeWidget)
    assert isinstance(names, QTreeWidget)
    assert names.textElideMode() is Qt.TextElideMode.ElideMiddle
    widths = [names.columnWidth(column) for column in range(3)]
    assert sum(widths[:2]) > 0.9 * names.viewport().width()
    assert sum(widths) <= names.viewport().width()


def test_a_failure_among_many_is_told_and_stops_no_other(
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    ask_names: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_files(others)
    qtbot.waitUntil(all_done(window, 3))
    # The name gets taken between the preview and the writing.

    def taken(dialog: ExportAllDialog) -> int:
        fields_of(dialog)[0].setText(str(tmp_path / "out"))
        (tmp_path / "out" / "c-2x.png").write_bytes(b"mine")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportAllDialog, "exec", taken)
    window.app_actions.export_all.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("1 of 3 could not be saved."))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "b-2x.png",
        "c-2x.png",
        "d-2x.png",
    ]
    assert (tmp_path / "out" / "c-2x.png").read_bytes() == b"mine"


def test_the_dialog_tells_what_is_wrong_with_a_pattern(
    qtbot: QtBot, window: MainWindow, others: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []

    def look(dialog: ExportAllDialog) -> int:
        assert dialog.folder == others[0].parent  # nothing has been saved before
        fields_of(dialog)[1].setText("{logo}")
        words.append(message_of(dialog))
        assert not accept_of(dialog).isEnabled()
        assert isinstance(dialog.findChild(QLineEdit), QLineEdit)
        fields_of(dialog)[0].setText("")
        words.append(message_of(dialog))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportAllDialog, "exec", look)
    window.open_files(others[:1])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export_all.trigger()
    assert words[0].startswith("There is no field {logo}")
    assert words[1] == "No folder is chosen."


def test_the_format_is_chosen_with_a_word_on_transparency(
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clear = tmp_path / "clear.png"
    with Image.open(others[0]) as image:
        image.putalpha(Image.linear_gradient("L").resize(image.size))
        image.save(clear)
    words: list[str] = []

    def choose_tiff(dialog: ExportAllDialog) -> int:
        words.append(message_of(dialog))
        menu = next(m for m in dialog.findChildren(QComboBox) if m.findText("TIFF") >= 0)
        menu.setCurrentText("TIFF")
        menu.activated.emit(menu.currentIndex())
        words.append(message_of(dialog))
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ExportAllDialog, "exec", choose_tiff)
    window.open_files([others[1], clear])
    qtbot.waitUntil(all_done(window, 2))
    window.workspace.export_panel.set_options(ExportOptions(ExportFormat.JPEG))
    window.app_actions.export_all.trigger()
    wait_for_banner(qtbot, window, "Saved 2 pictures")
    loss = "JPEG has no transparency: it becomes white in 1 of 2 pictures."
    assert words == [loss, ""]
    with Image.open(tmp_path / "clear-2x.tif") as image:
        assert image.mode == "RGBA"
    assert (tmp_path / "c-2x.tif").exists()
    # The same for a result that is only on disk.
    entry = window.session.entries[1]
    qtbot.waitUntil(lambda: entry.cached is not None)
    entry.result = None
    window.app_actions.export_all.trigger()
    assert words[2] == loss


def test_a_result_that_is_only_on_disk_is_exported_as_it_was_adjusted(
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def accept(dialog: ExportAllDialog) -> int:
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ExportAllDialog, "exec", accept)
    window.open_files(others[:1])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.restored is not None
    window.workspace.adjust_panel.strength_changed.emit(0.5, True)
    qtbot.waitUntil(lambda: entry.result.picture is not entry.restored)  # type: ignore[union-attr]
    assert entry.result is not None
    adjusted = entry.result.picture.rgb
    assert (adjusted != entry.restored.rgb).any()
    qtbot.waitUntil(lambda: entry.cached is not None)
    entry.result = None  # as when it is evicted from memory
    window.app_actions.export_all.trigger()
    wait_for_banner(qtbot, window, "Saved b-2x.png")
    with Image.open(tmp_path / "b-2x.png") as image:
        np.testing.assert_array_equal(np.asarray(image.convert("RGB")), adjusted)


def test_a_folder_that_does_not_exist_is_made(
    qtbot: QtBot,
    window: MainWindow,
    others: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "for" / "print"
    words: list[str] = []

    def type_folders(dialog: ExportAllDialog) -> int:
        fields_of(dialog)[0].setText(str(others[0] / "in"))
        words.append(message_of(dialog))
        assert not accept_of(dialog).isEnabled()
        fields_of(dialog)[0].setText(f" {folder} ")
        words.append(message_of(dialog))
        with monkeypatch.context() as disk:
            disk.setattr(os, "mkdir", read_only)
            dialog.accept()
        words.append(message_of(dialog))
        assert dialog.result() == QDialog.DialogCode.Rejected
        dialog.accept()
        return dialog.result()

    def read_only(path: str, _mode: int) -> None:
        raise OSError(errno.EROFS, "Read-only file system", path)

    monkeypatch.setattr(ExportAllDialog, "exec", type_folders)
    window.open_files(others[:1])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export_all.trigger()
    wait_for_banner(qtbot, window, "Saved b-2x.png")
    assert words == [
        f"“{others[0]}” is a file, not a folder.",
        f"The folder “{folder}” will be made.",
        f"The folder “{folder}” cannot be made: the disk is read-only.",
    ]
    assert (folder / "b-2x.png").exists()


@pytest.mark.parametrize(
    ("count", "waiting", "words"),
    [
        (1, 1, "An earlier queue of 1 picture was kept."),
        (3, 0, "An earlier queue of 3 pictures was kept."),
        (3, 1, "An earlier queue was kept, with 1 of 3 pictures still to be restored."),
    ],
)
def test_the_offer_tells_how_many_pictures_there_are(
    window: MainWindow,
    others: list[Path],
    count: int,
    waiting: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    states = [EntryState.WAITING] * waiting + [EntryState.CANCELLED] * (count - waiting)
    pictures = tuple(
        RecoveredEntry(Source(path.name, path), state)
        for path, state in zip(others[:count], states, strict=True)
    )
    monkeypatch.setattr(Recovery, "find", lambda _: RecoveredQueue(Path(), pictures))
    window.queue_controller.offer_recovery()
    assert banner_text(window) == words


@pytest.mark.parametrize(
    ("unreadable", "words"),
    [
        (1, "An earlier queue of 1 picture was kept. 1 more cannot be read and is left out."),
        (3, "An earlier queue of 1 picture was kept. 3 more cannot be read and are left out."),
    ],
)
def test_the_offer_tells_of_what_cannot_be_read(
    window: MainWindow,
    picture: Path,
    unreadable: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pictures = (RecoveredEntry(Source(picture.name, picture), EntryState.WAITING),)
    recovered = RecoveredQueue(Path(), pictures, unreadable)
    monkeypatch.setattr(Recovery, "find", lambda _: recovered)
    window.queue_controller.offer_recovery()
    assert banner_text(window) == words


def test_a_queue_that_cannot_be_read_is_told_of(window: MainWindow) -> None:
    folder = data_folder() / "queue" / "1-1"
    folder.mkdir(parents=True)
    (folder / "queue.json").write_text("[" * 200_000)
    window.queue_controller.offer_recovery()
    aside = data_folder() / "queue-unreadable" / "1-1"
    words = "An earlier queue cannot be read; its files were moved to"
    assert banner_text(window) == f"{words} “{aside}”."
    assert (aside / "queue.json").exists()


@pytest.fixture
def left_queue(others: list[Path], fresh_settings: Path) -> Path:
    """The folder of a queue that a killed program left behind."""
    folder = data_folder() / "queue" / "1-1"
    folder.mkdir(parents=True)
    adjustments = Adjustments().to_json()
    facts = {"is_file": True, "is_stopped": False, "choices": {"scale": 4}, "kept": None}
    facts |= {"adjustments": adjustments, "print_width": None}
    pictures = [facts | {"name": path.name, "path": str(path)} for path in others]
    (folder / "queue.json").write_text(json.dumps({"version": 3, "pictures": pictures}))
    return folder


def test_what_a_killed_program_left_is_offered_and_brought_back(
    qtbot: QtBot,
    left_queue: Path,  # created before the window
    window: MainWindow,
    picture: Path,
) -> None:
    words = "An earlier queue was kept, with 3 of 3 pictures still to be restored."
    wait_for_banner(qtbot, window, words)
    window.app_actions.export_all.trigger()
    assert banner_text(window) == "There is no result to export yet."
    window.app_actions.cancel.trigger()
    assert banner_text(window) == words
    # Neither opening a picture nor changing a choice dismisses the offer.
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.session.set_choices(Choices(self_ensemble=False))
    wait_for(qtbot, window, EntryState.DONE)
    banner_button(window).click()
    qtbot.waitUntil(all_done(window, 4))
    assert not left_queue.exists()


def test_no_result_replaces_a_picture_that_still_waits(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources = [save_logo(tmp_path / name, 100, 180) for name in ("logo.png", "logo-2x.png")]
    before = sources[1].read_bytes()

    def replace_all(dialog: ExportAllDialog) -> int:
        rules = next(m for m in dialog.findChildren(QComboBox) if m.findText("Replace them") >= 0)
        rules.setCurrentText("Replace them")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ExportAllDialog, "exec", replace_all)
    window.open_files(sources[:1])
    wait_for(qtbot, window, EntryState.DONE)
    fake.gate = threading.Semaphore(0)
    window.open_files(sources[1:])
    window.app_actions.export_all.trigger()
    wait_for_banner(qtbot, window, "Saved logo-2x (2).png")
    assert sources[1].read_bytes() == before
    fake.gate.release(1000)

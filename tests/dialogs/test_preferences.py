"""Preferences take effect at once, and persist until the next start."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.app.close_guard import CloseGuard
from desktop_app.app.main_window import MainWindow
from desktop_app.controllers.export import name_fields_of
from desktop_app.dialogs.preferences import Preferences
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.naming import DEFAULT_PATTERN, NamePattern, plan_names
from desktop_app.logs import data_folder
from desktop_app.queue.queue_folders import QUEUE_FILE
from desktop_app.settings import SavePlace, Settings
from desktop_app.theme import Theme, load_tokens
from tests.fakes import FAKE, FakeRestorer
from tests.pictures import save_logo
from tests.waiting import process_pending_events
from tests.window_driver import banner_text, wait_for, wait_for_banner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def preferences(window: MainWindow) -> Preferences:
    QTest.keySequence(window, "Ctrl+,")
    dialog = window.secondary_windows.preferences
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def choose(box: QComboBox, words: str) -> None:
    """Choose an item by its text, as a user does."""
    index = box.findText(words)
    assert index >= 0, words
    box.setCurrentIndex(index)
    box.activated.emit(index)


def button(preferences: Preferences, words: str) -> QPushButton:
    (found,) = (one for one in preferences.findChildren(QPushButton) if one.text() == words)
    return found


def test_the_theme_changes_at_once_and_is_remembered(
    qapp: QApplication, preferences: Preferences, settings: Settings, theme: Theme, store: QSettings
) -> None:
    tables = load_tokens()
    for words, name, scheme in (
        ("Light", "light", Qt.ColorScheme.Light),
        ("Dark", "dark", Qt.ColorScheme.Dark),
        ("System theme", "dark", None),  # the offscreen platform reports no scheme
    ):
        choose(preferences.theme, words)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tables[name]["panel"])
        assert settings.scheme == scheme
        assert Settings(store).scheme == scheme


def test_a_language_is_remembered(preferences: Preferences, settings: Settings) -> None:
    assert settings.language == ""
    choose(preferences.language, "English")
    assert settings.language == "en"
    choose(preferences.language, "System language")
    assert settings.language == ""


def test_names_are_proposed_by_the_pattern_which_is_only_taken_when_it_makes_sense(
    qtbot: QtBot,
    window: MainWindow,
    preferences: Preferences,
    settings: Settings,
    picture: Path,
    ask_save: list[str],
    store: QSettings,
) -> None:
    preferences.pattern.setText("{name}_{width}x{height}")
    assert preferences.example.text() == "logo.png becomes logo_360x200.png"
    for wrong, told in (("{nam", "A brace"), ("{size}", "There is no field {size}"), ("", "empty")):
        preferences.pattern.setText(wrong)
        assert told in preferences.example.text()
    assert settings.name_pattern == "{name}_{width}x{height}"
    store.setValue("export/names", "{nam")
    assert settings.name_pattern == DEFAULT_PATTERN
    preferences.pattern.setText("{model} {name}")
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, "Saved fake logo.png")
    assert Path(ask_save[0]) == picture.with_name("fake logo.png")


def test_the_folder_that_is_proposed(
    qtbot: QtBot,
    window: MainWindow,
    preferences: Preferences,
    settings: Settings,
    picture: Path,
    tmp_path: Path,
    ask_save: list[str],
    monkeypatch: pytest.MonkeyPatch,
    store: QSettings,
) -> None:
    last, fixed = tmp_path / "last", tmp_path / "fixed"
    last.mkdir()
    fixed.mkdir()
    settings.save_folder = last
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    choose(preferences.place, "Always in this folder")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(fixed))
    button(preferences, "Choose…").click()
    assert preferences.folder.text() == str(fixed)
    places = ("Always in this folder", "Next to the picture", "Where I last saved")
    for number, words in enumerate(places, start=1):
        choose(preferences.place, words)
        settings.save_folder = last
        window.app_actions.export.trigger()
        assert len(ask_save) == number
        window.workspace.banner.dismiss()
    assert [Path(asked).parent for asked in ask_save] == [fixed, tmp_path, last]
    assert not preferences.folder.isEnabled()
    assert Settings(store).save_place is SavePlace.LAST


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def receipt(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return facts


def test_a_receipt_is_written_beside_each_result_if_wanted(
    qtbot: QtBot,
    window: MainWindow,
    preferences: Preferences,
    picture: Path,
    ask_save: list[str],
    tmp_path: Path,
    fake: FakeRestorer,
) -> None:
    fake.info = replace(FAKE, sha256="")  # as stored by an earlier version, without the file's hash
    checkpoint = tmp_path / "weights.pth"
    checkpoint.write_bytes(b"weights")
    window.session.set_choices(Choices(model=str(checkpoint)))
    preferences.receipts.click()
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, "Saved logo-2x.png")
    facts = receipt(picture.with_name("logo-2x.receipt.json"))
    result = picture.with_name("logo-2x.png")
    assert facts["input"] == {
        "name": "logo.png",
        "sha256": sha256(picture),
        "bytes": picture.stat().st_size,
        "width": 180,
        "height": 100,
    }
    assert facts["output"]["sha256"] == sha256(result)
    assert (facts["output"]["width"], facts["output"]["height"]) == (360, 200)
    assert facts["model"] == {"name": "fake", "sha256": hashlib.sha256(b"weights").hexdigest()}
    assert (facts["device"], facts["precision"]) == ("CPU", "fp32")
    assert facts["settings"] == {
        "scale": 2,
        "steady": True,
        "format": "png",
        "quality": None,
        "print_width": None,
        "srgb": False,
        "name": None,
        "strength_percent": 100,
        "protected_parts": 0,
        "snapped_colours": 0,
    }
    # A receipt is never overwritten: the next proposed name is free for picture and receipt.
    window.app_actions.export.trigger()
    wait_for_banner(qtbot, window, "Saved logo-2x (2).png")
    assert picture.with_name("logo-2x (2).receipt.json").exists()
    # A hash of a file that has changed since would be wrong.
    save_logo(picture, 100, 180, seed=99)
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: "has changed since it was opened" in banner_text(window))
    assert picture.with_name("logo-2x (3).png").exists()
    assert not picture.with_name("logo-2x (3).receipt.json").exists()


def test_a_picture_that_was_pasted_has_a_receipt_too(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    tmp_path: Path,
    ask_save: list[str],
) -> None:
    settings.writes_receipts = True
    settings.save_folder = tmp_path
    shown = QImage(40, 30, QImage.Format.Format_RGBA8888)
    shown.fill(QColor(10, 200, 30, 128))
    QApplication.clipboard().setImage(shown)
    window.app_actions.paste.trigger()
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: banner_text(window).startswith("Saved"))
    (written,) = tmp_path.glob("*.receipt.json")
    assert receipt(written)["input"]["width"] == 40


def test_all_results_get_receipts(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    others: list[Path],
    tmp_path: Path,
) -> None:
    settings.writes_receipts = True
    window.open_files(others)
    qtbot.waitUntil(lambda: all(entry.state is EntryState.DONE for entry in window.session.entries))
    subjects = [name_fields_of(entry, n) for n, entry in enumerate(window.session.entries, start=1)]
    out = tmp_path / "out"
    out.mkdir()
    names = plan_names(subjects, NamePattern("{name}"), out)
    window.export_all_controller.write(
        window.session.entries, names, window.workspace.export_panel.options
    )
    wait_for_banner(qtbot, window, "Saved 3 pictures")
    for source in others:
        facts = receipt(out / f"{source.stem}.receipt.json")
        assert facts["input"]["sha256"] == sha256(source)
        assert facts["output"]["sha256"] == sha256(out / source.name)
        assert facts["model"] == {"name": FAKE.label, "sha256": FAKE.sha256}


def test_results_without_their_receipts_are_saved_all_the_same(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    others: list[Path],
    tmp_path: Path,
    restoration: RestorationService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.writes_receipts = True
    CloseGuard(window)
    window.open_files(others[:2])
    qtbot.waitUntil(lambda: [e.state for e in window.session.entries] == 2 * [EntryState.DONE])
    entries = window.session.entries
    for source in others[:2]:
        source.unlink()
    subjects = [name_fields_of(entry, n) for n, entry in enumerate(entries, start=1)]
    (out := tmp_path / "out").mkdir()
    names = plan_names(subjects, NamePattern("{name}"), out)
    window.export_all_controller.write(entries, names, window.workspace.export_panel.options)
    wait_for_banner(
        qtbot,
        window,
        "2 of 2 have no receipt. The first: “b.png” is saved, but there is no receipt: "
        "“b.png” does not exist.",
    )
    assert sorted(path.name for path in out.iterdir()) == ["b.png", "c.png"]
    monkeypatch.setattr(QMessageBox, "exec", lambda _: pytest.fail("nothing would be lost"))
    window.close()
    assert not window.isVisible()


def test_what_the_program_knows_can_be_forgotten(
    qtbot: QtBot, window: MainWindow, settings: Settings, picture: Path
) -> None:
    home = data_folder() / "queue"
    dead, alive = home / "1-1", home / "2-2"
    for folder in (dead, alive):
        folder.mkdir(parents=True)
        facts = {"name": "a.png", "path": "a.png", "is_file": True, "is_stopped": False}
        facts |= {"kept": None, "adjustments": Adjustments().to_json()}
        facts |= {"choices": {"scale": 2}, "print_width": None}
        (folder / QUEUE_FILE).write_text(json.dumps({"version": 3, "pictures": [facts]}))
    lock = FolderLock.acquire(alive)
    assert lock is not None
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.preferences.trigger()
    preferences = window.secondary_windows.preferences
    assert preferences is not None
    preferences.pages.setCurrentIndex(2)
    assert "no network code at all" in preferences.promise.text()
    assert preferences.files.text().endswith(": 1")
    assert preferences.queue.text().endswith(": 1")
    button(preferences, "Delete leftover queues").click()
    button(preferences, "Forget recent files").click()
    assert not dead.exists()
    assert alive.exists()
    assert settings.recent_files == ()
    assert preferences.files.text().endswith(": 0")
    assert not button(preferences, "Delete leftover queues").isEnabled()
    assert not button(preferences, "Forget recent files").isEnabled()
    lock.unlock()


def test_the_dialog_is_walked_through_with_the_keyboard(
    qtbot: QtBot, preferences: Preferences
) -> None:
    for page in range(preferences.pages.count()):
        preferences.pages.setCurrentIndex(page)
        process_pending_events()
        shown = preferences.pages.currentWidget()
        assert shown is not None
        seen = [child for child in shown.findChildren(QWidget) if child.isVisible()]
        for child in seen:
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert child.accessibleName() or getattr(child, "text", str)(), child
            right = child.mapTo(preferences, QPoint(child.width(), 0)).x()
            assert right <= preferences.width()
    QTest.keyClick(preferences, Qt.Key.Key_Escape)
    assert not preferences.isVisible()


def test_what_a_new_picture_gets_is_stated_and_set_here(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, settings: Settings, picture: Path
) -> None:
    assert preferences.scale.currentData() == 2
    preferences.scale.setCurrentIndex(preferences.scale.findData(4))
    preferences.scale.activated.emit(preferences.scale.currentIndex())
    preferences.steady.click()
    assert settings.choices == Choices(scale=4, self_ensemble=False)
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.choices == settings.choices

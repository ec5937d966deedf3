"""Presets in the window: save, choose, share, delete."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.domain.preset import ENDING, Preset, write_preset
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.logs import data_folder
from desktop_app.settings import Settings
from tests.window_driver import banner_text, dialog_answer, wait_for


def pick(menu: QMenu, *words: str) -> None:
    """Trigger the action at a path of menu texts."""
    menu.aboutToShow.emit()
    action = next(action for action in menu.actions() if action.text() == words[0])
    if len(words) > 1:
        pick(action.menu(), *words[1:])  # type: ignore[arg-type]
    else:
        action.trigger()


def test_a_preset_brings_back_scale_strength_and_format(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Half & soft", True))
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    window.workspace.adjust_panel.strength_changed.emit(0.0, True)
    window.session.set_choices(Choices(scale=1))
    menu = window.preset_controller.menu
    pick(menu, "Save as preset…")
    assert banner_text(window) == "Preset “Half & soft” was saved."
    window.session.set_choices(Choices(scale=2))
    window.app_actions.reset.trigger()
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    pick(menu, "Half && soft")
    assert window.session.choices.scale == 1
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    assert entry.opened is not None
    enlarged = entry.opened.enlarged.rgb
    qtbot.waitUntil(
        lambda: entry.result is not None and np.array_equal(entry.result.picture.rgb, enlarged),
    )


def test_the_menu_leaves_no_other_menus_behind(window: MainWindow) -> None:
    menu = window.preset_controller.menu
    for _ in range(3):
        menu.aboutToShow.emit()
    assert [below.title() for below in menu.findChildren(QMenu)] == ["Share", "Delete"]


def test_a_preset_brings_back_the_colours_of_a_brand(
    qtbot: QtBot,
    window: MainWindow,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Client", True))
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    menu = window.preset_controller.menu
    settings.brand_colours = "#C8102E, #003366"
    pick(menu, "Save as preset…")
    settings.brand_colours = "#FFFFFF"
    pick(menu, "Client")
    assert settings.brand_colours == "#C8102E, #003366"
    typed = window.workspace.colours_panel.findChild(QLineEdit)
    assert isinstance(typed, QLineEdit)
    qtbot.waitUntil(lambda: typed.text() == "#C8102E, #003366")


def test_presets_travel_as_files(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "for-you.clearmark-preset"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Mine", True))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(str(shared)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog_answer(str(shared)))
    menu = window.preset_controller.menu
    pick(menu, "Save as preset…")
    pick(menu, "Share", "Mine")
    pick(menu, "Delete", "Mine")
    menu.aboutToShow.emit()
    assert "Mine" not in [action.text() for action in menu.actions()]
    pick(menu, "Add a preset file…")
    menu.aboutToShow.emit()
    assert "Mine" in [action.text() for action in menu.actions()]
    shared.write_text("no preset")
    pick(menu, "Add a preset file…")
    assert banner_text(window) == "“for-you.clearmark-preset” is not a preset of Clearmark."


def test_a_preset_is_for_the_picture_shown_only(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    picture: Path,
    others: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Soft", True))
    window.open_files([picture])
    first = wait_for(qtbot, window, EntryState.DONE)
    window.session.set_choices(Choices(scale=1))
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.adjust_panel.strength_changed.emit(0.5, True)
    menu = window.preset_controller.menu
    pick(menu, "Save as preset…")
    pick(menu, "Soft")
    assert first.choices.scale == 1
    window.open_files(others[:1])
    second = window.session.entries[1]
    assert second.choices == settings.choices == Choices()
    assert second.adjustments.present.strength == 1.0
    qtbot.waitUntil(lambda: second.state is EntryState.DONE)


def test_a_file_that_is_no_preset_is_left_out_and_told_once(window: MainWindow) -> None:
    folder = data_folder() / "presets"
    folder.mkdir(parents=True)
    preset = Preset("Good", 2, "auto", True, 1.0, ExportFormat.PNG, 90, True)
    write_preset(preset, folder / f"a{ENDING}")
    for name in "bc":
        write_preset(preset, folder / f"{name}{ENDING}")
        text = (folder / f"{name}{ENDING}").read_text("utf-8")
        (folder / f"{name}{ENDING}").write_text(text.replace('"scale": 2', '"scale": 2.0'))
    menu = window.preset_controller.menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()].count("Good") == 1
    assert banner_text(window) == f"“b{ENDING}” is not a preset of Clearmark."
    assert window.workspace.banner.toolTip().count("is not a preset") == 2
    window.workspace.banner.dismiss()
    menu.aboutToShow.emit()
    assert window.workspace.banner.notice is None

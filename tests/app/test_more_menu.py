"""The menu "More": the actions without a button, and the recent files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QMenu, QMenuBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.app.menu_bar import fill_menu_bar
from desktop_app.domain.entry import EntryState
from desktop_app.settings import MAX_RECENT_FILES, Settings
from tests.pictures import save_logo
from tests.window_driver import banner_text, wait_for, wait_for_banner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def opened(window: MainWindow) -> QMenu:
    """The menu as it is after a click on its button."""
    window.more_menu.popup(window.mapToGlobal(QPoint(100, 48)))
    return window.more_menu


def test_the_button_leads_to_all_that_has_no_button(window: MainWindow) -> None:
    buttons = window.workspace.header.findChildren(QToolButton)
    (more,) = (button for button in buttons if button.accessibleName() == "More")
    assert more.menu() is window.more_menu
    assert words(window.more_menu)[:2] == ["Open…", "Open recent"]
    app_actions = window.app_actions
    assert set(window.more_menu.actions()) > {
        *(
            app_actions.open,
            app_actions.paste,
            app_actions.export,
            app_actions.export_all,
            app_actions.export_comparison,
        ),
        *(
            app_actions.preferences,
            app_actions.shortcuts,
            app_actions.guide,
            app_actions.about,
            app_actions.quit,
        ),
    }


def test_recent_files_are_listed_opened_again_and_forgotten(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    opened(window)
    assert not window.more_menu.recent.isEnabled()
    window.more_menu.close()
    first = save_logo(tmp_path / "one & only.png", 40, 60)
    second = save_logo(tmp_path / "two.png", 40, 60)
    for path in (first, second):
        window.open_files([path])
        wait_for(qtbot, window, EntryState.DONE)
    second.unlink()
    opened(window)
    assert words(window.more_menu.recent) == [
        f"one && only.png – {tmp_path.name}",
        "Forget these files",
    ]
    file, forget = (a for a in window.more_menu.recent.actions() if not a.isSeparator())
    assert file.toolTip() == str(first)
    before = len(window.session.entries)
    file.trigger()
    window.more_menu.close()
    qtbot.waitUntil(lambda: len(window.session.entries) == before + 1)
    assert window.session.entries[-1].source.path == first
    wait_for(qtbot, window, EntryState.DONE)
    forget.trigger()
    assert settings.recent_files == ()
    opened(window)
    assert not window.more_menu.recent.isEnabled()
    window.more_menu.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_that_look_like_html_are_shown_as_they_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "logo <i>.png", 40, 60)])
    wait_for(qtbot, window, EntryState.DONE)
    window.open_files([tmp_path / "gone <i>.png", tmp_path / "too <i>.png"])
    wait_for_banner(qtbot, window, "2 items cannot be opened: gone <i>.png and too <i>.png.")
    named = [label for label in window.findChildren(QLabel) if "<i>" in label.text()]
    assert len(named) >= 3  # header, input panel, banner
    assert {label.textFormat() for label in named} == {Qt.TextFormat.PlainText}
    opened(window)
    recent = window.more_menu.recent.actions()[0]
    window.more_menu.close()
    row = window.workspace.queue_panel.findChild(QListView)
    assert row is not None
    queued = row.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    tips = [
        recent.toolTip(),
        queued,
        *(widget.toolTip() for widget in window.findChildren(QWidget)),
    ]
    tips = [tip for tip in tips if "<i>" in tip or "&lt;i&gt;" in tip]
    assert len(tips) >= 4  # recent file, queue, input panel, banner
    for tip in tips:
        document = QTextDocument()
        document.setHtml(tip)
        assert " <i>.png" in document.toPlainText()


def test_folders_are_not_remembered_and_ten_files_are_enough(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    files = [save_logo(folder / f"{n:02}.png", 8, 8) for n in range(MAX_RECENT_FILES + 2)]
    window.open_files([folder])
    assert not settings.recent_files
    window.open_files(files)
    qtbot.waitUntil(lambda: settings.recent_files == tuple(files[:MAX_RECENT_FILES]))
    entries = window.session.entries[-len(files) :]
    qtbot.waitUntil(lambda: all(entry.thumbnail is not None for entry in entries))
    window.open_files([files[3]])
    qtbot.waitUntil(lambda: settings.recent_files[:2] == (files[3], files[0]))
    assert len(settings.recent_files) == MAX_RECENT_FILES


def test_only_what_was_opened_is_remembered(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    good = save_logo(tmp_path / "good.png", 40, 60)
    document, cut = tmp_path / "doc.pdf", tmp_path / "cut.png"
    too_long = tmp_path / f"{'x' * 300}.png"
    document.write_bytes(b"%PDF-1.7")
    cut.write_bytes(good.read_bytes()[:200])
    window.open_files([cut, good, document, too_long])
    qtbot.waitUntil(lambda: [e.source.path for e in window.session.entries] == [good])
    wait_for(qtbot, window, EntryState.DONE)
    assert settings.recent_files == (good,)
    settings.clear_recent_files()
    window.open_files([document])
    qtbot.waitUntil(lambda: len(window.session.entries) == 1)
    assert not settings.recent_files


def test_exporting_all_of_nothing_says_so(window: MainWindow) -> None:
    QTest.keyClick(
        window,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert banner_text(window) == "There is no result to export yet."


def test_a_mac_has_every_action_of_the_menu_in_its_menu_bar(window: MainWindow) -> None:
    bar = QMenuBar()
    fill_menu_bar(bar, window.app_actions, window.more_menu.recent, window.preset_controller.menu)
    menus = [menu.menu() for menu in bar.actions()]
    inside = {action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert inside >= {action for action in window.more_menu.actions() if not action.isSeparator()}
    assert inside >= {
        *window.app_actions.compare_modes,
        window.app_actions.undo,
        window.app_actions.redo,
        window.app_actions.copy,
    }
    assert window.app_actions.quit.menuRole() is QAction.MenuRole.QuitRole

"""The menu "More": every action of its own, and the files that were open lately."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QMenu, QMenuBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.main_window import MainWindow
from desktop_app.queue.entry import State
from desktop_app.settings import MOST_RECENT, Settings
from desktop_app.side.menu_bar import fill_menu_bar
from tests.pictures import save_logo
from tests.window.acting import said, wait_for, wait_for_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def opened(window: MainWindow) -> QMenu:
    """The menu as a click on its button shows it."""
    window.menu.popup(window.mapToGlobal(QPoint(100, 48)))
    return window.menu


def test_the_button_leads_to_all_that_has_no_button(window: MainWindow) -> None:
    buttons = window.rooms.header.findChildren(QToolButton)
    (more,) = (button for button in buttons if button.accessibleName() == "More")
    assert more.menu() is window.menu
    assert words(window.menu)[:2] == ["Open…", "Open recent"]
    deeds = window.deeds
    assert set(window.menu.actions()) > {
        *(deeds.open, deeds.paste, deeds.export, deeds.export_all, deeds.export_comparison),
        *(deeds.preferences, deeds.shortcuts, deeds.guide, deeds.about, deeds.quit),
    }


def test_recent_files_are_listed_opened_again_and_forgotten(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    opened(window)
    assert not window.menu.recent.isEnabled()
    window.menu.close()
    first = save_logo(tmp_path / "one & only.png", 40, 60)
    second = save_logo(tmp_path / "two.png", 40, 60)
    for path in (first, second):
        window.open_files([path])
        wait_for(qtbot, window, State.DONE)
    second.unlink()
    opened(window)
    assert words(window.menu.recent) == [
        f"one && only.png – {tmp_path.name}",
        "Forget these files",
    ]
    file, forget = (a for a in window.menu.recent.actions() if not a.isSeparator())
    assert file.toolTip() == str(first)
    before = len(window.session.entries)
    file.trigger()
    window.menu.close()
    qtbot.waitUntil(lambda: len(window.session.entries) == before + 1)
    assert window.session.entries[-1].source.path == first
    wait_for(qtbot, window, State.DONE)
    forget.trigger()
    assert settings.recent_files == ()
    opened(window)
    assert not window.menu.recent.isEnabled()
    window.menu.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_that_look_like_html_are_shown_as_they_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "logo <i>.png", 40, 60)])
    wait_for(qtbot, window, State.DONE)
    window.open_files([tmp_path / "gone <i>.png", tmp_path / "too <i>.png"])
    wait_for_words(qtbot, window, "2 items cannot be opened: gone <i>.png and too <i>.png.")
    named = [label for label in window.findChildren(QLabel) if "<i>" in label.text()]
    assert len(named) >= 3  # in the header, among the facts, on the banner
    assert {label.textFormat() for label in named} == {Qt.TextFormat.PlainText}
    opened(window)
    recent = window.menu.recent.actions()[0]
    window.menu.close()
    row = window.rooms.queue.findChild(QListView)
    assert row is not None
    queued = row.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    tips = [
        recent.toolTip(),
        queued,
        *(widget.toolTip() for widget in window.findChildren(QWidget)),
    ]
    tips = [tip for tip in tips if "<i>" in tip or "&lt;i&gt;" in tip]
    assert len(tips) >= 4  # of the file, in the queue, among the facts, of the banner
    for tip in tips:
        document = QTextDocument()
        document.setHtml(tip)
        assert " <i>.png" in document.toPlainText()


def test_folders_are_not_remembered_and_ten_files_are_enough(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    files = [save_logo(folder / f"{n:02}.png", 8, 8) for n in range(MOST_RECENT + 2)]
    window.open_files([folder])
    assert not settings.recent_files
    window.open_files(files)
    qtbot.waitUntil(lambda: settings.recent_files == tuple(files[:MOST_RECENT]))
    entries = window.session.entries[-len(files) :]
    qtbot.waitUntil(lambda: all(entry.thumbnail is not None for entry in entries))
    window.open_files([files[3]])
    qtbot.waitUntil(lambda: settings.recent_files[:2] == (files[3], files[0]))
    assert len(settings.recent_files) == MOST_RECENT


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
    wait_for(qtbot, window, State.DONE)
    assert settings.recent_files == (good,)
    settings.forget_files()
    window.open_files([document])
    qtbot.waitUntil(lambda: len(window.session.entries) == 1)
    assert not settings.recent_files


def test_exporting_all_of_nothing_says_so(window: MainWindow) -> None:
    QTest.keyClick(
        window,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert said(window) == "There is no result to export yet."


def test_a_mac_has_every_action_of_the_menu_in_its_menu_bar(window: MainWindow) -> None:
    bar = QMenuBar()
    fill_menu_bar(bar, window.deeds, window.menu.recent, window.presetting.menu)
    menus = [menu.menu() for menu in bar.actions()]
    inside = {action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert inside >= {action for action in window.menu.actions() if not action.isSeparator()}
    assert inside >= {*window.deeds.ways, window.deeds.undo, window.deeds.redo, window.deeds.copy}
    assert window.deeds.quit.menuRole() is QAction.MenuRole.QuitRole

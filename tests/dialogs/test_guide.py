"""The guide: the listed shortcuts work, the chapters are complete, the pictures fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QListWidget,
    QMainWindow,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.actions import Actions
from desktop_app.app.main_window import MainWindow
from desktop_app.cli.parser import build_parser
from desktop_app.dialogs.guide import Guide, chapter_title, find_chapters
from desktop_app.dialogs.secondary_windows import SecondaryWindows
from desktop_app.dialogs.shortcuts import canvas_keys, queue_keys
from desktop_app.domain.entry import EntryState
from desktop_app.i18n.language import available_languages
from desktop_app.paths import HELP, SOURCE
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from desktop_app.viewer.compare_modes import CompareMode
from tests.localized_app import app_in_language
from tests.waiting import process_pending_events
from tests.window_driver import wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CHAPTERS = find_chapters(SOURCE)
PICTURES = sorted(HELP.glob("*.png"))


def press(widget: QWidget, keys: QKeySequence) -> None:
    """Send keys to a widget, as the keyboard does while the widget has focus."""
    combination = keys[0]  # type: ignore[index]  # the stubs lack its __getitem__
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.fixture
def guide(window: MainWindow) -> Guide:
    QTest.keySequence(window, "F1")
    guide = window.secondary_windows.guide
    assert guide is not None
    assert guide.isVisible()
    return guide


def shown(guide: Guide) -> QTextBrowser:
    browser = guide.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    return browser


def test_f1_shows_every_shortcut_of_the_window(window: MainWindow, guide: Guide) -> None:
    assert guide.page == 0
    sheet = shown(guide).toPlainText()
    actions = [action for action in window.actions() if action.shortcuts()]
    assert len(actions) > 20
    for action in actions:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert re.search(rf"^{re.escape(keys)}$", sheet, re.MULTILINE), keys
        assert action.statusTip() in sheet
        assert action.statusTip()


@pytest.mark.parametrize("mode", [CompareMode.SLIDER, CompareMode.LENS])
def test_the_keys_on_the_picture_do_something(
    qtbot: QtBot, window: MainWindow, picture: Path, mode: CompareMode
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    view.mode = mode
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    def state() -> tuple[object, ...]:
        return (
            view.divider_x,
            (view.lens.x(), view.lens.y()),
            view.zoom,
            view.visible_rect,
            view.is_before_held,
            window.workspace.are_panels_shown,
        )

    rows = canvas_keys()
    assert len(rows) >= 9
    for keys, words in rows:
        for key in keys:
            if mode is CompareMode.LENS and key.toString() in ("Home", "End"):
                continue  # the lens has no edges
            view.set_zoom(20.0)
            view.divider = 0.5
            before = state()
            if key.toString() == "Space":
                QTest.keyPress(view, Qt.Key.Key_Space)
                assert state() != before, words
                QTest.keyRelease(view, Qt.Key.Key_Space)
                assert state() == before
            else:
                press(view, key)
                assert state() != before, f"{key.toString()}: {words}"


def test_the_keys_in_the_queue_do_something(
    qtbot: QtBot, window: MainWindow, picture: Path, others: list[Path]
) -> None:
    window.open_files([picture, *others])
    session = window.session
    qtbot.waitUntil(lambda: all(entry.state is EntryState.DONE for entry in session.entries))
    view = window.workspace.queue_panel.findChild(QListView)
    assert isinstance(view, QListView)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    session.select(session.entries[1])
    process_pending_events()
    for keys, words in queue_keys():
        for key in keys:
            before = (session.current, session.entries)
            press(view, key)
            assert (session.current, session.entries) != before, f"{key.toString()}: {words}"


def test_the_chapters_are_in_order_and_led_to(guide: Guide) -> None:
    titles = [chapter_title(path.read_text(encoding="utf-8")) for path in CHAPTERS]
    contents = guide.findChild(QListWidget)
    assert isinstance(contents, QListWidget)
    assert [contents.item(row).text() for row in range(contents.count())] == ["Shortcuts", *titles]
    stems = [path.stem.partition("-")[2] for path in CHAPTERS]
    assert stems == ["open", "compare", "restore", "check", "many", "export", "command-line"]
    for number, path in enumerate(CHAPTERS, start=1):
        for link in re.findall(r"\]\((\d[^)]*\.md)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).is_file(), link
        guide.follow(QUrl(path.name))
        assert guide.page == number
        assert shown(guide).toPlainText().startswith(titles[number - 1])
    guide.follow(QUrl("https://example.org/1-open.md"))
    assert guide.page == len(CHAPTERS)


def test_the_pictures_are_small_used_and_fit_the_page(guide: Guide) -> None:
    assert 5 <= len(PICTURES) <= 8
    assert all(path.stat().st_size <= 120_000 for path in PICTURES)
    named: list[str] = []
    for number, path in enumerate(CHAPTERS, start=1):
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text)
        assert all(alternative for alternative, _ in found), "a picture has no words"
        guide.open_page(number)
        browser = shown(guide)
        for _, name in found:
            named.append(name)
            image = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            assert isinstance(image, QImage)
            assert 250 <= image.deviceIndependentSize().width() <= browser.viewport().width()
        assert browser.horizontalScrollBar().maximum() == 0
    assert sorted(named) == [f"../{path.name}" for path in PICTURES]


def test_a_chapter_that_a_language_lacks_is_the_english_one(tmp_path: Path) -> None:
    for name in ("en/1-open.md", "en/2-compare.md", "de/2-compare.md", "de/3-restore.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("# Words", encoding="utf-8")
    names = [path.relative_to(tmp_path).as_posix() for path in find_chapters("de", tmp_path)]
    assert names == ["en/1-open.md", "de/2-compare.md"]


@pytest.mark.parametrize("code", [code for code in available_languages() if code != SOURCE])
def test_the_guide_speaks_the_language_of_its_window(
    qtbot: QtBot, qapp: QApplication, theme: Theme, settings: Settings, tmp_path: Path, code: str
) -> None:
    settings.language = code
    with app_in_language(qapp, code):
        window = QMainWindow()
        qtbot.addWidget(window)
        actions = Actions(window)
        windows = SecondaryWindows(actions, settings, theme, tmp_path, window)
        settings.language = SOURCE  # applies from the next start
        actions.guide.trigger()
    assert windows.guide is not None
    contents = windows.guide.findChild(QListWidget)
    assert isinstance(contents, QListWidget)
    texts = [path.read_text("utf-8") for path in find_chapters(code)]
    titles = [chapter_title(text) for text in texts]
    assert [contents.item(row).text() for row in range(1, contents.count())] == titles
    assert contents.sizeHintForColumn(0) < contents.viewport().width(), "a title is cut"
    browser = shown(windows.guide)
    for number, text in enumerate(texts, start=1):
        windows.guide.open_page(number)
        assert browser.toPlainText().startswith(titles[number - 1])
        for name in re.findall(r"!\[[^\]]+\]\(([^)]*)\)", text):
            image = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            assert isinstance(image, QImage)
            assert not image.isNull()
        assert browser.horizontalScrollBar().maximum() == 0


def test_the_guide_follows_the_theme(guide: Guide, theme: Theme) -> None:
    dark = shown(guide).toHtml()
    theme.set_scheme(Qt.ColorScheme.Light)
    assert shown(guide).toHtml() != dark


def test_the_command_line_is_described_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    text = CHAPTERS[-1].read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        build_parser().parse_args(["enhance", "--help"])
    help_text = capsys.readouterr().out
    there = set(re.findall(r"--[a-z][a-z-]*", help_text)) - {"--help"}
    assert set(re.findall(r"--[a-z][a-z-]*", text)) - {"--help"} == there

"""Opening pictures: dropped, pasted, from a dialog, or a sample."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.settings import Settings
from models.enlarge import enlarge
from tests.fakes import FakeRestorer, contrasted
from tests.machine_speed import slowdown
from tests.pictures import logo
from tests.window_driver import banner_text, drop, file_mime, grab, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_it_starts_empty_with_the_samples_and_nothing_dead(window: MainWindow) -> None:
    assert window.workspace.canvas.is_empty
    assert window.workspace.start_page.isVisible()
    assert not window.workspace.zoom_box.isVisible()
    assert not window.app_actions.export.isEnabled()
    assert not window.app_actions.copy.isEnabled()


def test_a_dropped_file_is_enlarged_at_once_and_restored(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    begun = time.process_time()
    assert drop(window, file_mime(picture))
    qtbot.waitUntil(lambda: window.session.current is not None)
    assert time.process_time() - begun < 0.5 * slowdown()  # 0.2 is the aim
    assert window.workspace.canvas.view.colours_at(0, 0)[1] is None  # nothing restored yet
    fake.gate.release(100)
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    expected = contrasted(enlarge(logo(100, 180), 2))
    np.testing.assert_array_equal(entry.result.picture.rgb, expected)
    before, after = window.workspace.canvas.view.colours_at(150, 100)
    assert before == tuple(enlarge(logo(100, 180), 2)[100, 150])
    assert after == tuple(expected[100, 150])


def test_the_screen_shows_enlarged_on_the_left_and_restored_on_the_right(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.RUNNING)
    view = window.workspace.canvas.view
    before = grab(view.viewport())
    fake.gate.release(100)
    wait_for(qtbot, window, EntryState.DONE)
    after = grab(view.viewport())
    corner = view.view_point(QPointF(0, 0)).toPoint()
    end = view.view_point(QPointF(360, 200)).toPoint()
    inside = slice(corner.y() + 4, end.y() - 4)
    divider = round(view.divider_x)
    left = (inside, slice(corner.x() + 4, divider - 20))
    right = (inside, slice(divider + 20, end.x() - 4))
    np.testing.assert_array_equal(before[left], after[left])
    assert np.abs(before[right].astype(int) - after[right]).mean() > 10


def test_several_files_queue_and_the_first_is_shown(
    qtbot: QtBot, window: MainWindow, picture: Path, others: list[Path]
) -> None:
    drop(window, file_mime(picture, *others))
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.source.path == picture
    qtbot.waitUntil(lambda: all(entry.state is EntryState.DONE for entry in window.session.entries))
    assert window.session.current is entry


def test_what_is_no_picture_is_not_taken(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/logo.png")])
    assert not drop(window, mime)
    text = QMimeData()
    text.setText("hello")
    assert not drop(window, text)


def test_a_web_address_is_answered(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/logo.png")])
    drop(window, mime)
    assert banner_text(window).startswith("That is a web address, and Clearmark never uses")
    window.workspace.banner.dismiss()
    QGuiApplication.clipboard().setText("https://example.org/logo.png")
    window.app_actions.paste.trigger()
    assert banner_text(window).startswith("That is a web address, and Clearmark never uses")
    assert not window.session.entries


def test_the_target_lights_up_while_dragging_over(window: MainWindow, picture: Path) -> None:
    target = window.workspace.start_page.findChild(QWidget, "drop")
    assert isinstance(target, QWidget)
    mime = file_mime(picture)
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    assert target.property("is_over") is True
    from PySide6.QtGui import QDragLeaveEvent

    QApplication.sendEvent(window, QDragLeaveEvent())
    assert target.property("is_over") is False


@pytest.mark.parametrize("kind", ["file", "link", "image"])
def test_paste(qtbot: QtBot, window: MainWindow, picture: Path, kind: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if kind == "file":
        clipboard.setMimeData(file_mime(picture))
    elif kind == "link":
        clipboard.setText(QUrl.fromLocalFile(str(picture)).toString())
    else:
        clipboard.setImage(QImage(str(picture)))
    QTest.keySequence(window, "Ctrl+V")
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.source.name == ("Pasted picture" if kind == "image" else "logo.png")
    assert entry.opened is not None
    np.testing.assert_array_equal(entry.opened.picture.rgb, logo(100, 180))


def test_pasting_nothing_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("hello")
    QTest.keySequence(window, "Ctrl+V")
    assert banner_text(window) == "There is no picture on the clipboard."


def test_open_remembers_the_folder(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def choose(
        _parent: object, _title: str, folder: str, kinds: str, **_options: object
    ) -> tuple[list[str], str]:
        asked.append(folder)
        assert {"*.png", "*.tiff", "*.psd", "*.heic"} <= set(kinds.replace("(", " ").split())
        return [str(picture)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    QTest.keySequence(window, "Ctrl+O")
    wait_for(qtbot, window, EntryState.DONE)
    window.app_actions.open.trigger()
    assert asked[1] == str(picture.parent)
    assert settings.open_folder == picture.parent


def test_a_sample_is_one_click(qtbot: QtBot, window: MainWindow) -> None:
    card = next(
        child
        for child in window.workspace.start_page.findChildren(QWidget)
        if child.accessibleName() == "Sample juniper.jpg"
    )
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert wait_for(qtbot, window, EntryState.DONE).source.name == "juniper.jpg"

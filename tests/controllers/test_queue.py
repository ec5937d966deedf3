"""The queue panel: what counts as done, and undoing removals."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import EntryState
from tests.fakes import FakeRestorer
from tests.window_driver import banner_button, banner_text, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def states(window: MainWindow) -> list[EntryState]:
    return [entry.state for entry in window.session.entries]


def test_what_was_cancelled_does_not_count_as_done(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, others: list[Path]
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files(others)
    wait_for(qtbot, window, EntryState.RUNNING)
    window.app_actions.cancel.trigger()
    fake.gate.release(1000)
    qtbot.waitUntil(
        lambda: states(window) == [EntryState.CANCELLED, EntryState.DONE, EntryState.DONE]
    )
    hints = [label.text() for label in window.workspace.queue_panel.findChildren(QLabel)]
    assert "2 of 3 done" in hints


def test_delete_removes_a_picture_and_undo_brings_all_of_it_back(
    qtbot: QtBot, window: MainWindow, others: list[Path]
) -> None:
    window.open_files(others)
    qtbot.waitUntil(lambda: states(window) == [EntryState.DONE] * 3)
    before = window.session.entries
    second = before[1]
    window.session.select(second)
    with qtbot.waitSignal(window.session.adjusted):
        window.session.adjust(second, second.adjustments.with_step(Adjustments(0.4)))
    qtbot.waitUntil(lambda: second.cached is not None)
    rows = window.workspace.queue_panel.findChild(QListView)
    assert isinstance(rows, QListView)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert window.session.entries == (before[0], before[2])
    assert banner_text(window) == "“c.png” was removed."
    # Selecting another picture does not dismiss the notice.
    window.session.select(before[0])
    result = second.result
    banner_button(window).click()
    assert window.session.entries == before
    assert [rows.model().index(row, 0).data() for row in range(3)] == ["b.png", "c.png", "d.png"]
    assert window.session.current is second
    assert second.result is result
    assert second.adjustments.present == Adjustments(0.4)
    assert second.cached is not None
    assert second.cached.path.exists()
    with qtbot.waitSignal(window.session.adjusted):
        window.session.adjust(second, second.adjustments.undone())
    # After another notice a removal is final; the next removal deletes its cached files.
    window.workspace.queue_panel.remove_requested.emit(second)
    assert second.cached.path.exists()
    window.workspace.banner.dismiss()
    window.workspace.queue_panel.remove_requested.emit(before[0])
    assert not second.cached.path.exists()


def test_what_was_removed_in_a_row_is_put_back_together(
    qtbot: QtBot, window: MainWindow, picture: Path, others: list[Path]
) -> None:
    window.open_files(others)
    qtbot.waitUntil(lambda: states(window) == [EntryState.DONE] * 3)
    before = window.session.entries
    qtbot.waitUntil(lambda: all(entry.cached for entry in before))
    for entry in (before[1], before[2]):
        window.workspace.queue_panel.remove_requested.emit(entry)
    assert banner_text(window) == "2 pictures were removed."
    banner_button(window).click()
    assert window.session.entries == before
    assert window.session.current is before[2]
    assert all(entry.cached and entry.cached.path.exists() for entry in before)
    # A drop ends the series of removals.
    window.workspace.queue_panel.remove_requested.emit(before[1])
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.queue_panel.remove_requested.emit(before[2])
    assert banner_text(window) == "“d.png” was removed."
    banner_button(window).click()
    assert before[2] in window.session.entries
    assert before[1] not in window.session.entries


def test_the_keys_of_undo_put_back_while_the_keyboard_is_on_the_queue(
    qtbot: QtBot, window: MainWindow, others: list[Path]
) -> None:
    window.open_files(others)
    qtbot.waitUntil(lambda: states(window) == [EntryState.DONE] * 3)
    before = window.session.entries
    with qtbot.waitSignal(window.session.adjusted):
        window.workspace.adjust_panel.strength_changed.emit(0.4, True)
    assert window.app_actions.undo.isEnabled()
    rows = window.workspace.queue_panel.findChild(QListView)
    assert isinstance(rows, QListView)
    keys = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    rows.setFocus()
    window.workspace.queue_panel.remove_requested.emit(before[1])
    QTest.keyClick(rows, *keys)
    assert window.session.entries == before
    assert banner_text(window) == ""
    assert before[0].adjustments.present == Adjustments(0.4)
    # With no removal to undo, the keys undo an adjustment.
    window.session.select(before[0])
    QTest.keyClick(rows, *keys)
    assert before[0].adjustments.present == Adjustments()


def test_all_are_removed_and_come_back_as_they_were(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, others: list[Path]
) -> None:
    window.open_files(others[:1])
    first = wait_for(qtbot, window, EntryState.DONE)
    fake.gate = threading.Semaphore(0)
    window.open_files(others[1:])
    wait_for(qtbot, window, EntryState.RUNNING)
    window.session.select(first)
    before = window.session.entries
    shown: list[object] = []
    window.session.current_changed.connect(shown.append)
    menu = window.workspace.queue_panel.menu_for(first)
    menu.actions()[-1].trigger()
    menu.close()
    assert window.session.entries == ()
    assert before[2].state is EntryState.WAITING  # never started, not even briefly
    assert shown == [None]
    assert banner_text(window) == "3 pictures were removed."
    banner_button(window).click()
    assert window.session.entries == before
    assert window.session.current is first
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: states(window) == [EntryState.DONE] * 3)


def test_a_picture_that_was_being_restored_is_restored_when_it_is_put_back(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, others: list[Path]
) -> None:
    fake.gate = threading.Semaphore(1)
    window.open_files(others)
    first = wait_for(qtbot, window, EntryState.RUNNING)
    qtbot.waitUntil(lambda: first.partial is not None)
    window.workspace.queue_panel.remove_requested.emit(first)
    banner_button(window).click()
    assert first.state is EntryState.WAITING
    assert (first.progress, first.partial) == (None, None)  # nothing left of the stopped run
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: states(window) == [EntryState.DONE] * 3)
    assert window.session.entries[0] is first

"""A paused queue says so wherever it would say that something waits, runs or takes so long."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState, WorkflowStep
from desktop_app.panels.workflow_strip import StepButton
from tests.fakes import FakeRestorer
from tests.window_driver import texts, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def rows(window: MainWindow) -> list[str]:
    view = window.workspace.queue_panel.findChild(QListView)
    assert isinstance(view, QListView)
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def press(window: MainWindow, word: str) -> None:
    panel = window.workspace.queue_panel
    next(b for b in panel.findChildren(QPushButton) if b.text() == word).click()


def wait_for_progress(qtbot: QtBot, entry: Entry, done: int) -> None:
    qtbot.waitUntil(lambda: entry.progress is not None and entry.progress.done == done)


def test_every_place_says_paused_and_none_a_time(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path, others: list[Path]
) -> None:
    fake.seconds = 0.05
    window.open_files([picture])  # so that the pace of the network is known
    wait_for(qtbot, window, EntryState.DONE)
    fake.gate = threading.Semaphore(3)
    window.open_files(others[:2])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[1])
    entry = wait_for(qtbot, window, EntryState.RUNNING)
    wait_for_progress(qtbot, entry, 3)
    workspace = window.workspace
    window.findChildren(StepButton)[WorkflowStep.NETWORK].click()
    assert rows(window)[1:] == ["b.png, tile 3 of 24", "c.png, waiting"]
    assert workspace.canvas.view.labels == ("", "Restoring")
    shown = [*texts(workspace.workflow_strip), *texts(workspace.queue_panel)]
    assert sum(" left" in text for text in shown) == 2
    running = [*rows(window), *shown]

    press(window, "Pause")
    assert rows(window)[1:] == ["b.png, paused", "c.png, paused"]
    assert workspace.canvas.view.labels == ("", "Paused")
    shown = [*texts(workspace.workflow_strip), *texts(workspace.queue_panel)]
    assert "tile 3 of 24 · paused" in shown
    assert "1 of 3 done · paused" in shown
    assert not any(" left" in text for text in shown)

    press(window, "Resume")
    shown = [*texts(workspace.workflow_strip), *texts(workspace.queue_panel)]
    assert [*rows(window), *shown] == running
    assert workspace.canvas.view.labels == ("", "Restoring")
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: all(it.state is EntryState.DONE for it in window.session.entries))


def test_a_picture_that_starts_during_a_pause_says_paused(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, others: list[Path]
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files(others[:2])
    wait_for(qtbot, window, EntryState.RUNNING)
    press(window, "Pause")
    assert rows(window) == ["b.png, paused", "c.png, paused"]
    assert "paused" in texts(window.workspace.workflow_strip)
    window.session.start(window.session.entries[1])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[1])
    wait_for(qtbot, window, EntryState.RUNNING)
    assert rows(window) == ["b.png, paused", "c.png, paused"]
    assert "paused" in texts(window.workspace.workflow_strip)
    press(window, "Resume")
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: all(it.state is EntryState.DONE for it in window.session.entries))


def test_about_does_not_promise_that_it_follows_soon(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, others: list[Path]
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files(others[:2])
    wait_for(qtbot, window, EntryState.RUNNING)
    window.app_actions.about.trigger()
    pane = window.workspace.about_pane
    pane.tabs.setCurrentIndex(1)
    running, paused = (
        "Restoring comes first; this follows.",
        "Restoring comes first, and it is paused; this follows.",
    )
    qtbot.waitUntil(lambda: running in texts(pane))
    press(window, "Pause")
    qtbot.waitUntil(lambda: paused in texts(pane))
    press(window, "Resume")
    qtbot.waitUntil(lambda: running in texts(pane))
    fake.gate.release(1000)
    qtbot.waitUntil(lambda: all(it.state is EntryState.DONE for it in window.session.entries))

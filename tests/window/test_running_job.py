"""A running job: cancelling it, replacing it, painting it tile by tile."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState, WorkflowStep
from desktop_app.domain.jobs import PartialResult
from desktop_app.engine.service import RestorationService
from desktop_app.i18n.formatting import format_duration, format_time_left
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.panels.workflow_strip import StepButton
from models.enlarge import enlarge
from models.tiling import Box
from tests.fakes import FakeRestorer, contrasted
from tests.pictures import logo
from tests.window_driver import banner_button, banner_text, drop, file_mime, texts, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_esc_cancels_and_retry_starts_again(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(2)
    window.open_files([picture])
    qtbot.waitUntil(lambda: fake.tiles_begun == 2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    entry = wait_for(qtbot, window, EntryState.CANCELLED)
    assert banner_text(window) == "Cancelled. The picture was not restored."
    assert window.workspace.canvas.view.colours_at(0, 0)[1] is None
    fake.gate.release(100)
    QTest.mouseClick(banner_button(window), Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, EntryState.DONE)
    assert window.session.current is entry
    assert banner_text(window) == ""


def test_a_new_drop_goes_first_and_the_displaced_picture_is_restored_after_it(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path, others: list[Path]
) -> None:
    fake.gate = threading.Semaphore(2)
    window.open_files([picture])
    first = wait_for(qtbot, window, EntryState.RUNNING)
    drop(window, file_mime(others[0]))
    qtbot.waitUntil(lambda: window.session.current is not first)
    assert first.state is EntryState.WAITING
    fake.gate.release(1000)
    dropped = wait_for(qtbot, window, EntryState.DONE)
    assert banner_text(window) == ""
    qtbot.waitUntil(lambda: first.state is EntryState.DONE)
    assert window.session.current is dropped


def test_a_stale_tile_is_never_painted_on_another_picture(
    qtbot: QtBot,
    window: MainWindow,
    picture: Path,
    others: list[Path],
    restoration: RestorationService,
) -> None:
    window.open_files([picture])
    first = wait_for(qtbot, window, EntryState.DONE)
    window.open_files([others[0]])
    qtbot.waitUntil(lambda: window.session.current is not first)
    second = wait_for(qtbot, window, EntryState.DONE)
    view = window.workspace.canvas.view
    seen = view.colours_at(5, 5)
    black = Pyramid.build(np.zeros((200, 360, 3), np.uint8))
    stale = PartialResult(black, (Box(0, 0, 64, 64),))
    window.workspace.canvas.show_partial(first, stale)
    restoration.partial_updated.emit(replace(first.job), stale)
    assert view.colours_at(5, 5) == seen
    assert window.session.current is second


def test_tiles_appear_while_it_runs_and_stay_when_steps_are_viewed(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(1)
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.RUNNING)
    view = window.workspace.canvas.view
    qtbot.waitUntil(lambda: view.colours_at(1, 1)[1] is not None)
    expected = tuple(contrasted(enlarge(logo(100, 180), 2))[1, 1])
    assert view.colours_at(1, 1)[1] == expected
    for step in (
        WorkflowStep.INPUT,
        WorkflowStep.ENLARGE,
        WorkflowStep.NETWORK,
        WorkflowStep.OUTPUT,
    ):
        window.findChildren(StepButton)[step].click()
    assert view.colours_at(1, 1)[1] == expected
    assert window.workspace.workflow_strip.step is WorkflowStep.OUTPUT


def test_the_worker_knows_what_is_on_screen(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.RUNNING)
    assert entry.job.visible.get() == Box(0, 0, 200, 360)
    view = window.workspace.canvas.view
    view.set_zoom(16.0, view.view_point(QPointF(359, 199)))
    box = entry.job.visible.get()
    assert box is not None
    assert box.width < 100
    fake.gate.release(1)
    qtbot.waitUntil(lambda: len(fake.boxes) == 1)
    assert fake.boxes[0].intersection(box)
    window.findChildren(StepButton)[WorkflowStep.INPUT].click()
    half = entry.job.visible.get()
    assert half is not None
    assert (half.top % 2, half.left % 2, half.height % 2, half.width % 2) == (0, 0, 0, 0)


def test_the_times_of_one_screen_agree(
    qtbot: QtBot, window: MainWindow, fake: FakeRestorer, picture: Path, others: list[Path]
) -> None:
    """Strip, queue and the cost of the choice follow the tiles of the picture that is running."""
    fake.seconds = 0.01
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    fake.seconds, fake.gate = 0.3, threading.Semaphore(3)
    window.open_files(others[:1])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[-1])
    entry = window.session.entries[-1]
    qtbot.waitUntil(lambda: entry.progress is not None and entry.progress.done == 3)
    assert entry.progress is not None
    left = format_time_left(entry.progress.seconds_left)
    assert f"tile 3 of 24 · {left}" in texts(window.workspace.workflow_strip)
    assert f"1 of 2 done · {left}" in texts(window.workspace.queue_panel)
    whole = format_duration(entry.progress.seconds + entry.progress.seconds_left)
    assert f"about 2× the time (≈ {whole})" in texts(window.workspace.restore_panel)
    window.app_actions.cancel.trigger()
    wait_for(qtbot, window, EntryState.CANCELLED)

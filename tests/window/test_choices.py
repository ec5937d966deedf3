"""Viewing the steps of the workflow, and choosing scale, device and model."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QListView,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState, RecoveredEntry, WorkflowStep
from desktop_app.domain.jobs import Choices
from desktop_app.panels.workflow_strip import StepButton
from desktop_app.settings import Settings
from models.enlarge import enlarge
from tests.fakes import FakeLoader, FakeRestorer, contrasted
from tests.pictures import logo, save_logo
from tests.window_driver import named, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_each_step_shows_its_own_picture(qtbot: QtBot, window: MainWindow, picture: Path) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view, buttons = window.workspace.canvas.view, window.findChildren(StepButton)
    enlarged = enlarge(logo(100, 180), 2)
    buttons[WorkflowStep.INPUT].click()
    assert view.colours_at(179, 99) == (tuple(logo(100, 180)[99, 179]), None)
    assert view.colours_at(180, 100) == (None, None)
    buttons[WorkflowStep.ENLARGE].click()
    assert view.colours_at(359, 199) == (tuple(enlarged[199, 359]), None)
    buttons[WorkflowStep.NETWORK].click()
    assert view.colours_at(359, 199) == (None, tuple(contrasted(enlarged)[199, 359]))
    buttons[WorkflowStep.OUTPUT].click()
    assert all(view.colours_at(359, 199))


def test_viewing_the_input_keeps_the_place(qtbot: QtBot, window: MainWindow, picture: Path) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    view, buttons = window.workspace.canvas.view, window.findChildren(StepButton)
    view.set_zoom(8.0, view.view_point(QPointF(300, 150)))
    middle = QPointF(view.viewport().width() / 2, view.viewport().height() / 2)
    before = view.picture_point(middle)
    buttons[WorkflowStep.INPUT].click()
    assert view.zoom == 16.0
    at_input = view.picture_point(middle) * 2
    assert (at_input - before).manhattanLength() < 1
    buttons[WorkflowStep.OUTPUT].click()
    assert view.zoom == 8.0
    assert (view.picture_point(middle) - before).manhattanLength() < 1


def test_another_scale_restores_again_and_is_this_pictures_alone(
    qtbot: QtBot, window: MainWindow, settings: Settings, loader: FakeLoader, picture: Path
) -> None:
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.restore_panel.changed.emit(replace(window.session.choices, scale=4))
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    assert entry.result.picture.width == 720
    window.workspace.restore_panel.changed.emit(replace(window.session.choices, device="cpu"))
    wait_for(qtbot, window, EntryState.DONE)
    assert loader.loaded[-1] == (Choices().model, "cpu")
    assert entry.choices == Choices(scale=4, device="cpu")
    assert settings.choices == Choices()  # what a new picture gets, now and after the next start


def test_settings_are_given_to_those_that_wait_by_a_button(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    picture: Path,
    others: list[Path],
) -> None:
    fake.gate = threading.Semaphore(0)
    window.open_files([picture, *others])
    wait_for(qtbot, window, EntryState.RUNNING)
    (apply,) = window.workspace.restore_panel.findChildren(QPushButton, "apply")
    assert not apply.isVisible()
    window.workspace.restore_panel.changed.emit(replace(window.session.choices, scale=4))
    wait_for(qtbot, window, EntryState.RUNNING)
    assert [entry.choices.scale for entry in window.session.entries] == [4, *(2 for _ in others)]
    assert apply.isVisible()
    apply.click()
    assert {entry.choices.scale for entry in window.session.entries} == {4}
    assert not apply.isVisible()
    assert window.session.default_choices.scale == 2
    fake.gate.release(10_000)


def test_the_choices_shown_are_those_of_the_current_picture(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    fake: FakeRestorer,
    picture: Path,
    others: list[Path],
) -> None:
    (steady,) = window.workspace.restore_panel.findChildren(QCheckBox)
    panel, (queue,) = (
        window.workspace.restore_panel,
        window.workspace.queue_panel.findChildren(QListView),
    )
    strip = window.findChildren(StepButton)[WorkflowStep.NETWORK]

    def select_row(row: int) -> None:
        index = queue.model().index(row, 0)
        place = queue.visualRect(index).center()
        QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=place)
        wait_for(qtbot, window, EntryState.DONE)

    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.open_files([others[0]])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[1])
    wait_for(qtbot, window, EntryState.DONE)
    steady.click()
    wait_for(qtbot, window, EntryState.DONE)
    assert "one answer" in strip.accessibleName()
    select_row(0)
    assert steady.isChecked()
    assert "one answer" not in strip.accessibleName()
    next(b for b in panel.findChildren(QAbstractButton) if b.text() == "4×").click()
    wait_for(qtbot, window, EntryState.DONE)
    select_row(1)
    assert not steady.isChecked()
    assert panel.choices.scale == 2
    assert fake.self_ensemble == [True, True, False, True]  # selecting a picture restores nothing
    window.open_files([others[1]])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[2])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.choices == panel.choices == settings.choices == Choices()  # the default


def test_the_cost_of_self_ensemble_is_known_once_a_picture_is_done(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: list[float | None] = []
    monkeypatch.setattr(window.workspace.restore_panel, "show_steady_time", times.append)
    begun: list[float] = []
    window.session.progressed.connect(
        lambda entry: begun.append(entry.progress.seconds) if entry.progress.done == 1 else None
    )
    fake.seconds, fake.gate = 0.02, threading.Semaphore(0)
    window.session.set_choices(replace(window.session.choices, self_ensemble=False))
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.RUNNING)
    qtbot.wait(300)  # stands for warming up the network
    fake.gate.release(1000)
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert set(times) == {None, times[-1]}
    assert entry.result is not None
    later = entry.result.run.seconds - begun[0]
    assert begun[0] > 0.3
    assert times[-1] == pytest.approx(
        2 * later * entry.result.run.tiles / (entry.result.run.tiles - 1)
    )
    window.session.start(entry)
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    seconds = entry.result.run.seconds
    assert times[-1] == pytest.approx(2 * seconds)
    window.session.set_choices(replace(window.session.choices, scale=4, self_ensemble=True))
    assert times[-1] == pytest.approx(2 * 4 * 1.25 * seconds)  # before the run has begun
    wait_for(qtbot, window, EntryState.DONE)
    assert fake.self_ensemble == [False, False, True]
    window.session.set_choices(replace(window.session.choices, device="cpu"))
    assert times[-1] is None  # no picture was restored on this device yet


def test_a_first_run_of_one_tile_gives_no_cost(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: list[float | None] = []
    monkeypatch.setattr(window.workspace.restore_panel, "show_steady_time", times.append)
    fake.tile = 512
    window.session.set_choices(replace(window.session.choices, self_ensemble=False))
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert set(times) == {None}
    window.session.start(entry)
    entry = wait_for(qtbot, window, EntryState.DONE)
    assert entry.result is not None
    assert times[-1] == pytest.approx(2 * entry.result.run.seconds)


def test_a_tiny_picture_gives_no_cost_and_shows_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The overhead of its run would be mistaken for the cost of its pixels."""
    times: list[float | None] = []
    monkeypatch.setattr(window.workspace.restore_panel, "show_steady_time", times.append)
    tiny, large = (
        save_logo(tmp_path / "tiny.png", 8, 8),
        save_logo(tmp_path / "large.png", 100, 180),
    )
    window.open_files([tiny])
    wait_for(qtbot, window, EntryState.DONE)
    window.open_files([large])
    qtbot.waitUntil(lambda: window.session.entries[-1].state is EntryState.DONE)
    assert set(times[:-1]) == {None}
    assert times[-1] is not None
    window.session.select(window.session.entries[0])
    assert times[-1] is None


def test_transparency_is_a_part_of_the_cost(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeRestorer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The cost measured with alpha applies when the picture is restored with alpha again."""
    times: list[float | None] = []
    monkeypatch.setattr(window.workspace.restore_panel, "show_steady_time", times.append)
    tiny = save_logo(tmp_path / "tiny.png", 8, 8)
    window.open_files([tiny, save_logo(tmp_path / "clear.png", 100, 180, has_alpha=True)])
    qtbot.waitUntil(lambda: [e.state for e in window.session.entries] == 2 * [EntryState.DONE])
    clear = window.session.entries[1]  # measured whole, since the network was warm
    window.session.select(clear)
    assert clear.result is not None
    assert times[-1] == pytest.approx(clear.result.run.seconds)
    fake.gate = threading.Semaphore(0)
    window.open_files([save_logo(tmp_path / "opaque.png", 100, 180)])
    qtbot.waitUntil(lambda: window.session.current is not clear)
    wait_for(qtbot, window, EntryState.RUNNING)
    assert times[-1] == pytest.approx(clear.result.run.seconds / 2)
    fake.gate.release(1000)
    opaque = wait_for(qtbot, window, EntryState.DONE)
    assert opaque.result is not None
    assert times[-1] == pytest.approx(opaque.result.run.seconds)  # its own tiles decide


def test_a_result_from_disk_gives_no_cost(
    qtbot: QtBot, window: MainWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its time was measured in an earlier session, and the network may not even be loaded now."""
    window.open_files([picture])
    entry = wait_for(qtbot, window, EntryState.DONE)
    qtbot.waitUntil(lambda: entry.cached is not None)
    assert entry.cached is not None
    times: list[float | None] = []
    monkeypatch.setattr(window.workspace.restore_panel, "show_steady_time", times.append)
    choices = replace(entry.choices, device="cpu")
    cached = replace(entry.cached, choices=choices)
    window.session.recover(
        [RecoveredEntry(entry.source, EntryState.EVICTED, cached, choices=choices)]
    )
    window.session.select(window.session.entries[1])
    qtbot.waitUntil(lambda: window.session.current is window.session.entries[1])
    wait_for(qtbot, window, EntryState.DONE)
    assert times[-1] is None


def test_devices_are_offered_once_they_are_known(qtbot: QtBot, window: MainWindow) -> None:
    menu = named(QComboBox, "Device", window.workspace.restore_panel)
    qtbot.waitUntil(lambda: menu.count() == 3)
    assert [menu.itemText(index) for index in range(3)] == ["Automatic", "NVIDIA Test", "CPU"]


def test_a_checkpoint_of_ones_own_is_chosen_and_used(
    qtbot: QtBot,
    window: MainWindow,
    loader: FakeLoader,
    picture: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "mine.pkl"
    own.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(own), ""))
    window.open_files([picture])
    wait_for(qtbot, window, EntryState.DONE)
    window.workspace.restore_panel.checkpoint_requested.emit()
    wait_for(qtbot, window, EntryState.DONE)
    assert loader.loaded[-1] == (str(own), "auto")

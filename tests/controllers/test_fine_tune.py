"""“About this AI” fine-tunes the network on the pictures of the queue, and resets it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.about.inspection_page import InspectionView
from desktop_app.about.pane import Tab
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState, WorkflowStep
from desktop_app.panels.workflow_strip import StepButton
from tests.about_driver import inspected, select
from tests.fakes import FakeRestorer
from tests.pictures import save_logo
from tests.window_driver import banner_button, banner_text, texts, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def restored(qtbot: QtBot, window: MainWindow, picture: Path) -> Entry:
    window.open_files([picture])
    return wait_for(qtbot, window, EntryState.DONE)


def test_the_network_adapts_is_cancelled_and_goes_back(
    qtbot: QtBot, window: MainWindow, restored: Entry, fake: FakeRestorer
) -> None:
    select(window, Tab.INSPECTION, InspectionView.FINE_TUNE)
    learning = window.workspace.about_pane.inspection_page.fine_tune_view
    assert "From the queue: logo.png" in texts(learning)
    fake.gate = threading.Semaphore(1)
    learning.fine_tune_button.setFocus()
    learning.fine_tune_button.click()
    qtbot.waitUntil(lambda: "Step 1 of 3" in texts(learning))
    assert not learning.fine_tune_button.isVisible()
    assert learning.cancel_button.hasFocus()
    learning.cancel_button.click()
    assert learning.fine_tune_button.hasFocus()
    assert learning.outcome == "Cancelled. The network is as it was."
    assert not learning.reset_button.isVisible()
    fake.gate = None
    learning.fine_tune_button.click()
    qtbot.waitUntil(learning.reset_button.isVisible)
    assert learning.outcome.startswith("Adapted in 3 steps")
    assert "by 1.50/255 instead of 2.00/255" in learning.outcome
    calls = fake.calls
    learning.restore_again_button.click()
    wait_for(qtbot, window, EntryState.DONE)
    assert fake.calls == calls + 1
    learning.reset_button.click()
    assert learning.outcome == "The network is as it was shipped."
    assert not learning.reset_button.isVisible()


def test_a_look_with_another_network_ends_the_adapted_one(
    qtbot: QtBot, window: MainWindow, restored: Entry, tmp_path: Path
) -> None:
    window.open_files([save_logo(tmp_path / "second.png")])
    qtbot.waitUntil(lambda: window.session.current is not restored)
    second = wait_for(qtbot, window, EntryState.DONE)
    window.session.set_choices(replace(second.choices, device="cpu"))
    wait_for(qtbot, window, EntryState.DONE)
    window.session.select(restored)
    select(window, Tab.INSPECTION, InspectionView.FINE_TUNE)
    learning = window.workspace.about_pane.inspection_page.fine_tune_view
    learning.fine_tune_button.click()
    qtbot.waitUntil(learning.reset_button.isVisible)
    select(window, Tab.WORKFLOW)
    inspected(qtbot, window)
    assert learning.reset_button.isVisibleTo(learning)
    window.session.select(second)
    inspected(qtbot, window)
    assert not learning.reset_button.isVisibleTo(learning)
    assert learning.outcome == ""


@pytest.fixture
def waiting_picture(
    qtbot: QtBot, window: MainWindow, restored: Entry, fake: FakeRestorer, others: list[Path]
) -> Entry:
    """A picture that was opened during fine-tuning, with the view hidden."""
    select(window, Tab.INSPECTION, InspectionView.FINE_TUNE)
    fake.gate = threading.Semaphore(1)
    window.workspace.about_pane.inspection_page.fine_tune_view.fine_tune_button.click()
    window.app_actions.about.setChecked(False)
    window.open_files(others[:1])
    qtbot.waitUntil(lambda: window.session.current is not restored)
    return wait_for(qtbot, window, EntryState.HELD)


def test_a_picture_that_waits_for_fine_tuning_says_so_and_so_does_its_end(
    qtbot: QtBot, window: MainWindow, waiting_picture: Entry, fake: FakeRestorer
) -> None:
    assert banner_text(window) == "Pictures wait until the network has been fine-tuned."
    step = window.workspace.workflow_strip.findChildren(StepButton)[WorkflowStep.NETWORK]
    assert step.accessibleName().endswith(", waiting for fine-tuning")
    assert "1 of 2 done" in texts(window.workspace.queue_panel)  # no time left, since it is unknown
    fake.gate = None
    assert wait_for(qtbot, window, EntryState.DONE) is waiting_picture
    assert banner_text(window).startswith("Fine-tuning has ended. Adapted in 3 steps")


def test_fine_tuning_that_a_picture_waits_for_can_be_stopped_where_that_is_told(
    qtbot: QtBot, window: MainWindow, waiting_picture: Entry, fake: FakeRestorer
) -> None:
    button = banner_button(window)
    assert button.text() == "Stop fine-tuning"
    button.click()
    fake.gate = None
    assert wait_for(qtbot, window, EntryState.DONE) is waiting_picture
    assert banner_text(window) == ""
    outcome = window.workspace.about_pane.inspection_page.fine_tune_view.outcome
    assert outcome == "Cancelled. The network is as it was."


def test_an_end_that_is_seen_is_told_once(
    qtbot: QtBot, window: MainWindow, waiting_picture: Entry, fake: FakeRestorer
) -> None:
    select(window, Tab.INSPECTION, InspectionView.FINE_TUNE)
    fake.gate = None
    qtbot.waitUntil(
        window.workspace.about_pane.inspection_page.fine_tune_view.reset_button.isVisible
    )
    assert banner_text(window) == ""

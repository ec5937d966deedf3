"""The workflow strip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import EntryState, WorkflowStep
from desktop_app.panels.workflow_strip import StepButton, WorkflowStrip
from tests.pictures import save_logo
from tests.queue.entries import make_entry


@pytest.fixture
def strip(window: QWidget) -> WorkflowStrip:
    strip = WorkflowStrip(window)
    strip.resize(1280, strip.height())
    strip.show()
    return strip


def names(strip: WorkflowStrip) -> list[str]:
    return [button.accessibleName() for button in strip.findChildren(StepButton)]


def test_nothing_opened(strip: WorkflowStrip) -> None:
    strip.show_entry(None, "MIMO-UNet", 4)
    assert names(strip) == ["Input", "Enlarge 4×", "MIMO-UNet", "Output"]
    assert not any(button.isEnabled() for button in strip.findChildren(StepButton))


def test_the_whole_story(strip: WorkflowStrip, tmp_path: Path) -> None:
    entry = make_entry(save_logo(tmp_path / "logo.png"))
    strip.show_entry(entry, "MIMO-UNet", 2)
    first, second, third, last = names(strip)
    assert first == "Input, 80 × 48"
    assert second.startswith("Enlarge 2×, bicubic · ")
    assert third.startswith("MIMO-UNet, CPU fp32 · ")
    assert third.endswith("s")
    assert last == "Output, 160 × 96"


@pytest.mark.parametrize(
    ("state", "detail"),
    [
        (EntryState.LOADING, "getting ready"),
        (EntryState.HELD, "waiting for fine-tuning"),
        (EntryState.RUNNING, "tile 7 of 12 · 3 s left"),
        (EntryState.CANCELLED, "cancelled"),
        (EntryState.FAILED, "failed"),
        (EntryState.EVICTED, "done earlier"),
        (EntryState.WAITING, ""),
    ],
)
def test_the_networks_step_tells_its_state(
    strip: WorkflowStrip, tmp_path: Path, state: EntryState, detail: str
) -> None:
    entry = make_entry(save_logo(tmp_path / "logo.png"), state)
    strip.show_entry(entry, "MIMO-UNet", 2)
    assert names(strip)[2] == ", ".join(["MIMO-UNet", *([detail] if detail else [])])
    assert names(strip)[3] == "Output"


def test_the_bar_follows_the_tiles(strip: WorkflowStrip, tmp_path: Path) -> None:
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    path = save_logo(tmp_path / "logo.png")
    strip.show_entry(make_entry(path, EntryState.RUNNING), "", 2)
    assert (bar.value(), bar.maximum()) == (7, 12)
    strip.show_entry(make_entry(path, EntryState.LOADING), "", 2)
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # busy
    strip.show_entry(make_entry(path, EntryState.DONE), "", 2)
    assert bar.value() < bar.minimum() + 1
    assert bar.maximum() == 1
    assert bar.geometry().bottom() == strip.rect().bottom()


def test_a_picture_that_is_not_enlarged(strip: WorkflowStrip, tmp_path: Path) -> None:
    strip.show_entry(make_entry(save_logo(tmp_path / "logo.png"), scale=1), "MIMO-UNet", 1)
    assert names(strip)[1].startswith("Size, kept · ")


def test_four_times_takes_two_passes(strip: WorkflowStrip, tmp_path: Path) -> None:
    strip.show_entry(make_entry(save_logo(tmp_path / "logo.png"), scale=4), "MIMO-UNet", 4)
    assert names(strip)[1].startswith("Enlarge 4×")
    assert names(strip)[2].startswith("MIMO-UNet, 2 passes · CPU fp32 · ")


def test_a_click_or_a_key_chooses_a_step_and_only_one_is_down(
    qtbot: QtBot, strip: WorkflowStrip, tmp_path: Path
) -> None:
    strip.show_entry(make_entry(save_logo(tmp_path / "logo.png")), "MIMO-UNet", 2)
    buttons = strip.findChildren(StepButton)
    with qtbot.assertNotEmitted(strip.step_chosen):
        strip.set_step(WorkflowStep.OUTPUT)
    with qtbot.waitSignal(strip.step_chosen) as chosen:
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [WorkflowStep.INPUT]
    buttons[1].setFocus()
    with qtbot.waitSignal(strip.step_chosen) as chosen:
        QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    assert chosen.args == [WorkflowStep.ENLARGE]
    assert strip.step is WorkflowStep.ENLARGE
    assert [button.isChecked() for button in buttons] == [False, True, False, False]


def test_all_fits_into_the_smallest_window(strip: WorkflowStrip, tmp_path: Path) -> None:
    entry = make_entry(save_logo(tmp_path / "logo.png", 40, 900), EntryState.RUNNING)
    strip.show_entry(entry, "MIMO-UNet", 2)
    assert strip.minimumSizeHint().width() <= 960

"""Looking into the network: only the latest counts, jobs come first, fine-tuning ends once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.exploration import Exploration
from desktop_app.imaging.reading import read_picture
from desktop_app.inside import SIDE, Adapted, Adapting, Inspection, Kind, Look
from desktop_app.jobs import Choices, JobError
from desktop_app.restoration import Restoration
from desktop_app.work import open_picture
from models.tiling import Box
from tests.fakes import FakeRestorer
from tests.pictures import save_logo
from tests.recording import make_job
from tests.waiting import settle


class Heard(QObject):
    """Everything that an exploration tells, in its order."""

    def __init__(self, exploration: Exploration) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.ends: list[str] = []
        for told in (exploration.inspected, exploration.seen, exploration.found):
            told.connect(self.answers.append)
        exploration.failed.connect(lambda look, error: self.answers.append(error))
        exploration.adapted.connect(lambda _: self.ends.append("adapted"))
        exploration.adapting_failed.connect(lambda _: self.ends.append("failed"))
        exploration.adapting_cancelled.connect(lambda: self.ends.append("cancelled"))


@pytest.fixture
def heard(restoration: Restoration) -> Heard:
    return Heard(restoration.exploration)


def look_at(path: Path, kind: Kind = Kind.INSPECTION) -> Look:
    job = make_job(path)
    return Look(kind, job, open_picture(job))


def test_each_kind_of_look_is_answered_in_its_own_way(
    qtbot: QtBot, restoration: Restoration, heard: Heard, picture: Path
) -> None:
    looks = {kind: look_at(picture, kind) for kind in Kind}
    for look in looks.values():
        restoration.exploration.look(look)
    qtbot.waitUntil(lambda: len(heard.answers) == len(Kind))
    assert {type(answer).__name__ for answer in heard.answers} == {"Inspection", "Sight", "Regions"}
    (inspection,) = (answer for answer in heard.answers if isinstance(answer, Inspection))
    assert inspection.look is looks[Kind.INSPECTION]
    assert [scale.shape[0] for scale in inspection.inputs] == [50, 100, 200]


def test_of_many_looks_of_a_kind_the_first_and_the_last_are_answered(
    qtbot: QtBot, restoration: Restoration, heard: Heard, fake: FakeRestorer, picture: Path
) -> None:
    looks = [look_at(picture) for _ in range(5)]
    for look in looks:
        restoration.exploration.look(look)
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    settle()
    assert fake.looks == [looks[0], looks[-1]]


def test_a_look_makes_way_for_a_job_and_can_be_asked_for_again(
    qtbot: QtBot, restoration: Restoration, heard: Heard, fake: FakeRestorer, picture: Path
) -> None:
    look = look_at(picture)
    restoration.exploration.look(look)
    restoration.start(make_job(picture))
    assert look.cancel.is_set()
    qtbot.waitUntil(lambda: not restoration.is_busy)
    assert heard.answers == []
    restoration.exploration.look(look_at(picture))
    qtbot.waitUntil(lambda: len(heard.answers) == 1)


def test_a_failure_is_told_with_its_sentence(
    qtbot: QtBot, restoration: Restoration, heard: Heard, fake: FakeRestorer, picture: Path
) -> None:
    fake.error = JobError("There is not enough memory.")
    restoration.exploration.look(look_at(picture))
    qtbot.waitUntil(lambda: heard.answers == [fake.error])


def test_fine_tuning_ends_once_and_the_network_is_told(
    qtbot: QtBot, restoration: Restoration, heard: Heard, picture: Path
) -> None:
    steps: list[object] = []
    restoration.exploration.adapting_progressed.connect(steps.append)
    adapting = Adapting((read_picture(picture),), Choices())
    with (
        qtbot.waitSignal(restoration.warmed),
        qtbot.waitSignal(restoration.exploration.adapted) as told,
    ):
        restoration.exploration.adapt(adapting)
    assert told.args is not None
    assert isinstance(told.args[0], Adapted)
    assert len(steps) == 3
    assert heard.ends == ["adapted"]


def test_fine_tuning_can_be_cancelled_in_the_middle(
    qtbot: QtBot, restoration: Restoration, heard: Heard, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(1)
    adapting = Adapting((read_picture(picture),), Choices())
    with qtbot.waitSignal(restoration.exploration.adapting_progressed):
        restoration.exploration.adapt(adapting)
    restoration.exploration.cancel_adapting()
    fake.gate = None
    settle()
    assert heard.ends == ["cancelled"]


def test_closing_gives_up_a_look_and_fine_tuning(
    qtbot: QtBot, restoration: Restoration, heard: Heard, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(0)
    restoration.exploration.adapt(Adapting((read_picture(picture),), Choices()))
    restoration.exploration.look(look_at(picture))
    restoration.close()  # returns when the threads have ended
    assert heard.answers == []


def test_of_a_large_picture_a_part_on_the_grid_is_looked_into(tmp_path: Path) -> None:
    small = look_at(save_logo(tmp_path / "small.png", 48, 80))
    assert small.box == Box(0, 0, 96, 160)
    job = make_job(save_logo(tmp_path / "large.png", 300, 1000))
    opened = open_picture(job)
    assert Look(Kind.SIGHT, job, opened).box == Box(40, 744, SIDE, SIDE)
    corner = Look(Kind.SIGHT, job, opened, centre=(1.0, 1.0)).box
    assert (corner.bottom, corner.right) == (600, 2000)
    assert corner.top % 8 == corner.left % 8 == 0

"""The inspection service: only the latest query counts, jobs come first, fine-tuning ends once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.inspection import (
    MAX_INSPECTED_SIDE,
    FineTuneRequest,
    FineTuneResult,
    Inspection,
    InspectionQuery,
    QueryKind,
)
from desktop_app.domain.jobs import Choices, JobError
from desktop_app.engine.inspection_service import InspectionService
from desktop_app.engine.job_steps import open_picture
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.reading import read_picture
from models.tiling import Box
from tests.engine.job_recorder import make_job
from tests.fakes import FakeRestorer
from tests.pictures import save_logo
from tests.waiting import process_pending_events


class SignalRecorder(QObject):
    """Records the signals of an :class:`InspectionService`, in order."""

    def __init__(self, inspection_service: InspectionService) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.ends: list[str] = []
        for signal in (
            inspection_service.inspection_ready,
            inspection_service.features_ready,
            inspection_service.regions_ready,
        ):
            signal.connect(self.answers.append)
        inspection_service.failed.connect(lambda query, error: self.answers.append(error))
        inspection_service.fine_tuned.connect(lambda _: self.ends.append("adapted"))
        inspection_service.fine_tune_failed.connect(lambda _: self.ends.append("failed"))
        inspection_service.fine_tune_cancelled.connect(lambda: self.ends.append("cancelled"))


@pytest.fixture
def signals(restoration: RestorationService) -> SignalRecorder:
    return SignalRecorder(restoration.inspection_service)


def make_query(path: Path, kind: QueryKind = QueryKind.INSPECTION) -> InspectionQuery:
    job = make_job(path)
    return InspectionQuery(kind, job, open_picture(job))


def test_each_kind_of_look_is_answered_in_its_own_way(
    qtbot: QtBot, restoration: RestorationService, signals: SignalRecorder, picture: Path
) -> None:
    looks = {kind: make_query(picture, kind) for kind in QueryKind}
    for query in looks.values():
        restoration.inspection_service.inspect(query)
    qtbot.waitUntil(lambda: len(signals.answers) == len(QueryKind))
    assert {type(answer).__name__ for answer in signals.answers} == {
        "Inspection",
        "StageFeatures",
        "Regions",
    }
    (inspection,) = (answer for answer in signals.answers if isinstance(answer, Inspection))
    assert inspection.query is looks[QueryKind.INSPECTION]
    assert [scale.shape[0] for scale in inspection.inputs] == [50, 100, 200]


def test_of_many_looks_of_a_kind_the_first_and_the_last_are_answered(
    qtbot: QtBot,
    restoration: RestorationService,
    signals: SignalRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    looks = [make_query(picture) for _ in range(5)]
    for query in looks:
        restoration.inspection_service.inspect(query)
    qtbot.waitUntil(lambda: len(signals.answers) == 2)
    process_pending_events()
    assert fake.queries == [looks[0], looks[-1]]


def test_a_look_makes_way_for_a_job_and_can_be_asked_for_again(
    qtbot: QtBot,
    restoration: RestorationService,
    signals: SignalRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    query = make_query(picture)
    restoration.inspection_service.inspect(query)
    restoration.start(make_job(picture))
    assert query.cancel.is_set()
    qtbot.waitUntil(lambda: not restoration.is_busy)
    assert signals.answers == []
    restoration.inspection_service.inspect(make_query(picture))
    qtbot.waitUntil(lambda: len(signals.answers) == 1)


def test_a_failure_is_told_with_its_sentence(
    qtbot: QtBot,
    restoration: RestorationService,
    signals: SignalRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.error = JobError("There is not enough memory.")
    restoration.inspection_service.inspect(make_query(picture))
    qtbot.waitUntil(lambda: signals.answers == [fake.error])


def test_fine_tuning_ends_once_and_the_network_is_told(
    qtbot: QtBot, restoration: RestorationService, signals: SignalRecorder, picture: Path
) -> None:
    steps: list[object] = []
    restoration.inspection_service.fine_tune_progressed.connect(steps.append)
    adapting = FineTuneRequest((read_picture(picture),), Choices())
    with (
        qtbot.waitSignal(restoration.warmed_up),
        qtbot.waitSignal(restoration.inspection_service.fine_tuned) as told,
    ):
        restoration.inspection_service.fine_tune(adapting)
    assert told.args is not None
    assert isinstance(told.args[0], FineTuneResult)
    assert len(steps) == 3
    assert signals.ends == ["adapted"]


def test_fine_tuning_can_be_cancelled_in_the_middle(
    qtbot: QtBot,
    restoration: RestorationService,
    signals: SignalRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(1)
    adapting = FineTuneRequest((read_picture(picture),), Choices())
    with qtbot.waitSignal(restoration.inspection_service.fine_tune_progressed):
        restoration.inspection_service.fine_tune(adapting)
    restoration.inspection_service.cancel_fine_tuning()
    fake.gate = None
    process_pending_events()
    assert signals.ends == ["cancelled"]


def test_closing_gives_up_a_look_and_fine_tuning(
    qtbot: QtBot,
    restoration: RestorationService,
    signals: SignalRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(0)
    restoration.inspection_service.fine_tune(FineTuneRequest((read_picture(picture),), Choices()))
    restoration.inspection_service.inspect(make_query(picture))
    restoration.close()  # returns when the threads have ended
    assert signals.answers == []


def test_of_a_large_picture_a_part_on_the_grid_is_looked_into(tmp_path: Path) -> None:
    small = make_query(save_logo(tmp_path / "small.png", 48, 80))
    assert small.box == Box(0, 0, 96, 160)
    job = make_job(save_logo(tmp_path / "large.png", 300, 1000))
    opened = open_picture(job)
    assert InspectionQuery(QueryKind.FEATURES, job, opened).box == Box(
        40, 744, MAX_INSPECTED_SIDE, MAX_INSPECTED_SIDE
    )
    corner = InspectionQuery(QueryKind.FEATURES, job, opened, centre=(1.0, 1.0)).box
    assert (corner.bottom, corner.right) == (600, 2000)
    assert corner.top % 8 == corner.left % 8 == 0

"""Requests to the restoration service besides jobs: open, preview and warm up."""

from __future__ import annotations

import gc
import threading
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.domain.jobs import Choices, JobError
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.run_facts import EngineInfo
from tests.engine.job_recorder import JobRecorder, make_job, wait_for_end
from tests.fakes import FAKE, FakeLoader, FakeRestorer, fake_devices
from tests.waiting import process_pending_events


def test_looking_and_previewing_do_not_disturb_the_running_job(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(1)
    running, seen, small = (make_job(picture) for _ in range(3))
    restoration.start(running)
    restoration.open(seen)
    restoration.preview(small)
    qtbot.waitUntil(lambda: bool(record.previews))
    assert record.of(seen) == ["opened"]
    assert (record.previews[0].height, record.previews[0].width) == (100, 180)
    assert record.previews[0].thumbnail.shape == (49, 88, 4)
    assert record.ends(running) == []
    fake.gate.release(100)
    assert wait_for_end(qtbot, record, running) == "succeeded"
    assert record.of(seen) == ["opened"]


def test_a_new_drop_does_not_wait_for_all_previews(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    previews = [make_job(picture) for _ in range(30)]
    for job in previews:
        restoration.preview(job)
    dropped = make_job(picture)
    restoration.start(dropped)
    qtbot.waitUntil(lambda: len(record.previews) == 30)
    said = [what for what, _ in record.said]
    assert said.index("opened") <= 2


def test_a_cancelled_preview_lets_the_others_follow(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    jobs = [make_job(picture) for _ in range(4)]
    for job in jobs:
        restoration.preview(job)
    restoration.cancel(jobs[0])
    restoration.cancel(jobs[2])
    qtbot.waitUntil(lambda: len(record.previews) >= 2)
    process_pending_events()
    assert [job for what, job in record.said if what == "preview"] == [jobs[1], jobs[3]]


def test_the_garbage_collector_is_kept_from_what_warming_up_brings(qtbot: QtBot) -> None:
    """A collection would freeze the window; this holds even if warming up fails."""
    gc.unfreeze()
    seen: list[bool] = []

    def load(_model: str, _device: str) -> FakeRestorer:
        seen.append(gc.isenabled())
        if len(seen) == 1:
            raise JobError("There are no weights.")
        return FakeRestorer()

    with closing(RestorationService(load, fake_devices)) as restoration:
        with qtbot.waitSignal(restoration.warm_up_failed):
            restoration.warm_up(Choices())
        assert gc.isenabled()
        count = gc.get_freeze_count()
        assert count > 10_000
        with qtbot.waitSignal(restoration.warmed_up):
            restoration.warm_up(Choices())
    assert seen == [False, True]
    assert gc.get_freeze_count() <= count  # what comes later, such as pictures, can be collected


def test_warming_up_lists_devices_and_loads_the_network(
    qtbot: QtBot, restoration: RestorationService, loader: FakeLoader
) -> None:
    with (
        qtbot.waitSignal(restoration.warmed_up) as warmed_up,
        qtbot.waitSignal(restoration.devices_listed) as listed,
    ):
        restoration.warm_up(Choices(device="cpu"))
    assert warmed_up.args == [EngineInfo(FAKE, "CPU", "fp32")]
    assert listed.args == [fake_devices()]
    loader.error = JobError("The model is missing.")
    with qtbot.waitSignal(restoration.warm_up_failed) as failed:
        restoration.warm_up(Choices(device="cuda:0"))
    assert failed.args == [loader.error]

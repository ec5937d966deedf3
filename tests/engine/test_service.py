"""The restoration service: each started job ends once, a cancelled job at once, and no thread survives."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.domain.requests import ExportRequest
from desktop_app.engine.service import RestorationService
from desktop_app.engine.torch_backend import TorchBackend
from desktop_app.engine.writer import Writer
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.imaging.writing import ExportOptions
from models.enlarge import enlarge
from models.progress import Progress
from models.registry import DEFAULTS
from models.tiling import Box
from tests.engine.job_recorder import JobRecorder, make_job, wait_for_end
from tests.fakes import FAKE, FakeLoader, FakeRestorer, contrasted, fake_devices
from tests.pictures import logo, save_logo
from tests.waiting import process_pending_events, wait_for_threads


def test_a_job_is_opened_started_restored_in_tiles_and_ends_once(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    job = make_job(picture)
    restoration.start(job)
    assert wait_for_end(qtbot, record, job) == "succeeded"
    process_pending_events()
    tiles = ["tile"] * (4 * 6)
    assert record.of(job) == ["opened", "started", *tiles, "succeeded"]
    assert not restoration.is_busy
    assert [progress.done for progress in record.progress] == list(range(1, 25))
    assert {progress.total for progress in record.progress} == {24}


def test_the_result_is_what_the_restorer_made(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    job = make_job(picture)
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    expected = contrasted(enlarge(logo(100, 180), 2))
    result, opened = record.results[0], record.opened[0]
    np.testing.assert_array_equal(result.picture.rgb, expected)
    np.testing.assert_array_equal(result.pyramid.region(0, 0, 0, 200, 360), expected)
    np.testing.assert_array_equal(opened.enlarged.rgb, enlarge(logo(100, 180), 2))
    assert result.run.engine == EngineInfo(FAKE, "CPU", "fp32")
    assert result.picture.dpi == pytest.approx((288, 288), rel=0.01)
    assert result.run.tiles == 24
    for progress in record.progress:
        assert progress.tile is not None
        assert progress.tile.alpha is None
        np.testing.assert_array_equal(progress.tile.rgb, expected[progress.box.slices])


def test_everything_is_heard_in_the_windows_thread_and_done_in_another(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    job = make_job(picture)
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    assert record.threads == {threading.main_thread()}
    assert threading.get_ident() not in fake.threads


def test_the_progress_of_a_transparent_picture_covers_colour_and_alpha(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, tmp_path: Path
) -> None:
    job = make_job(save_logo(tmp_path / "logo.png", 64, 128, has_alpha=True))
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    assert [(progress.done, progress.total) for progress in record.progress] == [
        (done, 16) for done in range(1, 17)
    ]
    enlarged = record.opened[0].enlarged
    assert enlarged.alpha is not None
    for progress in record.progress[:8]:
        assert progress.tile is not None
        assert progress.tile.alpha is not None
        np.testing.assert_array_equal(progress.tile.alpha, enlarged.alpha[progress.box.slices])
    result = record.results[0].picture
    assert result.alpha is not None
    assert not np.array_equal(result.alpha, enlarged.alpha)
    assert record.results[0].run.tiles == 16


def test_scale_model_and_device_reach_the_restorer_and_it_is_loaded_once(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    loader: FakeLoader,
    picture: Path,
) -> None:
    for _ in range(2):
        job = make_job(picture, scale=4, model="another", device="cpu")
        restoration.start(job)
        wait_for_end(qtbot, record, job)
    assert loader.loaded == [("another", "cpu")]
    assert record.results[0].picture.rgb.shape == (400, 720, 3)


def test_what_is_looked_at_is_restored_first(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    job = make_job(picture)
    job.visible.set(Box(130, 330, 10, 10))
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    assert fake.boxes[0] == Box(128, 320, 64, 40)


def test_a_running_job_is_cancelled_at_once_and_stops_within_one_tile(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(3)
    job = make_job(picture)
    restoration.start(job)
    qtbot.waitUntil(lambda: len(record.progress) == 3)
    restoration.cancel(job)
    assert record.ends(job) == ["cancelled"]  # without waiting for the worker
    fake.gate.release(100)
    process_pending_events()
    assert fake.tiles_begun <= 4
    assert record.of(job)[-1] == "cancelled"
    assert record.ends(job) == ["cancelled"]
    assert not restoration.is_busy


def test_cancelling_twice_or_after_the_end_says_nothing_more(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    job = make_job(picture)
    restoration.start(job)
    restoration.cancel(job)
    restoration.cancel(job)
    process_pending_events()
    assert record.of(job) == ["cancelled"]
    other = make_job(picture)
    restoration.start(other)
    wait_for_end(qtbot, record, other)
    restoration.cancel(other)
    process_pending_events()
    assert record.ends(other) == ["succeeded"]


def test_a_result_that_was_on_its_way_when_its_job_was_cancelled_is_not_heard(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(1)
    job = make_job(picture)
    restoration.start(job)
    qtbot.waitUntil(lambda: len(record.progress) == 1)
    fake.gate.release(100)
    wait_for_threads()  # the window does not listen, and the worker gets done
    assert fake.tiles_begun == 24
    restoration.cancel(job)
    process_pending_events()
    assert record.ends(job) == ["cancelled"]
    assert not record.results
    assert not restoration.is_busy


def test_a_new_job_replaces_the_running_one_which_is_heard_no_more(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.gate = threading.Semaphore(2)
    first, second = make_job(picture), make_job(picture)
    restoration.start(first)
    qtbot.waitUntil(lambda: len(record.progress) == 2)
    restoration.start(second)
    assert record.ends(first) == []  # not replaced before the second picture has been read
    qtbot.waitUntil(lambda: record.ends(first) == ["displaced"])
    fake.gate.release(100)
    assert wait_for_end(qtbot, record, second) == "succeeded"
    process_pending_events()
    assert record.ends(first) == ["displaced"]
    after = record.said[record.said.index(("displaced", first)) + 1 :]
    assert {id(job) for _, job in after} == {id(second)}


def test_the_latest_of_many_wins_and_each_ends_once(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.seconds = 0.02
    jobs = [make_job(picture) for _ in range(8)]
    for job in jobs:
        restoration.start(job)
        qtbot.wait(3)  # some are stopped before they began and some in the middle
    assert wait_for_end(qtbot, record, jobs[-1]) == "succeeded"
    process_pending_events()
    assert [record.ends(job) for job in jobs[:-1]] == [["displaced"]] * 7
    assert record.ends(jobs[-1]) == ["succeeded"]


def test_an_unreadable_picture_fails_and_the_running_job_goes_on(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    tmp_path: Path,
) -> None:
    fake.gate = threading.Semaphore(1)
    good = make_job(save_logo(tmp_path / "logo.png"))
    restoration.start(good)
    qtbot.waitUntil(lambda: len(record.progress) == 1)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    bad = make_job(broken)
    restoration.start(bad)
    assert wait_for_end(qtbot, record, bad) == "failed"
    assert "broken.png" in str(record.errors[0])
    assert record.errors[0].remedy is Remedy.NONE
    fake.gate.release(100)
    assert wait_for_end(qtbot, record, good) == "succeeded"
    process_pending_events()
    assert record.of(bad) == ["failed"]


def test_a_failure_in_the_middle_is_one_sentence_with_its_remedy(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
) -> None:
    fake.error = JobError("There is not enough memory.", Remedy.USE_CPU)
    fake.error_after = 2
    job = make_job(picture)
    restoration.start(job)
    assert wait_for_end(qtbot, record, job) == "failed"
    process_pending_events()
    assert record.of(job) == ["opened", "started", "tile", "tile", "failed"]
    assert record.errors[0].remedy is Remedy.USE_CPU
    fake.error = None
    again = make_job(picture)
    restoration.start(again)
    assert wait_for_end(qtbot, record, again) == "succeeded"


def test_an_unforeseen_error_is_logged_and_told(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    fake: FakeRestorer,
    picture: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    fake.error = ZeroDivisionError("by zero\nand more")
    job = make_job(picture)
    restoration.start(job)
    assert wait_for_end(qtbot, record, job) == "failed"
    assert str(record.errors[0]) == "Something unexpected went wrong: by zero"
    assert record.errors[0].remedy is Remedy.RETRY
    assert "ZeroDivisionError" in caplog.text


def test_a_missing_model_fails_each_job_and_can_be_mended(
    qtbot: QtBot,
    restoration: RestorationService,
    record: JobRecorder,
    loader: FakeLoader,
    picture: Path,
) -> None:
    loader.error = JobError("The model is missing.", Remedy.USE_DEFAULT_MODEL)
    job = make_job(picture)
    restoration.start(job)
    assert wait_for_end(qtbot, record, job) == "failed"
    assert record.of(job) == ["opened", "failed"]
    loader.error = None
    again = make_job(picture)
    restoration.start(again)
    assert wait_for_end(qtbot, record, again) == "succeeded"


def test_an_opened_picture_is_not_read_again(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, picture: Path
) -> None:
    job = make_job(picture)
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    picture.unlink()
    opened = record.opened[0]
    same = make_job(picture)
    restoration.start(same, opened)
    assert wait_for_end(qtbot, record, same) == "succeeded"
    assert record.opened[1] is opened
    larger = replace(make_job(picture, scale=4), picture=opened.picture)
    restoration.start(larger)
    assert wait_for_end(qtbot, record, larger) == "succeeded"
    assert record.results[2].picture.rgb.shape == (400, 720, 3)


@pytest.mark.parametrize("kind", ["bytes", "image"])
def test_a_pasted_picture_keeps_its_alpha(
    qtbot: QtBot, restoration: RestorationService, record: JobRecorder, tmp_path: Path, kind: str
) -> None:
    path = save_logo(tmp_path / "logo.png", has_alpha=True)
    job = make_job(path.read_bytes() if kind == "bytes" else QImage(str(path)))
    restoration.start(job)
    assert wait_for_end(qtbot, record, job) == "succeeded"
    np.testing.assert_array_equal(record.opened[0].picture.alpha, logo(has_alpha=True)[..., 3])


def test_closing_in_the_middle_leaves_no_thread_and_waits_for_the_file(
    qtbot: QtBot, fake: FakeRestorer, loader: FakeLoader, picture: Path, tmp_path: Path
) -> None:
    restoration, writer = RestorationService(loader, fake_devices), Writer()
    record = JobRecorder(restoration)
    first = make_job(picture)
    restoration.start(first)
    wait_for_end(qtbot, record, first)
    fake.gate = threading.Semaphore(1)
    restoration.start(make_job(picture))
    qtbot.waitUntil(lambda: len(record.progress) == 25)
    for _ in range(5):
        restoration.preview(make_job(picture))
    target = tmp_path / "logo-2x.png"
    writer.save(ExportRequest(record.results[0].picture, target, ExportOptions()))
    begun = time.monotonic()
    restoration.close()
    writer.close()
    assert fake.tiles_begun == 25  # it waited for no tile
    assert time.monotonic() - begun < 10
    assert target.is_file()
    said = len(record.said)
    process_pending_events()
    assert len(record.said) == said
    restoration.close()  # twice is harmless
    writer.close()


def test_closing_before_anything_was_asked(qtbot: QtBot, loader: FakeLoader) -> None:
    RestorationService(loader, fake_devices).close()
    assert loader.loaded == []


def test_the_real_restorer_fits_and_its_errors_are_sentences(tmp_path: Path) -> None:
    missing = tmp_path / "gone.safetensors"
    with pytest.raises(JobError, match=r"gone\.safetensors") as caught:
        TorchBackend(str(missing), "cpu")
    assert caught.value.remedy is Remedy.USE_DEFAULT_MODEL
    with pytest.raises(JobError, match="cuda:99") as no_device:
        TorchBackend("clearmark-small", "cuda:99")
    assert no_device.value.remedy is Remedy.USE_CPU


def test_the_real_restorer_averages_two_answers_unless_told_otherwise() -> None:
    restorer, pixels = TorchBackend("auto", "cpu"), logo(24, 40)
    seen: list[Progress] = []
    steady = restorer.restore(pixels, on_progress=seen.append)
    assert [tile.source.name for tile in seen] == ["NETWORK"]
    assert (steady != restorer.restore(pixels, self_ensemble=False)).any()
    assert restorer.info.name == DEFAULTS["cpu"]

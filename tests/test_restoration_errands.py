"""What the threads do besides the jobs: look, preview, warm up, write and copy."""

from __future__ import annotations

import gc
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_app.errands import Copy, Document, Export
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.jobs import Choices, Engine, JobError
from desktop_app.restoration import Restoration
from desktop_app.results.adjustments import Adjusting, Adjustments
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.pictures import save_logo
from tests.recording import Record, make_job, wait_for_end
from tests.waiting import settle


def test_looking_and_previewing_do_not_disturb_the_running_job(
    qtbot: QtBot, restoration: Restoration, record: Record, fake: FakeRestorer, picture: Path
) -> None:
    fake.gate = threading.Semaphore(1)
    running, seen, small = (make_job(picture) for _ in range(3))
    restoration.start(running)
    restoration.look(seen)
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
    qtbot: QtBot, restoration: Restoration, record: Record, picture: Path
) -> None:
    previews = [make_job(picture) for _ in range(30)]
    for job in previews:
        restoration.preview(job)
    dropped = make_job(picture)
    restoration.start(dropped)
    qtbot.waitUntil(lambda: len(record.previews) == 30)
    said = [what for what, _ in record.said]
    assert said.index("opened") <= 2


def test_a_drop_does_not_wait_for_what_is_being_written(
    qtbot: QtBot, restoration: Restoration, record: Record, picture: Path, tmp_path: Path
) -> None:
    slow_disk = threading.Event()
    dropped = make_job(picture)
    with qtbot.waitSignal(restoration.saved):
        try:
            restoration.write(Document(tmp_path / "slow.pdf", slow_disk.wait))
            restoration.start(dropped)
            assert wait_for_end(qtbot, record, dropped) == "succeeded"
        finally:
            slow_disk.set()


def test_a_cancelled_preview_lets_the_others_follow(
    qtbot: QtBot, restoration: Restoration, record: Record, picture: Path
) -> None:
    jobs = [make_job(picture) for _ in range(4)]
    for job in jobs:
        restoration.preview(job)
    restoration.cancel(jobs[0])
    restoration.cancel(jobs[2])
    qtbot.waitUntil(lambda: len(record.previews) >= 2)
    settle()
    assert [job for what, job in record.said if what == "preview"] == [jobs[1], jobs[3]]


def test_the_garbage_collector_is_kept_from_what_warming_up_brings(qtbot: QtBot) -> None:
    """It would stand in the window's way, even where the warming up goes wrong."""
    gc.unfreeze()
    seen: list[bool] = []

    def load(_model: str, _device: str) -> FakeRestorer:
        seen.append(gc.isenabled())
        if len(seen) == 1:
            raise JobError("There are no weights.")
        return FakeRestorer()

    with closing(Restoration(load, fake_devices)) as restoration:
        with qtbot.waitSignal(restoration.warm_failed):
            restoration.warm_up(Choices())
        assert gc.isenabled()
        count = gc.get_freeze_count()
        assert count > 10_000
        with qtbot.waitSignal(restoration.warmed):
            restoration.warm_up(Choices())
    assert seen == [False, True]
    assert gc.get_freeze_count() <= count  # what comes later, such as pictures, can be collected


def test_warming_up_lists_devices_and_loads_the_network(
    qtbot: QtBot, restoration: Restoration, loader: FakeLoader
) -> None:
    with (
        qtbot.waitSignal(restoration.warmed) as warmed,
        qtbot.waitSignal(restoration.devices_listed) as listed,
    ):
        restoration.warm_up(Choices(device="cpu"))
    assert warmed.args == [Engine("MIMO-UNet", "CPU", "fp32", "fake")]
    assert listed.args == [fake_devices()]
    loader.error = JobError("The model is missing.")
    with qtbot.waitSignal(restoration.warm_failed) as failed:
        restoration.warm_up(Choices(device="cuda:0"))
    assert failed.args == [loader.error]


def test_a_result_is_written_and_a_refusal_told(
    qtbot: QtBot, restoration: Restoration, record: Record, picture: Path, tmp_path: Path
) -> None:
    job = make_job(picture)
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    result = record.results[0].picture
    target = tmp_path / "logo-2x.webp"
    export = Export(result, target, ExportOptions(ExportFormat.WEBP), picture)
    with qtbot.waitSignal(restoration.saved) as saved:
        restoration.export(export)
    assert saved.args == [export, None]
    np.testing.assert_array_equal(np.asarray(Image.open(target).convert("RGB")), result.rgb)
    with qtbot.waitSignal(restoration.save_failed) as failed:
        restoration.export(export)
    assert "logo-2x.webp" in str(failed.args[1])
    too_long = Export(result, tmp_path / f"{'x' * 300}.png", ExportOptions(), picture)
    with qtbot.waitSignal(restoration.save_failed) as failed:
        restoration.export(too_long)
    assert "the name is too long" in str(failed.args[1])
    before = picture.read_bytes()
    over_source = Export(result, picture, ExportOptions(), picture, is_confirmed=True)
    with qtbot.waitSignal(restoration.save_failed):
        restoration.export(over_source)
    assert picture.read_bytes() == before


def test_a_slider_moved_in_one_picture_does_not_keep_another_from_being_adjusted(
    qtbot: QtBot, restoration: Restoration, picture: Path
) -> None:
    pixels = Picture(np.zeros((8, 8, 3), np.uint8))
    moved, finished = make_job(picture), make_job(picture)
    done: list[tuple[int, float]] = []
    restoration.adjusted.connect(
        lambda asked, _made: done.append((asked.job.entry, asked.adjustments.strength))
    )
    for job, strength in ((moved, 0.1), (finished, 0.5), (moved, 0.2), (moved, 0.3)):
        restoration.adjust(Adjusting(job, pixels, pixels, Adjustments(strength)))
    qtbot.waitUntil(lambda: (moved.entry, 0.3) in done)
    assert done == [(moved.entry, 0.1), (finished.entry, 0.5), (moved.entry, 0.3)]


def test_a_copy_is_a_png_and_an_image_with_alpha(
    qtbot: QtBot, restoration: Restoration, record: Record, tmp_path: Path
) -> None:
    job = make_job(save_logo(tmp_path / "logo.png", has_alpha=True, dpi=144))
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    result = record.results[0].picture
    with qtbot.waitSignal(restoration.copied) as copied:
        restoration.copy(result)
    copy: Copy = copied.args[0]
    path = tmp_path / "copy.png"
    path.write_bytes(copy.png)
    with Image.open(path) as image:
        np.testing.assert_array_equal(np.asarray(image), result.rgba())
        assert image.info["dpi"][0] == pytest.approx(288, rel=0.01)
    assert copy.image.hasAlphaChannel()
    assert result.alpha is not None
    assert copy.image.pixelColor(3, 4).alpha() == result.alpha[4, 3]

"""The writer: each request gets one reply, to its caller, and none is lost when the program closes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_app.domain.requests import CacheWrite, ClipboardPicture, DocumentRequest, ExportRequest
from desktop_app.engine.service import RestorationService
from desktop_app.engine.writer import Writer
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from tests.engine.job_recorder import JobRecorder, make_job, wait_for_end
from tests.pictures import save_logo
from tests.waiting import process_pending_events


@pytest.fixture
def writer(qtbot: QtBot) -> Iterator[Writer]:
    with closing(Writer()) as writer:
        yield writer


def test_a_drop_does_not_wait_for_what_is_being_written(
    qtbot: QtBot,
    writer: Writer,
    restoration: RestorationService,
    record: JobRecorder,
    picture: Path,
    tmp_path: Path,
) -> None:
    slow_disk = threading.Event()
    dropped = make_job(picture)
    reply = writer.save(DocumentRequest(tmp_path / "slow.pdf", slow_disk.wait))
    with qtbot.waitSignal(reply.finished):
        try:
            restoration.start(dropped)
            assert wait_for_end(qtbot, record, dropped) == "succeeded"
        finally:
            slow_disk.set()


def test_a_result_is_written_and_a_refusal_told(
    qtbot: QtBot,
    writer: Writer,
    restoration: RestorationService,
    record: JobRecorder,
    picture: Path,
    tmp_path: Path,
) -> None:
    job = make_job(picture)
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    result = record.results[0].picture
    target = tmp_path / "logo-2x.webp"
    export = ExportRequest(result, target, ExportOptions(ExportFormat.WEBP), picture)
    with qtbot.waitSignal(writer.save(export).finished) as saved:
        pass
    assert saved.args == [export, None]
    np.testing.assert_array_equal(np.asarray(Image.open(target).convert("RGB")), result.rgb)
    with qtbot.waitSignal(writer.save(export).failed) as failed:
        pass
    assert "logo-2x.webp" in str(failed.args[1])
    too_long = ExportRequest(result, tmp_path / f"{'x' * 300}.png", ExportOptions(), picture)
    with qtbot.waitSignal(writer.save(too_long).failed) as failed:
        pass
    assert "the name is too long" in str(failed.args[1])
    before = picture.read_bytes()
    over_source = ExportRequest(result, picture, ExportOptions(), picture, is_confirmed=True)
    with qtbot.waitSignal(writer.save(over_source).failed):
        pass
    assert picture.read_bytes() == before


def test_a_copy_is_a_png_and_an_image_with_alpha(
    qtbot: QtBot,
    writer: Writer,
    restoration: RestorationService,
    record: JobRecorder,
    tmp_path: Path,
) -> None:
    job = make_job(save_logo(tmp_path / "logo.png", has_alpha=True, dpi=144))
    restoration.start(job)
    wait_for_end(qtbot, record, job)
    result = record.results[0].picture
    with qtbot.waitSignal(writer.copy(result).finished) as copied:
        pass
    assert copied.args[0] is result
    copy: ClipboardPicture = copied.args[1]
    path = tmp_path / "copy.png"
    path.write_bytes(copy.png)
    with Image.open(path) as image:
        np.testing.assert_array_equal(np.asarray(image), result.rgba())
        assert image.info["dpi"][0] == pytest.approx(288, rel=0.01)
    assert copy.image.hasAlphaChannel()
    assert result.alpha is not None
    assert copy.image.pixelColor(3, 4).alpha() == result.alpha[4, 3]


def test_each_request_is_answered_once_and_only_to_who_asked(
    qtbot: QtBot, writer: Writer, tmp_path: Path
) -> None:
    folder = tmp_path / "folder.png"
    folder.mkdir()
    pixels = Picture(np.zeros((8, 8, 3), np.uint8))
    requests: list[ExportRequest | DocumentRequest] = [
        ExportRequest(pixels, tmp_path / "one.png", ExportOptions()),
        ExportRequest(pixels, folder, ExportOptions(), is_confirmed=True),
        DocumentRequest(tmp_path / "two.pdf", lambda: None),
    ]
    heard: list[tuple[int, str, object]] = []
    for number, request in enumerate(requests):
        reply = writer.save(request)
        reply.finished.connect(lambda it, _, n=number: heard.append((n, "finished", it)))
        reply.failed.connect(lambda it, _, n=number: heard.append((n, "failed", it)))
    qtbot.waitUntil(lambda: len(heard) >= len(requests))
    process_pending_events()
    ends = ("finished", "failed", "finished")
    assert heard == [(n, end, requests[n]) for n, end in enumerate(ends)]


def test_what_is_being_written_is_finished_at_the_end_and_answered_no_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    slow_disk = threading.Event()
    heard: list[object] = []
    writer = Writer()
    slow = writer.save(DocumentRequest(tmp_path / "slow.pdf", slow_disk.wait))
    kept = writer.cache(CacheWrite(0, tmp_path / "queue.json", b"the queue"))
    for reply in (slow, kept):
        reply.finished.connect(lambda *answer: heard.append(answer))
        reply.failed.connect(lambda *answer: heard.append(answer))
    threading.Timer(0.05, slow_disk.set).start()
    writer.close()
    assert slow_disk.is_set()
    assert (tmp_path / "queue.json").read_bytes() == b"the queue"
    process_pending_events()
    assert heard == []


def test_what_a_killed_window_left_unfinished_is_removed_at_the_next_export(
    qtbot: QtBot, writer: Writer, tmp_path: Path
) -> None:
    left, new = tmp_path / ".clearmark-1.part", tmp_path / ".clearmark-2.part"
    for path in (left, new):
        path.write_bytes(b"half")
    os.utime(left, (1, 1))
    picture = Picture(np.zeros((2, 2, 3), np.uint8))
    export = ExportRequest(picture, tmp_path / "a.png", ExportOptions())
    with qtbot.waitSignal(writer.save(export).finished):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "a.png"]

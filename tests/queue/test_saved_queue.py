"""A list of a queue is input like any other: what makes no sense is refused, and nothing is waited for."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.domain.entry import EntryState, RecoveredEntry
from desktop_app.domain.history import History
from desktop_app.domain.jobs import CachedResult, Choices, Source
from desktop_app.imaging.encoding import ExportOptions
from desktop_app.imaging.protection import Protection, Rectangle, Stroke
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from desktop_app.imaging.state_file import StateError
from desktop_app.queue import saved_queue
from desktop_app.queue.job_factory import JobFactory
from desktop_app.queue.queue_folders import QUEUE_FILE
from desktop_app.queue.saved_queue import encode_queue, read_queue
from models.network_info import NetworkInfo
from tests.mutations import mutations
from tests.pictures import save_logo

RUN_FACTS = RunFacts(EngineInfo(NetworkInfo("n", "N", True, "0f"), "CPU", "fp32"), 1.5, 6, 1, 2)
ADJUSTMENTS = Adjustments(
    0.25,
    Protection((Rectangle(1, 2, 3.5, 4), Stroke(((1, 2), (3, 4)), 5))),
    (FillSnap((1, 2, 3), (4, 5, 6), (7, 8, 9)), FillSnap((1, 1, 1), (2, 2, 2))),
    "#123456",
)

RECTANGLE = {"left": 3, "top": 0, "right": 1, "bottom": 1}  # its sides are in the wrong order


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a queue: a finished picture, a pasted one, and one that was cancelled."""
    folder = tmp_path / "1-1"
    folder.mkdir()
    jobs = JobFactory()
    source = tmp_path / "a\udcff.png"  # a byte that is no UTF-8; the file is gone
    finished = jobs.entry(Source("a.png", source), Choices(4), 1.0)
    finished.cached = CachedResult(save_logo(folder / "1.png"), Choices(4), RUN_FACTS)
    finished.adjustments = History(ADJUSTMENTS)
    finished.exported, finished.print_width = ADJUSTMENTS, 42.0
    copy = save_logo(folder / "2.png").rename(folder / "2.source")
    pasted = jobs.entry(Source("Pasted", copy.read_bytes()), Choices(), 1.0)
    cancelled = jobs.entry(
        Source("c.png", tmp_path / "c.png"), Choices(model="/home/me/weights.pkl"), 1.0
    )
    cancelled.cancel()
    listed = [(finished, source), (pasted, copy), (cancelled, tmp_path / "c.png")]
    (folder / QUEUE_FILE).write_bytes(encode_queue(listed))
    return folder


def change(folder: Path, **facts: object) -> None:
    """Change the first picture of a list."""
    file = folder / QUEUE_FILE
    listed = json.loads(file.read_bytes())
    listed["pictures"][0] |= facts
    file.write_text(json.dumps(listed))


def test_what_is_written_is_read(folder: Path) -> None:
    saved = read_queue(folder)
    finished, pasted, cancelled = saved.pictures
    assert saved.unreadable == 0
    assert finished.source.path == folder.parent / "a\udcff.png"
    assert finished.cached == CachedResult(folder / "1.png", Choices(4), RUN_FACTS)
    assert (finished.adjustments, finished.choices) == (ADJUSTMENTS, Choices(4))
    assert (finished.print_width, finished.is_exported) == (42.0, True)
    assert pasted.source.content == (folder / "2.source").read_bytes()
    assert (pasted.state, cancelled.state) == (EntryState.WAITING, EntryState.CANCELLED)
    assert cancelled.choices == Choices(model="/home/me/weights.pkl")


def use(picture: RecoveredEntry) -> None:
    """Do with a picture what the window does at once."""
    entry = JobFactory().entry(picture.source, picture.choices, 1.0)
    entry.recover(picture)
    picture.adjustments.protection.mask(8, 8)
    for scale in (1, 4, 2):
        entry.set_choices(replace(entry.choices, scale=scale))
    entry.export_options(ExportOptions())
    assert entry.source.name.isprintable()


def test_no_mutation_of_a_list_raises_anything_else(folder: Path) -> None:
    file = folder / QUEUE_FILE
    refused = partly = 0
    for data in mutations(file.read_bytes(), 600):
        file.write_bytes(data)
        try:
            saved = read_queue(folder)
        except StateError:
            refused += 1
            continue
        partly += saved.unreadable > 0
        for picture in saved.pictures:
            use(picture)
    assert refused > 100
    assert partly > 100


@pytest.mark.parametrize(
    "facts",
    [
        {"name": 3},
        {"name": ""},
        {"path": None},
        {"path": "a\0b"},
        {"choices": {"scale": 2.0}},
        {"choices": {"scale": 3}},
        {"choices": {"surprise": 1}},
        {"choices": {"device": 0}},
        {"print_width": 0},
        {"print_width": float("nan")},
        {"kept": {"path": "1.png"}},
        {"adjustments": {}},
        {"adjustments": ADJUSTMENTS.to_json() | {"strength": 2}},
        {"adjustments": ADJUSTMENTS.to_json() | {"snaps": [{"before": [1, 2, 256]}]}},
        {"adjustments": ADJUSTMENTS.to_json() | {"protection": {"shapes": [{"radius": 1}]}}},
        {"adjustments": ADJUSTMENTS.to_json() | {"protection": {"shapes": [RECTANGLE]}}},
    ],
)
def test_a_picture_that_makes_no_sense_costs_no_other(folder: Path, facts: dict[str, Any]) -> None:
    change(folder, **facts)
    saved = read_queue(folder)
    assert ([it.source.name for it in saved.pictures], saved.unreadable) == (["Pasted", "c.png"], 1)


@pytest.mark.timeout(60)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_nothing_is_read_from_devices_or_outside_the_folder(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder.parent / "secret").write_text("not of this queue")
    for path in ("/dev/zero", str(folder / "pipe"), str(folder.parent / "secret"), "/", ".."):
        change(folder, path=path, is_file=False)
        assert read_queue(folder).unreadable == 1
    (folder / QUEUE_FILE).unlink()
    os.mkfifo(folder / QUEUE_FILE)
    with pytest.raises(StateError, match="device"):
        read_queue(folder)


def test_a_result_outside_the_folder_is_not_taken(folder: Path) -> None:
    listed = json.loads((folder / QUEUE_FILE).read_bytes())
    other = save_logo(folder.parent / "other.png")
    kept = listed["pictures"][0]["kept"] | {"path": str(other)}
    change(folder, kept=kept)
    assert read_queue(folder).pictures[0].state is EntryState.WAITING


def test_a_list_that_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved_queue, "_MAX_BYTES", 1000)
    with pytest.raises(StateError, match="large"):
        read_queue(folder)


def test_a_network_before_version_4_is_not_taken_for_one_of_version_4(folder: Path) -> None:
    listed = json.loads((folder / QUEUE_FILE).read_bytes())
    engine = {"model": "A", "device": "CPU", "precision": "bf16", "model_name": "n-adapted"}
    listed["pictures"][0]["kept"]["engine"] = engine
    for version, unreadable in ((3, 0), (4, 1)):
        (folder / QUEUE_FILE).write_text(json.dumps(listed | {"version": version}))
        saved = read_queue(folder)
        assert saved.unreadable == unreadable
    (folder / QUEUE_FILE).write_text(json.dumps(listed | {"version": 3}))
    cached = read_queue(folder).pictures[0].cached
    assert cached is not None
    assert cached.run.engine.network == NetworkInfo("n", "A", is_adapted=True)

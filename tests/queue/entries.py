"""Entries of the queue in every state, made without threads."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices, Job, JobError, Source
from desktop_app.engine.job_steps import open_picture, restore_opened
from desktop_app.imaging.picture_run import PictureProgress, engine_info
from models.tiling import Box
from tests.fakes import FakeRestorer

_numbers = count(1)


def make_entry(path: Path, state: EntryState = EntryState.DONE, *, scale: int = 2) -> Entry:
    """An entry as the session would have it in this state."""
    number = next(_numbers)
    source = Source(path.name, path)
    job = Job(number, number, source, Choices(scale=scale))
    entry = Entry(number, source, job, state)
    if state in (EntryState.WAITING, EntryState.OPENING):
        return entry
    entry.opened = open_picture(job)
    entry.thumbnail = entry.opened.thumbnail
    restorer = FakeRestorer()
    if state is EntryState.RUNNING:
        entry.engine = engine_info(restorer)
        entry.progress = PictureProgress(7, 12, 3.5, Box(0, 0, 64, 64))
    if state is EntryState.DONE:
        entry.result = restore_opened(job, entry.opened, restorer, lambda _progress: None)
        entry.engine = entry.result.run.engine
    if state is EntryState.FAILED:
        entry.error = JobError("There is not enough memory.")
    return entry

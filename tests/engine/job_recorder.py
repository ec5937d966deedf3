"""Jobs for tests of the restoration service, and a recorder of its signals."""

from __future__ import annotations

import threading
from itertools import count
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.jobs import Choices, Job, JobError, OpenedPicture, Preview, Result, Source
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.picture_run import PictureProgress
from desktop_app.imaging.run_facts import EngineInfo


class JobRecorder:
    """Records the signals of a :class:`RestorationService`, in order."""

    def __init__(self, restoration: RestorationService) -> None:
        self.said: list[tuple[str, Job]] = []
        self.opened: list[OpenedPicture] = []
        self.started: list[EngineInfo] = []
        self.progress: list[PictureProgress] = []
        self.results: list[Result] = []
        self.errors: list[JobError] = []
        self.previews: list[Preview] = []
        self.threads: set[threading.Thread] = set()
        restoration.opened.connect(lambda job, it: self._add("opened", job, self.opened, it))
        restoration.started.connect(lambda job, it: self._add("started", job, self.started, it))
        restoration.progressed.connect(lambda job, it: self._add("tile", job, self.progress, it))
        restoration.succeeded.connect(lambda job, it: self._add("succeeded", job, self.results, it))
        restoration.failed.connect(lambda job, it: self._add("failed", job, self.errors, it))
        restoration.previewed.connect(lambda job, it: self._add("preview", job, self.previews, it))
        restoration.cancelled.connect(lambda job: self._add("cancelled", job, [], None))
        restoration.displaced.connect(lambda job: self._add("displaced", job, [], None))

    def _add(self, what: str, job: Job, store: list, payload: object) -> None:  # type: ignore[type-arg]
        self.threads.add(threading.current_thread())
        self.said.append((what, job))
        store.append(payload)

    def of(self, job: Job) -> list[str]:
        """Return the names of the signals emitted for one job."""
        return [what for what, whose in self.said if whose is job]

    def ends(self, job: Job) -> list[str]:
        """Return the terminal signals of one job."""
        return [
            what
            for what in self.of(job)
            if what in ("succeeded", "failed", "cancelled", "displaced")
        ]


_numbers = count(1)


def make_job(path: Path | bytes | QImage, **choices: object) -> Job:
    number = next(_numbers)
    name = path.name if isinstance(path, Path) else "Pasted picture"
    return Job(number, number, Source(name, path), Choices(**choices))  # type: ignore[arg-type]


def wait_for_end(qtbot: QtBot, record: JobRecorder, job: Job) -> str:
    qtbot.waitUntil(lambda: bool(record.ends(job)))
    return record.ends(job)[0]

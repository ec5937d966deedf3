"""Whatever call fails while a queue is brought back: each finished result is found again, and once."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, RecoveredEntry
from desktop_app.domain.jobs import CachedResult, Choices, Source
from desktop_app.domain.requests import CacheWrite
from desktop_app.engine.result_cache import write_cache
from desktop_app.engine.writer import Writer
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from desktop_app.queue.job_factory import JobFactory
from desktop_app.queue.recovery import Recovery
from desktop_app.queue.session import Session
from models.network_info import NetworkInfo
from models.registry import MODELS
from tests.faults import KILL, run_on_faulty_disk
from tests.pictures import save_logo

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed process is a forked one"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

NAMES = ["a.png", "b.png"]


class SessionWithoutThreads(QObject):
    """What the recovery needs of a session; nothing is opened or restored."""

    added = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)
    changed = Signal(object)
    adjusted = Signal(object)
    succeeded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._jobs = JobFactory()

    def recover(self, pictures: Sequence[RecoveredEntry]) -> None:
        for recovered in pictures:
            entry = self._jobs.entry(recovered.source, recovered.choices, 1.0)
            entry.recover(recovered)
            self.entries.append(entry)
            self.added.emit(entry)


class WriterWithoutThread:
    """Writes at once; a reply comes only if that succeeded."""

    def cache(self, write: CacheWrite) -> SimpleNamespace:
        try:
            write_cache(write)
        except OSError:
            return SimpleNamespace(finished=SimpleNamespace(connect=lambda _slot: None))

        def reply(slot: Callable[[], None]) -> None:
            slot()

        return SimpleNamespace(finished=SimpleNamespace(connect=reply))


def program(queues: Path) -> tuple[SessionWithoutThreads, Recovery]:
    session = SessionWithoutThreads()
    return session, Recovery(cast(Session, session), cast(Writer, WriterWithoutThread()), queues)


def end(recovery: Recovery) -> None:
    """Release all locks as the end of a process does."""
    recovery._save_timer.stop()
    for lock in (recovery._lock, *recovery._brought_back, *recovery._used_too):
        if lock is not None:
            lock.unlock()


def leave_queue(folder: Path) -> Path:
    """Leave a queue of two finished pictures behind; return the folder of queues."""
    session, recovery = program(folder / "queue")
    recovery._make_folder()
    run = RunFacts(EngineInfo(NetworkInfo(MODELS[0].name, "A"), "CPU", "fp32"), 1.0, 6, 0, 0)
    for number, name in enumerate(NAMES):
        source = save_logo(folder / name, seed=number)
        entry = session._jobs.entry(Source(name, source), Choices(), 1.0)
        result = save_logo(recovery._folder / name, seed=9 + number)
        entry.cached = CachedResult(result, Choices(), run)
        session.entries.append(entry)
    recovery._write()
    end(recovery)
    return folder / "queue"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, KILL])
def test_each_finished_result_is_found_again_at_each_fault(
    qtbot: QtBot, tmp_path: Path, code: int
) -> None:
    for failing in itertools.count(1):
        (place := tmp_path / str(failing)).mkdir()
        queues = leave_queue(place)
        _, recovery = program(queues)

        def bring_back(recovery: Recovery = recovery) -> None:
            recovered = recovery.find()
            assert recovered is not None
            try:
                recovery.recover(recovered)
            except OSError:
                assert code != KILL

        was_reached = run_on_faulty_disk(bring_back, failing, code)
        end(recovery)
        _, later = program(queues)
        again = later.find()
        assert again is not None
        assert [picture.source.name for picture in again.pictures] == NAMES
        assert all(it.cached and it.cached.path.is_file() for it in again.pictures)
        if not was_reached:
            assert failing > 8
            assert len(list(queues.iterdir())) == 1  # the old queue is gone
            return

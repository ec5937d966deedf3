"""The memory limit: entries that are not shown are evicted, and come back when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices, Source
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.queue.session import Session
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.queue.session_driver import hold_back_tiles, select, states, wait_for

Start = Callable[[int], Session]


@pytest.fixture
def start(qtbot: QtBot, fake: FakeRestorer) -> Iterator[Start]:
    """Return a function that starts a session with a memory limit in bytes."""
    restoration, reviewer = RestorationService(FakeLoader(fake), fake_devices), Reviewer()
    yield lambda memory_limit: Session(restoration, reviewer, Choices(), memory_limit)
    restoration.close()
    reviewer.close()


def test_old_results_give_way_when_there_are_too_many_and_come_back_when_asked(
    qtbot: QtBot, start: Start, sources: list[Source]
) -> None:
    one = 80 * 48 * 4 * (1 + 4 + 4)
    session = start(2 * one)
    session.open(sources[:4])
    done, evicted = EntryState.DONE, EntryState.EVICTED
    # The first is shown; of the others only the latest stays in memory.
    qtbot.waitUntil(lambda: states(session) == [done, evicted, evicted, done])
    assert sum(entry.pixel_bytes for entry in session.entries) <= 2 * one
    second = session.entries[1]
    assert second.thumbnail is not None
    session.start(second)
    wait_for(qtbot, second, done)
    assert session.current is second
    assert states(session) == [done, done, evicted, evicted]


def test_what_was_pasted_never_gives_way(qtbot: QtBot, start: Start, sources: list[Source]) -> None:
    session = start(1)
    path = sources[0].path
    assert path is not None
    session.open([Source("Pasted picture", path.read_bytes())])
    wait_for(qtbot, session.entries[0], EntryState.DONE)
    session.open(sources[1:2])
    wait_for(qtbot, session.entries[1], EntryState.DONE)
    assert session.entries[0].state is EntryState.DONE


def test_pictures_that_were_only_looked_at_give_way_too(
    qtbot: QtBot, start: Start, fake: FakeRestorer, sources: list[Source]
) -> None:
    session = start(1)
    hold_back_tiles(fake, 0)
    session.open(sources[:4])
    wait_for(qtbot, session.entries[0], EntryState.RUNNING)
    for entry in session.entries[1:]:
        select(qtbot, session, entry)
    is_open = [entry.opened is not None for entry in session.entries]
    assert is_open == [True, False, False, True]  # the running and the current one
    assert states(session) == [EntryState.RUNNING] + [EntryState.WAITING] * 3

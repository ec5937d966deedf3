"""Displacement: a picture whose place another takes goes back to waiting and is restored later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Source
from desktop_app.queue.session import Session
from tests.fakes import FakeRestorer
from tests.queue.session_driver import hold_back_tiles, states, wait_for
from tests.waiting import process_pending_events


def test_a_picture_that_is_displaced_before_it_is_read_has_a_thumbnail_while_it_waits(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 0)
    session.open(sources[:1])
    session.open(sources[1:2])  # in the same turn of the event loop
    first, second = session.entries
    assert states(session) == [EntryState.WAITING, EntryState.OPENING]
    qtbot.waitUntil(lambda: first.thumbnail is not None)
    assert first.state is EntryState.WAITING
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)
    wait_for(qtbot, first, EntryState.DONE)


@pytest.mark.parametrize("way", ["retry", "settings", "put back"])
def test_a_picture_that_another_takes_the_place_of_is_restored_later(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source], way: str
) -> None:
    session.open(sources[:1])
    done = session.entries[0]
    wait_for(qtbot, done, EntryState.DONE)
    gate = hold_back_tiles(fake, 1)
    session.open(sources[1:2])
    running = session.entries[1]
    wait_for(qtbot, running, EntryState.RUNNING)
    if way == "retry":
        session.start(done)
    elif way == "settings":
        session.set_choices(replace(session.choices, scale=1), done)
    else:
        session.remove(done)
        session.undo_remove(done, 0)
        session.start(done)
    wait_for(qtbot, done, EntryState.RUNNING, EntryState.LOADING)
    assert running.state is EntryState.WAITING
    gate.release(1000)
    wait_for(qtbot, running, EntryState.DONE)
    assert done.state is EntryState.DONE


def test_what_the_user_cancels_stays_cancelled_after_a_drop(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    session.open(sources[:1])
    wait_for(qtbot, session.entries[0], EntryState.RUNNING)
    session.cancel()
    session.open(sources[1:2])
    gate.release(1000)
    wait_for(qtbot, session.entries[1], EntryState.DONE)
    process_pending_events()
    assert session.entries[0].state is EntryState.CANCELLED

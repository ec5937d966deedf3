"""Helpers for tests of the queue: waiting for a state, and holding back tiles."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.queue.session import Session
from tests.fakes import FakeRestorer


def states(session: Session) -> list[EntryState]:
    return [entry.state for entry in session.entries]


def wait_for(qtbot: QtBot, entry: Entry, *wanted: EntryState) -> None:
    qtbot.waitUntil(lambda: entry.state in wanted)


def hold_back_tiles(fake: FakeRestorer, tiles: int) -> threading.Semaphore:
    fake.gate = threading.Semaphore(tiles)
    return fake.gate


def select(qtbot: QtBot, session: Session, entry: Entry) -> None:
    session.select(entry)
    qtbot.waitUntil(lambda: session.current is entry)

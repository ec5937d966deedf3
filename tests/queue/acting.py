"""What tests of the queue wait for, and how they hold it up."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from desktop_app.queue.entry import Entry, State
from desktop_app.queue.session import Session
from tests.fakes import FakeRestorer


def states(session: Session) -> list[State]:
    return [entry.state for entry in session.entries]


def wait_for(qtbot: QtBot, entry: Entry, *wanted: State) -> None:
    qtbot.waitUntil(lambda: entry.state in wanted)


def gated(fake: FakeRestorer, tiles: int) -> threading.Semaphore:
    fake.gate = threading.Semaphore(tiles)
    return fake.gate


def look_at(qtbot: QtBot, session: Session, entry: Entry) -> None:
    session.show(entry)
    qtbot.waitUntil(lambda: session.current is entry)

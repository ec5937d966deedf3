"""How long pictures and the queue take: their own tiles decide, and all that is said of it agrees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices, Source
from desktop_app.queue.session import Session
from desktop_app.queue.time_left import TimeEstimator
from tests.fakes import FakeRestorer
from tests.pictures import save_logo
from tests.queue.session_driver import hold_back_tiles, states, wait_for

TILES = 6  # of each picture


@pytest.fixture
def estimator(session: Session) -> TimeEstimator:
    return TimeEstimator(session)


class Stopwatch:
    """Notes how long the first tile of each run took."""

    def __init__(self, session: Session) -> None:
        self._first: dict[Entry, float] = {}
        session.progressed.connect(self._on_progressed)

    def _on_progressed(self, entry: Entry) -> None:
        assert entry.progress is not None
        if entry.progress.done == 1:
            self._first[entry] = entry.progress.seconds

    def without_warm_up(self, entry: Entry) -> float:
        """Return the seconds of a run as if its first tile had taken no longer than the others."""
        assert entry.result is not None
        run = entry.result.run
        others = (run.seconds - self._first[entry]) * run.tiles / (run.tiles - 1)
        return min(run.seconds, others)


def test_the_time_left_follows_from_what_is_done(
    qtbot: QtBot,
    session: Session,
    estimator: TimeEstimator,
    fake: FakeRestorer,
    sources: list[Source],
) -> None:
    assert estimator.seconds_left() is None
    stopwatch = Stopwatch(session)
    fake.seconds = 0.02
    gate = hold_back_tiles(fake, TILES)
    session.open(sources[:3])
    wait_for(qtbot, session.entries[0], EntryState.DONE)
    wait_for(qtbot, session.entries[1], EntryState.RUNNING)
    qtbot.waitUntil(lambda: session.entries[2].size is not None)
    # All have the same size, and two remain.
    seconds = stopwatch.without_warm_up(session.entries[0])
    assert estimator.seconds_left() == pytest.approx(2 * seconds)
    gate.release(1000)
    qtbot.waitUntil(lambda: states(session) == [EntryState.DONE] * 3)
    assert estimator.seconds_left() is None


def test_a_transparent_picture_that_waits_counts_twice(
    qtbot: QtBot, session: Session, estimator: TimeEstimator, fake: FakeRestorer, tmp_path: Path
) -> None:
    """Colour and alpha each take a run of the network."""
    stopwatch = Stopwatch(session)
    fake.seconds = 0.02
    gate = hold_back_tiles(fake, TILES)
    for name, has_alpha in (("a.png", False), ("b.png", False), ("c.png", True)):
        save_logo(tmp_path / name, has_alpha=has_alpha)
    session.open([Source(name, tmp_path / name) for name in ("a.png", "b.png", "c.png")])
    wait_for(qtbot, session.entries[0], EntryState.DONE)
    wait_for(qtbot, session.entries[1], EntryState.RUNNING)
    qtbot.waitUntil(lambda: session.entries[2].size is not None)
    seconds = stopwatch.without_warm_up(session.entries[0])
    assert estimator.seconds_left() == pytest.approx((1 + 2) * seconds)
    gate.release(1000)
    qtbot.waitUntil(lambda: states(session) == [EntryState.DONE] * 3)


def test_the_tiles_of_the_running_picture_decide_how_long_it_takes(
    qtbot: QtBot,
    session: Session,
    estimator: TimeEstimator,
    fake: FakeRestorer,
    tmp_path: Path,
) -> None:
    """It has more to restore than the first, of which much is flat, say."""
    fake.seconds, fake.parts = 0.01, TILES
    gate = hold_back_tiles(fake, TILES)
    paths = [save_logo(tmp_path / name, 100, 180) for name in ("a.png", "b.png")]
    session.open([Source(path.name, path) for path in paths])
    first, second = session.entries
    wait_for(qtbot, first, EntryState.DONE)
    fake.seconds = 0.2
    gate.release(3)
    qtbot.waitUntil(lambda: second.progress is not None and second.progress.done == 3)
    progress = second.progress
    assert progress is not None
    whole = estimator.seconds_for(second, second.choices)
    assert whole == pytest.approx(progress.seconds + progress.seconds_left)
    assert whole is not None
    assert whole > 1  # the first took a twentieth of that
    assert estimator.seconds_left() == pytest.approx(progress.seconds_left)
    single = replace(second.choices, self_ensemble=False)
    assert estimator.seconds_for(second, single) == pytest.approx(whole / 2)
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)
    assert second.result is not None
    took = second.result.run.seconds
    assert estimator.seconds_for(second, second.choices) == pytest.approx(took)


def test_a_picture_that_is_restored_again_takes_as_long_as_it_took(
    qtbot: QtBot,
    session: Session,
    estimator: TimeEstimator,
    fake: FakeRestorer,
    sources: list[Source],
) -> None:
    fake.seconds = 0.01
    session.open(sources[:1])
    first = session.entries[0]
    wait_for(qtbot, first, EntryState.DONE)
    fake.seconds = 0.1
    session.open(sources[1:2])
    second = session.entries[1]
    wait_for(qtbot, second, EntryState.DONE)
    assert second.result is not None
    took = second.result.run.seconds
    gate = hold_back_tiles(fake, 0)
    session.start(second)
    wait_for(qtbot, second, EntryState.RUNNING)
    assert estimator.seconds_left() == pytest.approx(took)
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)


def test_what_another_device_took_says_nothing(
    qtbot: QtBot,
    session: Session,
    estimator: TimeEstimator,
    fake: FakeRestorer,
    sources: list[Source],
) -> None:
    fake.seconds = 0.01
    session.open(sources[:1])
    wait_for(qtbot, session.entries[0], EntryState.DONE)
    gate = hold_back_tiles(fake, 0)
    session.set_default_choices(Choices(device="cpu"))
    session.open(sources[1:2])
    wait_for(qtbot, session.entries[1], EntryState.RUNNING)
    assert estimator.seconds_left() is None
    gate.release(1000)
    wait_for(qtbot, session.entries[1], EntryState.DONE)

"""The session: which entries run, wait and are shown."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices, JobError, PartialResult, Remedy, Source
from desktop_app.queue.session import Session
from tests.fakes import FakeRestorer, contrasted
from tests.queue.session_driver import hold_back_tiles, select, states, wait_for
from tests.waiting import process_pending_events


def test_the_first_dropped_runs_and_is_shown_the_others_follow_in_order(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    finished: list[Entry] = []
    session.succeeded.connect(finished.append)
    session.open(sources[:3])
    first = session.entries[0]
    wait_for(qtbot, first, EntryState.RUNNING)
    assert session.current is first
    assert states(session)[1:] == [EntryState.WAITING, EntryState.WAITING]
    qtbot.waitUntil(lambda: all(entry.thumbnail is not None for entry in session.entries))
    gate.release(1000)
    qtbot.waitUntil(lambda: states(session) == [EntryState.DONE] * 3)
    assert finished == list(session.entries)
    assert session.current is first  # finished background pictures are not shown


def test_a_new_drop_replaces_the_running_one_and_what_waited_goes_on_waiting(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    session.open(sources[:2])
    running, waiting = session.entries
    wait_for(qtbot, running, EntryState.RUNNING)
    session.open(sources[2:3])
    dropped = session.entries[2]
    wait_for(qtbot, dropped, EntryState.RUNNING, EntryState.LOADING)
    assert running.state is EntryState.WAITING
    assert running.progress is None
    assert waiting.state is EntryState.WAITING
    assert session.current is dropped
    finished: list[Entry] = []
    session.succeeded.connect(finished.append)
    gate.release(1000)
    wait_for(qtbot, waiting, EntryState.DONE)
    assert finished == [dropped, running, waiting]


def test_an_unreadable_drop_changes_nothing(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source], tmp_path: Path
) -> None:
    hold_back_tiles(fake, 1)
    session.open(sources[:1])
    running = session.entries[0]
    wait_for(qtbot, running, EntryState.RUNNING)
    with qtbot.waitSignal(session.failed) as failed:
        session.open([Source("gone.png", tmp_path / "gone.png")])
    assert "gone.png" in str(failed.args[1])
    assert session.entries == (running,)
    assert session.current is running
    assert running.state is EntryState.RUNNING


def test_an_unreadable_one_among_many_leaves_the_queue_and_the_rest_is_done(
    qtbot: QtBot, session: Session, sources: list[Source], tmp_path: Path
) -> None:
    gone = Source("gone.png", tmp_path / "gone.png")
    failures: list[JobError] = []
    session.failed.connect(lambda _entry, error: failures.append(error))
    session.open([gone, sources[0], gone, sources[1]])
    qtbot.waitUntil(lambda: states(session) == [EntryState.DONE] * 2)
    assert len(failures) == 2
    assert session.current is session.entries[0]


def test_nothing_is_shown_after_a_lone_unreadable_one(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.failed):
        session.open([Source("gone.png", tmp_path / "gone.png")])
    assert session.current is None
    assert session.entries == ()


def test_cancelling_goes_on_with_the_next(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    session.open(sources[:2])
    first, second = session.entries
    wait_for(qtbot, first, EntryState.RUNNING)
    session.cancel()
    assert first.state is EntryState.CANCELLED
    assert first.progress is None
    assert first.partial is None
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)
    assert session.current is first
    session.cancel()  # nothing runs: nothing happens
    assert states(session) == [EntryState.CANCELLED, EntryState.DONE]


def test_a_waiting_one_can_be_looked_at_without_jumping_the_queue(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    session.open(sources[:2])
    first, second = session.entries
    wait_for(qtbot, first, EntryState.RUNNING)
    select(qtbot, session, second)
    assert second.opened is not None
    assert states(session) == [EntryState.RUNNING, EntryState.WAITING]
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)


def test_other_choices_restore_the_shown_picture_again_without_reading_it(
    qtbot: QtBot, session: Session, sources: list[Source]
) -> None:
    session.open(sources[:1])
    entry = session.entries[0]
    wait_for(qtbot, entry, EntryState.DONE)
    path = entry.source.path
    assert path is not None
    path.unlink()
    session.set_choices(replace(session.choices, scale=4))
    wait_for(qtbot, entry, EntryState.DONE)
    assert entry.result is not None
    assert entry.result.picture.width == 4 * 80
    run = entry.job
    session.set_choices(session.choices)
    assert entry.job is run  # the same choices do not restore it again


def test_removing_the_running_one_shows_its_neighbour_and_goes_on(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    session.open(sources[:2])
    first, second = session.entries
    wait_for(qtbot, first, EntryState.RUNNING)
    session.remove(first)
    assert first.job.cancel.is_set()
    assert session.entries == (second,)
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)
    assert session.current is second
    with qtbot.waitSignal(session.current_changed) as shown:
        session.remove(second)
    assert shown.args == [None]
    assert session.current is None


def test_a_failure_keeps_the_picture_and_the_queue_goes_on(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    fake.error = JobError("No memory.", Remedy.USE_CPU)
    session.open(sources[:2])
    qtbot.waitUntil(lambda: states(session) == [EntryState.FAILED] * 2)
    first = session.entries[0]
    assert first.opened is not None
    assert first.error is fake.error
    fake.error = None
    session.start(first)
    wait_for(qtbot, first, EntryState.DONE)
    assert first.error is None


def test_even_a_failure_without_remedy_keeps_a_picture_that_was_opened(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    fake.error = JobError("It went wrong.")
    session.open(sources[:1])
    qtbot.waitUntil(lambda: states(session) == [EntryState.FAILED])
    assert session.current is session.entries[0]


def test_tiles_gather_in_the_partial_picture_until_the_result_is_there(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 2)
    partials: list[PartialResult] = []
    session.partial_updated.connect(lambda _entry, partial: partials.append(partial))
    session.open(sources[:1])
    entry = session.entries[0]
    qtbot.waitUntil(lambda: sum(len(partial.changed) for partial in partials) == 2)
    assert entry.partial is not None
    assert entry.opened is not None
    expected = contrasted(entry.opened.enlarged.rgb)
    for place in [place for partial in partials for place in partial.changed]:
        box = (place.top, place.left, place.height, place.width)
        rows = slice(place.top, place.top + place.height)
        columns = slice(place.left, place.left + place.width)
        np.testing.assert_array_equal(entry.partial.region(0, *box), expected[rows, columns])
    assert entry.partial.pixel(95, 159) == entry.opened.enlarged_pyramid.pixel(95, 159)
    gate.release(100)
    wait_for(qtbot, entry, EntryState.DONE)
    assert entry.partial is None


def test_a_picture_started_again_in_the_middle_hears_nothing_of_its_earlier_run(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 2)
    session.open(sources[:1])
    entry = session.entries[0]
    qtbot.waitUntil(lambda: entry.progress is not None and entry.progress.done == 2)
    earlier = entry.job
    session.set_choices(replace(session.choices, scale=1))
    assert entry.progress is None
    qtbot.waitUntil(earlier.cancel.is_set)
    gate.release(1000)
    wait_for(qtbot, entry, EntryState.DONE)
    process_pending_events()
    assert entry.state is EntryState.DONE
    assert entry.result is not None
    assert entry.result.picture.width == 80


def test_a_pause_holds_within_a_tile_and_nothing_else_starts(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 2)
    begun = time.monotonic()
    session.open(sources[:2])
    running, waiting = session.entries
    wait_for(qtbot, running, EntryState.RUNNING)
    qtbot.waitUntil(lambda: fake.tiles_begun == 2)
    with qtbot.waitSignal(session.paused) as paused:
        session.pause(is_paused=True)
    assert paused.args == [True]
    rest = time.monotonic()
    gate.release(1000)
    qtbot.wait(800)  # no signal tells that nothing happens
    rest = time.monotonic() - rest
    # At most one more tile: the one that was past the check.
    assert fake.tiles_begun <= 3
    assert states(session) == [EntryState.RUNNING, EntryState.WAITING]
    session.pause(is_paused=False)
    wait_for(qtbot, running, EntryState.DONE)
    total = time.monotonic() - begun
    wait_for(qtbot, waiting, EntryState.DONE)
    result = running.result
    assert result is not None
    # The pause does not count as work: at most the tile that was being restored when it began.
    assert result.run.seconds < total - rest / 2


def test_a_paused_picture_can_be_cancelled_and_the_next_one_waits_for_the_end_of_the_pause(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    session.pause(is_paused=True)
    session.open(sources[:2])
    running, waiting = session.entries
    wait_for(qtbot, running, EntryState.RUNNING)
    session.cancel()
    assert running.state is EntryState.CANCELLED
    qtbot.wait(100)  # no signal tells that nothing happens
    assert waiting.state is EntryState.WAITING
    assert fake.tiles_begun == 0
    session.pause(is_paused=False)
    wait_for(qtbot, waiting, EntryState.DONE)
    assert running.state is EntryState.CANCELLED


def test_what_waits_is_restored_in_the_order_it_is_put_in(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 1)
    finished: list[str] = []
    session.succeeded.connect(lambda entry: finished.append(entry.source.name))
    session.open(sources[:4])
    wait_for(qtbot, session.entries[0], EntryState.RUNNING)
    with qtbot.waitSignal(session.moved) as moved:
        session.move(session.entries[3], 1)
    assert moved.args == [session.entries[1], 1]
    session.move(session.entries[2], 99)
    assert [entry.source.name for entry in session.entries] == ["a.png", "d.png", "c.png", "b.png"]
    gate.release(1000)
    qtbot.waitUntil(lambda: len(finished) == 4)
    assert finished == ["a.png", "d.png", "c.png", "b.png"]


def test_a_waiting_one_put_back_after_another_scale_was_chosen_is_opened_anew(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    gate = hold_back_tiles(fake, 0)
    session.open(sources[:2])
    first, second = session.entries
    wait_for(qtbot, first, EntryState.RUNNING)
    select(qtbot, session, second)
    session.select(first)
    session.set_choices(Choices(scale=4))
    session.apply_to_waiting()
    session.remove(second)
    session.undo_remove(second, 1)
    gate.release(1000)
    wait_for(qtbot, second, EntryState.DONE)
    assert second.opened is not None
    assert second.result is not None
    assert second.opened.scale == 4
    assert second.result.picture.size_text == second.opened.enlarged.size_text


def test_nothing_half_restored_stays_after_a_failure(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    fake.error, fake.error_after, fake.seconds = MemoryError(), 3, 0.05
    session.open(sources[:1])
    (entry,) = session.entries
    qtbot.waitUntil(lambda: entry.partial is not None)
    wait_for(qtbot, entry, EntryState.FAILED)
    assert entry.partial is None
    assert entry.progress is None

"""Choices per picture: which ones the current, the waiting and the new pictures get."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices, Remedy, Source
from desktop_app.imaging.protection import Protection, Rectangle, Stroke
from desktop_app.queue.session import Session
from tests.fakes import FakeRestorer
from tests.queue.session_driver import hold_back_tiles, wait_for


def test_each_picture_keeps_its_choices_and_those_that_wait_take_them_only_when_told(
    qtbot: QtBot, session: Session, fake: FakeRestorer, sources: list[Source]
) -> None:
    once, fourfold = Choices(scale=1), Choices(scale=4)
    session.set_default_choices(once)
    session.open(sources[:1])
    first = session.entries[0]
    wait_for(qtbot, first, EntryState.DONE)
    gate = hold_back_tiles(fake, 0)
    session.open(sources[1:4])
    second, third, fourth = session.entries[1:]
    wait_for(qtbot, second, EntryState.RUNNING)
    session.cancel()
    wait_for(qtbot, third, EntryState.RUNNING)
    run = third.job
    session.select(first)
    assert session.choices == once
    session.set_choices(fourfold)
    assert [entry.choices.scale for entry in session.entries] == [4, 1, 1, 1]
    assert session.default_choices == once
    session.apply_to_waiting()
    assert [entry.choices.scale for entry in session.entries] == [4, 1, 1, 4]
    gate.release(1000)
    wait_for(qtbot, fourth, EntryState.DONE)
    assert third.job is run  # it was not started again
    assert fourth.result is not None
    assert fourth.result.picture.width == 4 * 80
    session.start(second)
    wait_for(qtbot, second, EntryState.DONE)
    assert second.result is not None
    assert second.result.picture.width == 80
    assert session.choices == once


def test_one_that_would_become_too_large_stays_and_can_be_made_smaller(
    qtbot: QtBot, session: Session, sources: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.imaging.restore.MAX_OUTPUT_PIXELS", 80 * 48 * 4)
    session.set_choices(replace(session.choices, scale=4))
    with qtbot.waitSignal(session.failed) as failed:
        session.open(sources[:1])
    assert failed.args[1].remedy is Remedy.USE_SMALLER_SCALE
    assert "at 4×" in str(failed.args[1])
    (entry,) = session.entries
    assert session.current is None
    session.set_choices(replace(session.choices, scale=2), entry)
    wait_for(qtbot, entry, EntryState.DONE)
    assert session.current is entry


def test_colours_of_an_earlier_result_cannot_be_brought_back_by_redoing(
    qtbot: QtBot, session: Session, sources: list[Source]
) -> None:
    session.open(sources[:1])
    (entry,) = session.entries
    wait_for(qtbot, entry, EntryState.DONE)
    boxed = Adjustments(0.5, Protection((Rectangle(1, 2, 3, 4),)))
    snapped = replace(boxed, snaps=(FillSnap((9, 9, 9), (8, 8, 8), (7, 7, 7)),))
    history = entry.adjustments.with_step(boxed).with_step(snapped).undone()
    session.adjust(entry, history)
    session.set_choices(replace(session.choices, self_ensemble=False))
    wait_for(qtbot, entry, EntryState.DONE)
    assert entry.adjustments.present == boxed
    assert not entry.adjustments.is_redoable


def test_another_scale_keeps_undo_and_the_protected_parts(
    qtbot: QtBot, session: Session, sources: list[Source]
) -> None:
    session.open(sources[:1])
    (entry,) = session.entries
    wait_for(qtbot, entry, EntryState.DONE)
    soft = replace(entry.adjustments.present, strength=0.5)
    boxed = replace(soft, protection=Protection((Rectangle(1, 2, 3, 4), Stroke(((5, 6),), 7))))
    session.adjust(entry, entry.adjustments.with_step(soft).with_step(boxed).undone())
    session.set_choices(replace(session.choices, scale=4))
    wait_for(qtbot, entry, EntryState.DONE)
    history = entry.adjustments
    assert history.present == soft
    assert history.undone().present == Adjustments()
    twice = Protection((Rectangle(2, 4, 6, 8), Stroke(((10, 12),), 14)))
    assert history.redone().present == replace(soft, protection=twice)
    session.set_choices(replace(session.choices, scale=2))
    wait_for(qtbot, entry, EntryState.DONE)
    assert entry.adjustments.redone().present == boxed


def test_a_new_picture_gets_the_default_and_not_what_another_one_was_given(
    qtbot: QtBot, session: Session, sources: list[Source]
) -> None:
    session.open(sources[:1])
    (first,) = session.entries
    wait_for(qtbot, first, EntryState.DONE)
    session.set_choices(replace(session.choices, scale=4))
    session.open(sources[1:2])
    second = session.entries[1]
    assert second.choices == Choices()
    session.set_default_choices(Choices(scale=1))
    assert [entry.choices.scale for entry in session.entries] == [4, 2]
    session.open(sources[2:3])
    assert session.entries[2].choices == Choices(scale=1)
    qtbot.waitUntil(lambda: all(it.state is EntryState.DONE for it in session.entries))
    sizes = [entry.result.picture.width for entry in session.entries if entry.result]
    assert sizes == [4 * 80, 2 * 80, 80]

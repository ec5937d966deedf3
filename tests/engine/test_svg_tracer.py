"""The tracing process: it replies, is replaced or dies, and the window stays responsive."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.engine.svg_tracer import SvgTracer
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.tracing import MAX_TRACED_PIXELS, TraceSettings, trace
from desktop_app.imaging.tracing_process import TraceAnswer, TraceRequest
from desktop_app.paths import SAMPLES
from tests.event_loop_gaps import EventLoopGaps
from tests.waiting import process_pending_events


@pytest.fixture
def tracer(qtbot: QtBot) -> Iterator[SvgTracer]:
    tracer = SvgTracer()
    yield tracer
    tracer.close()


@pytest.fixture
def answers(tracer: SvgTracer) -> list[TraceAnswer]:
    answers: list[TraceAnswer] = []
    tracer.answered.connect(answers.append)
    return answers


def sample() -> TraceRequest:
    return TraceRequest(read_picture(SAMPLES / "halden-original.png"), TraceSettings(), "Halden")


def noise(side: int) -> TraceRequest:
    """A picture that takes tens of seconds to trace."""
    pixels = np.random.default_rng(0).integers(0, 256, (side, side, 3), np.uint8)
    return TraceRequest(Picture(pixels), TraceSettings(colours=16), "")


def test_the_answer_is_the_trace_and_the_window_answers_meanwhile(
    qtbot: QtBot, tracer: SvgTracer, answers: list[TraceAnswer]
) -> None:
    request = sample()
    with EventLoopGaps() as heartbeat:
        tracer.trace(request)
        qtbot.waitUntil(lambda: bool(answers))
    assert not tracer.is_busy
    assert answers[0].traced == trace(request.picture, request.settings, "Halden")
    assert (
        answers[0].seconds > heartbeat.longest
    )  # tracing in this thread would have blocked that long


def test_the_latest_request_wins_and_nothing_is_left_of_the_other(
    qtbot: QtBot, tracer: SvgTracer, answers: list[TraceAnswer]
) -> None:
    tracer.trace(noise(1500))
    process_pending_events()
    first = set(multiprocessing.active_children())
    assert first
    tracer.trace(sample())
    assert first.isdisjoint(multiprocessing.active_children())
    qtbot.waitUntil(lambda: bool(answers))
    process_pending_events()
    assert [answer.traced is not None for answer in answers] == [True]
    assert "Halden" in (answers[0].traced.svg if answers[0].traced else "")
    tracer.trace(noise(1500))
    tracer.close()
    assert multiprocessing.active_children() == []
    process_pending_events()
    assert len(answers) == 1


def test_a_process_that_dies_is_told_and_replaced(
    qtbot: QtBot, tracer: SvgTracer, answers: list[TraceAnswer]
) -> None:
    tracer.trace(noise(1500))
    process_pending_events()
    (process,) = multiprocessing.active_children()
    process.kill()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].traced is None
    assert "stopped unexpectedly" in answers[0].problem
    process.join()
    tracer.trace(sample())
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1].traced is not None


def test_what_cannot_be_traced_is_told(
    qtbot: QtBot, tracer: SvgTracer, answers: list[TraceAnswer], monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = Picture(np.zeros((1, MAX_TRACED_PIXELS + 1, 3), np.uint8))
    tracer.trace(TraceRequest(wide, TraceSettings(), ""))
    qtbot.waitUntil(lambda: bool(answers))
    assert "too large to be traced" in answers[0].problem
    tracer.close()

    def refuse(*_arguments: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    tracer.trace(sample())
    assert "cannot be started" in answers[1].problem
    assert not tracer.is_busy

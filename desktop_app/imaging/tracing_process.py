"""Trace in a separate process, since vtracer blocks all other Python threads and cannot be stopped."""

from __future__ import annotations

import time
from dataclasses import dataclass

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.child_process import ChildEndedError, ChildProcess
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.tracing import TraceError, TraceResult, TraceSettings, trace
from models.errors import is_memory_shortage

_STOPPED = Sentence(
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.",
    )
)


@dataclass(frozen=True, eq=False)
class TraceRequest:
    """What to trace, and how; see :func:`.tracing.trace`."""

    picture: Picture
    settings: TraceSettings
    title: str


@dataclass(frozen=True)
class TraceAnswer:
    """The result of a request.

    Attributes:
        traced: The shapes; None if tracing failed.
        seconds: Time that tracing took.
        problem: Why tracing failed, one sentence for the user; empty if it did not.
    """

    traced: TraceResult | None
    seconds: float = 0.0
    problem: str = ""


class TracingProcess(ChildProcess[TraceRequest, TraceAnswer]):
    """A process that traces one picture after another. May be killed from any thread.

    Raises:
        OSError: The system refuses to start another process.
    """

    def __init__(self) -> None:
        super().__init__(_handle)

    def trace(self, request: TraceRequest) -> TraceAnswer:
        """Send a request and wait for its result; other threads run meanwhile."""
        try:
            return self.ask(request)
        except ChildEndedError:
            return TraceAnswer(None, problem=_STOPPED)


def _handle(request: TraceRequest) -> TraceAnswer:
    began = time.perf_counter()
    try:
        traced = trace(request.picture, request.settings, request.title)
    except TraceError as error:
        return TraceAnswer(None, problem=error.args[0])
    except Exception as error:
        if not is_memory_shortage(error):
            raise
        return TraceAnswer(None, problem=_STOPPED)
    return TraceAnswer(traced, time.perf_counter() - began)

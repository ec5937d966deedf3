"""Tracing in a process of its own: vtracer lets no other thread of Python run, nor can it be stopped."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.tracing import TraceError, TraceResult, TraceSettings, trace

_STOPPED = Sentence(
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The tracer stopped unexpectedly, perhaps for lack of memory; try fewer colours.",
    )
)


@dataclass(frozen=True, eq=False)
class TraceRequest:
    """What is to be traced, and how; see :func:`.tracing.trace`."""

    picture: Picture
    settings: TraceSettings
    title: str


@dataclass(frozen=True)
class TraceAnswer:
    """What became of a request.

    Attributes:
        traced: The shapes; None if there are none.
        seconds: That it took.
        problem: Why there are no shapes, one sentence; empty if there are.
    """

    traced: TraceResult | None
    seconds: float = 0.0
    problem: str = ""


class TracingProcess:
    """A process that traces one picture after the other. May be killed from any thread.

    Raises:
        OSError: The system gives no further process.
    """

    def __init__(self) -> None:
        # Not forked: the threads of Qt and torch would be missing from the copy.
        spawning = get_context("spawn")
        self._connection, other = spawning.Pipe()
        self._process: BaseProcess = spawning.Process(target=_serve, args=(other,), daemon=True)
        try:
            self._process.start()
        except OSError:
            self._connection.close()
            raise
        finally:
            # While this end is open here too, the death of the process would go unnoticed.
            other.close()

    @property
    def is_alive(self) -> bool:
        """Whether it still answers."""
        return self._process.is_alive()

    def ask(self, request: TraceRequest) -> TraceAnswer:
        """Wait for the answer to a request; lets other threads run meanwhile."""
        try:
            self._connection.send(request)
            answer: TraceAnswer = self._connection.recv()
        except (EOFError, OSError):
            self.kill()  # its pipe breaks a moment before it is dead, and nobody shall ask it again
            return TraceAnswer(None, problem=_STOPPED)
        return answer

    def kill(self) -> None:
        """End the process at once, whatever it does; who waits for its answer is told a problem."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Give back what a killed process leaves, once nobody waits for it."""
        self._connection.close()
        self._process.close()


def _serve(connection: Connection[TraceAnswer, TraceRequest]) -> None:
    """Answer requests until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, which ends this too
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer(connection.recv()))


def _answer(request: TraceRequest) -> TraceAnswer:
    began = time.perf_counter()
    try:
        traced = trace(request.picture, request.settings, request.title)
    except TraceError as error:
        return TraceAnswer(None, problem=error.args[0])
    except MemoryError:
        return TraceAnswer(None, problem=_STOPPED)
    return TraceAnswer(traced, time.perf_counter() - began)

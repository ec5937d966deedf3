"""Trace in a separate process, since vtracer blocks all other Python threads and cannot be stopped."""

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


class TracingProcess:
    """A process that traces one picture after another. May be killed from any thread.

    Raises:
        OSError: The system refuses to start another process.
    """

    def __init__(self) -> None:
        # Not forked: the copy would lack the threads of Qt and torch.
        spawning = get_context("spawn")
        self._connection, other = spawning.Pipe()
        self._process: BaseProcess = spawning.Process(target=_serve, args=(other,), daemon=True)
        try:
            self._process.start()
        except OSError:
            self._connection.close()
            raise
        finally:
            # While this process held the other end open, it would not notice when the child ends.
            other.close()

    @property
    def is_alive(self) -> bool:
        """Whether the process is still running."""
        return self._process.is_alive()

    def ask(self, request: TraceRequest) -> TraceAnswer:
        """Send a request and wait for its result; other threads run meanwhile."""
        try:
            self._connection.send(request)
            result: TraceAnswer = self._connection.recv()
        except (EOFError, OSError):
            self.kill()  # the pipe breaks a moment before the process ends: it must not be used again
            return TraceAnswer(None, problem=_STOPPED)
        return result

    def kill(self) -> None:
        """End the process at once, whatever it is doing; a waiting :meth:`ask` returns a problem."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Release the resources of a killed process, once nobody waits for it."""
        self._connection.close()
        self._process.close()


def _serve(connection: Connection[TraceAnswer, TraceRequest]) -> None:
    """Handle requests until the other end is closed."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the window handles Ctrl+C, and ends this process too
    with suppress(EOFError, OSError):
        while True:
            connection.send(_handle(connection.recv()))


def _handle(request: TraceRequest) -> TraceAnswer:
    began = time.perf_counter()
    try:
        traced = trace(request.picture, request.settings, request.title)
    except TraceError as error:
        return TraceAnswer(None, problem=error.args[0])
    except MemoryError:
        return TraceAnswer(None, problem=_STOPPED)
    return TraceAnswer(traced, time.perf_counter() - began)

"""A process beside the program for work that blocks all threads, or may need too much time or memory."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Request = TypeVar("Request")
Answer = TypeVar("Answer")

_POLL_SECONDS = 0.05


class ChildEndedError(Exception):
    """The process ended before it answered: it was killed, or the system took its memory away."""


class ChildProcess(Generic[Request, Answer]):
    """A process that handles one request after another. May be killed from any thread.

    Args:
        handle: A function of a module, which turns a request into an answer; it raises nothing. Requests and
            answers are pickled.

    Raises:
        OSError: The system refuses to start another process.
    """

    def __init__(self, handle: Callable[[Request], Answer]) -> None:
        # Not forked: the copy would lack the threads of Qt and torch.
        spawning = get_context("spawn")
        self._connection, other = spawning.Pipe()
        self._process: BaseProcess = spawning.Process(
            target=_serve, args=(other, handle), daemon=True
        )
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

    def ask(
        self,
        request: Request,
        *,
        is_cancelled: Callable[[], bool] = lambda: False,
        max_seconds: float = float("inf"),
    ) -> Answer:
        """Send a request and wait for its answer; other threads run meanwhile.

        Args:
            request: For the function of the process.
            is_cancelled: Asked about twenty times a second.
            max_seconds: Time limit.

        Raises:
            ChildEndedError: The process has ended, or was ended because the request was cancelled.
            TimeoutError: The time is over. The process still runs.
        """
        deadline = time.monotonic() + max_seconds
        try:
            self._connection.send(request)
            while not self._connection.poll(_POLL_SECONDS):
                if is_cancelled():
                    raise EOFError
                if time.monotonic() > deadline:
                    raise TimeoutError
            answer: Answer = self._connection.recv()
        except TimeoutError:
            raise
        except (EOFError, OSError) as error:
            self.kill()  # the pipe breaks a moment before the process ends: it must not be used again
            raise ChildEndedError from error
        return answer

    def kill(self) -> None:
        """End the process at once, whatever it is doing; a waiting :meth:`ask` raises an error."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Release the resources of a killed process, once nobody waits for it."""
        self._connection.close()
        self._process.close()


def _serve(connection: Connection[Answer, Request], handle: Callable[[Request], Answer]) -> None:
    """Handle requests until the other end is closed."""
    # The program handles Ctrl+C, and ends this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            connection.send(handle(connection.recv()))

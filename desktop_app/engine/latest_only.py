"""A queue of one: while a request is being processed, only the latest of the others is kept."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Request = TypeVar("_Request")


class LatestOnly(Generic[_Request]):
    """Sends one request at a time and drops all waiting ones but the latest.

    Meant for sources such as a slider, which send requests faster than they can be processed.

    Args:
        send: Sends a request to its worker.
    """

    def __init__(self, send: Callable[[_Request], None]) -> None:
        self._send = send
        self._is_busy = False
        self._next: _Request | None = None

    def submit(self, request: _Request) -> None:
        """Send a request, or hold it until the previous one is complete."""
        self._next = request
        if not self._is_busy:
            self.complete()

    def clear(self) -> None:
        """Drop the waiting request."""
        self._next = None

    def complete(self) -> None:
        """Send the waiting request; call this whenever a request has been processed."""
        request, self._next = self._next, None
        self._is_busy = request is not None
        if request is not None:
            self._send(request)

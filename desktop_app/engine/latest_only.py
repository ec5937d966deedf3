"""Requests of which only the latest counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Request = TypeVar("_Request")


class LatestOnly(Generic[_Request]):
    """Requests of which only the latest counts: a slider asks more often than is answered.

    Args:
        send: Takes a request to its worker.
    """

    def __init__(self, send: Callable[[_Request], None]) -> None:
        self._send = send
        self._is_busy = False
        self._next: _Request | None = None

    def submit(self, request: _Request) -> None:
        """Send a request, or keep it until the one before is answered."""
        self._next = request
        if not self._is_busy:
            self.complete()

    def clear(self) -> None:
        """Forget what was not sent yet."""
        self._next = None

    def complete(self) -> None:
        """Send what was kept; to be called for each answer."""
        request, self._next = self._next, None
        self._is_busy = request is not None
        if request is not None:
            self._send(request)

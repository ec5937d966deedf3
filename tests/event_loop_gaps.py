"""Measures how long a thread with an event loop was kept from its work."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

FRAME = 1 / 60
"""Seconds between two pictures on a common screen."""


class EventLoopGaps(QObject):
    """Beats in the thread it was made in; a missed beat is time in which no click was answered.

    Use it as a context manager around what is measured; the event loop must run inside.

    Args:
        interval_ms: Between beats. A gap is counted without it.
        clock: Seconds; ``time.thread_time`` counts the thread's own work alone, however busy the machine is.
        parent: Qt's owner.
    """

    def __init__(
        self,
        interval_ms: int = 5,
        clock: Callable[[], float] = perf_counter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._clock = clock
        self._interval = interval_ms / 1000
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._beat)

    @property
    def longest(self) -> float:
        """The longest time, in seconds, in which the thread did not answer."""
        return max(self.gaps, default=0.0)

    def __enter__(self) -> EventLoopGaps:
        self.gaps.clear()
        self._last = self._clock()
        self._timer.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._beat()  # the last gap may still be open
        self._timer.stop()

    def _beat(self) -> None:
        now = self._clock()
        self.gaps.append(max(0.0, now - self._last - self._interval))
        self._last = now

"""Measure how long a thread's event loop was blocked."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

FRAME = 1 / 60
"""Seconds per frame on a screen with 60 Hz."""


class EventLoopGaps(QObject):
    """A timer that records how late each of its timeouts comes, that is, how long the event loop was blocked.

    Use it as a context manager around the code to measure, in the thread that created it; the event loop must
    run inside.

    Args:
        interval_ms: Time between timeouts, which is subtracted from each gap.
        clock: Returns seconds; ``time.thread_time`` counts only the thread's own work, on a busy machine too.
        parent: The owning Qt object.
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
        self._timer.timeout.connect(self._on_timeout)

    @property
    def longest(self) -> float:
        """The longest time, in seconds, for which the event loop was blocked."""
        return max(self.gaps, default=0.0)

    def __enter__(self) -> EventLoopGaps:
        self.gaps.clear()
        self._last = self._clock()
        self._timer.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._on_timeout()  # the last gap may not have ended yet
        self._timer.stop()

    def _on_timeout(self) -> None:
        now = self._clock()
        self.gaps.append(max(0.0, now - self._last - self._interval))
        self._last = now

"""How fast this machine is now, so that a limit on work holds on a slow and on a busy machine as well."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

_USUAL_SECONDS = 0.005
"""Of the reference work, on an idle core of a current desktop machine."""


_MOST = 8.0  # a limit in seconds is to mean something on every machine


def reference_seconds(clock: Callable[[], float] = time.thread_time) -> float:
    """Measure a fixed piece of work, half Python's and half numpy's: the best of seven.

    Processor time, too, grows where other programs share the core and its caches, so a limit in seconds
    fails on a busy machine. A limit that is a multiple of this work, measured beside it, does not.

    Args:
        clock: Returns seconds; the one that measures the work that is limited.
    """
    pixels = np.arange(3_000_000, dtype=np.uint32).astype(np.uint8).reshape(1000, 1000, 3)
    times = []
    for _ in range(7):
        began = clock()
        sum(number * number for number in range(60_000))
        np.sqrt(pixels.astype(np.float32), dtype=np.float32).sum()
        times.append(clock() - began)
    return min(times)


def slowdown(clock: Callable[[], float] = time.thread_time) -> float:
    """How many times as long as usual the reference work takes now, 1 to 8: for limits in seconds."""
    return min(max(1.0, reference_seconds(clock) / _USUAL_SECONDS), _MOST)

"""Minima, maxima and widths over small squares of pixels, in numpy alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

_T = TypeVar("_T", bound=np.generic)

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


def local_range(values: Floats) -> Floats:
    """Return the largest difference of any channel within 3 × 3 pixels.

    Args:
        values: Shape (H, W, channels).

    Returns:
        Shape (H, W).
    """
    spread: Floats = np.zeros(values.shape[:2], np.float32)
    for channel in range(values.shape[2]):
        plane = np.ascontiguousarray(values[..., channel])
        if plane.min() < plane.max():  # the opacity of most pictures is the same everywhere
            high, low = _spread(plane, 1, np.maximum), _spread(plane, 1, np.minimum)
            np.maximum(spread, high - low, out=spread)
    return spread


def grown(mask: Mask, reach: int) -> Mask:
    """Return where a square of ``2 · reach + 1`` pixels meets the mask; shape (H, W)."""
    return _spread(mask, reach, np.logical_or)


def shrunk(mask: Mask, reach: int) -> Mask:
    """Return where a square of ``2 · reach + 1`` pixels lies within the mask or outside the picture."""
    return _spread(mask, reach, np.logical_and)


def _spread(
    values: npt.NDArray[_T], reach: int, join: Callable[..., npt.NDArray[_T]]
) -> npt.NDArray[_T]:
    for axis in (0, 1):
        along = np.moveaxis(values, axis, 0)
        joined = along.copy()
        for step in range(1, min(reach, len(along) - 1) + 1):
            joined[step:] = join(joined[step:], along[:-step])
            joined[:-step] = join(joined[:-step], along[step:])
        values = np.moveaxis(joined, 0, axis)
    return values

"""By how much the pixels around each place differ; pure numpy."""

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]


def local_range(pixels: Pixels, side: int) -> Pixels:
    """Compute by how much ``side`` × ``side`` pixels differ, of all channels the most.

    Args:
        pixels: uint8 (H, W, channels); its border is repeated.
        side: Of the square around each pixel, odd.

    Returns:
        uint8 (H, W).
    """
    spread = _extremum(pixels, side, np.maximum) - _extremum(pixels, side, np.minimum)
    result: Pixels = spread.max(axis=2)
    return result


def _extremum(pixels: Pixels, side: int, pick: np.ufunc) -> Pixels:
    """Return the largest or smallest value around each place, of the same shape."""
    for axis in (0, 1):
        along = np.moveaxis(pixels, axis, 0)
        along = np.pad(along, ((side // 2, side // 2), (0, 0), (0, 0)), "edge")
        covered = 1
        while covered < side:  # windows of doubling length
            shift = min(covered, side - covered)
            along = pick(along[:-shift], along[shift:])
            covered += shift
        pixels = np.moveaxis(along, 0, axis)
    return pixels

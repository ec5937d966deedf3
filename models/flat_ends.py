"""Makes black and white whole again in the result of a lossy source.

A codec leaves white paper at 253 or 254 here and there, and the network keeps most of it. Where the result is
flat and the source, on the average, is at the end of the range, the result is set to that end.
"""

import numpy as np
import numpy.typing as npt

from models.local_range import local_range

Pixels = npt.NDArray[np.uint8]

_FLAT = 4  # range of 5 × 5 pixels of the result up to which it is flat, in levels of 255
_REACH = 4  # levels from 0 or 255 within which a flat value is set to the end
_SOURCE_REACH = (
    1.5  # levels within which the source's own mean must lie, so that paper of 252 stays
)
_WINDOW = 9  # side of the windows of that mean, in source pixels


def snap_flat_ends(restored: Pixels, source: Pixels) -> Pixels:
    """Set flat places that are nearly black or white in a channel to 0 or 255.

    Args:
        restored: uint8 (2·H, 2·W, 3).
        source: uint8 (H, W, 3), from a lossy file.

    Returns:
        The corrected picture, a new array.
    """
    is_flat = local_range(restored, 5) <= _FLAT
    height, width = source.shape[:2]
    whole_pixels = np.asarray(is_flat.reshape(height, 2, width, 2).all(axis=(1, 3)), bool)
    means = _flat_means(source, whole_pixels)
    result = restored.copy()
    for end in (0, 255):
        is_end = (np.abs(means - end) <= _SOURCE_REACH).repeat(2, axis=0).repeat(2, axis=1)
        is_near = np.abs(restored.astype(np.int16) - end) <= _REACH
        result[is_flat[..., None] & is_end & is_near] = end
    return result


def _flat_means(source: Pixels, is_flat: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """Return the mean of the flat pixels around each pixel, (H, W, 3); infinite where there are none."""
    weights = is_flat[..., None].astype(np.float32)
    counts = _window_sums(weights)
    sums = _window_sums(source * weights)
    means: npt.NDArray[np.float32] = np.where(counts > 0, sums / np.maximum(counts, 1), np.inf)
    return means


def _window_sums(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the sum over the window around each pixel, of the same shape; nothing is outside."""
    reach = _WINDOW // 2
    for axis in (0, 1):
        moved = np.moveaxis(values, axis, 0)
        padded = np.pad(moved, [(reach + 1, reach), *[(0, 0)] * (values.ndim - 1)])
        sums = padded.cumsum(axis=0, dtype=np.float64)
        values = np.moveaxis((sums[_WINDOW:] - sums[:-_WINDOW]).astype(np.float32), 0, axis)
    return values

"""The amplified difference of two pictures. Free of Qt."""

from __future__ import annotations

import numpy as np

from desktop_app.imaging.pyramid import Pixels

GAIN = 8
"""Factor by which differences are amplified."""

WHITE = 256 // GAIN
"""Smallest difference (0 to 255) that is shown at full brightness."""


def amplified_difference(before: Pixels, after: Pixels) -> Pixels:
    """Return the absolute difference of each colour channel, times :data:`GAIN`, at most 255.

    What a transparent pixel looks like depends on its background, so the larger of the differences over
    black and over white is taken.

    Args:
        before: (H, W, 4) uint8, premultiplied colours and alpha.
        after: Of the same shape and dtype.

    Returns:
        (H, W, 4) uint8, the last channel 255.

    Raises:
        ValueError: The shapes differ.
    """
    if before.shape != after.shape:
        msg = f"cannot compare {before.shape} with {after.shape}"
        raise ValueError(msg)
    if min(before[..., 3].min(), after[..., 3].min()) == 255:
        differs = np.maximum(before, after) - np.minimum(before, after)
    else:
        signed = after.astype(np.int16) - before  # over black
        over_white = signed - signed[..., 3:]
        differs = np.maximum(np.abs(signed), np.abs(over_white)).clip(0, 255).astype(np.uint8)
    # Stay in uint8, which is several times as fast as a wider type.
    is_white = (differs >= WHITE).view(np.uint8)
    shown: Pixels = (differs * np.uint8(GAIN)) | (is_white * np.uint8(255))
    shown[..., 3] = 255
    return shown

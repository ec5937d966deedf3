"""How much two pictures differ, made visible. Free of Qt."""

from __future__ import annotations

import numpy as np

from desktop_app.imaging.pyramid import Pixels

GAIN = 8
"""How many times a difference is amplified."""

WHITE = 256 // GAIN
"""The difference, of 255, from which on it is shown as white."""


def amplified_difference(before: Pixels, after: Pixels) -> Pixels:
    """Return the absolute difference of each colour, times :data:`GAIN`, at most 255.

    Where a picture is transparent it is what lies behind that decides what is seen: the difference
    is then the larger one of those over black and over white.

    Args:
        before: (H, W, 4) uint8, three colours multiplied by alpha, and alpha.
        after: The same size and kind.

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
    # All in bytes, which is several times as fast as anything wider.
    is_white = (differs >= WHITE).view(np.uint8)
    shown: Pixels = (differs * np.uint8(GAIN)) | (is_white * np.uint8(255))
    shown[..., 3] = 255
    return shown

"""Mix the enlarged and the restored picture by a strength, without running the network again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image

from desktop_app.imaging.picture import Picture, Pixels


def blend(
    enlarged: Picture, restored: Picture, strength: float, mask: Pixels | None = None
) -> Picture:
    """Mix two pictures of one size.

    Colours are mixed by their opacity (premultiplied), so that no colour from under transparent
    pixels shows.

    Args:
        enlarged: The result at strength 0, pixel for pixel.
        restored: The result at strength 1, pixel for pixel; its profile, dpi and metadata are kept.
        strength: 0 to 1, rounded to 1/255.
        mask: Protection, uint8 (H, W): 255 keeps the enlarged picture, 0 does not protect at all.

    Returns:
        The mixed picture; ``restored`` itself at full strength without a mask.

    Raises:
        ValueError: The sizes differ, the mask has another size, or the strength is out of range.
    """
    size = (restored.height, restored.width)
    if (enlarged.height, enlarged.width) != size:
        raise ValueError(f"pictures differ: {enlarged.size_text} and {restored.size_text}")
    if mask is not None and mask.shape != size:
        raise ValueError(f"mask must be {size}, got {mask.shape}")
    if not 0 <= strength <= 1:
        raise ValueError(f"strength must be 0 to 1, not {strength}")
    if strength == 1 and mask is None:
        return restored
    share = round(255 * strength)
    weights: int | Pixels = share
    if mask is not None:
        weights = np.rint(share / 255 * np.arange(255, -1, -1)).astype(np.uint8)[mask]
    rgb = _mixed(enlarged.rgb, restored.rgb, weights)
    if enlarged.alpha is None and restored.alpha is None:
        return replace(restored, rgb=rgb)
    opaque = np.full(size, 255, np.uint8)
    below = opaque if enlarged.alpha is None else enlarged.alpha
    above = opaque if restored.alpha is None else restored.alpha
    _weigh_by_opacity(rgb, (enlarged.rgb, below), (restored.rgb, above), weights)
    return replace(restored, rgb=rgb, alpha=_mixed(below, above, weights))


def _mixed(below: Pixels, above: Pixels, weights: int | Pixels) -> Pixels:
    """Average two arrays of shape (H, W) or (H, W, 3), rounded, with Pillow, which is fastest.

    Args:
        below: Gets the weight 255 - w.
        above: Gets the weight w.
        weights: w, 0 to 255: one for all pixels, or one each, shape (H, W).
    """
    flat = (below.shape[0], below[0].size)
    if isinstance(weights, int):
        mask = Image.new("L", flat[::-1], weights)
    else:
        channels = flat[1] // weights.shape[1]
        mask = Image.fromarray(np.repeat(weights, channels, axis=1) if channels > 1 else weights)
    # Side by side, the channels make one wide grey picture, which Pillow reads without unpacking.
    result = Image.fromarray(below.reshape(flat))
    result.paste(Image.fromarray(above.reshape(flat)), (0, 0), mask)
    return np.array(result).reshape(below.shape)


def _weigh_by_opacity(
    rgb: Pixels, below: tuple[Pixels, Pixels], above: tuple[Pixels, Pixels], weights: int | Pixels
) -> None:
    """Correct ``rgb``, a plain mean of straight colours, where the two opacities differ.

    Args:
        rgb: Changed in place, (H, W, 3).
        below: Colours and opacity of the picture with the weight 255 - w.
        above: Colours and opacity of the picture with the weight w.
        weights: w, 0 to 255: one for all pixels, or one each, shape (H, W).
    """
    places = np.nonzero(below[1] != above[1])
    share = np.float32(weights if isinstance(weights, int) else weights[places]) / np.float32(255)
    lower = below[1][places] * (1 - share)
    upper = above[1][places] * share
    total = lower + upper
    is_visible = total > 0
    lower, upper, total = (part[is_visible, None] for part in (lower, upper, total))
    rows, columns = places[0][is_visible], places[1][is_visible]
    mean = (below[0][rows, columns] * lower + above[0][rows, columns] * upper) / total
    rgb[rows, columns] = np.rint(mean).astype(np.uint8)

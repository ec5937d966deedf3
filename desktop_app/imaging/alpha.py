"""Transparency: fill in colour under it before enlarging, and composite a picture on a background."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Colour, Pixels

_Floats = npt.NDArray[np.float32]

TINY_ALPHA = 8
"""Below this alpha (of 255) a pixel's colour is mere rounding noise and is replaced.

A file made from premultiplied colours has at most ``alpha`` different values per channel.
"""


def bleed(rgb: Pixels, alpha: Pixels) -> Pixels:
    """Extend the colour of visible pixels under the transparent ones.

    Enlarging mixes neighbouring pixels. The colour that a file stores under its transparent pixels,
    mostly black or white, would show up as a dark or light fringe; the colour of the nearest
    visible pixels does not.

    Args:
        rgb: Straight colours, shape (H, W, 3).
        alpha: Opacity, shape (H, W).

    Returns:
        Colours, shape (H, W, 3). Pixels with an alpha of TINY_ALPHA or more keep theirs exactly;
        the others get a smooth continuation. ``rgb`` itself if there is nothing to fill.

    Raises:
        ValueError: The shapes do not match.

    Source:
        Gortler et al., "The Lumigraph", SIGGRAPH 1996, section 3.4: pull-push interpolation.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or alpha.shape != rgb.shape[:2]:
        raise ValueError(f"rgb (H, W, 3) and alpha (H, W) expected: {rgb.shape}, {alpha.shape}")
    hidden = alpha < TINY_ALPHA
    if not hidden.any() or hidden.all():
        return rgb
    # Channels first, so that every step below runs over long rows.
    weights: _Floats = np.where(hidden, np.uint8(0), alpha) * np.float32(1 / 255)  # (H, W)
    sums: _Floats = np.moveaxis(rgb, 2, 0) * weights  # (3, H, W), premultiplied
    filled = np.moveaxis(_fill(_halve(sums), _halve(weights), rgb.shape[:2]), 0, 2)
    bled = rgb.copy()
    np.copyto(bled, filled + np.float32(0.5), where=hidden[:, :, None], casting="unsafe")
    return bled


def composite(rgb: Pixels, alpha: Pixels | None, background: Colour | Pixels) -> Pixels:
    """Blend a picture over a background, as a viewer or a browser does.

    Args:
        rgb: Straight colours, shape (H, W, 3).
        alpha: Opacity, shape (H, W); None means opaque.
        background: One colour, or pixels of shape (H, W, 3).

    Returns:
        Shape (H, W, 3): rgb · alpha + background · (1 - alpha), rounded; ``rgb`` itself if opaque.

    Raises:
        ValueError: The shapes do not match.
    """
    if alpha is None:
        return rgb
    if alpha.shape != rgb.shape[:2]:
        raise ValueError(f"alpha must be {rgb.shape[:2]}, got {alpha.shape}")
    opacity = alpha[:, :, None].astype(np.uint16)
    below = np.asarray(background, np.uint16)
    mixed = rgb * opacity + below * (255 - opacity) + np.uint16(127)  # at most 65152
    return (mixed // np.uint16(255)).astype(np.uint8)


def _halve(values: _Floats) -> _Floats:
    """Sum blocks of 2 by 2; (..., H, W) becomes (..., ceil(H / 2), ceil(W / 2))."""
    height, width = values.shape[-2:]
    if height % 2 or width % 2:
        edges = [(0, 0)] * (values.ndim - 2) + [(0, height % 2), (0, width % 2)]
        values = np.pad(values, edges)
    rows = values[..., 0::2, :] + values[..., 1::2, :]
    return rows[..., 0::2] + rows[..., 1::2]


def _fill(sums: _Floats, weights: _Floats, size: tuple[int, ...]) -> _Floats:
    """Fill the holes in one level of the pyramid, and enlarge it to the next finer level.

    Args:
        sums: Sums of weighted colours, shape (3, h, w).
        weights: Sums of weights, shape (h, w); 0 where there is no visible pixel.
        size: Height and width of the finer level.

    Returns:
        Colours, shape (3, height, width), in [0, 255].
    """
    colours: _Floats = np.divide(sums, np.maximum(weights, 1e-6), dtype=np.float32)
    # A block with one opaque pixel gets full weight, so near colours win over far ones.
    confidence: _Floats = np.minimum(weights, np.float32(1))
    if confidence.min() < 1 and weights.size > 1:
        # The cap also limits how far a block outweighs its neighbours on coarser levels.
        coarser = _fill(_halve(colours * confidence), _halve(confidence), weights.shape)
        colours += (coarser - colours) * (1 - confidence)
    return _double(colours, size)


def _double(values: _Floats, size: tuple[int, ...]) -> _Floats:
    """Enlarge (3, h, w) bilinearly by 2, cropped to ``size``."""
    return _double_last(_double_last(values.swapaxes(1, 2), size[0]).swapaxes(1, 2), size[1])


def _double_last(values: _Floats, length: int) -> _Floats:
    """Enlarge the last axis bilinearly by 2, cropped to ``length``."""
    count = values.shape[-1]
    doubled = np.empty((*values.shape[:-1], 2 * count), np.float32)
    near, far = np.float32(0.75), np.float32(0.25)
    doubled[..., 0::2] = near * values
    doubled[..., 1::2] = doubled[..., 0::2]
    doubled[..., 2::2] += far * values[..., :-1]
    doubled[..., 1:-1:2] += far * values[..., 1:]
    doubled[..., 0] += far * values[..., 0]
    doubled[..., -1] += far * values[..., -1]
    return doubled[..., :length]

"""Transparency: colour under it before enlarging, and what a picture looks like on a background."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Pixels

_Floats = npt.NDArray[np.float32]

TINY_ALPHA = 8
"""Below this alpha (of 255) a pixel's colour is rounding noise and is replaced.

Files made from premultiplied colours keep at most ``alpha`` different values per channel.
"""


def bleed(rgb: Pixels, alpha: Pixels) -> Pixels:
    """Let the colour of visible pixels flow under the transparent ones.

    Enlarging mixes neighbours. What a file holds under its transparent pixels, mostly black or
    white, would become a dark or light fringe; the colour of the nearest visible pixels does not.

    Args:
        rgb: Straight colours, shape (H, W, 3).
        alpha: Opacity, shape (H, W).

    Returns:
        Shape (H, W, 3). Pixels with an alpha of TINY_ALPHA or more keep their colour exactly;
        the others get a smooth continuation of it. ``rgb`` itself where there is nothing to do.

    Raises:
        ValueError: The shapes do not belong together.

    Source:
        Gortler et al., "The Lumigraph", SIGGRAPH 1996, section 3.4: pull-push interpolation.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or alpha.shape != rgb.shape[:2]:
        raise ValueError(f"rgb (H, W, 3) and alpha (H, W) expected: {rgb.shape}, {alpha.shape}")
    hidden = alpha < TINY_ALPHA
    if not hidden.any() or hidden.all():
        return rgb
    # Channels first: every step below then runs over long rows.
    weights: _Floats = np.where(hidden, np.uint8(0), alpha) * np.float32(1 / 255)  # (H, W)
    sums: _Floats = np.moveaxis(rgb, 2, 0) * weights  # (3, H, W), premultiplied
    filled = np.moveaxis(_fill(_halve(sums), _halve(weights), rgb.shape[:2]), 0, 2)
    bled = rgb.copy()
    np.copyto(bled, filled + np.float32(0.5), where=hidden[:, :, None], casting="unsafe")
    return bled


def composite(
    rgb: Pixels, alpha: Pixels | None, background: tuple[int, int, int] | Pixels
) -> Pixels:
    """Lay a picture over a background, as a viewer or a browser does.

    Args:
        rgb: Straight colours, shape (H, W, 3).
        alpha: Opacity, shape (H, W); None means opaque.
        background: One colour, or pixels of shape (H, W, 3).

    Returns:
        Shape (H, W, 3): rgb · alpha + background · (1 - alpha), rounded.

    Raises:
        ValueError: The shapes do not belong together.
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
    """Add up blocks of 2 by 2; (..., H, W) becomes (..., H / 2, W / 2), rounded up."""
    height, width = values.shape[-2:]
    if height % 2 or width % 2:
        edges = [(0, 0)] * (values.ndim - 2) + [(0, height % 2), (0, width % 2)]
        values = np.pad(values, edges)
    rows = values[..., 0::2, :] + values[..., 1::2, :]
    return rows[..., 0::2] + rows[..., 1::2]


def _fill(sums: _Floats, weights: _Floats, size: tuple[int, ...]) -> _Floats:
    """The colours of one level of the pyramid without holes, enlarged to the next finer level.

    Args:
        sums: Colours times weights, added up, shape (3, h, w).
        weights: Shape (h, w); 0 where no visible pixel lies.
        size: Height and width of the finer level.

    Returns:
        Shape (3, height, width), in [0, 255].
    """
    colours: _Floats = np.divide(sums, np.maximum(weights, 1e-6), dtype=np.float32)
    # A block with one opaque pixel counts in full: near colours win over far ones.
    certain: _Floats = np.minimum(weights, np.float32(1))
    if certain.min() < 1 and weights.size > 1:
        # Counting a block in full also bounds how far it outweighs its neighbours higher up.
        coarser = _fill(_halve(colours * certain), _halve(certain), weights.shape)
        colours += (coarser - colours) * (1 - certain)
    return _double(colours, size)


def _double(values: _Floats, size: tuple[int, ...]) -> _Floats:
    """Bilinear enlargement by 2 of (3, h, w), cut to ``size``."""
    return _double_last(_double_last(values.swapaxes(1, 2), size[0]).swapaxes(1, 2), size[1])


def _double_last(values: _Floats, length: int) -> _Floats:
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

"""Find the flat colours that a picture was drawn in: its inks, with their opacity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.windows import Floats, Mask, grown, local_range, shrunk

MAX_INKS = 64

_STEP = 24.0
"""Levels within 3 × 3 pixels up to which a place may be flat, before the noise is known."""

_CLEAN = 0.5
"""Levels of noise up to which a picture is as it was drawn, and not compressed or restored."""


@dataclass(frozen=True, eq=False)
class Inks:
    """The colours of a picture, the most frequent first.

    Attributes:
        colours: Premultiplied red, green, blue and opacity in levels of 255; float32 (inks, 4).
        noise: How many levels a flat place varies within 3 × 3 pixels, at most in nine of ten places.
    """

    colours: Floats
    noise: float

    @property
    def tolerance(self) -> float:
        """How many levels a pixel may be from an ink and still be pure."""
        return max(2.0, 1.5 * self.noise)

    @property
    def is_clean(self) -> bool:
        """Whether the picture is as it was drawn: its edges say where they are to a hundredth of a pixel."""
        return self.noise <= _CLEAN


def premultiplied(picture: Picture) -> Floats:
    """Return red, green and blue times opacity, and opacity, in levels of 255; float32 (H, W, 4)."""
    values = picture.rgba().astype(np.float32)
    values[..., :3] *= values[..., 3:] / 255
    return values


def find_inks(values: Floats, most: int = MAX_INKS) -> Inks:
    """Find the inks of flat places.

    Args:
        values: Premultiplied levels, shape (H, W, 4).
        most: The most inks to find.

    Returns:
        At least one ink: the median of the most frequent flat colour, or of all pixels.
    """
    spread = local_range(values)
    noise = _noise(spread)
    limit = max(2.0, 2.0 * noise)
    flat = values[spread <= limit]
    colours = _modes(flat, max(5.0, 1.5 * noise), most)
    if not len(colours):
        colours = np.median(values.reshape(-1, 4), axis=0, keepdims=True).astype(np.float32)
    if noise > _CLEAN:
        colours = _without_mixtures(values, colours, max(6.0, 2 * noise))
    return Inks(colours, noise)


def _noise(spread: Floats) -> float:
    """Return the noise of calm places beside edges: compression leaves the middle of a fill clean."""
    is_edge = spread > _STEP
    calm = spread[grown(is_edge, 7) & ~grown(is_edge, 2)]
    if calm.size < 50:
        calm = spread[~is_edge]
    return float(np.quantile(calm, 0.9)) if calm.size else 0.0


def _modes(flat: Floats, reach: float, most: int) -> Floats:
    """Return the medians of the clusters of flat colours, the largest first; shape (inks, 4)."""
    colours: list[Floats] = []
    if not len(flat):
        return np.zeros((0, 4), np.float32)
    packed = np.ascontiguousarray(np.round(flat).astype(np.uint8)).view(np.uint32)[:, 0]
    different, counts = np.unique(packed, return_counts=True)
    shades = different[:, None].view(np.uint8).astype(np.float32)
    while len(shades) and len(colours) < most:
        # How many pixels are near each of the most frequent shades.
        top = np.argsort(-counts)[:24]
        near = np.abs(shades[None] - shades[top, None]).max(axis=2) <= reach
        best = int(np.argmax(near @ counts))
        chosen = near[best]
        if counts[chosen].sum() < 3:
            break
        colour = _weighted_median(shades[chosen], counts[chosen])
        colours.append(colour)
        kept = np.abs(shades - colour).max(axis=1) > 1.6 * reach
        kept &= ~chosen
        shades, counts = shades[kept], counts[kept]
    return np.array(colours, np.float32).reshape(-1, 4)


def _weighted_median(shades: Floats, counts: npt.NDArray[np.int64]) -> Floats:
    median = np.empty(4, np.float32)
    for channel in range(4):
        order = np.argsort(shades[:, channel], kind="stable")
        total = np.cumsum(counts[order])
        median[channel] = shades[order[np.searchsorted(total, total[-1] / 2)], channel]
    return median


def _without_mixtures(values: Floats, colours: Floats, reach: float) -> Floats:
    """Drop colours that are only the blurred edge between two larger ones, or a shade of a larger one."""
    masks = [np.abs(values - colour).max(axis=2) <= reach for colour in colours]
    areas = [int(mask.sum()) for mask in masks]
    kept: list[int] = []
    for index in sorted(range(len(colours)), key=lambda one: -areas[one]):
        if not _is_mixture(index, kept, colours, masks[index], reach) and not _is_shade(
            index, kept, colours, masks[index], areas, reach
        ):
            kept.append(index)
    return colours[kept]


def _is_mixture(index: int, larger: list[int], colours: Floats, mask: Mask, reach: float) -> bool:
    if shrunk(mask, 1).any() and shrunk(mask, 2).any():
        return False
    colour = colours[index]
    for at, first in enumerate(larger):
        for second in larger[:at]:
            away = colours[second] - colours[first]
            share = float((colour - colours[first]) @ away / (away @ away))
            apart = np.abs(colours[first] + share * away - colour).max()
            if 0.03 < share < 0.97 and apart <= 2 * reach:
                return True
    return False


def _is_shade(
    index: int, larger: list[int], colours: Floats, mask: Mask, areas: list[int], reach: float
) -> bool:
    is_narrow = not shrunk(mask, 2).any()
    for other in larger:
        apart = np.abs(colours[other] - colours[index]).max()
        if apart < 2 * reach + 6:
            return True
        if apart < 48 and areas[other] > 20 * areas[index] and is_narrow:
            return True
    return False

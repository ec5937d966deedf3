"""Find the flat colours of a picture, and measure how far restoring moved them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Colour, Picture, Pixels
from models.colour_difference import colour_difference
from models.local_range import local_range

_Bools = npt.NDArray[np.bool_]

MAX_FLAT_COLOURS = 8

_RIPPLE = 10
"""Levels by which 3 × 3 pixels of one fill may differ: JPEG of quality 50 causes that much in fills,
and an edge of contrast 40, blurred by σ = 1.5 px, changes faster."""

_REACH = 24.0
"""Levels (Euclidean) within which flat pixels belong to one colour."""

_EVEN = 1
"""Levels by which 3 × 3 pixels may differ that count as even: the middle of a fill, not its ripples."""

_LINK = 4.0
"""Levels (Euclidean) between even colours of one fill: JPEG moves whole blocks by about two. The steps of a
gradient are linked, too. Even colours farther apart than that are fills of their own."""

_MAX_EVEN = 64
"""The most even colours to compare, the most frequent ones."""

_MIN_SHARE = 0.004
"""Share of the visible pixels below which a fill is ignored."""


_MIN_ALPHA, _OPAQUE = 26, 250
"""Alpha from which a flat place is visible, and from which it counts as opaque."""


@dataclass(frozen=True)
class FlatColour:
    """One colour that fills areas.

    Attributes:
        rgb: Its median, in the picture's own colour space.
        share: Share of the visible pixels that lie well inside its areas, 0 to 1.
        opacity: Of most of its areas, 0.1 to 1.
    """

    rgb: Colour
    share: float
    opacity: float = 1.0


@dataclass(frozen=True, eq=False)
class FlatColours:
    """The flat colours of a picture, the largest first.

    Attributes:
        colours: Empty for photographs.
        areas: uint8, shape (H, W): the index of each pixel's colour in ``colours``; 255 at edges, in
            gradients and where the picture is transparent or fades.
    """

    colours: tuple[FlatColour, ...]
    areas: Pixels


@dataclass(frozen=True)
class Drift:
    """How far restoring moved one flat colour.

    Attributes:
        before: The colour in the input.
        after: Mean over the same areas of the restored picture, one input pixel inside.
        delta_e: CIEDE2000 between the two; about 1 is just visible side by side.
    """

    before: FlatColour
    after: Colour
    delta_e: float


def find_flat_colours(picture: Picture, max_colours: int = MAX_FLAT_COLOURS) -> FlatColours:
    """Find the colours of fills; mixtures at their edges do not count.

    Args:
        picture: The input. A fill is found only if it is three pixels wide somewhere.
        max_colours: The most colours to find.
    """
    is_visible, alpha = np.ones(picture.rgb.shape[:2], bool), picture.alpha
    if alpha is not None:
        is_even_alpha = local_range(alpha[..., None], 3) <= _EVEN
        is_visible = (alpha >= _OPAQUE) | ((alpha >= _MIN_ALPHA) & is_even_alpha)
    areas = np.full(is_visible.shape, 255, np.uint8)
    spans = local_range(picture.rgb, 3)
    places = np.nonzero((spans <= _RIPPLE) & is_visible)
    pixels, is_even = picture.rgb[places].astype(np.int16), spans[places] <= _EVEN
    waiting = np.arange(len(pixels))
    least = max(4, _MIN_SHARE * int(is_visible.sum()))
    found: list[FlatColour] = []
    while len(waiting) >= least and len(found) < max_colours:
        centre = _fullest(pixels[waiting])
        for _ in range(2):  # the cell of the histogram is only a starting point
            distance = np.linalg.norm((pixels[waiting] - centre).astype(np.float32), axis=1)
            members = waiting[distance <= _REACH]
            if not len(members):
                break
            centre = np.median(pixels[members], axis=0).astype(np.int16)
        if len(members) < least:
            break
        members = members[_largest_fill(pixels[members], is_even[members], least)]
        centre = np.median(pixels[members], axis=0).astype(np.int16)
        red, green, blue = (int(value) for value in centre)
        areas[places[0][members], places[1][members]] = len(found)
        opacity = 255.0 if alpha is None else float(np.median(alpha[places][members]))
        found.append(
            FlatColour(
                (red, green, blue),
                len(members) / int(is_visible.sum()),
                1.0 if opacity >= _OPAQUE else opacity / 255,
            )
        )
        waiting = np.setdiff1d(waiting, members, assume_unique=True)
    return FlatColours(tuple(found), areas)


def measure_drift(flat: FlatColours, restored: Picture) -> tuple[Drift, ...]:
    """Compare the fills of the input with the same areas of the restored picture.

    Args:
        flat: The flat colours of the input.
        restored: In the same colour space; its sides are a whole multiple of the input's.

    Returns:
        One for each flat colour, in the same order.

    Raises:
        ValueError: The sides are not a whole multiple of the input's.
    """
    height, width = flat.areas.shape
    scale = restored.height // height
    if (restored.height, restored.width) != (scale * height, scale * width):
        raise ValueError(f"{restored.size_text} is no multiple of {width} × {height}")
    drifts = []
    for index, colour in enumerate(flat.colours):
        area = flat.areas == index
        inside = eroded(area)
        inside = inside if inside.any() else area
        y, x = np.nonzero(inside)
        sums = np.zeros(3)
        for dy in range(scale):
            for dx in range(scale):
                sums += restored.rgb[scale * y + dy, scale * x + dx].sum(axis=0)
        mean = sums / (len(y) * scale**2)
        red, green, blue = (int(value) for value in np.rint(mean))
        seen = _as_seen((colour.rgb, (red, green, blue)), restored.icc_profile)
        # Without a profile use the exact mean: only a conversion needs whole numbers.
        ends = (colour.rgb, mean) if restored.icc_profile is None else seen
        drifts.append(Drift(colour, (red, green, blue), float(colour_difference(ends[0], ends[1]))))
    return tuple(drifts)


def _as_seen(pair: tuple[Colour, Colour], profile: bytes | None) -> Pixels:
    """Convert two colours from a profile's space to sRGB, (2, 3); unchanged if it cannot be used."""
    row = Picture(np.array([pair], np.uint8), icc_profile=profile)
    with suppress(ValueError):
        row = row.in_srgb()
    return row.rgb.reshape(2, 3)


def _largest_fill(colours: npt.NDArray[np.int16], is_even: _Bools, least: float) -> _Bools:
    """Find which of some similar pixels belong to the largest of the fills among them.

    A designer's #007AFF and #0A84FF are nearer to each other than the noise of a codec reaches, but both
    fill even areas, and nothing even lies between them.

    Args:
        colours: Shape (K, 3).
        is_even: Whether the surroundings of each are even, shape (K,).
        least: Number of even pixels from which a colour is a fill of its own.

    Returns:
        Shape (K,); all of them if they are one fill.
    """
    # One number for each colour: sorting rows takes several times as long.
    keys = colours[is_even].astype(np.int32) @ np.array([1 << 16, 1 << 8, 1], np.int32)
    unique, counts = np.unique(keys, return_counts=True)
    even = np.stack([unique >> 16, unique >> 8 & 255, unique & 255], axis=1)
    order = np.argsort(-counts, kind="stable")[:_MAX_EVEN]
    even, counts = even[order].astype(np.float32), counts[order]
    groups = np.arange(len(even))
    is_linked = np.linalg.norm(even[:, None] - even[None], axis=2) <= _LINK
    for _ in (
        groups
    ):  # each takes the least number among those that it is linked with, until none changes
        least_linked = np.where(is_linked, groups[None], len(groups)).min(
            axis=1, initial=len(groups)
        )
        if np.array_equal(least_linked, groups):
            break
        groups = least_linked
    sizes = np.bincount(groups, counts)
    fills = np.nonzero(sizes >= least)[0]
    if len(fills) < 2:
        return np.ones(len(colours), bool)
    centres = np.array(
        [np.average(even[groups == fill], axis=0, weights=counts[groups == fill]) for fill in fills]
    )
    distances = np.stack([np.linalg.norm(colours - centre, axis=1) for centre in centres])
    is_largest: _Bools = distances.argmin(axis=0) == sizes[fills].argmax()
    return is_largest


def eroded(mask: _Bools) -> _Bools:
    """Remove from a mask, (H, W), its pixels beside others; the border of the picture stays."""
    padded = np.pad(mask, 1, constant_values=True)
    rows = padded[:-2] & padded[1:-1] & padded[2:]
    inside: _Bools = rows[:, :-2] & rows[:, 1:-1] & rows[:, 2:]
    return inside


def _fullest(pixels: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Return the mean colour of the fullest cell of a histogram with cells of 16 levels, (3,)."""
    cells = (pixels >> 4) @ np.array([256, 16, 1], np.int16)
    members = pixels[cells == np.bincount(cells).argmax()]
    mean: npt.NDArray[np.int16] = members.mean(axis=0).astype(np.int16)
    return mean

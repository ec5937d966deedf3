"""Move the fills of a picture to given colours, and its antialiased edges with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.palette import nearest
from desktop_app.imaging.picture import Colour, Picture, Pixels

_Floats = npt.NDArray[np.float32]
_Bools = npt.NDArray[np.bool_]

_FILL = 20.0  # levels within which a pixel has a fill's colour, if the fills are far apart
_NEIGHBOURHOOD = 4  # pixels from an edge within which the fills on its sides lie
# Levels off the line between two colours: up to the first, a pixel is their mixture; from the second, not.
_ON_LINE, _OFF_LINE = 10.0, 24.0
_NONE = 255


@dataclass(frozen=True)
class Snap:
    """The new colour of one fill.

    Attributes:
        found: Its colour in the picture, such as ``Drift.after``.
        wanted: The colour to give it, exactly; None for a fill that stays as it is.
    """

    found: Colour
    wanted: Colour | None


def snap_colours(picture: Picture, snaps: Sequence[Snap]) -> Picture:
    """Give fills their wanted colours.

    A pixel inside a fill gets the wanted colour exactly. A pixel between two fills is a mixture of
    their colours, and becomes the same mixture of the wanted ones, so edges keep their coverage.
    Pixels that are not such a mixture, as in gradients and photographs, stay unchanged.

    Args:
        picture: The restored picture.
        snaps: All flat colours of the picture, including those that stay, since edges end at them.
            At most 32.

    Returns:
        The picture with new colours and the same alpha; itself if all fills stay.

    Raises:
        ValueError: There are more than 32 snaps, or two for the same colour.
    """
    if len(snaps) > 32 or len({snap.found for snap in snaps}) < len(snaps):
        raise ValueError(f"expected up to 32 different colours, got {len(snaps)}")
    if all(snap.wanted is None for snap in snaps):
        return picture
    found = np.array([snap.found for snap in snaps], np.uint8)
    wanted = np.array([snap.wanted or snap.found for snap in snaps], np.uint8)
    labels = _labels(picture.rgb, found)
    is_inside = _is_uniform(labels) & (labels != _NONE)
    rgb = picture.rgb.copy()
    for index, snap in enumerate(snaps):
        if snap.wanted is not None:
            rgb[is_inside & (labels == index)] = snap.wanted
    y, x = np.nonzero(~is_inside)
    solid = np.where(is_inside, labels, np.uint8(_NONE))
    is_near = np.stack([_dilated(solid == index)[y, x] for index in range(len(snaps))], axis=1)
    rgb[y, x] = _remixed(
        picture.rgb[y, x].astype(np.float32),
        found.astype(np.float32),
        wanted.astype(np.float32),
        is_near,
    )
    return replace(picture, rgb=rgb)


def _labels(rgb: Pixels, found: Pixels) -> Pixels:
    """Label each pixel with the index of the fill that has its colour, (H, W); _NONE for mixtures."""
    reach = _FILL
    for first, second in combinations(found.astype(np.float32), 2):
        reach = min(reach, 0.3 * float(np.linalg.norm(first - second)))
    labels, squares = nearest(rgb, found)
    labels[squares > reach**2] = _NONE
    return labels


def _remixed(pixels: _Floats, found: _Floats, wanted: _Floats, is_near: _Bools) -> Pixels:
    """Move mixtures along with the colours they are mixed from.

    Args:
        pixels: Shape (K, 3).
        found: Colours of the fills, shape (F, 3).
        wanted: Their new colours, shape (F, 3).
        is_near: Whether each fill lies near each pixel, shape (K, F).

    Returns:
        The new pixels, shape (K, 3).
    """
    moved = np.zeros_like(pixels)
    best = np.full(len(pixels), np.inf, np.float32)
    off = best.copy()
    for first, second in _pairs(len(found)):
        line = found[second] - found[first]
        length = float(line @ line)
        share = np.zeros(len(pixels), np.float32)
        if length:
            share = np.clip((pixels - found[first]) @ line / length, 0, 1)
        distance = np.linalg.norm(pixels - found[first] - share[:, None] * line, axis=1)
        # Of two lines that fit, prefer the one between fills that are both near.
        is_far = ~(is_near[:, first] & is_near[:, second])
        cost = distance + np.where(is_far, np.float32(_OFF_LINE), np.float32(0))
        is_better = cost < best
        best[is_better], off[is_better] = cost[is_better], distance[is_better]
        shift = wanted[first] - found[first]
        turn = (wanted[second] - found[second]) - shift
        moved[is_better] = shift + share[is_better, None] * turn
    trust = np.clip((_OFF_LINE - off) / (_OFF_LINE - _ON_LINE), 0, 1)[:, None]
    mixed: Pixels = np.clip(np.rint(pixels + trust * moved), 0, 255).astype(np.uint8)
    return mixed


def _pairs(count: int) -> list[tuple[int, int]]:
    return [(0, 0)] if count == 1 else list(combinations(range(count), 2))


def _is_uniform(labels: Pixels) -> _Bools:
    """Find pixels whose 3 × 3 surroundings have a single label, (H, W)."""
    padded = np.pad(labels, 1, "edge")
    rows = (padded[:-2] == padded[1:-1]) & (padded[1:-1] == padded[2:])
    columns = padded[1:-1]
    is_same: _Bools = rows[:, :-2] & rows[:, 1:-1] & rows[:, 2:]
    is_same &= (columns[:, :-2] == columns[:, 1:-1]) & (columns[:, 1:-1] == columns[:, 2:])
    return is_same


def _dilated(mask: _Bools) -> _Bools:
    """Dilate ``mask`` (H, W) by _NEIGHBOURHOOD pixels in every direction."""
    height, width = mask.shape
    padded = np.pad(mask, _NEIGHBOURHOOD)
    steps = range(2 * _NEIGHBOURHOOD + 1)
    rows = np.logical_or.reduce([padded[step : step + height] for step in steps])
    near: _Bools = np.logical_or.reduce([rows[:, step : step + width] for step in steps])
    return near

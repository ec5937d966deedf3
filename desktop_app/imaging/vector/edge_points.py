"""Where within a pixel an edge runs: the sum of an ink's shares across it.

Under any symmetric blur the shares across a straight edge sum up to its place exactly, which the place of
the half share, as in marching squares, does not. Of a stroke with paper on both sides the sum is the width,
and the centre of gravity its middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.vector.cracks import OUTSIDE, CrackChain, Ints
from desktop_app.imaging.vector.flat_inks import Inks
from desktop_app.imaging.vector.windows import Floats

Points = npt.NDArray[np.float64]
"""Places (x, y) in pixels, of shape (n, 2); the first pixel reaches from 0 to 1."""

_REACH = 4
"""Pixels on each side of a crack whose shares are summed up."""


@dataclass(frozen=True, eq=False)
class EdgePoints:
    """Points along a chain.

    Attributes:
        points: In the order of the chain, shape (n, 2).
        is_exact: Whether they are on the border of the picture, which is straight.
    """

    points: Points
    is_exact: bool


def find_edge_points(values: Floats, inks: Inks, chains: list[CrackChain]) -> list[EdgePoints]:
    """Return the points of each chain, those across the edge rather than along it.

    Args:
        values: Premultiplied levels, shape (H, W, 4).
        inks: The inks that the labels of the chains stand for.
        chains: All chains of the picture.
    """
    inner = [chain for chain in chains if OUTSIDE not in (chain.right, chain.left)]
    found = iter(_inner_points(values, inks, inner) if inner else [])
    result = []
    for chain in chains:
        if OUTSIDE in (chain.right, chain.left):
            middles = (chain.corners[:-1] + chain.corners[1:]) / 2
            result.append(EdgePoints(middles, is_exact=True))
        else:
            result.append(EdgePoints(next(found), is_exact=False))
    return result


def _inner_points(values: Floats, inks: Inks, chains: list[CrackChain]) -> list[Points]:
    sides = [chain.sides() for chain in chains]
    right = np.concatenate([side[0] for side in sides])
    left = np.concatenate([side[1] for side in sides])
    counts = [len(side[0]) for side in sides]
    middles = np.concatenate([(chain.corners[:-1] + chain.corners[1:]) / 2 for chain in chains])
    colours = inks.colours
    near = np.repeat(colours[[chain.left for chain in chains]], counts, axis=0)
    far = np.repeat(colours[[chain.right for chain in chains]], counts, axis=0)
    away = right - left
    profile = _Profile(values, inks, near, far)
    offset = _offsets(profile, left, right, away)
    across, along = _slopes(profile, left, right, away)
    points = middles + offset[:, None] * away
    is_across = np.abs(across) >= np.abs(along)
    is_across &= np.abs(offset) < _REACH - 1
    ends = np.cumsum(counts)
    result = []
    for begin, end in zip(ends - counts, ends, strict=True):
        kept = is_across[begin:end]
        chosen = points[begin:end]
        result.append(chosen[kept] if kept.sum() >= max(3, (end - begin) // 4) else chosen)
    return result


class _Profile:
    """Shares of the left ink of each crack in pixels near it.

    Args:
        values: Premultiplied levels, shape (H, W, 4).
        inks: For their noise.
        near: Colour on the left of each crack, shape (n, 4).
        far: Colour on its right, shape (n, 4).
    """

    def __init__(self, values: Floats, inks: Inks, near: Floats, far: Floats) -> None:
        self._values, self._far = values, far
        self._away = near - far
        self._square = np.maximum((self._away**2).sum(axis=1), 1e-6)
        contrast = np.sqrt(self._square)
        self.slack = np.clip(2 * inks.noise / contrast, 0.02, 0.15)
        self._foreign = np.maximum(24.0, 3 * inks.noise)

    def shares(self, places: Ints) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Return the left ink's share of one pixel for each crack, and whether no third ink is in it."""
        height, width = self._values.shape[:2]
        x, y = np.clip(places[:, 0], 0, width - 1), np.clip(places[:, 1], 0, height - 1)
        above = self._values[y, x] - self._far
        share = (above * self._away).sum(axis=1) / self._square
        apart = np.abs(above - np.clip(share, 0, 1)[:, None] * self._away).max(axis=1)
        return np.clip(share, 0, 1), apart < self._foreign


def _offsets(profile: _Profile, left: Ints, right: Ints, away: Ints) -> Floats:
    """Return how far to the right of each crack the edge is, in pixels; shape (n)."""
    before, before_known = _gathered(profile, left, -away)
    after, after_known = _gathered(profile, right, away)
    slack = profile.slack[:, None]
    # Away from the edge the share rises to 1 on the left and falls to 0 on the right; then comes another.
    on_left = _until(before, before_known, slack)
    on_right = _until(1 - after, after_known, slack)
    offset = (after * on_right).sum(axis=1) - ((1 - before) * on_left).sum(axis=1)
    thin_left, middle, width = _stroke(before, before_known, on_left, after * on_right, slack)
    thin_right, other_middle, other_width = _stroke(
        1 - after, after_known, on_right, (1 - before) * on_left, slack
    )
    offset = np.where(thin_left & ~thin_right, width / 2 - middle, offset)
    return np.where(thin_right & ~thin_left, other_middle - other_width / 2, offset)


def _gathered(profile: _Profile, start: Ints, way: Ints) -> tuple[Floats, npt.NDArray[np.bool_]]:
    found = [profile.shares(start + step * way) for step in range(_REACH)]
    return np.stack([share for share, _ in found], axis=1), np.stack(
        [known for _, known in found], axis=1
    )


def _until(rising: Floats, known: npt.NDArray[np.bool_], slack: Floats) -> npt.NDArray[np.bool_]:
    """Return the pixels up to the first pure one, as long as the share rises; shape (n, reach)."""
    follows = np.ones(rising.shape, bool)
    follows[:, 1:] = (rising[:, :-1] < 1 - slack) & (rising[:, 1:] >= rising[:, :-1] - slack)
    follows[:, 1:] &= known[:, 1:]
    return np.logical_and.accumulate(follows, axis=1)


def _stroke(
    inside: Floats,
    known: npt.NDArray[np.bool_],
    rise: npt.NDArray[np.bool_],
    beyond: Floats,
    slack: Floats,
) -> tuple[npt.NDArray[np.bool_], Floats, Floats]:
    """Find strokes so thin that their ink is nowhere pure.

    Args:
        inside: Share of the stroke's ink from the crack into the stroke, shape (n, reach).
        known: Where no third ink is mixed in.
        rise: Where the share still rises.
        beyond: The share outside the crack, up to where it ends; shape (n, reach).
        slack: Share that is noise, shape (n, 1).

    Returns:
        Whether it is such a stroke, how deep its middle is behind the crack, and its width; shape (n) each.
    """
    peak = rise.sum(axis=1) - 1  # index of the highest share
    highest = np.take_along_axis(inside, peak[:, None], axis=1)
    index = np.arange(inside.shape[1])
    falls = np.ones(inside.shape, bool)
    falls[:, 1:] = (
        (inside[:, 1:] <= inside[:, :-1] + slack) & (inside[:, :-1] > slack) & known[:, 1:]
    )
    falls |= index <= peak[:, None]
    belongs = np.logical_and.accumulate(falls, axis=1)
    last = belongs.sum(axis=1) - 1
    lowest = np.take_along_axis(inside, last[:, None], axis=1)
    is_stroke = (highest < 1 - slack) & (last > peak)[:, None] & (lowest < 0.25)
    weights = inside * belongs
    width = weights.sum(axis=1) + beyond.sum(axis=1)
    middle = (weights * (index + 0.5)).sum(axis=1) - (beyond * (index + 0.5)).sum(axis=1)
    return is_stroke[:, 0], middle / np.maximum(width, 1e-6), width


def _slopes(profile: _Profile, left: Ints, right: Ints, away: Ints) -> tuple[Floats, Floats]:
    """Return how fast the share changes across each crack and along it; shape (n) each."""
    along = np.stack([-away[:, 1], away[:, 0]], axis=1)
    rows = [
        [
            profile.shares(place + step * along)[0]
            for place in (left - away, left, right, right + away)
        ]
        for step in (-1, 0, 1)
    ]
    across = sum(row[0] + row[1] - row[2] - row[3] for row in rows) / 12
    down = sum(last - first for first, last in zip(rows[0], rows[2], strict=True)) / 8
    return np.asarray(across), np.asarray(down)

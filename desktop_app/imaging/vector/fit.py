"""Describe points along an edge by the fewest lines and arcs: minimum description length.

Dynamic programming over where one primitive ends and the next begins. A primitive costs a number of bits,
and each point the square of its distance in units of the noise. Around corners, where blur has rounded the
edge, points may be left out at a small price.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.primitives import Primitive, fit_arc, fit_line

_LEVEL, _LINE, _ARC = 3.0, 4.5, 7.0
"""What a level or upright line, another line and an arc cost, in nats."""

_SKIPPED, MOST_SKIPPED = 1.5, 3
"""What each point left out at a corner costs, and how many may be."""

_MOST_POINTS = 700
"""Points of a chain up to which every point may be a break; of longer ones, every second, third …"""

_BEND_REACH, _BEND_NOISE = 2, 0.25
"""Points to each side within which a bend counts, and noise for each pixel by which it leaves the chord."""

_SHORT = 3
"""Points that a line needs; an arc needs two more."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A primitive and the points that it stands for, from ``begin`` up to ``end`` (excluded)."""

    shape: Primitive
    begin: int
    end: int


def describe(points: Points, sigmas: Points, most_skipped: int = MOST_SKIPPED) -> list[Piece]:
    """Describe an open chain of points.

    Args:
        points: In order, shape (n, 2).
        sigmas: The noise of each across the edge, in pixels, as if it were independent; shape (n).
        most_skipped: Points that may be left out at a corner.

    Returns:
        Pieces in order, at least one; the points between them are left out.
    """
    if len(points) < _SHORT:
        line = fit_line(points if len(points) > 1 else points + np.array([[0, 0], [1, 0]]))
        return [Piece(line, 0, len(points))]
    stride = -(-len(points) // _MOST_POINTS)
    chosen = _breaks(points[::stride], sigmas[::stride] / stride**0.5, most_skipped)
    pieces = []
    for begin, end, kind in chosen:
        first, last = begin * stride, min(len(points), (end - 1) * stride + 1)
        pieces.append(Piece(_fitted(points[first:last], kind, sigmas[first:last]), first, last))
    return pieces


def _fitted(points: Points, kind: int, sigmas: Points) -> Primitive:
    weights = 1 / sigmas**2
    if kind == 2 and (arc := fit_arc(points, weights)) is not None:
        return arc
    return fit_line(points, 4 / float(weights.sum()) ** 0.5 if kind == 0 else 0.0, weights)


def _breaks(points: Points, sigmas: Points, most_skipped: int) -> list[tuple[int, int, int]]:
    """Return (begin, end, kind) of each piece: kind 0 is level or upright, 1 a line, 2 an arc."""
    count = len(points)
    costs = _SegmentCosts(points, sigmas)
    best = np.full(count + 1, np.inf)
    best[0] = 0
    gaps = np.zeros(count + 1, np.int64)  # points left out before a piece that begins here
    entry = np.full(count + 1, np.inf)
    entry[0] = 0
    came: list[tuple[int, int]] = [(0, 0)] * (count + 1)
    for end in range(1, count + 1):
        if end >= _SHORT:
            begins = np.arange(0, end - _SHORT + 1)
            price, kinds = costs.price(begins, end)
            total = entry[begins] + price
            chosen = int(np.argmin(total))
            best[end], came[end] = total[chosen], (int(begins[chosen]), int(kinds[chosen]))
        for gap in range(min(most_skipped, end) + 1):
            cost = best[end - gap] + gap * _SKIPPED
            if cost < entry[end]:
                entry[end], gaps[end] = cost, gap
    tail = min(most_skipped, count - _SHORT)
    ends = np.arange(count - tail, count + 1)
    end = int(ends[np.argmin(best[ends] + (count - ends) * _SKIPPED)])
    pieces = []
    while end > 0:
        begin, kind = came[end]
        pieces.append((begin, end, kind))
        end = begin - int(gaps[begin])
    return pieces[::-1]


class _SegmentCosts:
    """What a piece from one point to another costs, from sums over all points before."""

    def __init__(self, points: Points, sigmas: Points) -> None:
        centre = points.mean(axis=0)
        self._scale = max(float(np.abs(points - centre).max()), 1.0)
        x, y = ((points - centre) / self._scale).T
        z = x * x + y * y
        one = np.ones_like(x)
        terms = np.stack([one, x, y, z, x * x, x * y, y * y, x * z, y * z, z * z])
        weights = float(sigmas.min()) ** 2 / sigmas**2
        self._sums = np.concatenate([np.zeros((10, 1)), np.cumsum(terms * weights, axis=1)], axis=1)
        self._weight = 0.5 * (self._scale / float(sigmas.min())) ** 2

    def price(
        self, begins: npt.NDArray[np.int64], end: int
    ) -> tuple[Points, npt.NDArray[np.int64]]:
        """Return the least costs of pieces from several points up to one, and their kinds."""
        sums = self._sums[:, end, None] - self._sums[:, begins]
        count, sums = sums[0], sums[1:]  # the sum of the weights stands for the count
        x, y, z = sums[:3] / count
        xx, xy, yy = sums[3] - count * x * x, sums[4] - count * x * y, sums[5] - count * y * y
        half = (xx + yy) / 2
        off = np.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
        level = np.minimum(xx, yy)
        costs = [
            _LEVEL + self._weight * np.maximum(level, 0),
            _LINE + self._weight * np.maximum(half - off, 0),
            _ARC + self._weight * self._arc(count, sums, (x, y, z), (xx, xy, yy)),
        ]
        costs[2][end - begins < _SHORT + 2] = np.inf
        stacked = np.stack(costs)
        kinds = np.argmin(stacked, axis=0)
        return stacked[kinds, np.arange(len(begins))], kinds

    def _arc(
        self,
        count: Points,
        sums: Points,
        means: tuple[Points, Points, Points],
        second: tuple[Points, Points, Points],
    ) -> Points:
        x, y, z = means
        xx, xy, yy = second
        xz, yz, zz = sums[6] - count * x * z, sums[7] - count * y * z, sums[8] - count * z * z
        determinant = np.maximum(xx * yy - xy * xy, 1e-18)
        a = (yy * xz - xy * yz) / determinant / 2
        b = (xx * yz - xy * xz) / determinant / 2
        left = zz - 2 * a * xz - 2 * b * yz
        radius2 = (a - x) ** 2 + (b - y) ** 2 + (xx + yy) / count
        error = np.maximum(left, 0) / (4 * np.maximum(radius2, 1e-12))
        is_bad = (xx * yy - xy * xy < 1e-14) | (radius2 * self._scale**2 < 0.5)
        return np.where(is_bad, np.inf, error)


def noise_of(points: Points) -> float:
    """Return how much neighbouring points differ from a smooth run, in pixels: the noise's white part."""
    if len(points) < 9:
        return 0.0
    # Third differences see no line and hardly an arc; of white noise they have 20 times its variance.
    step = np.diff(points, axis=0)
    length = np.maximum(np.hypot(*step.T), 1e-6)
    across = np.stack([-step[:, 1], step[:, 0]], axis=1) / length[:, None]
    differences = np.diff(points, 3, axis=0)
    rough = np.abs((differences * across[1:-1]).sum(axis=1))
    return float(np.median(rough) / 0.6745 / 20**0.5)


def noise_at(points: Points, sigma: float, *, is_ring: bool) -> Points:
    """Return the noise of each point: more where the edge bends, since there sums of shares are biased.

    Args:
        points: In order, shape (n, 2).
        sigma: Noise along a straight edge, in pixels.
        is_ring: Whether the last point is followed by the first.
    """
    count = len(points)
    if count < 2 * _BEND_REACH + 1:
        return np.full(count, max(sigma, 0.1))
    twice = 2 * _BEND_REACH
    wide = np.pad(points, ((twice, twice), (0, 0)), mode="wrap" if is_ring else "edge")
    chord, away = wide[twice:] - wide[:-twice], wide[_BEND_REACH:-_BEND_REACH] - wide[:-twice]
    length = np.maximum(np.hypot(*chord.T), 0.5)
    sagitta = np.abs(chord[:, 0] * away[:, 1] - chord[:, 1] * away[:, 0]) / length
    sagitta = np.minimum(sagitta, 1.0)
    bend = np.max([sagitta[at : at + count] for at in range(twice + 1)], axis=0)
    return np.asarray(np.hypot(sigma, _BEND_NOISE * np.maximum(bend - 0.05, 0)))


def start_of_ring(points: Points) -> int:
    """Return the index of the clearest corner of a closed chain, where it is best cut open."""
    count = len(points)
    reach = max(1, min(6, count // 6))
    before, after = np.roll(points, reach, axis=0), np.roll(points, -reach, axis=0)
    chord = after - before
    length = np.maximum(np.hypot(*chord.T), 1e-6)
    away = points - before
    sagitta = np.abs(chord[:, 0] * away[:, 1] - chord[:, 1] * away[:, 0]) / length
    return int(np.argmax(sagitta))

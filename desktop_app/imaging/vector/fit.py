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

_SKIPPED, _MOST_SKIPPED = 1.1, 5
"""What each point left out at a corner costs, and how many may be."""

_MOST_POINTS = 700
"""Points of a chain up to which every point may be a break; of longer ones, every second, third …"""

_SHORT = 3
"""Points that a line needs; an arc needs two more."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A primitive and the points that it stands for, from ``begin`` up to ``end`` (excluded)."""

    shape: Primitive
    begin: int
    end: int


def describe(points: Points, sigma: float, *, has_arcs: bool = True) -> list[Piece]:
    """Describe an open chain of points.

    Args:
        points: In order, shape (n, 2).
        sigma: Their noise across the edge, in pixels, as if it were independent.
        has_arcs: Whether arcs are allowed.

    Returns:
        Pieces in order, at least one; the points between them are left out.
    """
    if len(points) < _SHORT:
        line = fit_line(points if len(points) > 1 else points + np.array([[0, 0], [1, 0]]))
        return [Piece(line, 0, len(points))]
    stride = -(-len(points) // _MOST_POINTS)
    chosen = _breaks(points[::stride], sigma / stride**0.5, has_arcs)
    pieces = []
    for begin, end, kind in chosen:
        first, last = begin * stride, min(len(points), (end - 1) * stride + 1)
        pieces.append(Piece(_fitted(points[first:last], kind, sigma), first, last))
    return pieces


def _fitted(points: Points, kind: int, sigma: float) -> Primitive:
    if kind == 2 and (arc := fit_arc(points)) is not None:
        return arc
    return fit_line(points, 4 * sigma / len(points) ** 0.5 if kind == 0 else 0.0)


def _breaks(points: Points, sigma: float, has_arcs: bool) -> list[tuple[int, int, int]]:
    """Return (begin, end, kind) of each piece: kind 0 is level or upright, 1 a line, 2 an arc."""
    count = len(points)
    costs = _SegmentCosts(points, sigma)
    best = np.full(count + 1, np.inf)
    best[0] = 0
    gaps = np.zeros(count + 1, np.int64)  # points left out before a piece that begins here
    entry = np.full(count + 1, np.inf)
    entry[0] = 0
    came: list[tuple[int, int]] = [(0, 0)] * (count + 1)
    for end in range(1, count + 1):
        if end >= _SHORT:
            begins = np.arange(0, end - _SHORT + 1)
            price, kinds = costs.price(begins, end, has_arcs)
            total = entry[begins] + price
            chosen = int(np.argmin(total))
            best[end], came[end] = total[chosen], (int(begins[chosen]), int(kinds[chosen]))
        for gap in range(min(_MOST_SKIPPED, end) + 1):
            cost = best[end - gap] + gap * _SKIPPED
            if cost < entry[end]:
                entry[end], gaps[end] = cost, gap
    tail = min(_MOST_SKIPPED, count - _SHORT)
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

    def __init__(self, points: Points, sigma: float) -> None:
        centre = points.mean(axis=0)
        self._scale = max(float(np.abs(points - centre).max()), 1.0)
        x, y = ((points - centre) / self._scale).T
        z = x * x + y * y
        terms = np.stack([x, y, z, x * x, x * y, y * y, x * z, y * z, z * z])
        self._sums = np.concatenate([np.zeros((9, 1)), np.cumsum(terms, axis=1)], axis=1)
        self._weight = 0.5 * (self._scale / sigma) ** 2
        self._points = points

    def price(
        self, begins: npt.NDArray[np.int64], end: int, has_arcs: bool
    ) -> tuple[Points, npt.NDArray[np.int64]]:
        """Return the least costs of pieces from several points up to one, and their kinds."""
        count = end - begins
        sums = self._sums[:, end, None] - self._sums[:, begins]
        x, y, z = sums[:3] / count
        xx, xy, yy = sums[3] - count * x * x, sums[4] - count * x * y, sums[5] - count * y * y
        half = (xx + yy) / 2
        off = np.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
        level = np.minimum(xx, yy)
        costs = [
            _LEVEL + self._weight * np.maximum(level, 0),
            _LINE + self._weight * np.maximum(half - off, 0),
        ]
        if has_arcs:
            costs.append(_ARC + self._weight * self._arc(count, sums, (x, y, z), (xx, xy, yy)))
        stacked = np.stack(costs)
        kinds = np.argmin(stacked, axis=0)
        return stacked[kinds, np.arange(len(begins))], kinds

    def _arc(
        self,
        count: npt.NDArray[np.int64],
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
        is_bad = (
            (count < _SHORT + 2) | (xx * yy - xy * xy < 1e-14) | (radius2 * self._scale**2 < 0.5)
        )
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

"""Where the pieces of an edge meet: in a corner, or smoothly in one direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.imaging.vector.cubics import arc_cubics, fit_cubic
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.fit import Piece
from desktop_app.imaging.vector.primitives import Arc, Line, Primitive, meeting_points

_LINE_CORNER = 8.0
"""Degrees from which two long lines meet in a corner; CORNER is for all others."""

CORNER = 24.0

_LONG = 10.0
"""Length of a long line, in pixels."""

_TOLERANCE = 0.12
"""Pixels that a cubic may be away from its points, if their noise is small."""

_MOST_JOINED = 10
"""Pieces that one cubic may replace."""


@dataclass(frozen=True, eq=False)
class Knot:
    """A place where two pieces meet.

    Attributes:
        place: (x, y).
        direction: Of travel, if both pieces share it; None in a corner.
    """

    place: Points
    direction: Points | None


_CAP_TURN = 120.0
"""Degrees from which two lines may be the sides of a stroke, whose end lies between them."""


_PARALLEL = 172.0
"""Degrees from which they certainly are, and no sharp tip."""

_TIP_WIDTH = 1.1
"""Pixels that a sharp tip is wide where it is too faint to be seen; a stroke is wider at its end."""


def without_chamfers(
    points: Points, pieces: list[Piece], longest: float, *, is_ring: bool
) -> list[Piece]:
    """Drop short pieces where their neighbours meet in a corner, which blur has rounded.

    Args:
        points: Of the chain, shape (n, 2).
        pieces: Of the chain, in order.
        longest: Length in pixels of the longest piece that may be dropped.
        is_ring: Whether the last piece is followed by the first; otherwise both stay.
    """
    kept = list(pieces)
    at = 0 if is_ring else 1
    while at < len(kept) - (not is_ring) and len(kept) > 2:
        before, piece, after = kept[at - 1], kept[at], kept[(at + 1) % len(kept)]
        if _is_chamfer(points, before, piece, after, longest):
            kept.pop(at)
        else:
            at += 1
    return kept


def _is_chamfer(points: Points, before: Piece, piece: Piece, after: Piece, longest: float) -> bool:
    length = _length(points, piece)
    neighbours = min(_length(points, before), _length(points, after))
    if length > longest or neighbours < max(4.0, 1.2 * length):
        return False
    middle = (points[piece.begin % len(points)] + points[(piece.end - 1) % len(points)]) / 2
    places = meeting_points(before.shape, after.shape)
    if not len(places):
        return False
    place = places[np.argmin(np.hypot(*(places - middle).T))]
    one, two = before.shape.tangent(place), after.shape.tangent(place)
    turn = np.degrees(np.arctan2(abs(one[0] * two[1] - one[1] * two[0]), one @ two))
    far = float(np.hypot(*(place - middle)))
    return bool(CORNER <= turn < _CAP_TURN + 20) and far <= 0.6 * length + 0.8


def with_caps(points: Points, pieces: list[Piece], *, is_ring: bool) -> list[Piece]:
    """Put a line into each gap whose two sides do not meet there: the end of a stroke.

    Args:
        points: Of the chain, shape (n, 2).
        pieces: Of the chain, in order.
        is_ring: Whether the last piece is followed by the first.
    """
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        result.append(piece)
        is_last = index == len(pieces) - 1
        if is_last and not is_ring:
            break
        after = pieces[(index + 1) % len(pieces)]
        begin, end = piece.end, after.begin + (len(points) if is_last else 0)
        cap = _cap(points, piece, after, begin, end)
        if cap is not None:
            result.append(cap)
    return result


def _cap(points: Points, before: Piece, after: Piece, begin: int, end: int) -> Piece | None:
    last, first = points[before.end - 1], points[after.begin % len(points)]
    middle, across = (last + first) / 2, first - last
    gap = float(np.hypot(*across))
    if gap < 0.6:
        return None
    one, two = before.shape.tangent(last), after.shape.tangent(first)
    turn = float(np.degrees(np.arctan2(abs(one[0] * two[1] - one[1] * two[0]), one @ two)))
    places = meeting_points(before.shape, after.shape)
    far = np.hypot(*(places - middle).T)
    skipped = points[np.arange(begin, end) % len(points)] if end > begin else middle[None]
    if turn < _CAP_TURN:
        if turn < CORNER or (len(places) and far.min() <= 1 + 0.8 * gap):
            return None
        return Piece(Line(skipped.mean(axis=0), across / gap), begin, end)
    # Straight across the stroke, through its farthest point but one: blur has rounded its corners.
    along = (one - two) / np.hypot(*(one - two))
    heights = np.sort((skipped - middle) @ along)
    if turn < _PARALLEL and len(places):
        tip = float((places[np.argmin(far)] - middle) @ along)
        if 0 < tip <= 1 + 0.8 * gap or (tip > 0 and gap * (tip - heights[-1]) < _TIP_WIDTH * tip):
            return None
    direction = np.array([-along[1], along[0]])
    direction = direction * np.sign(direction @ across or 1.0)
    height = heights[-2 if len(heights) > 2 else -1]
    return Piece(Line(middle + along * height, direction), begin, end)


def join(points: Points, before: Piece, after: Piece, corner: float) -> Knot:
    """Find the knot between two neighbouring pieces.

    Args:
        points: Of the chain, shape (n, 2).
        before: The piece that ends here.
        after: The piece that begins here.
        corner: Degrees from which a turn is a corner where not both are long lines.
    """
    last, first = points[(before.end - 1) % len(points)], points[after.begin % len(points)]
    middle = (last + first) / 2
    gap = float(np.hypot(*(first - last)))
    place = crossing(before.shape, after.shape, middle, 1.5 + 1.5 * gap)
    one, two = before.shape.tangent(place), after.shape.tangent(place)
    turn = float(np.degrees(np.arctan2(abs(one[0] * two[1] - one[1] * two[0]), one @ two)))
    are_long = all(
        isinstance(p.shape, Line) and _length(points, p) >= _LONG for p in (before, after)
    )
    if turn >= (min(_LINE_CORNER, corner) if are_long else corner):
        return Knot(place, None)
    for piece, direction in ((before, one), (after, two)):
        if isinstance(piece.shape, Line) and _length(points, piece) >= 5:
            return Knot(piece.shape.nearest(middle), direction)
    shared = one + two
    place = (before.shape.nearest(middle) + after.shape.nearest(middle)) / 2
    return Knot(place, shared / np.hypot(*shared))


def crossing(before: Primitive, after: Primitive, middle: Points, reach: float) -> Points:
    """Return where two primitives meet near a place, or else the place between both."""
    places = meeting_points(before, after)
    if len(places):
        far = np.hypot(*(places - middle).T)
        if far.min() <= reach:
            return np.asarray(places[np.argmin(far)])
    return np.asarray((before.nearest(middle) + after.nearest(middle)) / 2)


def _length(points: Points, piece: Piece) -> float:
    begin, end = points[piece.begin % len(points)], points[(piece.end - 1) % len(points)]
    return float(np.hypot(*(end - begin)))


def draw(points: Points, pieces: list[Piece], knots: list[Knot], sigma: float) -> list[Points]:
    """Turn pieces into lines and the fewest cubics.

    Args:
        points: Of the chain, shape (n, 2).
        pieces: Of the chain, in order.
        knots: Before each piece and after the last: one more than pieces.
        sigma: Noise across the edge, in pixels.

    Returns:
        Segments in order, lines of shape (2, 2) and cubics of shape (4, 2), each beginning where the one
        before ends.
    """
    segments: list[Points] = []
    begin = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or knots[end].direction is None:
            run = pieces[begin:end], knots[begin : end + 1]
            segments += _smooth_run(points, *run, max(_TOLERANCE, 3 * sigma))
            begin = end
    return segments


def _smooth_run(
    points: Points, pieces: list[Piece], knots: list[Knot], tolerance: float
) -> list[Points]:
    """Draw pieces that all share a direction where they meet, as few segments as possible."""
    count = len(pieces)
    best = [0.0] + [np.inf] * count
    chosen: list[tuple[int, list[Points]]] = [(0, [])] * (count + 1)
    for end in range(1, count + 1):
        for begin in range(max(0, end - _MOST_JOINED), end):
            for price, segments in _ways(
                points, pieces[begin:end], knots[begin], knots[end], tolerance
            ):
                if best[begin] + price < best[end]:
                    best[end], chosen[end] = best[begin] + price, (begin, segments)
    result: list[Points] = []
    end = count
    while end > 0:
        begin, drawn = chosen[end]
        result = drawn + result
        end = begin
    return result


def _ways(
    points: Points, pieces: list[Piece], before: Knot, after: Knot, tolerance: float
) -> list[tuple[float, list[Points]]]:
    """Return ways to draw some pieces at once, each with its price in segments."""
    ends = np.stack([before.place, after.place])
    first, last = pieces[0].shape, pieces[-1].shape
    if len(pieces) == 1 and isinstance(first, Line):
        return [(1.0, [ends])]
    ways: list[tuple[float, list[Points]]] = []
    if len(pieces) == 1 and isinstance(first, Arc):
        sweep = _sweep(first, ends, points[pieces[0].begin : pieces[0].end])
        curves = arc_cubics(first.centre, ends[0], sweep)
        curves[-1] = curves[-1].copy()
        curves[-1][2:] += ends[1] - curves[-1][3]
        ways.append((len(curves) + 0.3, curves))
    directions = np.stack(
        [
            first.tangent(ends[0]) if before.direction is None else before.direction,
            last.tangent(ends[1]) if after.direction is None else after.direction,
        ]
    )
    inner = points[pieces[0].begin : pieces[-1].end]
    curve, error = fit_cubic(inner, ends, directions)
    if error <= tolerance:
        ways.append((1 + 0.5 * error / tolerance, [curve]))
    return ways


def _sweep(arc: Arc, ends: Points, points: Points) -> float:
    """Return by what angle an arc turns between its ends, in radians."""
    begin, end = (np.arctan2(*(place - arc.centre)[::-1]) for place in ends)
    sweep = (end - begin) * arc.way % (2 * np.pi)
    length = float(np.hypot(*np.diff(points, axis=0).T).sum()) / arc.radius
    if sweep - length > np.pi:  # the ends lie the wrong way round: the arc is very short
        sweep -= 2 * np.pi
    return float(sweep * arc.way)

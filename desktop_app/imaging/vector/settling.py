"""Move knots until what is drawn has the pixels of the picture.

The shares across an edge are biased where another edge is near: at corners, and in small letters. So the
chains are drawn again, each pixel with the exact areas of its inks, and the knots are moved by least
squares across the edges.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from desktop_app.imaging.vector.cracks import OUTSIDE, CrackChain, Ints
from desktop_app.imaging.vector.cubics import bezier
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.flat_inks import Inks
from desktop_app.imaging.vector.windows import Floats, Mask, grown

Segments = list[Points]

_ROUNDS, _TRIES = 3, 3
_STEPS = 24
"""Steps of conjugate gradients in each round."""

_FARTHEST = 0.5
"""Pixels that a knot may move in a round."""

_EXPECTED = 0.4
"""Pixels that a knot is expected to move: what holds those that no pixel does."""

_REACH = 3
"""Pixels around what is drawn at first that may change."""

_LONG = 16.0
"""Length of a long segment, in pixels."""

_PIECE = 0.5
"""Longest straight piece that stands for a part of a curve, in pixels."""


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Straight pieces of all segments, each within one pixel.

    Attributes:
        chains: Index of the chain, shape (n).
        pixels: Index of the pixel in rows, shape (n).
        along: From begin to end, shape (n, 2).
        inside: How far its middle is from the pixel's left side, shape (n).
        jumps: Colour on the left hand less that on the right hand, shape (n, 4).
        knots: The knots at both ends of its segment, −1 for those that stay; shape (n, 2).
        weights: How much the piece moves with each of them, shape (n, 2).
    """

    chains: Ints
    pixels: Ints
    along: Points
    inside: Points
    jumps: Points
    knots: Ints
    weights: Points


def settle(
    values: Floats, inks: Inks, chains: list[CrackChain], drawn: list[Segments], fixed: list[bool]
) -> list[Segments]:
    """Return the segments of all chains with their knots moved.

    Args:
        values: Premultiplied levels, shape (H, W, 4).
        inks: What the labels beside the chains stand for.
        chains: All chains of the picture.
        drawn: Their segments.
        fixed: Which chains stay as they are.
    """
    knots = _Knots(drawn, fixed, values.shape[:2], is_clean=inks.is_clean)
    if not knots.count:
        return drawn
    hold = ((1.5 + inks.noise) / _EXPECTED) ** 2
    pieces = _cut(chains, drawn, knots, inks, values.shape[:2])
    near = _pixels_near(pieces, values.shape[:2])
    target = values.reshape(-1, 4)[near].astype(np.float64)
    missing = target - _painted(pieces, values.shape[:2], near)
    for _ in range(_ROUNDS):
        moves = _solved(pieces, missing, near, knots.count, hold)
        moves = np.clip(moves, -_FARTHEST, _FARTHEST)
        for _ in range(_TRIES):
            tried = knots.moved(drawn, moves)
            tried_pieces = _cut(chains, tried, knots, inks, values.shape[:2])
            left = target - _painted(tried_pieces, values.shape[:2], near)
            before = _errors(pieces, missing, near, len(chains))
            is_worse = _errors(tried_pieces, left, near, len(chains)) > before
            if not is_worse.any():
                break
            # A chain that got worse moves less, and in the end not at all.
            moves[knots.of_chains(is_worse)] *= 0.3
        else:
            moves[knots.of_chains(is_worse)] = 0
            tried = knots.moved(drawn, moves)
            tried_pieces = _cut(chains, tried, knots, inks, values.shape[:2])
            left = target - _painted(tried_pieces, values.shape[:2], near)
        drawn, pieces, missing = tried, tried_pieces, left
    return drawn


def _pixels_near(pieces: _Pieces, size: tuple[int, ...]) -> Ints:
    """Return the pixels that settling looks at: few of a large picture."""
    is_near = np.zeros(size, bool)
    is_near.ravel()[pieces.pixels] = True
    return np.flatnonzero(grown(is_near, _REACH))


def _places(near: Ints, pixels: Ints) -> Ints:
    """Return where pixels are among those near; of others, the next."""
    return np.minimum(np.searchsorted(near, pixels), len(near) - 1)


def _errors(pieces: _Pieces, missing: Points, near: Ints, count: int) -> Points:
    """Return the squared error of the pixels along each chain and beside it; shape (count)."""
    squares = (missing**2).sum(axis=1)
    size = len(squares)
    total = np.zeros(count)
    for shift in (-1, 0, 1):
        places = np.unique(pieces.chains * size + _places(near, pieces.pixels + shift))
        chain, pixel = np.divmod(places, size)
        total += np.bincount(chain, squares[pixel], count)
    return total


class _Knots:
    """The places where segments meet, numbered; those of fixed chains and of the border stay."""

    def __init__(
        self, drawn: list[Segments], fixed: list[bool], size: tuple[int, ...], *, is_clean: bool
    ) -> None:
        height, width = size
        numbers: dict[tuple[float, float], int] = {}
        stays = {
            _key(place)
            for segments, is_fixed in zip(drawn, fixed, strict=True)
            if is_fixed
            for segment in segments
            for place in segment[[0, -1]]
        }
        if not is_clean:
            stays |= _between_long(drawn)
        self.ends: list[list[tuple[int, int]]] = []
        for segments in drawn:
            row = []
            for segment in segments:
                pair = []
                for place in segment[[0, -1]]:
                    key = _key(place)
                    on_border = place[0] in (0, width) or place[1] in (0, height)
                    if key in stays or on_border:
                        pair.append(-1)
                    else:
                        pair.append(numbers.setdefault(key, len(numbers)))
                row.append((pair[0], pair[1]))
            self.ends.append(row)
        self.count = len(numbers)

    def of_chains(self, chosen: Mask) -> Ints:
        """Return the knots of some chains."""
        found = {
            end
            for row, is_chosen in zip(self.ends, chosen, strict=True)
            if is_chosen
            for pair in row
            for end in pair
        }
        return np.array(sorted(found - {-1}), np.int64)

    def moved(self, drawn: list[Segments], moves: Points) -> list[Segments]:
        """Return the segments with each knot and its handles moved; level and upright lines stay so."""
        moves = self._levelled(drawn, np.concatenate([moves, np.zeros((1, 2))]))
        result = []
        for segments, row in zip(drawn, self.ends, strict=True):
            shifted = []
            for segment, (begin, end) in zip(segments, row, strict=True):
                half = len(segment) // 2
                shifts = np.repeat(moves[[begin, end]], half, axis=0)
                shifted.append(segment + shifts)
            result.append(shifted)
        return result

    def _levelled(self, drawn: list[Segments], moves: Points) -> Points:
        for segments, row in zip(drawn, self.ends, strict=True):
            for segment, (begin, end) in zip(segments, row, strict=True):
                if len(segment) != 2:
                    continue
                for axis in (0, 1):
                    if segment[0, axis] == segment[1, axis]:
                        both = moves[[begin, end], axis]
                        shared = 0.0 if -1 in (begin, end) else float(both.mean())
                        moves[[begin, end], axis] = shared
        moves[-1] = 0
        return moves


def _between_long(drawn: list[Segments]) -> set[tuple[float, float]]:
    """Return the corners between two long segments: of noisy pictures, their fit knows better than pixels."""
    lengths: dict[tuple[float, float], list[float]] = defaultdict(list)
    for segment in (segment for segments in drawn for segment in segments):
        for place in segment[[0, -1]]:
            lengths[_key(place)].append(float(np.hypot(*(segment[-1] - segment[0]))))
    return {key for key, near in lengths.items() if len(near) == 2 and min(near) >= _LONG}


def _key(place: Points) -> tuple[float, float]:
    return round(float(place[0]), 6), round(float(place[1]), 6)


def _cut(
    chains: list[CrackChain],
    drawn: list[Segments],
    knots: _Knots,
    inks: Inks,
    size: tuple[int, ...],
) -> _Pieces:
    """Cut all segments into straight pieces that lie within one pixel each."""
    clear = np.zeros((1, 4))
    colours = np.concatenate([inks.colours.astype(np.float64), clear])  # the last is outside
    begins, ends, shares, owners = [], [], [], []
    jumps: list[Points] = []
    pairs: list[tuple[int, int]] = []
    numbers: list[int] = []
    for number, (chain, segments, row) in enumerate(zip(chains, drawn, knots.ends, strict=True)):
        right, left = (
            colours[side if side != OUTSIDE else -1] for side in (chain.right, chain.left)
        )
        for segment, pair in zip(segments, row, strict=True):
            t = _parameters(segment)
            if len(segment) == 4:
                places = bezier(segment, t)
            else:
                places = segment[0] + t[:, None] * (segment[1] - segment[0])
            begins.append(places[:-1])
            ends.append(places[1:])
            shares.append((t[:-1] + t[1:]) / 2)
            owners.append(np.full(len(t) - 1, len(jumps)))
            jumps.append(left - right)
            pairs.append(pair)
            numbers.append(number)
    begin, end = np.concatenate(begins), np.concatenate(ends)
    t, owner = np.concatenate(shares), np.concatenate(owners)
    middle = (begin + end) / 2
    height, width = size
    column = np.clip(np.floor(middle[:, 0]), 0, width - 1).astype(np.int64)
    line = np.clip(np.floor(middle[:, 1]), 0, height - 1).astype(np.int64)
    is_curve = np.array([len(segment) == 4 for segments in drawn for segment in segments])[owner]
    # A handle moves with its knot, so of a curve the first half moves with the first knot.
    second = np.where(is_curve, t * t * (3 - 2 * t), t)
    return _Pieces(
        np.array(numbers)[owner],
        line * width + column,
        end - begin,
        np.clip(middle[:, 0] - column, 0, 1),
        np.array(jumps)[owner],
        np.array(pairs)[owner],
        np.stack([1 - second, second], axis=1),
    )


def _parameters(segment: Points) -> Points:
    """Return where a segment crosses the sides of pixels, and of a curve enough places between."""
    if len(segment) == 4:
        length = float(np.hypot(*np.diff(segment, axis=0).T).sum())
        return np.linspace(0, 1, max(4, int(length / _PIECE) * 2))
    found = [np.array([0.0, 1.0])]
    for axis in (0, 1):
        first, last = float(segment[0, axis]), float(segment[1, axis])
        if first != last:
            low, high = sorted((first, last))
            sides = np.arange(np.ceil(low), np.floor(high) + 1)
            found.append((sides - first) / (last - first))
    return np.unique(np.clip(np.concatenate(found), 0, 1))


def _painted(pieces: _Pieces, size: tuple[int, ...], near: Ints) -> Points:
    """Draw the areas between the chains: each pixel the average of what is in it; shape (near, 4)."""
    height, width = size
    down = pieces.along[:, 1]
    row, column = np.divmod(pieces.pixels, width)
    # What a piece changes holds for the part of its pixel on its right, and for all pixels after.
    place = row * (width + 1) + column
    picture = np.empty((len(near), 4))
    for channel in range(4):
        change = pieces.jumps[:, channel] * down
        sums = np.bincount(place, change * (1 - pieces.inside), height * (width + 1))
        sums += np.bincount(place + 1, change * pieces.inside, height * (width + 1))
        filled = np.cumsum(sums.reshape(height, width + 1), axis=1)
        picture[:, channel] = filled[near // width, near % width]
    return picture


def _solved(pieces: _Pieces, missing: Points, near: Ints, count: int, hold: float) -> Points:
    """Solve for the moves of all knots by conjugate gradients on the normal equations; shape (count, 2)."""
    across = np.stack(
        [-pieces.along[:, 1], pieces.along[:, 0]], axis=1
    )  # area swept per pixel of move
    knots = np.where(pieces.knots < 0, count, pieces.knots)
    pixels, which = np.unique(pieces.pixels, return_inverse=True)

    def areas(moves: Points) -> Points:
        """Return the colour that the pixels gain by moves; shape (pixels, 4)."""
        padded = np.concatenate([moves, np.zeros((1, 2))])
        swept = sum(
            pieces.weights[:, side] * (across * padded[knots[:, side]]).sum(axis=1)
            for side in (0, 1)
        )
        return np.stack(
            [np.bincount(which, swept * pieces.jumps[:, one], len(pixels)) for one in range(4)],
            axis=1,
        )

    def gathered(colours: Points) -> Points:
        """Return the transpose of ``areas``; shape (count, 2)."""
        pull = (pieces.jumps * colours[which]).sum(axis=1)
        result = np.zeros((count + 1, 2))
        for side in (0, 1):
            for axis in (0, 1):
                weights = pull * pieces.weights[:, side] * across[:, axis]
                result[:, axis] += np.bincount(knots[:, side], weights, count + 1)
        return result[:count]

    moves = np.zeros((count, 2))
    rest = gathered(missing[_places(near, pixels)])
    direction = rest.copy()
    square = float((rest**2).sum())
    for _ in range(_STEPS):
        if square < 1e-6:
            break
        image = gathered(areas(direction)) + hold * direction
        step = square / max(float((direction * image).sum()), 1e-12)
        moves += step * direction
        rest -= step * image
        fresh = float((rest**2).sum())
        direction = rest + fresh / square * direction
        square = fresh
    return moves

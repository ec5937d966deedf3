"""Covers places on a grid by rectangles at the least price; pure numpy.

After the recursive X-Y cut of document analysis (Nagy and Seth, 1984), with one change: a cut goes around the
largest empty rectangle instead of along an empty stripe, so that a frame falls apart as well.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from models.tiling import Box

Mask = npt.NDArray[np.bool_]
Price = Callable[[Box], float]


def cover(places: Mask, price: Price) -> Iterator[Box]:
    """Cover what is True by rectangles that do not overlap.

    The bounding box is cut along the sides of the largest hole in it, and so is each piece, as long as the
    pieces cost less together than what was cut.

    Args:
        places: What has to be covered, (rows, columns).
        price: Of a rectangle of the grid.
    """
    box = bounds(places, Box(0, 0, *places.shape))
    if box is not None:
        yield from _cut(places, box, price)


def bounds(places: Mask, box: Box) -> Box | None:
    """The smallest rectangle around what is True inside ``box``, or None."""
    inside = places[box.slices]
    rows, columns = (np.flatnonzero(inside.any(axis=axis)).tolist() for axis in (1, 0))
    if not rows:
        return None
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    return Box(box.top + rows[0], box.left + columns[0], height, width)


def largest_hole(places: Mask, box: Box) -> Box:
    """The largest rectangle inside ``box`` in which nothing is True; of no size if there is none.

    For each row, the heights of what is free above it are walked from left to right; a rectangle ends where
    a lower one begins.
    """
    best = Box(box.top, box.left, 0, 0)
    heights = [0] * box.width
    for bottom, row in enumerate(places[box.slices].tolist(), start=box.top + 1):
        heights = [0 if is_taken else h + 1 for is_taken, h in zip(row, heights, strict=True)]
        rising: list[tuple[int, int]] = []  # (start, height)
        for column, lower in enumerate([*heights, 0]):
            start = column
            while rising and rising[-1][1] >= lower:
                start, height = rising.pop()
                if height * (column - start) > best.area:
                    best = Box(bottom - height, box.left + start, height, column - start)
            rising.append((start, lower))
    return best


def _cut(places: Mask, box: Box, price: Price) -> Iterator[Box]:
    ways = [
        [piece for part in way if (piece := bounds(places, part)) is not None]
        for way in _ways_around(largest_hole(places, box), box)
    ]
    cheapest = min(ways, key=lambda pieces: sum(map(price, pieces)))
    if sum(map(price, cheapest)) >= price(box):
        yield box
        return
    for piece in cheapest:
        yield from _cut(places, piece, price)


def _ways_around(hole: Box, box: Box) -> Iterator[list[Box]]:
    """What a box has around a hole: with long rectangles above and below it, or on its sides."""
    above, below = hole.top - box.top, box.bottom - hole.bottom
    before, after = hole.left - box.left, box.right - hole.right
    yield [
        Box(box.top, box.left, above, box.width),
        Box(hole.top, box.left, hole.height, before),
        Box(hole.top, hole.right, hole.height, after),
        Box(hole.bottom, box.left, below, box.width),
    ]
    yield [
        Box(box.top, box.left, box.height, before),
        Box(box.top, hole.left, above, hole.width),
        Box(hole.bottom, hole.left, below, hole.width),
        Box(box.top, hole.right, box.height, after),
    ]

"""Covers the marked cells of a grid with rectangles at low cost; pure numpy.

A variant of the recursive X-Y cut from document analysis (Nagy and Seth, 1984): it cuts around the largest
empty rectangle instead of along an empty stripe, so that a frame is split as well.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from models.tiling import Box

Mask = npt.NDArray[np.bool_]
CostFunction = Callable[[Box], float]


def cover_with_rectangles(mask: Mask, cost: CostFunction) -> Iterator[Box]:
    """Cover all True cells with rectangles that do not overlap.

    The bounding box is cut along the sides of the largest empty rectangle in it. Each piece is cut in turn,
    as long as the pieces together cost less than the whole.

    Args:
        mask: The cells to cover, bool (rows, columns).
        cost: Returns the cost of a rectangle of the grid.

    Yields:
        Rectangles, in cells.
    """
    box = bounding_box(mask, Box(0, 0, *mask.shape))
    if box is not None:
        yield from _split(mask, box, cost)


def bounding_box(mask: Mask, box: Box) -> Box | None:
    """Return the smallest rectangle around all True cells inside ``box``, or None if there are none."""
    inside = mask[box.slices]
    rows, columns = (np.flatnonzero(inside.any(axis=axis)).tolist() for axis in (1, 0))
    if not rows:
        return None
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    return Box(box.top + rows[0], box.left + columns[0], height, width)


def largest_empty_rectangle(mask: Mask, box: Box) -> Box:
    """Return the largest rectangle inside ``box`` without a True cell; its area is 0 if there is none.

    For each row, the heights of the empty columns above it are scanned from left to right with a stack; a
    rectangle ends where a lower column begins.
    """
    best = Box(box.top, box.left, 0, 0)
    heights = [0] * box.width
    for bottom, row in enumerate(mask[box.slices].tolist(), start=box.top + 1):
        heights = [0 if is_occupied else h + 1 for is_occupied, h in zip(row, heights, strict=True)]
        stack: list[tuple[int, int]] = []  # open rectangles as (start, height), ever higher
        for column, lower in enumerate([*heights, 0]):
            start = column
            while stack and stack[-1][1] >= lower:
                start, height = stack.pop()
                if height * (column - start) > best.area:
                    best = Box(bottom - height, box.left + start, height, column - start)
            stack.append((start, lower))
    return best


def _split(mask: Mask, box: Box, cost: CostFunction) -> Iterator[Box]:
    partitions = [
        [piece for part in partition if (piece := bounding_box(mask, part)) is not None]
        for partition in _partitions_around(largest_empty_rectangle(mask, box), box)
    ]
    cheapest = min(partitions, key=lambda pieces: sum(map(cost, pieces)))
    if sum(map(cost, cheapest)) >= cost(box):
        yield box
        return
    for piece in cheapest:
        yield from _split(mask, piece, cost)


def _partitions_around(hole: Box, box: Box) -> Iterator[list[Box]]:
    """Yield two partitions of a box around a hole: long rectangles above and below, or at the sides."""
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

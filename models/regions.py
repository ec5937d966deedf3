"""Finds the parts of a picture that sharpening will change, and the order in which they matter.

A coarse pass before the fine one, which looks at the contrast of small cells. It does not ask the network for
a sketch: a reduced picture is sharp already, so that the network finds nothing to do where it later does
most; and its quarter-scale output, which does find every place, costs a fifth of the whole job even on a
picture of half the side. What is flat but for the rounding to 8 bits, the network leaves as it is.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from models.rectangle_cover import Mask, cover_with_rectangles
from models.tiling import Box, Pixels

CELL = 8
"""Side of the squares whose contrast is measured, in pixels; reads of the network start at such steps."""

FLAT_TOLERANCE = 1
"""Levels of 255 by which the pixels of a flat cell differ at most: rounding alone does that to a gradient. To
take 2 for flat as well would lose faint text, and 0.02 dB of what the network takes away of JPEG noise."""

STEP_TOLERANCE = 4
"""Levels by which flat neighbours differ at most, as the blocks of a JPEG file do along a gradient: if the
network smoothed such a step, no pixel would change by more than 2."""

BANDING_STEP = 2
"""Levels of such a step that is spread where it is left out; a larger one may be meant."""

CELLS_PER_SQUARE = 4
"""Cells a side of the squares that regions are made of."""

MAX_SQUARES = 128
"""Squares along the longer side; larger pictures have larger squares, so that planning stays quick."""

Levels = npt.NDArray[np.uint8]
Grid = npt.NDArray[Any]


@dataclass(frozen=True)
class DetailRegions:
    """Where sharpening will change a picture.

    Attributes:
        boxes: Do not overlap; the one with the most expected change comes first.
        share: Of the area, 0 to 1.
        seconds: What finding them took.
    """

    boxes: tuple[Box, ...]
    share: float
    seconds: float

    def magnified(self, factor: int) -> "DetailRegions":
        """The same in a picture ``factor`` times as high and wide."""
        return replace(self, boxes=tuple(box.magnified(factor) for box in self.boxes))


def find_regions(enlarged: Pixels, cost: Callable[[Box], float]) -> DetailRegions:
    """Find what is not flat, and cover it by the cheapest rectangles.

    Args:
        enlarged: What the network would read, uint8 (H, W, 3).
        cost: Of restoring a rectangle, its surroundings included; in any unit.

    Returns:
        The rectangles, at multiples of ``CELL`` but for the picture's own borders. Around each place that is
        not flat they include ``CELL`` pixels more, over which a result can fade.
    """
    began = time.perf_counter()
    height, width = enlarged.shape[:2]
    within, around = measure_contrast(enlarged)
    has_detail = _find_detail(within, around)
    side = max(CELLS_PER_SQUARE, -(-max(has_detail.shape) // MAX_SQUARES))
    squares = _coarsen(_reduce_3x3(has_detail, np.logical_or), side)
    pixels = side * CELL
    picture = Box(0, 0, height, width)

    def in_pixels(box: Box) -> Box:
        return box.magnified(pixels).grown(0, picture)

    def expected_change(box: Box) -> int:
        return int(within[box.magnified(side).slices].sum(dtype=np.int64))

    boxes = sorted(
        cover_with_rectangles(squares, lambda box: cost(in_pixels(box))), key=expected_change
    )
    found = tuple(in_pixels(box) for box in reversed(boxes))
    share = sum(box.area for box in found) / picture.area
    return DetailRegions(found, share, time.perf_counter() - began)


def deband(enlarged: Pixels) -> Pixels:
    """Spread the small steps between flat cells over a cell, as the network does where it is asked.

    A JPEG file leaves such stairs along a gradient; for them alone the whole picture would have to go through
    the network.

    Args:
        enlarged: uint8 (H, W, 3); not changed.

    Returns:
        The same but for steps of ``BANDING_STEP`` levels among cells that nothing busy is near, uint8 (H, W,
        3). No pixel differs by more than ``BANDING_STEP``.
    """
    within, around = measure_contrast(enlarged)
    is_near_detail = _reduce_3x3(
        _reduce_3x3(_find_detail(within, around), np.logical_or), np.logical_or
    )
    is_banding = (around == BANDING_STEP) & ~is_near_detail
    if not is_banding.any():
        return enlarged
    height, width = enlarged.shape[:2]
    is_banding_pixel = is_banding.repeat(CELL, axis=0).repeat(CELL, axis=1)[:height, :width, None]
    smooth = Image.fromarray(enlarged).filter(ImageFilter.BoxBlur(CELL // 2))
    return np.where(is_banding_pixel, np.asarray(smooth), enlarged)


def measure_contrast(picture: Pixels) -> tuple[Levels, Levels]:
    """Measure how much pixels differ within each cell, and around it.

    Args:
        picture: uint8 (H, W, 3).

    Returns:
        Two arrays (⌈H / CELL⌉, ⌈W / CELL⌉), 0 to 255: the largest difference in any one channel within each
        cell of ``CELL`` × ``CELL`` pixels, and within it and its eight neighbours.
    """
    padding = [(0, -side % CELL) for side in picture.shape[:2]]
    padded = np.pad(picture, (*padding, (0, 0)), mode="edge")
    rows, columns = (side // CELL for side in padded.shape[:2])

    def extreme(combine: np.ufunc) -> Levels:
        # Whole rows first, then a column of cells at a time: numpy is slow along short axes.
        bands = combine.reduce(padded.reshape(rows, CELL, -1), axis=1).reshape(
            rows, columns, CELL, 3
        )
        cells: Levels = reduce(combine, (bands[:, :, column] for column in range(CELL)))
        return cells

    high, low = extreme(np.maximum), extreme(np.minimum)
    within: Levels = reduce(np.maximum, np.moveaxis(high - low, 2, 0))
    contrast = _reduce_3x3(high, np.maximum) - _reduce_3x3(low, np.minimum)
    around: Levels = reduce(np.maximum, np.moveaxis(contrast, 2, 0))
    return within, around


def _find_detail(within: Levels, around: Levels) -> Mask:
    """Which cells sharpening will change, from their contrast."""
    has_detail: Mask = _reduce_3x3(within > FLAT_TOLERANCE, np.logical_or) | (
        around > STEP_TOLERANCE
    )
    return has_detail


def _reduce_3x3(values: Grid, combine: np.ufunc) -> Grid:
    """Each value and its eight neighbours made one, (rows, columns, …)."""
    padding = [(1, 1), (1, 1), (0, 0)][: values.ndim]
    padded = np.pad(values, padding, mode="edge")
    rows = combine(combine(padded[:-2], padded[1:-1]), padded[2:])
    around: Grid = combine(combine(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return around


def _coarsen(cells: Mask, side: int) -> Mask:
    """Whether anything is True in squares of ``side`` cells."""
    rows, columns = (range(0, length, side) for length in cells.shape)
    squares: Mask = np.logical_or.reduceat(np.logical_or.reduceat(cells, rows), columns, axis=1)
    return squares

"""Finds the regions of a picture that sharpening will change, the most important first.

A quick pass over the local contrast, before the network runs. The network itself is no good for this: a
reduced picture is already sharp, so the network changes little exactly where it will later change most. Its
quarter-scale output does find every region, but costs a fifth of the whole job even at half the side. Areas
that are flat except for 8-bit rounding are left unchanged by the network, so they can be skipped.
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
"""Side of the cells whose contrast is measured, in pixels; tiles begin at multiples of it."""

FLAT_TOLERANCE = 1
"""Largest difference within a flat cell, in levels of 255: rounding alone causes it along a gradient. A
tolerance of 2 would lose faint text, and 0.02 dB of the network's removal of JPEG noise."""

STEP_TOLERANCE = 4
"""Largest difference between neighbouring flat cells, in levels of 255. The blocks of a JPEG file cause such
steps along a gradient; if the network smoothed one, no pixel would change by more than 2 levels."""

BANDING_STEP = 2
"""Height of the steps that ``deband`` smooths, in levels of 255; a larger step may be intended."""

CELLS_PER_SQUARE = 4
"""Side of the squares that regions consist of, in cells."""

MAX_SQUARES = 128
"""Most squares along the longer side; larger pictures get larger squares, so that planning stays fast."""

Levels = npt.NDArray[np.uint8]
Grid = npt.NDArray[Any]


@dataclass(frozen=True)
class DetailRegions:
    """The regions of a picture that sharpening will change.

    Attributes:
        boxes: Rectangles that do not overlap, in pixels; the one with the most expected change first.
        share: Share of the picture's area that they cover, 0 to 1.
        seconds: Time that finding them took.
    """

    boxes: tuple[Box, ...]
    share: float
    seconds: float

    def magnified(self, factor: int) -> "DetailRegions":
        """Return the same regions in a picture ``factor`` times as high and wide."""
        return replace(self, boxes=tuple(box.magnified(factor) for box in self.boxes))


def find_regions(enlarged: Pixels, cost: Callable[[Box], float]) -> DetailRegions:
    """Find what is not flat and cover it with rectangles at low cost.

    Args:
        enlarged: Input of the network, uint8 (H, W, 3).
        cost: Returns the cost of restoring a rectangle including its surroundings, in any unit.

    Returns:
        The regions. Their sides lie at multiples of ``CELL`` or at the borders of the picture. They extend
        ``CELL`` pixels beyond everything that is not flat, so that a result can fade out there.
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
    """Smooth small steps between flat cells, as the network would.

    A JPEG file leaves such banding along a gradient; without this, the whole picture would have to go
    through the network because of it.

    Args:
        enlarged: uint8 (H, W, 3); not changed.

    Returns:
        The picture with steps of ``BANDING_STEP`` levels smoothed wherever no detail is near, uint8 (H, W,
        3). No pixel changes by more than ``BANDING_STEP`` levels.
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
    """Measure the contrast within each cell and around it.

    Args:
        picture: uint8 (H, W, 3).

    Returns:
        Two uint8 arrays (⌈H / CELL⌉, ⌈W / CELL⌉): the largest difference in any one channel within each cell
        of ``CELL`` × ``CELL`` pixels, and within the cell and its eight neighbours together.
    """
    padding = [(0, -side % CELL) for side in picture.shape[:2]]
    padded = np.pad(picture, (*padding, (0, 0)), mode="edge")
    rows, columns = (side // CELL for side in padded.shape[:2])

    def extreme(combine: np.ufunc) -> Levels:
        # Whole rows first, then one pixel column of every cell at a time: numpy is slow along short axes.
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
    """Return which cells sharpening will change, judging by their contrast."""
    has_detail: Mask = _reduce_3x3(within > FLAT_TOLERANCE, np.logical_or) | (
        around > STEP_TOLERANCE
    )
    return has_detail


def _reduce_3x3(values: Grid, combine: np.ufunc) -> Grid:
    """Combine each value with its eight neighbours, (rows, columns, …)."""
    padding = [(1, 1), (1, 1), (0, 0)][: values.ndim]
    padded = np.pad(values, padding, mode="edge")
    rows = combine(combine(padded[:-2], padded[1:-1]), padded[2:])
    around: Grid = combine(combine(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return around


def _coarsen(cells: Mask, side: int) -> Mask:
    """Return which squares of ``side`` × ``side`` cells hold a True cell."""
    rows, columns = (range(0, length, side) for length in cells.shape)
    squares: Mask = np.logical_or.reduceat(np.logical_or.reduceat(cells, rows), columns, axis=1)
    return squares

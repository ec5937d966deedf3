"""Cuts a picture into overlapping tiles and joins what comes back; pure numpy.

Each tile has three nested boxes. The *cores* partition the picture. A tile's *window*, its core grown by
the blend width, is what it contributes; inside the bands where windows overlap, contributions are weighted
by linear ramps that sum to one. What the network *reads* is larger still, by the halo, because pixels near
the border of its input lack context.
"""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float32]


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle of pixels; ``top`` and ``left`` inside, ``bottom`` and ``right`` outside."""

    top: int
    left: int
    height: int
    width: int

    @property
    def bottom(self) -> int:
        """The row below the last."""
        return self.top + self.height

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.left + self.width

    @property
    def slices(self) -> tuple[slice, slice]:
        """Index of this box in an array (H, W, …)."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def intersection(self, other: "Box") -> "Box | None":
        """The common rectangle, or None."""
        top, left = max(self.top, other.top), max(self.left, other.left)
        bottom, right = min(self.bottom, other.bottom), min(self.right, other.right)
        if top >= bottom or left >= right:
            return None
        return Box(top, left, bottom - top, right - left)

    def relative_to(self, other: "Box") -> "Box":
        """The same rectangle, counted from the corner of ``other``."""
        return Box(self.top - other.top, self.left - other.left, self.height, self.width)


@dataclass(frozen=True)
class Span:
    """One tile along one axis: (start, stop) of its core, its window and what is read."""

    core: tuple[int, int]
    window: tuple[int, int]
    read: tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """One tile of a plan; ``row`` and ``column`` are its place in the plan's grid."""

    row: int
    column: int
    core: Box
    window: Box
    read: Box


@dataclass(frozen=True)
class Plan:
    """The tiles of one picture: a grid of ``rows`` × ``columns`` spans."""

    rows: tuple[Span, ...]
    columns: tuple[Span, ...]
    blend: int

    @property
    def height(self) -> int:
        """Of the picture, in pixels."""
        return self.rows[-1].core[1]

    @property
    def width(self) -> int:
        """Of the picture, in pixels."""
        return self.columns[-1].core[1]

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    def __iter__(self) -> Iterator[Tile]:
        for row in range(len(self.rows)):
            for column in range(len(self.columns)):
                yield self.tile(row, column)

    def tile(self, row: int, column: int) -> Tile:
        """The tile at a place of the grid."""
        vertical, horizontal = self.rows[row], self.columns[column]
        return Tile(
            row,
            column,
            _box(vertical.core, horizontal.core),
            _box(vertical.window, horizontal.window),
            _box(vertical.read, horizontal.read),
        )

    def neighbourhood(self, tile: Tile) -> Iterator[Tile]:
        """The tile itself and those beside it, diagonally too."""
        for row in range(max(0, tile.row - 1), min(len(self.rows), tile.row + 2)):
            for column in range(max(0, tile.column - 1), min(len(self.columns), tile.column + 2)):
                yield self.tile(row, column)


def plan_tiles(
    height: int, width: int, *, tile: int, halo: int = 32, blend: int = 8, multiple: int = 8
) -> Plan:
    """Plan tiles that read at most ``tile`` pixels a side.

    Args:
        height: Of the picture, in pixels.
        width: Of the picture, in pixels.
        tile: Longest side that is read at once.
        halo: Context read around a core, where the picture has it.
        blend: Half the width of the band in which neighbours are mixed; at most ``halo``.
        multiple: Reads start at multiples of this, since the network samples every so many pixels.

    Returns:
        A plan whose cores partition the picture, in equal parts as nearly as ``multiple`` allows.

    Raises:
        ValueError: The picture is empty, or the tile is too small for its halo.
    """
    if height < 1 or width < 1:
        raise ValueError(f"an empty picture has no tiles: {height} × {width}")
    if not 0 <= blend <= halo or halo % multiple:
        raise ValueError(f"need blend ≤ halo, halo a multiple of {multiple}: {blend}, {halo}")
    if tile < 2 * halo + 2 * multiple or tile % multiple:
        raise ValueError(f"a tile of {tile} is too small for a halo of {halo}, or not a multiple")

    def spans(side: int) -> tuple[Span, ...]:
        count = 1 if side <= tile else math.ceil(side / (tile - 2 * halo))
        step = math.ceil(side / count / multiple) * multiple
        cuts = [*range(0, side, step), side]
        # A last core thinner than the blend would be crossed by its neighbour's ramp.
        if len(cuts) > 2 and cuts[-1] - cuts[-2] < blend:
            cuts[-2] -= multiple
        return tuple(
            Span(
                (start, stop),
                (max(0, start - blend), min(side, stop + blend)),
                (max(0, start - halo), min(side, stop + halo)),
            )
            for start, stop in itertools.pairwise(cuts)
        )

    return Plan(spans(height), spans(width), blend)


def weights(tile: Tile, plan: Plan) -> Values:
    """The share of a tile in each pixel of its window, (h, w, 1); over all tiles they sum to one."""

    def ramp(window: tuple[int, int], core: tuple[int, int], side: int) -> Values:
        centres = np.arange(*window, dtype=np.float32) + 0.5
        ones = np.ones_like(centres)
        if not plan.blend:
            return ones
        rise = (centres - core[0] + plan.blend) / (2 * plan.blend) if core[0] > 0 else ones
        fall = (core[1] + plan.blend - centres) / (2 * plan.blend) if core[1] < side else ones
        return np.clip(np.minimum(rise, fall), 0, 1)

    vertical, horizontal = plan.rows[tile.row], plan.columns[tile.column]
    down = ramp(vertical.window, vertical.core, plan.height)
    across = ramp(horizontal.window, horizontal.core, plan.width)
    return (down[:, None] * across)[..., None]


class Mosaic:
    """Joins tiles, in any order, into one uint8 picture.

    Float sums exist only for cores that wait for a neighbour, so that memory does not grow with a float
    copy of the picture.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.pixels: Pixels = np.zeros((plan.height, plan.width, 3), np.uint8)
        self._sums: dict[tuple[int, int], Values] = {}
        self._missing = {
            (tile.row, tile.column): sum(1 for _ in plan.neighbourhood(tile)) for tile in plan
        }

    def add(self, tile: Tile, values: Values) -> None:
        """Add what the network made of a tile's window: (h, w, 3), 0 to 255, not rounded."""
        weighted = values * weights(tile, self.plan)
        for neighbour in self.plan.neighbourhood(tile):
            key = (neighbour.row, neighbour.column)
            core = neighbour.core
            if key not in self._sums:
                self._sums[key] = np.zeros((core.height, core.width, 3), np.float32)
            common = tile.window.intersection(core)
            if common is not None:
                inside = common.relative_to(core).slices
                self._sums[key][inside] += weighted[common.relative_to(tile.window).slices]
            self._missing[key] -= 1
            if not self._missing[key]:
                self.pixels[core.slices] = to_pixels(self._sums.pop(key))


def to_pixels(values: Values) -> Pixels:
    """Round and clip values of 0 to 255 to uint8."""
    return np.rint(values).clip(0, 255).astype(np.uint8)


def _box(vertical: tuple[int, int], horizontal: tuple[int, int]) -> Box:
    return Box(vertical[0], horizontal[0], vertical[1] - vertical[0], horizontal[1] - horizontal[0])

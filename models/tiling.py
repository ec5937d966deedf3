"""Cuts a picture into overlapping tiles and joins the results; pure numpy.

Each tile has three nested boxes. The *cores* never overlap; they partition the picture, or the boxes of it
that are to be restored. The *window* is the core grown by the blend width: the part that the tile
contributes, weighted by linear ramps across the edges of the core. Where cores meet, the weights sum to one;
elsewhere they fade into the original picture. The *context* is larger still, by the context width: it is the
input of the network, whose results near the border of its input are worse.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float32]

BLOCK = 256
"""Side of the blocks in which a mosaic accumulates tiles, in pixels."""

RUN_COST = 128**2
"""Fixed cost of one run of the network, in pixels; about 6,000 were measured on a CPU."""


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle of pixels; ``top`` and ``left`` are inside, ``bottom`` and ``right`` outside."""

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
    def area(self) -> int:
        """Number of pixels."""
        return self.height * self.width

    @property
    def slices(self) -> tuple[slice, slice]:
        """The index of this box in an array (H, W, …)."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def intersection(self, other: "Box") -> "Box | None":
        """Return the common rectangle, or None."""
        top, left = max(self.top, other.top), max(self.left, other.left)
        bottom, right = min(self.bottom, other.bottom), min(self.right, other.right)
        if top >= bottom or left >= right:
            return None
        return Box(top, left, bottom - top, right - left)

    def grown(self, by: int, inside: "Box") -> "Box":
        """Return this box with ``by`` more pixels on every side, clipped to ``inside``."""
        top, left = max(inside.top, self.top - by), max(inside.left, self.left - by)
        bottom, right = min(inside.bottom, self.bottom + by), min(inside.right, self.right + by)
        return Box(top, left, bottom - top, right - left)

    def magnified(self, factor: int) -> "Box":
        """Return the same rectangle in a picture ``factor`` times as high and wide."""
        return Box(*(factor * side for side in (self.top, self.left, self.height, self.width)))

    def reduced(self, factor: int) -> "Box":
        """Return the least rectangle that covers this one in a picture of 1/``factor`` of the sides."""
        top, left = self.top // factor, self.left // factor
        return Box(top, left, -(-self.bottom // factor) - top, -(-self.right // factor) - left)

    def relative_to(self, other: "Box") -> "Box":
        """Return the same rectangle relative to the top left corner of ``other``."""
        return Box(self.top - other.top, self.left - other.left, self.height, self.width)


@dataclass(frozen=True)
class Tile:
    """One tile of a plan.

    Attributes:
        core: Its own part of the picture.
        window: The part that it contributes to: the core and the band blended with its neighbours.
        context: The part that the network reads for it.
    """

    core: Box
    window: Box
    context: Box


@dataclass(frozen=True)
class TilePlan:
    """The tiles of one picture, in the order of their boxes.

    Attributes:
        height: Height of the picture, in pixels.
        width: Width of the picture, in pixels.
        tiles: All tiles.
        blend: Half the width of the band in which neighbours are blended, in pixels.
    """

    height: int
    width: int
    tiles: tuple[Tile, ...]
    blend: int

    def __len__(self) -> int:
        return len(self.tiles)

    def __iter__(self) -> Iterator[Tile]:
        return iter(self.tiles)

    @property
    def share(self) -> float:
        """The share of the picture's area that the cores cover, 0 to 1."""
        return sum(tile.core.area for tile in self) / (self.height * self.width)

    @property
    def cost(self) -> int:
        """The cost of running the network on all tiles, in pixels."""
        return sum(tile.context.area + RUN_COST for tile in self)


def plan_tiles(
    height: int,
    width: int,
    *,
    tile: int,
    context_width: int = 32,
    blend: int = 8,
    multiple: int = 8,
    boxes: Sequence[Box] | None = None,
) -> TilePlan:
    """Plan tiles whose context has sides of at most ``tile`` pixels.

    Args:
        height: Height of the picture, in pixels.
        width: Width of the picture, in pixels.
        tile: Longest side of a tile with its context, in pixels.
        context_width: Context around a core as far as the picture goes, in pixels.
        blend: Half the width of the band in which neighbours are blended, in pixels; at most
            ``context_width``.
        multiple: Tiles begin at multiples of this, because of the strides of the network.
        boxes: The parts of the picture to plan for; they must begin at multiples of ``multiple``, not
            overlap, and be at least 2·``blend`` high and wide. By default the whole picture.

    Returns:
        A plan whose cores partition each box into parts as equal as ``multiple`` allows.

    Raises:
        ValueError: The picture is empty.
        ValueError: ``blend`` is larger than ``context_width``, or ``context_width`` is not a multiple of
            ``multiple``.
        ValueError: ``tile`` is too small for its context, or not a multiple of ``multiple``.
        ValueError: A box leaves the picture or does not begin at a multiple of ``multiple``.
    """
    if height < 1 or width < 1:
        raise ValueError(f"an empty picture has no tiles: {height} × {width}")
    if not 0 <= blend <= context_width or context_width % multiple:
        raise ValueError(
            f"need blend ≤ context_width, context_width a multiple of {multiple}: {blend}, {context_width}"
        )
    if tile < 2 * context_width + 2 * multiple or tile % multiple:
        raise ValueError(
            f"a tile of {tile} is too small for a context of {context_width}, or not a multiple"
        )
    whole = Box(0, 0, height, width)

    def cuts(start: int, stop: int, side: int) -> Iterator[tuple[int, int]]:
        read, length = min(side, stop + context_width) - max(0, start - context_width), stop - start
        count = 1 if read <= tile else math.ceil(length / (tile - 2 * context_width))
        step = math.ceil(length / count / multiple) * multiple
        found = [*range(start, stop, step), stop]
        # The neighbour's ramp would reach beyond a last core thinner than the blend.
        if len(found) > 2 and found[-1] - found[-2] < blend:
            found[-2] -= multiple
        return itertools.pairwise(found)

    def tiles(box: Box) -> Iterator[Tile]:
        if box.intersection(whole) != box or box.top % multiple or box.left % multiple:
            raise ValueError(f"a tile cannot begin at {box} in {height} × {width}")
        for top, bottom in cuts(box.top, box.bottom, height):
            for left, right in cuts(box.left, box.right, width):
                core = Box(top, left, bottom - top, right - left)
                yield Tile(core, core.grown(blend, whole), core.grown(context_width, whole))

    chosen = [whole] if boxes is None else boxes
    return TilePlan(height, width, tuple(tile for box in chosen for tile in tiles(box)), blend)


def blend_weights(tile: Tile, plan: TilePlan, part: Box | None = None) -> Values:
    """Return the weight of a tile in each pixel of its window, or of a part of it, (h, w, 1).

    The weights of all tiles sum to one, and fade to zero towards areas that the plan leaves out.
    """

    def ramp(start: int, stop: int, core: tuple[int, int], side: int) -> Values:
        centres = np.arange(start, stop, dtype=np.float32) + 0.5
        ones = np.ones_like(centres)
        if not plan.blend:
            return ones
        rise = (centres - core[0] + plan.blend) / (2 * plan.blend) if core[0] > 0 else ones
        fall = (core[1] + plan.blend - centres) / (2 * plan.blend) if core[1] < side else ones
        return np.clip(np.minimum(rise, fall), 0, 1)

    core, part = tile.core, part or tile.window
    down = ramp(part.top, part.bottom, (core.top, core.bottom), plan.height)
    across = ramp(part.left, part.right, (core.left, core.right), plan.width)
    return (down[:, None] * across)[..., None]


class Mosaic:
    """Joins tiles, added in any order, into one uint8 picture; pixels outside all tiles stay unchanged.

    Float sums exist only for blocks that are not complete yet, so that there is never a float copy of the
    whole picture in memory.

    Args:
        plan: The tiles to expect.
        picture: The picture before restoring, uint8 (H, W, 3).
    """

    def __init__(self, plan: TilePlan, picture: Pixels) -> None:
        self.plan = plan
        self.pixels: Pixels = picture.copy()
        self._picture = picture
        self._is_whole = plan.share == 1
        self._sums: dict[Box, Values] = {}
        self._tiles_by_block: dict[Box, list[Tile]] = {}
        for tile in plan:
            for block, _ in self._blocks(tile.window):
                self._tiles_by_block.setdefault(block, []).append(tile)
        self._pending = {block: len(tiles) for block, tiles in self._tiles_by_block.items()}

    def add(self, tile: Tile, values: Values) -> None:
        """Add the restored window of a tile: float32 (h, w, 3), 0 to 255, not rounded."""
        for block, common in self._blocks(tile.window):
            part = values[common.relative_to(tile.window).slices]
            if self._is_whole and len(self._tiles_by_block[block]) == 1:
                self.pixels[block.slices] = to_uint8(part)  # all weights are one
                continue
            if block not in self._sums:
                self._sums[block] = self._uncovered_part(block)
            inside = common.relative_to(block).slices
            self._sums[block][inside] += part * blend_weights(tile, self.plan, common)
            self._pending[block] -= 1
            if not self._pending[block]:
                self.pixels[block.slices] = to_uint8(self._sums.pop(block))

    def _uncovered_part(self, block: Box) -> Values:
        """Return what the original picture contributes to a block: the weight that the tiles leave over."""
        if self._is_whole:
            return np.zeros((block.height, block.width, 3), np.float32)
        share = np.ones((block.height, block.width, 1), np.float32)
        for tile in self._tiles_by_block[block]:
            common = tile.window.intersection(block)
            if common is not None:
                inside = common.relative_to(block).slices
                share[inside] -= blend_weights(tile, self.plan, common)
        return share * self._picture[block.slices]

    def _blocks(self, window: Box) -> Iterator[tuple[Box, Box]]:
        """Yield the blocks that a window overlaps, each with the common part."""
        for top in range(window.top // BLOCK * BLOCK, window.bottom, BLOCK):
            for left in range(window.left // BLOCK * BLOCK, window.right, BLOCK):
                height, width = self.pixels.shape[:2]
                block = Box(top, left, min(BLOCK, height - top), min(BLOCK, width - left))
                common = window.intersection(block)
                if common is not None:
                    yield block, common


def to_uint8(values: Values) -> Pixels:
    """Round and clip values of 0 to 255 to uint8."""
    return np.rint(values).clip(0, 255).astype(np.uint8)

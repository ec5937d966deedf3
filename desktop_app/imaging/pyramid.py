"""An image pyramid: one picture at full size, half, a quarter, ... down to one pixel, in tiles.

Free of Qt, so that it can be built and tested anywhere. :meth:`Pyramid.build` shares no state and
spends its time in numpy, which releases the interpreter lock: run it in a worker thread.

A pyramid never changes. :meth:`Pyramid.replaced` returns a new one that shares every tile it did
not touch, so a restored tile that arrives while the network is running costs a few copied tiles
and not a copied picture.

Colours of level 0 are the picture's own bytes (straight alpha). All smaller levels hold colours
multiplied by alpha: in a plain average, the invisible colour of transparent pixels (often black)
would show as a dark fringe around every logo.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]

TILE = 512
"""Edge length of a tile in level pixels; the tiles of the last row and column may be smaller."""

_STRIP = 16
"""Rows halved at once; even, and few enough to stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class _Level:
    """One size of the picture, cut into tiles; tiles may be views of one large array."""

    height: int
    width: int
    tiles: tuple[tuple[Pixels, ...], ...]

    @property
    def channels(self) -> int:
        return int(self.tiles[0][0].shape[2])

    @classmethod
    def cut(cls, pixels: Pixels) -> _Level:
        """Cut (H, W, C) pixels into views of at most TILE x TILE, without copying."""
        height, width = pixels.shape[:2]
        tiles = tuple(
            tuple(pixels[top : top + TILE, left : left + TILE] for left in range(0, width, TILE))
            for top in range(0, height, TILE)
        )
        return cls(height, width, tiles)

    def tile(self, row: int, col: int) -> Pixels:
        return self.tiles[row][col]

    def region(self, top: int, left: int, height: int, width: int) -> Pixels:
        """Copy a rectangle that lies inside the level; a fresh contiguous (height, width, C)."""
        region = np.empty((height, width, self.channels), np.uint8)
        for row in range(top // TILE, (top + height - 1) // TILE + 1):
            for col in range(left // TILE, (left + width - 1) // TILE + 1):
                in_region, in_tile = _overlap(row, col, top, left, height, width)
                region[in_region] = self.tiles[row][col][in_tile]
        return region

    def replaced(self, top: int, left: int, pixels: Pixels) -> _Level:
        """Return this level with (h, w, C) ``pixels`` at (top, left); untouched tiles shared."""
        height, width = pixels.shape[:2]
        rows = list(self.tiles)
        for row in range(top // TILE, (top + height - 1) // TILE + 1):
            tiles = list(rows[row])
            for col in range(left // TILE, (left + width - 1) // TILE + 1):
                in_pixels, in_tile = _overlap(row, col, top, left, height, width)
                tile = tiles[col].copy()
                tile[in_tile] = pixels[in_pixels]
                tiles[col] = _frozen(tile)
            rows[row] = tuple(tiles)
        return _Level(self.height, self.width, tuple(rows))


@dataclass(frozen=True, eq=False)
class _RepeatedLevel:
    """A level that repeats each pixel of another ``factor`` times; computed only where requested."""

    source: _AnyLevel
    factor: int
    is_premultiplied: bool  # by its alpha; the source is straight

    @property
    def height(self) -> int:
        return self.factor * self.source.height

    @property
    def width(self) -> int:
        return self.factor * self.source.width

    @property
    def channels(self) -> int:
        return self.source.channels

    def tile(self, row: int, col: int) -> Pixels:
        top, left = row * TILE, col * TILE
        return _frozen(
            self.region(top, left, min(TILE, self.height - top), min(TILE, self.width - left))
        )

    def region(self, top: int, left: int, height: int, width: int) -> Pixels:
        """Like :meth:`_Level.region`."""
        factor = self.factor
        first_row, first_col = top // factor, left // factor
        rows = -(-(top + height) // factor) - first_row
        cols = -(-(left + width) // factor) - first_col
        pixels = self.source.region(first_row, first_col, rows, cols)
        if self.is_premultiplied:
            _premultiply(pixels)
        if factor > 1:
            pixels = _repeated(pixels, factor)
        top, left = top - factor * first_row, left - factor * first_col
        return np.ascontiguousarray(pixels[top : top + height, left : left + width])

    def replaced(self, top: int, left: int, pixels: Pixels) -> _Level:
        """Like :meth:`_Level.replaced`, at the cost of computing the whole level."""
        whole = _Level.cut(_frozen(self.region(0, 0, self.height, self.width)))
        return whole.replaced(top, left, pixels)


_AnyLevel = _Level | _RepeatedLevel


class Pyramid:
    """A picture and its halved copies, each cut into tiles of :data:`TILE` pixels.

    Attributes:
        height: Of level 0, in pixels.
        width: Of level 0, in pixels.
        channels: 3 (RGB) or 4 (RGB and alpha).
        levels: How many sizes there are; the last one is a single pixel.
    """

    def __init__(self, levels: tuple[_AnyLevel, ...]) -> None:
        """Take finished levels; callers use :meth:`build`."""
        self._levels = levels
        self.height = levels[0].height
        self.width = levels[0].width
        self.channels = levels[0].channels
        self.levels = len(levels)

    @classmethod
    def build(cls, pixels: Pixels) -> Pyramid:
        """Build all levels, in a worker thread: it takes 0.4 to 2 s for 16384 x 16384.

        Args:
            pixels: (H, W, 3) RGB or (H, W, 4) RGB with straight alpha, uint8. It becomes level 0
                without a copy: do not change it afterwards.

        Raises:
            ValueError: ``pixels`` is empty, not uint8 or not (H, W, 3 or 4).
        """
        _check(pixels, channels=(3, 4))
        levels: list[_AnyLevel] = [_Level.cut(_frozen(pixels))]
        while max(pixels.shape[:2]) > 1:
            pixels = _halved(pixels, is_straight=len(levels) == 1)
            levels.append(_Level.cut(_frozen(pixels)))
        return cls(tuple(levels))

    @property
    def has_alpha(self) -> bool:
        """Whether the picture may be transparent somewhere."""
        return self.channels == 4

    def level_size(self, level: int) -> tuple[int, int]:
        """Return (height, width) of a level in its own pixels; each is half, rounded up."""
        return self._levels[level].height, self._levels[level].width

    def tile(self, level: int, row: int, col: int) -> Pixels:
        """Return one tile, read-only, (h, w, C) with h, w <= TILE.

        With alpha, level 0 holds straight colours and the others premultiplied ones.

        Raises:
            ValueError: There is no such tile.
        """
        if not 0 <= level < self.levels:
            msg = f"level {level} of a pyramid with {self.levels}"
            raise ValueError(msg)
        rows, cols = (-(-side // TILE) for side in self.level_size(level))
        if not (0 <= row < rows and 0 <= col < cols):
            msg = f"tile ({row}, {col}) of {rows} x {cols} in level {level}"
            raise ValueError(msg)
        return self._levels[level].tile(row, col)

    def region(self, level: int, top: int, left: int, height: int, width: int) -> Pixels:
        """Copy a rectangle of a level, across tiles; a fresh contiguous (height, width, C).

        Raises:
            ValueError: There is no such level, or the rectangle is empty or not inside it.
        """
        if not 0 <= level < self.levels:
            msg = f"level {level} of a pyramid with {self.levels}"
            raise ValueError(msg)
        self._check_box(level, top, left, height, width)
        return self._levels[level].region(top, left, height, width)

    def pixel(self, row: int, col: int) -> tuple[int, ...]:
        """Return the picture's own colour at one pixel: (R, G, B) or straight (R, G, B, A).

        Raises:
            ValueError: The pixel is outside the picture.
        """
        self._check_box(0, row, col, 1, 1)
        return tuple(int(value) for value in self._levels[0].region(row, col, 1, 1)[0, 0])

    def magnified(self, factor: int) -> Pyramid:
        """Return the picture with every pixel ``factor`` times as wide and high.

        This takes next to no memory and time: this pyramid's levels become the smaller ones, and
        of the larger ones only the requested parts are computed.

        Args:
            factor: 1, 2, 4, ...

        Raises:
            ValueError: ``factor`` is not a power of two.
        """
        if factor < 1 or factor & (factor - 1):
            msg = f"pixels cannot be repeated {factor} times: not a power of two"
            raise ValueError(msg)
        if factor == 1:
            return self
        source = self._levels[0]
        levels: list[_AnyLevel] = [_RepeatedLevel(source, factor, is_premultiplied=False)]
        while factor > 1:
            factor //= 2
            is_plain = factor == 1 and not self.has_alpha
            level = _RepeatedLevel(source, factor, is_premultiplied=self.has_alpha)
            levels.append(source if is_plain else level)
        return Pyramid((*levels, *self._levels[1:]))

    def replaced(self, top: int, left: int, pixels: Pixels) -> Pyramid:
        """Return a pyramid in which a rectangle has new pixels, on all levels.

        The same as building the changed picture anew, but only the touched tiles are copied.

        Args:
            top: First row of the rectangle in level 0.
            left: First column of the rectangle in level 0.
            pixels: (h, w, C) uint8 with this pyramid's channels; (h, w, 3) on a pyramid with
                alpha leaves the alpha as it is.

        Raises:
            ValueError: ``pixels`` has another type or shape, or does not fit inside.
        """
        _check(pixels, channels=(3, 4) if self.has_alpha else (3,))
        height, width = pixels.shape[:2]
        self._check_box(0, top, left, height, width)
        if pixels.shape[2] < self.channels:
            merged = self._levels[0].region(top, left, height, width)
            merged[..., :3] = pixels
            pixels = merged
        levels: list[_AnyLevel] = [self._levels[0].replaced(top, left, pixels)]
        bottom, right = top + height, left + width
        for level in self._levels[1:]:
            below = levels[-1]
            top, left, bottom, right = top // 2, left // 2, (bottom + 1) // 2, (right + 1) // 2
            source = below.region(
                2 * top,
                2 * left,
                min(2 * bottom, below.height) - 2 * top,
                min(2 * right, below.width) - 2 * left,
            )
            halved = _halved(source, is_straight=len(levels) == 1)
            levels.append(level.replaced(top, left, halved))
        return Pyramid(tuple(levels))

    def _check_box(self, level: int, top: int, left: int, height: int, width: int) -> None:
        outer_height, outer_width = self.level_size(level)
        if not (
            0 <= top < top + height <= outer_height and 0 <= left < left + width <= outer_width
        ):
            msg = (
                f"{height} x {width} pixels at ({top}, {left}) are not inside "
                f"{outer_height} x {outer_width}"
            )
            raise ValueError(msg)


def _check(pixels: Pixels, *, channels: tuple[int, ...]) -> None:
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in channels:
        msg = f"expected (H, W, {' or '.join(map(str, channels))}) uint8, not {pixels.shape} "
        raise ValueError(msg + str(pixels.dtype))
    if pixels.size == 0:
        msg = f"a picture of {pixels.shape[0]} x {pixels.shape[1]} pixels is empty"
        raise ValueError(msg)


def _frozen(pixels: Pixels) -> Pixels:
    """Return a read-only view, so that a shared tile cannot be changed by mistake."""
    view = pixels.view()
    view.flags.writeable = False
    return view


def _overlap(
    row: int, col: int, top: int, left: int, height: int, width: int
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return where tile (row, col) and a rectangle meet, in the rectangle's and tile's pixels."""
    first, last = max(top, row * TILE), min(top + height, (row + 1) * TILE)
    start, stop = max(left, col * TILE), min(left + width, (col + 1) * TILE)
    return (
        (slice(first - top, last - top), slice(start - left, stop - left)),
        (
            slice(first - row * TILE, last - row * TILE),
            slice(start - col * TILE, stop - col * TILE),
        ),
    )


def _halved(pixels: Pixels, *, is_straight: bool) -> Pixels:
    """Average 2 x 2 pixels with integers, rounding to nearest; an odd edge is repeated.

    Args:
        pixels: (H, W, C) uint8.
        is_straight: Whether four channels mean straight alpha, to be multiplied in first.

    Returns:
        (ceil(H / 2), ceil(W / 2), C) uint8, premultiplied if there is alpha.
    """
    height, width, channels = pixels.shape
    halved = np.empty(((height + 1) // 2, (width + 1) // 2, channels), np.uint8)
    for top in range(0, height, _STRIP):
        strip = pixels[top : top + _STRIP]  # (<= _STRIP, W, C)
        if strip.shape[0] % 2 or width % 2:
            strip = np.pad(strip, ((0, strip.shape[0] % 2), (0, width % 2), (0, 0)), mode="edge")
        out = halved[top // 2 : (top + _STRIP) // 2]
        # Where everything is opaque, both ways give the same bytes, and the plain one is faster.
        if is_straight and channels == 4 and strip[..., 3].min() < 255:
            _premultiply_and_halve(strip, out)
        else:
            _halve(strip, out)
    return halved


def _halve(strip: Pixels, out: Pixels) -> None:
    """Average 2 x 2 pixels of (2h, 2w, C) into (h, w, C): (a + b + c + d + 2) // 4."""
    pairs = np.add(strip[0::2], strip[1::2], dtype=np.uint16)  # (h, 2w, C), at most 510
    pairs += 1  # twice, so the sum of two pairs is rounded by 2
    for channel in range(strip.shape[2]):  # long strided runs: 2 x faster than (.., .., C) at once
        fours = pairs[:, 0::2, channel] + pairs[:, 1::2, channel]
        np.right_shift(fours, 2, out=out[..., channel], casting="unsafe")


def _premultiply_and_halve(strip: Pixels, out: Pixels) -> None:
    """Average 2 x 2 straight (2h, 2w, 4) pixels into premultiplied (h, w, 4)."""
    _halve(strip[..., 3:], out[..., 3:])
    alpha = strip[..., 3].astype(np.uint32)
    for channel in range(3):
        weighted = strip[..., channel] * alpha  # (2h, 2w), at most 255 * 255
        pairs = weighted[0::2] + weighted[1::2]
        fours = pairs[:, 0::2] + pairs[:, 1::2]
        fours += 2 * 255
        np.floor_divide(fours, 4 * 255, out=out[..., channel], casting="unsafe")


def _premultiply(pixels: Pixels) -> None:
    """Multiply the colours of (h, w, 4) by their alpha, in place, rounding to nearest."""
    alpha = pixels[..., 3].astype(np.uint16)
    for channel in range(3):
        product = pixels[..., channel] * alpha + np.uint16(128)  # (h, w), at most 255 * 255 + 128
        product += product >> 8  # with the next line, a division by 255 that rounds
        np.right_shift(product, 8, out=pixels[..., channel], casting="unsafe")


def _repeated(pixels: Pixels, factor: int) -> Pixels:
    """Return (h, w, C) pixels, each ``factor`` times as wide and high."""
    height, width, channels = pixels.shape
    wide = np.empty((height, width * factor, channels), np.uint8)
    for channel in range(channels):  # four times as fast as all channels at once
        for offset in range(factor):
            wide[:, offset::factor, channel] = pixels[..., channel]
    return wide.repeat(factor, axis=0)

"""A cache of pyramid tiles as images that Qt paints quickly, converted when first needed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from desktop_app.imaging.pyramid import TILE, Pixels, Pyramid
from desktop_app.viewer.compare_modes import Side
from desktop_app.viewer.difference import amplified_difference

CAPACITY = 160 * 2**20
"""Bytes of converted tiles to keep; a 4K screen needs up to 150 MB."""

_BORDER = 1
"""Pixels of the neighbouring tiles around each tile, so that smooth scaling leaves no seams."""

_BYTES_PER_PIXEL = 4


@dataclass(frozen=True)
class TileKey:
    """Key of one tile of one side: its pyramid level, row and column."""

    side: Side
    level: int
    row: int
    col: int


@dataclass(frozen=True, eq=False)
class TileImage:
    """A converted tile with a border of pixels from its neighbours.

    Attributes:
        image: 32 bits per pixel, premultiplied.
        top: Row of the image's first pixel in its level.
        left: Column of the image's first pixel in its level.
    """

    image: QImage
    top: int
    left: int


class TileCache:
    """A cache of converted tiles that evicts the least recently used."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        """Start empty.

        Args:
            capacity: Most bytes to keep.
        """
        self.capacity = capacity
        self._images: OrderedDict[TileKey, TileImage] = OrderedDict()
        self._bytes = 0

    def __contains__(self, key: TileKey) -> bool:
        return key in self._images

    def __len__(self) -> int:
        return len(self._images)

    @property
    def bytes(self) -> int:
        """Total size of the cached images."""
        return self._bytes

    def get(self, key: TileKey, pyramid: Pyramid, other: Pyramid | None = None) -> TileImage:
        """Return a tile; convert it if it is not cached.

        Args:
            key: Key of the tile.
            pyramid: The picture to take the tile from; converting takes 0.1 to 0.2 ms.
            other: For :attr:`Side.DIFFERENCE`, the picture to compare with; this takes 1 to 3 ms.
        """
        tile = self._images.get(key)
        if tile is None:
            tile = _converted(pyramid, key.level, key.row, key.col)
            if other is not None:
                tile = _difference(tile, _converted(other, key.level, key.row, key.col))
            self._images[key] = tile
            self._bytes += tile.image.sizeInBytes()
            while self._bytes > self.capacity and len(self._images) > 1:
                _, oldest = self._images.popitem(last=False)
                self._bytes -= oldest.image.sizeInBytes()
        else:
            self._images.move_to_end(key)
        return tile

    def drop_side(self, side: Side) -> None:
        """Drop all tiles that show one side, because its picture has changed."""
        self._drop([key for key in self._images if key.side in (side, Side.DIFFERENCE)])

    def drop_rect(self, side: Side, top: int, left: int, height: int, width: int) -> None:
        """Drop the tiles on all levels that show or border on a rectangle, given in pixels of level 0."""
        touched: list[TileKey] = []
        for key in self._images:
            size = TILE << key.level
            border = _BORDER << key.level
            if (
                key.side in (side, Side.DIFFERENCE)
                and key.row * size - border < top + height
                and key.col * size - border < left + width
                and (key.row + 1) * size + border > top
                and (key.col + 1) * size + border > left
            ):
                touched.append(key)
        self._drop(touched)

    def _drop(self, keys: list[TileKey]) -> None:
        for key in keys:
            self._bytes -= self._images.pop(key).image.sizeInBytes()


def tile_bytes() -> int:
    """Return the size of one full converted tile, in bytes."""
    return (TILE + 2 * _BORDER) ** 2 * _BYTES_PER_PIXEL


def _converted(pyramid: Pyramid, level: int, row: int, col: int) -> TileImage:
    height, width = pyramid.level_size(level)
    top, left = max(0, row * TILE - _BORDER), max(0, col * TILE - _BORDER)
    bottom = min(height, (row + 1) * TILE + _BORDER)
    right = min(width, (col + 1) * TILE + _BORDER)
    pixels = pyramid.region(level, top, left, bottom - top, right - left)
    return TileImage(to_image(pixels, is_straight=level == 0), top, left)


def to_image(pixels: Pixels, *, is_straight: bool) -> QImage:
    """Convert pixels to the format that Qt's raster engine paints fastest.

    Args:
        pixels: Contiguous uint8, (h, w, 3) or (h, w, 4).
        is_straight: Whether alpha is straight rather than premultiplied.
    """
    height, width, channels = pixels.shape
    formats = QImage.Format
    if channels == 3:
        source, target = formats.Format_RGB888, formats.Format_RGB32
    else:
        source = formats.Format_RGBA8888 if is_straight else formats.Format_RGBA8888_Premultiplied
        target = formats.Format_ARGB32_Premultiplied
    # The first image borrows numpy's memory; converting to another format makes a copy.
    borrowed = QImage(pixels.data, width, height, channels * width, source)
    return borrowed.convertToFormat(target)


def _difference(before: TileImage, after: TileImage) -> TileImage:
    """Return the difference between the same tile of two pictures."""
    shown = amplified_difference(_bytes_of(before.image), _bytes_of(after.image))
    height, width = shown.shape[:2]
    borrowed = QImage(shown.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    return TileImage(borrowed.copy(), before.top, before.left)


def _bytes_of(image: QImage) -> Pixels:
    """Return an image with 32 bits per pixel as uint8 (h, w, 4), alpha last, without copying."""
    shape = image.height(), image.width(), _BYTES_PER_PIXEL
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from desktop_app.imaging.pyramid import TILE, Pixels, Pyramid
from desktop_app.viewer.compare_modes import Side
from desktop_app.viewer.tile_cache import TileCache, TileImage, TileKey, tile_bytes

Noise = Callable[..., Pixels]


def colour(tile: TileImage, row: int, col: int) -> tuple[int, ...]:
    found = tile.image.pixelColor(col - tile.left, row - tile.top)
    return found.red(), found.green(), found.blue(), found.alpha()


def test_converted_tile_has_the_pyramid_s_pixels_and_a_border(noise: Noise) -> None:
    pixels = noise(2 * TILE, 2 * TILE)
    tile = TileCache().get(TileKey(Side.BEFORE, 0, 1, 0), Pyramid.build(pixels))
    assert (tile.top, tile.left) == (TILE - 1, 0)
    assert (tile.image.height(), tile.image.width()) == (TILE + 1, TILE + 1)
    for row, col in ((TILE - 1, 0), (TILE, TILE), (2 * TILE - 1, 77)):
        assert colour(tile, row, col) == (*map(int, pixels[row, col]), 255)


def test_alpha_is_premultiplied_once_on_every_level() -> None:
    pixels = np.full((4, 4, 4), (200, 100, 50, 128), np.uint8)
    pyramid = Pyramid.build(pixels)
    for level in range(pyramid.levels):
        image = TileCache().get(TileKey(Side.AFTER, level, 0, 0), pyramid).image
        assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
        assert image.pixelColor(0, 0).getRgb() == pytest.approx((200, 100, 50, 128), abs=2)


def test_images_own_their_memory(noise: Noise) -> None:
    pixels = noise(20, 20)
    expected = QColor(*map(int, pixels[3, 4]))
    images = TileCache()
    tile = images.get(TileKey(Side.BEFORE, 0, 0, 0), Pyramid.build(pixels.copy()))
    del pixels
    assert tile.image.pixelColor(4, 3) == expected


def test_least_recently_painted_tiles_are_forgotten(noise: Noise) -> None:
    pyramid = Pyramid.build(noise(8, 4 * TILE))
    one = TileCache().get(TileKey(Side.BEFORE, 0, 0, 1), pyramid).image.sizeInBytes()
    images = TileCache(capacity=2 * one)
    keys = [TileKey(Side.BEFORE, 0, 0, col) for col in (0, 1, 2)]
    images.get(keys[0], pyramid)
    images.get(keys[1], pyramid)
    images.get(keys[0], pyramid)
    images.get(keys[2], pyramid)
    assert [key in images for key in keys] == [True, False, True]
    assert images.bytes <= images.capacity


def test_forgetting_a_side_keeps_the_other(noise: Noise) -> None:
    pyramid = Pyramid.build(noise(8, 8))
    images = TileCache()
    for side in Side:
        images.get(TileKey(side, 0, 0, 0), pyramid)
    images.drop_side(Side.AFTER)
    assert TileKey(Side.BEFORE, 0, 0, 0) in images
    assert TileKey(Side.AFTER, 0, 0, 0) not in images
    images.drop_side(Side.BEFORE)
    assert (len(images), images.bytes) == (0, 0)


def test_only_touched_tiles_are_forgotten(noise: Noise) -> None:
    pyramid = Pyramid.build(noise(3 * TILE, 3 * TILE))
    images = TileCache()
    for row in range(3):
        for col in range(3):
            images.get(TileKey(Side.AFTER, 0, row, col), pyramid)
    images.get(TileKey(Side.AFTER, 1, 0, 0), pyramid)
    images.get(TileKey(Side.AFTER, 1, 1, 1), pyramid)
    images.get(TileKey(Side.BEFORE, 0, 0, 0), pyramid)
    images.drop_rect(Side.AFTER, 10, 10, 20, TILE - 10)  # up to the last column of the tile
    gone = {(0, 0), (0, 1)}  # the neighbour has a border of these pixels
    for row in range(3):
        for col in range(3):
            assert (TileKey(Side.AFTER, 0, row, col) in images) == ((row, col) not in gone)
    assert TileKey(Side.AFTER, 1, 0, 0) not in images
    assert TileKey(Side.AFTER, 1, 1, 1) in images
    assert TileKey(Side.BEFORE, 0, 0, 0) in images


def test_tile_bytes_is_the_size_of_an_inner_tile(noise: Noise) -> None:
    pyramid = Pyramid.build(noise(3 * TILE, 3 * TILE))
    tile = TileCache().get(TileKey(Side.BEFORE, 0, 1, 1), pyramid)
    assert tile.image.sizeInBytes() == tile_bytes()

from __future__ import annotations

import threading
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.imaging import pyramid as module
from desktop_app.imaging.pyramid import TILE, Pixels, Pyramid


def level_pixels(pyramid: Pyramid, level: int) -> Pixels:
    return pyramid.region(level, 0, 0, *pyramid.level_size(level))


def exact_half(pixels: Pixels) -> Pixels:
    """The definition, in slow exact arithmetic: the mean of the up to 2 x 2 pixels there are."""
    height, width, channels = pixels.shape
    half = np.empty(((height + 1) // 2, (width + 1) // 2, channels), np.uint8)
    for row in range(half.shape[0]):
        for col in range(half.shape[1]):
            block = pixels[2 * row : 2 * row + 2, 2 * col : 2 * col + 2].reshape(-1, channels)
            total, count = block.astype(int).sum(axis=0), len(block)
            half[row, col] = (2 * total + count) // (2 * count)
    return half


def random_pixels(height: int, width: int, channels: int, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), dtype=np.uint8)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (2, 2), (5, 7), (1, 9), (9, 1), (66, 3)])
def test_every_level_is_the_mean_of_the_one_below(height: int, width: int) -> None:
    pixels = random_pixels(height, width, 3)
    pyramid = Pyramid.build(pixels)
    expected = pixels
    for level in range(pyramid.levels):
        assert np.array_equal(level_pixels(pyramid, level), expected)
        expected = exact_half(expected)
    assert pyramid.level_size(pyramid.levels - 1) == (1, 1)


def test_sizes_are_halved_and_rounded_up() -> None:
    pyramid = Pyramid.build(random_pixels(1025, 3, 3))
    sizes = [pyramid.level_size(level) for level in range(pyramid.levels)]
    assert sizes[:4] == [(1025, 3), (513, 2), (257, 1), (129, 1)]
    assert (pyramid.height, pyramid.width, pyramid.channels) == (1025, 3, 3)


def test_tiles_cover_a_level() -> None:
    pixels = random_pixels(TILE + 1, 2 * TILE, 3)
    pyramid = Pyramid.build(pixels)
    assert pyramid.tile(0, 0, 1).shape == (TILE, TILE, 3)
    assert pyramid.tile(0, 1, 0).shape == (1, TILE, 3)
    assert np.array_equal(pyramid.tile(0, 1, 1), pixels[TILE:, TILE:])
    assert pyramid.tile(1, 0, 0).shape == (TILE // 2 + 1, TILE, 3)


def test_level_0_is_not_copied_and_nothing_can_be_written() -> None:
    pixels = random_pixels(8, 8, 3)
    pyramid = Pyramid.build(pixels)
    assert np.shares_memory(pyramid.tile(0, 0, 0), pixels)
    assert pixels.flags.writeable  # the caller's own array is left as it was
    for level in range(pyramid.levels):
        with pytest.raises(ValueError, match="read-only"):
            pyramid.tile(level, 0, 0)[0, 0, 0] = 1


def test_region_crosses_tiles() -> None:
    pixels = random_pixels(TILE + 90, TILE + 70, 4)
    region = Pyramid.build(pixels).region(0, TILE - 3, TILE - 5, 10, 20)
    assert np.array_equal(region, pixels[TILE - 3 : TILE + 7, TILE - 5 : TILE + 15])
    assert region.flags.c_contiguous


def test_transparent_black_leaves_no_dark_fringe() -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[0, 0] = (255, 255, 255, 255)
    red, green, blue, alpha = Pyramid.build(pixels).tile(1, 0, 0)[0, 0]
    assert alpha == 64
    # White at this alpha, premultiplied. A straight mean would mean a dark grey at this alpha.
    assert (red, green, blue) == (alpha, alpha, alpha)


def test_invisible_colours_do_not_shine_through() -> None:
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[...] = (255, 0, 0, 0)
    pixels[0, 0] = (0, 0, 255, 255)
    pyramid = Pyramid.build(pixels)
    for level in range(1, pyramid.levels):
        assert level_pixels(pyramid, level)[..., 0].max() == 0


def test_premultiplied_mean_is_rounded_to_nearest() -> None:
    pixels = random_pixels(40, 26, 4)
    halved = Pyramid.build(pixels).region(1, 0, 0, 20, 13).astype(float)
    alpha = pixels[..., 3:].astype(float)
    exact = np.concatenate((pixels[..., :3] * alpha / 255, alpha), axis=2)
    exact = exact.reshape(20, 2, 13, 2, 4).mean(axis=(1, 3))
    assert np.abs(halved - exact).max() <= 0.5
    assert (halved[..., :3] <= halved[..., 3:]).all()  # what makes it valid premultiplied


def test_opaque_alpha_changes_nothing() -> None:
    opaque = np.full((70, 50, 4), 255, np.uint8)
    opaque[..., :3] = random_pixels(70, 50, 3)
    with_alpha, without = Pyramid.build(opaque), Pyramid.build(opaque[..., :3])
    for level in range(without.levels):
        assert np.array_equal(
            level_pixels(with_alpha, level)[..., :3], level_pixels(without, level)
        )


@settings(max_examples=60)
@given(st.data())
def test_replaced_equals_rebuilt(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40))
    channels = data.draw(st.sampled_from((3, 4)))
    top, left = data.draw(st.integers(0, height - 1)), data.draw(st.integers(0, width - 1))
    bottom = data.draw(st.integers(top + 1, height))
    right = data.draw(st.integers(left + 1, width))
    pixels = random_pixels(height, width, channels)
    patch_pixels = random_pixels(bottom - top, right - left, channels, seed=1)
    changed = pixels.copy()
    changed[top:bottom, left:right] = patch_pixels
    # Small tiles, so that small pictures have many of them.
    with patch.object(module, "TILE", 8):
        original = Pyramid.build(pixels)
        replaced, rebuilt = original.replaced(top, left, patch_pixels), Pyramid.build(changed)
        for level in range(rebuilt.levels):
            assert np.array_equal(level_pixels(replaced, level), level_pixels(rebuilt, level))
        assert np.array_equal(level_pixels(original, 0), pixels)  # a pyramid never changes


def test_replaced_shares_untouched_tiles() -> None:
    original = Pyramid.build(random_pixels(3 * TILE, 3 * TILE, 3))
    replaced = original.replaced(10, 10, random_pixels(TILE - 10, TILE - 10, 3, seed=1))
    for row in range(3):
        for col in range(3):
            is_shared = replaced.tile(0, row, col) is original.tile(0, row, col)
            assert is_shared == ((row, col) != (0, 0))


def test_replaced_colours_keep_alpha() -> None:
    pixels = random_pixels(6, 6, 4)
    replaced = Pyramid.build(pixels).replaced(1, 2, np.zeros((2, 3, 3), np.uint8))
    assert (level_pixels(replaced, 0)[1:3, 2:5, :3] == 0).all()
    assert np.array_equal(level_pixels(replaced, 0)[..., 3], pixels[..., 3])


def test_pixel_is_the_file_s_colour() -> None:
    pixels = random_pixels(TILE + 2, 5, 4)
    assert Pyramid.build(pixels).pixel(TILE + 1, 4) == tuple(map(int, pixels[TILE + 1, 4]))


def test_building_in_threads_gives_the_same() -> None:
    pixels = random_pixels(300, 200, 4)
    built: list[Pyramid] = []
    threads = [
        threading.Thread(target=lambda: built.append(Pyramid.build(pixels))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for level in range(built[0].levels):
        first = level_pixels(built[0], level)
        assert all(np.array_equal(level_pixels(pyramid, level), first) for pyramid in built)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 2), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_build_refuses_other_arrays(pixels: Pixels) -> None:
    with pytest.raises(ValueError, match=r"expected|empty"):
        Pyramid.build(pixels)


@pytest.mark.parametrize(("top", "left"), [(-1, 0), (0, -1), (3, 0), (0, 4)])
def test_replaced_refuses_boxes_outside(top: int, left: int) -> None:
    pyramid = Pyramid.build(random_pixels(4, 5, 3))
    with pytest.raises(ValueError, match="not inside 4 x 5"):
        pyramid.replaced(top, left, random_pixels(2, 2, 3))


def test_replaced_refuses_alpha_where_there_is_none() -> None:
    with pytest.raises(ValueError, match="expected"):
        Pyramid.build(random_pixels(4, 5, 3)).replaced(0, 0, random_pixels(2, 2, 4))


@pytest.mark.parametrize(("level", "row", "col"), [(-1, 0, 0), (9, 0, 0), (0, 1, 0), (0, 0, -1)])
def test_tile_refuses_what_does_not_exist(level: int, row: int, col: int) -> None:
    with pytest.raises(ValueError, match=r"level|tile"):
        Pyramid.build(random_pixels(4, 5, 3)).tile(level, row, col)


@pytest.mark.parametrize("factor", [2, 4])
@pytest.mark.parametrize("channels", [3, 4])
def test_a_magnified_pyramid_equals_one_of_repeated_pixels(factor: int, channels: int) -> None:
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (TILE // 2 + 37, TILE + 11, channels), np.uint8)
    magnified = Pyramid.build(pixels).magnified(factor)
    repeated = Pyramid.build(pixels.repeat(factor, axis=0).repeat(factor, axis=1))
    assert magnified.levels == repeated.levels
    assert (magnified.height, magnified.width) == (repeated.height, repeated.width)
    for level in range(repeated.levels):
        height, width = repeated.level_size(level)
        assert magnified.level_size(level) == (height, width)
        # Alpha is multiplied in one level later, so that rounding may differ by one.
        slack = 0 if channels == 3 or level <= factor // 2 else 1
        for row, col in ((0, 0), ((height - 1) // TILE, (width - 1) // TILE)):
            got = magnified.tile(level, row, col).astype(int)
            np.testing.assert_allclose(got, repeated.tile(level, row, col), atol=slack)
        box = (height // 3, width // 3, -(-height // 3), -(-width // 3))
        got = magnified.region(level, *box).astype(int)
        np.testing.assert_allclose(got, repeated.region(level, *box), atol=slack)
    assert magnified.pixel(factor * 5 + 1, factor * 7) == Pyramid.build(pixels).pixel(5, 7)


def test_tiles_replace_parts_of_a_magnified_pyramid() -> None:
    pixels = np.zeros((20, 30, 3), np.uint8)
    changed = Pyramid.build(pixels).magnified(2).replaced(3, 5, np.full((4, 6, 3), 9, np.uint8))
    expected = np.zeros((40, 60, 3), np.uint8)
    expected[3:7, 5:11] = 9
    np.testing.assert_array_equal(changed.region(0, 0, 0, 40, 60), expected)


@pytest.mark.parametrize("factor", [0, 3, -2])
def test_pixels_are_repeated_by_powers_of_two_only(factor: int) -> None:
    with pytest.raises(ValueError, match="power of two"):
        Pyramid.build(np.zeros((2, 2, 3), np.uint8)).magnified(factor)

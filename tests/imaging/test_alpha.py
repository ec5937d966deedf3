from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.imaging.alpha import TINY_ALPHA, bleed, composite
from tests.imaging.file_builders import Pixels, logo
from tests.machine_speed import slowdown

_sides = st.integers(1, 20)
_with_alpha = st.tuples(_sides, _sides).flatmap(
    lambda shape: st.tuples(
        arrays(np.uint8, (*shape, 3)),
        arrays(np.uint8, shape, elements=st.sampled_from([0, 0, 0, 1, 7, 8, 128, 255])),
    )
)


def _disk(side: int) -> Pixels:
    y, x = np.mgrid[:side, :side]
    soft = np.clip(0.3 * side - np.hypot(y - side / 2, x - side / 2), 0, 1)
    disk: Pixels = np.rint(255 * soft).astype(np.uint8)
    return disk


@settings(max_examples=80)
@given(_with_alpha)
def test_visible_pixels_keep_their_colour_exactly(pair: tuple[Pixels, Pixels]) -> None:
    rgb, alpha = pair
    before = rgb.copy()
    bled = bleed(rgb, alpha)
    assert bled.shape == rgb.shape
    assert bled.dtype == np.uint8
    assert (bled[alpha >= TINY_ALPHA] == rgb[alpha >= TINY_ALPHA]).all()
    assert (rgb == before).all()


@settings(max_examples=80)
@given(_with_alpha)
def test_hidden_pixels_lie_between_visible_colours(pair: tuple[Pixels, Pixels]) -> None:
    rgb, alpha = pair
    visible = rgb[alpha >= TINY_ALPHA]
    if len(visible):
        bled = bleed(rgb, alpha).astype(int)
        assert (bled >= visible.min(axis=0).astype(int) - 1).all()
        assert (bled <= visible.max(axis=0).astype(int) + 1).all()


def test_what_was_hidden_does_not_matter() -> None:
    alpha = _disk(50)
    black, white = logo(50, 50), logo(50, 50)
    black[alpha < TINY_ALPHA] = 0
    white[alpha < TINY_ALPHA] = 255
    assert (bleed(black, alpha) == bleed(white, alpha)).all()


def test_one_colour_fills_everything() -> None:
    alpha = _disk(61)
    rgb = np.zeros((61, 61, 3), np.uint8)
    rgb[alpha > 0] = (200, 30, 40)
    assert (bleed(rgb, alpha) == (200, 30, 40)).all()


def test_a_single_visible_pixel_fills_everything() -> None:
    alpha = np.zeros((37, 100), np.uint8)
    rgb = np.zeros((37, 100, 3), np.uint8)
    alpha[30, 3], rgb[30, 3] = 255, (9, 99, 199)
    assert (bleed(rgb, alpha) == (9, 99, 199)).all()


def test_the_nearest_colour_wins() -> None:
    rgb = np.zeros((64, 64, 3), np.uint8)
    alpha = np.zeros((64, 64), np.uint8)
    rgb[:, :8], alpha[:, :8] = (255, 0, 0), 255
    rgb[:, 56:], alpha[:, 56:] = (0, 0, 255), 255
    bled = bleed(rgb, alpha).astype(int)
    assert (bled[:, 8:11, 0] > 230).all()  # as far as a bicubic kernel reaches
    assert (bled[:, 53:56, 2] > 230).all()
    steps = np.abs(np.diff(bled, axis=1)).max()
    assert steps < 40  # no jump where the two meet


def test_almost_invisible_pixels_lose_their_dirty_colour() -> None:
    rgb = np.full((8, 8, 3), (200, 30, 40), np.uint8)
    alpha = np.full((8, 8), 255, np.uint8)
    alpha[0, 0], rgb[0, 0] = 4, (255, 0, 255)
    alpha[7, 7], rgb[7, 7] = 20, (255, 0, 255)
    bled = bleed(rgb, alpha)
    assert bled[0, 0].tolist() == [200, 30, 40]
    assert bled[7, 7].tolist() == [255, 0, 255]


def test_faint_pixels_count_less_than_opaque_ones() -> None:
    rgb = np.zeros((2, 4, 3), np.uint8)
    alpha = np.zeros((2, 4), np.uint8)
    rgb[0, 0], alpha[0, 0] = (200, 200, 200), 255
    rgb[0, 1], alpha[0, 1] = (0, 0, 0), TINY_ALPHA  # wrong: rounded while premultiplied
    assert bleed(rgb, alpha)[1, 0].min() > 180


def test_nothing_to_do() -> None:
    rgb = logo()
    for alpha in (255, 0, TINY_ALPHA):
        assert bleed(rgb, np.full((40, 60), alpha, np.uint8)) is rgb


def test_bleeding_is_fast() -> None:
    alpha, rgb = _disk(1000), np.zeros((1000, 1000, 3), np.uint8)
    times = []
    for _ in range(5):
        start = time.thread_time()
        bleed(rgb, alpha)
        times.append(time.thread_time() - start)
    # 0.04 s is usual. The best of five, in processor time: a test machine does other things too.
    assert min(times) < 0.1 * slowdown()


@pytest.mark.parametrize("function", [bleed, lambda rgb, alpha: composite(rgb, alpha, (0, 0, 0))])
def test_shapes_must_belong_together(function: object) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match="alpha"):
        function(logo(), np.zeros((60, 40), np.uint8))


@settings(max_examples=60)
@given(
    arrays(np.uint8, (5, 7, 3)),
    arrays(np.uint8, (5, 7)),
    st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)),
)
def test_composite_is_the_rounded_mix(
    rgb: Pixels, alpha: Pixels, background: tuple[int, int, int]
) -> None:
    share = alpha[:, :, None] / 255
    expected = rgb * share + np.array(background) * (1 - share)
    assert np.abs(composite(rgb, alpha, background) - expected).max() <= 0.501


def test_composite_on_pixels_and_without_alpha() -> None:
    alpha = np.zeros((40, 60), np.uint8)
    alpha[:, 30:] = 255
    below = logo()[::-1]
    mixed = composite(logo(), alpha, below)
    assert (mixed[:, :30] == below[:, :30]).all()
    assert (mixed[:, 30:] == logo()[:, 30:]).all()
    assert (composite(logo(), None, (1, 2, 3)) == logo()).all()

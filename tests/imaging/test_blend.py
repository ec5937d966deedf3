from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.imaging.alpha import composite
from desktop_app.imaging.blend import blend
from desktop_app.imaging.picture import Picture, Pixels
from tests.machine_speed import slowdown

_SHAPE = (6, 7)
_rgb = arrays(np.uint8, (*_SHAPE, 3))
_plane = arrays(np.uint8, _SHAPE)
_alpha = st.none() | arrays(np.uint8, _SHAPE, elements=st.sampled_from([0, 1, 90, 254, 255]))


def _premultiplied(picture: Picture) -> tuple[np.ndarray, np.ndarray]:
    rgba = picture.rgba() / 255
    return rgba[..., :3] * rgba[..., 3:], rgba[..., 3]


@settings(max_examples=60)
@given(_rgb, _alpha, _rgb, _alpha, _plane)
def test_the_ends_are_exact(
    a: Pixels, a_alpha: Pixels | None, b: Pixels, b_alpha: Pixels | None, mask: Pixels
) -> None:
    enlarged, restored = Picture(a, a_alpha), Picture(b, b_alpha)
    assert (blend(enlarged, restored, 0).rgba() == enlarged.rgba()).all()
    assert (blend(enlarged, restored, 1).rgba() == restored.rgba()).all()
    masked = blend(enlarged, restored, 1, mask).rgba()
    assert (masked[mask == 255] == enlarged.rgba()[mask == 255]).all()
    assert (masked[mask == 0] == restored.rgba()[mask == 0]).all()


@settings(max_examples=100)
@given(_rgb, _alpha, _rgb, _alpha, _plane, st.integers(0, 255))
def test_what_is_seen_is_the_mean_on_every_background(
    a: Pixels, a_alpha: Pixels | None, b: Pixels, b_alpha: Pixels | None, mask: Pixels, share: int
) -> None:
    enlarged, restored = Picture(a, a_alpha), Picture(b, b_alpha)
    mixed = blend(enlarged, restored, share / 255, mask)
    # Weights have steps of 1/255: half of one, and the roundings of the result.
    weight = (share / 255 * (1 - mask / 255))[..., None]
    for background in ((0, 0, 0), (255, 255, 255), (200, 30, 90)):
        below = composite(enlarged.rgb, enlarged.alpha, background)
        above = composite(restored.rgb, restored.alpha, background)
        seen = composite(mixed.rgb, mixed.alpha, background)
        expected = below * (1 - weight) + above * weight
        assert np.abs(seen - expected).max() <= 3


def test_hidden_colour_leaves_no_fringe() -> None:
    black_below = Picture(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4), np.uint8))
    red = Picture(np.full((4, 4, 3), (230, 20, 30), np.uint8), np.full((4, 4), 255, np.uint8))
    mixed = blend(black_below, red, 0.5)
    assert (mixed.rgb == (230, 20, 30)).all()
    assert mixed.alpha is not None
    assert (mixed.alpha == 128).all()


def test_the_facts_of_the_restored_file_stay() -> None:
    enlarged = Picture(np.zeros((4, 4, 3), np.uint8))
    restored = Picture(np.full((4, 4, 3), 255, np.uint8), dpi=(300, 300), format="PNG")
    mixed = blend(enlarged, restored, 0.25)
    assert (mixed.dpi, mixed.format, mixed.alpha) == ((300, 300), "PNG", None)
    assert (mixed.rgb == 64).all()
    assert (enlarged.rgb == 0).all()


def test_what_does_not_fit_is_refused() -> None:
    small, large = (Picture(np.zeros((n, 4, 3), np.uint8)) for n in (4, 8))
    with pytest.raises(ValueError, match="differ"):
        blend(small, large, 0.5)
    with pytest.raises(ValueError, match="strength"):
        blend(small, small, 1.1)
    with pytest.raises(ValueError, match="mask"):
        blend(small, small, 0.5, np.zeros((8, 4), np.uint8))


def test_blending_keeps_up_with_a_slider() -> None:
    rng = np.random.default_rng(0)
    a, b = (Picture(rng.integers(0, 256, (1024, 1024, 3), np.uint8)) for _ in range(2))
    mask = rng.integers(0, 256, (1024, 1024), np.uint8)
    times = []
    for _ in range(5):
        began = time.thread_time()
        blend(a, b, 0.6, mask)
        times.append(time.thread_time() - began)
    # 0.01 s is usual: 0.04 s for four times the pixels.
    assert min(times) < 0.04 * slowdown()

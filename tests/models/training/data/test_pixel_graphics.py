"""Pixel graphics: squares that halving recovers exactly."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.data.chains import PIXEL_SHARES, degrade, draw_chain
from models.training.data.pixel_graphics import draw_pixel_graphic


@pytest.mark.parametrize("seed", range(24))
def test_halving_and_repeating_gives_a_pixel_graphic_back(seed: int) -> None:
    picture = draw_pixel_graphic(62, 96, np.random.default_rng(seed))
    assert picture.shape == (62, 96, 3)
    assert picture.dtype == np.uint8
    source = draw_chain("exact", np.random.default_rng(0)).source(picture)
    assert np.array_equal(source.repeat(2, axis=0).repeat(2, axis=1), picture)


def test_all_kinds_have_contrast_and_few_colours() -> None:
    lines, larger = 0, 0
    for seed in range(120):
        picture = draw_pixel_graphic(96, 96, np.random.default_rng(seed)).astype(int)
        source = picture[::2, ::2]
        assert len(np.unique(source.reshape(-1, 3), axis=0)) < 80
        lines += np.abs(np.diff(source, axis=1)).max() >= 40
        larger += np.array_equal(source[::2, ::2].repeat(2, 0).repeat(2, 1), source)
    assert lines > 110
    assert 8 < larger < 34  # a sixth


def test_most_of_them_stay_pixel_graphics() -> None:
    """They are left sharp, halved exactly, or compressed with a good codec, but never blurred."""
    rng = np.random.default_rng(1)
    exact = 0
    for _ in range(300):
        picture = draw_pixel_graphic(32, 32, rng)
        low = degrade(picture, rng, PIXEL_SHARES)
        again = draw_chain("exact", rng)(picture)
        exact += np.array_equal(low, again) or np.array_equal(low, picture)
    assert exact / 300 == pytest.approx(0.78, abs=0.08)

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.flat_inks import find_inks, premultiplied
from desktop_app.imaging.vector.unmixing import unmix, with_strokes, with_thin_inks
from tests.imaging.vector.drawn import INK, PAPER, box, disc, half_plane, levels, painted


def test_the_inks_are_those_of_the_drawing_and_not_the_mixtures_at_its_edges() -> None:
    inks = find_inks(premultiplied(painted(disc(64, 31.3, 32.8, 20.4))))
    assert inks.is_clean
    assert sorted(map(tuple, inks.colours[:, :3].tolist())) == [INK, PAPER]


def test_noise_makes_no_inks() -> None:
    rng = np.random.default_rng(1)
    pixels = levels(disc(96, 48, 48, 30)).astype(int) + rng.integers(-4, 5, (96, 96, 3))
    inks = find_inks(premultiplied(Picture(np.clip(pixels, 0, 255).astype(np.uint8))))
    assert not inks.is_clean
    assert len(inks.colours) == 2


def test_opacity_is_part_of_an_ink() -> None:
    share = disc(64, 32, 32, 20)
    rgb = np.full((64, 64, 3), (29, 78, 216), np.uint8)
    picture = Picture(rgb, np.round(share * 0.85 * 255).astype(np.uint8))
    inks = find_inks(premultiplied(picture))
    assert sorted(round(float(one)) for one in inks.colours[:, 3]) == [0, 217]


def test_a_mixed_pixel_says_its_shares() -> None:
    share = half_plane(32, 30, 0.4)
    values = premultiplied(painted(share))
    mixture = unmix(values, find_inks(values))
    ink = int(np.argmin(np.abs(find_inks(values).colours[:, :3] - INK).sum(axis=1)))
    found = np.where(mixture.labels == ink, mixture.shares, 1 - mixture.shares)
    assert np.abs(found - share).max() < 0.01
    assert mixture.residual.max() <= 2


def test_the_ink_of_a_stroke_without_a_flat_place_is_at_the_end_of_its_ray() -> None:
    share = box(64, 10, 20.25, 54, 22.125)  # one row is pure, and the middle of no 3 × 3 pixels
    values = premultiplied(painted(share))
    inks, mixture = with_thin_inks(values, find_inks(values))
    assert np.abs(inks.colours[:, :3] - INK).max(axis=1).min() <= 1
    assert mixture.residual.max() < 3


@pytest.mark.parametrize("top", [20.0, 20.25, 20.5])
def test_a_stroke_thinner_than_a_pixel_is_labelled_all_along(top: float) -> None:
    share = np.maximum(box(64, 8, top, 56, top + 0.8), disc(64, 32, 50, 8))
    values = premultiplied(painted(share))
    inks = find_inks(values)
    labels = with_strokes(unmix(values, inks))
    ink = int(np.argmin(np.abs(inks.colours[:, :3] - INK).sum(axis=1)))
    assert (labels[18:24, 10:54] == ink).any(axis=0).all()

"""Previews: residuals are amplified faithfully, and the place that changed most is found."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.about.previews import amplify, most_changed, on_white, residuals_of
from models.tiling import Box


def test_nothing_added_is_the_middle_grey() -> None:
    shown, gain = amplify(np.zeros((5, 7, 3), np.float32))
    assert gain == 32
    assert (shown == 128).all()


@pytest.mark.parametrize(("strength", "gain"), [(100.0, 1), (30.0, 4), (10.0, 8), (1.0, 32)])
def test_lighter_is_more_and_darker_is_less_by_the_factor_that_is_told(
    strength: float, gain: int
) -> None:
    residual = np.zeros((40, 40, 3), np.float32)
    residual[:20] = strength
    residual[20:] = -strength
    shown, returned_gain = amplify(residual)
    assert returned_gain == gain
    assert (shown[:20] == round(128 + gain * strength)).all()
    assert (shown[20:] == round(128 - gain * strength)).all()


def test_a_few_strong_pixels_do_not_make_the_rest_grey() -> None:
    residual = np.full((100, 100, 3), 3.0, np.float32)
    residual[0, :5] = 255
    shown, gain = amplify(residual)
    assert gain == 32
    assert (shown[0, :5] == 255).all()


def test_the_place_that_changed_most_is_found() -> None:
    before = np.full((203, 310, 3), 90, np.uint8)
    after = before.copy()
    after[140:150, 250:270] = 200  # a large change in a small place
    after[10:60, 10:60] = 92  # a small change in a large place
    place = most_changed(before, after, 60, 80)
    assert (place.height, place.width) == (60, 80)
    assert place.top % 4 == place.left % 4 == 0
    assert place.intersection(Box(140, 250, 10, 20)) == Box(140, 250, 10, 20)
    assert place.bottom <= 203
    assert place.right <= 310


@pytest.mark.parametrize("sides", [(1, 1), (3, 500), (60, 80), (61, 83)])
def test_a_picture_smaller_than_the_place_gives_all_of_it(sides: tuple[int, int]) -> None:
    before = np.zeros((*sides, 3), np.uint8)
    place = most_changed(before, before + 1, 60, 80)
    assert (place.height, place.width) == (min(60, sides[0]), min(80, sides[1]))
    assert place.bottom <= sides[0]
    assert place.right <= sides[1]


def test_pictures_of_two_sizes_have_no_place_in_common() -> None:
    with pytest.raises(ValueError, match="no place of"):
        most_changed(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 5, 3), np.uint8), 2, 2)


def test_of_a_transparent_picture_the_residual_is_what_is_seen() -> None:
    clear, dark = (np.zeros((2, 2, 4), np.uint8) for _ in range(2))
    dark[..., 3] = 255  # transparent becomes opaque black, so on white it turns black
    before, after = (on_white((pixels, pixels, pixels)) for pixels in (clear, dark))
    assert (before[0] == 255).all()
    assert all((residual == -255).all() for residual in residuals_of(before, after))
    opaque = np.full((2, 2, 3), 7, np.uint8)
    assert on_white((opaque, opaque, opaque))[1] is opaque

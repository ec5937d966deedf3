from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.viewer.difference import GAIN, WHITE, amplified_difference

byte = st.integers(0, 255)


@given(byte, byte)
def test_opaque_colours_differ_by_their_amplified_distance(before: int, after: int) -> None:
    first, second = (np.full((1, 1, 4), (value, 0, 0, 255), np.uint8) for value in (before, after))
    distance = abs(before - after)
    expected = 255 if distance >= WHITE else GAIN * distance
    assert amplified_difference(first, second)[0, 0].tolist() == [expected, 0, 0, 255]


@given(st.tuples(byte, byte), st.tuples(byte, byte))
def test_clear_colours_differ_as_on_the_ground_that_shows_it_most(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    # Premultiplied: no colour exceeds its alpha.
    (first, first_alpha), (second, second_alpha) = sorted(before), sorted(after)
    images = [
        np.full((1, 1, 4), (value, value, value, alpha), np.uint8)
        for value, alpha in ((first, first_alpha), (second, second_alpha))
    ]
    over_black = abs(first - second)
    over_white = abs((first + 255 - first_alpha) - (second + 255 - second_alpha))
    expected = min(255, GAIN * max(over_black, over_white))
    assert amplified_difference(*images)[0, 0].tolist() == [expected] * 3 + [255]


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot compare"):
        amplified_difference(np.zeros((1, 2, 4), np.uint8), np.zeros((2, 1, 4), np.uint8))

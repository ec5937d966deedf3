"""Numbers as people read them."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.imaging.picture import Picture
from desktop_app.texts import duration, hex_colour, print_size, time_left


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0001, "1 ms"),
        (0.0024, "2 ms"),
        (0.0996, "0.10 s"),
        (0.214, "0.21 s"),
        (2.04, "2.0 s"),
        (12.44, "12.4 s"),
        (125.2, "2 min 5 s"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "1 s left"),
        (2.0, "2 s left"),
        (2.1, "3 s left"),
        (59.5, "1 min left"),
        (61, "2 min left"),
    ],
)
def test_a_remaining_time_never_reads_as_over(seconds: float, text: str) -> None:
    assert time_left(seconds) == text


def test_print_size() -> None:
    pixels = np.zeros((85, 180, 3), np.uint8)
    assert print_size(Picture(pixels)) == ""
    assert print_size(Picture(pixels, dpi=(144, 144))) == "32 mm at 144 dpi"
    assert print_size(Picture(pixels, dpi=(600, 600))) == "7.6 mm at 600 dpi"


def test_colours() -> None:
    assert hex_colour((201, 176, 8)) == "#C9B008"
    assert hex_colour((0, 0, 255, 128)) == "#0000FF"

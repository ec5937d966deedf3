"""Numbers as people read them, in the language of the window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.sentences import Sentence
from desktop_app.texts import (
    decimal_point,
    duration,
    hex_colour,
    number,
    print_size,
    short_number,
    time_left,
    told,
)
from tests.speaking import speaking


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


def test_numbers_have_so_many_decimals() -> None:
    assert (number(0.125, 2), number(3, 1), number(1234.5, 1)) == ("0.12", "3.0", "1234.5")
    assert [short_number(value) for value in (42, 41.96, 42.54)] == ["42", "42", "42.5"]


@pytest.mark.parametrize(
    ("code", "point"),
    [("en", "."), ("de", ","), ("es", ","), ("fr", ","), ("ja", "."), ("ko", ".")],
)
def test_the_decimal_point_is_that_of_the_language(
    qapp: QApplication, code: str, point: str
) -> None:
    with speaking(qapp, code):
        assert decimal_point() == point
        assert number(0.4, 2) == f"0{point}40"
    assert number(0.4, 2) == "0.40"


def test_german_numbers_have_a_comma(qapp: QApplication) -> None:
    with speaking(qapp, "de"):
        assert (duration(0.4), duration(12.44)) == ("0,40 s", "12,4 s")
        picture = Picture(np.zeros((85, 180, 3), np.uint8), dpi=(600, 600))
        assert print_size(picture) == "7,6 mm bei 600 dpi"
        text = "Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits."
        sentence = Sentence(text, low=-0.25, high=3.0)
        assert told(sentence) == "Die 32-Bit-Werte von -0,25 bis 3 wurden auf 8 Bit gestreckt."
        assert sentence == "Its 32-bit values from -0.25 to 3 were stretched to 8 bits."

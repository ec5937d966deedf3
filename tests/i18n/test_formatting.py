"""Numbers as people read them, in the language of the window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.captions import format_print_size
from desktop_app.i18n.formatting import (
    decimal_point,
    format_duration,
    format_number,
    format_short_number,
    format_time_left,
    translated,
)
from desktop_app.i18n.sentence import Sentence
from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.picture import Picture
from tests.localized_app import app_in_language


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
    assert format_duration(seconds) == text


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
    assert format_time_left(seconds) == text


def test_print_size() -> None:
    pixels = np.zeros((85, 180, 3), np.uint8)
    assert format_print_size(Picture(pixels)) == ""
    assert format_print_size(Picture(pixels, dpi=(144, 144))) == "32 mm at 144 dpi"
    assert format_print_size(Picture(pixels, dpi=(600, 600))) == "7.6 mm at 600 dpi"


def test_colours() -> None:
    assert hex_colour((201, 176, 8)) == "#C9B008"
    assert hex_colour((0, 0, 255, 128)) == "#0000FF"


def test_numbers_have_so_many_decimals() -> None:
    assert (format_number(0.125, 2), format_number(3, 1), format_number(1234.5, 1)) == (
        "0.12",
        "3.0",
        "1234.5",
    )
    assert [format_short_number(value) for value in (42, 41.96, 42.54)] == ["42", "42", "42.5"]


@pytest.mark.parametrize(
    ("code", "point"),
    [("en", "."), ("de", ","), ("es", ","), ("fr", ","), ("ja", "."), ("ko", ".")],
)
def test_the_decimal_point_is_that_of_the_language(
    qapp: QApplication, code: str, point: str
) -> None:
    with app_in_language(qapp, code):
        assert decimal_point() == point
        assert format_number(0.4, 2) == f"0{point}40"
    assert format_number(0.4, 2) == "0.40"


def test_german_numbers_have_a_comma(qapp: QApplication) -> None:
    with app_in_language(qapp, "de"):
        assert (format_duration(0.4), format_duration(12.44)) == ("0,40 s", "12,4 s")
        picture = Picture(np.zeros((85, 180, 3), np.uint8), dpi=(600, 600))
        assert format_print_size(picture) == "7,6 mm bei 600 dpi"
        text = "Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits."
        sentence = Sentence(text, low=-0.25, high=3.0)
        assert (
            translated(sentence) == "Die 32-Bit-Werte von -0,25 bis 3 wurden auf 8 Bit gestreckt."
        )
        assert sentence == "Its 32-bit values from -0.25 to 3 were stretched to 8 bits."

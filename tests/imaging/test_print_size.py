from __future__ import annotations

import numpy as np
import pytest

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.print_size import (
    dpi_for_width,
    max_print_width,
    parse_length,
    size_on_paper,
    with_print_width,
)

LOGO = Picture(np.zeros((170, 496, 3), np.uint8))


def test_a_picture_without_resolution_has_no_size_on_paper() -> None:
    assert size_on_paper(LOGO) is None


def test_size_at_a_resolution_of_its_own_in_each_direction() -> None:
    assert size_on_paper(Picture(LOGO.rgb, dpi=(248, 170))) == pytest.approx((50.8, 25.4))


def test_clean_up_to_so_many_millimetres() -> None:
    # "Prints clean up to 42 mm at 300 dpi"
    assert max_print_width(LOGO) == pytest.approx(41.99, abs=0.01)
    assert max_print_width(LOGO, 600) == pytest.approx(21.0, abs=0.01)


def test_a_wanted_width_becomes_the_resolution() -> None:
    wider = with_print_width(Picture(LOGO.rgb, dpi=(72, 96)), 100)
    assert wider.dpi == pytest.approx((125.984, 125.984), abs=1e-3)
    size = size_on_paper(wider)
    assert size is not None
    assert size == pytest.approx((100, 100 * 170 / 496))


@pytest.mark.parametrize("width", [0, -3, 1e-9, 1e9, float("nan")])
def test_widths_that_no_file_can_state_are_refused(width: float) -> None:
    with pytest.raises(ValueError, match="496 pixels cannot be printed"):
        dpi_for_width(LOGO, width)


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        *(("42", 42), ("42 mm", 42), (" 42MM ", 42), ("4,2 cm", 42), ("4.2cm", 42)),
        *(("1 in", 25.4), ('1.5"', 38.1), ("2 inches", 50.8), ("2″", 50.8), (".5 inch", 12.7)),
    ],
)
def test_lengths_are_read_as_people_type_them(text: str, millimetres: float) -> None:
    assert parse_length(text) == pytest.approx(millimetres)


@pytest.mark.parametrize(
    "text",
    ["", "mm", "0", "0 mm", "-3", "4 km", "1.2.3", "1,234.5", "4 2", "nan", "inf", "9" * 400],
)
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        parse_length(text)

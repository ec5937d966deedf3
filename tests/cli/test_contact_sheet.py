"""The contact sheet, which shows the picture before and after."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.cli.contact_sheet import CAPTION, LARGEST_PART, MARGIN, draw_contact_sheet
from desktop_app.imaging.picture import Picture

TOP = MARGIN + CAPTION


def plain(height: int, width: int, colour: int, alpha: int | None = None) -> Picture:
    rgb = np.full((height, width, 3), colour, np.uint8)
    return Picture(rgb, None if alpha is None else np.full((height, width), alpha, np.uint8))


def test_both_pictures_stand_side_by_side_magnified_by_whole_pixels() -> None:
    rng = np.random.default_rng(0)
    before, after = (Picture(rng.integers(0, 256, (100, 300, 3), np.uint8)) for _ in range(2))
    sheet = draw_contact_sheet(before, after, ("Before", "After"))
    for picture, left in ((before, MARGIN), (after, 2 * MARGIN + 900)):
        panel = sheet.rgb[TOP : TOP + 300, left : left + 900]
        np.testing.assert_array_equal(panel, picture.rgb.repeat(3, axis=0).repeat(3, axis=1))
    assert (sheet.height, sheet.width) == (TOP + 300 + MARGIN, 3 * MARGIN + 1800)


def test_the_captions_are_drawn() -> None:
    before = plain(450, 900, 255)
    blank = draw_contact_sheet(before, before, ("", "")).rgb
    drawn = draw_contact_sheet(before, before, ("logo.png, 2 × 3", "Restored")).rgb
    changed = (blank != drawn).any(axis=2)
    assert changed[:TOP, : MARGIN + 450].any()
    assert changed[:TOP, 2 * MARGIN + 900 :].any()
    assert not changed[TOP:].any()


def test_a_caption_stays_above_its_picture() -> None:
    before = plain(50, 50, 255)
    sheet = draw_contact_sheet(before, before, ("a very long name " * 20, ""))
    gap = sheet.rgb[:, MARGIN + 400 : 2 * MARGIN + 400]
    assert (gap == sheet.rgb[0, 0]).all()


def test_transparency_is_a_checkerboard() -> None:
    clear = plain(100, 100, 0, alpha=0)
    sheet = draw_contact_sheet(clear, clear, ("", ""))
    values, counts = np.unique(
        sheet.rgb[TOP : TOP + 800, MARGIN : MARGIN + 800], return_counts=True
    )
    assert len(values) == 2
    assert counts.max() < 1.2 * counts.min()


def test_of_a_large_picture_the_middle_is_shown() -> None:
    large = plain(10, 4000, 10)
    large.rgb[:, 1999:2001] = 200
    sheet = draw_contact_sheet(large, large, ("", ""))
    row = sheet.rgb[TOP, MARGIN : MARGIN + LARGEST_PART, 0]
    assert list(np.flatnonzero(row == 200)) == [799, 800]


def test_a_tiny_picture_does_not_make_a_huge_sheet() -> None:
    assert draw_contact_sheet(plain(1, 1, 0), plain(1, 1, 9), ("a", "b")).width < 200


def test_the_colour_space_is_kept() -> None:
    tagged = Picture(np.zeros((2, 2, 3), np.uint8), icc_profile=b"profile")
    assert draw_contact_sheet(tagged, tagged, ("", "")).icc_profile == b"profile"


def test_pictures_of_two_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="4 × 2 and 2 × 4 cannot be compared"):
        draw_contact_sheet(plain(2, 4, 0), plain(4, 2, 0), ("", ""))

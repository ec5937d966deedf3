from __future__ import annotations

import numpy as np
import pytest

from desktop_app.imaging.naming import quoted
from desktop_app.imaging.picture import Picture
from tests.imaging.file_builders import grey_profile, logo, swapped_rgb_profile


def test_size_is_height_by_width() -> None:
    picture = Picture(logo(85, 180))
    assert (picture.height, picture.width) == (85, 180)
    assert picture.size_text == "180 × 85"


def test_rgba_of_an_opaque_picture_is_opaque() -> None:
    picture = Picture(logo())
    assert (picture.rgba()[:, :, :3] == picture.rgb).all()
    assert (picture.rgba()[:, :, 3] == 255).all()


def test_rgba_carries_the_alpha() -> None:
    alpha = np.arange(40 * 60, dtype=np.uint8).reshape(40, 60)
    assert (Picture(logo(), alpha).rgba()[:, :, 3] == alpha).all()


@pytest.mark.parametrize(
    ("rgb", "alpha", "dpi"),
    [
        (np.zeros((4, 4), np.uint8), None, None),
        (np.zeros((4, 4, 4), np.uint8), None, None),
        (np.zeros((0, 4, 3), np.uint8), None, None),
        (np.zeros((4, 4, 3), np.float32), None, None),
        (np.zeros((4, 4, 3), np.uint8), np.zeros((4, 5), np.uint8), None),
        (np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4), np.bool_), None),
        (np.zeros((4, 4, 3), np.uint8), None, (0.0, 72.0)),
        (np.zeros((4, 4, 3), np.uint8), None, (72.0, float("nan"))),
    ],
)
def test_refuses_what_is_no_picture(rgb: object, alpha: object, dpi: object) -> None:
    with pytest.raises(ValueError, match="must"):
        Picture(rgb, alpha, dpi=dpi)  # type: ignore[arg-type]


def test_in_srgb_keeps_how_colours_look() -> None:
    red = np.zeros((3, 5, 3), np.uint8)
    red[:, :, 0] = 255
    shown = Picture(red, icc_profile=swapped_rgb_profile()).in_srgb()
    assert shown.icc_profile is None
    assert np.abs(shown.rgb.astype(int) - (0, 255, 0)).max() <= 3


def test_in_srgb_without_profile_is_the_picture_itself() -> None:
    picture = Picture(logo())
    assert picture.in_srgb() is picture


@pytest.mark.parametrize("profile", [b"nonsense", grey_profile()])
def test_in_srgb_says_when_a_profile_is_useless(profile: bytes) -> None:
    with pytest.raises(ValueError, match="profile"):
        Picture(logo(), icc_profile=profile).in_srgb()


def test_quoted_names_fit_into_one_line_and_into_utf8() -> None:
    assert quoted("Logo für Çay 茶.png") == "“Logo für Çay 茶.png”"
    assert quoted("a\nb\udcff") == "“a?b?”"

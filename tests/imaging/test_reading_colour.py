from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from desktop_app.imaging.reading import decode_picture
from tests.imaging.file_builders import (
    encoded,
    grey_profile,
    logo,
    red_cyan_profile,
    srgb_profile,
    swapped_rgb_profile,
    without_segment,
)


def _ink(cyan: int, magenta: int, yellow: int, black: int) -> Image.Image:
    return Image.new("CMYK", (16, 16), (cyan, magenta, yellow, black))


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize(
    ("ink", "colour"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((255, 0, 0, 0), (0, 255, 255)),
        ((0, 255, 255, 0), (255, 0, 0)),
        ((0, 0, 0, 255), (0, 0, 0)),
    ],
)
def test_cmyk_without_profile(
    kind: str, ink: tuple[int, int, int, int], colour: tuple[int, int, int]
) -> None:
    picture = decode_picture(encoded(_ink(*ink), kind), "print")
    assert np.abs(picture.rgb[8, 8].astype(int) - colour).max() <= 3
    assert picture.notes == (
        "Its CMYK colours have no usable profile, so the conversion is approximate.",
    )


def test_cmyk_jpeg_without_adobe_marker_is_read_as_browsers_do() -> None:
    data = encoded(_ink(255, 0, 0, 0), "JPEG")
    stripped = without_segment(data, 0xEE)
    assert b"Adobe" in data
    assert b"Adobe" not in stripped
    picture = decode_picture(stripped, "print")
    assert (picture.rgb == decode_picture(data, "print").rgb).all()
    assert "inverted" in picture.notes[0]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_profile_is_used(kind: str) -> None:
    data = encoded(_ink(255, 0, 0, 0), kind, icc_profile=red_cyan_profile())
    picture = decode_picture(data, "print")
    red, green, blue = picture.rgb[8, 8].tolist()
    assert red > 180  # this press prints red where it should print cyan
    assert green < 90
    assert blue < 90
    assert picture.icc_profile is None
    assert picture.notes == ("Its CMYK colours were converted to sRGB by the profile “Odd press”.",)
    white = decode_picture(encoded(_ink(0, 0, 0, 0), kind, icc_profile=red_cyan_profile()), "")
    assert white.rgb.min() >= 254


@pytest.mark.parametrize("profile", [b"nonsense" * 40, srgb_profile(), red_cyan_profile()[:300]])
def test_useless_cmyk_profile(profile: bytes) -> None:
    data = encoded(_ink(255, 0, 0, 0), "TIFF", icc_profile=profile)
    picture = decode_picture(data, "print")
    assert picture.rgb[8, 8].tolist() == [0, 255, 255]
    assert picture.icc_profile is None
    assert "no usable profile" in picture.notes[0]


def test_rgb_profile_is_kept_and_pixels_are_untouched() -> None:
    profile = swapped_rgb_profile()
    for kind in ("PNG", "TIFF", "WEBP", "JPEG"):
        settings = {"lossless": True} if kind == "WEBP" else {}
        plain = encoded(Image.fromarray(logo()), kind, **settings)
        data = encoded(Image.fromarray(logo()), kind, icc_profile=profile, **settings)
        picture = decode_picture(data, "logo")
        assert picture.icc_profile == profile
        assert (picture.rgb == decode_picture(plain, "logo").rgb).all()
        assert picture.notes == ()


def test_rgb_profile_of_palette_and_grey_pictures_is_kept() -> None:
    for mode in ("P", "L"):
        data = encoded(Image.fromarray(logo()).convert(mode), "PNG", icc_profile=srgb_profile())
        picture = decode_picture(data, "logo")
        assert picture.icc_profile == srgb_profile()
        assert picture.notes == ()


@pytest.mark.parametrize("mode", ["L", "LA", "1", "I;16"])
def test_grey_profile_is_applied(mode: str) -> None:
    grey = Image.new("L", (8, 8), 128)
    if mode == "I;16":
        grey = Image.fromarray(np.full((8, 8), 128 * 257, np.uint16))
    elif mode == "LA":
        grey.putalpha(77)
    elif mode == "1":
        grey = Image.new("1", (8, 8), 1)
    picture = decode_picture(encoded(grey, "PNG", icc_profile=grey_profile()), "grey")
    # Linear 128 / 255 is 188 in sRGB.
    assert picture.rgb[4, 4].tolist() == ([255] * 3 if mode == "1" else [188] * 3)
    assert picture.icc_profile is None
    assert picture.notes[-1] == "Its grey values were converted to sRGB by the profile “Test grey”."
    assert (picture.alpha is None) == (mode != "LA")


@pytest.mark.parametrize("profile", [b"nonsense" * 40, grey_profile(), red_cyan_profile()])
def test_profile_of_another_space_is_left_out(profile: bytes) -> None:
    picture = decode_picture(encoded(Image.fromarray(logo()), "PNG", icc_profile=profile), "logo")
    assert (picture.rgb == logo()).all()
    assert picture.icc_profile is None
    assert picture.notes == ("Its colour profile does not fit and was left out; sRGB is assumed.",)


def test_lab() -> None:
    lab = Image.frombytes("LAB", (1, 1), bytes((136, 80, 67)))  # CIE Lab 53, 80, 67: sRGB red
    picture = decode_picture(encoded(lab, "TIFF"), "lab")
    assert np.abs(picture.rgb[0, 0].astype(int) - (255, 0, 0)).max() <= 12
    assert picture.notes == ("Its Lab colours were converted to sRGB.",)


def test_ycbcr() -> None:
    data = encoded(Image.fromarray(logo()).convert("YCbCr"), "TIFF")
    assert np.abs(decode_picture(data, "ycc").rgb.astype(int) - logo()).max() <= 3

"""Kinds of files that need more than Pillow: HEIC and Photoshop's."""

from __future__ import annotations

import io
import struct
import sys

import numpy as np
import pillow_heif
import pytest
from PIL import ExifTags, Image

from desktop_app.imaging import reading
from desktop_app.imaging.reading import ReadError, decode_picture, picture_suffixes
from tests.imaging.making import Pixels, heic, logo, psd, red_cyan_profile, swapped_rgb_profile

_alpha = np.tile(np.linspace(0, 255, 60).astype(np.uint8), (40, 1))


def _refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        decode_picture(data, "a.psd")
    return str(caught.value)


# --- HEIC ----------------------------------------------------------------------------------------


def test_heic_is_read_with_its_profile_and_metadata() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Someone"
    exif[ExifTags.Base.XResolution] = exif[ExifTags.Base.YResolution] = 300
    data = heic(Image.fromarray(logo()), exif=exif.tobytes(), icc_profile=swapped_rgb_profile())
    picture = decode_picture(data, "photo.heic")
    assert np.abs(picture.rgb.astype(int) - logo()).mean() < 2
    assert picture.icc_profile == swapped_rgb_profile()
    assert picture.dpi == (300.0, 300.0)
    assert (picture.format, picture.alpha, picture.notes) == ("HEIC", None, ())
    kept = Image.Exif()
    kept.load(picture.exif or b"")
    assert kept[ExifTags.Base.Artist] == "Someone"


def test_heic_with_alpha_and_with_more_pictures() -> None:
    image = Image.fromarray(np.dstack([logo(), _alpha]))
    picture = decode_picture(heic(image), "logo.heic")
    assert picture.alpha is not None
    assert np.abs(picture.alpha.astype(int) - _alpha).mean() < 2
    others = [image.rotate(90, expand=True), image.rotate(180)]
    several = heic(image, save_all=True, append_images=others, primary_index=2)
    turned = decode_picture(several, "burst.heic")
    assert np.abs(turned.rgb.astype(int) - logo()[::-1, ::-1])[:, :30].mean() < 3
    assert turned.notes == ("Only the main one of its 3 pictures was read.",)


def test_heic_of_more_bits() -> None:
    ramp = np.linspace(0, 65535, 64).astype(np.uint16)[None, :, None].repeat(64, 0).repeat(3, 2)
    stream = io.BytesIO()
    pillow_heif.from_bytes("RGB;16", (64, 64), ramp.tobytes()).save(stream, quality=95)
    picture = decode_picture(stream.getvalue(), "photo.heic")
    assert picture.notes == ("Its 10 bits per channel were reduced to 8.",)
    assert np.abs(picture.rgb.astype(int) - (ramp >> 8)).mean() < 2
    grey = decode_picture(heic(Image.fromarray(ramp[:, :, 0])), "photo.heic")
    assert grey.notes == ("Its 16 bits per channel were reduced to 8.",)
    assert np.abs(grey.rgb.astype(int) - (ramp >> 8)).mean() < 2


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_heic_is_turned_upright_once(orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    turn = {3: 180, 6: 90, 8: 270}[orientation]
    stored = Image.fromarray(logo()).rotate(turn, expand=True)
    picture = decode_picture(heic(stored, exif=exif.tobytes()), "photo.heic")
    assert picture.rgb.shape == logo().shape
    assert np.abs(picture.rgb.astype(int) - logo()).mean() < 2


def test_without_the_optional_package_heic_is_refused_kindly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = heic(Image.fromarray(logo()))
    assert {".heic", ".heif"} <= picture_suffixes()
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    reading.can_read_heic.cache_clear()
    try:
        assert _refusal(data) == (
            "“a.psd” is a HEIC photo, which cannot be read here: "
            "save it as PNG or JPEG and open that."
        )
    finally:
        reading.can_read_heic.cache_clear()


# --- Photoshop -----------------------------------------------------------------------------------


def test_composite_in_rgb_with_its_print_size_and_profile() -> None:
    resolution = struct.pack(">IHHIHH", 300 << 16, 1, 2, 150 << 16, 1, 2)
    facts = {1005: resolution, 1039: swapped_rgb_profile()}
    picture = decode_picture(psd(logo(), 3, layers=3, resources=facts), "a.psd")
    assert (picture.rgb == logo()).all()
    assert picture.alpha is None
    assert picture.dpi == (300.0, 150.0)
    assert picture.icc_profile == swapped_rgb_profile()
    assert picture.notes == ("Its layers were read as one flat picture.",)


def test_composite_in_grey() -> None:
    grey = logo()[:, :, :1]
    assert (decode_picture(psd(grey, 1), "a.psd").rgb == grey).all()


def test_composite_in_cmyk_is_converted_by_its_profile() -> None:
    cyan = np.full((4, 4, 4), (0, 255, 255, 255), np.uint8)  # stored inverted
    red, green, blue = decode_picture(
        psd(cyan, 4, resources={1039: red_cyan_profile()}), "a.psd"
    ).rgb[2, 2]
    assert red > 180
    assert max(green, blue) < 90


def _mixed_with_white(rgb: Pixels, alpha: Pixels) -> Pixels:
    opacity = alpha[:, :, None] / 255
    return np.rint(rgb * opacity + 255 * (1 - opacity)).astype(np.uint8)


def test_transparency_of_the_composite_loses_photoshops_white() -> None:
    stored = np.dstack([_mixed_with_white(logo(), _alpha), _alpha])
    picture = decode_picture(psd(stored, 3, layers=-1), "a.psd")
    assert picture.alpha is not None
    assert (picture.alpha == _alpha).all()
    visible = _alpha > 64  # below, 8 bits of a mixture say little of the colour
    assert np.abs(picture.rgb.astype(int) - logo())[visible].max() <= 2


def test_transparency_with_colours_that_are_straight_already() -> None:
    picture = decode_picture(psd(np.dstack([logo(), _alpha]), 3, layers=-1), "a.psd")
    assert (picture.rgba() == np.dstack([logo(), _alpha])).all()


def test_a_saved_selection_is_no_transparency() -> None:
    picture = decode_picture(psd(np.dstack([logo(), _alpha]), 3, layers=1), "a.psd")
    assert picture.alpha is None
    assert (picture.rgb == logo()).all()


def test_transparency_that_cannot_be_read_is_told() -> None:
    grey = np.dstack([logo()[:, :, 0], _alpha])
    picture = decode_picture(psd(grey, 1, layers=-2), "a.psd")
    assert picture.alpha is None
    assert "Its transparency could not be read: it was put on white." in picture.notes


def test_photoshop_files_that_hold_no_readable_picture() -> None:
    assert "16 or 32 bits per channel" in _refusal(psd(logo(), 3, depth=16))
    assert "single inks" in _refusal(psd(logo(), 7))
    empty = psd(logo(), 3, resources={1057: struct.pack(">IB", 1, 0)})
    assert "Maximize Compatibility" in _refusal(empty)
    whole = psd(logo(), 3, resources={1057: struct.pack(">IB", 1, 1)})
    assert decode_picture(whole, "a.psd").width == 60
    large = bytearray(psd(logo(), 3))
    large[5] = 2
    assert "PSB" in _refusal(bytes(large))

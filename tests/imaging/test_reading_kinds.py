"""Kinds of files that need more than Pillow: HEIC and Photoshop's."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import ExifTags, Image
from psd_tools import PSDImage
from psd_tools.constants import Compression

from desktop_app.imaging import decoding
from desktop_app.imaging.decoding import picture_suffixes
from desktop_app.imaging.reading import decode_picture, read_picture
from desktop_app.imaging.reading_errors import ReadError
from tests.imaging.file_builders import (
    Pixels,
    heic,
    logo,
    psd,
    red_cyan_profile,
    swapped_rgb_profile,
)

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
    decoding.can_read_heic.cache_clear()
    try:
        assert _refusal(data) == (
            "“a.psd” is a HEIC photo, which cannot be read here: "
            "save it as PNG or JPEG and open that."
        )
    finally:
        decoding.can_read_heic.cache_clear()


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
    visible = _alpha > 64  # below that, 8 bits of a mixture say little about the colour
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
    assert "32 bits per channel" in _refusal(psd(logo(), 3, depth=32))
    assert "single inks" in _refusal(psd(logo(), 7))
    empty = psd(logo(), 3, resources={1057: struct.pack(">I?III", 1, False, 0, 0, 1)})
    assert "Maximize Compatibility" in _refusal(empty)
    whole = psd(logo(), 3, resources={1057: struct.pack(">I?III", 1, True, 0, 0, 1)})
    assert decode_picture(whole, "a.psd").width == 60


_deep = np.random.default_rng(0).integers(0, 65536, (40, 60, 5), dtype=np.uint16)
_shallow = np.rint(_deep / 257).astype(np.uint8)  # 65535 is 257 times 255


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("is_large", [False, True])
def test_large_documents_and_16_bits(is_large: bool, is_packed: bool) -> None:
    facts = {1005: struct.pack(">IHHIHH", 300 << 16, 1, 2, 300 << 16, 1, 2)}
    facts[1039] = swapped_rgb_profile()
    few, many = (
        decode_picture(
            psd(channels, 3, resources=facts, is_large=is_large, is_packed=is_packed), "a.psb"
        )
        for channels in (_shallow[:, :, :3], _deep[:, :, :3])
    )
    for picture in (few, many):
        assert (picture.rgb == _shallow[:, :, :3]).all()
        assert picture.icc_profile == swapped_rgb_profile()
        assert picture.dpi == (300.0, 300.0)
        assert (picture.format, picture.alpha) == ("PSB" if is_large else "PSD", None)
    assert few.notes == ()
    assert many.notes == ("Its 16 bits per channel were reduced to 8.",)


@pytest.mark.parametrize("is_large", [False, True])
def test_transparency_of_16_bits_is_told_by_a_block(is_large: bool) -> None:
    """Of five channels the fourth is the transparency, the fifth a saved selection."""
    picture = decode_picture(psd(_deep, 3, layers=-1, is_large=is_large, is_packed=True), "a.psb")
    assert (picture.rgba() == _shallow[:, :, :4]).all()
    selection = decode_picture(psd(_deep, 3, layers=2, is_large=is_large), "a.psb")
    assert selection.alpha is None
    assert "Its layers were read as one flat picture." in selection.notes


def test_a_file_that_another_program_wrote(tmp_path: Path) -> None:
    image = Image.fromarray(_shallow[:, :, :3])
    for compression in Compression:
        document = PSDImage.frompil(image, compression=compression)
        document.save(tmp_path / "a.psd")
        picture = read_picture(tmp_path / "a.psd")
        assert (picture.rgb == _shallow[:, :, :3]).all(), compression
        assert picture.alpha is None


def test_the_other_colour_modes() -> None:
    ink = np.array([[[0b10000001]]], np.uint8)
    bitmap = decode_picture(psd(ink, 0, depth=1, is_packed=True), "a.psd").rgb
    assert bitmap[0, :, 0].tolist() == [0, 255, 255, 255, 255, 255, 255, 0]
    grey = logo()[:, :, :1]
    palette = bytes(range(256)) + bytes(256) + bytes(range(256))[::-1]
    indexed = decode_picture(psd(grey, 2, palette=palette), "a.psd").rgb
    assert (indexed == np.dstack([grey, grey * 0, 255 - grey])).all()
    white = np.full((4, 4, 3), (255, 128, 128), np.uint8)
    assert decode_picture(psd(white, 9), "a.psd").rgb.min() >= 254


def test_a_duotone_tells_that_its_inks_are_missing() -> None:
    grey = logo()[:, :, :1]
    picture = decode_picture(psd(grey, 8, palette=bytes(524)), "a.psd")
    assert (picture.rgb == grey).all()
    assert picture.notes == ("It is a duotone: its inks were left out and it was read as grey.",)


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_photoshop_file_that_ends_too_early(is_packed: bool) -> None:
    data = psd(logo(), 3, is_packed=is_packed)
    assert "ends too early" in _refusal(data[:-1])
    assert "begins like a PSD file" in _refusal(data[:30])


def test_damaged_photoshop_files_are_refused_not_blackened(tmp_path: Path) -> None:
    document = PSDImage.frompil(Image.fromarray(logo()), compression=Compression.ZIP)
    document.save(tmp_path / "a.psd")
    data = bytearray((tmp_path / "a.psd").read_bytes())
    data[-40:] = bytes(40)
    assert "damaged or incomplete" in _refusal(bytes(data))
    assert "damaged or incomplete" in _refusal(psd(logo()[:, :, :2], 3))
    nonsense = bytearray(psd(logo(), 3))
    nonsense[22:24] = b"\0\x07"  # bits per channel
    assert "begins like a PSD file" in _refusal(bytes(nonsense))


def test_damage_is_found_whatever_the_warning_filters_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = PSDImage.frompil(Image.fromarray(logo()), compression=Compression.ZIP)
    document.save(tmp_path / "a.psd")
    data = (tmp_path / "a.psd").read_bytes()
    monkeypatch.setattr("warnings.simplefilter", lambda *_: None)  # as another thread may do
    assert "damaged or incomplete" in _refusal(data[:-40] + bytes(40))


def test_damaged_layers_and_metadata_do_not_cost_the_picture() -> None:
    rgba = np.dstack([logo(), _alpha])
    data = psd(rgba, 3, layers=-2, resources={1057: b"\0"})
    position = data.index(b"8BIMnorm")
    picture = decode_picture(data[:position] + b"\xff" * 8 + data[position + 8 :], "a.psd")
    assert (picture.rgb == logo()).all()
    assert picture.notes == (
        "Its layers were read as one flat picture.",
        "Its metadata is damaged and was left out.",
        "Its transparency could not be read: it was put on white.",
    )


def test_too_large_a_photoshop_file_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("unpacked before the size was checked")

    monkeypatch.setattr("psd_tools.compression.decompress", never)
    data = bytearray(psd(logo(), 3))
    data[14:22] = struct.pack(">II", 9000, 9000)
    assert "too many pixels" in _refusal(bytes(data))


def test_a_large_document_is_found_in_folders() -> None:
    assert {".psd", ".psb"} <= picture_suffixes()

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import ExifTags, Image, TiffImagePlugin, features

from desktop_app.imaging.picture import Picture, with_exact_text
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.writing import (
    ExportFormat,
    ExportOptions,
    WriteError,
    write_picture,
)
from tests.imaging.file_builders import logo, srgb_profile, swapped_rgb_profile

LOSSLESS = [ExportFormat.PNG, ExportFormat.TIFF, ExportFormat.WEBP]
_alpha = np.arange(40 * 60, dtype=np.uint8).reshape(40, 60)


def _round_trip(
    picture: Picture, options: ExportOptions, folder: Path, *, overwrite: bool = False
) -> Picture:
    path = folder / f"written{options.format.suffix}"
    write_picture(picture, path, options, overwrite=overwrite)
    return read_picture(path)


def _exif() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Someone"
    exif[ExifTags.Base.Copyright] = "Clear & Sons"
    exif[ExifTags.Base.XResolution] = TiffImagePlugin.IFDRational(72, 1)
    exif[ExifTags.Base.YResolution] = TiffImagePlugin.IFDRational(72, 1)
    exif[ExifTags.IFD.Exif] = {
        ExifTags.Base.DateTimeOriginal: "2024:05:06 07:08:09",
        ExifTags.Base.ExifImageWidth: 30,
        ExifTags.Base.ExifImageHeight: 20,
    }
    return exif.tobytes()


# --- pixels --------------------------------------------------------------------------------------

_sides = st.integers(1, 9)
_pictures = st.tuples(_sides, _sides, st.booleans()).flatmap(
    lambda shape: st.builds(
        Picture,
        arrays(np.uint8, (shape[0], shape[1], 3)),
        arrays(np.uint8, shape[:2]) if shape[2] else st.none(),
    )
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(picture=_pictures, kind=st.sampled_from(LOSSLESS))
def test_lossless_formats_keep_every_pixel_even_under_transparency(
    picture: Picture, kind: ExportFormat, tmp_path: Path
) -> None:
    back = _round_trip(picture, ExportOptions(kind), tmp_path, overwrite=True)
    assert (back.rgba() == picture.rgba()).all()


@pytest.mark.parametrize("kind", LOSSLESS)
def test_colour_under_transparent_pixels_is_kept(tmp_path: Path, kind: ExportFormat) -> None:
    picture = Picture(logo(64, 64), np.zeros((64, 64), np.uint8))
    assert (_round_trip(picture, ExportOptions(kind), tmp_path).rgb == picture.rgb).all()


def test_jpeg_lays_transparency_on_the_matte(tmp_path: Path) -> None:
    alpha = np.zeros((40, 60), np.uint8)
    alpha[:, 30:] = 255
    black = np.zeros((40, 60, 3), np.uint8)
    options = ExportOptions(ExportFormat.JPEG, quality=95, matte=(250, 200, 100))
    back = _round_trip(Picture(black, alpha), options, tmp_path)
    assert back.alpha is None
    assert np.abs(back.rgb[:, :28].astype(int) - (250, 200, 100)).max() <= 6
    assert back.rgb[:, 32:].max() <= 6


def test_avif_keeps_transparency(tmp_path: Path) -> None:
    back = _round_trip(Picture(logo(), _alpha), ExportOptions(ExportFormat.AVIF), tmp_path)
    assert back.alpha is not None
    assert np.abs(back.alpha.astype(int) - _alpha).max() <= 8
    solid = _alpha > 64
    assert np.abs(back.rgb.astype(int) - logo())[solid].mean() < 4


@pytest.mark.parametrize("kind", [ExportFormat.JPEG, ExportFormat.AVIF])
def test_colour_edges_stay_sharp(tmp_path: Path, kind: ExportFormat) -> None:
    stripes = np.zeros((32, 32, 3), np.uint8)
    stripes[:, ::2, 0] = 255  # red lines one pixel wide vanish with halved colour resolution
    back = _round_trip(Picture(stripes), ExportOptions(kind, quality=95), tmp_path)
    assert np.abs(back.rgb.astype(int) - stripes).mean() < 8


@pytest.mark.parametrize("quality", [1, 92, 94, 100])
def test_noise_is_written_at_every_quality(tmp_path: Path, quality: int) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    picture = Picture(noise, icc_profile=swapped_rgb_profile(), exif=_exif())
    for kind in (kind for kind in ExportFormat if kind.has_quality):
        options = ExportOptions(kind, quality=quality, lossless=False)
        assert _round_trip(picture, options, tmp_path).rgb.shape == (300, 400, 3)


def test_quality_changes_the_size(tmp_path: Path) -> None:
    noise = Picture(np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8))
    for kind in (kind for kind in ExportFormat if kind.has_quality):
        sizes = []
        for quality in (20, 95):
            path = tmp_path / f"{quality}{kind.suffix}"
            write_picture(noise, path, ExportOptions(kind, quality=quality, lossless=False))
            sizes.append(path.stat().st_size)
        assert sizes[0] < sizes[1] / 2


def test_the_format_is_what_it_says(tmp_path: Path) -> None:
    for kind in ExportFormat:
        path = tmp_path / f"Köln – логотип{kind.suffix}"
        write_picture(Picture(logo()), path, ExportOptions(kind))
        assert read_picture(path).format == kind.title
        assert ExportFormat.from_suffix(path.suffix.upper()) is kind
    assert ExportFormat.from_suffix(".svg") is None
    endings = sorted(path.suffix for path in tmp_path.iterdir())
    assert endings == [".avif", ".jpg", ".png", ".tif", ".webp"]


def test_a_large_tiff_is_not_compressed_for_that_would_hold_up_the_window(tmp_path: Path) -> None:
    large = Picture(np.full((1100, 1000, 3), 200, np.uint8))
    write_picture(large, tmp_path / "large.tif", ExportOptions(ExportFormat.TIFF))
    with Image.open(tmp_path / "large.tif") as image:
        assert image.info["compression"] == "raw"
        assert image.getpixel((5, 5)) == (200, 200, 200)


def test_a_small_tiff_is_compressed_whenever_pillow_can(tmp_path: Path) -> None:
    flat = Picture(np.full((200, 200, 4), 200, np.uint8)[:, :, :3])
    write_picture(flat, tmp_path / "flat.tif", ExportOptions(ExportFormat.TIFF))
    assert (tmp_path / "flat.tif").stat().st_size < 10_000
    with Image.open(tmp_path / "flat.tif") as image:
        assert image.info["compression"] == "tiff_lzw"
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Someone"
    named = replace(flat, exif=exif.tobytes(), dpi=(300, 300))
    write_picture(named, tmp_path / "named.tif", ExportOptions(ExportFormat.TIFF))
    assert (tmp_path / "named.tif").stat().st_size < 10_000


# --- profile -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_profile_is_kept(tmp_path: Path, kind: ExportFormat) -> None:
    picture = Picture(logo(), icc_profile=swapped_rgb_profile())
    back = _round_trip(picture, ExportOptions(kind), tmp_path)
    assert back.icc_profile == swapped_rgb_profile()
    if kind in LOSSLESS:
        assert (back.rgb == picture.rgb).all()


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_converted_to_srgb_the_look_is_kept_and_the_file_says_srgb(
    tmp_path: Path, kind: ExportFormat
) -> None:
    red = np.full((8, 8, 3), (255, 0, 0), np.uint8)
    picture = Picture(red, icc_profile=swapped_rgb_profile())
    back = _round_trip(picture, ExportOptions(kind, quality=100, keep_profile=False), tmp_path)
    assert back.icc_profile is not None
    assert len(back.icc_profile) == len(srgb_profile())
    shown = back.in_srgb().rgb[4, 4].astype(int)
    assert np.abs(back.rgb[4, 4].astype(int) - (0, 255, 0)).max() <= 3
    assert np.abs(shown - (0, 255, 0)).max() <= 4
    first, second = (tmp_path / name for name in (f"written{kind.suffix}", f"again{kind.suffix}"))
    write_picture(picture, second, ExportOptions(kind, quality=100, keep_profile=False))
    assert first.read_bytes() == second.read_bytes()


def test_converting_invents_no_profile_for_a_picture_without_one(tmp_path: Path) -> None:
    back = _round_trip(Picture(logo()), ExportOptions(keep_profile=False), tmp_path)
    assert back.icc_profile is None
    assert (back.rgb == logo()).all()


def test_useless_profile_is_a_sentence(tmp_path: Path) -> None:
    picture = Picture(logo(), icc_profile=b"nonsense")
    with pytest.raises(WriteError, match=r"“a.png” cannot be stored as PNG: the colour profile"):
        write_picture(picture, tmp_path / "a.png", ExportOptions(keep_profile=False))
    assert not list(tmp_path.iterdir())


# --- resolution and metadata ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(ExportFormat))
@pytest.mark.parametrize("dpi", [(72.0, 72.0), (300.0, 300.0), (600.0, 1200.0)])
def test_resolution_is_kept(tmp_path: Path, kind: ExportFormat, dpi: tuple[float, float]) -> None:
    picture = Picture(logo(), dpi=dpi)
    assert _round_trip(picture, ExportOptions(kind), tmp_path).dpi == dpi
    options = ExportOptions(kind, keep_print_size=False)
    assert _round_trip(picture, options, tmp_path, overwrite=True).dpi is None


@pytest.mark.parametrize("kind", list(ExportFormat))
@pytest.mark.parametrize("is_kept", [True, False])
def test_a_print_width_can_be_written(tmp_path: Path, kind: ExportFormat, is_kept: bool) -> None:
    picture = Picture(logo(), dpi=(72, 96))  # 60 pixels wide
    options = ExportOptions(kind, keep_print_size=is_kept, print_width=5.08)
    assert _round_trip(picture, options, tmp_path).dpi == (300.0, 300.0)
    too_wide = replace(options, print_width=1e6)  # for any file to state
    assert _round_trip(picture, too_wide, tmp_path, overwrite=True).dpi is None


def test_png_rounds_pixels_per_metre(tmp_path: Path) -> None:
    write_picture(Picture(logo(), dpi=(300, 72)), tmp_path / "a.png", ExportOptions())
    data = (tmp_path / "a.png").read_bytes()
    at = data.index(b"pHYs") + 4
    assert struct.unpack(">IIB", data[at : at + 9]) == (11811, 2835, 1)


def test_unusual_resolutions(tmp_path: Path) -> None:
    for kind in (ExportFormat.TIFF, ExportFormat.WEBP, ExportFormat.AVIF):
        back = _round_trip(Picture(logo(), dpi=(123.457, 99.5)), ExportOptions(kind), tmp_path)
        assert back.dpi == pytest.approx((123.457, 99.5), abs=1e-3)
    huge = Picture(logo(), dpi=(90_000, 90_000))  # JPEG has 16 bits for it
    assert _round_trip(huge, ExportOptions(ExportFormat.JPEG), tmp_path).dpi is None


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_metadata_is_kept_and_brought_up_to_date(tmp_path: Path, kind: ExportFormat) -> None:
    picture = Picture(logo(), exif=_exif(), dpi=(600, 600))
    write_picture(picture, tmp_path / "a", ExportOptions(kind))
    with Image.open(tmp_path / "a") as image:
        exif = image.getexif()
        details = exif.get_ifd(ExifTags.IFD.Exif)
        assert exif[ExifTags.Base.Artist] == "Someone"
        assert exif[ExifTags.Base.Copyright] == "Clear & Sons"
        assert exif.get(ExifTags.Base.Orientation, 1) == 1
        assert exif[ExifTags.Base.XResolution] == 600
        assert exif[ExifTags.Base.YResolution] == 600
        assert exif[ExifTags.Base.ResolutionUnit] == 2
        assert details[ExifTags.Base.DateTimeOriginal] == "2024:05:06 07:08:09"
        assert details[ExifTags.Base.ExifImageWidth] == 60
        assert details[ExifTags.Base.ExifImageHeight] == 40
        assert not exif.get_ifd(ExifTags.IFD.IFD1)


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_metadata_can_be_left_out(tmp_path: Path, kind: ExportFormat) -> None:
    picture = Picture(logo(), exif=_exif(), dpi=(600, 600))
    back = _round_trip(picture, ExportOptions(kind, keep_exif=False), tmp_path)
    assert back.exif is None
    assert back.dpi == (600, 600)


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_metadata_survives_being_read_and_written_twice(tmp_path: Path, kind: ExportFormat) -> None:
    first = _round_trip(Picture(logo(), exif=_exif()), ExportOptions(kind), tmp_path)
    assert first.exif is not None
    second = _round_trip(first, ExportOptions(kind), tmp_path, overwrite=True)
    assert second.exif == first.exif


@pytest.mark.parametrize("kind", list(ExportFormat))
@pytest.mark.parametrize("has_details", [False, True])
def test_metadata_keeps_every_letter(tmp_path: Path, kind: ExportFormat, has_details: bool) -> None:
    exif, text = Image.Exif(), "© Größe & Söhne 茶".encode()
    exif[ExifTags.Base.Copyright] = text
    if has_details:
        exif[ExifTags.IFD.Exif] = with_exact_text({ExifTags.Base.LensModel: text.decode("latin-1")})
    back = _round_trip(Picture(logo(), exif=exif.tobytes()), ExportOptions(kind), tmp_path)
    back = _round_trip(back, ExportOptions(kind), tmp_path, overwrite=True)
    assert back.exif is not None
    kept = Image.Exif()
    kept.load(back.exif)
    assert kept[ExifTags.Base.Copyright].encode("latin-1") == text
    if has_details:
        lens = kept.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.LensModel]
        assert lens.encode("latin-1") == text


def test_too_much_metadata_for_jpeg_does_not_stop_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "x" * 70_000
    picture = Picture(logo(), exif=exif.tobytes())
    assert _round_trip(picture, ExportOptions(ExportFormat.JPEG), tmp_path).exif is None
    assert "does not fit" in caplog.text
    assert _round_trip(picture, ExportOptions(ExportFormat.PNG), tmp_path).exif is not None


# --- limits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "side"),
    [(ExportFormat.WEBP, 16383), (ExportFormat.JPEG, 65500), (ExportFormat.AVIF, 32768)],
)
def test_sides_up_to_the_formats_limit(tmp_path: Path, kind: ExportFormat, side: int) -> None:
    path = tmp_path / "long"
    write_picture(Picture(np.zeros((1, side, 3), np.uint8)), path, ExportOptions(kind))
    assert read_picture(path).width == side
    with pytest.raises(WriteError) as caught:
        write_picture(
            Picture(np.zeros((side + 1, 1, 3), np.uint8)), tmp_path / "longer", ExportOptions(kind)
        )
    assert str(caught.value) == (
        f"“longer” was not written: {kind.title} ends at {side} pixels per side, "
        f"and this picture is 1 × {side + 1}."
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["long"]


def test_avif_of_more_pixels_than_programs_read(tmp_path: Path) -> None:
    endless = np.broadcast_to(np.uint8(0), (20_000, 20_000, 3))
    with pytest.raises(WriteError, match="AVIF up to 268 megapixels"):
        write_picture(Picture(endless), tmp_path / "a.avif", ExportOptions(ExportFormat.AVIF))


def test_a_pillow_without_avif(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    with pytest.raises(WriteError, match="the Pillow of this computer lacks AVIF"):
        write_picture(Picture(logo()), tmp_path / "a.avif", ExportOptions(ExportFormat.AVIF))


def test_tiff_of_more_than_4_gigabytes(tmp_path: Path) -> None:
    endless = np.broadcast_to(np.uint8(0), (40_000, 40_000, 3))  # takes one byte
    with pytest.raises(WriteError, match="TIFF ends at 4 GB"):
        write_picture(Picture(endless), tmp_path / "a.tif", ExportOptions(ExportFormat.TIFF))


@pytest.mark.parametrize(
    "change",
    [
        *({"quality": 0}, {"quality": 101}, {"matte": (0, 0, 256)}, {"matte": (0, 0)}),
        *({"print_width": 0}, {"print_width": float("inf")}, {"print_width": float("nan")}),
    ],
)
def test_options_are_checked(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        replace(ExportOptions(), **change)  # type: ignore[arg-type]


def test_encoder_failures_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, words in (
        (OSError("encoder error -2"), "cannot be stored as PNG: encoder error -2."),
        (KeyError("x"), "cannot be stored as PNG"),
        (MemoryError(), "the memory is full."),
    ):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(Image.Image, "save", fail)
        with pytest.raises(WriteError) as caught:
            write_picture(Picture(logo()), tmp_path / "a.png", ExportOptions())
        assert words in str(caught.value)
    assert not list(tmp_path.iterdir())

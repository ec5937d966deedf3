from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import ExifTags, Image, features

from desktop_app.imaging.reading import decode_picture, read_picture
from tests.imaging.file_builders import encoded, logo, png, png16, tiff

LOSSLESS: list[tuple[str, dict[str, Any]]] = [
    ("PNG", {}),
    ("BMP", {}),
    ("TIFF", {}),
    ("TIFF", {"compression": "tiff_lzw"}),
    ("TIFF", {"compression": "tiff_adobe_deflate"}),
    ("WEBP", {"lossless": True}),
    ("PPM", {}),
    ("TGA", {}),
    ("PCX", {}),
]


@pytest.mark.parametrize(("kind", "settings"), LOSSLESS)
def test_lossless_formats_give_every_pixel(kind: str, settings: dict[str, Any]) -> None:
    picture = decode_picture(encoded(Image.fromarray(logo()), kind, **settings), "logo")
    assert (picture.rgb == logo()).all()
    assert picture.alpha is None
    assert picture.notes == ()
    assert picture.format == {"WEBP": "WebP"}.get(kind, kind)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF", "JPEG2000", "WEBP"])
def test_lossy_formats_come_close(kind: str) -> None:
    if kind == "AVIF" and not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    settings: dict[str, Any] = {"subsampling": "4:4:4"} if kind in ("JPEG", "AVIF") else {}
    smooth = np.repeat(np.arange(0, 240, 4, dtype=np.uint8)[None, :, None], 40, 0)
    smooth = np.concatenate([smooth, smooth[:, ::-1], smooth // 2 + 60], axis=2)
    picture = decode_picture(encoded(Image.fromarray(smooth), kind, **settings), "logo")
    assert np.abs(picture.rgb.astype(int) - smooth).mean() < 4


def test_grey_and_one_bit_become_rgb() -> None:
    grey = logo()[:, :, 0]
    picture = decode_picture(encoded(Image.fromarray(grey), "PNG"), "grey")
    assert (picture.rgb == grey[:, :, None]).all()
    bits = grey > 128
    picture = decode_picture(encoded(Image.fromarray(bits), "PNG"), "bits")
    assert (picture.rgb == np.where(bits, 255, 0)[:, :, None]).all()


# --- alpha ---------------------------------------------------------------------------------------


def test_alpha_is_straight_and_exact() -> None:
    rgba = np.dstack([logo(), np.arange(40 * 60, dtype=np.uint8).reshape(40, 60)])
    for kind, settings in (("PNG", {}), ("TIFF", {}), ("WEBP", {"lossless": True, "exact": True})):
        picture = decode_picture(encoded(Image.fromarray(rgba), kind, **settings), "logo")
        assert (picture.rgba() == rgba).all(), kind


def test_opaque_alpha_is_none() -> None:
    rgba = np.dstack([logo(), np.full((40, 60), 255, np.uint8)])
    assert decode_picture(encoded(Image.fromarray(rgba), "PNG"), "logo").alpha is None


def test_grey_with_alpha() -> None:
    grey_alpha = np.dstack([logo()[:, :, 0], logo()[:, :, 2]])
    picture = decode_picture(encoded(Image.fromarray(grey_alpha, "LA"), "PNG"), "logo")
    assert (picture.rgb == grey_alpha[:, :, :1]).all()
    assert picture.alpha is not None
    assert (picture.alpha == grey_alpha[:, :, 1]).all()


@pytest.mark.parametrize(
    ("transparency", "expected"),
    [(2, [255, 255, 0]), (bytes([255, 100, 0]), [255, 100, 0]), (None, None)],
)
def test_palette(transparency: int | bytes | None, expected: list[int] | None) -> None:
    indexed = Image.new("P", (3, 1))
    indexed.putpalette([10, 20, 30, 200, 0, 0, 0, 0, 250])
    indexed.putdata([0, 1, 2])
    settings = {} if transparency is None else {"transparency": transparency}
    picture = decode_picture(encoded(indexed, "PNG", **settings), "indexed")
    assert picture.rgb[0].tolist() == [[10, 20, 30], [200, 0, 0], [0, 0, 250]]
    assert (None if picture.alpha is None else picture.alpha[0].tolist()) == expected


def test_palette_with_alpha_channel() -> None:
    indexed = Image.merge("PA", [Image.new("L", (2, 1)), Image.new("L", (2, 1))])
    indexed.putpalette([10, 20, 30, 200, 0, 0])
    indexed.putdata([(0, 255), (1, 77)])
    picture = decode_picture(encoded(indexed, "TIFF"), "indexed")
    assert picture.rgba()[0].tolist() == [[10, 20, 30, 255], [200, 0, 0, 77]]


def test_transparent_colour_of_a_true_colour_png() -> None:
    rows = b"\0" + bytes([1, 2, 3, 9, 9, 9])
    data = png((2, 1), 8, 2, rows, {b"tRNS": struct.pack(">3H", 9, 9, 9)})
    picture = decode_picture(data, "keyed")
    assert picture.rgba()[0].tolist() == [[1, 2, 3, 255], [9, 9, 9, 0]]


def test_transparent_colour_of_a_sixteen_bit_png() -> None:
    values = np.array([[[257, 514, 771], [2570, 2570, 2570]]], np.uint16)
    picture = decode_picture(png16(values, {b"tRNS": struct.pack(">3H", 2570, 2570, 2570)}), "")
    assert picture.rgba()[0].tolist() == [[1, 2, 3, 255], [10, 10, 10, 0]]


@pytest.mark.parametrize(
    ("depth", "row", "grey"),
    [
        (1, bytes([0b01000000]), [0, 255]),
        (2, bytes([0b01110000]), [85, 255]),
        (4, bytes([0x2F]), [34, 255]),
        (8, bytes([7, 255]), [7, 255]),
        (16, bytes([0x7F, 0xFF, 0xFF, 0xFF]), [127, 255]),
    ],
)
def test_transparent_grey_at_every_depth(depth: int, row: bytes, grey: list[int]) -> None:
    data = png((2, 1), depth, 0, b"\0" + row, {b"tRNS": struct.pack(">H", 2**depth - 1)})
    picture = decode_picture(data, "keyed")
    assert picture.rgb[0, :, 0].tolist() == grey
    assert picture.alpha is not None
    assert picture.alpha[0].tolist() == [255, 0]


def test_premultiplied_tiff_is_made_straight() -> None:
    premultiplied = np.full((2, 2, 4), (64, 32, 0, 128), np.uint8)
    picture = decode_picture(tiff(premultiplied, {338: (1,)}), "associated")
    assert np.abs(picture.rgba()[0, 0].astype(int) - (128, 64, 0, 128)).max() <= 1


def test_transparent_gif() -> None:
    indexed = Image.new("P", (2, 1))
    indexed.putpalette([200, 0, 0, 0, 0, 250])
    indexed.putdata([0, 1])
    picture = decode_picture(encoded(indexed, "GIF", transparency=1), "gif")
    assert picture.rgba()[0, :, 3].tolist() == [255, 0]
    assert picture.rgb[0, 0].tolist() == [200, 0, 0]


# --- depth ---------------------------------------------------------------------------------------

DEPTH_NOTE = "Its 16 bits per channel were reduced to 8."


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_sixteen_bit_png(channels: int) -> None:
    rng = np.random.default_rng(channels)
    values = rng.integers(0, 65536, (20, 30, channels), dtype=np.uint16)
    picture = decode_picture(png16(values), "deep")
    expected = np.rint(values / 257)
    if channels < 3:
        expected = np.concatenate([expected[:, :, :1]] * 3 + [expected[:, :, 1:]], axis=2)
    got = picture.rgba()[:, :, : expected.shape[2]].astype(int)
    assert np.abs(got - expected).max() <= 1
    assert picture.notes == (DEPTH_NOTE,)


def test_sixteen_bit_grey_is_rounded_not_clipped() -> None:
    values = np.array([[[0], [128], [129], [255], [256], [32768], [65535]]], np.uint16)
    for data in (png16(values), tiff(values, {262: (1,)})):
        picture = decode_picture(data, "deep")
        assert picture.rgb[0, :, 0].tolist() == [0, 0, 1, 1, 1, 128, 255]
        assert picture.notes == (DEPTH_NOTE,)


def test_sixteen_bit_tiff() -> None:
    values = (np.arange(60, dtype=np.uint16) * 4 * 257).reshape(4, 5, 3)
    picture = decode_picture(tiff(values, {}), "deep")
    assert (picture.rgb == values // 257).all()
    assert picture.notes == (DEPTH_NOTE,)


def test_sixteen_bit_pgm() -> None:
    data = b"P5 3 1 65535\n" + struct.pack(">3H", 0, 32768, 65535)
    picture = decode_picture(data, "deep.pgm")
    assert picture.rgb[0, :, 0].tolist() == [0, 128, 255]
    assert picture.notes == (DEPTH_NOTE,)


def test_sixteen_bits_for_all_channels_together_are_not_deep() -> None:
    header = struct.pack("<2sIHHI", b"BM", 70, 0, 0, 66)
    info = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 16, 3, 4, 2835, 2835, 0, 0)
    masks = struct.pack("<III", 0xF800, 0x07E0, 0x001F)
    picture = decode_picture(header + info + masks + struct.pack("<HH", 0xF800, 0), "old.bmp")
    assert picture.rgb[0, 0].tolist() == [255, 0, 0]
    assert picture.notes == ()
    assert picture.dpi == (72.0, 72.0)


def test_twelve_bits_are_stretched_to_eight() -> None:
    packed = np.array([[[0x00], [0x07], [0xFF]]], np.uint8)  # 0x000 and 0x7FF, in three bytes
    data = tiff(packed, {256: (2,), 258: (12,), 262: (1,)})
    picture = decode_picture(data, "scan")
    assert picture.rgb[0, :, 0].tolist() == [0, 127]
    assert picture.notes == (DEPTH_NOTE,)


def test_unsigned_integers_of_32_bits_are_not_negative() -> None:
    values = np.array([[[0], [2**31 - 1], [2**31], [2**32 - 1]]], np.uint32)
    picture = decode_picture(tiff(values, {262: (1,)}), "scan")
    assert picture.rgb[0, :, 0].tolist() == [0, 128, 128, 255]


def test_floats_and_integers_of_32_bits() -> None:
    floats = np.array([[0.0, 0.5, 1.0, np.nan]], np.float32)
    picture = decode_picture(encoded(Image.fromarray(floats), "TIFF"), "float")
    assert picture.rgb[0, :, 0].tolist() == [0, 128, 255, 0]
    integers = np.array([[-1000, 0, 1000]], np.int32)
    picture = decode_picture(encoded(Image.fromarray(integers), "TIFF"), "int")
    assert picture.rgb[0, :, 0].tolist() == [0, 128, 255]
    assert "-1000 to 1000" in picture.notes[0]
    flat = np.full((2, 2), 7000, np.int32)
    assert decode_picture(encoded(Image.fromarray(flat), "TIFF"), "flat").rgb.max() == 0


# --- frames --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF", "MPO"])
def test_only_the_first_frame_is_read_and_said_so(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
    picture = decode_picture(data, "moving")
    assert np.abs(picture.rgb[4, 4].astype(int) - (255, 0, 0)).max() <= 8
    kind_of_frame = "pages" if kind == "TIFF" else "frames"
    assert picture.notes == (f"Only the first of its 3 {kind_of_frame} was read.",)
    assert picture.format == {"MPO": "JPEG", "WEBP": "WebP"}.get(kind, kind)


def test_largest_size_of_an_icon() -> None:
    icon = Image.new("RGBA", (64, 64), (200, 30, 40, 255))
    picture = decode_picture(encoded(icon, "ICO", sizes=[(16, 16), (32, 32), (64, 64)]), "icon")
    assert picture.size_text == "64 × 64"
    assert picture.notes == ("Only the largest of its 3 sizes was read.",)


# --- orientation, resolution, metadata -----------------------------------------------------------


def _stored(upright: Image.Image, orientation: int) -> Image.Image:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return upright.transpose(undo[orientation]) if orientation > 1 else upright


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "JPEG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied_once(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = "Someone"
    alpha = np.arange(40 * 60, dtype=np.uint8).reshape(40, 60)
    upright = logo() if kind == "JPEG" else np.dstack([logo(), alpha])
    settings: dict[str, Any] = {"exif": exif}
    if kind == "WEBP":
        settings |= {"lossless": True, "exact": True}
    if kind == "JPEG":
        settings |= {"quality": 100, "subsampling": "4:4:4"}
    stored = _stored(Image.fromarray(upright), orientation)
    picture = decode_picture(encoded(stored, kind, **settings), "photo")
    got = picture.rgb if kind == "JPEG" else picture.rgba()
    assert got.shape == upright.shape
    assert np.abs(got.astype(int) - upright).mean() < (1 if kind == "JPEG" else 1e-9)
    assert picture.exif is not None
    kept = Image.Exif()
    kept.load(picture.exif)
    assert kept[ExifTags.Base.Orientation] == 1
    assert kept[ExifTags.Base.Artist] == "Someone"


def test_turning_by_a_quarter_swaps_the_resolutions() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    for kind in ("JPEG", "PNG", "TIFF"):
        data = encoded(Image.fromarray(logo()), kind, exif=exif, dpi=(100, 200))
        assert decode_picture(data, "photo").dpi == (200, 100), kind


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
@pytest.mark.parametrize("dpi", [72, 96, 300, 600])
def test_whole_resolutions_stay_whole(kind: str, dpi: int) -> None:
    data = encoded(Image.fromarray(logo()), kind, dpi=(dpi, dpi))
    assert decode_picture(data, "logo").dpi == (dpi, dpi)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF"])
def test_no_resolution_is_invented(kind: str) -> None:
    assert decode_picture(encoded(Image.fromarray(logo()), kind), "logo").dpi is None


def test_resolution_from_exif() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.XResolution] = exif[ExifTags.Base.YResolution] = 118.11
    exif[ExifTags.Base.ResolutionUnit] = 3
    for kind in ("WEBP", "JPEG"):
        picture = decode_picture(encoded(Image.fromarray(logo()), kind, exif=exif), "logo")
        assert picture.dpi == (300.0, 300.0)
        assert picture.exif is None  # nothing else was in it


def test_exif_without_resolution_does_not_become_72_dpi() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Someone"
    picture = decode_picture(encoded(Image.fromarray(logo()), "JPEG", exif=exif), "logo")
    assert picture.dpi is None


def test_only_describing_tags_of_a_tiff_are_kept() -> None:
    data = encoded(Image.fromarray(logo()), "TIFF", artist="Someone", compression="tiff_lzw")
    exif = Image.Exif()
    kept = decode_picture(data, "logo").exif
    assert kept is not None
    exif.load(kept)
    assert set(exif) == {ExifTags.Base.Artist, ExifTags.Base.Orientation}
    assert decode_picture(encoded(Image.fromarray(logo()), "TIFF"), "logo").exif is None


def test_offsets_into_the_old_file_are_dropped() -> None:
    exif = Image.Exif()
    exif[ExifTags.IFD.Exif] = {
        ExifTags.Base.LensModel: "A lens",
        ExifTags.IFD.MakerNote: b"maker",
        ExifTags.IFD.Interop: {1: "R98"},
    }
    kept = decode_picture(encoded(Image.fromarray(logo()), "JPEG", exif=exif), "photo").exif
    assert kept is not None
    exif.load(kept)
    assert set(exif.get_ifd(ExifTags.IFD.Exif)) == {ExifTags.Base.LensModel}


def test_damaged_metadata_does_not_cost_the_picture() -> None:
    broken = b"Exif\0\0II*\0\xff\xff\xff\x7f" + bytes(40)
    picture = decode_picture(encoded(Image.fromarray(logo()), "PNG", exif=broken), "logo")
    assert (picture.rgb == logo()).all()
    broken = b"Exif\0\0nonsense"
    data = encoded(Image.fromarray(logo()), "PNG", exif=broken, dpi=(300, 300))
    picture = decode_picture(data, "logo")
    assert picture.dpi == (300.0, 300.0)
    assert picture.notes == ("Its metadata is damaged and was left out.",)


# --- paths ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["a b.png", "Müller & Söhne.png", "ロゴ 茶.png", "логотип.PNG", "no suffix", "😀.jpg"]
)
def test_any_name_can_be_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "Ordner mit Ümläuten" / name
    path.parent.mkdir()
    path.write_bytes(encoded(Image.fromarray(logo()), "PNG"))
    picture = read_picture(path)
    assert (picture.rgb == logo()).all()
    assert picture.format == "PNG"  # by its content, not by its name


def test_the_file_is_not_held_open(tmp_path: Path) -> None:
    path = tmp_path / "logo.tif"
    path.write_bytes(encoded(Image.fromarray(logo()), "TIFF"))
    picture = read_picture(path)
    path.write_bytes(b"")
    assert (picture.rgb == logo()).all()
    assert picture.rgb.flags.writeable  # torch warns of arrays it may not write to
    assert picture.rgb.flags.c_contiguous

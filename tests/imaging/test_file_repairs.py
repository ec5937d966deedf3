"""Damaged metadata and missing last bytes do not cost the picture; what was left out is said."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from desktop_app.imaging import decoding
from desktop_app.imaging.file_repairs import repair_jpeg, repair_png
from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.reading_errors import ReadError
from tests.imaging.file_builders import Pixels, chunk, encoded, logo, srgb_profile, tiff

LEFT_OUT = ("A part of its metadata is damaged or too large and was left out.",)
ENDS_EARLY = ("The file ends too early: its last rows may be wrong.",)


def png_with(*chunks: bytes) -> bytes:
    """A PNG of the logo with more chunks after its header."""
    data = encoded(Image.fromarray(logo()), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


LARGE = zlib.compress(bytes(1_300_000))


@pytest.mark.parametrize(
    "metadata",
    [
        chunk(b"tEXt", b"Comment\0hello", crc=1),
        chunk(b"eXIf", b"MM\0*", crc=1),
        chunk(b"zTXt", b"Comment\0\0" + LARGE),
        chunk(b"iTXt", b"Comment\0\1\0en\0Comment\0" + LARGE),
        chunk(b"iCCP", b"damaged\0\0" + LARGE, crc=1),
    ],
    ids=["text checksum", "EXIF checksum", "large text", "large international text", "profile"],
)
def test_metadata_that_is_damaged_or_too_large_is_left_out_with_a_sentence(metadata: bytes) -> None:
    picture = decode_picture(png_with(metadata), "a.png")
    np.testing.assert_array_equal(picture.rgb, logo())
    assert tuple(map(str, picture.notes)) == LEFT_OUT


def test_a_large_profile_is_kept() -> None:
    profile = srgb_profile() + bytes(1_300_000)
    picture = decode_picture(
        png_with(chunk(b"iCCP", b"large\0\0" + zlib.compress(profile))), "a.png"
    )
    assert picture.icc_profile == profile
    assert picture.notes == ()


def test_what_unpacks_without_end_is_left_out() -> None:
    bomb = zlib.compress(bytes(2**25))
    repaired = repair_png(png_with(chunk(b"iCCP", b"bomb\0\0" + bomb)))
    assert repaired is not None
    assert repaired.profile is None  # not a part of it either
    assert repaired.is_lossy


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff"])
def test_what_is_sound_or_no_picture_is_not_repaired(data: bytes) -> None:
    assert repair_png(data) is None
    assert repair_png(png_with()) is None


# --- JPEG


def large_jpeg() -> bytes:
    noise = np.random.default_rng(0).integers(0, 256, (600, 800, 3), np.uint8)
    return encoded(Image.fromarray(noise), "JPEG", quality=90)


def jpeg(*, is_progressive: bool = False) -> bytes:
    return encoded(Image.fromarray(logo(200, 400)), "JPEG", quality=90, progressive=is_progressive)


@pytest.mark.parametrize("lost", [2, 5, 12])
def test_a_jpeg_that_lacks_its_last_bytes_is_read(lost: int) -> None:
    whole = decode_picture(jpeg(), "a.jpg")
    picture = decode_picture(jpeg()[:-lost], "a.jpg")
    np.testing.assert_array_equal(picture.rgb[:-16], whole.rgb[:-16])
    assert tuple(map(str, picture.notes)) == ENDS_EARLY


@pytest.mark.parametrize("is_progressive", [False, True])
def test_a_jpeg_that_lacks_a_third_is_refused(is_progressive: bool) -> None:
    data = jpeg(is_progressive=is_progressive)
    body = data[: len(data) * 2 // 3]
    with pytest.raises(ReadError, match="ends too early"):
        decode_picture(body, "a.jpg")
    assert repair_jpeg(body) is None


def test_of_a_large_jpeg_a_twentieth_may_be_missing_and_no_more() -> None:
    data = large_jpeg()
    assert tuple(map(str, decode_picture(data[:-200], "a.jpg").notes)) == ENDS_EARLY
    for kept in (0.5, 0.9):
        with pytest.raises(ReadError, match="ends too early"):
            decode_picture(data[: int(kept * len(data))], "a.jpg")


def test_full_memory_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(decoding, "_picture_of", full)
    with pytest.raises(ReadError, match="does not fit into the memory"):
        decode_picture(jpeg(), "a.jpg")
    monkeypatch.undo()
    assert decode_picture(jpeg(), "a.jpg").notes == ()


# --- the right one of several pictures, and the right way round


def test_a_tiff_of_16_bits_whose_zero_is_white_is_a_positive() -> None:
    grey = np.tile(np.linspace(0, 65535, 60).astype(np.uint16), (40, 1))[..., None]
    negative = decode_picture(tiff(65535 - grey, {262: (0,)}), "a.tif")
    positive = decode_picture(tiff(grey, {262: (1,)}), "a.tif")
    np.testing.assert_array_equal(negative.rgb, positive.rgb)


@pytest.mark.parametrize("order", [0, 1])
def test_the_page_that_is_no_thumbnail_is_read(order: int) -> None:
    large, small = Image.fromarray(logo(40, 60)), Image.fromarray(logo(10, 15))
    file = io.BytesIO()
    first, second = ((small, large), (large, small))[order]
    second.encoderinfo = {"tiffinfo": {254: order}}
    first.save(file, "TIFF", save_all=True, append_images=[second], tiffinfo={254: 1 - order})
    picture = decode_picture(file.getvalue(), "a.tif")
    assert picture.rgb.shape == (40, 60, 3)


def bitmap_icon(depths: tuple[int, ...], pixels: dict[int, Pixels]) -> bytes:
    """An icon with one entry of 16 × 16 pixels per depth: 24 bits without alpha, or 32."""
    entries, bodies, offset = b"", b"", 6 + 16 * len(depths)
    for depth in depths:
        rgb = pixels[depth][::-1, :, ::-1]
        rows = rgb if depth == 24 else np.dstack([rgb, np.full((16, 16, 1), 255, np.uint8)])
        header = struct.pack("<IiiHHIIiiII", 40, 16, 32, 1, depth, 0, 0, 0, 0, 0, 0)
        body = header + rows.tobytes() + bytes(16 * 4)  # the mask: all opaque
        entries += struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, depth, len(body), offset)
        bodies, offset = bodies + body, offset + len(body)
    return struct.pack("<HHH", 0, 1, len(depths)) + entries + bodies


@pytest.mark.parametrize("depths", [(24, 32), (32, 24)])
def test_of_an_icon_the_deepest_entry_is_read(depths: tuple[int, ...]) -> None:
    pixels = {24: np.full((16, 16, 3), 10, np.uint8), 32: np.full((16, 16, 3), 200, np.uint8)}
    picture = decode_picture(bitmap_icon(depths, pixels), "a.ico")
    np.testing.assert_array_equal(picture.rgb, pixels[32])
    assert picture.format == "ICO"

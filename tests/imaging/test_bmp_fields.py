"""BMPs that Pillow does not know: read like their ordinary twins, or named."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image

from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.reading_errors import ReadError
from tests.imaging.file_builders import encoded, logo

_SIZE = struct.pack("<ii", 60, 40)


def _bmp(
    rows: bytes, bits: int, compression: int = 0, behind: bytes = b"", colours: int = 0
) -> bytes:
    """A BMP with the header of Windows; ``behind`` are masks or the palette."""
    facts = struct.pack("<I", 40) + _SIZE + struct.pack("<HHII", 1, bits, compression, len(rows))
    facts += struct.pack("<iiII", 5906, 5906, colours, 0) + behind
    start = 14 + len(facts)
    return b"BM" + struct.pack("<IHHI", start + len(rows), 0, 0, start) + facts + rows


def _in_fields(masks: tuple[int, ...], bits: int) -> bytes:
    """The logo, opaque, in bit fields."""
    planes = [*np.moveaxis(logo().astype(np.uint64), 2, 0), np.full((40, 60), 255, np.uint64)]
    values = np.zeros((40, 60), np.uint64)
    for plane, mask in zip(planes, masks, strict=False):
        shift = (mask & -mask).bit_length() - 1
        values |= (plane * (mask >> shift) + 127) // 255 << shift
    return values[::-1].astype(f"<u{bits // 8}").tobytes()


@pytest.mark.parametrize(
    ("masks", "bits", "tolerance"),
    [
        pytest.param((0xF00, 0xF0, 0xF), 16, 9, id="X4R4G4B4"),
        pytest.param((0xFF00, 0xFF00000, 0xFF), 32, 0, id="odd places"),
        pytest.param((0xFFE00000, 0x1FFC00, 0x3FF), 32, 1, id="11 and 10 bits"),
    ],
)
def test_odd_bit_fields(masks: tuple[int, ...], bits: int, tolerance: int) -> None:
    data = _bmp(_in_fields(masks, bits), bits, 3, struct.pack("<3I", *masks))
    picture = decode_picture(data, "a.bmp")
    assert np.abs(picture.rgb.astype(int) - logo()).max() <= tolerance
    assert picture.alpha is None
    assert picture.format == "BMP"
    assert picture.dpi == (150, 150)


def test_a_field_for_alpha() -> None:
    masks = (0xFF00, 0xFF0000, 0xFF, 0xFF000000)
    rows = np.frombuffer(_in_fields(masks, 32), "<u4").copy()
    rows[:60] &= 0x00FFFFFF  # the lowest row is transparent
    picture = decode_picture(_bmp(rows.tobytes(), 32, 6, struct.pack("<4I", *masks)), "a.bmp")
    np.testing.assert_array_equal(picture.rgb, logo())
    assert picture.alpha is not None
    assert (picture.alpha[:-1] == 255).all()
    assert (picture.alpha[-1] == 0).all()


def test_two_bits_per_pixel() -> None:
    palette = bytes((0, 0, 0, 0, 85, 85, 85, 0, 170, 0, 0, 0, 255, 255, 255, 0))
    rows = bytes([0b00011011] * 15 + [0]) * 40
    picture = decode_picture(_bmp(rows, 2, 0, palette, 4), "a.bmp")
    colours = [[0, 0, 0], [85, 85, 85], [0, 0, 170], [255, 255, 255]]
    assert picture.rgb[7].tolist() == colours * 15


def test_a_palette_that_is_too_long() -> None:
    palette = bytes(value for grey in range(300) for value in (grey % 256, 0, 0, 0))
    rows = bytes(range(60)) * 40
    picture = decode_picture(_bmp(rows, 8, 0, palette, 300), "a.bmp")
    assert picture.rgb[0, :, 2].tolist() == list(range(60))


@pytest.mark.parametrize(("compression", "kind"), [(4, "JPEG"), (5, "PNG")])
def test_a_picture_of_another_format_inside(compression: int, kind: str) -> None:
    inside = encoded(Image.fromarray(logo()), kind)
    picture = decode_picture(_bmp(inside, 0, compression), "a.bmp")
    np.testing.assert_array_equal(picture.rgb, decode_picture(inside, "a").rgb)


def _refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        decode_picture(data, "a.bmp")
    return str(caught.value)


def test_what_cannot_be_read_is_named_and_what_is_cut_is_not() -> None:
    assert "BMP (64 bits), a rare kind" in _refusal(_bmp(bytes(8 * 2400), 64))
    assert "BMP (32 bits, CMYK), a rare kind" in _refusal(_bmp(bytes(9600), 32, 11))
    fields = _bmp(_in_fields((0xF00, 0xF0, 0xF), 16), 16, 3, struct.pack("<3I", 0xF00, 0xF0, 0xF))
    assert "damaged or incomplete" in _refusal(fields[:-1000])
    assert "damaged or incomplete" in _refusal(_bmp(bytes(99), 16, 3, bytes(12)))

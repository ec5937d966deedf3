"""TIFFs whose samples Pillow does not know: read like their ordinary twins, or named."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, TiffImagePlugin

from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.reading_errors import ReadError
from tests.imaging.file_builders import logo, tiff

_Samples = npt.NDArray[Any]
_DEEP_NOTE = "Its 16 bits per channel were reduced to 8."
_ALPHA = np.tile(np.linspace(0, 255, 60).astype(np.uint8), (40, 1))


def _with_alpha(colours: _Samples, alpha: _Samples) -> _Samples:
    return np.concatenate([colours, alpha[:, :, None].astype(colours.dtype)], axis=2)


def _deep(values: _Samples) -> npt.NDArray[np.uint16]:
    return (values.astype(np.uint16) * 257).astype(np.uint16)


def _packed(
    samples: _Samples,
    colour: int,
    pack: Callable[[bytes], bytes],
    tags: dict[int, tuple[int, ...]],
    *,
    is_big: bool = False,
) -> bytes:
    """A TIFF in strips of 8 rows, packed by ``pack``."""
    stream = io.BytesIO()
    directory = TiffImagePlugin.ImageFileDirectory_v2(prefix=b"MM" if is_big else b"II")
    height, width, channels = samples.shape
    order = ">" if is_big else "<"
    dtype = samples.dtype.newbyteorder(">" if is_big else "<")
    strips = [pack(samples[top : top + 8].astype(dtype).tobytes()) for top in range(0, height, 8)]
    places = [8]
    for strip in strips:
        places.append(places[-1] + len(strip))
    bits = samples.dtype.itemsize * 8
    directory.update({256: width, 257: height, 258: (bits,) * channels, 262: colour, 277: channels})
    directory.update({278: 8, 279: tuple(map(len, strips))} | tags)
    directory.tagtype[65000] = 4
    directory[65000] = tuple(places[:-1])  # Pillow would change the tag of the offsets
    end = places[-1]
    body = bytearray(directory.tobytes(end))
    place = body.index(struct.pack(f"{order}HH", 65000, 4))
    entry = bytes(body[place : place + 12])
    del body[place : place + 12]
    first = 2 + 12 * sum(tag < 273 for tag in directory)
    body[first:first] = struct.pack(f"{order}H", 273) + entry[2:]
    stream.write((b"MM\0*" if is_big else b"II*\0") + struct.pack(f"{order}I", end))
    stream.write(b"".join(strips) + body)
    return stream.getvalue()


# --- layouts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_deep", [False, True], ids=["8", "16"])
def test_cmyk_with_alpha_looks_like_cmyk_without(is_deep: bool) -> None:
    inks = np.concatenate([255 - logo(), logo()[:, :, :1] // 4], axis=2)
    twin = decode_picture(tiff(inks, {262: (5,)}), "a.tif")
    samples = _with_alpha(inks, _ALPHA)
    data = tiff(_deep(samples) if is_deep else samples, {262: (5,), 338: (2,)})
    picture = decode_picture(data, "a.tif")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.rgb, twin.rgb)
    np.testing.assert_array_equal(picture.alpha, _ALPHA)
    assert picture.notes == ((_DEEP_NOTE,) if is_deep else ()) + twin.notes


def test_inks_multiplied_by_their_alpha_are_divided_again() -> None:
    inks = np.concatenate([255 - logo(), logo()[:, :, :1] // 4], axis=2)
    alpha = np.full((40, 60), 51, np.uint8)
    mixed = np.rint(inks * 0.2).astype(np.uint8)
    picture = decode_picture(tiff(_with_alpha(mixed, alpha), {262: (5,), 338: (1,)}), "a.tif")
    twin = decode_picture(tiff(inks, {262: (5,)}), "a.tif")
    assert np.abs(picture.rgb.astype(int) - twin.rgb).max() <= 4
    assert picture.alpha is not None
    assert (picture.alpha == 51).all()


def test_alpha_of_cmyk_is_turned_with_the_picture() -> None:
    inks = np.zeros((40, 60, 4), np.uint8)
    data = tiff(_with_alpha(inks, _ALPHA), {262: (5,), 338: (2,), 274: (6,)})
    picture = decode_picture(data, "a.tif")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, np.rot90(_ALPHA, -1))


@pytest.mark.parametrize("is_inverted", [False, True])
def test_grey_with_alpha_in_16_bits(is_inverted: bool) -> None:
    grey = logo()[:, :, :1]
    samples = _deep(_with_alpha(255 - grey if is_inverted else grey, _ALPHA))
    data = tiff(samples, {262: (0 if is_inverted else 1,), 338: (2,)})
    picture = decode_picture(data, "a.tif")
    np.testing.assert_array_equal(picture.rgb, np.repeat(grey, 3, axis=2))
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, _ALPHA)
    assert picture.notes == (_DEEP_NOTE,)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_in_colour(dtype: type) -> None:
    floats: _Samples = (logo() / 255).astype(dtype)
    picture = decode_picture(tiff(floats, {339: (3, 3, 3)}), "a.tif")
    np.testing.assert_array_equal(picture.rgb, logo())
    assert picture.notes == ("Its 32-bit values were reduced to 8 bits.",)


def test_each_channel_stored_by_itself() -> None:
    planes = np.moveaxis(logo() / 255, 2, 0).astype(np.float32).reshape(120, 60, 1)
    tags = {257: (40,), 258: (32, 32, 32), 277: (3,), 284: (2,), 339: (3, 3, 3)}
    picture = decode_picture(_packed(planes, 2, bytes, tags), "a.tif")
    np.testing.assert_array_equal(picture.rgb, logo())


def test_grey_of_16_bits_in_big_endian_whose_white_is_zero() -> None:
    data = _packed(_deep(255 - logo()[:, :, :1]), 0, bytes, {}, is_big=True)
    np.testing.assert_array_equal(decode_picture(data, "a.tif").rgb[:, :, 0], logo()[:, :, 0])


# --- compressions --------------------------------------------------------------------------------


def _differences(samples: _Samples) -> _Samples:
    return np.diff(samples, axis=1, prepend=np.zeros_like(samples[:, :1]))


@pytest.mark.parametrize("is_big", [False, True], ids=["little", "big"])
def test_deflate_with_differences(is_big: bool) -> None:
    samples = _deep(_with_alpha(logo()[:, :, :1], _ALPHA))
    tags: dict[int, tuple[int, ...]] = {259: (8,), 317: (2,), 338: (2,)}
    data = _packed(_differences(samples), 1, zlib.compress, tags, is_big=is_big)
    picture = decode_picture(data, "a.tif")
    np.testing.assert_array_equal(picture.rgb[:, :, 0], logo()[:, :, 0])
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, _ALPHA)


def test_floats_sorted_by_significance() -> None:
    floats: _Samples = np.asarray(logo() / 255, dtype=">f4")
    by_byte = floats.view(np.uint8).reshape(40, 180, 4).transpose(0, 2, 1).reshape(40, 240, 3)
    tags = {256: (60,), 258: (32, 32, 32), 259: (8,), 317: (3,), 339: (3, 3, 3)}
    data = _packed(_differences(by_byte), 2, zlib.compress, tags)
    np.testing.assert_array_equal(decode_picture(data, "a.tif").rgb, logo())


def test_lzw_is_unpacked() -> None:
    inks = _with_alpha(np.zeros((40, 60, 4), np.uint8), _ALPHA)

    def lzw(strip: bytes) -> bytes:
        stream = io.BytesIO()
        image = Image.frombytes("L", (300, len(strip) // 300), strip)
        image.save(stream, "TIFF", compression="tiff_lzw", tiffinfo={278: image.height})
        with Image.open(io.BytesIO(stream.getvalue())) as written:
            assert isinstance(written, TiffImagePlugin.TiffImageFile)
            (place,), (size,) = written.tag_v2[273], written.tag_v2[279]
        return stream.getvalue()[place : place + size]

    picture = decode_picture(_packed(inks, 5, lzw, {259: (5,), 338: (2,)}), "a.tif")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, _ALPHA)


def test_webp_inside() -> None:
    def webp(strip: bytes) -> bytes:
        stream = io.BytesIO()
        image = Image.frombytes("RGB", (60, len(strip) // 180), strip)
        image.save(stream, "WEBP", lossless=True)
        return stream.getvalue()

    picture = decode_picture(_packed(logo(), 2, webp, {259: (50001,)}), "a.tif")
    np.testing.assert_array_equal(picture.rgb, logo())


# --- what is not read ----------------------------------------------------------------------------


def _refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        decode_picture(data, "a.tif")
    return str(caught.value)


def test_what_cannot_be_read_is_named() -> None:
    lab = _with_alpha(logo(), _ALPHA)
    sentence = _refusal(tiff(_deep(lab), {262: (8,), 338: (2,)}))
    assert "TIFF (Lab, 4 × 16 bits, no compression), a rare kind" in sentence
    assert "JPEG XL" in _refusal(tiff(_deep(lab), {259: (50002,), 262: (5,), 338: ()}))


def test_a_cut_file_is_damaged_not_rare() -> None:
    data = _packed(
        _with_alpha(np.zeros((40, 60, 4), np.uint8), _ALPHA), 5, zlib.compress, {259: (8,)}
    )
    broken = data[:8] + bytes(100) + data[108:]
    assert "incomplete or damaged" in _refusal(broken)


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    sentence = _refusal(tiff(_deep(np.zeros((1, 1, 5))), {256: (60000,), 257: (60000,), 262: (5,)}))
    assert "60000 × 60000" in sentence

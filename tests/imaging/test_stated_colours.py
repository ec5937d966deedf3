from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms

from desktop_app.imaging.encoding import ExportOptions, encode
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.stated_colours import avif_colours
from tests.imaging.file_builders import (
    Pixels,
    adobe_rgb_profile,
    encoded,
    grey_profile,
    linear_srgb_profile,
    logo,
    png,
    png16,
    srgb_profile,
    swapped_rgb_profile,
    without_segment,
)

GAMMA_1, GAMMA_SRGB = struct.pack(">I", 100000), struct.pack(">I", 45455)
SRGB_CORNERS = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
P3_CORNERS = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
P3 = bytes((12, 13, 0, 1))


def _png(chunks: dict[bytes, bytes]) -> bytes:
    rows = b"".join(b"\0" + row.tobytes() for row in logo())
    return png((60, 40), 8, 2, rows, chunks)


def _corners(values: tuple[int, ...]) -> bytes:
    return struct.pack(">8I", *values)


def _iccp(profile: bytes) -> bytes:
    data = encoded(Image.new("RGB", (1, 1)), "PNG", icc_profile=profile)
    place = data.index(b"iCCP")
    return data[place + 4 : place + 4 + int.from_bytes(data[place - 4 : place], "big")]


def _seen(data: bytes) -> Pixels:
    return decode_picture(data, "logo").in_srgb().rgb


def _shown_by(profile: bytes) -> Pixels:
    return _seen(encoded(Image.fromarray(logo()), "PNG", icc_profile=profile))


def _is_near(first: Pixels, second: Pixels) -> bool:
    return int(np.abs(first.astype(int) - second).max()) <= 2


def _display_p3(colour: tuple[int, int, int]) -> list[int]:
    """Convert from Display P3 to sRGB by the matrix of both spaces, clipped."""
    encoded_values = np.array(colour) / 255
    light = np.where(
        encoded_values <= 0.04045, encoded_values / 12.92, ((encoded_values + 0.055) / 1.055) ** 2.4
    )
    matrix = [[1.2249, -0.2247, 0], [-0.0420, 1.0419, 0], [-0.0197, -0.0786, 1.0979]]
    light = np.clip(np.array(matrix) @ light, 0, 1)
    values = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return [round(255 * float(value)) for value in values]


def test_the_gamma_of_a_png_is_what_is_seen_and_kept() -> None:
    picture = decode_picture(_png({b"gAMA": GAMMA_1}), "logo")
    assert (picture.rgb == logo()).all()
    assert _is_near(picture.in_srgb().rgb, _shown_by(linear_srgb_profile()))
    again = _seen(encode(picture, ExportOptions(format=ExportFormat.PNG), "logo"))
    assert (again == picture.in_srgb().rgb).all()
    converted = encode(picture, ExportOptions(keep_profile=False), "logo")
    assert _is_near(_seen(converted), again)


@pytest.mark.parametrize("chunks", [{b"cICP": P3}, {b"cHRM": _corners(P3_CORNERS)}])
def test_the_primaries_of_a_png_are_seen(chunks: dict[bytes, bytes]) -> None:
    seen = _seen(_png(chunks))
    for y, x in ((12, 12), (30, 40), (30, 5)):
        assert np.abs(seen[y, x] - np.array(_display_p3(tuple(logo()[y, x].tolist())))).max() <= 2
    assert not _is_near(seen, logo())


def test_cicp_precedes_a_profile_which_precedes_srgb_which_precedes_gamma() -> None:
    swapped = {b"iCCP": _iccp(swapped_rgb_profile())}
    assert (_seen(_png(swapped | {b"gAMA": GAMMA_1})) == _shown_by(swapped_rgb_profile())).all()
    assert (_seen(_png(swapped | {b"cICP": P3})) == _seen(_png({b"cICP": P3}))).all()
    assert decode_picture(_png({b"gAMA": GAMMA_1, b"sRGB": b"\0"}), "logo").icc_profile is None


@pytest.mark.parametrize(
    "chunks",
    [
        {b"gAMA": GAMMA_SRGB, b"cHRM": _corners(SRGB_CORNERS)},
        {b"cICP": bytes((1, 13, 0, 1))},
        {b"gAMA": struct.pack(">I", 0)},
        {b"gAMA": struct.pack(">I", 2**31 - 1)},
        {b"cHRM": bytes(32)},
        {b"cHRM": _corners((31270, 32900) * 4)},
        {b"cHRM": _corners((2**31,) * 8)},
        {b"cICP": bytes((12, 13, 1, 1))},
        {b"cICP": bytes((200, 200, 0, 1))},
    ],
)
def test_what_says_srgb_or_nonsense_leaves_the_picture_without_a_profile(
    chunks: dict[bytes, bytes],
) -> None:
    picture = decode_picture(_png(chunks), "logo")
    assert picture.icc_profile is None
    assert picture.notes == ()
    assert (picture.rgb == logo()).all()


@pytest.mark.parametrize("transfer", [16, 18])
def test_hdr_is_told(transfer: int) -> None:
    picture = decode_picture(_png({b"cICP": bytes((9, transfer, 0, 1))}), "logo")
    assert picture.notes == (
        "Its HDR brightness cannot be read here, so its colours may look wrong.",
    )


def test_the_code_points_of_avif_are_used_unless_it_has_a_profile() -> None:
    box = b"....colrnclx" + struct.pack(">HHHB", 12, 13, 6, 128)
    profile = avif_colours(box, None).profile
    assert profile is not None
    assert _is_near(_shown_by(profile), _seen(_png({b"cICP": P3})))
    assert avif_colours(box, b"embedded").profile == b"embedded"
    assert avif_colours(box.replace(b"\0\x0c", b"\0\x01"), None).profile is None
    assert avif_colours(box[:-6], None).profile is None
    assert avif_colours(b"....colrnclx" + struct.pack(">HHHB", 9, 16, 9, 128), None).is_hdr


@pytest.mark.parametrize("index", ["R03", "R98"])
def test_a_camera_that_states_adobe_rgb_is_believed(index: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.IFD.Exif] = {
        ExifTags.Base.ColorSpace: 65535,
        ExifTags.IFD.Interop: {ExifTags.Interop.InteropIndex: index},
    }
    colours = Image.new("RGB", (16, 16), (40, 200, 60))
    data = encoded(colours, "JPEG", exif=exif.tobytes(), quality=100)
    picture = decode_picture(data, "photo")
    if index == "R98":
        assert picture.icc_profile is None
        return
    with_profile = encoded(colours, "JPEG", icc_profile=adobe_rgb_profile(), quality=100)
    assert _is_near(picture.in_srgb().rgb, _seen(with_profile))
    assert not _is_near(picture.in_srgb().rgb, picture.rgb)
    embedded = encoded(
        colours, "JPEG", exif=exif.tobytes(), quality=100, icc_profile=srgb_profile()
    )
    assert decode_picture(embedded, "photo").icc_profile == srgb_profile()
    assert decode_picture(without_segment(embedded, 0xE1), "photo").icc_profile == srgb_profile()


@pytest.mark.parametrize("kind", ["16-bit grey with alpha", "palette", "WebP"])
def test_a_grey_profile_is_applied_wherever_grey_is_stored(kind: str) -> None:
    grey = Image.new("L", (8, 8), 128)
    if kind == "WebP":
        data = encoded(grey.convert("RGB"), kind, lossless=True, icc_profile=grey_profile())
    elif kind == "palette":
        data = encoded(grey.convert("P"), "PNG", icc_profile=grey_profile())
    else:
        values = np.full((8, 8, 2), 128 * 257, np.uint16)
        data = png16(values, {b"iCCP": _iccp(grey_profile())})
    picture = decode_picture(data, "grey")
    assert picture.rgb[4, 4].tolist() == [188] * 3  # linear 128 / 255
    assert picture.icc_profile is None
    assert picture.notes[-1] == "Its grey values were converted to sRGB by the profile “Test grey”."


def test_the_profile_of_stated_colours_converts_both_ways() -> None:
    picture = decode_picture(_png({b"cICP": P3}), "logo")
    assert picture.icc_profile is not None
    profile = ImageCms.getOpenProfile(io.BytesIO(picture.icc_profile))
    assert ImageCms.getProfileDescription(profile).strip() == "RGB stated by the file"
    back = picture.in_srgb().in_space_of(picture.icc_profile)
    assert np.abs(back.rgb[30, 5].astype(int) - picture.rgb[30, 5]).max() <= 2

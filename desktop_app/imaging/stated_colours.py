"""Colours that a file states without an ICC profile, as the profile that says the same.

Sources:
    Portable Network Graphics Specification (Third Edition), 4.3 and 11.3.2: the precedence of the colour
    chunks. ITU-T H.273, 8.1 and 8.2: the code points of cICP. ICC.1:2022, 9 and 10.18: tags, and curves with
    parameters. DCF 2.0: the option file of Adobe RGB.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image

_Floats = npt.NDArray[np.float64]


class _Primaries(NamedTuple):
    """CIE x and y of white, red, green and blue."""

    white: tuple[float, float]
    red: tuple[float, float]
    green: tuple[float, float]
    blue: tuple[float, float]


_D65 = (0.3127, 0.3290)
_SRGB = _Primaries(_D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_ADOBE_RGB = _Primaries(_D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_CICP_PRIMARIES = {
    1: _SRGB,
    4: _Primaries((0.310, 0.316), (0.67, 0.33), (0.21, 0.71), (0.14, 0.08)),
    5: _Primaries(_D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: _Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    7: _Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070)),
    9: _Primaries(_D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: _Primaries((0.314, 0.351), (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    12: _Primaries(_D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
}

# ICC's curves: an exponent alone, or also a, b, c and d of (a·x + b)^g from d on and c·x below it.
_Curve = tuple[float, ...]
_SRGB_CURVE: _Curve = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_VIDEO_CURVE: _Curve = (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)
_ADOBE_RGB_CURVE: _Curve = (563 / 256,)
_CICP_CURVES: dict[int, _Curve] = {
    **dict.fromkeys((1, 6, 14, 15), _VIDEO_CURVE),
    4: (2.2,),
    5: (2.8,),
    8: (1.0,),
    13: _SRGB_CURVE,
}
_HDR = (16, 18)  # PQ and HLG
_SRGB_GAMMA = 45455  # what gAMA says for sRGB, times 100,000
_MAX_EXPONENT = 10.0  # beyond it, a gAMA is a mistake

_PNG = b"\x89PNG\r\n\x1a\n"
_LENGTHS = {b"cICP": 4, b"iCCP": 0, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32}
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
_D50 = np.array([0.9642, 1.0, 0.8249])


class StatedColours(NamedTuple):
    """What a file says about its colours.

    Attributes:
        profile: The ICC profile of its colours; None for sRGB, and if it says nothing that can be used.
        is_hdr: Whether their brightness follows PQ or HLG, which no ICC curve expresses.
    """

    profile: bytes | None
    is_hdr: bool = False


def png_colours(data: bytes, profile: bytes | None) -> StatedColours:
    """Read the colours of a PNG; cICP precedes iCCP, sRGB, and gAMA with cHRM.

    Args:
        data: The file.
        profile: Its embedded ICC profile, if any.
    """
    chunks = _colour_chunks(data)
    is_hdr = False
    if (code := chunks.get(b"cICP")) is not None:
        is_hdr = code[1] in _HDR and profile is None
        primaries, curve = _CICP_PRIMARIES.get(code[0]), _CICP_CURVES.get(code[1])
        if primaries and curve and code[2:] == b"\x00\x01":  # RGB in full range, the only kind here
            return StatedColours(_profile_of(primaries, curve))
    if profile is not None or b"sRGB" in chunks:
        return StatedColours(profile, is_hdr)
    primaries, curve = _SRGB, _SRGB_CURVE
    if (stored := chunks.get(b"gAMA")) is not None:
        gamma = int.from_bytes(stored, "big")
        if gamma and gamma != _SRGB_GAMMA and 1 / _MAX_EXPONENT <= 1e5 / gamma <= _MAX_EXPONENT:
            curve = (1e5 / gamma,)
    if (stored := chunks.get(b"cHRM")) is not None:
        values = [value / 1e5 for value in struct.unpack(">8I", stored)]
        primaries = _Primaries(*zip(values[::2], values[1::2], strict=True))
    return StatedColours(_profile_of(primaries, curve), is_hdr)


def avif_colours(data: bytes, profile: bytes | None) -> StatedColours:
    """Read the colours of an AVIF or HEIC file: its profile, or the code points of its "colr" box.

    Args:
        data: The file.
        profile: Its embedded ICC profile, if any.
    """
    place = data.find(b"colrnclx")
    if profile is not None or not 0 <= place <= len(data) - 12:
        return StatedColours(profile)
    code, transfer = struct.unpack_from(">HH", data, place + 8)
    # Encoders name the curve of video for still pictures that programs show by sRGB's.
    curve = _CICP_CURVES.get(transfer, _SRGB_CURVE)
    curve = _SRGB_CURVE if curve is _VIDEO_CURVE else curve
    return StatedColours(_profile_of(_CICP_PRIMARIES.get(code, _SRGB), curve), transfer in _HDR)


def exif_profile(exif: Image.Exif) -> bytes | None:
    """Return the profile of Adobe RGB if the metadata of a camera states this space; otherwise None."""
    entries = exif.get_ifd(ExifTags.IFD.Interop)
    index = str(entries.get(ExifTags.Interop.InteropIndex, "")).rstrip("\0 ")
    return _profile_of(_ADOBE_RGB, _ADOBE_RGB_CURVE) if index == "R03" else None


def _colour_chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the sound colour chunks of a PNG before its pixels, by name."""
    chunks: dict[bytes, bytes] = {}
    place = len(_PNG)
    while data.startswith(_PNG) and place + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if kind in (b"IDAT", b"IEND"):
            break
        if kind in _LENGTHS and kind not in chunks:
            body = data[place + 8 : place + 8 + size]
            is_sound = zlib.crc32(kind + body) == int.from_bytes(
                data[place + 8 + size : place + 12 + size], "big"
            )
            if is_sound and _LENGTHS[kind] in (0, size):
                chunks[kind] = body
        place += 12 + size
    return chunks


def _profile_of(primaries: _Primaries, curve: _Curve) -> bytes | None:
    """Build an ICC profile; None for sRGB and for colours that are none."""
    is_srgb = np.allclose(np.ravel(primaries), np.ravel(_SRGB), atol=2e-3)
    if is_srgb and curve == _SRGB_CURVE:
        return None
    adaptation, colorants = _matrices(primaries)
    if colorants is None:
        return None
    kind = 0 if len(curve) == 1 else 3
    tone = b"para" + struct.pack(">4xHH", kind, 0) + _fixed(curve)
    tags = {
        b"desc": _text("RGB stated by the file"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(adaptation.ravel()),
        **{
            name: b"XYZ \0\0\0\0" + _fixed(column)
            for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants.T, strict=True)
        },
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), tone),
    }
    start = 128 + 4 + 12 * len(tags)
    table, bodies = struct.pack(">I", len(tags)), b""
    for name, body in tags.items():
        table += name + struct.pack(">II", start + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    header = struct.pack(
        ">I4xI4s4s4s6H4s28x12s48x",
        start + len(bodies),
        0x04300000,
        *(b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp"),
        _fixed(_D50),
    )
    return header + table + bodies


def _matrices(primaries: _Primaries) -> tuple[_Floats, _Floats | None]:
    """Return the adaptation of the white to D50, and the adapted colorants as columns; None if degenerate."""
    xy = np.array(primaries, np.float64)
    nothing = np.eye(3)
    if (xy[:, 1] <= 0).any() or (xy < 0).any() or (xy.sum(axis=1) > 1.001).any():
        return nothing, None
    xyz = np.stack([xy[:, 0], xy[:, 1], 1 - xy.sum(axis=1)], axis=1) / xy[:, 1:]
    white, corners = xyz[0], xyz[1:].T
    if abs(np.linalg.det(corners)) < 1e-3:
        return nothing, None
    amounts = np.linalg.solve(corners, white)
    if (amounts <= 0).any():  # the white lies outside the triangle
        return nothing, None
    cones = (_BRADFORD @ _D50) / (_BRADFORD @ white)
    adaptation = np.linalg.solve(_BRADFORD, cones[:, None] * _BRADFORD)
    return adaptation, adaptation @ (corners * amounts)


def _fixed(values: _Floats | tuple[float, ...]) -> bytes:
    """Pack numbers as ICC's s15Fixed16."""
    whole = [round(float(value) * 65536) for value in values]
    return struct.pack(f">{len(whole)}i", *whole)


def _text(text: str) -> bytes:
    letters = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII4sII", 1, 12, b"enUS", len(letters), 28) + letters

"""Files that Pillow cannot write, made by hand for the tests."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pillow_heif
from PIL import Image, ImageCms

Pixels = npt.NDArray[np.uint8]


def logo(height: int = 40, width: int = 60) -> Pixels:
    """An opaque picture with flat areas, edges and a ramp, in which any mix-up shows."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[:, :] = (240, 235, 220)
    rgb[height // 4 : height // 2, width // 6 : width // 2] = (200, 30, 40)
    rgb[height // 2 :, width // 2 :] = (20, 60, 160)
    rgb[0] = np.linspace(0, 255, width, dtype=np.uint8)[:, None]
    return rgb


def encoded(image: Image.Image, kind: str, **settings: Any) -> bytes:  # noqa: ANN401
    stream = io.BytesIO()
    image.save(stream, kind, **settings)
    return stream.getvalue()


def heic(image: Image.Image, **settings: Any) -> bytes:  # noqa: ANN401
    """A HEIC file: nearly without loss, its colours at full resolution."""
    pillow_heif.register_heif_opener()
    return encoded(image, "HEIF", **{"quality": 95, "chroma": 444, **settings})


def decoded(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


# --- PNG -----------------------------------------------------------------------------------------


def chunk(kind: bytes, body: bytes, crc: int | None = None) -> bytes:
    """A chunk of a PNG; its checksum is right unless one is given."""
    right = zlib.crc32(kind + body)
    return (
        struct.pack(">I", len(body))
        + kind
        + body
        + struct.pack(">I", right if crc is None else crc)
    )


def png(
    size: tuple[int, int],
    depth: int,
    colour_type: int,
    rows: bytes,
    extra: Mapping[bytes, bytes] | None = None,
) -> bytes:
    """A PNG of (width, height) from raw rows, each of them led by its filter byte."""
    header = struct.pack(">IIBBBBB", *size, depth, colour_type, 0, 0, 0)
    chunks = [chunk(kind, body) for kind, body in (extra or {}).items()]
    body = chunk(b"IHDR", header) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def png16(values: npt.NDArray[np.uint16], extra: Mapping[bytes, bytes] | None = None) -> bytes:
    """A PNG with 16 bits per channel from (H, W, channels)."""
    height, width, channels = values.shape
    colour_type = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    return png((width, height), 16, colour_type, rows, extra)


# --- TIFF ----------------------------------------------------------------------------------------


def tiff(pixels: npt.NDArray[Any], tags: Mapping[int, tuple[int, ...]]) -> bytes:
    """An uncompressed little-endian TIFF; ``tags`` maps short tags such as 262 to their values."""
    height, width, channels = pixels.shape
    data = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    values = {
        256: (width,),
        257: (height,),
        258: (8 * pixels.dtype.itemsize,) * channels,
        259: (1,),
        262: (2,),
        277: (channels,),
        278: (height,),
        **tags,
    }
    longs = {273: 8, 279: len(data)}
    directory = 8 + len(data) + len(data) % 2
    overflow = directory + 2 + 12 * (len(values) + len(longs)) + 4
    entries, tail = b"", b""
    for tag in sorted([*values, *longs]):
        if tag in longs:
            entries += struct.pack("<HHII", tag, 4, 1, longs[tag])
            continue
        body = struct.pack(f"<{len(values[tag])}H", *values[tag])
        entries += struct.pack("<HHI", tag, 3, len(values[tag]))
        if len(body) <= 4:
            entries += body.ljust(4, b"\0")
        else:
            entries += struct.pack("<I", overflow + len(tail))
            tail += body
    count = struct.pack("<H", len(values) + len(longs))
    padding = b"\0" * (len(data) % 2)
    return (
        b"II*\0" + struct.pack("<I", directory) + data + padding + count + entries + bytes(4) + tail
    )


# --- JPEG ----------------------------------------------------------------------------------------


def without_segment(jpeg: bytes, marker: int) -> bytes:
    """A JPEG without its segments of one kind, such as 0xEE, which Adobe writes."""
    result, position = jpeg[:2], 2
    while jpeg[position + 1] != 0xDA:
        length = struct.unpack(">H", jpeg[position + 2 : position + 4])[0] + 2
        if jpeg[position + 1] != marker:
            result += jpeg[position : position + length]
        position += length
    return result + jpeg[position:]


# --- Photoshop -----------------------------------------------------------------------------------


def psd(
    channels: npt.NDArray[np.uint8] | npt.NDArray[np.uint16],
    mode: int,
    *,
    layers: int = 0,
    resources: Mapping[int, bytes] | None = None,
    depth: int | None = None,
    palette: bytes = b"",
    is_large: bool = False,
    is_packed: bool = False,
) -> bytes:
    """A Photoshop file.

    Args:
        channels: Its composite as stored, shape (H, W, channels); of a bitmap its bytes of 8 pixels.
        mode: 0 bitmap, 1 grey, 2 indexed, 3 RGB, 4 CMYK (stored inverted), 7 multichannel, 8 duotone, 9 Lab.
        layers: Their number, all of them empty; negative if the composite is transparent.
        resources: Content by number, such as 1005 for the resolution.
        depth: Bits per channel that the header states; those of ``channels`` where it is not given.
        palette: The section in which an indexed picture has its colours.
        is_large: Whether it is a PSB.
        is_packed: Whether rows are packed (RLE), each in pieces of at most 128 bytes as they are.
    """
    height, width, count = channels.shape
    depth = depth or channels.dtype.itemsize * 8
    width = width * 8 if mode == 0 else width
    version, long = (2, ">Q") if is_large else (1, ">I")
    header = struct.pack(">4sH6xHIIHH", b"8BPS", version, count, height, width, depth, mode)
    facts = b""
    for number, body in (resources or {}).items():
        facts += b"8BIM" + struct.pack(">HHI", number, 0, len(body)) + body + bytes(len(body) % 2)
    # Each layer: a box of no size, no channels, blending; then no mask, no ranges and no name.
    layer = (
        bytes(16)
        + struct.pack(">H", 0)
        + b"8BIMnorm"
        + bytes(4)
        + struct.pack(">I", 12)
        + bytes(12)
    )
    info = struct.pack(">h", layers) + layer * abs(layers) if layers else b""
    if info and depth == 16:  # in a block of its own, after no layers and no mask
        info += bytes(-len(info) % 4)
        section = (
            struct.pack(long, 0) + bytes(4) + b"8BIMLr16" + struct.pack(long, len(info)) + info
        )
    else:
        section = struct.pack(long, len(info)) + info if layers else b""
    planes = np.moveaxis(channels, 2, 0).astype(channels.dtype.newbyteorder(">")).tobytes()
    if is_packed:
        size = len(planes) // (count * height)
        packed = [_as_literals(planes[at : at + size]) for at in range(0, len(planes), size)]
        lengths = [struct.pack(">I" if is_large else ">H", len(row)) for row in packed]
        planes = b"".join([*lengths, *packed])
    blocks = b"".join(struct.pack(">I", len(block)) + block for block in (palette, facts))
    blocks += struct.pack(long, len(section)) + section
    return header + blocks + struct.pack(">H", is_packed) + planes


def _as_literals(row: bytes) -> bytes:
    """A row in PackBits, with literals only."""
    pieces = [row[at : at + 128] for at in range(0, len(row), 128)]
    return b"".join(bytes([len(piece) - 1]) + piece for piece in pieces)


# --- ICC profiles --------------------------------------------------------------------------------


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in (x, y, z)))


def _gamma(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def _profile(space: bytes, connection: bytes, title: str, tags: Mapping[bytes, bytes]) -> bytes:
    text = title.encode("ascii") + b"\0"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)
    all_tags = {b"desc": description, b"wtpt": _xyz(0.9642, 1, 0.8249), **tags}
    table, body = struct.pack(">I", len(all_tags)), b""
    start = 128 + 4 + 12 * len(all_tags)
    for name, data in all_tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    kind = b"prtr" if space == b"CMYK" else b"mntr"
    header = struct.pack(">I4sI", start + len(body), b"\0\0\0\0", 0x02400000) + kind + space
    header += connection + bytes(12) + b"acsp" + bytes(28) + _xyz(0.9642, 1, 0.8249)[8:]
    return header.ljust(128, b"\0") + table + body


def grey_profile(gamma: float = 1.0) -> bytes:
    return _profile(b"GRAY", b"XYZ ", "Test grey", {b"kTRC": _gamma(gamma)})


def swapped_rgb_profile() -> bytes:
    """An RGB space whose red is sRGB's green, and the other way round."""
    red, green, blue = _SRGB
    return _matrix_profile("Swapped", (green, red, blue))


def adobe_rgb_profile() -> bytes:
    """The space of Adobe RGB (1998), which is wider than sRGB in green."""
    primaries = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))
    return _matrix_profile("Compatible with Adobe RGB (1998)", primaries)


def narrow_rgb_profile() -> bytes:
    """A space without strong colours: its primaries are half white."""
    white = (0.9642, 1.0, 0.8249)
    primaries = [
        tuple((one + third / 3) / 2 for one, third in zip(primary, white, strict=True))
        for primary in _SRGB
    ]
    return _matrix_profile("Narrow", primaries)


def one_way_rgb_profile() -> bytes:
    """An RGB space like a scanner's: colours can be converted from it, but not to it."""
    identity = struct.pack(">9i", *(65536 * (step % 4 == 0) for step in range(9)))
    lightness = (0, 29, 88, 103, 54, 98, 91, 255)  # of the corners, black to white
    grid = b"".join(bytes((value, 128, 128)) for value in lightness)
    table = b"mft1\0\0\0\0" + bytes((3, 3, 2, 0)) + identity
    table += 3 * bytes(range(256)) + grid + 3 * bytes(range(256))
    return _profile(b"RGB ", b"Lab ", "Scanner", {b"A2B0": table})


_SRGB = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))


def linear_srgb_profile() -> bytes:
    """The space of sRGB without its curve, as programs for light write it."""
    return _matrix_profile("Linear sRGB", _SRGB, gamma=1.0)


def _matrix_profile(title: str, primaries: Iterable[Sequence[float]], gamma: float = 2.2) -> bytes:
    """An RGB space from the XYZ of its primaries under D50."""
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    tags = {name: _xyz(*xyz) for name, xyz in zip(names, primaries, strict=True)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _gamma(gamma))
    return _profile(b"RGB ", b"XYZ ", title, tags)


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def red_cyan_profile() -> bytes:
    """A press whose cyan ink is red, so that it is plain whether the profile was used."""
    identity = struct.pack(">9i", *(65536 * (step % 4 == 0) for step in range(9)))
    ramp = bytes(range(256))
    grid = b""
    for corner in range(16):
        cyan, magenta, yellow, black = (bool(corner >> bit & 1) for bit in (3, 2, 1, 0))
        lab = (255, 128, 128)
        if black or (cyan + magenta + yellow) > 1:
            lab = (0, 128, 128)
        elif cyan:
            lab = (128, 190, 170)
        elif magenta or yellow:
            lab = (150, 128, 200)
        grid += bytes(lab)
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + identity + 4 * ramp + grid + 3 * ramp
    return _profile(b"CMYK", b"Lab ", "Odd press", {b"A2B0": table})

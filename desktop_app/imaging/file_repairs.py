"""Make files readable whose metadata or last bytes are damaged, but not their picture."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

_PNG = b"\x89PNG\r\n\x1a\n"

_MAX_TEXT = 2**20
"""Bytes that Pillow unpacks of a text or a profile; it refuses the whole picture for one byte more."""

_MAX_PROFILE = 2**24
"""Bytes of the largest profile that is kept; profiles with tables of a press take up to some megabytes."""

_MAX_MISSING = 0.05
"""Share of the pixels of a JPEG that may be missing."""

_START_OF_SCAN, _END_OF_JPEG = b"\xff\xda", b"\xff\xd9"


@dataclass(frozen=True)
class RepairedPng:
    """A PNG without the metadata that kept it from being read.

    Attributes:
        data: The file.
        profile: The ICC profile that was taken out because it is too large for Pillow, if any.
        is_lossy: Whether anything else was left out.
    """

    data: bytes
    profile: bytes | None
    is_lossy: bool


def repair_png(data: bytes) -> RepairedPng | None:
    """Leave out damaged or oversized metadata; None if there is none, or ``data`` is no PNG."""
    if not data.startswith(_PNG):
        return None
    kept, profile, is_lossy = [_PNG], None, False
    for kind, body, chunk in _chunks(data):
        is_ancillary = kind[:1].islower()
        is_sound = zlib.crc32(kind + body) == int.from_bytes(chunk[-4:], "big")
        packed = _packed(kind, body)
        size = len(body) if packed is None else len(_inflated(packed, _MAX_TEXT + 1))
        if not is_ancillary or (is_sound and size <= _MAX_TEXT):
            kept.append(chunk)
            continue
        large = (
            _inflated(packed, _MAX_PROFILE + 1) if packed and kind == b"iCCP" and is_sound else b""
        )
        if 0 < len(large) <= _MAX_PROFILE:
            profile = large
        else:
            is_lossy = True
    repaired = b"".join(kept)
    return None if len(repaired) == len(data) else RepairedPng(repaired, profile, is_lossy)


def repair_jpeg(data: bytes) -> bytes | None:
    """End a JPEG that ends too early, if hardly anything of it is missing.

    Args:
        data: The whole file.

    Returns:
        The file with an end marker; its last rows may be wrong. None if it is no JPEG, if too much is
        missing, or if that cannot be known, as in a file of several scans.
    """
    scan = data.rfind(_START_OF_SCAN)
    if not data.startswith(b"\xff\xd8\xff") or not 0 < scan < len(data) - 5:
        return None
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        is_single_scan = data[scan + 4] == len(image.getbands()) and "progressive" not in image.info
    if not is_single_scan:
        return None
    # Where the picture is whole, the decoder skips more bytes before the end; elsewhere it draws with them.
    ended, *continued = (
        _decoded(data + more + _END_OF_JPEG) for more in (b"", b"\x5a" * 4096, b"\x93" * 4096)
    )
    is_other = np.logical_or.reduce([(other != ended).any(axis=-1) for other in continued])
    return data + _END_OF_JPEG if _missing_share(is_other) <= _MAX_MISSING else None


def _missing_share(is_other: npt.NDArray[np.bool_]) -> float:
    """Return the share of the blocks, (H, W), that come after the last one of the file.

    Args:
        is_other: Whether a block changes with what follows the file; true from the first that is missing,
            until the decoder has used up what follows.
    """
    rows = np.flatnonzero(is_other.any(axis=1))
    if not len(rows):
        return 0.0
    height, width = is_other.shape
    row = int(rows[0])
    band = is_other[row : row + 2]  # of 16 pixels, where colours have half the resolution
    column = int(np.flatnonzero(band.any(axis=0))[0])
    missing = len(band) * (width - column) + (height - row - len(band)) * width
    return float(missing / is_other.size)


def _decoded(jpeg: bytes) -> npt.NDArray[np.uint8]:
    """Decode an eighth of the sides, (H, W, channels): a pixel for each block, in a fraction of the time."""
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
        image.draft(None, (image.width // 8, image.height // 8))
        pixels = np.asarray(image)
    return pixels.reshape(*pixels.shape[:2], -1)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, body and the whole of each chunk; an incomplete last one as it is."""
    place = len(_PNG)
    while place + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        chunk = data[place : place + 12 + size]
        yield kind, chunk[8 : 8 + size], chunk
        place += len(chunk)


def _packed(kind: bytes, body: bytes) -> bytes | None:
    """Return the compressed text or profile of a chunk; None if it holds none."""
    rest = body.partition(b"\0")[2]  # after the keyword
    if kind in (b"zTXt", b"iCCP"):
        return rest[1:]  # after the method
    if kind == b"iTXt" and rest.startswith(b"\1"):
        return rest[2:].split(b"\0", 2)[-1]  # after flag, method, language and translated keyword
    return None


def _inflated(packed: bytes, limit: int) -> bytes:
    """Inflate at most ``limit`` bytes; nothing if they are damaged."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""

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
        if not is_ancillary or (is_sound and _unpacked_size(kind, body) <= _MAX_TEXT):
            kept.append(chunk)
        elif kind == b"iCCP" and is_sound and (large := _unpacked(body, 2, _MAX_PROFILE)):
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
    is_missing = np.logical_or.reduce([(other != ended).any(axis=-1) for other in continued])
    return data + _END_OF_JPEG if is_missing.mean() <= _MAX_MISSING else None


def _decoded(jpeg: bytes) -> npt.NDArray[np.uint8]:
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
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


def _unpacked_size(kind: bytes, body: bytes) -> int:
    """Return how many bytes of text or profile a chunk holds, as far as ``_MAX_TEXT`` + 1."""
    # After the keyword and its null: compression method; or flag, method, language and translated keyword.
    skipped = {b"zTXt": 2, b"iCCP": 2}.get(kind)
    if skipped is None and kind == b"iTXt" and body.partition(b"\0")[2][:1] == b"\1":
        rest = body.partition(b"\0")[2]
        return len(_inflated(rest[2:].partition(b"\0")[2].partition(b"\0")[2], _MAX_TEXT + 1))
    return len(body) if skipped is None else len(_unpacked(body, skipped, _MAX_TEXT + 1))


def _unpacked(body: bytes, skipped: int, limit: int) -> bytes:
    keyword = body.find(b"\0")
    return _inflated(body[keyword + skipped :], limit)


def _inflated(packed: bytes, limit: int) -> bytes:
    """Inflate at most ``limit`` bytes; nothing if they are damaged."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""

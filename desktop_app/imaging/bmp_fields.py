"""Read BMPs that Pillow does not know: odd bit fields, 2 bits, long palettes, and PNG or JPEG inside.

Source:
    Microsoft, "Bitmap Header Types": BITMAPINFOHEADER to BITMAPV5HEADER.
"""

from __future__ import annotations

import struct

import numpy as np

from desktop_app.imaging.ordinary_file import OrdinaryFile
from desktop_app.imaging.picture import Pixels

_PLAIN, _FIELDS, _JPEG, _PNG, _ALPHA_FIELDS = 0, 3, 4, 5, 6
_COMPRESSION_TITLES = {
    **{
        _PLAIN: "",
        _FIELDS: "bit fields",
        _ALPHA_FIELDS: "bit fields",
        11: "CMYK",
        12: "CMYK, RLE8",
        13: "CMYK, RLE4",
    },
}
_WINDOWS_HEADERS, _OS2_HEADERS = (40, 52, 56, 108, 124), (16, 64)
_DEFAULT_FIELDS = {16: (0x7C00, 0x3E0, 0x1F, 0), 32: (0xFF0000, 0xFF00, 0xFF, 0)}


class BmpFields:
    """A BMP whose pixels are still packed.

    Args:
        data: The whole file.

    Raises:
        ValueError: Its header is of another kind, or damaged.
        struct.error: It ends too early.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._start, self._header = struct.unpack_from("<II", data, 10)
        if self._header not in (*_WINDOWS_HEADERS, *_OS2_HEADERS):
            raise ValueError("not a header of a BMP")
        facts = data[14 : 14 + self._header].ljust(40, b"\0")  # a short one leaves out zeros
        width, height, self._bits, self._compression = struct.unpack_from("<ii2xHI", facts, 4)
        if width <= 0 or height == 0:
            raise ValueError("no pixels")
        self.size = width, abs(height)
        self._is_from_top = height < 0
        self._resolution = facts[24:32]
        (self._palette_length,) = struct.unpack_from("<I", facts, 32)

    @property
    def is_readable(self) -> bool:
        """Whether :meth:`ordinary` can read these pixels, if they are not damaged."""
        if self._header in _OS2_HEADERS and self._compression != _PLAIN:
            return False
        if self._compression in (_JPEG, _PNG):
            return True
        is_plain = self._compression == _PLAIN and self._bits in (1, 2, 4, 8, 16, 24, 32)
        has_fields = self._compression in (_FIELDS, _ALPHA_FIELDS) and self._bits in (16, 32)
        return is_plain or has_fields

    @property
    def kind(self) -> str:
        """What it is, for a sentence: "64 bits"; empty if that is nonsense."""
        title = _COMPRESSION_TITLES.get(self._compression)
        if self._header in _OS2_HEADERS:
            title = "OS/2"
        if title is None or not 0 < self._bits <= 64:
            return ""
        return f"{self._bits} bits" + (f", {title}" if title else "")

    def ordinary(self) -> OrdinaryFile:
        """Store the pixels in 24 or 32 bits, which Pillow reads.

        Raises:
            ValueError: The file is damaged or ends too early.
        """
        if self._compression in (_JPEG, _PNG):
            return OrdinaryFile(self._data[self._start :])
        (width, height), bits = self.size, self._bits
        row = (width * bits + 31) // 32 * 4
        rows = np.frombuffer(self._data, np.uint8, row * height, self._start).reshape(height, row)
        if bits <= 8:
            pixels = self._coloured(rows)
        elif bits == 24:
            pixels = rows[:, : width * 3].reshape(height, width, 3)[:, :, ::-1]
        else:
            values = rows.view(f"<u{bits // 8}")[:, :width].astype(np.uint32)
            planes = [_field(values, mask) for mask in self._masks if mask]
            pixels = np.stack(planes, axis=2)
        return OrdinaryFile(self._stored(pixels))

    @property
    def _masks(self) -> tuple[int, ...]:
        """Which bits are red, green, blue and alpha."""
        if self._compression == _PLAIN:
            return _DEFAULT_FIELDS[self._bits]
        has_alpha = self._header >= 56 or self._compression == _ALPHA_FIELDS
        masks = struct.unpack_from("<4I" if has_alpha else "<3I", self._data, 54)
        if not all(masks[:3]):
            raise ValueError("a colour without bits")
        return masks

    def _coloured(self, rows: Pixels) -> Pixels:
        """Look up the colours of packed palette entries; those that are missing are black."""
        bits, width = self._bits, self.size[0]
        shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
        entries = (rows[:, :, None] >> shifts & (2**bits - 1)).reshape(len(rows), -1)[:, :width]
        place = 14 + self._header + (12 if self._compression == _FIELDS else 0)
        length = min(self._palette_length or 2**bits, 256, (self._start - place) // 4)
        palette = np.zeros((256, 3), np.uint8)
        stored = np.frombuffer(self._data, np.uint8, 4 * max(length, 0), place).reshape(-1, 4)
        palette[: len(stored)] = stored[:, 2::-1]
        coloured: Pixels = palette[entries]
        return coloured

    def _stored(self, pixels: Pixels) -> bytes:
        """Store pixels, shape (H, W, 3 or 4), with the resolution of the file."""
        height, width, channels = pixels.shape
        order = [2, 1, 0, 3][:channels]
        from_bottom = pixels[:, :, order] if not self._is_from_top else pixels[::-1, :, order]
        rows = np.zeros((height, (width * channels + 3) // 4 * 4), np.uint8)
        rows[:, : width * channels] = from_bottom.reshape(height, -1)
        header = 40 if channels == 3 else 108
        size = 14 + header
        body = struct.pack("<Iii", header, width, height)
        body += struct.pack("<HHI", 1, channels * 8, _PLAIN if channels == 3 else _FIELDS)
        body += struct.pack("<I", rows.size) + self._resolution + bytes(8)
        if channels == 4:
            body += struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
            body += b"BGRs" + bytes(48)  # sRGB
        return b"BM" + struct.pack("<IHHI", size + rows.size, 0, 0, size) + body + rows.tobytes()


def is_bmp(data: bytes) -> bool:
    """Check whether a file begins like a BMP."""
    return data.startswith(b"BM")


def _field(values: np.ndarray[tuple[int, ...], np.dtype[np.uint32]], mask: int) -> Pixels:
    """Return the bits of a mask, stretched to 8 bits."""
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    numbers = ((values & np.uint32(mask)) >> np.uint32(shift)).astype(np.float64)
    stretched: Pixels = np.rint(numbers * (255 / most)).astype(np.uint8)
    return stretched

"""Read TIFFs whose samples Pillow does not know, such as CMYK with alpha, floats in colour and WebP inside.

Source:
    TIFF 6.0, 1992. Adobe Photoshop TIFF Technical Notes, 2002 and 2005: Deflate and predictors.
"""

from __future__ import annotations

import io
import struct
import zlib
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image, TiffImagePlugin

from desktop_app.i18n.sentence import Sentence
from desktop_app.imaging.bit_depth import bit_depth_note, stretched_to_eight_bits
from desktop_app.imaging.ordinary_file import OrdinaryFile
from desktop_app.imaging.picture import Pixels

_Tag = ExifTags.Base
_PLAIN, _LZW, _PACK_BITS, _ZSTD, _WEBP = 1, 5, 32773, 50000, 50001
_DEFLATE = (8, 32946)
_COLOURS = {0: 1, 1: 1, 2: 3, 5: 4}  # channels by PhotometricInterpretation
_COLOUR_TITLES = {
    **{0: "grey", 1: "grey", 2: "RGB", 3: "palette", 4: "mask", 5: "CMYK", 6: "YCbCr", 8: "Lab"},
    **{
        9: "Lab",
        10: "Lab",
        32803: "camera raw",
        32844: "LogL",
        32845: "LogLuv",
        34892: "camera raw",
    },
}
_COMPRESSION_TITLES = {
    **{
        _PLAIN: "no compression",
        _LZW: "LZW",
        6: "old JPEG",
        7: "JPEG",
        8: "Deflate",
        32946: "Deflate",
    },
    **{
        2: "CCITT",
        3: "CCITT fax 3",
        4: "CCITT fax 4",
        _PACK_BITS: "PackBits",
        32809: "ThunderScan",
    },
    **{34661: "JBIG", 34676: "SGILog", 34677: "SGILog", 34712: "JPEG 2000", 34887: "LERC"},
    **{34892: "lossy JPEG", 34925: "LZMA", _ZSTD: "Zstandard", _WEBP: "WebP", 50002: "JPEG XL"},
    **{33003: "JPEG 2000", 33005: "JPEG 2000"},
}
_MAX_THUMBNAILS = 8  # pages looked at for one that is none
_MOST_BYTES_AT_ONCE = 2**27  # that Pillow unpacks for a strip: it refuses more pixels
_PAGE_IS_THUMBNAIL = 1
_ASSOCIATED, _STRAIGHT = 1, 2  # kinds of ExtraSamples that are alpha


class TiffSamples:
    """The main page of a TIFF, whose samples are still packed.

    Args:
        data: The whole file, in classic TIFF.

    Raises:
        Exception: Its directory is damaged, with whatever Pillow raises then.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tags = _main_page(data)
        self.size = (int(self._one(_Tag.ImageWidth)), int(self._one(_Tag.ImageLength)))
        self._samples = int(self._one(_Tag.SamplesPerPixel, 1))
        self._bits = self._same(_Tag.BitsPerSample, 1)
        self._format = self._same(_Tag.SampleFormat, 1)
        self._colour = int(self._one(_Tag.PhotometricInterpretation, 0))
        self._compression = int(self._one(_Tag.Compression, _PLAIN))
        self._predictor = int(self._one(TiffImagePlugin.PREDICTOR, 1))
        self._is_planar = self._one(_Tag.PlanarConfiguration, 1) == 2

    @property
    def is_packed_as_webp(self) -> bool:
        """Whether its parts are WebP, which Pillow's own TIFF reader was built without."""
        return self._compression == _WEBP

    @property
    def is_readable(self) -> bool:
        """Whether :meth:`ordinary` can read these samples, if they are not damaged."""
        kinds = {1: range(1, 17), 2: (8, 16, 32), 3: (16, 32, 64)}
        is_known = self._bits in kinds.get(self._format, ()) or (self._format, self._bits) == (
            1,
            32,
        )
        unpackers = (_PLAIN, *_DEFLATE, _LZW, _PACK_BITS, _ZSTD, _WEBP)
        is_whole = self._bits % 8 == 0
        width, height = self.size
        return (
            is_known
            and _COLOURS.get(self._colour, 99) <= self._samples <= 16
            and self._compression in unpackers
            and self._one(_Tag.FillOrder, 1) == 1
            and self._predictor in ((1, 2) if self._format != 3 else (1, 2, 3))
            and (is_whole or (self._predictor == 1 and width * height * self._samples < 2**26))
            and (self._compression != _WEBP or (self._bits == 8 and not self._is_planar))
        )

    @property
    def kind(self) -> str:
        """What it is, for a sentence: "CMYK, 5 × 32 bits, JPEG XL"; empty if that is nonsense."""
        colour = _COLOUR_TITLES.get(self._colour)
        compression = _COMPRESSION_TITLES.get(self._compression)
        if not colour or not compression or not 0 < self._samples < 100 or not 0 < self._bits < 129:
            return ""
        return f"{colour}, {self._samples} \N{MULTIPLICATION SIGN} {self._bits} bits, {compression}"

    def ordinary(self) -> OrdinaryFile:
        """Unpack the samples, and store them as a TIFF that Pillow reads.

        Raises:
            EOFError: The file ends too early.
            Exception: It is damaged, with whatever a decoder raises then.
        """
        samples = self._unpacked()
        count = _COLOURS[self._colour]
        notes: list[Sentence] = []
        colours, extra = samples[:, :, :count], samples[:, :, count:]
        if samples.dtype != np.uint8:
            colours = stretched_to_eight_bits(colours, notes)
            most = 1.0 if self._format == 3 else 2.0**self._bits - 1
            extra = np.rint(np.clip(extra * (255 / most), 0, 255)).astype(np.uint8)
        elif self._bits > 8:
            notes.append(bit_depth_note(self._bits))
        alpha = None
        kinds = tuple(self._tags.get(_Tag.ExtraSamples, ()))[: extra.shape[2]]
        for place, kind in enumerate(kinds):
            if kind in (_ASSOCIATED, _STRAIGHT):
                alpha = extra[:, :, place]
                if kind == _ASSOCIATED:
                    colours = _straightened(colours, alpha)
                break
        if self._colour == 0:
            colours = 255 - colours
        planes = [colours] if alpha is None or count == 4 else [colours, alpha[:, :, None]]
        data = self._stored(np.concatenate(planes, axis=2))
        orientation = int(self._one(_Tag.Orientation, 1))
        return OrdinaryFile(data, alpha if count == 4 else None, orientation, tuple(notes))

    # --- tags -------------------------------------------------------------------------------------

    def _one(self, tag: int, default: float | None = None) -> Any:  # noqa: ANN401
        value = self._tags.get(tag, default)
        return value[0] if isinstance(value, tuple) else value

    def _same(self, tag: int, default: int) -> int:
        """Return the value that all channels share; 0 if they differ."""
        value = self._tags.get(tag, (default,))
        values = set(value if isinstance(value, tuple) else (value,))
        return int(values.pop()) if len(values) == 1 else 0

    def _stored(self, pixels: Pixels) -> bytes:
        """Store pixels of 8 bits, shape (H, W, channels), behind the file, under a copy of its directory."""
        tags, channels = self._tags, pixels.shape[2]
        colours = 1 if self._colour < 2 else _COLOURS[self._colour]
        for tag in list(tags):
            tags.get(tag)  # Pillow writes only the tags that it has decoded
        for tag in (
            *(_Tag.SampleFormat, _Tag.ExtraSamples, TiffImagePlugin.PREDICTOR, _Tag.FillOrder),
            *(_Tag.TileWidth, _Tag.TileLength, _Tag.TileOffsets, _Tag.TileByteCounts),
            *(_Tag.MinSampleValue, _Tag.MaxSampleValue),
        ):
            if tag in tags:
                del tags[tag]
        tags[_Tag.BitsPerSample] = (8,) * channels
        tags[_Tag.SamplesPerPixel] = channels
        tags[_Tag.Compression] = _PLAIN
        tags[_Tag.PlanarConfiguration] = 1
        tags[_Tag.PhotometricInterpretation] = 1 if self._colour < 2 else self._colour
        tags[_Tag.RowsPerStrip] = pixels.shape[0]
        tags[_Tag.StripOffsets] = 0  # Pillow adds the end of the directory
        tags[_Tag.StripByteCounts] = pixels.size
        if channels > colours:
            tags[_Tag.ExtraSamples] = (_STRAIGHT,)
        body = self._data[8:] + bytes(len(self._data) % 2)
        long = f"{tags._endian}I"
        offset = 8 + len(body)
        directory = bytearray(tags.tobytes(offset))
        (entries,) = struct.unpack_from(f"{tags._endian}H", directory)
        struct.pack_into(long, directory, 2 + 12 * entries, tags.next)  # pages that follow
        return b"".join(
            (self._data[:4], struct.pack(long, offset), body, bytes(directory), pixels.tobytes())
        )

    # --- samples ----------------------------------------------------------------------------------

    def _unpacked(self) -> npt.NDArray[Any]:
        """Unpack all strips or tiles; (H, W, samples) of 8 bits, or float32 if they are to be stretched."""
        width, height = self.size
        is_tiled = _Tag.TileOffsets in self._tags
        across = int(self._one(_Tag.TileWidth)) if is_tiled else width
        down = int(self._one(_Tag.TileLength) if is_tiled else self._one(_Tag.RowsPerStrip, height))
        down = down if is_tiled else min(down, height)
        places = self._tags[_Tag.TileOffsets if is_tiled else _Tag.StripOffsets]
        sizes = self._tags[_Tag.TileByteCounts if is_tiled else _Tag.StripByteCounts]
        places, sizes = (one if isinstance(one, tuple) else (one,) for one in (places, sizes))
        is_stretched = self._format != 1 or self._bits > 16
        dtype = np.float32 if is_stretched else np.uint8
        samples = np.zeros((height, width, self._samples), dtype)
        planes = range(self._samples) if self._is_planar else (slice(None),)
        corners = product(planes, range(0, height, down), range(0, width, across))
        for (plane, top, left), place, size in zip(corners, places, sizes, strict=True):
            rows = down if is_tiled else min(down, height - top)
            part = self._part(self._data[place : place + size], rows, across)
            part = part[: height - top, : width - left]
            target = samples[top : top + down, left : left + across]
            if isinstance(plane, int):
                target[:, :, plane] = part[:, :, 0]
            else:
                target[:] = part
        return samples

    def _part(self, packed: bytes, rows: int, columns: int) -> npt.NDArray[Any]:
        """Unpack a strip or tile; shape (rows, columns, channels in it)."""
        channels = 1 if self._is_planar else self._samples
        if self._compression == _WEBP:
            with Image.open(io.BytesIO(packed), formats=("WEBP",)) as image:
                pixels: Pixels = np.array(image.convert({3: "RGB", 4: "RGBA"}[channels]))
                return pixels
        values = columns * channels
        raw = self._bytes(packed, rows, (values * self._bits + 7) // 8)
        if self._bits % 8:
            bits = np.unpackbits(raw, axis=1)[:, : values * self._bits]
            weights = 1 << np.arange(self._bits - 1, -1, -1, dtype=np.int32)
            deep = bits.reshape(rows, columns, channels, self._bits) @ weights
        else:
            deep = self._values(raw, channels)
        if self._format != 1 or self._bits > 16:
            return deep.astype(np.float32)
        most = 2**self._bits - 1
        return np.asarray((deep.astype(np.uint32) * 255 + most // 2) // most, np.uint8)

    def _values(self, raw: Pixels, channels: int) -> npt.NDArray[Any]:
        """Interpret unpacked bytes, shape (rows, bytes), and undo the predictor."""
        rows, size = raw.shape[0], self._bits // 8
        kind = {1: "u", 2: "i", 3: "f"}[self._format]
        if self._predictor == 3:  # differences between bytes, which are sorted by significance
            bytes_of = np.cumsum(raw.reshape(rows, -1, channels), axis=1, dtype=np.uint8)
            sorted_bytes = bytes_of.reshape(rows, size, -1).transpose(0, 2, 1)
            floats = np.ascontiguousarray(sorted_bytes).view(f">f{size}")
            return floats.reshape(rows, -1, channels)
        values = raw.view(f"{self._tags._endian}u{size}").reshape(rows, -1, channels)
        if self._predictor == 2:
            values = np.cumsum(values, axis=1, dtype=f"u{size}")
            return np.asarray(values.view(f"{kind}{size}"))
        return np.asarray(values.view(f"{self._tags._endian}{kind}{size}"))

    def _bytes(self, packed: bytes, rows: int, row: int) -> Pixels:
        """Unpack to shape (rows, bytes of a row).

        Raises:
            EOFError: There are too few.
        """
        length = rows * row
        if self._compression in _DEFLATE:
            packed = zlib.decompressobj().decompress(packed, length)
        elif self._compression != _PLAIN:
            if length > _MOST_BYTES_AT_ONCE:
                raise ValueError("a strip is too large")
            with Image.open(io.BytesIO(_as_grey(packed, row, rows, self._compression))) as image:
                packed = image.tobytes()
        if len(packed) < length:
            raise EOFError("truncated")
        return np.frombuffer(packed, np.uint8, length).reshape(rows, row)


def is_classic_tiff(data: bytes) -> bool:
    """Check whether a file begins like a TIFF with offsets of 32 bits."""
    return data.startswith((b"II*\0", b"MM\0*"))


def _main_page(data: bytes) -> TiffImagePlugin.ImageFileDirectory_v2:
    """Return the directory of the first page that is no thumbnail of another, or else of the first."""
    stream = io.BytesIO(data)
    pages: list[TiffImagePlugin.ImageFileDirectory_v2] = []
    place = TiffImagePlugin.ImageFileDirectory_v2(data[:8]).next
    while place and len(pages) <= _MAX_THUMBNAILS:
        page = TiffImagePlugin.ImageFileDirectory_v2(data[:8])
        stream.seek(place)
        page.load(stream)
        pages.append(page)
        if not int(page.get(_Tag.NewSubfileType, 0)) & _PAGE_IS_THUMBNAIL:
            return page
        place = page.next
    return pages[0]


def _as_grey(packed: bytes, width: int, height: int, compression: int) -> bytes:
    """Store packed bytes as a grey TIFF, a pixel for each byte: then Pillow unpacks them."""
    short, long = 3, 4
    entries = (
        *((256, long, width), (257, long, height), (258, short, 8), (259, short, compression)),
        *((262, short, 1), (273, long, 8), (277, short, 1), (278, long, height)),
        (279, long, len(packed)),
    )
    directory = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    place = 8 + len(packed) + len(packed) % 2
    padded = packed + bytes(len(packed) % 2)
    count = struct.pack("<H", len(entries))
    return b"II*\0" + struct.pack("<I", place) + padded + count + directory + bytes(4)


def _straightened(colours: Pixels, alpha: Pixels) -> Pixels:
    """Divide colours, (H, W, channels), by the alpha, (H, W), that they were multiplied by."""
    opacity = alpha[:, :, None].astype(np.int32)
    straight = (colours.astype(np.int32) * 255 + opacity // 2) // np.maximum(opacity, 1)
    clipped: Pixels = np.clip(straight, 0, 255).astype(np.uint8)
    return clipped

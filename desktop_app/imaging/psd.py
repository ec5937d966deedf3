"""Read the merged picture of Photoshop files, PSD and PSB, with the help of psd-tools.

Source:
    Adobe Photoshop File Formats Specification, 2019: "Photoshop File Format".
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PIL import Image, UnidentifiedImageError

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.attached_metadata import attached_metadata
from desktop_app.imaging.bit_depth import bit_depth_note
from desktop_app.imaging.picture import Picture, Pixels, from_image
from models.errors import is_memory_shortage

# psd-tools itself is imported with the first Photoshop file: importing takes longer than reading.
if TYPE_CHECKING:
    from psd_tools.psd.base import BaseElement
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_data import ImageData
    from psd_tools.psd.image_resources import ImageResources
    from psd_tools.psd.layer_and_mask import LayerAndMaskInformation

    _Section = TypeVar("_Section", bound=BaseElement)

SUFFIXES = frozenset({".psd", ".psb"})

_PILLOW_MODES = {"INDEXED": "P", "RGB": "RGB", "CMYK": "CMYK", "LAB": "LAB"}
_MOST_BYTES = 2**31  # unpacked; a damaged file may claim any number of channels


def is_photoshop(data: bytes) -> bool:
    """Check whether a file begins like a Photoshop file."""
    return data.startswith(b"8BPS")


@dataclass(frozen=True)
class PhotoshopFile:
    """A Photoshop file whose pixels are still compressed.

    Attributes:
        header: Size, depth, colour mode and number of channels.
        palette: Of an indexed picture: 256 bytes each of red, green and blue.
        resources: Profile, print size and other metadata; empty if damaged.
        has_whole_resources: Whether the resources are undamaged.
        layers: None if damaged.
        merged: The compressed picture of all layers.
    """

    header: FileHeader
    palette: bytes
    resources: ImageResources
    has_whole_resources: bool
    layers: LayerAndMaskInformation | None
    merged: ImageData

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in pixels."""
        return self.header.width, self.header.height

    @property
    def advice(self) -> str:
        """What to do with an unreadable file, a sentence with the field ``{name}``; empty if readable."""
        from psd_tools.constants import ColorMode, Resource

        if self.header.depth == 32:
            return QT_TRANSLATE_NOOP(
                "Sentences",
                "“{name}” is a Photoshop file with 32 bits per channel: save it with 8 or 16 bits per "
                "channel, or as TIFF or PNG, and open that.",
            )
        if self.header.color_mode is ColorMode.MULTICHANNEL:
            return QT_TRANSLATE_NOOP(
                "Sentences",
                "“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.",
            )
        version = self.resources.get_data(Resource.VERSION_INFO)
        if version is not None and not version.has_composite:
            return QT_TRANSLATE_NOOP(
                "Sentences",
                "“{name}” is a Photoshop file without a picture of all its layers: save it again with "
                "“Maximize Compatibility”, or as PNG, and open that.",
            )
        return ""

    def picture(self) -> Picture:
        """Unpack the picture of all layers.

        The channel after the colours is transparency only if the number of layers is negative or a tagged
        block says so; otherwise it is a saved selection. Photoshop mixes colours under transparency with
        white.

        Returns:
            The picture with straight colours, its profile and its print size.

        Raises:
            EOFError: The file ends too early.
            ValueError: It is damaged.
        """
        from psd_tools.constants import ColorMode, Resource

        is_rgb, colours = self.header.color_mode is ColorMode.RGB, self._colours
        is_transparent = self._is_transparent
        may_be_transparent = self.layers is None and self.header.channels > colours
        has_alpha = is_rgb and is_transparent and self.header.channels > colours
        planes = self._planes(colours + has_alpha)
        image = self._image(planes[:colours])
        image.info["icc_profile"] = self.resources.get_data(Resource.ICC_PROFILE)
        picture = from_image(image)
        attached = attached_metadata(
            self.resources.get_data(Resource.XMP_METADATA),
            self.resources.get_data(Resource.IPTC_NAA),
        )
        notes = [*self._notes(), *attached.notes, *picture.notes]
        rgb, alpha = picture.rgb, None
        if has_alpha and (planes[colours] < 255).any():
            alpha = planes[colours]
            rgb = _without_white(rgb, alpha)
        elif (is_transparent or may_be_transparent) and not has_alpha:
            notes.append(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Sentences", "Its transparency could not be read: it was put on white."
                    )
                )
            )
        return replace(
            picture,
            rgb=rgb,
            alpha=alpha,
            dpi=self._dpi,
            attached=attached,
            format="PSD" if self.header.version == 1 else "PSB",
            notes=tuple(notes),
        )

    @property
    def _colours(self) -> int:
        """How many channels are colours; they come first."""
        return Image.getmodebands(_PILLOW_MODES.get(self.header.color_mode.name, "L"))

    @property
    def _dpi(self) -> tuple[float, float] | None:
        """Pixels per inch (x, y); None if the file does not say."""
        from psd_tools.constants import Resource

        resolution = self.resources.get_data(Resource.RESOLUTION_INFO)
        if resolution is None:
            return None
        across, down = resolution.horizontal / 65536, resolution.vertical / 65536
        return (across, down) if min(across, down) > 1 else None

    @property
    def _number_of_layers(self) -> int:
        """As stored: negative if the first channel after the colours is transparency."""
        from psd_tools.constants import Tag

        if self.layers is None:
            return 0
        # With 16 bits per channel Photoshop keeps the layers in a block of their own.
        blocks = self.layers.tagged_blocks
        deep = None if blocks is None else blocks.get_data(Tag.LAYER_16)
        info = self.layers.layer_info if deep is None else deep
        return 0 if info is None else info.layer_count

    @property
    def _is_transparent(self) -> bool:
        from psd_tools.constants import Tag

        blocks = None if self.layers is None else self.layers.tagged_blocks
        tags = (Tag.SAVING_MERGED_TRANSPARENCY, Tag.SAVING_MERGED_TRANSPARENCY16)
        has_tag = blocks is not None and any(tag in blocks for tag in tags)
        return has_tag or self._number_of_layers < 0

    def _notes(self) -> list[Sentence]:
        from psd_tools.constants import ColorMode

        texts = []
        if self.layers is None or abs(self._number_of_layers) > 1:
            texts.append(
                QT_TRANSLATE_NOOP("Sentences", "Its layers were read as one flat picture.")
            )
        if not self.has_whole_resources:
            texts.append(
                QT_TRANSLATE_NOOP("Sentences", "Its metadata is damaged and was left out.")
            )
        if self.header.color_mode is ColorMode.DUOTONE:
            texts.append(
                QT_TRANSLATE_NOOP(
                    "Sentences", "It is a duotone: its inks were left out and it was read as grey."
                )
            )
        is_deep = self.header.depth == 16
        return [*map(Sentence, texts), *([bit_depth_note(16)] if is_deep else [])]

    def _image(self, planes: Pixels) -> Image.Image:
        """Convert the colour channels, shape (channels, H, W), to a Pillow image."""
        mode = _PILLOW_MODES.get(self.header.color_mode.name, "L")
        if mode == "CMYK":
            planes = 255 - planes
        bands = [Image.fromarray(plane) for plane in planes]
        if mode != "P":
            return Image.merge(mode, bands)
        image = Image.frombytes("P", self.size, bands[0].tobytes())
        image.putpalette(self.palette, "RGB;L")
        return image

    def _planes(self, count: int) -> Pixels:
        """Return the first ``count`` channels in 8 bits, shape (count, H, W)."""
        depth, (width, height) = self.header.depth, self.size
        rows = np.frombuffer(self._unpacked(count), np.uint8).reshape(count, height, -1)
        if depth == 8:
            return rows
        if depth == 16:
            deep = rows.view(">u2")
            planes = np.empty(deep.shape, np.uint8)
            for plane, values in zip(planes, deep, strict=True):
                plane[:] = (values.astype(np.uint32) * 255 + 32767) // 65535
            return planes
        # A bitmap, in which 1 is ink.
        return (255 * (1 - np.unpackbits(rows, axis=2)[:, :, :width])).astype(np.uint8)

    def _unpacked(self, count: int) -> bytes:
        """Decompress the first ``count`` channels, row by row.

        Raises:
            EOFError: The file ends too early.
            ValueError: The file has fewer channels, or they are damaged.
        """
        from psd_tools.constants import Compression

        header, compressed, compression = self.header, self.merged.data, self.merged.compression
        is_bitmap = header.color_mode.name == "BITMAP"
        if header.channels < count or (header.depth == 1 and not is_bitmap):
            raise ValueError("not the channels of its colour mode")
        rows, length = header.height * count, (header.width * header.depth + 7) // 8
        if compression is Compression.RLE:
            # The lengths of all rows come first, including those of the channels that are left out.
            counts = np.frombuffer(compressed, ">u2" if header.version == 1 else ">u4", rows)
            start = counts.itemsize * header.height * header.channels
            if start + counts.sum(dtype=np.int64) > len(compressed):
                raise EOFError
            compressed = counts.tobytes() + compressed[start:]
        elif compression is Compression.RAW and len(compressed) < rows * length:
            raise EOFError
        elif compression is not Compression.RAW:  # one stream for all channels
            rows = header.height * header.channels
        unpacked = self._decompressed(compressed, rows, length)
        return unpacked[: header.height * count * length]

    def _decompressed(self, compressed: bytes, rows: int, length: int) -> bytes:
        """Decompress rows of ``length`` bytes.

        psd-tools' own ``decompress`` would turn damaged parts black and only warn.

        Raises:
            ValueError: They are damaged, or take too much memory.
        """
        from psd_tools.compression import decode_prediction, decode_rle
        from psd_tools.constants import Compression

        width, depth, version = self.header.width, self.header.depth, self.header.version
        if rows * length > _MOST_BYTES:
            raise ValueError("too many channels")
        match self.merged.compression:
            case Compression.RAW:
                unpacked = compressed[: rows * length]
            case Compression.RLE:
                unpacked = decode_rle(compressed, width, rows, depth, version)
            case Compression.ZIP:
                unpacked = _inflated(compressed, rows * length)
            case _:
                unpacked = decode_prediction(
                    _inflated(compressed, rows * length), width, rows, depth
                )
        if len(unpacked) != rows * length:
            raise ValueError("not the declared number of bytes")
        return unpacked


def open_photoshop(data: bytes) -> PhotoshopFile:
    """Parse a Photoshop file; damaged metadata or layers do not keep it from being read.

    Args:
        data: The whole file.

    Raises:
        UnidentifiedImageError: It is damaged or incomplete before the merged picture begins.
    """
    from psd_tools.psd.color_mode_data import ColorModeData
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_data import ImageData
    from psd_tools.psd.image_resources import ImageResources
    from psd_tools.psd.layer_and_mask import LayerAndMaskInformation

    stream = io.BytesIO(data)
    try:
        header = FileHeader.read(stream)
        palette = ColorModeData.read(stream).value
        resources = _section(ImageResources, stream, 4)
        size = 4 if header.version == 1 else 8
        layers = _section(LayerAndMaskInformation, stream, size, version=header.version)
        merged = ImageData.read(stream)
    except (OSError, ValueError) as error:
        raise UnidentifiedImageError("damaged or incomplete") from error
    is_whole = resources is not None
    return PhotoshopFile(header, palette, resources or ImageResources(), is_whole, layers, merged)


def _inflated(compressed: bytes, length: int) -> bytes:
    """Inflate at most ``length`` bytes.

    Raises:
        ValueError: They are damaged.
    """
    try:
        return zlib.decompressobj().decompress(compressed, length)
    except zlib.error as error:
        raise ValueError("damaged") from error


def _section(
    kind: type[_Section], stream: io.BytesIO, size: int, **options: int
) -> _Section | None:
    """Read a section that begins with its length, and leave the stream at the section's end.

    Args:
        kind: The class that parses it.
        stream: The file, at the beginning of the section.
        size: Bytes of the number that gives the length.
        options: Passed on to the parser.

    Returns:
        The section; None if it is damaged.

    Raises:
        OSError: The file ends before the section does.
    """
    from psd_tools.psd.parse_limits import parse_context

    start = stream.tell()
    end = start + size + int.from_bytes(stream.read(size), "big")
    if end > len(stream.getbuffer()):
        raise OSError("the file ends too early")
    stream.seek(start)
    try:
        with parse_context():
            return kind.read(stream, **options)
    except Exception as error:  # its parser raises nearly every type on damaged sections
        if is_memory_shortage(error):
            raise
        return None
    finally:
        stream.seek(end)


def _without_white(rgb: Pixels, alpha: Pixels) -> Pixels:
    """Remove from colours, (H, W, 3), the white that was mixed in where alpha, (H, W), is low."""
    opacity = alpha[:, :, None].astype(np.int32)
    inked = rgb.astype(np.int32) + opacity - 255
    # No colour mixed with white is darker than this: here another program wrote straight colours.
    if (inked < -1).any():
        return rgb
    straight = np.clip((inked * 255 + opacity // 2) // np.maximum(opacity, 1), 0, 255)
    return np.where(opacity > 0, straight, rgb).astype(np.uint8)

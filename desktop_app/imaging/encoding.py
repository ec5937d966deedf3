"""Encode a picture to the bytes of a file, in each format that can be written."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from PIL import ExifTags, Image, TiffImagePlugin, features

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.attached_metadata import AttachedMetadata
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.picture import Colour, Picture, srgb_profile, with_exact_text
from desktop_app.imaging.print_size import MAX_DPI, dpi_for_width
from models.errors import is_memory_shortage

_logger = logging.getLogger(__name__)

_MAX_EXIF_IN_JPEG = 65533
"""Bytes that fit into the one segment JPEG has for EXIF."""

_MAX_PIXELS_IN_AVIF = 2**28
"""Pixels beyond which libavif, and so most programs, refuse to read a file."""

_LARGEST_COMPRESSED_TIFF = 2**20
"""Pixels up to which TIFF is compressed: Pillow's encoder then blocks Python, window included, for 30 ms."""


class WriteError(Exception):
    """A picture could not be written; ``str()`` is one sentence naming the file and the reason."""


@dataclass(frozen=True)
class ExportOptions:
    """How a picture is to be written.

    Attributes:
        format: The file format.
        quality: 1 to 100, for JPEG, AVIF, and WebP that is not lossless.
        lossless: Whether WebP keeps every pixel exactly.
        keep_print_size: Write the picture's dpi; otherwise the file states no resolution.
        keep_profile: Embed the picture's profile; otherwise its colours are converted to sRGB, and
            the sRGB profile is embedded.
        keep_exif: Write the metadata of the source.
        matte: Background of transparent places where the format has no alpha, in the picture's own
            colour space.
        print_width: Width on paper in millimetres; replaces the picture's own print size, even if
            ``keep_print_size`` is False.

    Raises:
        ValueError: A number is out of range.
    """

    format: ExportFormat = ExportFormat.PNG
    quality: int = 92
    lossless: bool = True
    keep_print_size: bool = True
    keep_profile: bool = True
    keep_exif: bool = True
    matte: Colour = (255, 255, 255)
    print_width: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1 to 100, not {self.quality}")
        if len(self.matte) != 3 or not all(0 <= value <= 255 for value in self.matte):
            raise ValueError(f"matte must be three values from 0 to 255, not {self.matte}")
        if self.print_width is not None and not 0 < self.print_width < inf:
            raise ValueError(f"print_width must be more than 0 mm, not {self.print_width}")

    def dpi_for(self, picture: Picture) -> tuple[float, float] | None:
        """Choose the resolution that the file states.

        Args:
            picture: The picture to be written.

        Returns:
            Pixels per inch, (x, y); None if the file states none, also if ``print_width`` is a width
            that no file can state.
        """
        if self.print_width is None:
            return picture.dpi if self.keep_print_size else None
        try:
            dpi = dpi_for_width(picture, self.print_width)
        except ValueError:
            return None
        return dpi, dpi


# --- the bytes ---------------------------------------------------------------------------------


def encode(picture: Picture, options: ExportOptions, name: str) -> bytes:
    """Encode a picture in memory, so that a full disk never interrupts the encoder halfway.

    Args:
        picture: What to write.
        options: Format and what to keep.
        name: What to call the file in messages.

    Returns:
        The whole file.

    Raises:
        WriteError: The picture does not fit the format, the encoder failed, or the profile cannot
            be used to convert to sRGB.
    """
    check_fit(picture, options, name)
    stream = io.BytesIO()
    try:
        picture = _reduced(picture, options)
        image = Image.fromarray(picture.rgb if picture.alpha is None else picture.rgba())
        image.save(stream, format=options.format.value, **_settings(picture, options))
    except Exception as error:  # Pillow's encoders raise many types
        if is_memory_shortage(error):
            text = QT_TRANSLATE_NOOP("Sentences", "“{name}” was not written: the memory is full.")
            raise WriteError(Sentence(text, name=name)) from error
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be stored as {format}: {reason}.")
        title = options.format.title
        raise WriteError(Sentence(text, name=name, format=title, reason=str(error))) from error
    return stream.getvalue()


def check_fit(picture: Picture, options: ExportOptions, name: str) -> None:
    """Refuse a picture that the format cannot hold, judging by its size and whether it has alpha.

    Args:
        picture: What is to be written.
        options: Only their format matters.
        name: What to call the file in messages.

    Raises:
        WriteError: It has too many pixels, or the installed Pillow cannot write the format.
    """
    kind = options.format
    if max(picture.width, picture.height) > kind.max_side:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” was not written: {format} ends at {limit} pixels per side, "
            "and this picture is {size}.",
        )
        limit, size = kind.max_side, picture.size_text
        raise WriteError(Sentence(text, name=name, format=kind.title, limit=limit, size=size))
    pixels = picture.width * picture.height
    if kind is ExportFormat.AVIF and pixels > _MAX_PIXELS_IN_AVIF:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” was not written: programs read AVIF up to {limit} megapixels, "
            "and this picture is {size}.",
        )
        limit = _MAX_PIXELS_IN_AVIF // 10**6
        raise WriteError(Sentence(text, name=name, limit=limit, size=picture.size_text))
    if kind is ExportFormat.AVIF and not features.check("avif"):
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” was not written: the Pillow of this computer lacks AVIF."
                ),
                name=name,
            )
        )
    channels = 3 if picture.alpha is None else 4
    if kind is ExportFormat.TIFF and pixels * channels >= 2**32 - 2**24:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” was not written: TIFF ends at 4 GB, and this picture is {size} pixels; "
            "PNG can hold it.",
        )
        raise WriteError(Sentence(text, name=name, size=picture.size_text))


def _reduced(picture: Picture, options: ExportOptions) -> Picture:
    """Remove what the options and the format do not keep."""
    if not options.keep_profile and picture.icc_profile is not None:
        # Embed sRGB: print programs assign a profile of their own to pictures without one.
        picture = replace(picture.in_srgb(), icc_profile=srgb_profile())
    if not options.format.has_alpha:
        rgb = composite(picture.rgb, picture.alpha, options.matte)
        picture = replace(picture, rgb=rgb, alpha=None)
    return replace(
        picture,
        dpi=options.dpi_for(picture),
        exif=picture.exif if options.keep_exif else None,
        attached=picture.attached if options.keep_exif else AttachedMetadata(),
    )


def _settings(picture: Picture, options: ExportOptions) -> dict[str, Any]:
    """Build the arguments for Pillow's encoder."""
    settings: dict[str, Any] = {"icc_profile": picture.icc_profile}
    is_jpeg = options.format is ExportFormat.JPEG
    if picture.dpi is not None and not (is_jpeg and max(picture.dpi) > MAX_DPI):
        settings["dpi"] = picture.dpi
    # These formats have no field for the resolution, but readers find it in their EXIF.
    is_in_exif = options.format in (ExportFormat.WEBP, ExportFormat.AVIF)
    attached = picture.attached
    if picture.exif is not None or attached.exif_texts or (is_in_exif and picture.dpi):
        exif = _updated_exif(picture, options.format)
        if is_jpeg and len(exif) > _MAX_EXIF_IN_JPEG:
            _logger.warning("Metadata of %d bytes does not fit into a JPEG", len(exif))
        else:
            settings["exif"] = exif
    if attached.xmp is not None and options.format not in (ExportFormat.PNG, ExportFormat.TIFF):
        settings["xmp"] = attached.xmp
    match options.format:
        case ExportFormat.PNG:
            settings |= {"compress_level": 6, "pnginfo": attached.png_info}
        case ExportFormat.TIFF:
            is_small = picture.width * picture.height <= _LARGEST_COMPRESSED_TIFF
            exif = settings.get("exif", b"")
            settings |= _tiff_settings(exif, attached.tiff_tags, is_compressed=is_small)
        case ExportFormat.WEBP if options.lossless:
            # exact: keep the colour under transparent pixels, or enlarging again would show fringes.
            settings |= {"lossless": True, "exact": True, "quality": 75, "method": 4}
        case ExportFormat.WEBP:
            settings |= {"quality": options.quality, "alpha_quality": 100, "method": 5}
        case ExportFormat.JPEG:
            # Halved colour resolution would smear the edges of a logo. No "optimize": Pillow's
            # buffer for it is too small for noise at 4:4:4, and the encoder then fails.
            settings |= {"quality": options.quality, "subsampling": "4:4:4"}
            settings |= {"extra": attached.jpeg_segment}
        case ExportFormat.AVIF:
            settings |= {"quality": options.quality, "subsampling": "4:4:4", "speed": 6}
    return settings


def _tiff_settings(
    exif: bytes, attached: dict[int, bytes], *, is_compressed: bool
) -> dict[str, Any]:
    tags = Image.Exif()
    tags.load(exif)
    tags.update(with_exact_text(tags))
    tags.update(attached)
    directories = [tag for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo) if tag in tags]
    for directory in directories:
        entries = tags.get_ifd(directory)
        entries.update(with_exact_text(entries))
    if directories or not is_compressed:
        return {"exif": tags}  # Pillow's compressing encoder cannot write such directories
    # Every program reads LZW; it pays off only on differences between neighbouring pixels.
    tags[TiffImagePlugin.PREDICTOR] = 2
    return {"exif": tags, "compression": "tiff_lzw"}


def _updated_exif(picture: Picture, kind: ExportFormat) -> bytes:
    """Update the picture's EXIF to its present size and resolution, upright and without a thumbnail."""
    exif = Image.Exif()
    if picture.exif is not None:
        exif.load(picture.exif)
        exif.update(with_exact_text(exif))
    texts = {tag: text for tag, text in picture.attached.exif_texts.items() if tag not in exif}
    exif.update(with_exact_text(texts))
    exif[ExifTags.Base.Orientation] = 1
    if kind is ExportFormat.AVIF:
        # AVIF itself states it, and with this tag Pillow would rewrite the other texts in ASCII.
        del exif[ExifTags.Base.Orientation]
    resolution = (ExifTags.Base.XResolution, ExifTags.Base.YResolution)
    for tag in (*resolution, ExifTags.Base.ResolutionUnit):
        if tag in exif:
            del exif[tag]
    if picture.dpi is not None:
        for tag, dots in zip(resolution, picture.dpi, strict=True):
            exif[tag] = TiffImagePlugin.IFDRational(round(dots * 1000), 1000)
        exif[ExifTags.Base.ResolutionUnit] = 2  # inches
    if ExifTags.IFD.Exif in exif:
        details = with_exact_text(exif.get_ifd(ExifTags.IFD.Exif))
        details[ExifTags.Base.ExifImageWidth] = picture.width
        details[ExifTags.Base.ExifImageHeight] = picture.height
        exif[ExifTags.IFD.Exif] = details
    return exif.tobytes()

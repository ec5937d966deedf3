"""The formats a picture can be written in, and its bytes in each of them."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import Any

from PIL import ExifTags, Image, TiffImagePlugin, features

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Picture, srgb_profile, with_exact_text
from desktop_app.imaging.print_size import MAX_DPI, dpi_for_width

_logger = logging.getLogger(__name__)

_MAX_EXIF_IN_JPEG = 65533
"""Bytes that fit into the one segment JPEG has for EXIF."""

_MAX_PIXELS_IN_AVIF = 2**28
"""The limit at which libavif, and with it most programs, refuses to read."""

_LARGEST_COMPRESSED_TIFF = 2**20
"""Pixels; Pillow's TIFF encoder keeps all of Python waiting, the window too, 30 ms for so many."""


class WriteError(Exception):
    """A picture could not be written; ``str()`` is one sentence naming the file and the reason."""


class ExportFormat(StrEnum):
    """The formats a picture can be written in."""

    PNG = "png"
    WEBP = "webp"
    TIFF = "tiff"
    JPEG = "jpeg"
    AVIF = "avif"

    @property
    def suffix(self) -> str:
        """The usual end of a file name, with its dot."""
        return {"jpeg": ".jpg", "tiff": ".tif"}.get(self.value, f".{self.value}")

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title() makes no sense for a format
        """How the format spells itself."""
        return "WebP" if self is ExportFormat.WEBP else self.value.upper()

    @property
    def max_side(self) -> int:
        """Pixels of the longest side that can be written."""
        # libjpeg stops a little below the format's 65535, readers of AVIF at libavif's own limit.
        limits = {"webp": 16383, "jpeg": 65500, "avif": 32768}
        return limits.get(self.value, 2**31 - 1)

    @property
    def has_alpha(self) -> bool:
        """Whether transparency survives."""
        return self is not ExportFormat.JPEG

    @property
    def has_quality(self) -> bool:
        """Whether it can be written with loss: smaller, and close to the picture."""
        return self in (ExportFormat.WEBP, ExportFormat.JPEG, ExportFormat.AVIF)

    @classmethod
    def from_suffix(cls, suffix: str) -> ExportFormat | None:
        """The format that files with this end of the name hold; None if it is not written here."""
        endings = {".png": cls.PNG, ".webp": cls.WEBP, ".tif": cls.TIFF, ".tiff": cls.TIFF}
        endings |= {".avif": cls.AVIF}
        endings |= dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), cls.JPEG)
        return endings.get(suffix.lower())


@dataclass(frozen=True)
class ExportOptions:
    """How to write.

    Attributes:
        format: The file format.
        quality: 1 to 100, for JPEG, AVIF, and WebP that is not lossless.
        lossless: Whether WebP keeps every pixel.
        keep_print_size: Write the picture's dpi; otherwise the file says nothing of inches.
        keep_profile: Embed the picture's profile; otherwise its colours are converted to sRGB, and
            that is the profile embedded.
        keep_exif: Write the metadata of the source.
        matte: What shows through transparent places where the format has no alpha; a colour of
            the picture's own space.
        print_width: Millimetres to write in place of the picture's own print size, kept or not.

    Raises:
        ValueError: A number is out of its range.
    """

    format: ExportFormat = ExportFormat.PNG
    quality: int = 92
    lossless: bool = True
    keep_print_size: bool = True
    keep_profile: bool = True
    keep_exif: bool = True
    matte: tuple[int, int, int] = (255, 255, 255)
    print_width: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1 to 100, not {self.quality}")
        if len(self.matte) != 3 or not all(0 <= value <= 255 for value in self.matte):
            raise ValueError(f"matte must be three values from 0 to 255, not {self.matte}")
        if self.print_width is not None and not 0 < self.print_width < inf:
            raise ValueError(f"print_width must be more than 0 mm, not {self.print_width}")

    def dpi_for(self, picture: Picture) -> tuple[float, float] | None:
        """Choose what a file tells of the size on paper.

        Args:
            picture: To be written.

        Returns:
            Pixels per inch, (x, y); None where the file says nothing, which includes widths that
            no file can say.
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
    """The finished file in memory: an encoder never meets a full disk, nor the disk half a file.

    Args:
        picture: What to write.
        options: Format and what to keep.
        name: What to call the file in messages.

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
    except MemoryError as error:
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” was not written: the memory is full."),
                name=name,
            )
        ) from error
    except Exception as error:  # Pillow's encoders raise many types
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be stored as {format}: {reason}.")
        title = options.format.title
        raise WriteError(Sentence(text, name=name, format=title, reason=str(error))) from error
    return stream.getvalue()


def check_fit(picture: Picture, options: ExportOptions, name: str) -> None:
    """Refuse a picture that the format cannot hold; only its size matters, and whether it has alpha.

    Args:
        picture: What is to be written.
        options: Have the format.
        name: What to call the file in messages.

    Raises:
        WriteError: It has too many pixels, or this computer cannot write the format.
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
    """The picture with only what the options and the format keep."""
    if not options.keep_profile and picture.icc_profile is not None:
        # Not left out: programs for print give pictures without a profile one of their own.
        picture = replace(picture.in_srgb(), icc_profile=srgb_profile())
    if not options.format.has_alpha:
        rgb = composite(picture.rgb, picture.alpha, options.matte)
        picture = replace(picture, rgb=rgb, alpha=None)
    return replace(
        picture,
        dpi=options.dpi_for(picture),
        exif=picture.exif if options.keep_exif else None,
    )


def _settings(picture: Picture, options: ExportOptions) -> dict[str, Any]:
    """What Pillow's encoder is told."""
    settings: dict[str, Any] = {"icc_profile": picture.icc_profile}
    is_jpeg = options.format is ExportFormat.JPEG
    if picture.dpi is not None and not (is_jpeg and max(picture.dpi) > MAX_DPI):
        settings["dpi"] = picture.dpi
    # These have no field for the resolution, but readers look into their EXIF.
    is_in_exif = options.format in (ExportFormat.WEBP, ExportFormat.AVIF)
    if picture.exif is not None or (is_in_exif and picture.dpi):
        exif = _updated_exif(picture, options.format)
        if is_jpeg and len(exif) > _MAX_EXIF_IN_JPEG:
            _logger.warning("Metadata of %d bytes does not fit into a JPEG", len(exif))
        else:
            settings["exif"] = exif
    match options.format:
        case ExportFormat.PNG:
            settings |= {"compress_level": 6}
        case ExportFormat.TIFF:
            is_small = picture.width * picture.height <= _LARGEST_COMPRESSED_TIFF
            settings |= _tiff_settings(settings.get("exif", b""), is_compressed=is_small)
        case ExportFormat.WEBP if options.lossless:
            # exact: colour under transparent pixels is kept, or enlarging again would fringe.
            settings |= {"lossless": True, "exact": True, "quality": 75, "method": 4}
        case ExportFormat.WEBP:
            settings |= {"quality": options.quality, "alpha_quality": 100, "method": 5}
        case ExportFormat.JPEG:
            # Halved colour resolution would smear the edges of a logo. No "optimize": Pillow's
            # buffer for it is too small for noise at 4:4:4, and the encoder then fails.
            settings |= {"quality": options.quality, "subsampling": "4:4:4"}
        case ExportFormat.AVIF:
            settings |= {"quality": options.quality, "subsampling": "4:4:4", "speed": 6}
    return settings


def _tiff_settings(exif: bytes, *, is_compressed: bool) -> dict[str, Any]:
    tags = Image.Exif()
    tags.load(exif)
    tags.update(with_exact_text(tags))
    directories = [tag for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo) if tag in tags]
    for directory in directories:
        entries = tags.get_ifd(directory)
        entries.update(with_exact_text(entries))
    if directories or not is_compressed:
        return {"exif": tags}  # Pillow's compressing encoder cannot write such directories
    # Every program reads LZW; differences of neighbours make it worth its while.
    tags[TiffImagePlugin.PREDICTOR] = 2
    return {"exif": tags, "compression": "tiff_lzw"}


def _updated_exif(picture: Picture, kind: ExportFormat) -> bytes:
    """The picture's EXIF with its present size and resolution, upright, without a thumbnail."""
    exif = Image.Exif()
    if picture.exif is not None:
        exif.load(picture.exif)
        exif.update(with_exact_text(exif))
    exif[ExifTags.Base.Orientation] = 1
    if kind is ExportFormat.AVIF:
        # It says so itself, and Pillow would write the other texts anew, in ASCII.
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

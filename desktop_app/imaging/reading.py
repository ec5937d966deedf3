"""Read a picture from a file or from memory; every failure is explained in one clear sentence."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import ExifTags, IcoImagePlugin, Image, TiffImagePlugin, UnidentifiedImageError

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.attached_metadata import attached_to
from desktop_app.imaging.bit_depth import bit_depth_note
from desktop_app.imaging.file_metadata import kept_exif, resolution_in_exif, resolution_in_header
from desktop_app.imaging.file_repairs import repair_jpeg, repair_png
from desktop_app.imaging.file_signatures import advice_for_drawings, is_heic
from desktop_app.imaging.file_system import read_failure
from desktop_app.imaging.naming import printable
from desktop_app.imaging.picture import Picture, Pixels, from_image
from desktop_app.imaging.psd import SUFFIXES, is_photoshop, open_photoshop
from desktop_app.imaging.rare_files import RareKindError, rare_file
from desktop_app.imaging.reading_errors import decoding_failure, too_large_for_memory
from desktop_app.imaging.stated_colours import (
    StatedColours,
    avif_colours,
    exif_profile,
    png_colours,
)
from models.regular_file import FileTooLargeError, IrregularFileError, read_regular_file

MAX_PIXELS = 2**26
"""Pixels of the largest picture that is read, 67 megapixels: enlarged 2× it already takes 800 MB."""

MAX_BYTES = 2**30
"""Bytes of the largest file that is read; a 16-bit RGBA picture of MAX_PIXELS stays below."""

_MEGAPIXELS = MAX_PIXELS // 10**6

# Pixel formats only: Pillow would pass EPS to Ghostscript if that is installed.
_FORMATS = (
    *("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "AVIF", "ICO", "ICNS", "CUR", "DIB"),
    *("HEIF", "JPEG2000", "PPM", "QOI", "TGA", "PCX", "DDS", "SGI", "SUN"),
    *("XBM", "XPM", "MSP", "IM"),
)
_FORMAT_TITLES = {
    "MPO": "JPEG",
    "HEIF": "HEIC",
    "DIB": "BMP",
    "WEBP": "WebP",
    "JPEG2000": "JPEG 2000",
}
_NEW_SUBFILE_TYPE = 254  # bit 0: a page that shows another one smaller (TIFF 6.0, section 8)
_MAX_THUMBNAILS = 8  # pages looked at for one that is none

_warnings_lock = threading.Lock()


class ReadError(Exception):
    """A picture could not be read; ``str()`` is one sentence naming the file and the reason."""


def picture_suffixes() -> frozenset[str]:
    """Return the file name extensions that can be read, in lower case and with their dot."""
    Image.init()
    can_read_heic()
    endings = Image.registered_extensions().items()
    return SUFFIXES.union(ending for ending, title in endings if title in _FORMATS)


def read_picture(path: Path) -> Picture:
    """Read a picture file, upright, in 8 bits and RGB.

    Args:
        path: The file.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: The file is missing, not a picture, damaged or too large, or may not be read.
    """
    return decode_picture(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """Read a whole file that may be a picture.

    Args:
        path: The file.

    Raises:
        ReadError: The path is missing, a folder, a device or too large, or may not be read.
    """
    name = printable(path.name or str(path))
    try:
        return read_regular_file(path, MAX_BYTES)
    except IsADirectoryError as error:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” is a folder, not a picture.")
        raise ReadError(Sentence(text, name=name)) from error
    except IrregularFileError as error:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” is a device, not a picture file.")
        raise ReadError(Sentence(text, name=name)) from error
    except FileTooLargeError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” is too large: {size:.1f} GB, and the limit is 1 GB."
        )
        raise ReadError(Sentence(text, name=name, size=error.size / 2**30)) from error
    except OSError as error:
        raise ReadError(read_failure(name, error)) from error
    except ValueError as error:  # a null character in the path
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a possible file name."), name=name
            )
        ) from error
    except MemoryError as error:
        raise ReadError(too_large_for_memory(name)) from error


def decode_picture(data: bytes, name: str) -> Picture:
    """Decode a picture from the bytes of a file, which may come from the clipboard or a drag.

    Args:
        data: The whole file.
        name: What to call it in messages.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: The bytes are not a picture, or one that is damaged or too large.
    """
    name = printable(name)
    if not data:
        raise ReadError(Sentence(QT_TRANSLATE_NOOP("Sentences", "“{name}” is empty."), name=name))
    advice = advice_for_drawings(data)
    if not advice and is_heic(data) and not can_read_heic():
        advice = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that.",
        )
    if advice:
        raise ReadError(Sentence(advice, name=name))
    try:
        with _quiet_pillow():
            if is_photoshop(data):
                return _photoshop_picture(data, name)
            try:
                return _decode(data, name)
            except (ReadError, Image.DecompressionBombError, MemoryError):
                raise
            except Exception as error:
                is_unknown = isinstance(error, UnidentifiedImageError)
                picture = _decode_rare(data, name, is_unknown=is_unknown) or _decode_repaired(
                    data, name
                )
                if picture is None:
                    raise
                return picture
    except ReadError:
        raise
    except Image.DecompressionBombError as error:
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” has too many pixels: the limit is {limit} megapixels."
                ),
                name=name,
                limit=_MEGAPIXELS,
            )
        ) from error
    except RareKindError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a {kind}, a rare kind that cannot be read here: save it as PNG or as an "
            "ordinary {format} in RGB with 8 bits per channel, and open that.",
        )
        raise ReadError(Sentence(text, name=name, kind=error.kind, format=error.format)) from error
    except MemoryError as error:
        raise ReadError(too_large_for_memory(name)) from error
    except Exception as error:  # Pillow's decoders raise nearly every type on damaged files
        raise ReadError(decoding_failure(name, data, error)) from error


@cache
def can_read_heic() -> bool:
    """Check whether pillow-heif is installed; if so, Pillow reads HEIC from now on.

    It is not shipped with the program: its wheels contain an encoder under the GPL.
    """
    try:
        import pillow_heif
    except ImportError:
        return False
    pillow_heif.register_heif_opener()
    return True


def _decode(data: bytes, name: str, profile: bytes | None = None) -> Picture:
    """Decode what Pillow reads; ``profile`` is one that is not in the file."""
    Image.init()  # a format missing from this Pillow would be a KeyError in open()
    formats = [title for title in _FORMATS if title in Image.OPEN]
    with Image.open(io.BytesIO(data), formats=formats) as image:
        _check_size(image.size, name)
        colours = StatedColours(profile or image.info.get("icc_profile") or None)
        if image.format == "PNG":
            colours = png_colours(data, colours.profile)
        elif image.format in ("AVIF", "HEIF"):
            colours = avif_colours(data, colours.profile)
        image.info["icc_profile"] = colours.profile
        picture = _picture_of(image, name)
    text = QT_TRANSLATE_NOOP(
        "Sentences", "Its HDR brightness cannot be read here, so its colours may look wrong."
    )
    return replace(picture, notes=((Sentence(text),) * colours.is_hdr + picture.notes))


def _decode_rare(data: bytes, name: str, *, is_unknown: bool) -> Picture | None:
    """Decode a rare kind of file; None if it is of another kind, or damaged."""
    file = rare_file(data, is_unknown=is_unknown)
    if file is None:
        return None
    _check_size(file.size, name)
    try:
        ordinary = file.ordinary()
        picture = _decode(ordinary.data, name)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - damaged: the caller says what Pillow found
        return None
    if ordinary.alpha is not None and (ordinary.alpha < 255).any():
        picture = replace(picture, alpha=_upright(ordinary.alpha, ordinary.orientation))
    return replace(picture, notes=(*ordinary.notes, *picture.notes))


def _decode_repaired(data: bytes, name: str) -> Picture | None:
    """Decode a file whose metadata or last bytes are damaged; None if more than those is."""
    if (png := repair_png(data)) is not None:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "A part of its metadata is damaged or too large and was left out."
        )
        picture = _decode(png.data, name, png.profile)
        return replace(picture, notes=((Sentence(text),) * png.is_lossy + picture.notes))
    if (jpeg := repair_jpeg(data)) is not None:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "The file ends too early: its last rows may be wrong."
        )
        picture = _decode(jpeg, name)
        return replace(picture, notes=(Sentence(text), *picture.notes))
    return None


def _photoshop_picture(data: bytes, name: str) -> Picture:
    file = open_photoshop(data)
    if file.advice:
        raise ReadError(Sentence(file.advice, name=name))
    _check_size(file.size, name)
    return file.picture()


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” has too many pixels: {width} × {height}, and the limit is {limit} megapixels.",
        )
        raise ReadError(Sentence(text, name=name, width=width, height=height, limit=_MEGAPIXELS))


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Suppress Pillow's warnings about odd files: neither print them nor turn them into exceptions.

    Python's warning filters are global to the process, hence the lock. Pillow's own pixel limit, also
    global, is left alone: MAX_PIXELS is lower.
    """
    with _warnings_lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


# --- conversion of Pillow's image ----------------------------------------------------------------


def _picture_of(image: Image.Image, name: str) -> Picture:
    notes = _notes_on_frames(image, _seek_main_page(image))
    if image.format == "HEIF" and image.mode[0] != "I" and image.info.get("bit_depth", 8) > 8:
        notes.append(bit_depth_note(image.info["bit_depth"]))
    title = image.format or ""
    storage = " ".join(str(tile[3]) for tile in getattr(image, "tile", ()))
    is_tiff = isinstance(image, TiffImagePlugin.TiffImageFile)
    if not is_tiff:
        image.load()
    orientation, dpi, metadata = 1, resolution_in_header(image), None
    try:
        exif = image.getexif()
        orientation = int(exif.get(ExifTags.Base.Orientation, 1))
        dpi = dpi or resolution_in_exif(image, exif)
        metadata = kept_exif(exif)
        if not image.info.get("icc_profile"):
            image.info["icc_profile"] = exif_profile(exif)
    except Exception:  # noqa: BLE001 - broken metadata must not keep the picture from being read
        notes.append(
            Sentence(QT_TRANSLATE_NOOP("Sentences", "Its metadata is damaged and was left out."))
        )
    if dpi is not None and orientation in (5, 6, 7, 8):
        dpi = dpi[1], dpi[0]
    if is_tiff:
        image.load()  # for TIFF alone, this turns the picture upright and drops the tag
        orientation = 1
    attached = attached_to(image)
    notes += attached.notes
    image = _deepest_icon(image)
    _check_size(image.size, name)  # an icon may hold a larger picture than its header says
    picture = from_image(image, storage)
    return replace(
        picture,
        rgb=_upright(picture.rgb, orientation),
        alpha=None if picture.alpha is None else _upright(picture.alpha, orientation),
        dpi=dpi,
        exif=metadata,
        attached=attached,
        format=_FORMAT_TITLES.get(title, title),
        notes=(*notes, *picture.notes),
    )


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """Apply an EXIF orientation, 1 to 8 (CIPA DC-008, 4.6.4), to (H, W, ...); others count as 1."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def _seek_main_page(image: Image.Image) -> int:
    """Turn to the first page of a TIFF that is not a thumbnail of another, and return its number."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return 0
    with suppress(Exception):  # a later page is damaged: the first may be whole
        for page in range(_MAX_THUMBNAILS + 1):
            image.seek(page)
            if not int(image.tag_v2.get(_NEW_SUBFILE_TYPE, 0)) & 1:
                return page
    image.seek(0)
    return 0


def _deepest_icon(image: Image.Image) -> Image.Image:
    """Return the icon's entry of most colours among the largest; Pillow takes that of the fewest."""
    if not isinstance(image, IcoImagePlugin.IcoImageFile):
        return image
    entries = image.ico.entry
    place = max(range(len(entries)), key=lambda i: (entries[i].square, entries[i].color_depth))
    return image.ico.frame(place) if place else image


def _notes_on_frames(image: Image.Image, skipped: int) -> list[Sentence]:
    sizes = image.info.get("sizes", ())
    if image.format in ("ICO", "ICNS") and len(sizes) > 1:
        text = QT_TRANSLATE_NOOP("Sentences", "Only the largest of its {count} sizes was read.")
        return [Sentence(text, count=len(sizes))]
    try:
        frames = int(getattr(image, "n_frames", 1))
    except Exception:  # noqa: BLE001 - a later frame is damaged: the first may be whole
        return [Sentence(QT_TRANSLATE_NOOP("Sentences", "Only its first frame was read."))]
    frames -= skipped  # thumbnails of the picture itself
    if frames < 2:
        return []
    if image.format == "HEIF":
        text = QT_TRANSLATE_NOOP("Sentences", "Only the main one of its {count} pictures was read.")
    elif image.format == "TIFF":
        text = QT_TRANSLATE_NOOP("Sentences", "Only the first of its {count} pages was read.")
    else:
        text = QT_TRANSLATE_NOOP("Sentences", "Only the first of its {count} frames was read.")
    return [Sentence(text, count=frames)]

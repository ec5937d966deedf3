"""Decode a picture from the bytes of a file, in this process; every failure is explained in one sentence."""

from __future__ import annotations

import io
import threading
import warnings
from dataclasses import replace
from functools import cache

import numpy as np
import psutil
from PIL import ExifTags, Image, TiffImagePlugin, UnidentifiedImageError

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.attached_metadata import attached_to
from desktop_app.imaging.bit_depth import bit_depth_note
from desktop_app.imaging.file_metadata import kept_exif, resolution_in_exif, resolution_in_header
from desktop_app.imaging.file_repairs import repair_jpeg, repair_png
from desktop_app.imaging.file_signatures import advice_for_drawings, is_heic
from desktop_app.imaging.frames import deepest_icon, notes_on_frames, seek_main_page
from desktop_app.imaging.naming import printable
from desktop_app.imaging.picture import Picture, Pixels, from_image
from desktop_app.imaging.psd import SUFFIXES, is_photoshop, open_photoshop
from desktop_app.imaging.rare_files import RareKindError, rare_file
from desktop_app.imaging.reading_errors import ReadError, decoding_failure, too_large_for_memory
from desktop_app.imaging.stated_colours import (
    StatedColours,
    avif_colours,
    exif_profile,
    png_colours,
)
from models.errors import is_memory_shortage

MAX_PIXELS = 2**26
"""Pixels of the largest picture that is read, 67 megapixels: enlarged 2× it already takes 800 MB."""

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

_BYTES_PER_PIXEL = 12
"""Memory that decoding takes: Pillow's picture, its conversion, and ours."""

_MAX_TEXT_BYTES = 2**20  # of pixels written as text, which Pillow reads number by number
_MAX_GIF_BYTES = 2**24  # whose frames Pillow counts one by one
_MAX_RESOURCE_BYTES = 2**22  # of a Photoshop file, besides its pixels
_MAX_ORDINARY_PIXELS = 2**24
_MAX_PIXELS_PER_BYTE = (
    500  # of a file with more pixels than those; a large page of one colour has more
)


def picture_suffixes() -> frozenset[str]:
    """Return the file name extensions that can be read, in lower case and with their dot."""
    Image.init()
    can_read_heic()
    endings = Image.registered_extensions().items()
    return SUFFIXES.union(ending for ending, title in endings if title in _FORMATS)


def is_suspect(data: bytes) -> bool:
    """Check whether a file may take very long to decode, or far more memory than its size suggests.

    Args:
        data: The whole file.
    """
    if data.startswith((b"P1", b"P2", b"P3", b"/* XPM", b"#define")):
        return len(data) > _MAX_TEXT_BYTES
    if data.startswith(b"GIF8"):
        return len(data) > _MAX_GIF_BYTES
    if is_photoshop(data):
        return _resource_bytes(data) > _MAX_RESOURCE_BYTES
    try:
        with _quiet_pillow, _open(data) as image:
            pixels = image.width * image.height
    except Exception:  # noqa: BLE001 - told when it is decoded
        return False
    return pixels > max(_MAX_ORDINARY_PIXELS, _MAX_PIXELS_PER_BYTE * len(data))


def _resource_bytes(data: bytes) -> int:
    """Return the length of the image resources that a Photoshop file declares."""
    colour_table = int.from_bytes(data[26:30], "big")
    return int.from_bytes(data[30 + colour_table : 34 + colour_table], "big")


def decode(data: bytes, name: str) -> Picture:
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
        with _quiet_pillow:
            if is_photoshop(data):
                return _photoshop_picture(data, name)
            try:
                return _decode(data, name)
            except (ReadError, Image.DecompressionBombError):
                raise
            except Exception as error:
                if is_memory_shortage(error):
                    raise
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
    except Exception as error:  # Pillow's decoders raise nearly every type on damaged files
        if is_memory_shortage(error):
            raise ReadError(too_large_for_memory(name)) from error
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


def _open(data: bytes) -> Image.Image:
    Image.init()  # a format missing from this Pillow would be a KeyError in open()
    formats = [title for title in _FORMATS if title in Image.OPEN]
    return Image.open(io.BytesIO(data), formats=formats)


def _decode(data: bytes, name: str, profile: bytes | None = None) -> Picture:
    """Decode what Pillow reads; ``profile`` is one that is not in the file."""
    with _open(data) as image:
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
    except Exception as error:
        if is_memory_shortage(error):
            raise
        return None  # damaged: the caller says what Pillow found
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
    if width * height * _BYTES_PER_PIXEL > psutil.virtual_memory().available:
        raise ReadError(too_large_for_memory(name))


class _QuietPillow:
    """Context in which Pillow's warnings about odd files are neither printed nor turned into exceptions.

    Python's warning filters are global to the process, so all that decode at the same time share one such
    context, which the last of them ends. Pillow's own pixel limit, also global, is left alone: MAX_PIXELS is
    lower.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._filters = warnings.catch_warnings()

    def __enter__(self) -> None:
        with self._lock:
            self._users += 1
            if self._users == 1:
                self._filters = warnings.catch_warnings()
                self._filters.__enter__()
                warnings.simplefilter("ignore")

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._filters.__exit__(None, None, None)


_quiet_pillow = _QuietPillow()


# --- conversion of Pillow's image ----------------------------------------------------------------


def _picture_of(image: Image.Image, name: str) -> Picture:
    notes = notes_on_frames(image, seek_main_page(image))
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
    image = deepest_icon(image)
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

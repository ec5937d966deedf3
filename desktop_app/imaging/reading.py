"""Read a picture from a file or from memory; whatever goes wrong ends in one clear sentence."""

from __future__ import annotations

import errno
import io
import math
import stat
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import SupportsFloat

import numpy as np
from PIL import ExifTags, Image, TiffImagePlugin, UnidentifiedImageError

from desktop_app.imaging.picture import Picture, Pixels, from_image, quoted, with_exact_text

MAX_PIXELS = 2**26
"""Pixels of the largest picture read, 67 megapixels: enlarged twice it already fills 800 MB."""

MAX_BYTES = 2**30
"""Bytes of the largest file read; a 16-bit RGBA picture of MAX_PIXELS stays below."""

_LIMIT_TEXT = f"the limit is {MAX_PIXELS // 10**6} megapixels"

# Pictures made of pixels only: Pillow would hand EPS to Ghostscript, if there is one.
_FORMATS = (
    *("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "AVIF", "ICO", "ICNS", "CUR", "DIB", "PSD"),
    *("JPEG2000", "PPM", "QOI", "TGA", "PCX", "DDS", "SGI", "SUN", "XBM", "XPM", "MSP", "IM"),
)
_FORMAT_TITLES = {"MPO": "JPEG", "DIB": "BMP", "WEBP": "WebP", "JPEG2000": "JPEG 2000"}
_SIGNATURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"8BPS": "PSD",
}
# What a reader may want to know of the picture; all else in a TIFF's first IFD describes its bytes.
_KEPT_TAGS = frozenset(
    {
        *(ExifTags.Base.ImageDescription, ExifTags.Base.Make, ExifTags.Base.Model),
        *(ExifTags.Base.Software, ExifTags.Base.DateTime, ExifTags.Base.Artist),
        *(ExifTags.Base.HostComputer, ExifTags.Base.Copyright, ExifTags.Base.Rating),
        *(ExifTags.Base.XPTitle, ExifTags.Base.XPComment, ExifTags.Base.XPAuthor),
        *(ExifTags.Base.XPKeywords, ExifTags.Base.XPSubject),
    }
)

_warnings_lock = threading.Lock()


class ReadError(Exception):
    """A picture could not be read; ``str()`` is one sentence naming the file and the reason."""


def read_picture(path: Path) -> Picture:
    """Read a picture file, upright, in 8 bits and RGB.

    Args:
        path: The file.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: It is missing, no picture, damaged, too large, or may not be read.
    """
    named = quoted(path.name or str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(f"{named} is a folder, not a picture.")
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(f"{named} is a device, not a picture file.")
        if status.st_size > MAX_BYTES:
            raise ReadError(
                f"{named} is too large: {status.st_size / 2**30:.1f} GB, and the limit is 1 GB."
            )
        with path.open("rb") as file:
            data = file.read()
    except OSError as error:
        raise ReadError(f"{named} {_reason(error)}.") from error
    except ValueError as error:  # a null character in the path
        raise ReadError(f"{named} is not a possible file name.") from error
    except MemoryError as error:
        raise ReadError(f"{named} does not fit into the memory of this computer.") from error
    return decode_picture(data, path.name)


def decode_picture(data: bytes, name: str) -> Picture:
    """Read a picture from the bytes of a file, as they come from the clipboard or a drag.

    Args:
        data: The whole file.
        name: What to call it in messages.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: The bytes are no picture, damaged, or too large.
    """
    named = quoted(name)
    if not data:
        raise ReadError(f"{named} is empty.")
    advice = _advice_for_other_kinds(data)
    if advice:
        raise ReadError(f"{named} {advice}.")
    try:
        with _quiet_pillow():
            Image.init()  # a format missing from this Pillow would be a KeyError in open()
            formats = [title for title in _FORMATS if title in Image.OPEN]
            with Image.open(io.BytesIO(data), formats=formats) as image:
                _check_size(image, named)
                return _picture_of(image, named)
    except ReadError:
        raise
    except Image.DecompressionBombError as error:
        raise ReadError(f"{named} has too many pixels: {_LIMIT_TEXT}.") from error
    except MemoryError as error:
        raise ReadError(f"{named} does not fit into the memory of this computer.") from error
    except UnidentifiedImageError as error:
        raise ReadError(f"{named} {_unidentified(data)}.") from error
    except Exception as error:  # Pillow's decoders raise nearly every type on damaged files
        is_short = isinstance(error, EOFError) or "truncated" in str(error).lower()
        reason = (
            "is incomplete: the file ends too early" if is_short else "is damaged or incomplete"
        )
        raise ReadError(f"{named} {reason}, so its picture cannot be read.") from error


def _check_size(image: Image.Image, named: str) -> None:
    if image.width * image.height > MAX_PIXELS:
        size = f"{image.width} \N{MULTIPLICATION SIGN} {image.height}"
        raise ReadError(f"{named} has too many pixels: {size}, and {_LIMIT_TEXT}.")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read: you have no permission"
    if isinstance(error, NotADirectoryError):
        return "does not exist: its folder is a file"
    if error.errno == errno.ELOOP:
        return "is a link that leads in a circle"
    return f"cannot be read: {error.strerror or error}".rstrip(".")


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Keep Pillow's warnings about odd files from the terminal, and from becoming exceptions.

    Python's warning filters belong to the process, hence the lock; Pillow's own pixel limit, also
    global, stays as it is: MAX_PIXELS is lower.
    """
    with _warnings_lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


# --- what is not made of pixels ------------------------------------------------------------------


def _advice_for_other_kinds(data: bytes) -> str:
    """The end of a sentence for well-known files that are no pictures of pixels, else ""."""
    if _is_svg(data):
        return (
            "is an SVG drawing: it is made of shapes, stays sharp at every size "
            "and needs no restoring"
        )
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return (
            "is a PDF or Illustrator document: its shapes need no restoring; "
            "if it only holds a scan, export that as PNG and open the PNG"
        )
    if data.startswith((b"%!PS", b"\xc5\xd0\xd3\xc6")):
        return "is a PostScript drawing: it is made of shapes and needs no restoring"
    if b"heic" in _brands(data) and b"avif" not in _brands(data):
        return "is a HEIC photo, which cannot be read here: save it as PNG or JPEG and open that"
    return ""


def _brands(data: bytes) -> list[bytes]:
    """The kinds an ISO media file (AVIF, HEIC, MP4) says it is; empty for all other files."""
    if data[4:8] != b"ftyp":
        return []
    length = min(int.from_bytes(data[:4], "big"), 256)
    return [data[start : start + 4] for start in range(8, length, 4)]


def _is_svg(data: bytes) -> bool:
    head = data[: 2**16]
    if head.startswith(b"\x1f\x8b"):  # .svgz
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 2**16)
        except zlib.error:
            return False
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = head.decode(encoding, "replace").lstrip()
    # Only what may stand before the root element is skipped: a web page with a drawing is no SVG.
    while text.startswith(("<?", "<!--", "<!DOCTYPE", "<!doctype")):
        if text.startswith("<?"):
            end = "?>"
        elif text.startswith("<!--"):
            end = "-->"
        else:
            end = "]>" if "[" in text.partition(">")[0] else ">"
        text = text.partition(end)[2].lstrip()
    root = text[1:64].replace("/", " ").replace(">", " ").split(maxsplit=1)
    return text.startswith("<") and bool(root) and root[0].rpartition(":")[2] == "svg"


def _unidentified(data: bytes) -> str:
    titles = [title for signature, title in _SIGNATURES.items() if data.startswith(signature)]
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        titles.append("WebP")
    if b"avif" in _brands(data):
        titles.append("AVIF")
    if titles:
        return f"begins like a {titles[0]} file but is incomplete or damaged"
    return "is not a picture in a format that can be read here"


# --- from Pillow's image to ours -----------------------------------------------------------------


def _picture_of(image: Image.Image, named: str) -> Picture:
    notes = _notes_on_frames(image)
    storage = " ".join(str(tile[3]) for tile in getattr(image, "tile", ()))
    is_tiff = isinstance(image, TiffImagePlugin.TiffImageFile)
    if not is_tiff:
        image.load()
    orientation, dpi, kept_exif = 1, _resolution_in_header(image), None
    try:
        exif = image.getexif()
        orientation = int(exif.get(ExifTags.Base.Orientation, 1))
        dpi = dpi or _resolution_in_exif(image, exif)
        kept_exif = _kept_metadata(exif)
    except Exception:  # noqa: BLE001 - a broken block of metadata must not cost the picture
        notes.append("Its metadata is damaged and was left out.")
    if dpi is not None and orientation in (5, 6, 7, 8):
        dpi = dpi[1], dpi[0]
    if is_tiff:
        image.load()  # turns the picture upright, alone of all formats, and forgets the tag
        orientation = 1
    _check_size(image, named)  # an icon may hold a larger picture than its header says
    picture = from_image(image, storage)
    return replace(
        picture,
        rgb=_upright(picture.rgb, orientation),
        alpha=None if picture.alpha is None else _upright(picture.alpha, orientation),
        dpi=dpi,
        exif=kept_exif,
        format=_FORMAT_TITLES.get(image.format or "", image.format or ""),
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


def _notes_on_frames(image: Image.Image) -> list[str]:
    sizes = image.info.get("sizes", ())
    if image.format in ("ICO", "ICNS") and len(sizes) > 1:
        return [f"Only the largest of its {len(sizes)} sizes was read."]
    try:
        frames = int(getattr(image, "n_frames", 1))
    except Exception:  # noqa: BLE001 - a later frame is damaged: the first may be whole
        return ["Only its first frame was read."]
    if frames < 2:
        return []
    if image.format == "PSD":
        return ["Its layers were read as one flat picture."]
    kind = "pages" if image.format == "TIFF" else "frames"
    return [f"Only the first of its {frames} {kind} was read."]


# --- metadata ------------------------------------------------------------------------------------


def _resolution_in_header(image: Image.Image) -> tuple[float, float] | None:
    """Pixels per inch (x, y) of the stored picture; None if the file does not say."""
    if image.format not in ("JPEG", "MPO"):
        return _plausible(image.info.get("dpi"))
    # Pillow's own answer invents 72 dpi for JPEGs whose EXIF lacks a resolution.
    per_inch = {1: 1.0, 2: 2.54}.get(image.info.get("jfif_unit", 0), 0.0)
    return _plausible([dots * per_inch for dots in image.info.get("jfif_density", ())])


def _resolution_in_exif(image: Image.Image, exif: Image.Exif) -> tuple[float, float] | None:
    per_inch = {2: 1.0, 3: 2.54}.get(exif.get(ExifTags.Base.ResolutionUnit, 2))
    if per_inch is None or isinstance(image, TiffImagePlugin.TiffImageFile):
        return None  # TIFF's first directory is its header and was asked before
    values = [exif.get(ExifTags.Base.XResolution), exif.get(ExifTags.Base.YResolution)]
    return _plausible(
        [float(value) * per_inch for value in values if isinstance(value, SupportsFloat)]
    )


def _plausible(pair: object) -> tuple[float, float] | None:
    """Two usable numbers, rounded to whole dpi where pixels per metre lost the fraction."""
    if not isinstance(pair, tuple | list):
        return None
    values = [float(dots) for dots in pair if isinstance(dots, SupportsFloat)]
    if len(values) != 2 or not all(math.isfinite(dots) and 1 < dots < 1e5 for dots in values):
        return None
    return _whole(values[0]), _whole(values[1])


def _whole(dpi: float) -> float:
    nearest = round(dpi)
    return float(nearest) if abs(dpi - nearest) < 0.51 * 0.0254 else dpi


def _kept_metadata(exif: Image.Exif) -> bytes | None:
    """The metadata worth keeping, orientation reset, thumbnail dropped; None if there is none."""
    kept = Image.Exif()
    kept.update(with_exact_text({tag: exif[tag] for tag in _KEPT_TAGS & set(exif)}))
    for directory in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        entries = exif.get_ifd(directory)
        # These two point at offsets of the old file.
        entries = {
            tag: value
            for tag, value in entries.items()
            if tag not in (ExifTags.IFD.MakerNote, ExifTags.IFD.Interop)
        }
        if entries:
            kept[directory] = with_exact_text(entries)
    if not len(kept):
        return None
    kept[ExifTags.Base.Orientation] = 1
    return kept.tobytes()

"""Read the print size and the EXIF of a file."""

from __future__ import annotations

import math
from typing import SupportsFloat

from PIL import ExifTags, Image, TiffImagePlugin

from desktop_app.imaging.picture import with_exact_text

# Tags about the picture; all others in a TIFF's first directory describe how its bytes are stored.
_KEPT_TAGS = frozenset(
    {
        *(ExifTags.Base.ImageDescription, ExifTags.Base.Make, ExifTags.Base.Model),
        *(ExifTags.Base.Software, ExifTags.Base.DateTime, ExifTags.Base.Artist),
        *(ExifTags.Base.HostComputer, ExifTags.Base.Copyright, ExifTags.Base.Rating),
        *(ExifTags.Base.XPTitle, ExifTags.Base.XPComment, ExifTags.Base.XPAuthor),
        *(ExifTags.Base.XPKeywords, ExifTags.Base.XPSubject),
    }
)


def resolution_in_header(image: Image.Image) -> tuple[float, float] | None:
    """Return the pixels per inch (x, y) of the stored picture; None if the file does not say."""
    if image.format not in ("JPEG", "MPO"):
        return _plausible(image.info.get("dpi"))
    # Pillow itself would invent 72 dpi for JPEGs whose EXIF lacks a resolution.
    per_inch = {1: 1.0, 2: 2.54}.get(image.info.get("jfif_unit", 0), 0.0)
    return _plausible([dots * per_inch for dots in image.info.get("jfif_density", ())])


def resolution_in_exif(image: Image.Image, exif: Image.Exif) -> tuple[float, float] | None:
    """Return the pixels per inch (x, y) that the EXIF says; None if it does not, and for TIFF."""
    per_inch = {2: 1.0, 3: 2.54}.get(exif.get(ExifTags.Base.ResolutionUnit, 2))
    if per_inch is None or isinstance(image, TiffImagePlugin.TiffImageFile):
        return None  # TIFF's first directory is its header, which was read before
    values = [exif.get(ExifTags.Base.XResolution), exif.get(ExifTags.Base.YResolution)]
    return _plausible(
        [float(value) * per_inch for value in values if isinstance(value, SupportsFloat)]
    )


def _plausible(pair: object) -> tuple[float, float] | None:
    """Return two usable numbers or None; whole dpi where pixels per metre lost the fraction."""
    if not isinstance(pair, tuple | list):
        return None
    values = [float(dots) for dots in pair if isinstance(dots, SupportsFloat)]
    if len(values) != 2 or not all(math.isfinite(dots) and 1 < dots < 1e5 for dots in values):
        return None
    return _whole(values[0]), _whole(values[1])


def _whole(dpi: float) -> float:
    nearest = round(dpi)
    return float(nearest) if abs(dpi - nearest) < 0.51 * 0.0254 else dpi


def kept_exif(exif: Image.Exif) -> bytes | None:
    """Return the metadata worth keeping, orientation reset, thumbnail dropped; None if there is none."""
    kept = Image.Exif()
    kept.update(with_exact_text({tag: exif[tag] for tag in _KEPT_TAGS & set(exif)}))
    for directory in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        entries = exif.get_ifd(directory)
        # These two point to byte offsets in the old file.
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

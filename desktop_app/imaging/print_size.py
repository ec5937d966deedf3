"""The size of a picture on paper: from its resolution, or as the user types it."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.imaging.picture import Picture

MM_PER_INCH = 25.4

PRINT_DPI = 300.0
"""Pixels per inch that print shops ask for: at reading distance individual pixels are invisible."""

MIN_DPI, MAX_DPI = 2.0, 65535.0
"""Resolutions that every format can store; JPEG has 16 bits for them."""

_MM = {
    "": 1.0,
    "mm": 1.0,
    "cm": 10.0,
    "in": MM_PER_INCH,
    "inch": MM_PER_INCH,
    "inches": MM_PER_INCH,
    '"': MM_PER_INCH,
    "\N{DOUBLE PRIME}": MM_PER_INCH,
    "\N{RIGHT DOUBLE QUOTATION MARK}": MM_PER_INCH,
}
_LENGTH = re.compile(r"\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(\S*)\s*")


def length_on_paper(pixels: int, dpi: float) -> float:
    """Return the length of a row of pixels in millimetres, at ``dpi`` pixels per inch."""
    return pixels / dpi * MM_PER_INCH


def size_on_paper(picture: Picture) -> tuple[float, float] | None:
    """Return width and height in millimetres; None if the picture has no resolution."""
    if picture.dpi is None:
        return None
    across, down = picture.dpi
    return length_on_paper(picture.width, across), length_on_paper(picture.height, down)


def max_print_width(picture: Picture, dpi: float = PRINT_DPI) -> float:
    """Return the greatest width in millimetres at which a picture has ``dpi`` pixels per inch."""
    return length_on_paper(picture.width, dpi)


def dpi_for_width(picture: Picture, width: float) -> float:
    """Return the resolution that makes a picture this wide on paper.

    Args:
        picture: Only its width matters.
        width: In millimetres.

    Returns:
        Pixels per inch.

    Raises:
        ValueError: The width is so small or large that no file can store its resolution.
    """
    dpi = picture.width / width * MM_PER_INCH if width > 0 else float("inf")
    if not MIN_DPI <= dpi <= MAX_DPI:
        raise ValueError(f"{picture.width} pixels cannot be printed {width:g} mm wide")
    return dpi


def with_print_width(picture: Picture, width: float) -> Picture:
    """Set the width of a picture on paper; its pixels stay the same.

    Args:
        picture: Its own resolution is replaced.
        width: In millimetres.

    Returns:
        The picture with the resolution that makes it this wide, the same in x and y.

    Raises:
        ValueError: The width is so small or large that no file can store its resolution.
    """
    dpi = dpi_for_width(picture, width)
    return replace(picture, dpi=(dpi, dpi))


def parse_length(text: str) -> float:
    """Parse a length as people type it: "42", "42 mm", "4,2cm", '1.65"'.

    Args:
        text: A number, with a point or a comma, and optionally a unit: mm (if there is none), cm, in,
            inch, inches or ".

    Returns:
        Millimetres, more than 0.

    Raises:
        ValueError: The text is not a length, or the length is 0 or infinite.
    """
    match = _LENGTH.fullmatch(text.casefold())
    if match is None or match[2] not in _MM:
        raise ValueError(f"not a length: {text!r}")
    length = float(match[1].replace(",", ".")) * _MM[match[2]]
    if not 0 < length < float("inf"):
        raise ValueError(f"not a length: {text!r}")
    return length

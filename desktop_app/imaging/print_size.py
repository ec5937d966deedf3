"""The size of a picture on paper: from its pixels, and from what people type."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.imaging.picture import Picture

MM_PER_INCH = 25.4

PRINT_DPI = 300.0
"""Pixels per inch at which print shops take pictures: at reading distance no pixel shows."""

MIN_DPI, MAX_DPI = 2.0, 65535.0
"""Resolutions that every format can hold; JPEG has 16 bits for it."""

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
    """The millimetres that a number of pixels takes at a resolution."""
    return pixels / dpi * MM_PER_INCH


def size_on_paper(picture: Picture) -> tuple[float, float] | None:
    """Width and height in millimetres; None if the picture does not say."""
    if picture.dpi is None:
        return None
    across, down = picture.dpi
    return length_on_paper(picture.width, across), length_on_paper(picture.height, down)


def max_print_width(picture: Picture, dpi: float = PRINT_DPI) -> float:
    """The width in millimetres up to which a picture has enough pixels for a resolution."""
    return length_on_paper(picture.width, dpi)


def dpi_for_width(picture: Picture, width: float) -> float:
    """The resolution at which a picture is so wide.

    Args:
        picture: Any.
        width: In millimetres.

    Returns:
        Pixels per inch.

    Raises:
        ValueError: The width is so small or large that files cannot say so.
    """
    dpi = picture.width / width * MM_PER_INCH if width > 0 else float("inf")
    if not MIN_DPI <= dpi <= MAX_DPI:
        raise ValueError(f"{picture.width} pixels cannot be printed {width:g} mm wide")
    return dpi


def with_print_width(picture: Picture, width: float) -> Picture:
    """The same pixels, so wide on paper.

    Args:
        picture: Any.
        width: In millimetres.

    Returns:
        The picture with square pixels of the resolution that makes it so wide.

    Raises:
        ValueError: The width is so small or large that files cannot say so.
    """
    dpi = dpi_for_width(picture, width)
    return replace(picture, dpi=(dpi, dpi))


def parse_length(text: str) -> float:
    """Read a length as people type it: "42", "42 mm", "4,2cm", '1.65"'.

    Args:
        text: A number, with a point or a comma, and perhaps a unit: mm, cm, in, inch, ".

    Returns:
        Millimetres, more than 0.

    Raises:
        ValueError: It is no length.
    """
    match = _LENGTH.fullmatch(text.casefold())
    if match is None or match[2] not in _MM:
        raise ValueError(f"not a length: {text!r}")
    length = float(match[1].replace(",", ".")) * _MM[match[2]]
    if not 0 < length < float("inf"):
        raise ValueError(f"not a length: {text!r}")
    return length

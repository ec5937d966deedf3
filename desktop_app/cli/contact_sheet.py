"""Draw a contact sheet: the picture before and after, side by side in one image."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from desktop_app.imaging.picture import Picture

MARGIN = 32
CAPTION = 44
FONT_SIZE = 20
PANEL = 900
"""Pixels: smaller pictures are magnified by a whole number, up to this size."""

LARGEST_FACTOR = 8

LARGEST_PART = 1600
"""Longest side shown, in pixels: of a larger picture only the middle is shown."""

_PAPER = (250, 250, 250)
_INK = (48, 51, 56)
_CHECKS = (236, 214)
_CHECK_SIZE = 8


def draw_contact_sheet(before: Picture, after: Picture, captions: tuple[str, str]) -> Picture:
    """Draw two pictures side by side, each below its caption.

    Args:
        before: On the left.
        after: On the right, of the same size and colour space.
        captions: Captions of both, left and right.

    Returns:
        An opaque picture in their colour space. Transparency is shown as a checkerboard, and magnification
        repeats pixels, so that nothing is smoothed.

    Raises:
        ValueError: The sizes differ.
    """
    if (before.height, before.width) != (after.height, after.width):
        raise ValueError(f"{before.size_text} and {after.size_text} cannot be compared")
    left, right = _panel(before), _panel(after)
    font = ImageFont.load_default(FONT_SIZE)
    columns = (MARGIN, 2 * MARGIN + left.width)
    size = (columns[1] + right.width + MARGIN, 2 * MARGIN + CAPTION + left.height)
    sheet = Image.new("RGB", size, _PAPER)
    pen = ImageDraw.Draw(sheet)
    for panel, caption, x in zip((left, right), captions, columns, strict=True):
        pen.text((x, MARGIN), _fitting(caption, panel.width, font), fill=_INK, font=font)
        sheet.paste(panel, (x, MARGIN + CAPTION))
    return Picture(np.array(sheet), icc_profile=before.icc_profile, format="PNG")


def _panel(picture: Picture) -> Image.Image:
    """Return the picture (the middle of a large one) on a checkerboard, magnified if small."""
    height, width = min(picture.height, LARGEST_PART), min(picture.width, LARGEST_PART)
    top, left = (picture.height - height) // 2, (picture.width - width) // 2
    rows, columns = np.ogrid[:height, :width]
    is_dark = (rows // _CHECK_SIZE + columns // _CHECK_SIZE) % 2
    checks = np.where(is_dark, *reversed(_CHECKS)).astype(np.uint8)
    panel = Image.fromarray(checks).convert("RGBA")
    part = picture.rgba()[top : top + height, left : left + width]
    panel.alpha_composite(Image.fromarray(np.ascontiguousarray(part)))
    factor = min(LARGEST_FACTOR, max(1, PANEL // max(width, height)))
    enlarged = panel.resize((width * factor, height * factor), Image.Resampling.NEAREST)
    return enlarged.convert("RGB")


def _fitting(caption: str, width: int, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """Return the caption, cut to fit into ``width`` pixels."""
    # The built-in font has no multiplication sign.
    caption = caption.replace("\N{MULTIPLICATION SIGN}", "x")
    length = len(caption)
    while length and font.getlength(caption[:length]) > width:
        length -= 1
    return caption[:length]

"""Supersampled drawing: a sheet is drawn large and averaged down, so that edges have exact coverage.

All positions and sizes are in pixels of the finished picture (the enlarged grid) and may be fractions.
Drawing happens at ``scale`` times that size. The mean over each ``scale`` x ``scale`` area is then the
share of the pixel that a shape covers; no filter could shift an edge or make it ring.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from models.training.corpus.sources import Icon
from models.training.corpus.typefaces import Typeface

Colour = tuple[int, int, int]
Point = tuple[float, float]
#: Left, top, right, bottom in pixels of the finished picture; right and bottom are exclusive.
Box = tuple[float, float, float, float]


class DrawingError(Exception):
    """A source cannot be drawn: its SVG is malformed, or its font lacks a character."""


@dataclass(frozen=True)
class Pen:
    """Font, size and spacing of a line of text.

    Attributes:
        face: The font.
        cap_height: Height of its capitals in pixels of the finished picture.
        script: The script whose tallest plain letter counts as a capital.
        tracking: Space added after every letter, in cap heights; 0 for scripts whose letters join.
        outline: Width of a stroke around the letters, in pixels; 0 for none.
    """

    face: Typeface
    cap_height: float
    script: str = "latin"
    tracking: float = 0.0
    outline: float = 0.0


class Sheet:
    """An RGB picture under construction.

    Args:
        width: Pixels of the finished picture.
        height: Pixels of the finished picture.
        scale: Drawing pixels per finished pixel, each way.
        paper: Background colour.
        snap: Put the edges of rectangles on whole pixels, as interfaces do.

    Raises:
        ValueError: A size or the scale is less than 1.
    """

    def __init__(
        self, width: int, height: int, scale: int, paper: Colour, *, snap: bool = False
    ) -> None:
        if min(width, height, scale) < 1:
            raise ValueError(f"A sheet of {width} x {height} at {scale} times cannot be drawn on.")
        self.width, self.height, self.scale, self.paper = width, height, scale, paper
        self.image = Image.new("RGB", (width * scale, height * scale), paper)
        self._draw = ImageDraw.Draw(self.image)
        self._snap = snap

    def _large(self, values: Sequence[float]) -> list[float]:
        return [value * self.scale for value in values]

    def _corners(self, box: Box) -> tuple[int, int, int, int]:
        left, top, right, bottom = (round(value) for value in self._large(box))
        if self._snap:
            left, top = round(box[0]) * self.scale, round(box[1]) * self.scale
            right = max(left + self.scale, round(box[2]) * self.scale)
            bottom = max(top + self.scale, round(box[3]) * self.scale)
        # Pillow includes the last row and column; this class does not.
        return left, top, max(left, right - 1), max(top, bottom - 1)

    def rectangle(
        self, box: Box, fill: Colour | None, *, line: Colour | None = None, width: float = 1
    ) -> None:
        """Fill a rectangle, or draw its edge in the colour ``line``, ``width`` pixels inwards."""
        self._draw.rectangle(self._corners(box), fill, line, max(1, round(width * self.scale)))

    def rounded(
        self,
        box: Box,
        radius: float,
        fill: Colour | None,
        *,
        line: Colour | None = None,
        width: float = 1,
    ) -> None:
        """Fill a rectangle with round corners, or draw its edge in the colour ``line``, inwards."""
        large = max(1, round(width * self.scale))
        self._draw.rounded_rectangle(
            self._corners(box), radius * self.scale, fill, line, large if line else 0
        )

    def ellipse(
        self, box: Box, fill: Colour | None, *, line: Colour | None = None, width: float = 1
    ) -> None:
        """Fill an ellipse, or draw its edge in the colour ``line``, ``width`` pixels inwards."""
        self._draw.ellipse(self._corners(box), fill, line, max(1, round(width * self.scale)))

    def pie(self, box: Box, start: float, end: float, fill: Colour) -> None:
        """Fill a slice of an ellipse; angles in degrees, clockwise from the right."""
        self._draw.pieslice(self._corners(box), start, end, fill)

    def arc(self, box: Box, start: float, end: float, line: Colour, width: float) -> None:
        """Draw an arc of an ellipse; angles in degrees, clockwise from the right."""
        self._draw.arc(self._corners(box), start, end, line, max(1, round(width * self.scale)))

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        """Draw a line of ``width`` pixels through ``points``."""
        large = [(x * self.scale, y * self.scale) for x, y in points]
        self._draw.line(large, fill, max(1, round(width * self.scale)), joint="curve")

    def paste(self, picture: Image.Image, left: float, top: float) -> None:
        """Paste a picture (RGB or RGBA, in drawing pixels) with its corner at ``left``, ``top``."""
        at = (round(left * self.scale), round(top * self.scale))
        self.image.paste(picture, at, picture if picture.mode == "RGBA" else None)

    def fill_mask(
        self, mask: Image.Image, left: float, top: float, fill: Colour | Image.Image
    ) -> Box:
        """Colour the sheet through a mask of drawing pixels.

        Args:
            mask: Coverage, mode L, in drawing pixels.
            left: Position of its left edge, in finished pixels.
            top: Position of its top edge, in finished pixels.
            fill: One colour, or a picture that is stretched over the mask.

        Returns:
            The box of the mask.
        """
        x, y = round(left * self.scale), round(top * self.scale)
        box = (x, y, x + mask.width, y + mask.height)
        if isinstance(fill, Image.Image):
            self.image.paste(fill.resize(mask.size, Image.Resampling.BILINEAR), box, mask)
        else:
            self.image.paste(fill, box, mask)
        return (left, top, left + mask.width / self.scale, top + mask.height / self.scale)

    def shade(self, mask: Image.Image, left: float, top: float, blur: float, fill: Colour) -> None:
        """Draw a soft shadow of ``mask``; ``blur`` is its standard deviation in finished pixels."""
        pad = round(3 * blur * self.scale)
        large = Image.new("L", (mask.width + 2 * pad, mask.height + 2 * pad))
        large.paste(mask, (pad, pad))
        # A shadow is smooth: blurring it at a quarter of the resolution looks the same and is fast.
        small = large.reduce(4).filter(ImageFilter.GaussianBlur(blur * self.scale / 4))
        soft = small.resize(large.size, Image.Resampling.BILINEAR)
        self.fill_mask(soft, left - pad / self.scale, top - pad / self.scale, fill)

    def write(
        self,
        text: str,
        pen: Pen,
        left: float,
        baseline: float,
        fill: Colour | Image.Image,
        *,
        angle: float = 0.0,
    ) -> Box:
        """Write one line of text.

        Args:
            text: The line.
            pen: Font, size and spacing.
            left: Where its ink starts.
            baseline: Where its letters stand.
            fill: One colour, or a picture that is stretched over the ink.
            angle: Degrees the finished line is turned by, counter-clockwise, about its middle.

        Returns:
            The box of the ink.

        Raises:
            DrawingError: The font lacks a character, or there is no ink.
        """
        mask, above = text_mask(text, pen, self.scale)
        top = baseline - above / self.scale
        if angle:
            turned = mask.rotate(angle, Image.Resampling.BICUBIC, expand=True)
            left -= (turned.width - mask.width) / 2 / self.scale
            top -= (turned.height - mask.height) / 2 / self.scale
            mask = turned
        return self.fill_mask(mask, left, top, fill)

    def rotate(self, angle: float) -> None:
        """Rotate the sheet about its middle, ``angle`` in degrees; corners from outside become paper."""
        self.image = self.image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=self.paper)
        self._draw = ImageDraw.Draw(self.image)

    def finish(self) -> npt.NDArray[np.uint8]:
        """Average the drawing down to the finished picture, uint8 of shape (height, width, 3)."""
        return np.asarray(self.image.reduce(self.scale))


def text_mask(text: str, pen: Pen, scale: int) -> tuple[Image.Image, int]:
    """Draw one line of text as coverage.

    Args:
        text: The line.
        pen: Font, size and spacing.
        scale: Drawing pixels per finished pixel.

    Returns:
        The mask (mode L, cropped to its ink), and the number of its rows above the baseline.

    Raises:
        DrawingError: The font lacks a character, or there is no ink.
    """
    if not pen.face.can_write(text):
        raise DrawingError(f"{pen.face.family} cannot write {text!r}.")
    try:
        font = pen.face.at_cap_height(pen.cap_height * scale, pen.script)
        stroke = pen.outline * scale
        left, top, right, bottom = font.getbbox(text, stroke_width=stroke, anchor="ls")
        step = pen.tracking * pen.cap_height * scale
        size = (right - left + step * len(text), bottom - top)
        if not 0 < size[1] < 6000 or not 0 < size[0] < 16000:
            raise DrawingError(f"{text!r} has no size in {pen.face.family}.")
        mask = Image.new("L", (round(size[0]) + 4, round(size[1]) + 4))
        draw = ImageDraw.Draw(mask)
        if step:
            for index, letter in enumerate(text):
                # Measured with the text before it, so that kerning counts.
                x = font.getlength(text[: index + 1]) - font.getlength(letter) + index * step
                draw.text((x - left + 2, 2 - top), letter, 255, font, "ls", stroke_width=stroke)
        else:
            draw.text((2 - left, 2 - top), text, 255, font, "ls", stroke_width=stroke)
    except OSError as error:
        raise DrawingError(f"{pen.face.family} failed on {text!r}.") from error
    ink = mask.getbbox()
    if ink is None:
        raise DrawingError(f"{text!r} has no ink in {pen.face.family}.")
    return mask.crop(ink), round(2 - top - ink[1])


def fit_cap_height(text: str, pen: Pen, width: float) -> float:
    """Return the cap height at which ``text`` is ``width`` finished pixels wide.

    Raises:
        DrawingError: The font lacks a character, or there is no ink.
    """
    mask, _ = text_mask(text, pen, 4)
    return pen.cap_height * width / max(1e-3, mask.width / 4)


_ROOT = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_SIZE = re.compile(r"""\s(width|height)\s*=\s*["']\s*([\d.]+)[^"']*["']""")


def draw_icon(icon: Icon, size: int, colour: Colour | None = None) -> Image.Image:
    """Render an icon.

    Args:
        icon: The drawing.
        size: Its longer side in drawing pixels.
        colour: The one colour to draw it in; None keeps its own colours.

    Returns:
        RGBA, cropped to its ink.

    Raises:
        DrawingError: The drawing is malformed or empty.
    """
    from resvg import (
        render,
        usvg,
    )  # from the extra "train"; the rest of the module works without it

    svg = icon.read()
    root = _ROOT.search(svg)
    if root is None:
        raise DrawingError(f"{icon.name} is not an SVG.")
    tag = root.group(0)
    sizes = {name: float(value) for name, value in _SIZE.findall(tag)}
    tag = _SIZE.sub("", tag)
    if "viewBox" not in tag:
        if not sizes.get("width") or not sizes.get("height"):
            raise DrawingError(f"{icon.name} has no size.")
        tag = f'<svg viewBox="0 0 {sizes["width"]} {sizes["height"]}"' + tag[4:]
    width, height = _view_size(tag, icon)
    longer = size / max(width, height)
    shape = f'<svg width="{width * longer:.2f}" height="{height * longer:.2f}"'
    sized = shape + tag[4:] + svg[root.end() :]
    prefix = svg[: root.start()]
    try:
        tree = usvg.Tree.from_str(prefix + sized, usvg.Options.default())
        picture = Image.open(io.BytesIO(render(tree, (1, 0, 0, 0, 1, 0)))).convert("RGBA")
    except BaseException as error:
        # The binding reports a malformed file as a Rust panic, which does not derive from Exception.
        if type(error).__name__ == "PanicException" or isinstance(error, OSError | ValueError):
            raise DrawingError(f"{icon.name} is malformed.") from None
        raise
    ink = picture.getbbox()
    if ink is None or min(ink[2] - ink[0], ink[3] - ink[1]) < size / 16:
        raise DrawingError(f"{icon.name} is empty.")
    picture = picture.crop(ink)
    if colour is not None:
        flat = Image.new("RGBA", picture.size, (*colour, 0))
        flat.putalpha(picture.getchannel("A"))
        return flat
    return picture


def _view_size(tag: str, icon: Icon) -> tuple[float, float]:
    view = re.search(r"""viewBox\s*=\s*["']([^"']+)["']""", tag)
    numbers = re.split(r"[\s,]+", view.group(1).strip()) if view else []
    try:
        width, height = float(numbers[2]), float(numbers[3])
    except (IndexError, ValueError):
        raise DrawingError(f"{icon.name} has no view box.") from None
    if not (0 < width < 1e6 and 0 < height < 1e6 and 0.1 < width / height < 10):
        raise DrawingError(f"{icon.name} has no usable size.")
    return width, height


def gradient(first: Colour, last: Colour, direction: str) -> Image.Image:
    """Blend two colours over a square of 64 x 64 pixels, RGB.

    Args:
        first: The colour that it starts with.
        last: The colour that it ends with.
        direction: ``across``, ``down``, ``diagonal`` or ``radial`` (from the middle outwards).

    Raises:
        ValueError: The direction is unknown.
    """
    y, x = np.mgrid[0:64, 0:64] / 63.0
    weights = {
        "across": x,
        "down": y,
        "diagonal": (x + y) / 2,
        "radial": np.minimum(1, np.hypot(x - 0.5, y - 0.5) / 0.71),
    }
    if direction not in weights:
        raise ValueError(f"A gradient goes {', '.join(weights)}, not {direction!r}.")
    weight = weights[direction][..., None]
    blend = np.array(first) * (1 - weight) + np.array(last) * weight
    return Image.fromarray(blend.round().astype(np.uint8))

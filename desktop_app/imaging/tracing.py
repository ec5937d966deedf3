"""Trace a picture as vector shapes that stay sharp at every size: an SVG document."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any

import numpy as np
import resvg
import vtracer  # type: ignore[import-untyped]
from PIL import Image

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import bleed, composite
from desktop_app.imaging.palette import MAX_PALETTE_COLOURS, choose_colours, nearest
from desktop_app.imaging.picture import Colour, Picture, Pixels
from desktop_app.imaging.print_size import size_on_paper

MAX_TRACED_PIXELS = 2**24
"""Pixels of the largest picture that is traced, 16 megapixels, which take about 20 seconds."""

_FINEST, _FINE_PIXELS = 4, 2**22
"""A picture is enlarged before it is traced: at most this many times, to at most this many pixels.

vtracer follows the borders of pixels, and would otherwise lose what antialiasing says about the position of
an edge within a pixel. On the three samples, the distance fell by 43 to 58 % with the same number of colours.
"""

_FRAME = 1
"""Transparent pixels added around a picture with alpha: vtracer overlooks transparency if it is rare."""

_PATH = re.compile(r'<path d="([^"]*)" fill="#([0-9A-Fa-f]{6})" transform="([^"]*)"/>')


class TraceError(Exception):
    """A picture cannot be traced; ``str()`` is one sentence for the user."""


class TraceMode(StrEnum):
    """What the outlines of the shapes are made of."""

    SPLINE = "spline"
    """Curves, as in letters and logos."""

    POLYGON = "polygon"
    """Straight lines."""


class Layering(StrEnum):
    """How the shapes are layered."""

    STACKED = "stacked"
    """On top of each other: no gaps, and each shape can be moved or recoloured as a whole."""

    CUTOUT = "cutout"
    """Side by side, as plotters and foil cutters need them."""


@dataclass(frozen=True)
class TraceSettings:
    """How a picture is to be traced.

    Attributes:
        colours: The most colours, 2 to MAX_PALETTE_COLOURS; None chooses by the picture's flat places.
        smallest: Side in pixels of the smallest patch that becomes a shape of its own, 0 to 16.
        corner: Angle in degrees from which a bend is a corner and stays sharp, 0 to 180.
        mode: Curves or straight lines.
        layering: On top of each other, or side by side.

    Raises:
        ValueError: A number is out of range.
    """

    colours: int | None = None
    smallest: int = 1
    corner: int = 60
    mode: TraceMode = TraceMode.SPLINE
    layering: Layering = Layering.STACKED

    def __post_init__(self) -> None:
        if self.colours is not None and not 2 <= self.colours <= MAX_PALETTE_COLOURS:
            raise ValueError(f"colours must be 2 to {MAX_PALETTE_COLOURS}, not {self.colours}")
        if not 0 <= self.smallest <= 16:
            raise ValueError(f"smallest must be 0 to 16 pixels, not {self.smallest}")
        if not 0 <= self.corner <= 180:
            raise ValueError(f"corner must be 0 to 180 degrees, not {self.corner}")


@dataclass(frozen=True)
class TraceResult:
    """A picture traced as shapes.

    Attributes:
        svg: The document; its colours are sRGB, its size is in millimetres if the picture has a
            print size, else in pixels.
        outlines: The same shapes as unfilled lines in currentColor, in the picture's pixels, to lay
            over the picture. The lines are one pixel wide at every zoom.
        paths: Number of shapes.
        colours: Colours of the shapes, each once.
        distance: Root mean square difference from the picture, in levels of 255, on white and on
            black.
    """

    svg: str
    outlines: str
    paths: int
    colours: tuple[Colour, ...]
    distance: float


@dataclass(frozen=True)
class _Shape:
    path: str
    colour: Colour
    transform: str


def trace(picture: Picture, settings: TraceSettings | None = None, title: str = "") -> TraceResult:
    """Trace a picture as an SVG document.

    Colours are first reduced to a few clean ones, so that each fill becomes one shape and not many.
    Places less than half opaque become transparent, all others opaque: shapes have no soft edges.

    vtracer blocks all other Python threads, for a second or more if the picture is large, so the
    window traces in another process. Arguments and result can be pickled.

    Args:
        picture: The picture; its profile is applied.
        settings: How to trace; automatic by default.
        title: Title of the document, such as the name of the picture.

    Returns:
        The shapes and how far they are from the picture.

    Raises:
        TraceError: The picture has too many pixels, an unusable profile or no visible pixels, or the
            tracer failed.
    """
    settings = settings or TraceSettings()
    if picture.width * picture.height > MAX_TRACED_PIXELS:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "A picture of {size} pixels is too large to be traced: the limit is {limit} megapixels.",
        )
        raise TraceError(Sentence(text, size=picture.size_text, limit=MAX_TRACED_PIXELS // 10**6))
    try:
        picture = picture.in_srgb()
    except ValueError as error:
        raise TraceError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "The picture cannot be traced: {reason}."),
                reason=str(error),
            )
        ) from error
    if picture.alpha is not None and picture.alpha.max() < 128:
        raise TraceError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "The picture is transparent all over, so there is nothing to trace.",
                )
            )
        )
    palette = choose_colours(picture, settings.colours)
    fineness = _fineness(picture)
    flat = _flattened(picture, palette, fineness)
    frame = 0 if picture.alpha is None else _FRAME
    shapes = _shapes(np.pad(flat, ((frame, frame), (frame, frame), (0, 0))), settings, fineness)
    shapes = [_in_palette(shape, palette) for shape in shapes]
    used = tuple(sorted({shape.colour for shape in shapes}))
    size = picture.width, picture.height
    placed = f'transform="scale({1 / fineness:g}) translate({-frame} {-frame})"'
    filled = f"<g {placed}>{''.join(map(_filled, shapes))}</g>"
    drawn = _rendered(f"<svg {_in_pixels(*size)}>{filled}</svg>", *size)
    return TraceResult(
        svg=_document(picture, filled, title),
        outlines=(
            f'<svg {_in_pixels(*size)}><g {placed} fill="none" stroke="currentColor" '
            f'vector-effect="non-scaling-stroke">{"".join(map(_unfilled, shapes))}</g></svg>'
        ),
        paths=len(shapes),
        colours=used,
        distance=_distance(drawn, picture),
    )


# --- shapes --------------------------------------------------------------------------------------


def _fineness(picture: Picture) -> int:
    factor = (_FINE_PIXELS / (picture.width * picture.height)) ** 0.5
    return max(1, min(_FINEST, int(factor)))


def _flattened(picture: Picture, palette: Pixels, fineness: int) -> Pixels:
    """Enlarge the picture and map it to the palette, each pixel opaque or transparent; (H, W, 4)."""
    size = picture.width * fineness, picture.height * fineness
    rgb = picture.rgb if picture.alpha is None else bleed(picture.rgb, picture.alpha)
    fine = np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BICUBIC))
    flat = np.empty((*fine.shape[:2], 4), np.uint8)
    flat[..., :3] = palette[nearest(fine, palette)[0]]
    flat[..., 3] = 255
    if picture.alpha is not None:
        opacity = Image.fromarray(picture.alpha).resize(size, Image.Resampling.BICUBIC)
        flat[np.asarray(opacity) < 128] = 0
    return flat


def _shapes(flat: Pixels, settings: TraceSettings, fineness: int) -> list[_Shape]:
    stream = io.BytesIO()
    Image.fromarray(flat).save(stream, "PNG", compress_level=1)
    try:
        svg = vtracer.convert_raw_image_to_svg(
            stream.getvalue(),
            img_format="png",
            mode=settings.mode.value,
            hierarchical=settings.layering.value,
            filter_speckle=settings.smallest * fineness,
            corner_threshold=settings.corner,
            # The colours are few and final: do not merge or layer them again.
            color_precision=8,
            layer_difference=0,
            path_precision=1,
        )
    except BaseException as error:
        # A panic in Rust is a BaseException, not an Exception.
        if type(error).__name__ == "PanicException" or isinstance(error, Exception):
            raise TraceError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Sentences", "The picture cannot be traced: the tracer gave up."
                    )
                )
            ) from error
        raise
    return [
        _Shape(path, (int(fill[:2], 16), int(fill[2:4], 16), int(fill[4:], 16)), transform)
        for path, fill, transform in _PATH.findall(svg)
    ]


def _in_palette(shape: _Shape, palette: Pixels) -> _Shape:
    """Return the shape in a clean colour: vtracer mixes in the colours of patches too small for a shape."""
    label = nearest(np.array(shape.colour, np.uint8), palette)[0]
    red, green, blue = palette[label].tolist()
    return _Shape(shape.path, (red, green, blue), shape.transform)


# --- the document --------------------------------------------------------------------------------


def _filled(shape: _Shape) -> str:
    fill = "#{:02x}{:02x}{:02x}".format(*shape.colour)
    return f'<path d="{shape.path}" fill="{fill}" transform="{shape.transform}"/>'


def _unfilled(shape: _Shape) -> str:
    return f'<path d="{shape.path}" transform="{shape.transform}"/>'


def _in_pixels(width: float, height: float) -> str:
    return (
        f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"'
    )


def _document(picture: Picture, shapes: str, title: str) -> str:
    paper = size_on_paper(picture)
    if paper is None:
        opening = _in_pixels(picture.width, picture.height)
    else:
        # One unit is a millimetre, so that programs show real dimensions.
        width, height = (f"{side:.6g}" for side in paper)
        opening = (
            f'xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
            f'viewBox="0 0 {width} {height}"'
        )
        across, down = (
            side / pixels
            for side, pixels in zip(paper, (picture.width, picture.height), strict=True)
        )
        shapes = f'<g transform="scale({across:.9g} {down:.9g})">{shapes}</g>'
    named = "".join(letter for letter in title if letter.isprintable())
    heading = f"<title>{escape(named, quote=False)}</title>" if named else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<svg {opening}>{heading}{shapes}</svg>\n'


def _rendered(svg: str, width: int, height: int) -> Picture:
    """Render the shapes as pixels again."""
    tree = resvg.usvg.Tree.from_str(svg, resvg.usvg.Options.default())
    with Image.open(io.BytesIO(resvg.render(tree, (1, 0, 0, 0, 1, 0)))) as image:
        pixels = np.asarray(image.convert("RGBA"))
    return Picture(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))


def _distance(drawn: Picture, picture: Picture) -> float:
    """Compute the root mean square difference on white and on black, in levels of 255."""
    squares: list[Any] = []
    for background in ((255, 255, 255), (0, 0, 0)):
        sides = (composite(side.rgb, side.alpha, background) for side in (drawn, picture))
        first, second = (side.astype(np.float32) for side in sides)
        squares.append(np.square(first - second).mean())
    return float(np.mean(squares) ** 0.5)

"""Trace a picture as vector shapes that stay sharp at every size: an SVG document."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any

import numpy as np
import resvg
from PIL import Image

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.areas import Areas, GaveUpError, trace_areas
from desktop_app.imaging.palette import MAX_PALETTE_COLOURS
from desktop_app.imaging.picture import Colour, Picture
from desktop_app.imaging.print_size import size_on_paper
from desktop_app.imaging.vector.svg import colour_of, group_elements, path_data
from desktop_app.imaging.vector.tracer import FlatDrawing, trace_flat

MAX_TRACED_PIXELS = 2**24
"""Pixels of the largest picture that is traced, 16 megapixels, which take about a minute and a half."""

_LEAST_OPACITY, _HALF = 26, 128
"""Levels of opacity that the most opaque pixel must have: of flat drawings, and of all others."""

_SOFTER = 2.5
"""By how many times vtracer's angle of a corner is larger: it sees rounded steps of pixels, not edges."""


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
        corner: Angle in degrees from which a bend is a corner and stays sharp, 0 to 180. Of photographs and
            gradients, whose edges are rougher, two and a half times as much.
        mode: Curves or straight lines.
        layering: On top of each other, or side by side.

    Raises:
        ValueError: A number is out of range.
    """

    colours: int | None = None
    smallest: int = 1
    corner: int = 24
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
        is_flat: Whether the picture is of few flat colours, so that its edges are exact; a photograph or a
            gradient becomes areas of similar colour.
    """

    svg: str
    outlines: str
    paths: int
    colours: tuple[Colour, ...]
    distance: float
    is_flat: bool


@dataclass(frozen=True)
class _Elements:
    """The shapes as elements of SVG in the picture's pixels: filled, and their mere paths."""

    filled: str
    paths: tuple[str, ...]
    colours: tuple[Colour, ...]


def trace(picture: Picture, settings: TraceSettings | None = None, title: str = "") -> TraceResult:
    """Trace a picture as an SVG document.

    Of a picture with few flat colours, the mixtures at its edges tell where they run, and each becomes the
    fewest lines and curves. All others are traced as areas of similar colour.

    This blocks other Python threads, so the window traces in another process. Arguments and result can be
    pickled.

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
    opacity = 255 if picture.alpha is None else int(picture.alpha.max())
    drawing = _flat_drawing(picture, settings) if opacity >= _LEAST_OPACITY else None
    if drawing is None and opacity < _HALF:
        raise TraceError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "The picture is transparent all over, so there is nothing to trace.",
                )
            )
        )
    if drawing is not None:
        elements = _drawing_elements(drawing, settings)
    else:
        elements = _area_elements(_areas(picture, settings))
    size = picture.width, picture.height
    drawn = _rendered(f"<svg {_in_pixels(*size)}>{elements.filled}</svg>", *size)
    return TraceResult(
        svg=_document(picture, elements.filled, title),
        outlines=(
            f'<svg {_in_pixels(*size)}><g fill="none" stroke="currentColor" '
            f'vector-effect="non-scaling-stroke">{"".join(elements.paths)}</g></svg>'
        ),
        paths=len(elements.paths),
        colours=elements.colours,
        distance=_distance(drawn, picture),
        is_flat=drawing is not None,
    )


# --- shapes --------------------------------------------------------------------------------------


def _flat_drawing(picture: Picture, settings: TraceSettings) -> FlatDrawing | None:
    """Trace the picture by its edges; None if it is a photograph or gradient, or nothing of it is visible."""
    most = settings.colours
    if most is not None and picture.alpha is not None:
        most += 1  # transparency is none of the colours that the user counts
    drawing = trace_flat(
        picture,
        most_inks=most,
        smallest=settings.smallest,
        corner=settings.corner,
        side_by_side=settings.layering is Layering.CUTOUT,
    )
    return drawing if drawing is not None and drawing.shapes else None


def _drawing_elements(drawing: FlatDrawing, settings: TraceSettings) -> _Elements:
    has_curves = settings.mode is TraceMode.SPLINE
    colours = {colour_of(drawing.inks, shape.ink)[0] for shape in drawing.shapes}
    return _Elements(
        group_elements(drawing.shapes, drawing.inks, has_curves=has_curves),
        tuple(f'<path d="{path_data(shape, has_curves=has_curves)}"/>' for shape in drawing.shapes),
        tuple(sorted(colours)),
    )


def _areas(picture: Picture, settings: TraceSettings) -> Areas:
    try:
        return trace_areas(
            picture,
            settings.colours,
            mode=settings.mode.value,
            layering=settings.layering.value,
            smallest=settings.smallest,
            corner=min(180, round(settings.corner * _SOFTER)),
        )
    except GaveUpError as error:
        raise TraceError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "The picture cannot be traced: the tracer gave up.")
            )
        ) from error


def _area_elements(areas: Areas) -> _Elements:
    filled = "".join(
        f'<path d="{area.path}" fill="#{bytes(area.colour).hex()}" transform="{area.transform}"/>'
        for area in areas.members
    )
    return _Elements(
        f'<g transform="{areas.transform}">{filled}</g>',
        tuple(
            f'<path d="{area.path}" transform="{areas.transform} {area.transform}"/>'
            for area in areas.members
        ),
        tuple(sorted({area.colour for area in areas.members})),
    )


# --- the document --------------------------------------------------------------------------------


_NAMESPACES = " ".join(
    (
        'xmlns="http://www.w3.org/2000/svg"',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
    )
)
"""Inkscape's names the groups by their colours."""


def _in_pixels(width: float, height: float) -> str:
    return f'{_NAMESPACES} width="{width}" height="{height}" viewBox="0 0 {width} {height}"'


def _document(picture: Picture, shapes: str, title: str) -> str:
    paper = size_on_paper(picture)
    if paper is None:
        opening = _in_pixels(picture.width, picture.height)
    else:
        # One unit is a millimetre, so that programs show real dimensions.
        width, height = (f"{side:.6g}" for side in paper)
        opening = (
            f'{_NAMESPACES} width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
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

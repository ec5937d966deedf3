"""Paths for the drawings of the benchmark of vectors: SVG path data with exact coordinates, in pixels."""

from __future__ import annotations

import logging
from functools import cache
from math import cos, pi, radians, sin, tan
from pathlib import Path

import matplotlib as mpl
from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

Point = tuple[float, float]

_QUARTER = 4 / 3 * tan(pi / 8)
"""Length of the handles of a quarter of a circle, in radii."""


def polygon(*points: Point) -> str:
    """A closed polygon."""
    return "M" + "L".join(f"{x:.5f} {y:.5f} " for x, y in points) + "Z"


def rectangle(left: float, top: float, width: float, height: float, turn: float = 0) -> str:
    """A rectangle, turned about its centre by an angle in degrees."""
    corners = [(-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2)]
    corners.append((-width / 2, height / 2))
    cosine, sine = cos(radians(turn)), sin(radians(turn))
    across, down = left + width / 2, top + height / 2
    return polygon(
        *((across + x * cosine - y * sine, down + x * sine + y * cosine) for x, y in corners)
    )


def regular(x: float, y: float, radius: float, sides: int, turn: float = 0) -> str:
    """A regular polygon with its first corner on top."""
    return star(x, y, radius, radius, sides, turn, step=1)


def star(
    x: float, y: float, outer: float, inner: float, tips: int, turn: float = 0, step: int = 2
) -> str:
    """A star with its first tip on top; with ``step=1`` a regular polygon."""
    count = tips * step
    places = []
    for index in range(count):
        angle = radians(turn) - pi / 2 + 2 * pi * index / count
        radius = inner if step == 2 and index % 2 else outer
        places.append((x + radius * cos(angle), y + radius * sin(angle)))
    return polygon(*places)


def ellipse(x: float, y: float, across: float, down: float, turn: float = 0) -> str:
    """An ellipse of four cubics, with its radii, turned by an angle in degrees."""
    cosine, sine = cos(radians(turn)), sin(radians(turn))
    handle = _QUARTER
    around = [(1, 0), (1, handle), (handle, 1), (0, 1), (-handle, 1), (-1, handle), (-1, 0)]
    around += [(-1, -handle), (-handle, -1), (0, -1), (handle, -1), (1, -handle), (1, 0)]
    turned = [
        (x + a * across * cosine - b * down * sine, y + a * across * sine + b * down * cosine)
        for a, b in around
    ]
    text = [f"{a:.5f} {b:.5f}" for a, b in turned]
    curves = (f"C{' '.join(text[at : at + 3])}" for at in range(1, 13, 3))
    return f"M{text[0]}{''.join(curves)}Z"


def circle(x: float, y: float, radius: float) -> str:
    """A circle of four cubics."""
    return ellipse(x, y, radius, radius)


def ring(x: float, y: float, outer: float, inner: float) -> str:
    """A ring: the even-odd rule and the non-zero rule agree about its hole."""
    handle = inner * _QUARTER
    hole = f"M{x} {y - inner}"
    quarters = [(-1, -1, 0), (-1, 1, 1), (1, 1, 0), (1, -1, 1)]  # against the outer circle
    for across, down, upright in quarters:
        if upright:
            first, second = (x + across * inner, y), (x, y + down * inner)
            a = (first[0], first[1] + down * handle)
            b = (second[0] + across * handle, second[1])
        else:
            first, second = (x, y + down * inner), (x + across * inner, y)
            a = (first[0] + across * handle, first[1])
            b = (second[0], second[1] + down * handle)
        hole += f"C{a[0]} {a[1]} {b[0]} {b[1]} {second[0]} {second[1]}"
    return circle(x, y, outer) + hole + "Z"


def rounded(left: float, top: float, width: float, height: float, radius: float) -> str:
    """A rectangle with rounded corners: four lines and four cubics."""
    right, bottom, gap = left + width, top + height, radius * (1 - _QUARTER)
    return (
        f"M{left + radius} {top}L{right - radius} {top}"
        f"C{right - gap} {top} {right} {top + gap} {right} {top + radius}L{right} {bottom - radius}"
        f"C{right} {bottom - gap} {right - gap} {bottom} {right - radius} {bottom}"
        f"L{left + radius} {bottom}C{left + gap} {bottom} {left} {bottom - gap} {left} {bottom - radius}"
        f"L{left} {top + radius}C{left} {top + gap} {left + gap} {top} {left + radius} {top}Z"
    )


def stroke(x: float, y: float, to_x: float, to_y: float, width: float) -> str:
    """A straight stroke with flat ends, as its outline."""
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    across, down = (to_y - y) / length * width / 2, -(to_x - x) / length * width / 2
    return polygon(
        (x + across, y + down),
        (to_x + across, to_y + down),
        (to_x - across, to_y - down),
        (x - across, y - down),
    )


def sector(x: float, y: float, outer: float, inner: float, start: float, end: float) -> str:
    """A part of a ring between two angles in degrees; a slice of a cake where ``inner`` is 0."""
    there = _arc(x, y, outer, start, end)
    if inner == 0:
        return f"M{there[0]}{there[1]}L{x} {y}Z"
    back = _arc(x, y, inner, end, start)
    return f"M{there[0]}{there[1]}L{back[0]}{back[1]}Z"


def _arc(x: float, y: float, radius: float, start: float, end: float) -> tuple[str, str]:
    """Return where an arc begins, and its curves, none longer than a quarter."""
    count = max(1, -int(-abs(end - start) // 90.001))
    step = radians(end - start) / count
    handle = 4 / 3 * tan(step / 4) * radius
    curves = ""
    for index in range(count):
        angle = radians(start) + index * step
        after = angle + step
        first = (
            x + radius * cos(angle) - handle * sin(angle),
            y + radius * sin(angle) + handle * cos(angle),
        )
        second = (
            x + radius * cos(after) + handle * sin(after),
            y + radius * sin(after) - handle * cos(after),
        )
        last = (x + radius * cos(after), y + radius * sin(after))
        curves += "C" + " ".join(
            f"{value:.5f}" for point in (first, second, last) for value in point
        )
    return f"{x + radius * cos(radians(start)):.5f} {y + radius * sin(radians(start)):.5f}", curves


@cache
def _font(name: str) -> TTFont:
    # Fonts that matplotlib brings: everyone who can run the tests has them, and models/training/listings
    # names neither STIX nor BaKoMa's Computer Modern, which has its outlines from other hands than fonts-cmu.
    return TTFont(Path(mpl.get_data_path()) / "fonts" / "ttf" / f"{name}.ttf")


def text(words: str, x: float, baseline: float, size: float, font: str = "STIXGeneral") -> str:
    """The outlines of words in one path, as the font has them: TrueType's quadratic curves."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it doubts the fonts' dates
    face = _font(font)
    glyphs, names = face.getGlyphSet(), face.getBestCmap()
    scale = size / face["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.4f}")
    for letter in words:
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, baseline)))
        x += glyph.width * scale
    commands: str = pen.getCommands()
    return commands

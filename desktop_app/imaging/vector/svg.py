"""Shapes as the contents of an SVG document: closed paths in groups by colour."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from desktop_app.imaging.picture import Colour
from desktop_app.imaging.vector.cubics import bezier
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.flat_inks import Inks
from desktop_app.imaging.vector.outlines import Segment
from desktop_app.imaging.vector.painting import Shape

_FLATNESS = 0.1
"""Pixels between a curve and the lines that replace it where curves are not wanted."""


def colour_of(inks: Inks, ink: int) -> tuple[Colour, float]:
    """Return the colour of an ink, not premultiplied, and its opacity from 0 to 1."""
    red, green, blue, opacity = inks.colours[ink].tolist()
    share = max(opacity, 1.0) / 255
    colour = [min(255, round(level / share)) for level in (red, green, blue)]
    # Three levels of opacity are the rounding of a file, not a wish of the designer.
    return (colour[0], colour[1], colour[2]), 1.0 if opacity >= 252 else round(opacity / 255, 3)


def group_elements(shapes: list[Shape], inks: Inks, *, has_curves: bool) -> str:
    """Return the shapes as groups of paths, one for each run of shapes of the same ink."""
    groups = []
    for ink, members in groupby(shapes, lambda shape: shape.ink):
        colour, opacity = colour_of(inks, ink)
        fill = "#{:02x}{:02x}{:02x}".format(*colour)
        see_through = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        paths = "".join(f'<path d="{path_data(one, has_curves=has_curves)}"/>' for one in members)
        groups.append(f'<g inkscape:label="{fill}" fill="{fill}"{see_through}>{paths}</g>')
    return "".join(groups)


def path_data(shape: Shape, *, has_curves: bool) -> str:
    """Return the rings of a shape as path data: absolute coordinates, three decimals."""
    parts = []
    for ring in shape.rings:
        segments = ring if has_curves else [line for one in ring for line in _flattened(one)]
        place = segments[0][0]
        text = f"M{_numbers(place[None])}"
        for index, segment in enumerate(segments):
            if len(segment) == 4:
                text += f"C{_numbers(segment[1:])}"
            elif index < len(segments) - 1:
                text += _line(segment)
        parts.append(text + "Z")
    return "".join(parts)


def _line(segment: Segment) -> str:
    begin, end = ([_number(value) for value in point] for point in segment.tolist())
    if begin[1] == end[1]:
        return f"H{end[0]}"
    if begin[0] == end[0]:
        return f"V{end[1]}"
    return f"L{_numbers(segment[1:])}"


def _numbers(points: Points) -> str:
    text = ""
    for value in points.ravel().tolist():
        number = _number(value)
        text += number if not text or number.startswith("-") else f" {number}"
    return text


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _flattened(segment: Segment) -> list[Segment]:
    if len(segment) == 2:
        return [segment]
    bend = float(np.hypot(*np.diff(segment, 2, axis=0).T).max())
    count = max(1, int(np.ceil((0.75 * bend / _FLATNESS) ** 0.5)))
    points = bezier(segment, np.linspace(0, 1, count + 1))
    return list(np.stack([points[:-1], points[1:]], axis=1))

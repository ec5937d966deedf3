"""Read the shapes of an SVG document, independently of who wrote it, and what is seen of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely  # type: ignore[import-untyped]
import svgelements  # type: ignore[import-untyped]
from shapely.geometry import MultiPolygon, Polygon, box  # type: ignore[import-untyped]
from shapely.geometry.base import BaseGeometry  # type: ignore[import-untyped]

Floats = npt.NDArray[np.float64]
Ink = tuple[int, int, int, float]
"""Red, green, blue, opacity."""

_FLATNESS = 0.003
"""Pixels between a curve and the polygon that stands for it."""


@dataclass
class Shape:
    """One filled path: its closed subpaths, each a list of control points of shape (2 to 4, 2)."""

    ink: Ink
    subpaths: list[list[Floats]]

    @property
    def nodes(self) -> int:
        """Its nodes, as an editor shows them."""
        return sum(len(subpath) for subpath in self.subpaths)


@dataclass
class Corner:
    """A place where a contour turns: where, and by how many degrees."""

    place: Floats
    turn: float


def read_shapes(svg: str) -> list[Shape]:
    """Read all filled paths, from bottom to top, in pixels of the document."""
    shapes = []
    for element in svgelements.SVG.parse(io.StringIO(svg), reify=True).elements():
        if not isinstance(element, svgelements.Shape) or element.fill.value is None:
            continue
        fill = element.fill
        ink = (fill.red, fill.green, fill.blue, round(fill.opacity, 3))
        shape = Shape(ink, [])
        for part in svgelements.Path(element).as_subpaths():
            segments = list(_segments(svgelements.Path(part)))
            if segments:
                shape.subpaths.append(segments)
        shapes.append(shape)
    return shapes


def _segments(path: svgelements.Path) -> Iterator[Floats]:
    for segment in path:
        if isinstance(segment, svgelements.Move):
            continue
        if isinstance(segment, svgelements.Arc):
            for cubic in segment.as_cubic_curves():
                yield _controls(cubic)
            continue
        controls = _controls(segment)
        if np.abs(controls[-1] - controls[0]).max() > 1e-4 or len(controls) == 4:
            yield controls


def _controls(segment: svgelements.PathSegment) -> Floats:
    names = ("start", "control", "control1", "control2", "end")
    points = [getattr(segment, name, None) for name in names]
    return np.array([(point.x, point.y) for point in points if point is not None])


def flatten(segment: Floats) -> Floats:
    """Return points along a line or Bézier curve, its end included but not its start; shape (n, 2)."""
    degree = len(segment) - 1
    if degree == 1:
        return segment[1:]
    bend = np.abs(np.diff(segment, 2, axis=0)).max()
    count = int(np.ceil((degree * (degree - 1) * bend / 8 / _FLATNESS) ** 0.5)) + 1
    t = (np.arange(1, count + 1) / count)[:, None]
    points = segment
    level = [np.broadcast_to(point, (count, 2)) for point in points]
    while len(level) > 1:
        level = [first * (1 - t) + second * t for first, second in pairwise(level)]
    return np.asarray(level[0])


def _area(shape: Shape) -> BaseGeometry:
    rings = []
    for subpath in shape.subpaths:
        points = np.concatenate([flatten(segment) for segment in subpath])
        if len(points) >= 3:
            x, y = points.T
            rings.append((float(x @ np.roll(y, -1) - y @ np.roll(x, -1)), points))
    if not rings:
        return MultiPolygon()
    way = np.sign(max(rings, key=lambda ring: abs(ring[0]))[0])
    full, holes = (
        shapely.union_all(
            [
                shapely.make_valid(Polygon(points))
                for area, points in rings
                if (area * way > 0) == is_full
            ]
        )
        for is_full in (True, False)
    )
    return full.difference(holes)


def visible_areas(shapes: list[Shape], side: float) -> dict[Ink, BaseGeometry]:
    """Return what is seen of each ink on a square canvas of ``side`` pixels."""
    seen: dict[Ink, list[BaseGeometry]] = {}
    above: BaseGeometry = MultiPolygon()
    canvas = box(0, 0, side, side)
    for shape in reversed(shapes):
        area = _area(shape).intersection(canvas)
        seen.setdefault(shape.ink, []).append(area.difference(above))
        above = above.union(area)
    merged = {ink: shapely.union_all(areas) for ink, areas in seen.items()}
    return {ink: area for ink, area in merged.items() if area.area > 0.05}


def contour_segments(areas: dict[Ink, BaseGeometry], side: float) -> Floats:
    """Return the straight pieces of all visible contours but the canvas's; shape (n, 2, 2)."""
    pieces = []
    for area in areas.values():
        for line in shapely.get_parts(shapely.boundary(area)):
            for part in shapely.get_parts(line):
                points = shapely.get_coordinates(part)
                pieces.append(np.stack([points[:-1], points[1:]], axis=1))
    segments = np.concatenate(pieces) if pieces else np.zeros((0, 2, 2))
    on_border = reduce(
        np.logical_or,
        [
            (np.abs(segments[:, :, axis] - edge) < 0.02).all(axis=1)
            for axis in (0, 1)
            for edge in (0, side)
        ],
    )
    lengths = np.hypot(*(segments[:, 1] - segments[:, 0]).T)
    return np.asarray(segments[~on_border & (lengths > 1e-9)])


def corners(shapes: list[Shape], least: float) -> list[Corner]:
    """Return where paths turn by at least so many degrees."""
    found = []
    for subpath in (subpath for shape in shapes for subpath in shape.subpaths):
        for before, after in zip(subpath, subpath[1:] + subpath[:1], strict=True):
            first, second = _direction(before[::-1]) * -1, _direction(after)
            turn = abs(
                np.degrees(np.arctan2(first[0] * second[1] - first[1] * second[0], first @ second))
            )
            if turn >= least:
                found.append(Corner(after[0], float(turn)))
    return found


def _direction(segment: Floats) -> Floats:
    for point in segment[1:]:
        away = point - segment[0]
        length = float(np.hypot(*away))
        if length > 1e-6:
            return np.asarray(away / length)
    return np.array([1.0, 0.0])

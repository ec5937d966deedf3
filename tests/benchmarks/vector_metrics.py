"""How far traced shapes are from the true ones."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import numpy as np
import resvg
import shapely  # type: ignore[import-untyped]
from PIL import Image
from shapely import STRtree
from shapely.geometry import MultiLineString  # type: ignore[import-untyped]

from tests.benchmarks.vector_shapes import (
    Corner,
    Floats,
    Ink,
    Shape,
    contour_segments,
    corners,
    flatten,
    read_shapes,
    visible_areas,
)

SHARP = 20.0
"""Degrees from which a true turn is a corner that must be found. Less is a matter of taste."""

_FAINT = 8.0
_NEAR = 0.75
"""Pixels within which a corner counts as found."""


@dataclass(frozen=True)
class Score:
    """One traced drawing against the truth; NaN where the drawing has nothing of the kind."""

    contour: float
    farthest: float
    nodes: float
    found: float
    false: float
    straight: float
    angle: float
    palette: float
    invented: float
    rms: float
    kilobytes: float
    seconds: float


class Contours:
    """All visible contours of a document."""

    def __init__(self, svg: str, side: int) -> None:
        self.shapes = read_shapes(svg)
        self.areas = visible_areas(self.shapes, side)
        self.segments = contour_segments(self.areas, side)
        self._tree = STRtree(shapely.linestrings(self.segments))
        self._side = side

    def distances(self, points: Floats) -> Floats:
        """Return how far points are from the nearest contour, in pixels."""
        if not len(self.segments):
            return np.full(len(points), float(self._side))
        _, distances = self._tree.query_nearest(
            shapely.points(points), return_distance=True, all_matches=False
        )
        return np.asarray(distances)

    def nearest(self, points: Floats) -> Floats:
        """Return the nearest points of the contours, the origin where there are none; shape (n, 2)."""
        if not len(self.segments):
            return np.zeros_like(points)
        chosen = self._tree.query_nearest(shapely.points(points), all_matches=False)[1]
        begins, ends = self.segments[chosen, 0], self.segments[chosen, 1]
        along = ends - begins
        share = ((points - begins) * along).sum(axis=1) / (along**2).sum(axis=1)
        return np.asarray(begins + along * np.clip(share, 0, 1)[:, None])

    def samples(self, step: float = 0.5) -> Floats:
        """Return points along all contours, evenly spaced; shape (n, 2)."""
        lengths = np.hypot(*(self.segments[:, 1] - self.segments[:, 0]).T)
        ends = np.cumsum(lengths)
        places = np.arange(step / 2, ends[-1] if len(ends) else 0, step)
        index = np.searchsorted(ends, places)
        share = (places - (ends - lengths)[index]) / lengths[index]
        begins, along = self.segments[index, 0], self.segments[index, 1] - self.segments[index, 0]
        return np.asarray(begins + along * share[:, None])

    def inside(self, points: Floats, margin: float = 1.0) -> Floats:
        """Drop points at the edge of the canvas, which is no contour."""
        far = ((points > margin) & (points < self._side - margin)).all(axis=1)
        return np.asarray(points[far])


def score(
    truth: Contours, svg: str, seconds: float, side: int, pictures: tuple[Floats, Floats]
) -> Score:
    """Compare a document with the truth.

    Args:
        truth: The true contours.
        svg: The traced document.
        seconds: What tracing took.
        side: Of the canvas, in pixels.
        pictures: Truth and traced document, drawn eight times as large on white.
    """
    traced = Contours(svg, side)
    there = traced.distances(truth.inside(truth.samples()))
    back = truth.distances(traced.inside(traced.samples()))
    found, false = _corners(truth, traced)
    straight, angle = _straight_edges(truth, traced)
    exact, invented = _palette(truth.areas, traced.areas)
    return Score(
        contour=float((there.mean() + (back.mean() if len(back) else side)) / 2),
        farthest=float(max(there.max(), back.max() if len(back) else side)),
        nodes=_nodes(traced.shapes) / _nodes(truth.shapes),
        found=found,
        false=false,
        straight=straight,
        angle=angle,
        palette=float(exact),
        invented=invented,
        rms=float(np.sqrt(np.square(pictures[0] - pictures[1]).mean())),
        kilobytes=len(svg.encode()) / 1000,
        seconds=seconds,
    )


def _nodes(shapes: list[Shape]) -> int:
    return sum(shape.nodes for shape in shapes)


def _corners(truth: Contours, traced: Contours) -> tuple[float, float]:
    real = _visible(truth, corners(truth.shapes, SHARP))
    crossings = _crossings(truth)
    made = _visible(traced, corners(traced.shapes, _FAINT))
    if not real:
        return float("nan"), float(sum(corner.turn >= SHARP for corner in made))
    places = np.array([corner.place for corner in made]).reshape(-1, 2)
    turns = np.array([corner.turn for corner in made])
    hits = 0
    for corner in real:
        is_near = np.hypot(*(places - corner.place).T) < _NEAR
        hits += bool((turns[is_near] > corner.turn * 2 / 3).any())
    known = np.array([corner.place for corner in _visible(truth, corners(truth.shapes, _FAINT))])
    known = np.concatenate([known, crossings])
    sharp = places[turns >= SHARP]
    away = np.hypot(*(sharp[:, None] - known[None]).transpose(2, 0, 1)).min(axis=1, initial=99)
    return hits / len(real), float((away > 1.5).sum() / len(real))


def _visible(contours: Contours, found: list[Corner]) -> list[Corner]:
    if not found:
        return []
    places = np.array([corner.place for corner in found])
    kept = contours.distances(places) < 0.03
    kept &= ((places > 1) & (places < contours._side - 1)).all(axis=1)
    return [corner for corner, is_kept in zip(found, kept, strict=True) if is_kept]


def _crossings(truth: Contours) -> Floats:
    """Return where outlines of true shapes cross: visible corners that no path has."""
    lines = []
    for shape in truth.shapes:
        rings = [np.concatenate([flatten(segment) for segment in path]) for path in shape.subpaths]
        lines.append(MultiLineString([np.concatenate([r, r[:1]]) for r in rings]))
    found = [np.zeros((0, 2))]
    for index, line in enumerate(lines):
        for other in lines[:index]:
            found.append(shapely.get_coordinates(shapely.intersection(line, other)))
    return np.concatenate(found)


def _straight_edges(truth: Contours, traced: Contours) -> tuple[float, float]:
    """Return how much true straight edges wobble, in pixels, and how far they are turned, in degrees."""
    wobbles, angles = [], []
    for segment in (
        s for shape in truth.shapes for path in shape.subpaths for s in path if len(s) == 2
    ):
        away = segment[1] - segment[0]
        length = float(np.hypot(*away))
        if length < 10:
            continue
        places = np.arange(2, length - 2, 0.5)
        points = segment[0] + away / length * places[:, None]
        kept = ((points > 1) & (points < truth._side - 1)).all(axis=1) & (
            truth.distances(points) < 0.02
        )
        if kept.sum() < 12:
            continue
        places, points = places[kept], points[kept]
        normal = np.array([-away[1], away[0]]) / length
        offsets = (traced.nearest(points) - points) @ normal
        slope, start = np.polyfit(places, offsets, 1)
        wobbles.append(np.square(offsets - slope * places - start).mean())
        angles.append(abs(np.degrees(np.arctan(slope))))
    if not wobbles:
        return float("nan"), float("nan")
    return float(np.sqrt(np.mean(wobbles))), float(np.median(angles))


def _palette(truth: dict[Ink, object], traced: dict[Ink, object]) -> tuple[bool, float]:
    def is_same(first: Ink, second: Ink) -> bool:
        levels = max(abs(a - b) for a, b in zip(first[:3], second[:3], strict=True))
        return levels <= 4 and abs(first[3] - second[3]) <= 0.01

    invented = sum(not any(is_same(ink, real) for real in truth) for ink in traced)
    is_exact = all(sum(is_same(ink, real) for ink in traced) == 1 for real in truth)
    return is_exact and len(truth) == len(traced), float(invented)


def render(svg: str, side: int) -> Floats:
    """Draw a square document on white, ``side`` pixels wide; shape (side, side, 3), levels of 255."""
    sized = re.sub(r'width="[^"]*" height="[^"]*"', f'width="{side}" height="{side}"', svg, count=1)
    return on_white(draw(sized))


def draw(svg: str) -> Image.Image:
    """Draw a document in its own size, as premultiplied RGBA."""
    tree = resvg.usvg.Tree.from_str(svg, resvg.usvg.Options.default())
    return Image.open(io.BytesIO(resvg.render(tree, (1, 0, 0, 0, 1, 0)))).convert("RGBA")


def on_white(image: Image.Image) -> Floats:
    """Lay a picture on white; shape (H, W, 3), float32."""
    rgba = np.asarray(image).astype(np.float32)
    opacity = rgba[..., 3:] / 255
    return np.asarray(rgba[..., :3] * opacity + 255 * (1 - opacity))

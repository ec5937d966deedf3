"""Regions as shapes to paint, one on top of the other or side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from desktop_app.imaging.vector.cracks import CrackChain, Ints
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.flat_inks import Inks
from desktop_app.imaging.vector.label_regions import ChainLink, Region, merged_outline
from desktop_app.imaging.vector.outlines import Segment

_CLEAR, _OPAQUE = 3.0, 252.0
"""Levels of opacity below which an ink is invisible, and from which it hides what is below."""


@dataclass(frozen=True, eq=False)
class Shape:
    """One filled shape.

    Attributes:
        ink: Index of its ink.
        rings: Its outline and its holes, closed, of segments.
    """

    ink: int
    rings: list[list[Segment]]


@dataclass(frozen=True, eq=False)
class Scene:
    """What a picture consists of.

    Attributes:
        regions: All regions.
        numbers: The region of each pixel, shape (H, W).
        chains: All chains.
        drawn: Each chain as segments.
        inks: The inks of the regions' labels.
        tolerance: Pixels by which two lines in a row may differ from one.
    """

    regions: list[Region]
    numbers: Ints
    chains: list[CrackChain]
    drawn: list[list[Segment]]
    inks: Inks
    tolerance: float


def paint(scene: Scene, *, side_by_side: bool = False) -> list[Shape]:
    """Return the shapes from bottom to top.

    Stacked, a region hides what it lies on: its holes are filled, unless something in them lets light
    through, or a hole shows what is below, as the inside of an O does. It also reaches under what touches
    it from the side and is painted later, so that no paper shines through between them.

    Args:
        scene: The regions and their chains.
        side_by_side: Cut out what lies on top instead.
    """
    visible = [
        number
        for number, region in enumerate(scene.regions)
        if region.outer and scene.inks.colours[region.label][3] > _CLEAR
    ]
    if side_by_side:
        falling = sorted((scene.regions[at] for at in visible), key=lambda one: -one.area)
        shapes = [_shape(scene, one.label, one.outer, one.holes) for one in falling]
        return [shape for shape in shapes if shape.rings]
    nesting = _Nesting(scene)
    counters = nesting.counters()
    order: dict[tuple[int, int], int] = defaultdict(int)
    for number in visible:
        region = scene.regions[number]
        order[nesting.depth(number), region.label] += region.area
    shown = [number for number in visible if number not in counters]
    shown.sort(
        key=lambda one: (
            nesting.depth(one),
            -order[nesting.depth(one), scene.regions[one].label],
            -scene.regions[one].area,
        )
    )
    shapes = []
    for rank, number in enumerate(shown):
        members = {number} | nesting.beside_later(number, set(shown[rank + 1 :]))
        outer = None
        if len(members) > 1:
            outer = merged_outline(scene.regions, members, nesting.beside, scene.chains)
        if outer is None:
            members, outer = {number}, scene.regions[number].outer
        holes = [hole for one in sorted(members) for hole in nesting.real_holes(one, counters)]
        shapes.append(_shape(scene, scene.regions[number].label, outer, holes))
    return [shape for shape in shapes if shape.rings]


class _Nesting:
    """Which region lies in which hole."""

    def __init__(self, scene: Scene) -> None:
        self._regions, self._inks = scene.regions, scene.inks
        self.beside = [_beside(chain, scene.numbers) for chain in scene.chains]
        self._neighbours = neighbours = defaultdict[int, set[int]](set)
        for right, left in self.beside:
            if right >= 0 and left >= 0:
                neighbours[right].add(left)
                neighbours[left].add(right)
        self._parents = [-1] * len(scene.regions)
        self._inside: dict[tuple[int, int], set[int]] = {}
        self._by_area = by_area = sorted(
            range(len(scene.regions)), key=lambda one: -scene.regions[one].area
        )
        for number in by_area:
            for index, hole in enumerate(scene.regions[number].holes):
                inside = self._beyond(hole)
                waiting = list(inside)
                while waiting:
                    fresh = neighbours[waiting.pop()] - inside - {number}
                    inside |= fresh
                    waiting += fresh
                self._inside[number, index] = inside
                for inner in inside:
                    self._parents[inner] = number

    def _beyond(self, ring: list[ChainLink]) -> set[int]:
        return {self.beside[link.chain][1 if link.is_forward else 0] for link in ring} - {-1}

    def depth(self, number: int) -> int:
        """Return how many regions lie around a region."""
        depth = 0
        while (number := self._parents[number]) >= 0:
            depth += 1
        return depth

    def beside_later(self, number: int, later: set[int]) -> set[int]:
        """Return the opaque regions that touch a region from the side and are painted later."""
        return {
            other
            for other in self._neighbours[number] & later
            if self._parents[other] == self._parents[number]
            and self._inks.colours[self._regions[other].label][3] >= _OPAQUE
        }

    def counters(self) -> set[int]:
        """Return the regions that are seen through a hole: the ink around the shape comes again in it."""
        found: set[int] = set()
        for number in self._by_area:
            region, parent = self._regions[number], self._parents[number]
            if number in found:  # it is not painted, so it has no holes to see through
                continue
            if parent < 0 or self._inks.colours[self._regions[parent].label][3] < _OPAQUE:
                continue
            for hole in region.holes:
                beyond = self._beyond(hole)
                only = next(iter(beyond))
                if len(beyond) == 1 and self._regions[only].label == self._regions[parent].label:
                    found.add(only)
        return found

    def real_holes(self, number: int, counters: set[int]) -> list[list[ChainLink]]:
        """Return the holes of a region that stay open."""
        region = self._regions[number]
        holes = []
        for index, hole in enumerate(region.holes):
            inside = self._inside[number, index]
            lets_light_through = any(
                self._inks.colours[self._regions[one].label][3] < _OPAQUE for one in inside
            )
            if lets_light_through or self._beyond(hole) & counters:
                holes.append(hole)
        return holes


def _beside(chain: CrackChain, numbers: Ints) -> tuple[int, int]:
    """Return the regions on the right and on the left of a chain, −1 outside the picture."""
    height, width = numbers.shape
    found = []
    for side in chain.sides():
        x, y = int(side[0][0]), int(side[0][1])
        is_inside = 0 <= x < width and 0 <= y < height
        found.append(int(numbers[y, x]) if is_inside else -1)
    return found[0], found[1]


def _shape(scene: Scene, label: int, outer: list[ChainLink], holes: list[list[ChainLink]]) -> Shape:
    first, *others = [_segments(scene, ring) for ring in (outer, *holes)]
    return Shape(label, [first, *filter(_has_area, others)] if _has_area(first) else [])


def _has_area(ring: list[Segment]) -> bool:
    """Check whether a ring is more than a point or a line there and back, as of a lone faint pixel."""
    return len(ring) > 2 or any(len(segment) == 4 for segment in ring)


def _segments(scene: Scene, ring: list[ChainLink]) -> list[Segment]:
    segments: list[Segment] = []
    for link in ring:
        drawn = scene.drawn[link.chain]
        segments += drawn if link.is_forward else [segment[::-1] for segment in drawn[::-1]]
    return without_needless_knots(segments, scene.tolerance)


def without_needless_knots(segments: list[Segment], tolerance: float) -> list[Segment]:
    """Join lines in a row that are one, around a closed ring."""
    kept = [segment for segment in segments if np.abs(segment - segment[0]).max() > 1e-3]
    at = 0
    while len(kept) > 3 and at < len(kept):
        first, second = kept[at], kept[(at + 1) % len(kept)]
        if len(first) == len(second) == 2 and _is_straight(
            first[0], first[1], second[1], tolerance
        ):
            joined = np.stack([first[0], second[1]])
            kept[at] = joined
            kept.pop((at + 1) % len(kept))
            at = max(0, at - 1) if at < len(kept) else 0
        else:
            at += 1
    return kept


def _is_straight(begin: Points, middle: Points, end: Points, tolerance: float) -> bool:
    one, two = middle - begin, end - middle
    long = float(np.hypot(*(end - begin)))
    if one @ two <= 0 or long < 1e-9:
        return False
    cross = abs(float(one[0] * two[1] - one[1] * two[0]))
    lengths = float(np.hypot(*one)), float(np.hypot(*two))
    return cross / long <= tolerance and cross / (lengths[0] * lengths[1]) < 0.1

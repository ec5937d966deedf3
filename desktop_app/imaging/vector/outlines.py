"""Every chain as lines and curves, which meet exactly where chains meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop_app.imaging.vector.cracks import CrackChain
from desktop_app.imaging.vector.cubics import bezier
from desktop_app.imaging.vector.edge_points import EdgePoints, Points
from desktop_app.imaging.vector.fit import (
    MOST_SKIPPED,
    Piece,
    describe,
    noise_at,
    noise_of,
    start_of_ring,
)
from desktop_app.imaging.vector.knots import Knot, draw, join, with_caps, without_chamfers
from desktop_app.imaging.vector.round_shapes import find_ellipse

Segment = Points
"""A line of shape (2, 2) or a cubic of shape (4, 2)."""

_FEWEST = 4
"""Points that a chain needs to be described; shorter ones are straight."""

_SOFT, _GAP = 0.08, 0.5
"""Noise that is assumed, and no points left out, where a drawing is this far from a point, in pixels."""

_RAMER = 0.25
"""Pixels that a point may be from a polyline."""

_STRAY = 1.7
"""Pixels that a curve may be from its chain; farther away, the chain is drawn from point to point."""


@dataclass(frozen=True)
class FitSettings:
    """How edges are described.

    Attributes:
        corner: Degrees from which a bend is a corner.
        noise_factor: By how much the noise along an edge exceeds that between neighbours.
        least_sigma: The least noise, in pixels.
        longest_chamfer: Length of the longest piece that may be a rounded corner, in pixels.
        slack: How far points may be from what is drawn, in pixels, where corners are rounded.
        long_chain: Points of a chain on which noise has its full effect, less on shorter ones; 0 for all.
        node_price: What a segment costs, in nats, when two drawings are compared.
        most_sigma: The most: what is rougher is shape, such as the many corners of small letters.
    """

    corner: float
    noise_factor: float
    least_sigma: float
    most_sigma: float
    longest_chamfer: float
    slack: float
    node_price: float
    long_chain: int


@dataclass(eq=False)
class _DescribedEdge:
    points: Points
    sigmas: Points
    sigma: float
    pieces: list[Piece]
    weight: float
    is_exact: bool


def draw_chains(
    chains: list[CrackChain], edges: list[EdgePoints], settings: FitSettings, size: tuple[int, int]
) -> list[list[Segment]]:
    """Draw every chain in its own direction.

    Args:
        chains: All chains.
        edges: The points of each.
        settings: How to describe them.
        size: Width and height of the picture, which its border follows exactly.

    Returns:
        The segments of each chain, each beginning where the one before ends.
    """
    drawn: list[list[Segment]] = [[] for _ in chains]
    described: dict[int, _DescribedEdge] = {}
    for index, (chain, edge) in enumerate(zip(chains, edges, strict=True)):
        sigma = 0.01 if edge.is_exact else _sigma(edge.points, settings)
        if chain.is_closed:
            drawn[index] = _draw_ring(chain, edge, sigma, settings)
        else:
            sigmas = np.full(len(edge.points), sigma)
            if not edge.is_exact:
                sigmas = noise_at(edge.points, sigma, is_ring=False)
            is_long = len(edge.points) >= _FEWEST
            pieces = describe(edge.points, sigmas) if is_long else []
            weight = 1e4 if edge.is_exact else 1 / sigma
            described[index] = _DescribedEdge(
                edge.points, sigmas, sigma, pieces, weight, edge.is_exact
            )
    places = _junctions(chains, described, size)
    for index, edge_fit in described.items():
        begin, end = (places[_key(chains[index].corners[at])] for at in (0, -1))
        drawn[index] = _draw_open(edge_fit, begin, end, settings)
    return [
        segments if _is_near(segments, chain) else polyline(edge.points, _ends(chain, places))
        for segments, chain, edge in zip(drawn, chains, edges, strict=True)
    ]


def _ends(chain: CrackChain, places: dict[tuple[int, int], Points]) -> Points | None:
    if chain.is_closed:
        return None
    return np.stack([places[_key(chain.corners[at])] for at in (0, -1)])


def _sigma(points: Points, settings: FitSettings) -> float:
    # What is wrong for a stretch of an edge adds up along a long one; letters have no long ones.
    share = 1.0
    if settings.long_chain:
        share = float(np.clip((len(points) / settings.long_chain) ** 0.5, 0.5, 1))
    noise = settings.noise_factor * share * noise_of(points)
    return float(np.clip(noise, settings.least_sigma * share, settings.most_sigma * share))


def _draw_ring(
    chain: CrackChain, edge: EdgePoints, sigma: float, settings: FitSettings
) -> list[Segment]:
    points = edge.points
    if len(points) < 2 * _FEWEST:
        return _polygon(points)
    ellipse = None if edge.is_exact else find_ellipse(points, sigma)
    if ellipse is not None:
        x, y = points.T
        turn = float(x @ np.roll(y, -1) - y @ np.roll(x, -1))
        return ellipse.cubics(clockwise=turn > 0)
    points = np.roll(points, -start_of_ring(points), axis=0)
    if edge.is_exact:
        return _ring(points, np.full(len(points), sigma), sigma, MOST_SKIPPED, settings)
    sigmas = noise_at(points, sigma, is_ring=True)
    return _better(
        points,
        settings,
        lambda: _ring(points, sigmas, sigma, MOST_SKIPPED, settings),
        lambda: _ring(points, _soft(sigmas), sigma, 0, settings),
    )


def _ring(
    points: Points, sigmas: Points, sigma: float, most_skipped: int, settings: FitSettings
) -> list[Segment]:
    for attempt in range(2):
        pieces = describe(points, sigmas, most_skipped)
        pieces = without_chamfers(points, pieces, settings.longest_chamfer, is_ring=True)
        pieces = with_caps(points, pieces, is_ring=True)
        knots = [
            join(points, before, after, settings.corner)
            for before, after in zip(pieces, pieces[1:] + pieces[:1], strict=True)
        ]
        if knots[-1].direction is None or attempt or len(pieces) == 1:
            break
        # The ring was cut open where it is smooth: cut it at a corner, or at least where pieces meet.
        corners = [index for index, knot in enumerate(knots[:-1]) if knot.direction is None]
        turn = -pieces[corners[0] + 1 if corners else 1].begin
        points, sigmas = np.roll(points, turn, axis=0), np.roll(sigmas, turn)
    if len(pieces) < 2:
        return _polygon(points)
    return draw(points, pieces, [knots[-1], *knots], sigma)


def _soft(sigmas: Points) -> Points:
    return np.full_like(sigmas, max(_SOFT, float(sigmas.min())))


def _better(
    points: Points,
    settings: FitSettings,
    sharp: Callable[[], list[Segment]],
    soft: Callable[[], list[Segment]],
    ends: Points | None = None,
) -> list[Segment]:
    """Return the sharp drawing if it is near all points, else the best of this, a soft one and a polyline."""
    first = sharp()
    if _distances(points, first).max() <= _GAP:
        return first

    def cost(segments: list[Segment]) -> float:
        far = np.minimum(_distances(points, segments), 1.0)
        return float((far**2).sum()) / (2 * settings.slack**2) + settings.node_price * len(segments)

    return min(first, soft(), polyline(points, ends), key=cost)


def _distances(points: Points, segments: list[Segment]) -> Points:
    """Return how far points are from drawn segments, in pixels; shape (n)."""
    path = np.concatenate([_samples(segment) for segment in segments])
    begins, along = path[:-1], np.diff(path, axis=0)
    squares = np.maximum((along**2).sum(axis=1), 1e-12)
    far = np.empty(len(points))
    for first in range(0, len(points), 128):
        away = points[first : first + 128, None] - begins[None]
        share = np.clip((away * along).sum(axis=2) / squares, 0, 1)
        far[first : first + 128] = np.hypot(
            *(away - share[..., None] * along).transpose(2, 0, 1)
        ).min(axis=1)
    return far


def _samples(segment: Segment) -> Points:
    return bezier(segment, np.linspace(0, 1, 13)) if len(segment) == 4 else segment


def polyline(points: Points, ends: Points | None) -> list[Segment]:
    """Draw points by straight lines between some of them, none of them farther away than a quarter pixel.

    Args:
        points: In order, shape (n, 2).
        ends: Where the line begins and ends, shape (2, 2); None for a ring.

    Source:
        Ramer, "An iterative procedure for the polygonal approximation of plane curves", 1972.
    """
    path = points if ends is None else np.concatenate([ends[:1], points, ends[1:]])
    if ends is None:
        path = np.concatenate([path, path[:1]])
    middle = int(np.argmax(np.hypot(*(path - path[0]).T)))
    kept = {0, middle, len(path) - 1}
    waiting = [(0, middle), (middle, len(path) - 1)]
    while waiting:
        begin, end = waiting.pop()
        if end - begin < 2:
            continue
        far = _distances(path[begin + 1 : end], [path[[begin, end]]])
        at = begin + 1 + int(np.argmax(far))
        if far.max() > _RAMER:
            kept.add(at)
            waiting += [(begin, at), (at, end)]
    places = path[sorted(kept)]
    return list(np.stack([places[:-1], places[1:]], axis=1))


def _polygon(points: Points) -> list[Segment]:
    return list(np.stack([points, np.roll(points, -1, axis=0)], axis=1))


def _draw_open(
    edge: _DescribedEdge, begin: Points, end: Points, settings: FitSettings
) -> list[Segment]:
    if not edge.pieces:
        return [np.stack([begin, end])]
    if edge.is_exact:
        return _open(edge, edge.pieces, begin, end, settings)
    soft = _soft(edge.sigmas)
    return _better(
        edge.points,
        settings,
        lambda: _open(edge, edge.pieces, begin, end, settings),
        lambda: _open(edge, describe(edge.points, soft, 0), begin, end, settings),
        np.stack([begin, end]),
    )


def _open(
    edge: _DescribedEdge, pieces: list[Piece], begin: Points, end: Points, settings: FitSettings
) -> list[Segment]:
    pieces = without_chamfers(edge.points, pieces, settings.longest_chamfer, is_ring=False)
    pieces = with_caps(edge.points, pieces, is_ring=False)
    inner = [
        join(edge.points, before, after, settings.corner) for before, after in pairwise(pieces)
    ]
    knots = [Knot(begin, None), *inner, Knot(end, None)]
    return draw(edge.points, pieces, knots, edge.sigma)


def _key(corner: Points) -> tuple[int, int]:
    return int(corner[0]), int(corner[1])


def _junctions(
    chains: list[CrackChain], described: dict[int, _DescribedEdge], size: tuple[int, int]
) -> dict[tuple[int, int], Points]:
    """Find the place of each junction: the least-squares point of all that end there."""
    ends: dict[tuple[int, int], list[tuple[Points, Points, float]]] = defaultdict(list)
    for index, edge in described.items():
        for at in (0, -1):
            corner = chains[index].corners[at]
            lines = ends[_key(corner)]
            if edge.pieces:
                shape = edge.pieces[at].shape
                place = shape.nearest(corner.astype(float))
                lines.append((place, shape.tangent(place), edge.weight))
    return {key: _meeting(np.array(key, float), lines, size) for key, lines in ends.items()}


def _meeting(
    corner: Points, lines: list[tuple[Points, Points, float]], size: tuple[int, int]
) -> Points:
    matrix, goal = np.eye(2) * 1e-2, corner * 1e-2
    for place, direction, weight in lines:
        across = np.array([-direction[1], direction[0]])
        projector = np.outer(across, across) * weight
        matrix = matrix + projector
        goal = goal + projector @ place
    found = np.linalg.solve(matrix, goal)
    away = found - corner
    far = float(np.hypot(*away))
    if far > 2.5:
        found = corner + away * (2.5 / far)
    for axis in (0, 1):
        if corner[axis] in (0, size[axis]):
            found[axis] = corner[axis]
    return np.asarray(np.clip(found, 0, size))


def _is_near(segments: list[Segment], chain: CrackChain) -> bool:
    if not segments:
        return False
    t = np.linspace(0, 1, 9)
    samples = [
        bezier(segment, t)
        if len(segment) == 4
        else segment[:1] + t[:, None] * (segment[1] - segment[0])
        for segment in segments
    ]
    places = np.concatenate(samples)
    if not np.isfinite(places).all():
        return False
    # A long line has few samples, but it lies between its points: only curves stray.
    corners = chain.corners[:: max(1, len(chain.corners) // 2000)].astype(float)
    far = np.full(len(places), np.inf)
    for begin in range(0, len(corners), 256):
        apart = np.hypot(*(places[:, None] - corners[None, begin : begin + 256]).transpose(2, 0, 1))
        np.minimum(far, apart.min(axis=1), out=far)
    return bool(far.max() <= _STRAY)

"""Trace a picture of few flat colours, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.cleaning import without_specks
from desktop_app.imaging.vector.cracks import OUTSIDE, CrackChain, find_chains, find_diagonals
from desktop_app.imaging.vector.edge_points import EdgePoints, find_edge_points
from desktop_app.imaging.vector.flat_inks import MAX_INKS, Inks, find_inks, premultiplied
from desktop_app.imaging.vector.knots import CORNER
from desktop_app.imaging.vector.label_regions import connected, find_regions
from desktop_app.imaging.vector.outlines import FitSettings, Segment, draw_chains
from desktop_app.imaging.vector.painting import Scene, Shape, paint
from desktop_app.imaging.vector.settling import settle
from desktop_app.imaging.vector.unmixing import Mixture, with_strokes, with_thin_inks
from desktop_app.imaging.vector.windows import Floats, local_range

_EXPLAINED = 0.98
"""Share of the pixels that must be inks or mixtures of two for a picture to be flat."""

_BLURRED = 1.6
"""Mixed pixels for each pixel of an edge from which it is blurred: as drawn 0.9, restored 0.8 to 1.5."""

_CALM, _MIXED = 24.0, 0.2
"""Levels within 3 × 3 pixels up to which a place is calm, and the share of calm places that may be mixed.

Logos had at most 0.02 of them after restoring and 0.13 as they were, gradients 0.56 and more.
"""


@dataclass(frozen=True, eq=False)
class FlatDrawing:
    """A picture as shapes, from bottom to top, and the inks that they are filled with."""

    shapes: list[Shape]
    inks: Inks


def trace_flat(
    picture: Picture,
    *,
    most_inks: int | None = None,
    smallest: int = 1,
    corner: float = CORNER,
    side_by_side: bool = False,
) -> FlatDrawing | None:
    """Trace a picture of few flat colours.

    Args:
        picture: In sRGB.
        most_inks: The most colours, transparency included where there is some; None for all that it has.
        smallest: Side in pixels of the smallest patch that becomes a shape.
        corner: Degrees from which a bend is a corner.
        side_by_side: Whether shapes are cut out of those below.

    Returns:
        None if the picture is no such drawing, but a photograph or full of gradients.
    """
    values = premultiplied(picture)
    inks = find_inks(values, most_inks or MAX_INKS)
    inks, mixture = with_thin_inks(values, inks, most_inks or MAX_INKS)
    if most_inks is None and not _is_flat(values, mixture, inks):
        return None
    labels = without_specks(with_strokes(mixture), inks, smallest)
    shares = np.where(labels == mixture.labels, mixture.shares, 1 - mixture.shares)
    diagonals = find_diagonals(labels, shares)
    chains = find_chains(labels, diagonals)
    edges = find_edge_points(values, inks, chains)
    settings = FitSettings(
        corner=corner,
        noise_factor=1.5 if inks.is_clean else 10.0,
        least_sigma=0.015 if inks.is_clean else 0.08,
        most_sigma=0.05 if inks.is_clean else 0.2,
        longest_chamfer=_longest_chamfer(mixture, chains, inks),
        slack=0.12 if inks.is_clean else 0.25,
        node_price=3.0 if inks.is_clean else 8.0,
        long_chain=0 if inks.is_clean else 150,
    )
    drawn = draw_chains(chains, edges, settings, (picture.width, picture.height))
    stays = [_stays(edge, segments) for edge, segments in zip(edges, drawn, strict=True)]
    drawn = settle(values, inks, chains, drawn, stays)
    numbers = connected(labels, diagonals)
    regions = find_regions(labels, numbers, chains)
    scene = Scene(regions, numbers, chains, drawn, inks, 0.05 if inks.is_clean else 0.15)
    return FlatDrawing(paint(scene, side_by_side=side_by_side), inks)


def _is_flat(values: Floats, mixture: Mixture, inks: Inks) -> bool:
    """Check whether the picture consists of inks, and mixes them only at edges.

    The inks of a photograph do not explain its pixels; a gradient mixes them where nothing changes abruptly.
    """
    limit = max(20.0, 6 * inks.noise)
    if float((mixture.residual <= limit).mean()) < _EXPLAINED:
        return False
    calm = local_range(values) <= _CALM
    is_mixed = (mixture.others != mixture.labels) & calm
    return float(is_mixed.sum()) <= _MIXED * float(calm.sum())


def _stays(edge: EdgePoints, segments: list[Segment]) -> bool:
    """Check whether a chain is as exact as it will be: the border, or a whole circle or ellipse."""
    return edge.is_exact or (len(segments) == 4 and all(len(one) == 4 for one in segments))


def _longest_chamfer(mixture: Mixture, chains: list[CrackChain], inks: Inks) -> float:
    """Return how long a piece in the place of a corner may be, in pixels: blur rounds corners."""
    length = sum(len(chain.steps) for chain in chains if OUTSIDE not in (chain.right, chain.left))
    is_mixed = (mixture.others != mixture.labels) & (mixture.shares < 0.97)
    width = float(is_mixed.sum()) / max(length, 1)
    least = 1.6 if inks.is_clean else 5.0
    return max(least, 2.2 * width) if width > _BLURRED else least

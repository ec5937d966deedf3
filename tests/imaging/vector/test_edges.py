from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.imaging.vector.cracks import OUTSIDE, CrackChain, find_chains, find_diagonals
from desktop_app.imaging.vector.edge_points import Points, find_edge_points
from desktop_app.imaging.vector.flat_inks import find_inks, premultiplied
from desktop_app.imaging.vector.label_regions import connected, find_regions
from desktop_app.imaging.vector.unmixing import Labels, unmix
from desktop_app.imaging.vector.windows import Floats
from tests.imaging.vector.drawn import box, disc, half_plane, painted


def edge_of(share: Floats) -> Points:
    """All points between ink and paper."""
    values = premultiplied(painted(share))
    inks = find_inks(values)
    mixture = unmix(values, inks)
    chains = find_chains(mixture.labels, find_diagonals(mixture.labels, mixture.shares))
    edges = find_edge_points(values, inks, chains)
    return np.concatenate([edge.points for edge in edges if not edge.is_exact])


@pytest.mark.parametrize("angle", [0, 3, 20, 44, 45, 71, 90, 133])
def test_points_of_a_straight_edge_are_exact(angle: float) -> None:
    points = edge_of(half_plane(48, angle, 0.37))
    normal = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    inside = (np.abs(points - 24) < 18).all(axis=1)
    assert inside.sum() > 20
    assert np.abs((points[inside] - 24) @ normal - 0.37).max() < 0.02


def test_points_of_a_circle_are_within_a_thirtieth_of_a_pixel() -> None:
    points = edge_of(disc(64, 31.7, 32.2, 20.6))
    assert np.abs(np.hypot(*(points - (31.7, 32.2)).T) - 20.6).max() < 1 / 30


def test_the_two_sides_of_a_thin_stroke_are_its_width_apart() -> None:
    share = np.maximum(box(64, 8, 20.25, 56, 21.625), disc(64, 32, 45, 10))
    points = edge_of(share)
    along = points[(points[:, 0] > 12) & (points[:, 0] < 52) & (points[:, 1] < 25)]
    upper, lower = along[along[:, 1] < 21], along[along[:, 1] >= 21]
    assert upper[:, 1] == pytest.approx(20.25, abs=0.03)
    assert lower[:, 1] == pytest.approx(21.625, abs=0.03)


_labels = st.tuples(st.integers(1, 9), st.integers(1, 9)).flatmap(
    lambda shape: arrays(np.int16, shape, elements=st.integers(0, 2))
)


def chains_of(labels: Labels) -> list[CrackChain]:
    return find_chains(labels, find_diagonals(labels, np.ones(labels.shape, np.float32)))


@settings(max_examples=150)
@given(_labels)
def test_each_crack_is_in_one_chain_between_its_own_two_labels(labels: Labels) -> None:
    seen: set[tuple[int, int, int, int]] = set()
    padded = np.pad(labels, 1, constant_values=OUTSIDE)
    for chain in chains_of(labels):
        assert chain.right != chain.left
        right, left = chain.sides()
        for side, label in ((right, chain.right), (left, chain.left)):
            assert (padded[side[:, 1] + 1, side[:, 0] + 1] == label).all()
        for one, two in zip(right.tolist(), left.tolist(), strict=True):
            key = (*min(one, two), *max(one, two))
            assert key not in seen
            seen.add(key)
    count = (padded[1:] != padded[:-1]).sum() + (padded[:, 1:] != padded[:, :-1]).sum()
    assert len(seen) == count


@settings(max_examples=150)
@given(_labels)
def test_the_rings_of_all_regions_enclose_every_pixel_once(labels: Labels) -> None:
    diagonals = find_diagonals(labels, np.ones(labels.shape, np.float32))
    chains = find_chains(labels, diagonals)
    numbers = connected(labels, diagonals)
    regions = find_regions(labels, numbers, chains)
    for number, region in enumerate(regions):
        area = 0
        for ring in (region.outer, *region.holes):
            for link in ring:
                x, y = chains[link.chain].corners.T
                doubled = int(x[:-1] @ y[1:] - x[1:] @ y[:-1])
                area += doubled if link.is_forward else -doubled
        assert area == 2 * (numbers == number).sum()
        assert (labels[numbers == number] == region.label).all()

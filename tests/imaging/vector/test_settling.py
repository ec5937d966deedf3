from __future__ import annotations

import numpy as np
import pytest

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.cracks import CrackChain, find_chains, find_diagonals
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.flat_inks import Inks, find_inks, premultiplied
from desktop_app.imaging.vector.settling import settle
from desktop_app.imaging.vector.unmixing import unmix
from desktop_app.imaging.vector.windows import Floats
from tests.imaging.vector.drawn import painted, shares

TRUTH = np.array([(10.25, 9.5), (28.5, 12.0), (24.75, 27.25)])


def triangle() -> Picture:
    def is_ink(x: Points, y: Points) -> Points:
        inside = np.ones(x.shape, bool)
        for begin, end in zip(TRUTH, np.roll(TRUTH, -1, axis=0), strict=True):
            inside &= (end[0] - begin[0]) * (y - begin[1]) > (end[1] - begin[1]) * (x - begin[0])
        return inside

    return painted(shares(40, is_ink))


def ring(corners: Points) -> list[Points]:
    return list(np.stack([corners, np.roll(corners, -1, axis=0)], axis=1))


def parts(picture: Picture) -> tuple[Floats, Inks, list[CrackChain]]:
    values = premultiplied(picture)
    inks = find_inks(values)
    mixture = unmix(values, inks)
    chains = find_chains(mixture.labels, find_diagonals(mixture.labels, mixture.shares))
    return values, inks, chains


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_knots_go_back_to_where_the_pixels_have_them(seed: int) -> None:
    values, inks, chains = parts(triangle())
    border = [40 * corners for corners in np.array([[(0, 0), (1, 0), (1, 1), (0, 1)]], float)]
    away = np.random.default_rng(seed).uniform(-0.4, 0.4, TRUTH.shape)
    is_border = [chain.left < 0 or chain.right < 0 for chain in chains]
    # Chains run with their own right hand: the triangle has ink on the right, clockwise on the screen.
    shifted = ring(TRUTH + away)
    drawn = []
    for chain, on_border in zip(chains, is_border, strict=True):
        x, y = chain.corners.T
        area = float(x[:-1] @ y[1:] - x[1:] @ y[:-1])
        path = ring(border[0]) if on_border else shifted
        if area < 0:
            path = [segment[::-1] for segment in path[::-1]]
        drawn.append(path)
    settled = settle(values, inks, chains, drawn, is_border)
    inner = settled[is_border.index(False)]
    found = np.array([segment[0] for segment in inner])
    far = np.hypot(*(found[:, None] - TRUTH[None]).transpose(2, 0, 1)).min(axis=1)
    assert far.max() < 0.05
    assert far.max() < np.hypot(*away.T).max() / 4


def test_what_is_fixed_stays() -> None:
    values, inks, chains = parts(triangle())
    drawn = [ring(TRUTH + 0.3) for _ in chains]
    settled = settle(values, inks, chains, drawn, [True] * len(chains))
    for before, after in zip(drawn, settled, strict=True):
        assert np.array_equal(before, after)

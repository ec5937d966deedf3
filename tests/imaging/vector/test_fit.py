from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.imaging.vector.cubics import arc_cubics, bezier, fit_cubic
from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.fit import describe, noise_at, noise_of
from desktop_app.imaging.vector.knots import join
from desktop_app.imaging.vector.outlines import polyline
from desktop_app.imaging.vector.primitives import Arc, Line, fit_arc, fit_line, meeting_points
from desktop_app.imaging.vector.round_shapes import find_ellipse


def along(*places: tuple[float, float]) -> Points:
    """Points one pixel apart from place to place."""
    path = []
    for begin, end in zip(np.array(places[:-1]), np.array(places[1:]), strict=True):
        count = int(np.hypot(*(end - begin)))
        path.append(begin + (end - begin) * np.linspace(0, 1, count, endpoint=False)[:, None])
    return np.concatenate(path)


def noisy(points: Points, sigma: float) -> Points:
    return points + np.random.default_rng(3).normal(0, sigma, points.shape)


def test_three_edges_are_three_lines_that_meet_in_the_corners() -> None:
    points = noisy(along((0, 0), (60, 0.0), (80, 50), (20, 90)), 0.01)
    pieces = describe(points, np.full(len(points), 0.02))
    assert [type(piece.shape) for piece in pieces] == [Line] * 3
    knots = [join(points, *pair, 24.0) for pair in pairwise(pieces)]
    assert all(knot.direction is None for knot in knots)
    assert np.abs(np.array([knot.place for knot in knots]) - [(60, 0), (80, 50)]).max() < 0.03


def test_a_line_and_an_arc_meet_smoothly() -> None:
    angles = np.linspace(-np.pi / 2, 0, 48)
    bend = np.stack([50 + 30 * np.cos(angles), 30 + 30 * np.sin(angles)], axis=1)
    points = noisy(np.concatenate([along((0, 0), (50, 0)), bend]), 0.01)
    pieces = describe(points, np.full(len(points), 0.02))
    assert [type(piece.shape) for piece in pieces] == [Line, Arc]
    arc = pieces[1].shape
    assert isinstance(arc, Arc)
    assert arc.radius == pytest.approx(30, abs=0.05)
    knot = join(points, pieces[0], pieces[1], 24.0)
    assert knot.direction == pytest.approx((1, 0), abs=0.01)


def test_a_nearly_level_line_is_level_only_within_its_noise() -> None:
    level = fit_line(noisy(along((0, 5), (60, 5.01)), 0.02), 0.03)
    assert level.direction.tolist() == [1, 0]
    tilted = fit_line(along((0, 5), (60, 5.6)), 0.03)
    assert tilted.direction[1] == pytest.approx(0.01, abs=0.001)


def test_circles_are_fitted_by_their_distances() -> None:
    angles = np.linspace(0.2, 1.4, 40)
    arc = fit_arc(np.stack([7 + 12 * np.cos(angles), 3 + 12 * np.sin(angles)], axis=1))
    assert arc is not None
    assert (*arc.centre, arc.radius) == pytest.approx((7, 3, 12), abs=1e-6)
    assert arc.way == 1
    assert fit_arc(along((0, 0), (20, 20))) is None


def test_where_primitives_meet() -> None:
    line = Line(np.array([0.0, 3.0]), np.array([1.0, 0.0]))
    circle = Arc(np.array([0.0, 0.0]), 5.0, 1)
    assert sorted(meeting_points(line, circle)[:, 0]) == pytest.approx([-4, 4])
    other = Arc(np.array([6.0, 0.0]), 5.0, 1)
    assert meeting_points(circle, other)[:, 0] == pytest.approx(3)
    parallel = Line(np.array([0.0, 4.0]), np.array([1.0, 0.0]))
    assert len(meeting_points(line, parallel)) == 0


def test_a_ring_of_points_is_a_circle_or_an_ellipse_or_neither() -> None:
    angles = np.linspace(0, 2 * np.pi, 150, endpoint=False)
    circle = np.stack([40 + 20 * np.cos(angles), 30 + 20 * np.sin(angles)], axis=1)
    found = find_ellipse(noisy(circle, 0.01), 0.02)
    assert found is not None
    assert found.radii == pytest.approx(20, abs=0.01)
    oval = np.stack([30 * np.cos(angles), 12 * np.sin(angles)], axis=1)
    turn = np.array([[0.8, 0.6], [-0.6, 0.8]])
    found = find_ellipse(noisy(oval @ turn, 0.01), 0.02)
    assert found is not None
    assert sorted(found.radii) == pytest.approx([12, 30], abs=0.02)
    drawn = np.concatenate(
        [bezier(one, np.linspace(0, 1, 9)) for one in found.cubics(clockwise=True)]
    )
    local = drawn @ turn.T
    assert (local[:, 0] / 30) ** 2 + (local[:, 1] / 12) ** 2 == pytest.approx(1, abs=0.004)
    assert find_ellipse(along((0, 0), (30, 0), (30, 30), (0, 30), (0, 0)), 0.02) is None


def test_one_cubic_is_found_again() -> None:
    truth = np.array([(0, 0), (10, 25), (40, 30), (60, 0)], float)
    points = bezier(truth, np.linspace(0.02, 0.98, 60))
    directions = np.array([truth[1] - truth[0], truth[3] - truth[2]])
    directions /= np.hypot(*directions.T)[:, None]
    curve, error = fit_cubic(points, truth[[0, 3]], directions)
    assert error < 0.05
    assert np.abs(curve - truth).max() < 0.5


def test_arcs_become_quarters() -> None:
    curves = arc_cubics(np.array([5.0, 5.0]), np.array([15.0, 5.0]), 1.5 * np.pi)
    assert len(curves) == 3
    assert curves[-1][3] == pytest.approx((5, -5))
    places = np.concatenate([bezier(curve, np.linspace(0, 1, 20)) for curve in curves])
    assert np.hypot(*(places - 5).T) == pytest.approx(10, abs=0.004)


def test_noise_is_measured_across_the_edge_and_more_is_expected_at_bends() -> None:
    straight = along((0, 0), (300, 80))
    assert noise_of(noisy(straight, 0.05)) == pytest.approx(0.05, rel=0.2)
    corner = along((0, 0), (30, 0), (30, 30))
    sigmas = noise_at(corner, 0.02, is_ring=False)
    assert sigmas[10] == pytest.approx(0.02)
    assert sigmas[30] > 0.1


def test_a_polyline_keeps_what_leaves_it() -> None:
    points = along((0, 0), (20, 0), (20, 15), (40, 15))
    lines = polyline(points, np.array([(0.0, 0.0), (40.0, 15.0)]))
    assert [line[0].tolist() for line in lines] == [[0, 0], [20, 0], [20, 15]]

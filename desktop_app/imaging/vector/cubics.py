"""Cubic Bézier curves through points, with given ends and directions there."""

from __future__ import annotations

from math import tan

import numpy as np

from desktop_app.imaging.vector.edge_points import Points

_ROUNDS = 4


def fit_cubic(points: Points, ends: Points, directions: Points) -> tuple[Points, float]:
    """Fit a cubic by least squares; only the lengths of its handles are free.

    Args:
        points: Between the ends, in order, shape (n, 2).
        ends: First and last point of the curve, shape (2, 2).
        directions: Of travel at both ends, of length 1, shape (2, 2).

    Returns:
        Its control points, shape (4, 2), and how far the farthest point is from it, in pixels.

    Source:
        Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990.
    """
    first, last = ends
    chord = float(np.hypot(*(last - first)))
    if not len(points):
        return _with_handles(ends, directions, chord / 3, chord / 3), 0.0
    path = np.concatenate([first[None], points, last[None]])
    along = np.cumsum(np.hypot(*np.diff(path, axis=0).T))
    t = along[:-1] / max(float(along[-1]), 1e-9)
    controls = _with_handles(ends, directions, chord / 3, chord / 3)
    for _ in range(2):
        controls = _least_squares(points, t, ends, directions, float(along[-1]))
        t = _nearest(points, controls, t)
    for _ in range(_ROUNDS):
        controls = _moved_across(points, t, controls, directions, float(along[-1]))
        t = _nearest(points, controls, t)
    error = np.hypot(*(bezier(controls, t) - points).T)
    return controls, float(error.max())


def bezier(controls: Points, t: Points) -> Points:
    """Return points of a cubic; shape (n, 2) for parameters of shape (n)."""
    s = 1 - t
    weights = np.stack([s**3, 3 * s * s * t, 3 * s * t * t, t**3], axis=1)
    return np.asarray(weights @ controls)


def arc_cubics(centre: Points, begin: Points, sweep: float) -> list[Points]:
    """Return an arc as cubics of at most a quarter each.

    Args:
        centre: Of the circle.
        begin: Where the arc begins.
        sweep: Angle in radians, positive from x to y.
    """
    count = max(1, int(np.ceil(abs(sweep) / (np.pi / 2 + 0.02))))
    step = sweep / count
    handle = 4 / 3 * tan(step / 4)
    turn = np.array([[np.cos(step), np.sin(step)], [-np.sin(step), np.cos(step)]])
    curves, away = [], begin - centre
    for _ in range(count):
        after = away @ turn
        sides = np.array([[-away[1], away[0]], [-after[1], after[0]]]) * handle
        curves.append(centre + np.stack([away, away + sides[0], after - sides[1], after]))
        away = after
    return curves


def _with_handles(ends: Points, directions: Points, first: float, second: float) -> Points:
    return np.stack(
        [ends[0], ends[0] + first * directions[0], ends[1] - second * directions[1], ends[1]]
    )


def _least_squares(
    points: Points, t: Points, ends: Points, directions: Points, length: float
) -> Points:
    s = 1 - t
    one, two = (3 * s * s * t)[:, None] * directions[0], (-3 * s * t * t)[:, None] * directions[1]
    base = (s**3 + 3 * s * s * t)[:, None] * ends[0] + (3 * s * t * t + t**3)[:, None] * ends[1]
    rest = points - base
    matrix = np.array(
        [[(one * one).sum(), (one * two).sum()], [(one * two).sum(), (two * two).sum()]]
    )
    goal = np.array([(one * rest).sum(), (two * rest).sum()])
    third = length / 3
    # A little pull towards the plain third keeps the handles in order where the points say nothing of them.
    pull = 1e-6 * max(float(np.trace(matrix)), 1e-9)
    handles = np.linalg.solve(matrix + pull * np.eye(2), goal + pull * third)
    handles = np.clip(handles, 0.02 * length, 1.2 * length)
    return _with_handles(ends, directions, float(handles[0]), float(handles[1]))


def _moved_across(
    points: Points, t: Points, controls: Points, directions: Points, length: float
) -> Points:
    """Change the handles by a step of Gauss and Newton that counts only the distances across the curve.

    Where a point is along the curve does not matter, so this converges in a few rounds.
    """
    slope = 3 * np.diff(controls, axis=0)
    s = 1 - t
    tangent = np.stack([s * s, 2 * s * t, t * t], axis=1) @ slope
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    normal /= np.maximum(np.hypot(*normal.T), 1e-9)[:, None]
    far = ((points - bezier(controls, t)) * normal).sum(axis=1)
    columns = np.stack(
        [3 * s * s * t * (normal @ directions[0]), -3 * s * t * t * (normal @ directions[1])]
    )
    matrix = columns @ columns.T
    pull = 1e-4 * max(float(np.trace(matrix)), 1e-9)
    step = np.linalg.solve(matrix + pull * np.eye(2), columns @ far)
    handles = [
        float((controls[1] - controls[0]) @ directions[0]) + float(step[0]),
        float((controls[3] - controls[2]) @ directions[1]) + float(step[1]),
    ]
    first, second = np.clip(handles, 0.02 * length, 1.2 * length).tolist()
    return _with_handles(controls[[0, 3]], directions, first, second)


def _nearest(points: Points, controls: Points, t: Points) -> Points:
    """Move each parameter by one Newton step towards the nearest point of the curve."""
    slope = 3 * np.diff(controls, axis=0)
    bend = 2 * np.diff(slope, axis=0)
    s = 1 - t
    away = bezier(controls, t) - points
    first = np.stack([s * s, 2 * s * t, t * t], axis=1) @ slope
    second = np.stack([s, t], axis=1) @ bend
    top = (away * first).sum(axis=1)
    below = (first**2).sum(axis=1) + (away * second).sum(axis=1)
    safe = np.where(np.abs(below) > 1e-9, below, 1.0)
    return np.clip(np.where(below > 1e-9, t - top / safe, t), 0, 1)

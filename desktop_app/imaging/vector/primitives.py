"""Lines and arcs of circles that run through points, by least squares across them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.imaging.vector.edge_points import Points

_LEVEL = 0.02
"""Slope up to which a line may be exactly level or upright."""


@dataclass(frozen=True, eq=False)
class Line:
    """A straight line: a point on it and its direction, of length 1."""

    point: Points
    direction: Points

    def nearest(self, place: Points) -> Points:
        """Return the nearest point on the line."""
        return np.asarray(
            self.point + self.direction * float((place - self.point) @ self.direction)
        )

    def tangent(self, place: Points) -> Points:
        """Return the direction of travel."""
        return self.direction

    def offsets(self, points: Points) -> Points:
        """Return the distances of points, positive on one side; shape (n)."""
        across = np.array([-self.direction[1], self.direction[0]])
        return np.asarray((points - self.point) @ across)


@dataclass(frozen=True, eq=False)
class Arc:
    """A circle travelled one way: 1 turns from x to y, −1 from y to x."""

    centre: Points
    radius: float
    way: int

    def nearest(self, place: Points) -> Points:
        """Return the nearest point on the circle."""
        away = place - self.centre
        return np.asarray(self.centre + away * (self.radius / max(float(np.hypot(*away)), 1e-9)))

    def tangent(self, place: Points) -> Points:
        """Return the direction of travel at a place on the circle, of length 1."""
        away = place - self.centre
        away = away / max(float(np.hypot(*away)), 1e-9)
        return np.array([-away[1], away[0]]) * self.way

    def offsets(self, points: Points) -> Points:
        """Return the distances of points, positive outside; shape (n)."""
        return np.asarray(np.hypot(*(points - self.centre).T) - self.radius)


Primitive = Line | Arc


def fit_line(points: Points, levelling: float = 0.0, weights: Points | None = None) -> Line:
    """Fit a line in the direction of travel.

    Args:
        points: At least two, shape (n, 2).
        weights: Of the points, shape (n); equal by default.
        levelling: How far in pixels an end may move so that the line becomes exactly level or upright.
    """
    if weights is None:
        weights = np.ones(len(points))
    centre = weights @ points / weights.sum()
    away = points - centre
    direction = np.linalg.eigh((away * weights[:, None]).T @ away)[1][:, 1]
    travel = points[-1] - points[0]
    if direction @ travel < 0:
        direction = -direction
    half = float(np.hypot(*travel)) / 2
    for axis in (0, 1):
        slope = abs(float(direction[1 - axis]))
        if slope < _LEVEL and slope * half <= levelling:
            level = np.zeros(2)
            level[axis] = np.sign(direction[axis])
            return Line(centre, level)
    return Line(centre, direction)


def fit_arc(points: Points, weights: Points | None = None, rounds: int = 6) -> Arc | None:
    """Fit an arc by its distances, beginning with the algebraic fit; None if the points are in line."""
    if weights is None:
        weights = np.ones(len(points))
    weights = weights / weights.mean()
    roots = np.sqrt(weights)
    centre = weights @ points / weights.sum()
    x, y = (points - centre).T
    square = x * x + y * y
    matrix = np.array([[x * weights @ x, x * weights @ y], [x * weights @ y, y * weights @ y]])
    if np.linalg.det(matrix) < 1e-9 * matrix.trace() ** 2:
        return None
    a, b = np.linalg.solve(matrix, [square * weights @ x / 2, square * weights @ y / 2])
    radius = float(np.sqrt(a * a + b * b + weights @ square / weights.sum()))
    for _ in range(rounds):
        across, down = x - a, y - b
        far = np.maximum(np.hypot(across, down), 1e-9)
        slopes = np.stack([-across / far, -down / far, -np.ones_like(far)], axis=1)
        step = np.linalg.lstsq(slopes * roots[:, None], (radius - far) * roots, rcond=None)[0]
        a, b, radius = a + step[0], b + step[1], radius + step[2]
        if np.abs(step).max() < 1e-5:
            break
    if not (np.isfinite(radius) and 0.3 < radius < 1e5):
        return None
    middle = np.array([a, b]) + centre
    away = points - middle
    turn = away[:-1, 0] * away[1:, 1] - away[:-1, 1] * away[1:, 0]
    return Arc(middle, float(radius), 1 if turn.sum() > 0 else -1)


def meeting_points(first: Primitive, second: Primitive) -> Points:
    """Return where two primitives, prolonged, meet; shape (0 to 2, 2)."""
    if isinstance(first, Line) and isinstance(second, Line):
        matrix = np.stack([first.direction, -second.direction], axis=1)
        if abs(np.linalg.det(matrix)) < 1e-6:
            return np.zeros((0, 2))
        along = np.linalg.solve(matrix, second.point - first.point)[0]
        return np.asarray((first.point + first.direction * along)[None])
    if isinstance(first, Arc) and isinstance(second, Arc):
        away = second.centre - first.centre
        apart = float(np.hypot(*away))
        if apart < 1e-9:
            return np.zeros((0, 2))
        along = (apart**2 + first.radius**2 - second.radius**2) / (2 * apart)
        return _either_side(
            first.centre + away / apart * along, away / apart, first.radius**2 - along**2
        )
    line, arc = (first, second) if isinstance(first, Line) else (second, first)
    assert isinstance(line, Line)
    assert isinstance(arc, Arc)
    foot = line.nearest(arc.centre)
    across = np.array([line.direction[1], -line.direction[0]])
    return _either_side(foot, across, arc.radius**2 - float(((foot - arc.centre) ** 2).sum()))


def _either_side(middle: Points, across: Points, square: float) -> Points:
    if square < 0:
        return np.zeros((0, 2))
    away = np.array([-across[1], across[0]]) * square**0.5
    return np.stack([middle + away, middle - away])

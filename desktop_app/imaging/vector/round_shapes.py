"""Whole circles and ellipses, which are recognised before anything else."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, tan

import numpy as np

from desktop_app.imaging.vector.edge_points import Points
from desktop_app.imaging.vector.primitives import fit_arc

_HANDLE = 4 / 3 * tan(pi / 8)
_FEWEST = 12
"""Points that a ring needs to be taken for a circle or an ellipse."""


@dataclass(frozen=True, eq=False)
class Ellipse:
    """An ellipse: its middle, its two radii in pixels, and the angle of the first in radians."""

    middle: Points
    radii: Points
    angle: float

    def cubics(self, *, clockwise: bool) -> list[Points]:
        """Return four cubics, each of shape (4, 2), clockwise on the screen (y goes down) or against it."""
        cosine, sine = np.cos(self.angle), np.sin(self.angle)
        axes = np.array([[cosine, sine], [-sine, cosine]]) * self.radii[:, None]
        quarter = np.array([[1, 0], [1, _HANDLE], [_HANDLE, 1], [0, 1]])
        turn = np.array([[0, 1], [-1, 0]])
        curves = []
        for _ in range(4):
            curves.append(self.middle + quarter @ axes)
            quarter = quarter @ turn
        return curves if clockwise else [curve[::-1] for curve in curves[::-1]]


def find_ellipse(points: Points, sigma: float) -> Ellipse | None:
    """Recognise a closed chain that is a circle or an ellipse within the noise.

    Args:
        points: Around the ring, shape (n, 2).
        sigma: Noise across the edge, in pixels.
    """
    if len(points) < _FEWEST:
        return None
    arc = fit_arc(points)
    if arc is not None and arc.radius > 1:
        error = arc.offsets(points)
        if _is_noise(error, sigma):
            return Ellipse(arc.centre, np.array([arc.radius, arc.radius]), 0.0)
    return _find_oval(points, sigma)


def _is_noise(error: Points, sigma: float) -> bool:
    return (
        float(np.sqrt(np.square(error).mean())) <= 1.2 * sigma
        and float(np.abs(error).max()) <= 5 * sigma
    )


def _find_oval(points: Points, sigma: float) -> Ellipse | None:
    centre = points.mean(axis=0)
    scale = float(np.abs(points - centre).max())
    x, y = ((points - centre) / scale).T
    # The conic a x² + b xy + c y² + d x + e y = 1; as a ring of points it is an ellipse.
    terms = np.stack([x * x, x * y, y * y, x, y], axis=1)
    a, b, c, d, e = np.linalg.lstsq(terms, np.ones(len(x)), rcond=None)[0]
    if 4 * a * c - b * b <= 1e-9:
        return None
    middle = np.linalg.solve([[2 * a, b], [b, 2 * c]], [-d, -e])
    level = 1 + a * middle[0] ** 2 + b * middle[0] * middle[1] + c * middle[1] ** 2
    values, vectors = np.linalg.eigh(np.array([[a, b / 2], [b / 2, c]]) / level)
    if values.min() <= 0:
        return None
    radii = 1 / np.sqrt(values)
    if radii.min() * scale < 1:
        return None
    local = (np.stack([x, y], axis=1) - middle) @ vectors
    # Distance to first order: the value of the conic over its slope.
    value = (local**2 / radii**2).sum(axis=1) - 1
    slope = 2 * np.hypot(*(local / radii**2).T)
    if not _is_noise(value / slope * scale, sigma):
        return None
    angle = float(np.arctan2(vectors[1, 0], vectors[0, 0]))
    if np.linalg.det(vectors) < 0:
        vectors[:, 1] *= -1
    return Ellipse(centre + middle * scale, radii * scale, angle)

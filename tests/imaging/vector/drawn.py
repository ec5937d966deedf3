"""Antialiased pictures of shapes whose place is known exactly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.windows import Floats

INK, PAPER = (180, 20, 30), (250, 245, 235)

_FINE = 16


def half_plane(side: int, angle: float, offset: float) -> Floats:
    """Share of the ink in each pixel, where ink lies on one side of a line; shape (side, side)."""
    normal = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return shares(
        side, lambda x, y: (x - side / 2) * normal[0] + (y - side / 2) * normal[1] < offset
    )


def disc(side: int, x: float, y: float, radius: float) -> Floats:
    """Share of the ink in each pixel of a disc."""
    return shares(side, lambda across, down: np.hypot(across - x, down - y) < radius)


def box(side: int, left: float, top: float, right: float, bottom: float) -> Floats:
    """Share of the ink in each pixel of an upright rectangle."""
    return shares(side, lambda x, y: (x > left) & (x < right) & (y > top) & (y < bottom))


def shares(side: int, is_ink: object) -> Floats:
    """Average what is ink over each pixel; ``is_ink`` takes x and y in pixels."""
    places = (np.arange(side * _FINE) + 0.5) / _FINE
    x, y = np.meshgrid(places, places)
    fine = is_ink(x, y).astype(np.float32)  # type: ignore[operator]
    blocks = fine.reshape(side, _FINE, side, _FINE)
    averaged: Floats = blocks.mean(axis=(1, 3), dtype=np.float32)
    return averaged


def painted(share: Floats, ink: tuple[int, int, int] = INK) -> Picture:
    """Ink on paper, rounded to levels."""
    return Picture(levels(share, ink))


def levels(share: Floats, ink: tuple[int, int, int] = INK) -> npt.NDArray[np.uint8]:
    """The pixels of ink on paper; shape (H, W, 3)."""
    mixed = share[..., None] * np.array(ink) + (1 - share[..., None]) * np.array(PAPER)
    return np.asarray(np.round(mixed).astype(np.uint8))

"""The checkerboard behind transparent pictures: its tones and the size of its cells.

A black logo is invisible on a dark checkerboard, and a white one on a light one. If less of the picture
would be hidden on the contrasting tones than on the theme's usual ones, the contrasting tones are used.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from desktop_app.imaging.pyramid import TILE, Pyramid
from desktop_app.viewer.canvas_colours import CanvasColours

_CELL = 8
"""Side of a cell in view pixels, at any zoom."""

_SAMPLE_SIDE = 128
"""Longest side of the pyramid level from which the tones are chosen; it fits into a single tile."""

_CLEAR_DISTANCE = 80.0
"""Distance (0 to 255) at which one colour is clearly visible on another."""

_WEIGHTS = np.array([0.30, 0.59, 0.11])
"""Weights of red, green and blue in the distance of two colours."""

Tones = tuple[QColor, QColor]


def choose_tones(pyramid: Pyramid, colours: CanvasColours) -> Tones:
    """Return the pair of tones on which less of a picture is hidden; the usual pair without alpha."""
    usual = (colours.checker, colours.checker_alternate)
    contrast = (colours.contrast_checker, colours.contrast_checker_alternate)
    if not pyramid.has_alpha:
        return usual
    return min((usual, contrast), key=lambda tones: hidden_share(pyramid, tones))


def hidden_share(pyramid: Pyramid, tones: Tones) -> float:
    """Return how much of a picture's visible area is hard to see on a checkerboard.

    Args:
        pyramid: Pyramid of a picture with alpha.
        tones: The two tones of the checkerboard.

    Returns:
        0 (everything is visible, or the picture is fully transparent) to 1 (nothing is visible).
    """
    level = 0
    while max(pyramid.level_size(level)) > min(_SAMPLE_SIDE, TILE):
        level += 1
    pixels = pyramid.tile(level, 0, 0).astype(np.float64)  # (h, w, 4)
    colour, alpha = pixels[..., :3], pixels[..., 3] / 255
    if level > 0:  # smaller levels are premultiplied
        colour = colour / np.maximum(alpha, 1 / 255)[..., None]
    background = np.mean([(tone.red(), tone.green(), tone.blue()) for tone in tones], axis=0)
    distance = np.sqrt((colour - background) ** 2 @ _WEIGHTS)  # (h, w)
    hidden = np.clip(1 - distance / _CLEAR_DISTANCE, 0, 1)
    total = float(alpha.sum())
    return float((hidden * alpha).sum()) / total if total else 0.0


class Checkerboard:
    """Paints cells that move with the picture but keep their size at any zoom."""

    def __init__(self, tones: Tones) -> None:
        """Create a checkerboard of two tones."""
        self._tones = tones
        self._pixmap: QPixmap | None = None

    def paint(
        self, painter: QPainter, picture: QRect, visible: QRect, zoom: float, density: float
    ) -> None:
        """Fill the visible part of a picture.

        Args:
            painter: In device pixels.
            picture: The whole picture, in device pixels; the cells begin at its corner.
            visible: The visible area, in device pixels.
            zoom: Device pixels per picture pixel.
            density: Device pixels per view pixel.
        """
        cell = _cell(zoom, density)
        if self._pixmap is None or self._pixmap.width() != 2 * cell:
            self._pixmap = self._draw(cell)
        painter.setBrushOrigin(QPointF(picture.topLeft()))
        painter.fillRect(picture & visible, QBrush(self._pixmap))

    def _draw(self, cell: int) -> QPixmap:
        pixmap = QPixmap(2 * cell, 2 * cell)
        first, second = self._tones
        pixmap.fill(first)
        painter = QPainter(pixmap)
        painter.fillRect(cell, 0, cell, cell, second)
        painter.fillRect(0, cell, cell, cell, second)
        painter.end()
        return pixmap


def _cell(zoom: float, density: float) -> int:
    """Return the side of a cell in device pixels.

    From 800 % on, each picture pixel holds a whole number of cells if possible; otherwise the cells
    would clash with the pixel grid.
    """
    usual = max(1, round(_CELL * density))
    if zoom < usual:
        return usual
    inside = 2 * max(1, round(zoom / (2 * usual)))
    return round(zoom) // inside if zoom % inside == 0 else usual

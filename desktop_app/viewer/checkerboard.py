"""The checkerboard behind transparent pictures: which tones, and how large the cells are.

A black logo disappears on a dark checkerboard and a white one on a light one. Where more of the
picture would disappear on the theme's own tones than on the opposite ones, the latter are used.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from desktop_app.imaging.pyramid import TILE, Pyramid
from desktop_app.viewer.canvas_colours import CanvasColours

_CELL = 8
"""Edge of a cell in view pixels, whatever the zoom."""

_JUDGED_SIDE = 128
"""Edge of the level a picture is judged by; one that fits into a single tile."""

_CLEAR = 80.0
"""Distance (0 to 255) from which on a colour is clearly seen on another one."""

_WEIGHTS = np.array([0.30, 0.59, 0.11])
"""How much red, green and blue add to the distance of two colours."""

Tones = tuple[QColor, QColor]


def choose_tones(pyramid: Pyramid, colours: CanvasColours) -> Tones:
    """Return the pair of tones on which less of a transparent picture disappears."""
    usual = (colours.checker, colours.checker_alternate)
    contrast = (colours.contrast_checker, colours.contrast_checker_alternate)
    if not pyramid.has_alpha:
        return usual
    return min((usual, contrast), key=lambda tones: hidden_share(pyramid, tones))


def hidden_share(pyramid: Pyramid, tones: Tones) -> float:
    """Return which part of a picture's visible area is hard to see on a checkerboard.

    Args:
        pyramid: Of a picture with alpha.
        tones: Of the checkerboard.

    Returns:
        0 (all of it can be seen, or the picture is empty) to 1.
    """
    level = 0
    while max(pyramid.level_size(level)) > min(_JUDGED_SIDE, TILE):
        level += 1
    pixels = pyramid.tile(level, 0, 0).astype(np.float64)  # (h, w, 4)
    colour, alpha = pixels[..., :3], pixels[..., 3] / 255
    if level > 0:  # smaller levels are premultiplied
        colour = colour / np.maximum(alpha, 1 / 255)[..., None]
    ground = np.mean([(tone.red(), tone.green(), tone.blue()) for tone in tones], axis=0)
    distance = np.sqrt((colour - ground) ** 2 @ _WEIGHTS)  # (h, w)
    hidden = np.clip(1 - distance / _CLEAR, 0, 1)
    total = float(alpha.sum())
    return float((hidden * alpha).sum()) / total if total else 0.0


class Checkerboard:
    """Paints cells that move with the picture but keep their size."""

    def __init__(self, tones: Tones) -> None:
        """Choose the tones."""
        self._tones = tones
        self._pixmap: QPixmap | None = None

    def paint(
        self, painter: QPainter, picture: QRect, visible: QRect, zoom: float, density: float
    ) -> None:
        """Fill the visible part of a picture.

        Args:
            painter: In device pixels.
            picture: Whole picture, in device pixels; its corner is a corner of a cell.
            visible: What can be seen, in device pixels.
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
    """Return the edge of a cell in device pixels.

    From 800 % on each picture pixel holds a whole number of cells, if that is possible: together
    with the pixel grid anything else is noise.
    """
    usual = max(1, round(_CELL * density))
    if zoom < usual:
        return usual
    inside = 2 * max(1, round(zoom / (2 * usual)))
    return round(zoom) // inside if zoom % inside == 0 else usual

"""Paint the divider between the two pictures: its line and its round handle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop_app.viewer.canvas_colours import CanvasColours

_LINE = 2.0
_HANDLE_RADIUS = 14.0
_ARROW = QSizeF(4.0, 4.0)
_ARROW_GAP = 2.5
_RING = 1.0

DIVIDER_REACH = _HANDLE_RADIUS + _RING + 5.0
"""Distance from the dividing line, in view pixels, at which nothing is hidden by the handle."""


def paint_divider(
    painter: QPainter, x: float, height: float, colours: CanvasColours, *, is_focused: bool
) -> None:
    """Paint the dividing line and its round handle at half height.

    Args:
        painter: In view coordinates.
        x: View x of the line's middle, where the pictures meet.
        height: Of the view, in view pixels.
        colours: Of the canvas.
        is_focused: Whether the arrow keys move the divider now.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(x - _LINE / 2, 0, _LINE, height), colours.divider)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    centre = QPointF(x, round(height / 2))
    # A ring in the labels' dark tone keeps the handle visible on pictures of the same colour.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.label)
    painter.setOpacity(0.35)
    painter.drawEllipse(centre, _HANDLE_RADIUS + _RING, _HANDLE_RADIUS + _RING)
    painter.setOpacity(1.0)
    painter.setBrush(colours.divider)
    painter.drawEllipse(centre, _HANDLE_RADIUS, _HANDLE_RADIUS)
    if is_focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.divider_symbol, _LINE))
        painter.drawEllipse(centre, _HANDLE_RADIUS - _LINE, _HANDLE_RADIUS - _LINE)
    pen = QPen(colours.divider_symbol, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_arrowheads(centre))
    painter.restore()


def _arrowheads(centre: QPointF) -> QPainterPath:
    """Return arrowheads left and right of a point; drawn, because not every font has them."""
    path = QPainterPath()
    for direction in (-1, 1):
        tip = centre + QPointF(direction * (_ARROW_GAP + _ARROW.width()), 0)
        path.moveTo(tip + QPointF(-direction * _ARROW.width(), -_ARROW.height()))
        path.lineTo(tip)
        path.lineTo(tip + QPointF(-direction * _ARROW.width(), _ARROW.height()))
    return path

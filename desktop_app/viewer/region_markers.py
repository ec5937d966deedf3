"""Mark regions on the picture: a translucent map, and frames around the regions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.viewer.comparison_view import ComparisonView

_LINE = 2.0
_OPACITY = 0.55

Corners = tuple[int, int, int, int]
"""Left, top, right and bottom of a region, in pixels."""


class RegionMarkers(QWidget):
    """An overlay on the view that ignores the mouse.

    Args:
        view: The view to mark.
        colour: Of the marks.
    """

    def __init__(self, view: ComparisonView, colour: QColor) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._colour = colour
        self._map = QImage()
        self._boxes: tuple[Corners, ...] = ()
        self._scale = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.viewport().rect())
        view.viewport().installEventFilter(self)
        view.visible_changed.connect(self.update)
        self.hide()

    def set_colour(self, colour: QColor) -> None:
        """Set the colour of the marks that are set from now on."""
        self._colour = colour

    def show_regions(
        self, strengths: npt.NDArray[np.uint8], boxes: Sequence[Corners], scale: float
    ) -> None:
        """Set the regions to mark.

        Args:
            strengths: uint8 (H, W): opacity of the mark at each pixel, 0 for no mark.
            boxes: Left, top, right and bottom of the regions to frame, in pixels of ``strengths``.
            scale: Pixels of the shown picture per pixel of ``strengths``.
        """
        pixels = np.empty((*strengths.shape, 4), np.uint8)
        pixels[..., :3] = (self._colour.red(), self._colour.green(), self._colour.blue())
        pixels[..., 3] = strengths
        height, width = strengths.shape
        image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        self._map, self._boxes, self._scale = image.copy(), tuple(boxes), scale
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view's size."""
        if event.type() == QEvent.Type.Resize and watched is self._view.viewport():
            self.setGeometry(self._view.viewport().rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map and the frames."""
        painter = QPainter(self)
        size = self._map.size()
        painter.setOpacity(_OPACITY)
        painter.drawImage(self._on_view((0, 0, size.width(), size.height())), self._map)
        painter.setOpacity(1.0)
        painter.setPen(QPen(self._colour, _LINE))
        for box in self._boxes:
            painter.drawRect(self._on_view(box).adjusted(-_LINE, -_LINE, _LINE, _LINE))

    def _on_view(self, box: Corners) -> QRectF:
        left, top, right, bottom = (self._scale * side for side in box)
        corner = self._view.view_point(QPointF(left, top))
        return QRectF(corner, self._view.view_point(QPointF(right, bottom)))

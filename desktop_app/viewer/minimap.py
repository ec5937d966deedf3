"""The mini-map: the whole picture in small while the view shows a part; click or drag to move the view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.imaging.pyramid import Pyramid
from desktop_app.viewer.canvas_colours import ThemedView
from desktop_app.viewer.checkerboard import choose_tones
from desktop_app.viewer.tile_cache import to_image
from models.tiling import Box

MINIMAP_SIDE = 160
"""Longer side of the mini-map in view pixels."""

_MIN_SIDE = 12
"""Smallest side in view pixels, for very narrow pictures."""

_LINE = 2.0

_SHADE = 0.25
"""Opacity of the shade over the part out of view, which has to remain recognisable."""


class MiniMap(QWidget):
    """A mini-map that is visible only while a part of the picture is out of view.

    Args:
        view: The view whose colours it uses.
        parent: The widget that it floats over.

    Signals:
        chosen: The picture point (:class:`QPointF`) to move the view to.
    """

    chosen = Signal(QPointF)

    def __init__(self, view: ThemedView, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._view = view
        self._pyramid: Pyramid | None = None
        self._image = QImage()
        self._visible: Box | None = None
        self._background: QColor | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview"))
        self.setToolTip(self.tr("Click or drag to look at another part"))
        self.hide()

    def show_picture(self, pyramid: Pyramid | None) -> None:
        """Set the picture; None for none."""
        if pyramid is not self._pyramid:
            self._pyramid = pyramid
            self._image = self._small(pyramid) if pyramid else QImage()
            self.resize(self.sizeHint())
            self._show_or_hide()

    def show_visible(self, visible: Box | None) -> None:
        """Mark the part in view, in picture pixels; None for none."""
        self._visible = visible
        self._show_or_hide()

    def set_background(self, colour: QColor | None) -> None:
        """Set the colour behind a transparent picture; None for a tone of the checkerboard."""
        self._background = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size with the aspect ratio of the picture."""
        if self._pyramid is None:
            return QSize(0, 0)
        height, width = self._pyramid.height, self._pyramid.width
        scale = MINIMAP_SIDE / max(height, width)
        return QSize(max(_MIN_SIDE, round(width * scale)), max(_MIN_SIDE, round(height * scale)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, a frame around the part in view, and a shade over the rest."""
        if self._pyramid is None or self._visible is None:
            return
        painter, colours = QPainter(self), self._view.colours
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect())
        painter.fillRect(whole, self._background or choose_tones(self._pyramid, colours)[0])
        painter.drawImage(whole, self._image)
        frame = self._frame(self._pyramid, self._visible)
        painter.setOpacity(_SHADE)
        for outside in (
            QRectF(whole.left(), whole.top(), whole.width(), frame.top()),
            QRectF(whole.left(), frame.bottom(), whole.width(), whole.bottom() - frame.bottom()),
            QRectF(whole.left(), frame.top(), frame.left(), frame.height()),
            QRectF(frame.right(), frame.top(), whole.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(outside, colours.canvas)
        painter.setOpacity(1.0)
        pen = QPen(colours.divider, _LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = _LINE / 2
        painter.drawRect(frame.adjusted(half, half, -half, -half))
        painter.setPen(QPen(colours.outline, 1.0))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the view to the clicked point."""
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the view along while the left button is held."""
        self._choose(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Accept the event, so that the view below does not get it."""
        event.accept()

    def _choose(self, event: QMouseEvent) -> None:
        if self._pyramid is not None and event.buttons() & Qt.MouseButton.LeftButton:
            place = event.position()
            self.chosen.emit(
                QPointF(
                    place.x() / self.width() * self._pyramid.width,
                    place.y() / self.height() * self._pyramid.height,
                )
            )
        event.accept()

    def _frame(self, pyramid: Pyramid, visible: Box) -> QRectF:
        """Return the frame around the part in view: large enough to be seen, and inside the mini-map."""
        across, down = self.width() / pyramid.width, self.height() / pyramid.height
        width = max(visible.width * across, 3 * _LINE)
        height = max(visible.height * down, 3 * _LINE)
        left = min(visible.left * across, self.width() - width)
        top = min(visible.top * down, self.height() - height)
        return QRectF(left, top, width, height)

    def _show_or_hide(self) -> None:
        pyramid, visible = self._pyramid, self._visible
        self.raise_()
        self.setVisible(
            pyramid is not None
            and visible is not None
            and (visible.height < pyramid.height or visible.width < pyramid.width)
        )
        self.update()

    def _small(self, pyramid: Pyramid) -> QImage:
        """Return the smallest level that need not be enlarged, as an image."""
        min_side = MINIMAP_SIDE * self.devicePixelRatioF()
        level = 0
        while level + 1 < pyramid.levels and max(pyramid.level_size(level + 1)) >= min_side:
            level += 1
        pixels = pyramid.region(level, 0, 0, *pyramid.level_size(level))
        return to_image(pixels, is_straight=level == 0)

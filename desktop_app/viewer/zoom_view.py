"""A view that can be zoomed and panned with wheel, touchpad, pinch, mouse and keyboard.

Scene coordinates are view coordinates: the scene is exactly as large as the view and never scrolls.
Position and zoom are held in an immutable :class:`Viewport`, not in scroll bars, which are limited to
whole pixels and would lose the centre of the picture on every resize.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop_app.viewer.canvas_colours import ThemedView
from desktop_app.viewer.viewport import Viewport
from models.tiling import Box

_NOTCH = 120
"""Eighths of a degree that an ordinary wheel turns per step."""

_ANGLE_PER_DOUBLING = 480.0
"""Eighths of a degree that double the zoom on a high-resolution wheel."""

_PIXELS_PER_DOUBLING = 200.0
"""Touchpad pixels (with Ctrl) that double the zoom."""

_KEY_PAN = 48.0
"""View pixels by which an arrow key moves the picture."""

_PAGE = 0.9
"""Fraction of the view's height by which a page key moves the picture."""

_EMPTY_VIEWPORT = Viewport(1, 1, 1, 1)


class ZoomView(ThemedView):
    """Zooms and pans a plane of picture pixels; subclasses paint the picture.

    Zoom 1.0 (100 %) is one picture pixel per *device* pixel; see :mod:`.viewport`. The view stays
    fitted, even when resized, until the user zooms or pans.

    Signals:
        zoom_changed: The zoom; 1.0 is 100 %.
        visible_changed: The :class:`Box` of picture pixels in view; None without a picture.
    """

    zoom_changed = Signal(float)
    visible_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty and fitted."""
        super().__init__(parent)
        self._viewport = _EMPTY_VIEWPORT
        self._has_picture = False
        self._is_fitted = True
        self._emitted_zoom: float | None = None
        self._emitted_visible: Box | None = None
        self._pan_from: QPointF | None = None
        self._pan_button = Qt.MouseButton.NoButton

        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # -- zoom and position ----------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Device pixels per picture pixel; 1.0 is 100 %."""
        return self._viewport.zoom

    @property
    def is_fitted(self) -> bool:
        """Whether the view shows the whole picture and stays fitted when it is resized."""
        return self._is_fitted

    @property
    def visible_rect(self) -> Box | None:
        """The picture pixels in view; None without a picture."""
        return self._viewport.visible() if self._has_picture else None

    def picture_point(self, position: QPointF) -> QPointF:
        """Return the picture point, in picture pixels, under a point of the view."""
        position = self._in_viewport(position)
        return QPointF(*self._viewport.to_picture(position.x(), position.y()))

    def view_point(self, point: QPointF) -> QPointF:
        """Return where a picture point lies in the view; in the first pane if there are several."""
        return QPointF(*self._viewport.to_view(point.x(), point.y()))

    @property
    def centre(self) -> QPointF:
        """The picture point in the middle of the view, or of each pane."""
        return QPointF(self._viewport.centre_x, self._viewport.centre_y)

    def centre_on(self, point: QPointF) -> None:
        """Move a picture point to the middle of the view."""
        moved = (self.centre - point) * self._viewport.scale
        self.pan(moved.x(), moved.y())

    def zoom_to(self, part: QRectF) -> None:
        """Centre a part of the picture, given in picture pixels, and zoom in until it is large enough."""
        if self._has_picture:
            self._is_fitted = False
            sides = part.left(), part.top(), part.right(), part.bottom()
            self._move_to(self._viewport.zoomed_to(*sides))

    def set_covered_edges(self, above: float, below: float) -> None:
        """Set how much of the upper and lower edge is covered, in view pixels; fitting leaves them free."""
        if (above, below) != (self._viewport.above, self._viewport.below):
            viewport = replace(self._viewport, above=above, below=below)
            self._move_to(viewport.fitted() if self._is_fitted else viewport)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Set the zoom, clamped to at most 6400 % and at least 1 % (or the fitting zoom, if smaller).

        Args:
            zoom: Device pixels per picture pixel; 1.0 is 100 %.
            at: Point of the view that keeps its picture point; the middle by default.

        Raises:
            ValueError: ``zoom`` is not a positive number.
        """
        if not zoom > 0:
            msg = f"zoom must be positive, not {zoom}"
            raise ValueError(msg)
        if not self._has_picture:
            return
        middle = QPointF(self._viewport.width / 2, self._viewport.height / 2)
        at = middle if at is None else self._in_viewport(at)
        self._is_fitted = False
        self._move_to(self._viewport.zoomed(zoom, at.x(), at.y()))

    def zoom_in(self, at: QPointF | None = None) -> None:
        """Zoom to the next larger stop (..., 50, 67, 100, 200, ... 6400 %)."""
        self.set_zoom(self._viewport.next_zoom(1), at)

    def zoom_out(self, at: QPointF | None = None) -> None:
        """Zoom to the next smaller stop."""
        self.set_zoom(self._viewport.next_zoom(-1), at)

    def fit(self) -> None:
        """Show the whole picture, and keep it fitted when the view is resized."""
        self._is_fitted = True
        self._move_to(self._viewport.fitted())

    def fit_later(self) -> None:
        """Leave the picture where it is now, and fit it when the view is resized or divided anew."""
        self._is_fitted = True

    def actual_size(self) -> None:
        """Zoom to 100 %: one picture pixel per device pixel."""
        self.set_zoom(1.0)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture right and down by view pixels; the view's middle stays on the picture."""
        if self._has_picture:
            self._is_fitted = False
            self._move_to(self._viewport.moved(dx, dy))

    # -- for subclasses -------------------------------------------------------------------------

    def _set_picture_size(self, height: int, width: int) -> None:
        """Set the picture's size, and fit it if the size has changed; 0 x 0 for no picture."""
        if height == 0 or width == 0:
            self._has_picture = False
            self._move_to(replace(self._viewport, picture_height=1, picture_width=1).fitted())
        elif not self._has_picture or (height, width) != (
            self._viewport.picture_height,
            self._viewport.picture_width,
        ):
            self._has_picture = True
            self._is_fitted = True
            resized = replace(self._viewport, picture_height=height, picture_width=width)
            self._move_to(resized.fitted())

    def _on_viewport_changed(self) -> None:
        """React to a changed viewport; called before the signals are emitted."""

    def _pane_width(self, width: int) -> int:
        """Return how much of the view's width one picture gets, in view pixels."""
        return width

    def _in_viewport(self, position: QPointF) -> QPointF:
        """Return the point in the first pane that shows the same picture point."""
        return position

    # -- events ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, or keep the same picture point in the middle."""
        super().resizeEvent(event)
        self._follow_screen()

    def viewportEvent(self, event: QEvent) -> bool:
        """Handle pinch gestures and moves to another screen, which have no handlers of their own."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._follow_screen()
        elif isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; two fingers on a touchpad pan instead, unless Ctrl is held."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        # Check the phase too, which only gestures have: some systems report pixels for plain wheels.
        is_touchpad = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if is_touchpad and not is_zoom:
            self.pan(pixels.x(), pixels.y())
        elif is_touchpad:
            self._zoom_by(2 ** (pixels.y() / _PIXELS_PER_DOUBLING), event.position())
        elif angle.y() and angle.y() % _NOTCH == 0:
            for _ in range(abs(angle.y()) // _NOTCH):
                (self.zoom_in if angle.y() > 0 else self.zoom_out)(event.position())
        elif angle.y():
            self._zoom_by(2 ** (angle.y() / _ANGLE_PER_DOUBLING), event.position())
        elif pixels.y():
            self._zoom_by(2 ** (pixels.y() / _PIXELS_PER_DOUBLING), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the picture."""
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        if self._has_picture and event.button() in buttons and self._pan_from is None:
            self._pan_from = event.position()
            self._pan_button = event.button()
            self._update_cursor(event.position())
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            # A small movement while clicking must not end the fitted state.
            is_click = moved.manhattanLength() < QApplication.startDragDistance()
            if not moved.isNull() and not (self._is_fitted and is_click):
                self._pan_from = event.position()
                self.pan(moved.x(), moved.y())
        self._update_cursor(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the picture."""
        if self._pan_from is not None and event.button() == self._pan_button:
            self._pan_from = None
            self._update_cursor(event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second press like the first, so that a quick drag is not lost."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with +, - and 0, pan with the arrows and page keys; leave other keys to the window."""
        if self._has_picture and self._on_key(event):
            event.accept()
        else:
            event.ignore()

    def drawBackground(self, painter: QPainter, rect: object) -> None:
        """Fill the canvas."""
        del rect  # the whole view is repainted each time
        painter.fillRect(self.viewport().rect(), self.colours.canvas)

    # -- internals ------------------------------------------------------------------------------

    def _on_key(self, event: QKeyEvent) -> bool:
        """Handle a key; return whether it was handled."""
        key = event.key()
        page = QPoint(self._viewport.width, self._viewport.height).toPointF() * _PAGE
        pans = {
            Qt.Key.Key_Left: (_KEY_PAN, 0.0),
            Qt.Key.Key_Right: (-_KEY_PAN, 0.0),
            Qt.Key.Key_Up: (0.0, _KEY_PAN),
            Qt.Key.Key_Down: (0.0, -_KEY_PAN),
            Qt.Key.Key_PageUp: (0.0, page.y()),
            Qt.Key.Key_PageDown: (0.0, -page.y()),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in pans:
            self.pan(*pans[Qt.Key(key)])
        else:
            return False
        return True

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_by(max(0.1, 1.0 + event.value()), event.position())
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            if self._is_fitted:
                self.set_zoom(1.0, event.position())
            else:
                self.fit()
        else:
            return super().viewportEvent(event)
        event.accept()
        return True

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        self.set_zoom(self._viewport.zoom * factor, at)

    def _follow_screen(self) -> None:
        """Adopt the size and pixel density of the widget."""
        size = self.viewport().size()
        self.scene().setSceneRect(0, 0, size.width(), size.height())
        resized = self._resized()
        self._move_to(resized.fitted() if self._is_fitted else resized)

    def _resized(self) -> Viewport:
        """Return the viewport at the widget's size, with the same zoom and centre."""
        size, ratio = self.viewport().size(), self.viewport().devicePixelRatioF()
        return self._viewport.resized(size.height(), self._pane_width(size.width()), ratio)

    def _move_to(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._on_viewport_changed()
        self.viewport().update()
        old_zoom, self._emitted_zoom = (
            self._emitted_zoom,
            viewport.zoom if self._has_picture else None,
        )
        if self._emitted_zoom is not None and self._emitted_zoom != old_zoom:
            self.zoom_changed.emit(self._emitted_zoom)
        old_visible, self._emitted_visible = self._emitted_visible, self.visible_rect
        if self._emitted_visible != old_visible:
            self.visible_changed.emit(self._emitted_visible)

    def _update_cursor(self, position: QPointF) -> None:
        """Set the cursor to show what a mouse press at a view position would do."""
        del position
        if self._pan_from is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._has_picture and not self._is_fitted:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

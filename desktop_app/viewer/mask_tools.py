"""Tools to draw rectangles and brush strokes on the picture; what the shapes mean is up to the caller."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_app.viewer.comparison_view import ComparisonView

_MIN_SIDE = 1.0  # picture pixels; a smaller drag with the rectangle tool counts as a click
_FILL_OPACITY = 0.25


class MaskTool(Enum):
    """The shape that a drag with the left button draws."""

    RECTANGLE = auto()
    BRUSH = auto()


Points = tuple[tuple[float, float], ...]


class MaskTools(QWidget):
    """An overlay on the view; while a tool is selected, dragging draws instead of panning.

    The wheel, the keys and the other mouse buttons still work; Esc deselects the tool.

    Args:
        view: The view to draw on; its viewport becomes the parent.

    Signals:
        shape_drawn: The tool, and points (x, y) in picture pixels: two corners, or the path of the brush.
        tool_deselected: Esc was pressed.
    """

    shape_drawn = Signal(object, object)
    tool_deselected = Signal()

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._tool: MaskTool | None = None
        self._radius = 8.0
        self._points: list[QPointF] = []
        self._shapes: list[tuple[MaskTool, Points, float]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.visible_changed.connect(self.update)
        self.setGeometry(view.viewport().rect())

    @property
    def tool(self) -> MaskTool | None:
        """The selected tool; None for none."""
        return self._tool

    def select_tool(self, tool: MaskTool | None) -> None:
        """Select a tool; None deselects it."""
        self._tool = tool
        self._points.clear()
        cursor = Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(cursor)
        self.update()

    def set_radius(self, radius: float) -> None:
        """Set the radius of the brush in picture pixels."""
        self._radius = radius
        self.update()

    def show_shapes(self, shapes: list[tuple[MaskTool, Points, float]]) -> None:
        """Show existing shapes: tool, points, and radius of the brush, in picture pixels."""
        self._shapes = shapes
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw with the mouse, handle Esc, and follow the view's size."""
        if event.type() == QEvent.Type.Resize and watched is self._view.viewport():
            self.setGeometry(self._view.viewport().rect())
        if self._tool is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # otherwise a shortcut of the window would get it
                return True
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.tool_deselected.emit()
                return True
            return False
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._on_mouse(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, is_left = event.type(), event.button() == Qt.MouseButton.LeftButton
        point = self._view.picture_point(event.position())
        if kind == QEvent.Type.MouseButtonPress and is_left:
            self._points = [point]
        elif kind == QEvent.Type.MouseMove and self._points:
            if self._tool is MaskTool.RECTANGLE:
                del self._points[1:]
            self._points.append(point)
        elif kind == QEvent.Type.MouseButtonRelease and is_left and self._points:
            self._finish()
        else:
            return kind == QEvent.Type.MouseButtonDblClick and is_left
        self.update()
        return True

    def _finish(self) -> None:
        points, self._points = self._points, []
        span = points[-1] - points[0]
        is_click = max(abs(span.x()), abs(span.y())) < _MIN_SIDE
        if self._tool is MaskTool.BRUSH or not is_click:
            self.shape_drawn.emit(self._tool, tuple((point.x(), point.y()) for point in points))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the existing shapes and the one being drawn."""
        if self._tool is None:
            return
        shapes = [*self._shapes]
        if self._points:
            points = tuple((point.x(), point.y()) for point in self._points)
            shapes.append((self._tool, points, self._radius))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._view.colours.focus
        for tool, points, radius in shapes:
            path = self._outline(tool, points, radius)
            painter.setOpacity(_FILL_OPACITY)
            painter.fillPath(path, accent)
            painter.setOpacity(1.0)
            painter.strokePath(path, QPen(accent, 1.0))

    def _outline(self, tool: MaskTool, points: Points, radius: float) -> QPainterPath:
        """Return the area that a shape covers, in view pixels."""
        on_view = [self._view.view_point(QPointF(*point)) for point in points]
        path = QPainterPath()
        if tool is MaskTool.RECTANGLE:
            path.addRect(QRectF(on_view[0], on_view[-1]).normalized())
            return path
        scale = self._view.view_point(QPointF(1, 0)).x() - self._view.view_point(QPointF(0, 0)).x()
        reach = radius * scale
        if len(on_view) == 1:
            path.addEllipse(on_view[0], reach, reach)
            return path
        path.moveTo(on_view[0])
        for point in on_view[1:]:
            path.lineTo(point)
        brush = QPainterPathStroker()
        brush.setWidth(2 * reach)
        brush.setCapStyle(Qt.PenCapStyle.RoundCap)
        brush.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return brush.createStroke(path).simplified()

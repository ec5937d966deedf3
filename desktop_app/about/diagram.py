"""The live diagram of the workflow: each box is a button that shows the current picture at that stage."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.about.box_contents import BoxContent
from desktop_app.about.box_texts import column_names, row_names
from desktop_app.about.diagram_layout import (
    BoxPlace,
    DiagramLayout,
    DiagramLine,
    DiagramPart,
    Rect,
    compute_layout,
)
from desktop_app.widgets.controls import backdrop

FONT_PIXELS = 11
"""Font size of the diagram, in pixels; that of section headings."""

_CORNER = 4.0
_FRAME_CORNER = 8.0
_TIP = 5.0  # length of an arrowhead
_PLUS = 6.0  # radius of a sum
_SELECTED = 2.0  # line width of the selected box
_DASHES = (3.0, 3.0)

Role = QPalette.ColorRole


class Diagram(QWidget):
    """Boxes and arrows; the arrow keys go from box to box, and a screen reader reads each.

    Args:
        parent: Qt parent.

    Signals:
        chosen: The :class:`DiagramPart` to show large.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._layout: DiagramLayout | None = None
        font = self.font()
        font.setPixelSize(FONT_PIXELS)
        self.setFont(font)
        self._group = QButtonGroup(self)
        self._boxes = {part: _Box(self) for part in DiagramPart}
        for part, box in self._boxes.items():
            self._group.addButton(box, part.value)
        self._boxes[DiagramPart.OUTPUT_1].setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(DiagramPart(number)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def selected(self) -> DiagramPart:
        """The box that is selected, shown large below."""
        return DiagramPart(self._group.checkedId())

    def button(self, part: DiagramPart) -> QAbstractButton:
        """Return the box of a part."""
        return self._boxes[part]

    def show_contents(self, contents: Mapping[DiagramPart, BoxContent], title: str) -> None:
        """Show the present contents.

        Args:
            contents: The content of every box.
            title: Title of the network.
        """
        self._title = title
        for part, box in self._boxes.items():
            box.show_content(contents[part])
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the boxes need at this width."""
        return round(self._lay_out(width).height)

    def sizeHint(self) -> QSize:
        """Return the current width, since the diagram adapts to any."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the boxes out."""
        super().resizeEvent(event)
        layout = self._lay_out(self.width())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            layout = layout.mirrored()
        self._layout = layout
        for part, box in self._boxes.items():
            box.put(layout.places[part])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the names and the arrows."""
        if self._layout is not None:
            _paint_background(QPainter(self), self._layout, self._title, self.palette())

    def _lay_out(self, width: int) -> DiagramLayout:
        return compute_layout(width, QFontMetricsF(self.font()).height())


def draw_diagram(
    contents: Mapping[DiagramPart, BoxContent],
    title: str,
    width: int,
    palette: QPalette,
    font: QFont,
) -> QImage:
    """Draw the diagram for a report, at twice the resolution.

    Args:
        contents: The content of every box.
        title: Title of the network.
        width: Width in logical pixels; the image has two pixels for each.
        palette: The colours.
        font: The font; its size is ignored.
    """
    font = QFont(font)
    font.setPixelSize(FONT_PIXELS)
    layout = compute_layout(width, QFontMetricsF(font).height())
    size = QSize(2 * round(layout.width), 2 * round(layout.height))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(palette.color(Role.Window))
    painter = QPainter(image)
    painter.setFont(font)
    _paint_background(painter, layout, title, palette)
    for part, content in contents.items():
        _paint_box(painter, layout.places[part], content, palette)
    painter.end()
    return image


class _Box(QAbstractButton):
    """One box: its image, and the lines below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._content: BoxContent | None = None
        self._place: BoxPlace | None = None

    def put(self, place: BoxPlace) -> None:
        """Move the box to a place."""
        whole = place.whole
        left, top = int(whole.x) - 2, int(whole.y) - 2
        right, bottom = int(whole.right) + 3, int(whole.bottom) + 3
        self.setGeometry(left, top, right - left, bottom - top)
        self._place = place

    def show_content(self, content: BoxContent) -> None:
        """Show the present content."""
        self._content = content
        text = ", ".join((content.title, *content.lines))
        self.setAccessibleName(text)
        self.setToolTip(content.title)
        self.setAccessibleDescription(content.words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the present size: the layout sets it."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, with its outline by state."""
        if self._content is None or self._place is None:
            return
        painter = QPainter(self)
        painter.translate(-self.x(), -self.y())
        edge, width = Role.Mid, 1.0
        if self.underMouse():
            edge = Role.PlaceholderText
        if self.isChecked() or self.hasFocus():
            edge, width = (Role.BrightText if self.hasFocus() else Role.Accent), _SELECTED
        _paint_box(painter, self._place, self._content, self.palette(), edge, width)


def _paint_box(
    painter: QPainter,
    place: BoxPlace,
    content: BoxContent,
    palette: QPalette,
    edge: QPalette.ColorRole = Role.Mid,
    width: float = 1.0,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # numbers are not mirrored
    picture = _rect(place.picture)
    outline = QPainterPath()
    outline.addRoundedRect(picture, _CORNER, _CORNER)
    if content.image is None:
        painter.fillPath(outline, palette.color(Role.Base))
    elif content.image.hasAlphaChannel():
        painter.fillPath(outline, backdrop(content.image, palette))
    if content.image is not None:
        painter.save()
        painter.setClipPath(outline)
        _paint_image(painter, picture, content.image, content.detail)
        painter.restore()
    painter.setPen(QPen(palette.color(edge), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    words = list(content.lines)
    if place.lines > 1:  # the boxes outside the network show their title
        words.insert(0, content.title)
    _paint_lines(painter, place, words, palette)


def _paint_image(painter: QPainter, picture: QRectF, image: QImage, detail: QRectF | None) -> None:
    """Paint a detail, or the whole image, as large as fits into ``picture``."""
    source = detail or QRectF(image.rect())
    mode = Qt.AspectRatioMode.KeepAspectRatio
    size = source.size().scaled(picture.size(), mode)
    target = QRectF(QPointF(), size)
    target.moveCenter(picture.center())
    ratio = painter.device().devicePixelRatioF()
    is_reduced = size.width() * ratio < source.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_reduced)
    painter.drawImage(target, image, source)


def _paint_lines(painter: QPainter, place: BoxPlace, words: list[str], palette: QPalette) -> None:
    metrics = QFontMetricsF(painter.font())
    rect = _rect(place.whole)
    line = metrics.height()
    top = rect.bottom() - place.lines * line
    for number, text in enumerate(words[: place.lines]):
        is_title = place.lines > 1 and number == 0
        painter.setPen(palette.color(Role.ToolTipText if is_title else Role.PlaceholderText))
        line_rect = QRectF(rect.left() - 4, top + number * line, rect.width() + 8, line)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line_rect.width())
        painter.drawText(line_rect, Qt.AlignmentFlag.AlignCenter, shown)


def _paint_background(
    painter: QPainter, layout: DiagramLayout, title: str, palette: QPalette
) -> None:
    """Paint the network's frame, the names and all lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    muted, line = palette.color(Role.PlaceholderText), palette.color(Role.Mid)
    painter.setPen(QPen(line, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = _rect(layout.frame).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, _FRAME_CORNER, _FRAME_CORNER)
    metrics = QFontMetricsF(painter.font())
    named = [(layout.title, title, Role.ToolTipText)]
    named += [
        (rect, name, Role.PlaceholderText)
        for rect, name in zip(
            (*layout.heads, *layout.rows), (*column_names(), *row_names()), strict=True
        )
    ]
    for rect, name, role in named:
        painter.setPen(palette.color(role))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width)
        painter.drawText(_rect(rect), Qt.AlignmentFlag.AlignCenter, shown)
    for arrow in layout.lines:
        _paint_line(painter, arrow, palette.color(Role.PlaceholderText))
    for x, y in layout.sums:
        painter.setPen(QPen(muted, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), _PLUS, _PLUS)
        half = _PLUS / 2
        painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
        painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))


def _paint_line(painter: QPainter, line: DiagramLine, colour: QColor) -> None:
    points = [QPointF(x, y) for x, y in line.points]
    pen = QPen(colour, 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if line.is_dashed:
        pen.setDashPattern(list(_DASHES))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    if line.has_tip:
        (x, y), (end_x, end_y) = line.points[-2:]
        length = abs(end_x - x) + abs(end_y - y)  # all lines are horizontal or vertical
        back_x, back_y = _TIP * (x - end_x) / length, _TIP * (y - end_y) / length
        wings = [
            QPointF(end_x + back_x + side * back_y / 2, end_y + back_y + side * back_x / 2)
            for side in (1, -1)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([points[-1], *wings]))


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)

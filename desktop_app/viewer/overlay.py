"""Paint what lies over the pictures: names, separator, lens, legend and focus frame.

All are plain functions that take a painter in view coordinates. The divider has its own module, ``divider``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from desktop_app.viewer.canvas_colours import CanvasColours
from desktop_app.viewer.compare_modes import LENS_RADIUS, SEPARATOR

LABEL_MARGIN = 14.0
"""Distance between a name and the edges of the view, in view pixels."""

_LABEL_PADDING = QSizeF(9.0, 4.0)
_LABEL_RADIUS = 6.0
_LABEL_SHARE = 0.42
"""Largest fraction of the view's width for one name; longer names are elided."""

_FADE = 40.0
"""Distance in view pixels over which a name fades out as the divider approaches."""

_FOCUS_LINE = 2.0

_LENS_RIM = 2.0
_LENS_LABEL_GAP = 8.0

_SCALE = QSizeF(56.0, 12.0)
"""Size of the colour bar in a legend, in view pixels."""

_SCALE_GAP = 8.0
_LEGEND_GAP = 8.0

_CHANNELS = (Qt.GlobalColor.red, Qt.GlobalColor.green, Qt.GlobalColor.blue)
"""The legend has one scale per colour channel, because differences are amplified per channel."""


def label_strip(font: QFont) -> float:
    """Return the height of the strip at the lower edge of the view that names cover, in view pixels."""
    return QFontMetricsF(font).height() + 2 * _LABEL_PADDING.height() + LABEL_MARGIN


def label_rect(text: str, font: QFont, view: QSizeF, *, is_right: bool) -> QRectF:
    """Return the rectangle behind a name in the lower left or right corner of the view."""
    metrics = QFontMetricsF(font)
    widest = _LABEL_SHARE * view.width() - 2 * _LABEL_PADDING.width()
    width = min(metrics.horizontalAdvance(text), max(0.0, widest)) + 2 * _LABEL_PADDING.width()
    strip = label_strip(font)
    left = view.width() - LABEL_MARGIN - width if is_right else LABEL_MARGIN
    return QRectF(round(left), round(view.height() - strip), width, strip - LABEL_MARGIN)


def label_opacity(rect: QRectF, divider: float, *, is_right: bool) -> float:
    """Return the opacity of a name, 0 to 1; 0 once the divider gives its corner to the other picture."""
    room = rect.left() - divider if is_right else divider - rect.right()
    return min(max(room / _FADE, 0.0), 1.0)


def paint_label(
    painter: QPainter, rect: QRectF, text: str, colours: CanvasColours, opacity: float
) -> None:
    """Paint a name on its rounded background.

    Args:
        painter: In view coordinates, with the font to use.
        rect: From :func:`label_rect`.
        text: The name; elided in the middle if it is too long for ``rect``.
        colours: Of the canvas.
        opacity: From :func:`label_opacity`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setOpacity(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.label)
    painter.drawRoundedRect(rect, _LABEL_RADIUS, _LABEL_RADIUS)
    inner = rect.adjusted(_LABEL_PADDING.width(), 0, -_LABEL_PADDING.width(), 0)
    # One pixel more than measured, so that rounding never elides a name that fits.
    elided = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideMiddle, int(inner.width()) + 1
    )
    painter.setPen(colours.label_text)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), elided)
    painter.restore()


def paint_separator(painter: QPainter, right: float, height: float, colours: CanvasColours) -> None:
    """Paint the gap between two pictures side by side; ``right`` is the left edge of the right one."""
    painter.fillRect(QRectF(right - SEPARATOR, 0, SEPARATOR, height), colours.outline)


def paint_lens(
    painter: QPainter, middle: QPointF, text: str, view: QSizeF, colours: CanvasColours
) -> None:
    """Paint the rim of the lens and the name of its picture: below it, or above if there is no room.

    Args:
        painter: In view coordinates, with the font to use.
        middle: Centre of the lens.
        text: The name; "" for none.
        view: Size of the view.
        colours: Of the canvas.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The rim covers the edge of the picture inside, which is jagged because it is cut at whole pixels.
    for colour, width in ((colours.label, 4.0), (colours.divider, _LENS_RIM)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(middle, LENS_RADIUS, LENS_RADIUS)
    painter.restore()
    if not text:
        return
    pill = label_rect(text, painter.font(), view, is_right=False)
    left = min(max(middle.x() - pill.width() / 2, 0.0), view.width() - pill.width())
    top = middle.y() + LENS_RADIUS + _LENS_LABEL_GAP
    if top + pill.height() > view.height():
        top = middle.y() - LENS_RADIUS - _LENS_LABEL_GAP - pill.height()
    pill.moveTo(round(left), round(top))
    paint_label(painter, pill, text, colours, 1.0)


def paint_legend(painter: QPainter, text: str, view: QSizeF, colours: CanvasColours) -> None:
    """Paint the legend of the difference in the lower left corner: a scale per channel and a text.

    Args:
        painter: In view coordinates, with the font to use.
        text: What the ends of the scales mean.
        view: Size of the view.
        colours: Of the canvas.
    """
    metrics = QFontMetricsF(painter.font())
    room = view.width() - 2 * LABEL_MARGIN
    beside = _SCALE.width() + _SCALE_GAP + 2 * _LABEL_PADDING.width()
    width = min(metrics.horizontalAdvance(text) + beside, room)
    height = metrics.height() + 2 * _LABEL_PADDING.height()
    top = view.height() - LABEL_MARGIN - height
    if width > room - _LABEL_SHARE * view.width():
        top -= height + _LEGEND_GAP  # above the name in the other corner, which it might overlap
    pill = QRectF(LABEL_MARGIN, round(top), width, height)
    bar = QRectF(
        pill.left() + _LABEL_PADDING.width(),
        round(pill.center().y() - _SCALE.height() / 2),
        _SCALE.width(),
        _SCALE.height(),
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.label)
    painter.drawRoundedRect(pill, _LABEL_RADIUS, _LABEL_RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(bar.adjusted(-1, -1, 1, 1), colours.outline)
    for row, channel in enumerate(_CHANNELS):
        scale = QLinearGradient(bar.topLeft(), bar.topRight())
        scale.setColorAt(0, Qt.GlobalColor.black)
        scale.setColorAt(1, channel)
        thick = bar.height() / len(_CHANNELS)
        painter.fillRect(QRectF(bar.left(), bar.top() + row * thick, bar.width(), thick), scale)
    painter.setPen(colours.label_text)
    words = pill.adjusted(beside - _LABEL_PADDING.width(), 0, -_LABEL_PADDING.width(), 0)
    elided = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, int(words.width()) + 1
    )
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), elided)
    painter.restore()


def paint_focus(painter: QPainter, view: QSizeF, colours: CanvasColours) -> None:
    """Paint the focus frame just inside the view."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width, height = view.width(), view.height()
    for edge in (
        QRectF(0, 0, width, _FOCUS_LINE),
        QRectF(0, height - _FOCUS_LINE, width, _FOCUS_LINE),
        QRectF(0, 0, _FOCUS_LINE, height),
        QRectF(width - _FOCUS_LINE, 0, _FOCUS_LINE, height),
    ):
        painter.fillRect(edge, colours.focus)
    painter.restore()

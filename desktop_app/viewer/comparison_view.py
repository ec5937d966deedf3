"""The comparison view: a picture before and after, in one of five compare modes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.viewer import overlay
from desktop_app.viewer.compare_modes import (
    CompareMode,
    Pane,
    Side,
    before_only,
    divide,
    pane_width,
)
from desktop_app.viewer.difference import GAIN, WHITE
from desktop_app.viewer.divider import DIVIDER_REACH, paint_divider
from desktop_app.viewer.pair_view import PairView

_GRAB_DISTANCE = 12.0
"""How far from the divider, in view pixels, the mouse can still grab it."""

_STEP = 0.01
_BIG_STEP = 0.10
_MIDDLE = 0.5

_LENS_STEP = 8.0
_BIG_LENS_STEP = 64.0
"""View pixels that an arrow key moves the lens."""


class ComparisonView(PairView):
    """Compares a picture before and after; all five modes share one zoom and one centre.

    * Slider: a divider between the two, fixed in the view but never drawn beyond the picture's edge.
    * Side by side: each picture in one half of the view, both showing the same part.
    * Lens: the picture before, with the one after in a round lens that follows the pointer.
    * Hold: the picture after.
    * Difference: the amplified difference.

    Mouse: drag the divider (within 12 px) or the picture, double-click the divider to centre it, turn the
    wheel to zoom at the pointer. Keyboard: Space, while held, shows the picture before alone; Left and
    Right move the divider by 1 %, with Shift by 10 %, Home and End to the edges; the arrows move the lens;
    Up, Down, the page keys and Alt with the arrows pan; + and - zoom, 0 fits.

    Signals:
        divider_moved: The new :attr:`divider`.
        mode_changed: The new :attr:`mode`.
    """

    divider_moved = Signal(float)
    mode_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pictures, in slider mode."""
        super().__init__(parent)
        self._mode = CompareMode.SLIDER
        self._is_held = False
        self._divider = _MIDDLE
        self._lens: QPointF | None = None
        self._panes: tuple[Pane, ...] = ()
        self._grab_offset: float | None = None
        self._follow_screen()
        self._describe()

    # -- compare modes --------------------------------------------------------------------------

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes into which the view is divided now."""
        return self._panes

    @property
    def mode(self) -> CompareMode:
        """The compare mode; a fitted view stays fitted when it changes, any other keeps zoom and centre."""
        return self._mode

    @mode.setter
    def mode(self, mode: CompareMode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self._grab_offset = None
            self._follow_screen()
            self._describe()
            self.mode_changed.emit(mode)

    @property
    def is_before_held(self) -> bool:
        """Whether the picture before is shown alone because the space bar is held."""
        return self._is_held and self.has_both

    @property
    def lens(self) -> QPointF:
        """Centre of the lens, in view pixels; the centre of the view until the lens is moved."""
        size = self.viewport().size()
        if self._lens is None:
            return QPointF(size.width() / 2, size.height() / 2)
        return QPointF(
            min(max(self._lens.x(), 0.0), size.width()),
            min(max(self._lens.y(), 0.0), size.height()),
        )

    def move_lens(self, position: QPointF) -> None:
        """Move the lens to a point of the view."""
        self._lens = position
        self._update_panes()

    # -- divider --------------------------------------------------------------------------------

    @property
    def has_divider(self) -> bool:
        """Whether there is a divider: slider mode with two pictures."""
        return self.has_both and self._mode is CompareMode.SLIDER

    @property
    def divider(self) -> float:
        """Position of the divider as a fraction of the view's width, clamped to 0 to 1.

        Raises:
            ValueError: It is set to NaN.
        """
        return self._divider

    @divider.setter
    def divider(self, share: float) -> None:
        if math.isnan(share):
            raise ValueError("the divider cannot be nowhere")
        share = min(max(float(share), 0.0), 1.0)
        if share != self._divider:
            self._divider = share
            self._update_panes()
            self.divider_moved.emit(share)

    @property
    def divider_x(self) -> float:
        """View x at which the divider is drawn: :attr:`divider`, clamped to the visible picture."""
        left, right = self._divider_range()
        ratio = self._viewport.device_pixel_ratio
        return min(max(round(self._divider * self._viewport.width * ratio) / ratio, left), right)

    @property
    def divider_in_picture(self) -> float:
        """Position of the divider as a fraction of the picture's width, 0 to 1."""
        return self.picture_point(QPointF(self.divider_x, 0)).x() / self._viewport.picture_width

    def _divider_range(self) -> tuple[float, float]:
        """Return the left and right edge of the visible picture, in view pixels."""
        return max(0.0, self._viewport.left), min(self._viewport.width, self._viewport.right)

    def zoom_to(self, part: QRectF) -> None:
        """Centre a part of the picture and move the divider left of it, so that it is shown restored."""
        super().zoom_to(part)
        if self.has_divider:
            self._drag_divider(self.view_point(part.topLeft()).x() - DIVIDER_REACH)

    def _drag_divider(self, x: float) -> None:
        left, right = self._divider_range()
        self.divider = min(max(x, left), right) / self._viewport.width

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the divider or the picture."""
        self._show_focus(is_shown=False)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_divider(event.position()):
            self._grab_offset = self.divider_x - event.position().x()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the divider or the picture; the lens follows the pointer."""
        if self._grab_offset is not None:
            self._drag_divider(event.position().x() + self._grab_offset)
        if self._mode is CompareMode.LENS:
            self.move_lens(event.position())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the divider or the picture."""
        if self._grab_offset is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grab_offset = None
            self._update_cursor(event.position())
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Move the divider back to the middle."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_divider(event.position()):
            self._grab_offset = None
            self.divider = _MIDDLE
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the view of the picture before when the space bar is released."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold(is_held=False)
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the hold, since the release of the space bar would go to another widget."""
        super().focusOutEvent(event)
        self._hold(is_held=False)

    def changeEvent(self, event: QEvent) -> None:
        """Update the accessible description when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def drawForeground(self, painter: QPainter, _rect: object) -> None:
        """Paint the names, the divider or lens, and the focus frame over the pictures."""
        view = QSizeF(self.viewport().size())
        painter.setFont(self.font())
        for text, is_right, opacity in self._names(view):
            pill = overlay.label_rect(text, self.font(), view, is_right=is_right)
            overlay.paint_label(painter, pill, text, self.colours, opacity)
        if self.has_both and not self.is_before_held:
            self._paint_tool(painter, view)
        if self._has_focus_frame:
            overlay.paint_focus(painter, view, self.colours)

    # -- internals ------------------------------------------------------------------------------

    def _names(self, view: QSizeF) -> Iterator[tuple[str, bool, float]]:
        """Yield the names in the corners: text, whether it is on the right, opacity from 0 to 1."""
        before, after = self._labels
        shown = {pane.side for pane in self._panes}
        if self._mode is CompareMode.HOLD and self.has_both and not self.is_before_held:
            before = self.tr("Hold Space: {before}").format(before=before)
            shown.add(Side.BEFORE)
        elif self._mode is CompareMode.LENS and self.has_both:
            after = ""  # painted below the lens instead
        if Side.DIFFERENCE in shown:
            yield self.tr("{before} – {after}").format(before=before, after=after), True, 1.0
        for text, side in ((before, Side.BEFORE), (after, Side.AFTER)):
            is_right = side is Side.AFTER
            if text and side in shown:
                pill = overlay.label_rect(text, self.font(), view, is_right=is_right)
                fades = self.has_divider and not self.is_before_held
                x = self.divider_x
                opacity = overlay.label_opacity(pill, x, is_right=is_right) if fades else 1.0
                if opacity > 0:
                    yield text, is_right, opacity

    def _paint_tool(self, painter: QPainter, view: QSizeF) -> None:
        """Paint the divider, separator, lens or legend of the mode."""
        if self._mode is CompareMode.SLIDER:
            x, is_focused = self.divider_x, self._has_focus_frame
            paint_divider(painter, x, view.height(), self.colours, is_focused=is_focused)
        elif self._mode is CompareMode.SIDE_BY_SIDE:
            overlay.paint_separator(painter, self._panes[1].shift, view.height(), self.colours)
        elif self._mode is CompareMode.LENS:
            overlay.paint_lens(painter, self.lens, self._labels[1], view, self.colours)
        elif self._mode is CompareMode.DIFFERENCE:
            text = self.tr("{gain}× amplified per channel: brightest = {white} of 255")
            text = text.format(gain=GAIN, white=WHITE)
            if self.zoom < 1:
                text = self.tr("{legend} · of averages, below 100 %").format(legend=text)
            overlay.paint_legend(painter, text, view, self.colours)

    def _on_key(self, event: QKeyEvent) -> bool:
        modifiers, key = event.modifiers(), event.key()
        if key == Qt.Key.Key_Space and self.has_both:
            self._hold(is_held=True)
            return True
        is_pan = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        is_big = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if self.has_both and not is_pan:
            if self._mode is CompareMode.SLIDER and self._move_divider_by(key, is_big=is_big):
                return True
            if self._mode is CompareMode.LENS and self._move_lens_by(key, is_big=is_big):
                return True
        return super()._on_key(event)

    def _move_divider_by(self, key: int, *, is_big: bool) -> bool:
        step = (_BIG_STEP if is_big else _STEP) * self._viewport.width
        left, right = self._divider_range()
        targets = {
            Qt.Key.Key_Left: self.divider_x - step,
            Qt.Key.Key_Right: self.divider_x + step,
            Qt.Key.Key_Home: left,
            Qt.Key.Key_End: right,
        }
        if key not in targets:
            return False
        self._show_focus(is_shown=True)
        self._drag_divider(targets[Qt.Key(key)])
        return True

    def _move_lens_by(self, key: int, *, is_big: bool) -> bool:
        step = _BIG_LENS_STEP if is_big else _LENS_STEP
        steps = {
            Qt.Key.Key_Left: QPointF(-step, 0),
            Qt.Key.Key_Right: QPointF(step, 0),
            Qt.Key.Key_Up: QPointF(0, -step),
            Qt.Key.Key_Down: QPointF(0, step),
        }
        if key not in steps:
            return False
        self._show_focus(is_shown=True)
        self.move_lens(self.lens + steps[Qt.Key(key)])
        self.move_lens(self.lens)  # the property clamps it to the view
        self._hover(self.lens)
        return True

    def _hold(self, *, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self._update_panes()

    def _pane_width(self, width: int) -> int:
        return pane_width(self._mode, width) if self.has_both else width

    def _in_viewport(self, position: QPointF) -> QPointF:
        inside = [pane for pane in self._panes if pane.shift and position.x() >= pane.left]
        return position - QPointF(inside[0].shift, 0) if inside else position

    def _on_viewport_changed(self) -> None:
        super()._on_viewport_changed()
        self._update_panes()

    def _on_content_changed(self) -> None:
        super()._on_content_changed()
        if not self.has_divider:
            self._grab_offset = None
        if self._pane_width(self.viewport().width()) != self._viewport.width:
            self._follow_screen()
        self._update_panes()
        self._describe()

    def _update_panes(self) -> None:
        """Divide the view into panes again."""
        size, lens = self.viewport().size(), (self.lens.x(), self.lens.y())
        if self.has_both:
            panes = divide(self._mode, size.width(), size.height(), self.divider_x, lens)
        else:
            side = Side.BEFORE if self._before is not None else Side.AFTER
            panes = (Pane(side, 0, 0, size.width(), size.height()),)
        self._panes = before_only(panes) if self.is_before_held else panes
        self._item.set_panes(self._panes)
        self.viewport().update()

    def _is_on_divider(self, position: QPointF) -> bool:
        return self.has_divider and abs(position.x() - self.divider_x) <= _GRAB_DISTANCE

    def _update_cursor(self, position: QPointF) -> None:
        is_panning = self._pan_from is not None
        if self._grab_offset is not None or (not is_panning and self._is_on_divider(position)):
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        else:
            super()._update_cursor(position)
            if self._mode is CompareMode.LENS and self.has_both and not is_panning:
                self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def _describe(self) -> None:
        """Set the accessible name and a description of the pictures and the keys."""
        self.setAccessibleName(self.tr("Picture comparison"))
        texts = {
            CompareMode.SLIDER: self.tr(
                "{before} on the left, {after} on the right. Left and right arrow move the "
                "divider, plus and minus zoom, 0 fits the picture."
            ),
            CompareMode.SIDE_BY_SIDE: self.tr(
                "{before} on the left, {after} on the right. Arrows pan both, plus and minus "
                "zoom, 0 fits the pictures."
            ),
            CompareMode.LENS: self.tr(
                "{before}, with {after} in a lens. Arrows move the lens, with Alt they pan; plus "
                "and minus zoom, 0 fits the picture."
            ),
            CompareMode.HOLD: self.tr(
                "{after}; {before} while the space bar is held. Arrows pan, plus and minus zoom, "
                "0 fits the picture."
            ),
            CompareMode.DIFFERENCE: self.tr(
                "What differs between {before} and {after}, amplified. Arrows pan, plus and minus "
                "zoom, 0 fits the picture."
            ),
        }
        before, after = self._labels
        if self.has_both:
            text = texts[self._mode]
        elif self._before or self._after:
            text = self.tr("{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.")
        else:
            text = self.tr("No picture.")
        shown = before if self._before else after
        self.setAccessibleDescription(text.format(before=before, after=after, shown=shown))

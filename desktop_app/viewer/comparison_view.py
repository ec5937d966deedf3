"""Two pictures in one place, looked at in one of five ways."""

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
from desktop_app.viewer.pair_view import PairView

_GRAB_DISTANCE = 12.0
"""View pixels left and right of the divider in which the mouse takes hold of it."""

_STEP = 0.01
_BIG_STEP = 0.10
_MIDDLE = 0.5

_LENS_STEP = 8.0
_BIG_LENS_STEP = 64.0
"""View pixels that an arrow key moves the lens."""


class ComparisonView(PairView):
    """Compares a picture before and after, with one zoom and one centre in all five ways.

    * Slider: a divider between them. It stays where it is in the view while the picture is zoomed
      and moved beneath it, and is drawn at the edge of the visible picture where it would
      otherwise lie beside it.
    * Side by side: each in its half of the view, which show the same part.
    * Lens: the picture before, and the one after in a round lens that follows the pointer.
    * Hold: the picture after.
    * Difference: what differs, amplified.

    In each of them the picture before is shown alone while the space bar is held.

    Mouse: drag the divider (within 12 px) or the picture, double click the divider to bring it
    back to the middle, wheel to zoom at the pointer. Keyboard: Left and Right move the divider by
    1 %, with Shift by 10 %, Home and End to the edges; the arrows move the lens; Up, Down, page
    keys and Alt with the arrows pan; + and - zoom, 0 fits.

    Signals:
        divider_moved: The new :attr:`divider`.
        way_changed: The new :attr:`way`.
    """

    divider_moved = Signal(float)
    mode_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pictures, with the slider."""
        super().__init__(parent)
        self._mode = CompareMode.SLIDER
        self._is_held = False
        self._divider = _MIDDLE
        self._lens: QPointF | None = None
        self._panes: tuple[Pane, ...] = ()
        self._grab_offset: float | None = None
        self._follow_screen()
        self._describe()

    # -- ways to look ---------------------------------------------------------------------------

    @property
    def panes(self) -> tuple[Pane, ...]:
        """How the view is divided now."""
        return self._panes

    @property
    def mode(self) -> CompareMode:
        """How two pictures are looked at; zoom and centre stay when it changes."""
        return self._mode

    @mode.setter
    def mode(self, mode: CompareMode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self._grab_offset = None
            self._move_to(self._resized())
            self._describe()
            self.mode_changed.emit(mode)

    @property
    def is_before_held(self) -> bool:
        """Whether only the picture before is shown, until the space bar is released."""
        return self._is_held and self.has_both

    @property
    def lens(self) -> QPointF:
        """The middle of the lens, a point of the view; the middle of the view until it is moved."""
        size = self.viewport().size()
        if self._lens is None:
            return QPointF(size.width() / 2, size.height() / 2)
        return QPointF(
            min(max(self._lens.x(), 0.0), size.width()),
            min(max(self._lens.y(), 0.0), size.height()),
        )

    def move_lens(self, position: QPointF) -> None:
        """Bring the lens to a point of the view."""
        self._lens = position
        self._update_panes()

    # -- divider --------------------------------------------------------------------------------

    @property
    def has_divider(self) -> bool:
        """Whether there are two pictures, and a divider between them."""
        return self.has_both and self._mode is CompareMode.SLIDER

    @property
    def divider(self) -> float:
        """Where the pictures meet, as a part of the view's width: 0 to 1, clamped.

        Raises:
            ValueError: It is set to something that is not a number.
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
        """Where the divider is drawn, in view pixels: :attr:`divider`, kept on the picture."""
        left, right = self._divider_range()
        ratio = self._viewport.device_pixel_ratio
        return min(max(round(self._divider * self._viewport.width * ratio) / ratio, left), right)

    @property
    def divider_in_picture(self) -> float:
        """Where the pictures meet, as a part of their width: 0 to 1."""
        return self.picture_point(QPointF(self.divider_x, 0)).x() / self._viewport.picture_width

    def _divider_range(self) -> tuple[float, float]:
        """Return the left and right end of the visible picture, in view pixels."""
        return max(0.0, self._viewport.left), min(self._viewport.width, self._viewport.right)

    def zoom_to(self, part: QRectF) -> None:
        """Bring a part of the picture to the middle, the divider beside it: it is seen restored."""
        super().zoom_to(part)
        if self.has_divider:
            self._drag_divider(self.view_point(part.topLeft()).x() - overlay.DIVIDER_REACH)

    def _drag_divider(self, x: float) -> None:
        left, right = self._divider_range()
        self.divider = min(max(x, left), right) / self._viewport.width

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the picture."""
        self._show_focus(is_shown=False)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_divider(event.position()):
            self._grab_offset = self.divider_x - event.position().x()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of; the lens follows."""
        if self._grab_offset is not None:
            self._drag_divider(event.position().x() + self._grab_offset)
        if self._mode is CompareMode.LENS:
            self.move_lens(event.position())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._grab_offset is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grab_offset = None
            self._update_cursor(event.position())
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the divider back to the middle."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_divider(event.position()):
            self._grab_offset = None
            self.divider = _MIDDLE
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show what was shown before the space bar was held."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold(is_held=False)
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Miss no release of the space bar."""
        super().focusOutEvent(event)
        self._hold(is_held=False)

    def changeEvent(self, event: QEvent) -> None:
        """Describe the view in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def drawForeground(self, painter: QPainter, rect: object) -> None:
        """Paint names, divider and focus over the pictures."""
        del rect  # the whole view is repainted each time
        view = QSizeF(self.viewport().size())
        is_focused = self._has_focus_frame
        painter.setFont(self.font())
        for text, is_right, opacity in self._names(view):
            pill = overlay.label_rect(text, self.font(), view, is_right=is_right)
            overlay.paint_label(painter, pill, text, self.colours, opacity)
        if self.has_both and not self.is_before_held:
            self._paint_tool(painter, view, is_focused=is_focused)
        if is_focused:
            overlay.paint_focus(painter, view, self.colours)

    # -- inside ---------------------------------------------------------------------------------

    def _names(self, view: QSizeF) -> Iterator[tuple[str, bool, float]]:
        """Yield what to write in the corners: text, whether on the right, opacity."""
        before, after = self._labels
        shown = {pane.side for pane in self._panes}
        if self._mode is CompareMode.HOLD and self.has_both and not self.is_before_held:
            before = self.tr("Hold Space: {before}").format(before=before)
            shown.add(Side.BEFORE)
        elif self._mode is CompareMode.LENS and self.has_both:
            after = ""  # it is written at the lens
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

    def _paint_tool(self, painter: QPainter, view: QSizeF, *, is_focused: bool) -> None:
        """Paint what belongs to the way over two pictures."""
        if self._mode is CompareMode.SLIDER:
            overlay.paint_divider(
                painter, self.divider_x, view.height(), self.colours, is_focused=is_focused
            )
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
        self.move_lens(self.lens)  # as far as the view reaches
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
        """Divide the view anew."""
        size, lens = self.viewport().size(), self.lens
        if self.has_both:
            where = lens.x(), lens.y()
            panes = divide(self._mode, size.width(), size.height(), self.divider_x, where)
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
        """Tell assistive technology what is here and which keys do what."""
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

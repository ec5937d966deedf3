"""Two pictures in one place, divided by a line that one can drag."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.comparison import overlay
from desktop_app.comparison.canvas import CanvasView
from desktop_app.comparison.pyramid import Pixels, Pyramid
from desktop_app.comparison.pyramid_item import PyramidItem
from desktop_app.comparison.viewport import PixelRect

_GRAB_DISTANCE = 12.0
"""View pixels left and right of the divider in which the mouse takes hold of it."""

_STEP = 0.01
_BIG_STEP = 0.10
_MIDDLE = 0.5

_NO_PIXEL = (-1, -1)

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_PASSING_REASONS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus comes back to where it was, and looks as it did."""


class ComparisonView(CanvasView):
    """Compares a picture before and after: one zoom and one centre for both, a divider between.

    The divider stays where it is in the view while the picture is zoomed and moved beneath it.
    It is drawn at the edge of the visible picture where it would otherwise lie beside it.

    Mouse: drag the divider (within 12 px) or the picture, double click the divider to bring it
    back to the middle, wheel to zoom at the pointer. Keyboard: Left and Right move the divider by
    1 %, with Shift by 10 %, Home and End to the edges; Up, Down, page keys and Alt with the arrows
    pan; + and - zoom, 0 fits.

    Signals:
        divider_moved: The new :attr:`divider`.
        hovered: Column (x) and row (y) of the picture pixel under the pointer; -1, -1 outside.
    """

    divider_moved = Signal(float)
    hovered = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pictures."""
        super().__init__(parent)
        self._before: Pyramid | None = None
        self._after: Pyramid | None = None
        self._labels = ("", "")
        self._divider = _MIDDLE
        self._grab_offset: float | None = None
        self._hovered = _NO_PIXEL
        self._shows_focus = False
        self._has_grid = True
        self._item = PyramidItem(self.colours)
        self.scene().addItem(self._item)
        self._follow_screen()
        self._describe()

    # -- pictures -------------------------------------------------------------------------------

    def set_pictures(
        self,
        before: Pyramid | None,
        after: Pyramid | None,
        before_label: str = "",
        after_label: str = "",
    ) -> None:
        """Show two pictures, one, or none.

        The viewport only moves (to fit) when the size differs from what was shown.

        Args:
            before: Left of the divider.
            after: Right of it, of the same size; None while nothing is restored yet. A picture on
                its own, whichever it is, fills the view without a divider.
            before_label: Name of the left picture, in the lower left corner; "" for none.
            after_label: Name of the right picture, in the lower right corner.

        Raises:
            ValueError: The pictures differ in size.
        """
        if before and after and (before.height, before.width) != (after.height, after.width):
            msg = (
                f"cannot compare {before.height} x {before.width} "
                f"with {after.height} x {after.width} pixels"
            )
            raise ValueError(msg)
        self._before, self._after = before, after
        self._labels = (before_label, after_label)
        self._item.set_pyramids(before, after)
        shown = before or after
        self._set_picture_size(*((shown.height, shown.width) if shown else (0, 0)))
        self._on_content_changed()

    def update_after(self, box_top: int, box_left: int, pixels: Pixels) -> None:
        """Paint a restored tile over the right picture; takes 2 to 4 ms for 512 x 512.

        If there is no right picture yet, the left one with this tile becomes it.

        Args:
            box_top: First row of the tile in the picture.
            box_left: First column of the tile in the picture.
            pixels: (h, w, 3 or 4) uint8; three channels keep the alpha of a picture that has it.

        Raises:
            ValueError: There is no picture, or the tile does not fit into it.
        """
        base = self._after or self._before
        if base is None:
            msg = "a restored tile arrived, but there is no picture"
            raise ValueError(msg)
        height, width = pixels.shape[:2]
        changed = PixelRect(box_top, box_left, height, width)
        self.replace_after(base.replaced(box_top, box_left, pixels), (changed,))

    def replace_after(self, after: Pyramid, changed: Iterable[PixelRect]) -> None:
        """Show another right picture that differs in a few places only; takes no time worth telling.

        This is :meth:`update_after` for whoever builds the pyramid in another thread.

        Args:
            after: Made by :meth:`Pyramid.replaced` from the right picture, or from the left one if
                there is no right one yet.
            changed: Where they differ, in picture pixels.

        Raises:
            ValueError: There is no picture, or it is of another size.
        """
        base = self._after or self._before
        if base is None or (base.height, base.width) != (after.height, after.width):
            msg = "the changed picture is not one of those that are shown"
            raise ValueError(msg)
        is_first, self._after = self._after is None, after
        if is_first:
            self._item.set_pyramids(self._before, after)
            self._on_content_changed()
            return
        for place in changed:
            self._item.replace_after(after, place.top, place.left, place.height, place.width)

    def colours_at(self, x: int, y: int) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
        """Return the colours of both pictures at a pixel, as they are in the files.

        Args:
            x: Column of the picture.
            y: Row of the picture.

        Returns:
            Before and after, each (R, G, B) or straight (R, G, B, A); None where there is no
            picture or the pixel is outside it.
        """

        def colour(pyramid: Pyramid | None) -> tuple[int, ...] | None:
            if pyramid and 0 <= x < pyramid.width and 0 <= y < pyramid.height:
                return pyramid.pixel(y, x)
            return None

        return colour(self._before), colour(self._after)

    @property
    def has_grid(self) -> bool:
        """Whether lines between the pixels are shown from 800 %."""
        return self._has_grid

    def set_grid(self, is_shown: bool) -> None:
        """Show or hide the lines between the pixels."""
        self._has_grid = is_shown
        self._item.set_grid(is_shown)

    # -- divider --------------------------------------------------------------------------------

    @property
    def has_divider(self) -> bool:
        """Whether there are two pictures to divide."""
        return self._before is not None and self._after is not None

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
            msg = "the divider cannot be nowhere"
            raise ValueError(msg)
        share = min(max(float(share), 0.0), 1.0)
        if share != self._divider:
            self._divider = share
            self._update_split()
            self.divider_moved.emit(share)

    @property
    def divider_x(self) -> float:
        """Where the divider is drawn, in view pixels: :attr:`divider`, kept on the picture."""
        left, right = self._divider_range()
        ratio = self._viewport.device_pixel_ratio
        wanted = round(self._divider * self._viewport.width * ratio) / ratio
        return min(max(wanted, left), right)

    def _divider_range(self) -> tuple[float, float]:
        """Return the left and right end of the visible picture, in view pixels."""
        port = self._viewport
        return max(0.0, port.left), min(float(port.width), port.right)

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
        """Drag what was taken hold of, and tell which pixel is under the pointer."""
        if self._grab_offset is not None:
            self._drag_divider(event.position().x() + self._grab_offset)
        super().mouseMoveEvent(event)
        self._hover(event.position())

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

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if the keyboard brought it; a click needs no frame."""
        super().focusInEvent(event)
        if event.reason() not in _PASSING_REASONS:
            self._show_focus(is_shown=event.reason() in _KEYBOARD_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING_REASONS:
            self._show_focus(is_shown=False)

    def changeEvent(self, event: QEvent) -> None:
        """Describe the view in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def drawForeground(self, painter: QPainter, rect: object) -> None:
        """Paint names, divider and focus over the pictures."""
        del rect  # the whole view is repainted each time
        view = QSizeF(self.viewport().size())
        is_focused = self._shows_focus and self.hasFocus()
        painter.setFont(self.font())
        for text, is_right in zip(self._labels, (False, True), strict=True):
            if text and (self._after if is_right else self._before):
                pill = overlay.label_rect(text, self.font(), view, is_right=is_right)
                opacity = 1.0
                if self.has_divider:
                    opacity = overlay.label_opacity(pill, self.divider_x, is_right=is_right)
                if opacity > 0:
                    overlay.paint_label(painter, pill, text, self.colours, opacity)
        if self.has_divider:
            overlay.paint_divider(
                painter, self.divider_x, view.height(), self.colours, is_focused=is_focused
            )
        if is_focused:
            overlay.paint_focus(painter, view, self.colours)

    # -- inside ---------------------------------------------------------------------------------

    def _on_key(self, event: QKeyEvent) -> bool:
        modifiers, key = event.modifiers(), event.key()
        is_pan = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if not self.has_divider or is_pan:
            return super()._on_key(event)
        step = _BIG_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else _STEP
        step *= self._viewport.width
        left, right = self._divider_range()
        targets = {
            Qt.Key.Key_Left: self.divider_x - step,
            Qt.Key.Key_Right: self.divider_x + step,
            Qt.Key.Key_Home: left,
            Qt.Key.Key_End: right,
        }
        if key not in targets:
            return super()._on_key(event)
        self._show_focus(is_shown=True)
        self._drag_divider(targets[Qt.Key(key)])
        return True

    def _on_viewport_changed(self) -> None:
        self._item.set_viewport(self._viewport)
        self._update_split()

    def _on_colours_changed(self) -> None:
        self._item.set_colours(self.colours)

    def _on_content_changed(self) -> None:
        if not self.has_divider:
            self._grab_offset = None
        self._update_split()
        self._describe()
        self._hover(None)

    def _update_split(self) -> None:
        self._item.set_split(self.divider_x if self.has_divider else None)
        self.viewport().update()

    def _is_on_divider(self, position: QPointF) -> bool:
        return self.has_divider and abs(position.x() - self.divider_x) <= _GRAB_DISTANCE

    def _update_cursor(self, position: QPointF) -> None:
        is_panning = self._pan_from is not None
        if self._grab_offset is not None or (not is_panning and self._is_on_divider(position)):
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        else:
            super()._update_cursor(position)

    def _hover(self, position: QPointF | None) -> None:
        pixel = None
        if position is not None and self._has_picture:
            pixel = self._viewport.pixel_at(position.x(), position.y())
        pixel = pixel or _NO_PIXEL
        if pixel != self._hovered:
            self._hovered = pixel
            self.hovered.emit(*pixel)

    def _show_focus(self, *, is_shown: bool) -> None:
        if is_shown != self._shows_focus:
            self._shows_focus = is_shown
            self.viewport().update()

    def _describe(self) -> None:
        """Tell assistive technology what is here and which keys do what."""
        self.setAccessibleName(self.tr("Picture comparison"))
        before, after = self._labels
        if self.has_divider:
            text = self.tr(
                "{before} on the left, {after} on the right. Left and right arrow move the "
                "divider, plus and minus zoom, 0 fits the picture."
            )
        elif self._before or self._after:
            text = self.tr("{shown}. Arrows pan, plus and minus zoom, 0 fits the picture.")
        else:
            text = self.tr("No picture.")
        shown = before if self._before else after
        self.setAccessibleDescription(text.format(before=before, after=after, shown=shown))

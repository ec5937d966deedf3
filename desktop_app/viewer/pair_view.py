"""A view of two pictures of the same size in one viewport, which reports the pixel under the pointer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.imaging.pyramid import Pyramid
from desktop_app.viewer.pyramid_item import PyramidItem
from desktop_app.viewer.zoom_view import ZoomView
from models.tiling import Box

_NO_PIXEL = (-1, -1)

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_TEMPORARY_REASONS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which the focus only leaves for a moment; the focus frame then stays as it was."""


class PairView(ZoomView):
    """Holds a picture before and a picture after; subclasses decide how to show them.

    Signals:
        hovered: Column (x) and row (y) of the picture pixel under the pointer; -1, -1 outside.
    """

    hovered = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pictures."""
        super().__init__(parent)
        self._before: Pyramid | None = None
        self._after: Pyramid | None = None
        self._labels = ("", "")
        self._hovered = _NO_PIXEL
        self._shows_focus = False
        self._item = PyramidItem(self.colours)
        self.scene().addItem(self._item)

    # -- pictures -------------------------------------------------------------------------------

    @property
    def pictures(self) -> tuple[Pyramid | None, Pyramid | None]:
        """The picture before and the one after."""
        return self._before, self._after

    @property
    def labels(self) -> tuple[str, str]:
        """The names of the picture before and the one after."""
        return self._labels

    @property
    def has_both(self) -> bool:
        """Whether there are two pictures to compare."""
        return self._before is not None and self._after is not None

    def set_pictures(
        self,
        before: Pyramid | None,
        after: Pyramid | None,
        before_label: str = "",
        after_label: str = "",
    ) -> None:
        """Show two pictures, one, or none.

        The zoom and centre stay if the size is the same; otherwise the view is fitted.

        Args:
            before: Left of the divider.
            after: Right of the divider, of the same size; None while nothing is restored yet. A single
                picture, whichever it is, fills the view without a divider.
            before_label: Name of the left picture, in the lower left corner; "" for none.
            after_label: Name of the right picture, in the lower right corner; "" for none.

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
        self._on_content_changed()
        shown = before or after
        self._set_picture_size(*((shown.height, shown.width) if shown else (0, 0)))

    def replace_after(self, after: Pyramid, changed: Iterable[Box]) -> None:
        """Replace the right picture by one that differs in a few places only; this is very fast.

        Args:
            after: Made by :meth:`Pyramid.replaced` from the right picture, or from the left one if
                there is no right one yet.
            changed: Where it differs, in picture pixels.

        Raises:
            ValueError: No picture is shown.
            ValueError: The picture shown has another size.
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
        """Return the colours of both pictures at a pixel, unchanged by zoom or background.

        Args:
            x: Column of the picture.
            y: Row of the picture.

        Returns:
            Before and after, each (R, G, B), or (R, G, B, A) with straight alpha; None if there is no
            picture or the pixel is outside it.
        """

        def colour(pyramid: Pyramid | None) -> tuple[int, ...] | None:
            if pyramid and 0 <= x < pyramid.width and 0 <= y < pyramid.height:
                return pyramid.pixel(y, x)
            return None

        return colour(self._before), colour(self._after)

    # -- grid and background --------------------------------------------------------------------

    def set_grid(self, is_shown: bool) -> None:
        """Show or hide the pixel grid."""
        self._item.set_grid(is_shown)

    def set_background(self, colour: QColor | None) -> None:
        """Set the colour behind transparent pictures; None for the checkerboard."""
        self._item.set_background(colour)

    # -- events ---------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture, and report the pixel under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        """Report that no pixel is under the pointer once it has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus frame if the focus came by keyboard; a click needs no frame."""
        super().focusInEvent(event)
        if event.reason() not in _TEMPORARY_REASONS:
            self._show_focus(is_shown=event.reason() in _KEYBOARD_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus frame, unless the focus leaves for a moment only."""
        super().focusOutEvent(event)
        if event.reason() not in _TEMPORARY_REASONS:
            self._show_focus(is_shown=False)

    # -- for subclasses -------------------------------------------------------------------------

    @property
    def _has_focus_frame(self) -> bool:
        return self._shows_focus and self.hasFocus()

    def _show_focus(self, *, is_shown: bool) -> None:
        if is_shown != self._shows_focus:
            self._shows_focus = is_shown
            self.viewport().update()

    def _on_content_changed(self) -> None:
        """React to changed pictures or names; called before the viewport is fitted to a new size."""
        self._hover(None)

    def _hover(self, position: QPointF | None) -> None:
        """Report the pixel at a point of the view; None for no point."""
        pixel = None
        if position is not None and self._has_picture:
            place = self._in_viewport(position)
            pixel = self._viewport.pixel_at(place.x(), place.y())
        pixel = pixel or _NO_PIXEL
        if pixel != self._hovered:
            self._hovered = pixel
            self.hovered.emit(*pixel)

    def _on_viewport_changed(self) -> None:
        self._item.set_viewport(self._viewport)

    def _on_colours_changed(self) -> None:
        self._item.set_colours(self.colours)

"""The middle of the window: the picture as large as possible, and what floats over it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.comparison.view import ComparisonView
from desktop_app.comparison.viewport import PixelRect
from desktop_app.jobs import Partial
from desktop_app.session import STOPPABLE, Entry, State, Step
from models.tiling import Box

_MARGIN = 14


class Canvas(QWidget):
    """Shows one entry at one step of its workflow, or the empty state.

    Args:
        empty: Shown while there is no picture.
        parent: Qt's owner.
    """

    def __init__(self, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.view = ComparisonView()
        self._entry: Entry | None = None
        self._step = Step.OUTPUT
        self._shown_width = 0
        self._corner: QWidget | None = None
        self._veil = QFrame(self)
        self._veil.setObjectName("veil")
        self._veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._veil.hide()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.view)
        self.view.visible_changed.connect(self._on_visible_changed)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._entry is None

    def set_corner(self, widget: QWidget) -> None:
        """Float a widget in the upper right corner, where there is a picture."""
        self._corner = widget
        self._place()

    def set_over(self, is_over: bool) -> None:
        """Show a frame while something that can be opened is dragged over the window."""
        self._veil.setVisible(is_over and not self.is_empty)
        self._veil.raise_()

    def show_entry(self, entry: Entry | None, step: Step) -> None:
        """Show an entry as it stands now.

        Args:
            entry: Opened, or None for the empty state.
            step: What of it to look at.
        """
        is_same = entry is self._entry
        self._entry, self._step = entry, step
        self._pages.setCurrentWidget(self._empty if entry is None else self.view)
        if self._corner is not None:
            self._corner.setVisible(entry is not None)
            self._corner.raise_()
        if entry is None:
            self.view.set_pictures(None, None)
            return
        before, after = self._pictures(entry)
        labels = (self._label(is_after=False), self._label(is_after=True))
        shown = before or after
        width = shown.width if shown else 0
        spot = self._spot() if is_same and width != self._shown_width else None
        self.view.set_pictures(before, after, *labels)
        self._shown_width = width
        if spot is not None and width:
            self._look_at(spot, width)
        self._on_visible_changed(self.view.visible_rect)

    def show_partial(self, entry: Entry, partial: Partial) -> None:
        """Show the tiles restored so far, if they belong to what is shown."""
        if entry is self._entry and self._step in (Step.NETWORK, Step.OUTPUT):
            self.view.replace_after(partial.view, partial.changed)

    def colours_at(self, column: int, row: int) -> dict[str, tuple[int, ...]]:
        """Name the colours of the shown pictures at a pixel."""
        before, after = self.view.colours_at(column, row)
        named = ((self._label(is_after=False), before), (self._label(is_after=True), after))
        return {label.lower(): colour for label, colour in named if colour is not None}

    def anchor(self) -> tuple[QPoint, QPoint]:
        """Where on the screen the picture's corner and the divider are; for :meth:`hold`."""
        corner = self.view.view_point(QPointF(0, 0)).toPoint()
        divider = QPoint(round(self.view.divider_x), 0) if self.view.has_divider else QPoint()
        return self.view.mapToGlobal(corner), self.view.mapToGlobal(divider)

    def hold(self, zoom: float, anchor: tuple[QPoint, QPoint]) -> None:
        """Put picture and divider back where they were on the screen, after panels have moved.

        Args:
            zoom: It had.
            anchor: Of :meth:`anchor`.
        """
        if self.is_empty:
            return
        self.view.set_zoom(zoom)
        moved = anchor[0] - self.anchor()[0]
        self.view.pan(moved.x(), moved.y())
        if self.view.has_divider:
            x = self.view.mapFromGlobal(anchor[1]).x()
            self.view.divider = x / max(1, self.view.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._veil.setGeometry(self.rect())
        if self._corner is not None:
            self._corner.adjustSize()
            self._corner.move(self.width() - self._corner.width() - _MARGIN, _MARGIN)

    def _pictures(self, entry: Entry) -> tuple[Pyramid | None, Pyramid | None]:
        opened = entry.opened
        if opened is None:
            return None, None
        after = entry.result.view if entry.result else entry.partial
        if self._step is Step.INPUT:
            return opened.input_view, None
        if self._step is Step.NETWORK:
            return None, after or opened.enlarged_view
        return opened.enlarged_view, (None if self._step is Step.ENLARGE else after)

    def _label(self, *, is_after: bool) -> str:
        if self._step is Step.INPUT:
            return self.tr("Input")
        if not is_after:
            return self.tr("Enlarged")
        state = self._entry.state if self._entry else State.DONE
        if self._step is Step.NETWORK and state is not State.DONE:
            return self.tr("Restoring") if state in STOPPABLE else self.tr("Enlarged")
        return self.tr("Restored")

    def _spot(self) -> tuple[float, float, float] | None:
        """What is looked at, free of the picture's size: zoom times width, middle by width."""
        if self.view.is_fitted or not self._shown_width:
            return None
        middle = self.view.picture_point(self._middle()) / self._shown_width
        return self.view.zoom * self._shown_width, middle.x(), middle.y()

    def _look_at(self, spot: tuple[float, float, float], width: int) -> None:
        """Look at the same part of a picture that is ``width`` pixels wide."""
        self.view.set_zoom(spot[0] / width)
        moved = self._middle() - self.view.view_point(QPointF(spot[1], spot[2]) * width)
        self.view.pan(moved.x(), moved.y())

    def _middle(self) -> QPointF:
        return QRectF(self.view.viewport().rect()).center()

    def _on_visible_changed(self, rect: PixelRect | None) -> None:
        """Let the worker know what is looked at, in output pixels."""
        entry = self._entry
        if entry is None or entry.opened is None:
            return
        factor = 1
        if self._step is Step.INPUT:
            factor = entry.opened.enlarged.width // entry.opened.picture.width
        box = None
        if rect is not None:
            box = Box(*(factor * side for side in (rect.top, rect.left, rect.height, rect.width)))
        entry.job.visible.set(box)

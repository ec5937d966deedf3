"""The outlines of a traced picture over its pixels, in whatever way they are looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop_app.viewer.comparison_view import ComparisonView

_MOST_CHARACTERS = 4_000_000
"""Of outlines that are drawn: with so many, about 130,000 curves, a frame takes 50 ms."""

_BESIDE = QPointF(1.0, 1.0)
"""View pixels from a line to its dark companion, which keeps it visible on its own colour."""


class SvgOutlineItem(QGraphicsItem):
    """Lies over the pictures of a view, below their names.

    Args:
        view: Gets the item; the outlines follow its zoom, and are in each of its panes.
    """

    def __init__(self, view: ComparisonView) -> None:
        super().__init__()
        self._view = view
        self._svg = ""
        self._colours: tuple[QColor, ...] = ()
        self._lines: tuple[QSvgRenderer, ...] = ()
        view.scene().addItem(self)

    def show_outlines(self, svg: str) -> bool:
        """Show outlines, or none.

        Args:
            svg: A document of lines in currentColor; empty for none. It is stretched over the
                picture that is looked at.

        Returns:
            Whether they are shown: those with very many curves would make zooming slow.
        """
        is_drawn = len(svg) <= _MOST_CHARACTERS
        self._svg = svg if is_drawn else ""
        self._colours, self._lines = (), ()
        self.update()
        return is_drawn

    def boundingRect(self) -> QRectF:
        """Cover the whole view."""
        return self._view.sceneRect()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the lines into each pane."""
        view = self._view
        pyramid = next((picture for picture in view.pictures if picture is not None), None)
        if not self._svg or pyramid is None:
            return
        self._colour()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(pyramid.width, pyramid.height)
        place = QRectF(view.view_point(QPointF(0, 0)), view.view_point(corner))
        panes = {pane.shift: pane for pane in view.panes}
        for pane in panes.values():
            painter.save()
            if len(panes) > 1:  # side by side; elsewhere panes show parts of one place
                painter.setClipRect(QRectF(pane.left, pane.top, pane.width, pane.height))
            for number, lines in enumerate(self._lines):
                moved = QPointF(pane.shift, 0) + _BESIDE * (1 - number)
                lines.render(painter, place.translated(moved))
            painter.restore()

    def _colour(self) -> None:
        """Take over the colours of the theme, where they are others."""
        colours = self._view.colours.label, self._view.colours.divider
        if colours != self._colours:
            self._colours = colours
            named = (self._svg.replace("currentColor", colour.name()) for colour in colours)
            self._lines = tuple(map(_renderer, named))


def _renderer(svg: str) -> QSvgRenderer:
    renderer = QSvgRenderer()
    renderer.load(svg.encode())
    return renderer

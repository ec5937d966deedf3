"""The outlines of a traced picture, drawn over its pixels in every compare mode."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop_app.viewer.comparison_view import ComparisonView

_MAX_CHARACTERS = 4_000_000
"""Longest SVG that is drawn: about 130,000 curves, for which a frame takes 50 ms."""

_SHADOW_OFFSET = QPointF(1.0, 1.0)
"""View pixels from a line to its dark shadow, which keeps it visible on pixels of the same colour."""


class SvgOutlineItem(QGraphicsItem):
    """Paints outlines over the pictures of a view, below their names.

    Args:
        view: The view to add the item to; the outlines follow its zoom and are drawn in each pane.
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
            svg: An SVG document of lines in ``currentColor``, stretched over the picture; empty for none.

        Returns:
            Whether the outlines are shown; too many curves would make zooming slow.
        """
        is_drawn = len(svg) <= _MAX_CHARACTERS
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
        self._update_lines()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(pyramid.width, pyramid.height)
        place = QRectF(view.view_point(QPointF(0, 0)), view.view_point(corner))
        panes = {pane.shift: pane for pane in view.panes}
        for pane in panes.values():
            painter.save()
            if len(panes) > 1:  # side by side; in other modes the panes share one picture rectangle
                painter.setClipRect(QRectF(pane.left, pane.top, pane.width, pane.height))
            for number, lines in enumerate(self._lines):
                moved = QPointF(pane.shift, 0) + _SHADOW_OFFSET * (1 - number)
                lines.render(painter, place.translated(moved))
            painter.restore()

    def _update_lines(self) -> None:
        """Render the outlines again if the colours of the theme have changed."""
        colours = self._view.colours.label, self._view.colours.divider
        if colours != self._colours:
            self._colours = colours
            named = (self._svg.replace("currentColor", colour.name()) for colour in colours)
            self._lines = tuple(map(_renderer, named))


def _renderer(svg: str) -> QSvgRenderer:
    renderer = QSvgRenderer()
    renderer.load(svg.encode())
    return renderer

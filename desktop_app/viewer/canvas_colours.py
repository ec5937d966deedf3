"""The colours of the canvas: taken from the palette, unless a stylesheet sets them.

Every colour is a Qt property, so that the application's QSS template can set it::

    ComparisonView {
        qproperty-canvas_colour: #1b1c1f;
        qproperty-label_colour: rgba(12, 13, 15, 220);
    }

A stylesheet applies its properties when the widget is polished and never resets them, so a theme has
to set all of them or none.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from PySide6.QtCore import Property, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGraphicsView, QWidget


@dataclass(frozen=True)
class CanvasColours:
    """All colours used to paint a comparison.

    Attributes:
        canvas: Around the picture.
        checker: First tone of the checkerboard behind transparent pictures.
        checker_alternate: Second tone of that checkerboard.
        contrast_checker: First tone behind pictures that would be hard to see on the usual tones, such
            as a black logo in a dark window.
        contrast_checker_alternate: Second tone of that checkerboard.
        outline: Hairline around the picture.
        grid: Lines between pixels.
        divider: The line between the pictures, and its handle.
        divider_symbol: The arrows on the handle.
        label: Background of the pictures' names.
        label_text: Text of the names.
        focus: Frame while the view has the keyboard focus.
    """

    canvas: QColor
    checker: QColor
    checker_alternate: QColor
    contrast_checker: QColor
    contrast_checker_alternate: QColor
    outline: QColor
    grid: QColor
    divider: QColor
    divider_symbol: QColor
    label: QColor
    label_text: QColor
    focus: QColor

    @classmethod
    def from_palette(cls, palette: QPalette) -> CanvasColours:
        """Derive the colours from a palette, light or dark."""
        window = palette.color(QPalette.ColorRole.Window)
        text = palette.color(QPalette.ColorRole.WindowText)
        accent = palette.color(QPalette.ColorRole.Highlight)
        darkest, lightest = sorted((window, text), key=QColor.lightness)
        return cls(
            canvas=window.darker(112),
            checker=_mixed(window, text, 0.03),
            checker_alternate=_mixed(window, text, 0.09),
            contrast_checker=_mixed(window, text, 0.82),
            contrast_checker_alternate=_mixed(window, text, 0.88),
            outline=_mixed(window, text, 0.22),
            grid=_translucent(_mixed(window, text, 0.5), 0.3),
            divider=accent,
            divider_symbol=palette.color(QPalette.ColorRole.HighlightedText),
            label=_translucent(darkest.darker(300), 0.84),
            label_text=lightest,
            focus=accent,
        )


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a mix of two colours; ``share`` is the part of ``second``, 0 to 1."""

    def channel(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        channel(first.red(), second.red()),
        channel(first.green(), second.green()),
        channel(first.blue(), second.blue()),
    )


def _translucent(colour: QColor, opacity: float) -> QColor:
    translucent = QColor(colour)
    translucent.setAlphaF(opacity)
    return translucent


def _colour_property(name: str) -> Property:
    """Return a Qt property for one field of :class:`CanvasColours`."""

    def read(view: ThemedView) -> QColor:
        colour: QColor = getattr(view.colours, name)
        return colour

    def write(view: ThemedView, colour: QColor) -> None:
        view.set_colour(name, colour)

    return Property(QColor, read, write)


class ThemedView(QGraphicsView):
    """A graphics view whose :class:`CanvasColours` follow the palette and the stylesheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take all colours from the palette."""
        super().__init__(parent)
        self._own_colours: dict[str, QColor] = {}
        self._colours = CanvasColours.from_palette(self.palette())

    @property
    def colours(self) -> CanvasColours:
        """The colours in use."""
        return self._colours

    def set_colour(self, name: str, colour: QColor) -> None:
        """Replace one of the palette's colours.

        Args:
            name: A field of :class:`CanvasColours`.
            colour: The new colour; an invalid one restores the palette's.

        Raises:
            ValueError: ``name`` is not a field of :class:`CanvasColours`.
        """
        if name not in {field.name for field in fields(CanvasColours)}:
            msg = f"there is no canvas colour {name!r}"
            raise ValueError(msg)
        if colour.isValid():
            self._own_colours[name] = QColor(colour)
        else:
            self._own_colours.pop(name, None)
        self._update_colours()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._update_colours()

    def _update_colours(self) -> None:
        derived = CanvasColours.from_palette(self.palette())
        self._colours = replace(derived, **self._own_colours)
        self._on_colours_changed()
        self.viewport().update()

    def _on_colours_changed(self) -> None:
        """React to changed colours; for subclasses."""

    canvas_colour = _colour_property("canvas")
    checker_colour = _colour_property("checker")
    checker_alternate_colour = _colour_property("checker_alternate")
    contrast_checker_colour = _colour_property("contrast_checker")
    contrast_checker_alternate_colour = _colour_property("contrast_checker_alternate")
    outline_colour = _colour_property("outline")
    grid_colour = _colour_property("grid")
    divider_colour = _colour_property("divider")
    divider_symbol_colour = _colour_property("divider_symbol")
    label_colour = _colour_property("label")
    label_text_colour = _colour_property("label_text")
    focus_colour = _colour_property("focus")

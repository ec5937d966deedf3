"""Prepare a comparison view for tests, and drag in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.viewer.comparison_view import ComparisonView

NO_KEYS = Qt.KeyboardModifier.NoModifier


def bare(view: ComparisonView) -> None:
    """Hide everything that is painted over and around the pixels."""
    view.set_grid(False)
    view.set_colour("outline", view.colours.canvas)


def wheel(
    view: ComparisonView,
    at: QPointF,
    *,
    angle: int = 0,
    pixels: QPoint | None = None,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
    modifiers: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    place = view.viewport().mapToGlobal(at)
    event = QWheelEvent(
        at,
        place,
        pixels or QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)

"""Give the application one of its themes for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.theme import Theme


@contextmanager
def themed_app(
    application: QApplication, scheme: Qt.ColorScheme = Qt.ColorScheme.Dark
) -> Iterator[Theme]:
    """Apply a theme as the program does, and restore the plain style afterwards."""
    style, colours = application.style().objectName(), application.palette()
    theme = Theme(application, scheme)
    yield theme
    application.styleHints().disconnect(theme)
    application.setStyleSheet("")
    application.setStyle(style)
    application.setPalette(colours)

"""The application in one of its themes, and bare again afterwards."""

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
    """Dress the application as the program does."""
    style, colours = application.style().objectName(), application.palette()
    theme = Theme(application, scheme)
    yield theme
    application.styleHints().disconnect(theme)
    application.setStyleSheet("")
    application.setStyle(style)
    application.setPalette(colours)

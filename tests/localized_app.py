"""Run the application in another language for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.i18n.language import install_language


@contextmanager
def app_in_language(application: QApplication, code: str) -> Iterator[None]:
    """Translate windows that are created inside, and format numbers for that language."""
    # Windows of earlier tests that wait for deletion would be laid out again.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    locale = QLocale()
    translators = install_language(application, code)
    yield
    QLocale.setDefault(locale)
    for translator in translators:
        application.removeTranslator(translator)

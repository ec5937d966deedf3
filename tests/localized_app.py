"""The program in another language, for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.i18n.language import install_language


@contextmanager
def app_in_language(application: QApplication, code: str) -> Iterator[None]:
    """Let windows that are made inside speak a language, and write numbers as it does."""
    # Windows of earlier tests that wait to be deleted would lay themselves out anew.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    locale = QLocale()
    translators = install_language(application, code)
    yield
    QLocale.setDefault(locale)
    for translator in translators:
        application.removeTranslator(translator)

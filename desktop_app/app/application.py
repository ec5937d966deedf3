"""Puts the window together and runs it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.app.close_guard import CloseGuard
from desktop_app.app.main_window import MainWindow
from desktop_app.engine.service import RestorationService
from desktop_app.i18n.language import install_language
from desktop_app.settings import Settings
from desktop_app.theme import Theme

NAME = "Clearmark"
_INTERRUPT_CHECK = 200  # milliseconds between two looks for Ctrl+C


def run(files: Sequence[Path]) -> int:
    """Open the window and stay until it is closed.

    Args:
        files: Pictures to load at once.

    Returns:
        The exit code.
    """
    # The first word is the program's name; Qt has no part in the others, which are files.
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setDesktopFileName(NAME.lower())
    # A file on every system, since Windows's registry is no place to look into or to copy.
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)
    settings = Settings(store)
    install_language(application, settings.language)
    restoration = RestorationService()
    window = MainWindow(restoration, settings, Theme(application, settings.scheme))
    close_guard = CloseGuard(window)
    # Not at once: Python may be in the middle of painting, and a closed window cannot be painted.
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, close_guard.stop))
    # Python only gets to see a signal while it runs.
    interrupt_timer = QTimer(application)
    interrupt_timer.timeout.connect(lambda: None)
    interrupt_timer.start(_INTERRUPT_CHECK)
    window.show()
    window.open_files([file.absolute() for file in files])
    return application.exec()

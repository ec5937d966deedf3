"""Creates the Qt application and the main window, and runs the event loop."""

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
_INTERRUPT_CHECK_MS = 200  # interval at which Ctrl+C is noticed


def run(files: Sequence[Path]) -> int:
    """Open the window and run until it is closed.

    Args:
        files: Pictures to open at once.

    Returns:
        The exit code.
    """
    # Only the program name: Qt must not interpret the other arguments.
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setDesktopFileName(NAME.lower())
    # A file on every system: the Windows registry is hard to inspect and to copy.
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)
    settings = Settings(store)
    install_language(application, settings.language)
    restoration = RestorationService()
    window = MainWindow(restoration, settings, Theme(application, settings.scheme))
    close_guard = CloseGuard(window)
    # Deferred, since the signal may arrive in the middle of painting.
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, close_guard.stop))
    # Python handles signals only while Python code runs, so run some regularly.
    interrupt_timer = QTimer(application)
    interrupt_timer.timeout.connect(lambda: None)
    interrupt_timer.start(_INTERRUPT_CHECK_MS)
    window.show()
    window.open_files([file.absolute() for file in files])
    return application.exec()

"""Functions that use the main window as a user would, and read what it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import Entry, EntryState
from tests.waiting import process_pending_events


def wait_for(qtbot: QtBot, window: MainWindow, *states: EntryState) -> Entry:
    """Wait until the current picture is in one of these states; return its entry."""

    def is_there() -> bool:
        entry = window.session.current
        return entry is not None and entry.state in states

    qtbot.waitUntil(is_there)
    entry = window.session.current
    assert entry is not None
    return entry


def wait_for_start(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the window has loaded the network and listed the devices."""
    devices = named(QComboBox, "Device", window.workspace.restore_panel)
    qtbot.waitUntil(lambda: devices.count() > 1)
    process_pending_events()


def drop(window: MainWindow, mime: QMimeData) -> bool:
    """Drag and drop ``mime`` as the system does; return whether the window accepted it."""
    place = QPoint(640, 400)
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, mime, left, none)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), action, mime, left, none)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def file_mime(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def grab(widget: QWidget) -> np.ndarray:
    """Return what a widget shows: uint8 (H, W, 3)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def banner_button(window: MainWindow) -> QPushButton:
    button = window.workspace.banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    return button


def dialog_answer(name: str) -> Callable[..., tuple[str, str]]:
    """Return a replacement for a file dialog that chooses this name; an empty name means "Cancel"."""
    return lambda *_arguments: (name, "")


def wait_for_banner(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: banner_text(window) == words)


def banner_text(window: MainWindow) -> str:
    notice = window.workspace.banner.notice
    return notice.text if notice else ""


def texts(panel: QWidget) -> list[str]:
    """Return the texts of all labels that a panel shows."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


WidgetT = TypeVar("WidgetT", bound=QWidget)


def named(kind: type[WidgetT], name: str, panel: QWidget) -> WidgetT:
    """Return the control in a panel that has this accessible name."""
    (found,) = (child for child in panel.findChildren(kind) if child.accessibleName() == name)
    return found

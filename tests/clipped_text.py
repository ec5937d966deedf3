"""Whether words have the room that they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop_app.app.main_window import MainWindow
from desktop_app.widgets.controls import ElidedLabel


def room_for_words(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    kind = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(kind, option, part, box).width()


def words_of(box: QComboBox) -> int:
    return box.fontMetrics().horizontalAdvance(box.currentText())


def find_clipped(room: QWidget, window: MainWindow) -> list[str]:
    """The labels and buttons of a room that have less room than their words need."""
    found = []
    for child in room.findChildren(QWidget):
        is_worded = isinstance(child, QLabel | QAbstractButton | QComboBox)
        if not is_worded or isinstance(child, ElidedLabel) or not child.isVisible():
            continue
        needed = child.sizeHint()
        if isinstance(child, QLabel) and child.wordWrap():
            is_cut = child.height() < child.heightForWidth(child.width())
        elif isinstance(child, QLabel):
            is_cut = child.width() < needed.width() or child.height() < needed.height()
        elif isinstance(child, QComboBox):
            is_cut = room_for_words(child) < words_of(child)
        else:
            is_cut = child.width() < child.minimumSizeHint().width()
            is_cut = is_cut or child.height() < child.minimumSizeHint().height()
        place = child.mapTo(room, QPoint(0, 0)).x()
        is_outside = place < 0 or place + child.width() > room.width()
        if is_cut or is_outside:
            text = getattr(child, "text", str)() or getattr(child, "currentText", str)()
            found.append(f"{type(child).__name__} “{text}” {child.size()} needs {needed}")
    return found

"""Find labels and controls whose text is cut off."""

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


def available_width(box: QComboBox) -> int:
    """Return the width in pixels that a combo box has for its text."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    kind = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(kind, option, part, box).width()


def text_width(box: QComboBox) -> int:
    """Return the width in pixels of a combo box's current text."""
    return box.fontMetrics().horizontalAdvance(box.currentText())


def find_clipped(panel: QWidget, window: MainWindow) -> list[str]:
    """Describe the labels, buttons and combo boxes of a panel that are too small for their text."""
    found = []
    for child in panel.findChildren(QWidget):
        has_text = isinstance(child, QLabel | QAbstractButton | QComboBox)
        if not has_text or isinstance(child, ElidedLabel) or not child.isVisible():
            continue
        needed = child.sizeHint()
        if isinstance(child, QLabel) and child.wordWrap():
            is_cut = child.height() < child.heightForWidth(child.width())
        elif isinstance(child, QLabel):
            is_cut = child.width() < needed.width() or child.height() < needed.height()
        elif isinstance(child, QComboBox):
            is_cut = available_width(child) < text_width(child)
        else:
            is_cut = child.width() < child.minimumSizeHint().width()
            is_cut = is_cut or child.height() < child.minimumSizeHint().height()
        left = child.mapTo(panel, QPoint(0, 0)).x()
        is_outside = left < 0 or left + child.width() > panel.width()
        if is_cut or is_outside:
            text = getattr(child, "text", str)() or getattr(child, "currentText", str)()
            found.append(f"{type(child).__name__} “{text}” {child.size()} needs {needed}")
    return found

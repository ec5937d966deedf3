"""The mouse wheel scrolls a page; it does not change what happens to lie under the pointer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

_TURNED_BY_WHEEL = (QAbstractSpinBox, QComboBox, QSlider)


class WheelGuard(QObject):
    """Lets sliders, menus and number fields have the wheel only while they have the keyboard.

    Args:
        page: Scrolls; what it is to guard lies in it already.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        for kind in _TURNED_BY_WHEEL:
            for control in page.findChildren(kind):
                # A click or Tab may bring the keyboard, the wheel itself may not.
                control.setFocusPolicy(control.focusPolicy() & Qt.FocusPolicy.StrongFocus)
                control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the page."""
        is_page_s = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and is_page_s:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

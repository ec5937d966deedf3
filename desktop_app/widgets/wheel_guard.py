"""Lets the mouse wheel scroll a page instead of changing the control under the pointer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

_WHEEL_CONTROLS = (QAbstractSpinBox, QComboBox, QSlider)


class WheelGuard(QObject):
    """Lets sliders, combo boxes and spin boxes use the wheel only while they have focus.

    Args:
        page: The scrolling page; it must already contain the controls.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        for kind in _WHEEL_CONTROLS:
            for control in page.findChildren(kind):
                # Click and Tab may give focus, the wheel may not.
                control.setFocusPolicy(control.focusPolicy() & Qt.FocusPolicy.StrongFocus)
                control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass wheel events on to the page."""
        is_for_page = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and is_for_page:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

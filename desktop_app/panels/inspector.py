"""The right side of the window: sections from input to output, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.widgets.controls import separator_line
from desktop_app.widgets.wheel_guard import WheelGuard

WIDTH = 280


class Inspector(QFrame):
    """A column of sections that scrolls when the window is too low.

    Args:
        sections: The sections, from top to bottom.
        parent: Qt parent.
    """

    def __init__(self, sections: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(16)
        self._separators: dict[QObject, QWidget] = {}  # by the section below
        for number, section in enumerate(sections):
            if number:
                self._separators[section] = separator_line()
                layout.addWidget(self._separators[section])
                section.installEventFilter(self)
            layout.addWidget(section)
            if number:
                self._separators[section].setHidden(section.isHidden())
        layout.addStretch(1)
        WheelGuard(column)
        scroll = QScrollArea()
        scroll.setWidget(column)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(scroll)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show or hide the separator above a section together with it."""
        line = self._separators.get(watched)
        if line is not None and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            line.setHidden(event.type() == QEvent.Type.HideToParent)
        return super().eventFilter(watched, event)

"""The right side: sections in the order of thought, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.controls import rule

WIDTH = 280


class Inspector(QFrame):
    """A column of sections that scrolls where the window is low.

    Args:
        sections: From top to bottom.
        parent: Qt's owner.
    """

    def __init__(self, sections: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(16)
        for number, section in enumerate(sections):
            if number:
                layout.addWidget(rule())
            layout.addWidget(section)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(column)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(scroll)

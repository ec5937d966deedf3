"""The bar on top: what to do, and what one is looking at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.controls import ElidedLabel, action_button
from desktop_app.paths import ICONS

HEIGHT = 48


class Header(QFrame):
    """Name of the program, name of the picture, and the actions.

    Args:
        open_action: On the left.
        about: First on the right.
        copy: Second on the right.
        export: The primary one.
        parent: Qt's owner.
    """

    def __init__(
        self,
        open_action: QAction,
        about: QAction,
        copy: QAction,
        export: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        mark = QLabel()
        mark.setPixmap(QIcon(str(ICONS / "clearmark.svg")).pixmap(20, 20))
        name = QLabel("Clearmark")
        name.setProperty("role", "wordmark")
        self._title = ElidedLabel()
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("role", "muted")
        self._title.setAccessibleName(self.tr("Picture"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(mark)
        layout.addWidget(name)
        layout.addSpacing(8)
        layout.addWidget(action_button(open_action))
        layout.addWidget(self._title, 1)
        layout.addWidget(action_button(about))
        layout.addWidget(action_button(copy))
        layout.addWidget(action_button(export, "primary"))

    def set_title(self, title: str) -> None:
        """Name the picture that is looked at; empty for none."""
        self._title.setText(title)

"""The bar at the top: the main actions, and the name of the picture."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from desktop_app.paths import ICONS
from desktop_app.widgets.controls import ElidedLabel, action_button

HEIGHT = 48


class DragHandle(QToolButton):
    """The handle that drags the result into another program; Copy is its keyboard equivalent."""

    grabbed = Signal()
    drag_moved = Signal()  # on every move, once it is far enough for a drag

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag_start = QPoint()
        self.setText(self.tr("Drag out"))
        self.setAccessibleName(self.tr("Drag out"))
        self.setToolTip(
            self.tr("Drag from here to bring the restored picture into another program as a file")
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the drag starts."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_start = event.position().toPoint()
            self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the drag once the mouse has moved far enough."""
        distance = (event.position().toPoint() - self._drag_start).manhattanLength()
        is_dragging = distance >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and is_dragging:
            self.drag_moved.emit()


class Header(QFrame):
    """The name of the program, the name of the picture, and buttons.

    Args:
        open_action: Button on the left.
        about: First button on the right.
        copy: Second button on the right.
        export: The primary button, at the right end.
        parent: Qt parent.
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
        self.drag_handle = DragHandle()
        self._more = QToolButton()
        self._more.setText(self.tr("More ▾"))
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("Recent files, preferences, help"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(mark)
        layout.addWidget(name)
        layout.addSpacing(8)
        layout.addWidget(action_button(open_action))
        layout.addWidget(self._more)
        layout.addWidget(self._title, 1)
        layout.addWidget(action_button(about))
        layout.addWidget(action_button(copy))
        layout.addWidget(self.drag_handle)
        self._export = action_button(export, "primary")
        layout.addWidget(self._export)

    def set_menu(self, menu: QMenu) -> None:
        """Set the menu of the button "More"."""
        self._more.setMenu(menu)

    def set_primary(self, *, is_primary: bool) -> None:
        """Make "Export…" the primary button, or an ordinary one while another is primary."""
        self._export.setProperty("role", "primary" if is_primary else "")
        self._export.style().polish(self._export)

    def set_title(self, title: str) -> None:
        """Show the name of the current picture; empty for none."""
        self._title.setText(title)

"""The banner over the canvas: one sentence, and a button that acts on it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.notice import Notice, Scope, Tone
from desktop_app.paths import ICONS
from desktop_app.widgets.controls import plain_label, plain_tooltip

MARGIN = 14
_SHORT_MS = 8000


class Banner(QFrame):
    """A notice that floats over its parent until it is dismissed; never takes the focus.

    Args:
        parent: The widget it floats over.
        bounds: Returns the part of the parent at whose bottom it floats; by default the whole.
    """

    def __init__(self, parent: QWidget, bounds: Callable[[], QRect] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("role", "overlay")
        self._bounds = bounds or parent.rect
        self._notice: Notice | None = None
        self._scope = Scope.WINDOW  # of the notice; DROP may have turned into PICTURE
        self._persistent: Notice | None = None  # shown when no other is, until dismissed
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = plain_label()
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        self._more = QToolButton()
        self._more.setText(self.tr("Details"))
        self._more.setProperty("role", "bare")
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.toggled.connect(self._show_details)
        self._button = QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_acted)
        close = QToolButton()
        close.setProperty("role", "bare")
        close.setIcon(QIcon(str(ICONS / "close.svg")))
        close.setToolTip(self.tr("Dismiss (Esc)"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHORT_MS)
        self._timer.timeout.connect(self.dismiss)
        row = self._row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for button in (self._more, self._button, close):
            row.addWidget(button)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self._details)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown, if any."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the present one; one that ``stays`` waits until that one goes."""
        if notice.stays:
            self._persistent = notice
            if self._notice is not None:
                return
        self._notice, self._scope = notice, notice.scope
        self._text.setText(notice.text)
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self._details.setText(notice.details)
        self._more.setChecked(False)
        self._more.setVisible(bool(notice.details))
        self.setProperty("tone", notice.tone.value)
        for widget in (self, self._text, self._details):
            widget.style().polish(widget)
        self.setToolTip(plain_tooltip(notice.details))
        self.setAccessibleName(notice.text)
        self.setAccessibleDescription(notice.details)
        # First shown, then placed: before that, its parts count as hidden and take no room.
        self.show()
        self.place()
        self.raise_()
        if notice.tone is Tone.GOOD:
            self._timer.start()
        else:
            self._timer.stop()

    def place(self) -> None:
        """Set the geometry over the parent; call it after either, or the bounds, have changed."""
        around = self._bounds()
        room = around.width() - 2 * MARGIN
        advance = self._text.fontMetrics().horizontalAdvance
        margins = self._column.contentsMargins()
        beside = self._row.sizeHint().width() - self._text.sizeHint().width()
        wanted = advance(self._text.text()) + beside + 24
        if self._more.isChecked():
            wanted = max(wanted, *map(advance, self._details.text().splitlines()))
        width = max(200, min(room, 640, wanted + margins.left() + margins.right()))
        max_height = around.height() - 2 * MARGIN - 40
        height = min(max_height, self._column.totalHeightForWidth(width))
        left = around.left() + (around.width() - width) // 2
        self.setGeometry(left, around.bottom() - MARGIN - 40 - height, width, height)

    def dismiss(self) -> None:
        """Hide the notice, and show the persistent one again if there is one."""
        self._timer.stop()
        if self._notice is self._persistent:
            self._persistent = None
        self._notice = None
        self.hide()
        if self._persistent is not None:
            self.show_notice(self._persistent)

    def end_drop(self) -> None:
        """Treat a notice about a drop as one about the picture from now on."""
        if self._scope is Scope.DROP:
            self._scope = Scope.PICTURE

    def end_picture(self) -> None:
        """Dismiss a notice about a picture, but no other."""
        if self._notice is not None and self._scope is Scope.PICTURE:
            self.dismiss()

    def withdraw(self, notice: Notice) -> None:
        """Dismiss ``notice`` if it is the one that is shown."""
        if notice is self._notice:
            self.dismiss()

    @Slot(bool)
    def _show_details(self, is_shown: bool) -> None:
        self._details.setVisible(is_shown)
        self.place()

    def trigger(self, notice: Notice) -> None:
        """Do what the button of ``notice`` does; nothing if it is no longer shown."""
        if notice is self._notice:
            self._on_acted()

    def _on_acted(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.on_button is not None:
            notice.on_button()

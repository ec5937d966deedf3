"""A sentence over the canvas, with a button that does something about it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop_app.controls import plain, plain_tip
from desktop_app.notices import Notice, Tone
from desktop_app.paths import ICONS

MARGIN = 14
_SHORT_MS = 8000


class Banner(QFrame):
    """Floats at the lower edge of its parent until it is dismissed; never takes the focus.

    Args:
        parent: The widget it floats over.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("role", "overlay")
        self._over = parent
        self._notice: Notice | None = None
        self._staying: Notice | None = None  # is shown when no other is, until it is dismissed
        self._text = plain()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(close)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is said now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Say something, in place of what was said before; what stays waits until that goes."""
        if notice.stays:
            self._staying = notice
            if self._notice is not None:
                return
        self._notice = notice
        self._text.setText(notice.text)
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self.setProperty("tone", notice.tone.value)
        for widget in (self, self._text):
            widget.style().polish(widget)
        self.setToolTip(plain_tip(notice.details))
        self.setAccessibleName(notice.text)
        self.setAccessibleDescription(notice.details)
        self.place()
        self.show()
        self.raise_()
        if notice.tone is Tone.GOOD:
            self._timer.start()
        else:
            self._timer.stop()

    def place(self) -> None:
        """Find the place over the parent, after either changed size."""
        around = self._over.rect()
        room = around.width() - 2 * MARGIN
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        beside = self._row.sizeHint().width() - self._text.sizeHint().width()
        width = max(200, min(room, 640, words + beside + 24))
        margins = self._row.contentsMargins()
        text_height = self._text.heightForWidth(width - beside) + margins.top() + margins.bottom()
        height = max(text_height, self._row.minimumSize().height())
        left = around.left() + (around.width() - width) // 2
        self.setGeometry(left, around.bottom() - MARGIN - 40 - height, width, height)

    def dismiss(self) -> None:
        """Go away, and leave the place to what stays."""
        self._timer.stop()
        if self._notice is self._staying:
            self._staying = None
        self._notice = None
        self.hide()
        if self._staying is not None:
            self.show_notice(self._staying)

    def act(self, notice: Notice) -> None:
        """Do what a notice offers, as its button does; nothing where it is not said any more."""
        if notice is self._notice:
            self._on_acted()

    def _on_acted(self) -> None:
        notice = self._notice
        self.dismiss()
        if notice is not None and notice.act is not None:
            notice.act()

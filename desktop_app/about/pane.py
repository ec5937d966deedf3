"""The text about the network, beside the picture."""

from collections.abc import Sequence
from string import Template

from PySide6.QtCore import QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QIcon, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyle,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.controls import heading
from desktop_app.paths import ICONS, RESOURCES
from models.registry import ModelEntry

WIDTH = 460


def about_html(models: Sequence[ModelEntry], muted: str, line: str) -> str:
    """Fill the text with the weights that are shipped.

    Args:
        models: The shipped ones.
        muted: Colour of quiet text, ``#rrggbb``.
        line: Colour of lines, ``#rrggbb``.
    """
    text = Template((RESOURCES / "about.html").read_text(encoding="utf-8"))
    rows = "".join(
        f"<tr><td><p><b>{model.title}</b></p></td><td><p>{model.num_blocks} residual blocks a stage, "
        f"{model.base_channels} channels. {model.summary}<br/>"
        f"<span class='quiet'>{model.file.name}, SHA-256 {model.sha256[:16] or 'not yet set'}…"
        "</span></p></td></tr>"
        for model in models
    )
    return text.substitute(models=rows, muted=muted, line=line)


class AboutPane(QFrame):
    """Floats over the right side, so that the picture stays where it is.

    Args:
        models: The shipped ones.
        parent: The widget it floats over.
    """

    closed = Signal()

    def __init__(self, models: Sequence[ModelEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self._models = models
        self._over = parent
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self.follow)
        self._text.setAccessibleName(self.tr("About this AI"))
        close = QToolButton()
        close.setProperty("role", "bare")
        close.setIcon(QIcon(str(ICONS / "close.svg")))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 10, 4)
        head.addWidget(heading(self.tr("About this AI")))
        head.addStretch(1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._text, 1)
        self._text.document().setDocumentMargin(20)
        self.hide()

    @Slot(QUrl)
    def follow(self, link: QUrl | str) -> None:
        """Open a link that was clicked in the browser."""
        QDesktopServices.openUrl(QUrl(link))

    def show_text(self) -> None:
        """Write the text in the colours of the present theme."""
        palette = self.palette()
        self._text.setHtml(
            about_html(
                self._models,
                palette.color(QPalette.ColorRole.PlaceholderText).name(),
                palette.color(QPalette.ColorRole.Mid).name(),
            )
        )

    def focus_text(self) -> None:
        """Bring the keyboard to the text, so that it scrolls."""
        self._text.setFocus()

    def place(self, covered: int) -> None:
        """Find the place over the parent, after it changed size.

        Args:
            covered: Pixels at the inspector's side that the pane has to cover, lest something is
                cut in two.
        """
        around = self._over.rect()
        width = min(max(WIDTH, covered), around.width())
        place = QRect(around.right() + 1 - width, around.top(), width, around.height())
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), around, place))

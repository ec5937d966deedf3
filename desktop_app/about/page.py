"""What the pages of the pane are made of: a column that scrolls, and passages of text in it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.widgets.controls import muted_label, plain_label
from desktop_app.widgets.markdown_view import MarkdownView

PAGE_MARGIN = 20
"""Pixels left and right of a page's content."""

_INDENT = 20  # of lists
_PICTURE_WIDTH = 500  # of a passage, beside margins and scroll bar of the narrowest pane


class ScrollPage(QScrollArea):
    """A column that scrolls.

    Args:
        name: For a screen reader.
        parent: Qt's owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 20)
        self.column.setSpacing(12)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, lest the diagram's width and the bar chase each other.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # without a handle while there is nothing to scroll
        bar.rangeChanged.connect(lambda first, last: bar.setEnabled(first < last))
        self.setAccessibleName(name)


class MarkdownLabel(MarkdownView):
    """Markdown that is as high as its text, and scrolls with its page.

    Args:
        folder: Of its pictures.
        name: For a screen reader.
        parent: Qt's owner.
    """

    def __init__(self, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(folder, _PICTURE_WIDTH, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(_INDENT)

    def show_markdown(self, text: str) -> None:
        """Write a text, and be as high as it is."""
        super().show_markdown(text)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the text that was written meanwhile."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(80, self.height())

    def _fit(self) -> None:
        if self.isVisible():  # before that the text need not be laid out
            self.setFixedHeight(round(self.document().size().height()) + 1)


class FactsTable(QWidget):
    """Numbers with their names, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._facts: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show labels and values."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, (label, value) in enumerate(facts):
            value_label = plain_label(value)
            value_label.setWordWrap(True)
            value_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value_label.setAccessibleName(f"{label}: {value}")
            self._grid.addWidget(muted_label(label), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value_label, line, 1)


def wrapped_label(text: str = "") -> QLabel:
    """Make a label of as many lines as its words need."""
    label = plain_label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def caption_label(text: str = "") -> QLabel:
    """Make a quiet label of as many lines as its words need."""
    label = muted_label(text)
    label.setWordWrap(True)
    return label

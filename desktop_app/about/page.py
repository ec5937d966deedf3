"""Building blocks of the pane's pages: a scrolling column, Markdown passages, and tables of facts."""

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
"""Margin left and right of a page's content, in logical pixels."""

_INDENT = 20  # of lists
_PICTURE_WIDTH = 500  # of a passage: what margins and scroll bar leave of the narrowest pane


class ScrollPage(QScrollArea):
    """A page with a column of widgets that scrolls.

    Args:
        name: Accessible name.
        parent: Qt parent.
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
        # Always shown: otherwise the diagram's width and the bar would keep changing each other.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # no handle while there is nothing to scroll
        bar.rangeChanged.connect(lambda first, last: bar.setEnabled(first < last))
        self.setAccessibleName(name)


class MarkdownLabel(MarkdownView):
    """Markdown in full height, which scrolls with its page.

    Args:
        folder: Folder of its pictures.
        name: Accessible name.
        parent: Qt parent.
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
        """Show a text, and fit the height to it."""
        super().show_markdown(text)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height to a text set while this was hidden."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return a small width: any will do."""
        return QSize(80, self.height())

    def _fit(self) -> None:
        if self.isVisible():  # a hidden text need not be laid out
            self.setFixedHeight(round(self.document().size().height()) + 1)


class FactsTable(QWidget):
    """A table of labels and values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._facts: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show pairs of label and value."""
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
    """Create a label that wraps its text."""
    label = plain_label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def caption_label(text: str = "") -> QLabel:
    """Create a muted label that wraps its text."""
    label = muted_label(text)
    label.setWordWrap(True)
    return label

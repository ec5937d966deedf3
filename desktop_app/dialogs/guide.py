"""The window of the user guide, with the list of shortcuts and the chapters from ``resources/help``."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QUrl, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QWidget

from desktop_app.dialogs.shortcuts import sheet_html
from desktop_app.paths import HELP, SOURCE, find_text
from desktop_app.widgets.markdown_view import MarkdownView

_SIZE = QSize(1020, 720)
_MIN_LIST_WIDTH = 176
_SELECTION_BORDERS = 2  # left and right border of the selected row, in pixels
_MARGIN = 28
_PICTURE_WIDTH = 720  # what the list, the margins and a scroll bar leave


def find_chapters(language: str, folder: Path = HELP) -> tuple[Path, ...]:
    """List the chapters in the order of their numbers: ``1-open.md``, ``2-compare.md``...

    Args:
        language: Language code such as ``de``; missing chapters are taken from English.
        folder: Holds one subfolder per language.
    """
    names = sorted(path.name for path in (folder / SOURCE).glob("[0-9]*.md"))
    return tuple(find_text(folder, language, name) for name in names)


def chapter_title(text: str) -> str:
    """Return the first heading of a chapter in Markdown."""
    return next(line for line in text.splitlines() if line.startswith("# ")).removeprefix("# ")


class Guide(QDialog):
    """The guide window: the list of shortcuts first, then the chapters.

    Args:
        actions: Actions whose shortcuts are listed.
        chapters: Markdown files in their order, each in the folder of its language; their pictures are in
            the folder above.
        parent: The main window.
    """

    def __init__(
        self, actions: Sequence[QAction], chapters: Sequence[Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clearmark guide"))
        self.resize(_SIZE)
        self._actions = actions
        self._texts = {path.name: path.read_text(encoding="utf-8") for path in chapters}
        self._contents = QListWidget()
        self._contents.ensurePolished()  # so that the style sheet counts in sizeHintForColumn
        self._contents.setAccessibleName(self.tr("Chapters"))
        self._contents.addItem(self.tr("Shortcuts"))
        self._contents.addItems([chapter_title(text) for text in self._texts.values()])
        widest = self._contents.sizeHintForColumn(0) + _SELECTION_BORDERS
        self._contents.setFixedWidth(max(_MIN_LIST_WIDTH, widest))
        self._page = MarkdownView(chapters[0].parent, _PICTURE_WIDTH)
        self._page.setAccessibleName(self.tr("Chapter"))
        self._page.anchorClicked.connect(self.follow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._contents)
        layout.addWidget(self._page, 1)
        self._contents.currentRowChanged.connect(self.show_page)
        self._contents.setCurrentRow(0)

    @property
    def page(self) -> int:
        """Index of the current page; 0 is the list of shortcuts."""
        return self._contents.currentRow()

    @property
    def pages(self) -> int:
        """Number of pages, including the shortcuts."""
        return self._contents.count()

    def open_page(self, number: int) -> None:
        """Show a page and bring the window to the front."""
        self._contents.setCurrentRow(number)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Render a page in the colours of the current theme."""
        if number == 0:
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
            self._page.setHtml(sheet_html(self._actions, muted))
        else:
            self._page.show_markdown(list(self._texts.values())[number - 1])
        self._page.document().setDocumentMargin(_MARGIN)

    @Slot(QUrl)
    def follow(self, link: QUrl) -> None:
        """Go to the chapter that a link points to; ignore other links."""
        names = list(self._texts)
        if link.path() in names:
            self._contents.setCurrentRow(names.index(link.path()) + 1)

    @Slot()
    def refresh(self) -> None:
        """Render the page again after a change of theme."""
        self.show_page(self.page)

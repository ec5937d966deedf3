"""The page "Papers and tools": what each paper does, where its idea is used here, and its links."""

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import MarkdownLabel, ScrollPage, caption_label
from desktop_app.about.papers import PAPERS, Link, Paper
from desktop_app.paths import ABOUT
from desktop_app.widgets.controls import separator_line

_COPIED_MS = 1500  # how long a button says "Copied"


class PapersPage(ScrollPage):
    """The papers, one below the other.

    Args:
        name: Accessible name.
        parent: Qt parent.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._texts = {paper: MarkdownLabel(ABOUT, paper.name) for paper in PAPERS}
        for paper in PAPERS:
            if paper is not PAPERS[0]:
                self.column.addWidget(separator_line())
            self._add(paper)
        self.column.addWidget(
            caption_label(
                self.tr("A link opens in your browser when you click it, and not before.")
            )
        )
        self.column.addStretch(1)

    def show_text(self, language: str) -> None:
        """Write the texts on the papers, in a language such as ``de``."""
        for paper, passage in self._texts.items():
            passage.show_markdown(about_text(f"paper-{paper.key}", language))

    def _add(self, paper: Paper) -> None:
        name = QLabel(paper.name)
        name.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(
            CopyButton(
                self.tr("Copy citation"),
                paper.bibtex,
                self.tr("Copy the citation of {name} as BibTeX").format(name=paper.name),
            )
        )
        self.column.addLayout(head)
        self.column.addWidget(
            caption_label(f"{paper.title}. {paper.authors}. {paper.venue} {paper.year}.")
        )
        self.column.addWidget(self._texts[paper])
        links = QGridLayout()
        links.setHorizontalSpacing(12)
        links.setVerticalSpacing(4)
        links.setColumnStretch(0, 1)
        for line, link in enumerate(paper.links):
            links.addWidget(LinkButton(link), line, 0)
            tip = self.tr("Copy the address {address}").format(address=link.url)
            links.addWidget(CopyButton(self.tr("Copy link"), link.url, tip), line, 1)
        self.column.addLayout(links)


class LinkButton(QPushButton):
    """A link that opens in the system's browser when it is pressed.

    Args:
        link: The link to open.
        parent: Qt parent.
    """

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link.title, parent)
        self._url = link.url
        self.setProperty("role", "link")
        self.setToolTip(link.url)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))


class CopyButton(QPushButton):
    """A button that copies a text to the clipboard, and says so for a moment.

    Args:
        word: Label of the button.
        text: The text to copy.
        tip: Tool tip and accessible name.
        parent: Qt parent.
    """

    def __init__(self, word: str, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._word = word
        self._text = text
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COPIED_MS)
        self._timer.timeout.connect(lambda: self.setText(self._word))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.setFixedWidth(self.width())  # so that the links beside it do not move
        self.setText(self.tr("Copied"))
        self._timer.start()

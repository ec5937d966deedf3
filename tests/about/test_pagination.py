"""On paper headings stay with their text, pictures with their captions, and small blocks are not split."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from desktop_app.about.pagination import paginate

PAGE = 300
TABLE = f"<table>{'<tr><td>Row</td></tr>' * 4}<tr><td>End</td></tr></table>"
CITATION = '<pre style="background: #eeeeee">@misc\n  title\n  year\nEnd</pre>'
LINES = range(1, 12)  # lines before it, so that it starts at every height of a page


def picture(height: int) -> str:
    file = io.BytesIO()
    Image.new("RGB", (100, height)).save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    return f'<p><img src="data:image/png;base64,{data}" width="100" height="{height}"></p>'


def laid_out(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(QSizeF(400, PAGE))
    paginate(document)
    document.documentLayout().documentSize()
    return document


def page_of(document: QTextDocument, words: str) -> int:
    """Return the page of the line with these words, or of the picture."""
    block = document.begin()
    while words not in block.text():
        block = block.next()
    return int((_top(document, block) + 1) // PAGE)


def _top(document: QTextDocument, block: QTextBlock) -> float:
    place = document.documentLayout().blockBoundingRect(block)
    return place.top() + block.layout().lineAt(0).y()


@pytest.mark.parametrize(
    ("html", "first", "last"),
    [
        ("<h2>Above</h2><h3>Heading</h3><p>Text</p>", "Above", "Text"),
        (f"<h3>Heading</h3>{picture(80)}<p>Caption</p>", "Heading", "Caption"),
        (f"{picture(80)}<p>Caption</p>", "\ufffc", "Caption"),
        (f"<h3>Heading</h3>{TABLE}", "Heading", "End"),
        (f"{CITATION}<h3>Next</h3>", "@misc", "End"),
    ],
    ids=["headings", "heading and picture", "picture", "table", "citation"],
)
def test_what_belongs_together_is_on_one_page(
    qtbot: QtBot, html: str, first: str, last: str
) -> None:
    for lines in LINES:
        document = laid_out("<p>Line</p>" * lines + html)
        assert page_of(document, first) == page_of(document, last), lines
        # It starts a new page if it must, but is not alone on it.
        plain = QTextDocument()
        plain.setDocumentMargin(0)
        plain.setHtml("<p>Line</p>" * lines + html)
        plain.setPageSize(QSizeF(400, PAGE))
        assert document.pageCount() <= plain.pageCount() + 1


def test_a_picture_gets_smaller_rather_than_leave_a_page_half_empty(qtbot: QtBot) -> None:
    def page_and_height(height: int) -> tuple[int, float]:
        document = laid_out("<p>Line</p>" * 6 + picture(height) + "<p>Caption</p>")
        block = document.begin()
        while block.text() != "\ufffc":
            block = block.next()
        return page_of(
            document, "\ufffc"
        ), block.begin().fragment().charFormat().toImageFormat().height()

    assert page_and_height(60) == (0, 60)
    page, height = page_and_height(140)
    assert page == 0
    assert 0.6 * 140 <= height < 140
    assert page_and_height(900)[1] <= PAGE / 2

"""The pane as a widget: its geometry, its pages, and links that open only when they are clicked."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.about.about_state import AboutState
from desktop_app.about.card_page import card_markdown
from desktop_app.about.pane import NARROW, WIDE, AboutPane, Tab
from desktop_app.about.papers import PAPERS
from desktop_app.about.papers_page import CopyButton, LinkButton
from tests.event_loop_gaps import FRAME, EventLoopGaps
from tests.machine_speed import slowdown
from tests.themed_app import themed_app

_QUALITY = 5  # columns of the table of PSNR and misread letters
LINKS = [link.url for paper in PAPERS for link in paper.links]


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[AboutPane]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    pane = AboutPane(window)
    pane.show_texts("en")
    pane.place(300)
    pane.show()
    yield pane
    window.close()


def tables(page: QWidget, columns: int) -> list[QTextTable]:
    documents = [text.document() for text in page.findChildren(QTextBrowser)]
    frames = [frame for document in documents for frame in document.rootFrame().childFrames()]
    return [f for f in frames if isinstance(f, QTextTable) and f.columns() == columns]


@pytest.fixture
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened_links: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened_links.append(url.toString())
    )
    return opened_links


def words(page: QWidget) -> str:
    texts = [text.toPlainText() for text in page.findChildren(QTextBrowser)]
    return "\n".join(texts + [label.text() for label in page.findChildren(QLabel)])


def test_a_link_opens_when_it_is_clicked_and_not_before(
    pane: AboutPane, opened_links: list[str], no_network: None
) -> None:
    for tab in Tab:
        pane.tabs.setCurrentIndex(tab)
    pane.tabs.setCurrentIndex(Tab.PAPERS)
    links = pane.findChildren(LinkButton)
    assert [link.toolTip() for link in links] == LINKS
    assert opened_links == []
    for number, link in enumerate(links):
        QTest.keyClick(link, Qt.Key.Key_Space)
        assert opened_links == LINKS[: number + 1]


def test_links_and_citations_can_be_copied(
    qtbot: QtBot, pane: AboutPane, opened_links: list[str]
) -> None:
    pane.tabs.setCurrentIndex(Tab.PAPERS)
    copied = []
    for button in pane.papers.findChildren(CopyButton):
        width = button.width()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.text() == "Copied"
        assert button.width() == width
        copied.append(QGuiApplication.clipboard().text())
    wanted = [text for paper in PAPERS for text in (paper.bibtex, *(x.url for x in paper.links))]
    assert copied == wanted
    assert opened_links == []
    first = pane.papers.findChild(CopyButton)
    qtbot.waitUntil(lambda: first.text() == "Copy citation")  # type: ignore[union-attr]


def test_every_page_says_what_it_is_for(pane: AboutPane) -> None:
    pages = (pane.task, pane.workflow, pane.inspection_page, pane.papers, pane.card)
    wanted = (
        "single-image deblurring",
        "asymmetric feature fusion",
        "residual",
        "FeatSharp",
        "SHA-256",
    )
    for tab, page, word in zip(Tab, pages, wanted, strict=True):
        pane.tabs.setCurrentIndex(tab)
        assert page.isVisible()
        assert word.lower() in words(page).lower()


def test_the_card_is_written_section_by_section_and_stays_where_it_was_scrolled(
    qtbot: QtBot, pane: AboutPane
) -> None:
    def written() -> str:
        passages = pane.card.findChildren(QTextBrowser)
        assert all(passage.height() >= passage.document().size().height() for passage in passages)
        return "\n".join(passage.toPlainText() for passage in passages)

    def plain(language: str) -> str:
        document = QTextDocument()
        document.setMarkdown(card_markdown(AboutState(), language))
        return document.toPlainText()

    pane.tabs.setCurrentIndex(Tab.CARD)
    assert "The network" in written()
    assert "Licences" not in written()
    qtbot.waitUntil(lambda: written() == plain("en"))
    bar = pane.card.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(900)
    pane.show_texts("de")
    qtbot.waitUntil(lambda: written() == plain("de"))
    assert bar.value() == 900


def test_the_heads_of_numbers_stand_above_them(qtbot: QtBot, pane: AboutPane) -> None:
    pane.tabs.setCurrentIndex(Tab.CARD)
    qtbot.waitUntil(lambda: bool(tables(pane.card, _QUALITY)))
    (table,) = tables(pane.card, _QUALITY)
    for column in range(_QUALITY):
        head, below = (
            table.cellAt(row, column).firstCursorPosition().blockFormat() for row in (0, 1)
        )
        is_right = bool(head.alignment() & Qt.AlignmentFlag.AlignRight)
        assert is_right == (column > 0)
        assert head.alignment() == below.alignment()


def test_no_page_takes_longer_than_a_frame_to_show(qtbot: QtBot, qapp: QApplication) -> None:
    longest: dict[Tab, float] = dict.fromkeys(Tab, 1.0)
    with themed_app(qapp):
        for _ in range(10):  # a garbage collection or a busy machine may slow one down
            window = QWidget()
            qtbot.addWidget(window)
            window.resize(1280, 720)
            pane = AboutPane(window)
            pane.show_texts("en")
            pane.place(300)
            window.show()
            QApplication.processEvents()
            for tab in Tab:
                with EventLoopGaps(0, time.thread_time) as heart:
                    pane.tabs.setCurrentIndex(tab)
                    pane.show()
                    qtbot.wait(60)  # about as fast as a hand
                longest[tab] = min(longest[tab], heart.longest)
            if max(longest.values()) < FRAME * slowdown():
                break
    assert max(longest.values()) < FRAME * slowdown(), longest


def test_without_a_picture_the_boxes_are_there_and_a_sample_is_offered(
    qtbot: QtBot, pane: AboutPane
) -> None:
    pane.tabs.setCurrentIndex(Tab.WORKFLOW)
    assert pane.workflow.diagram.isVisible()
    sample = next(
        button for button in pane.findChildren(QPushButton) if button.text() == "Open a sample"
    )
    assert sample.isVisible()
    with qtbot.waitSignal(pane.workflow.sample_requested):
        sample.click()


def test_it_lies_on_the_right_and_is_wider_where_there_is_room(pane: AboutPane) -> None:
    window = pane.parentWidget()
    assert window is not None
    for width, expected in ((500, 500), (960, NARROW), (1200, 600), (1900, WIDE)):
        window.resize(width, 700)
        pane.place(300)
        assert pane.width() == expected
        assert pane.geometry().right() == window.rect().right()
    pane.place(700)
    assert pane.width() == 700


def test_its_left_edge_can_be_dragged(pane: AboutPane) -> None:
    edge = pane.childAt(2, 300)
    assert edge is not None
    assert edge.cursor().shape() == Qt.CursorShape.SplitHCursor
    before = pane.width()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(edge, left, pos=QPoint(2, 300))
    QTest.mouseMove(edge, QPoint(2 - 120, 300))
    QTest.mouseRelease(edge, left, pos=QPoint(2, 300))
    assert pane.width() == before + 120
    parent = pane.parentWidget()
    assert parent is not None
    parent.resize(1100, 700)
    pane.place(300)
    assert pane.width() == before + 120  # the dragged width is kept


def test_it_closes(qtbot: QtBot, pane: AboutPane) -> None:
    close = next(
        button for button in pane.findChildren(QWidget) if button.accessibleName() == "Close"
    )
    with qtbot.waitSignal(pane.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)

"""The text about the network: complete, honest, and silent on the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.about.pane import AboutPane, about_html
from models.registry import MODELS

COLOURS = ("#8f959d", "#303338")
PAPERS = (
    "https://openaccess.thecvf.com/content/ICCV2021/papers/"
    "Cho_Rethinking_Coarse-To-Fine_Approach_in_Single_Image_Deblurring_ICCV_2021_paper.pdf",
    "https://arxiv.org/abs/2502.16025v1",
    "https://arxiv.org/abs/2305.00350v1",
    "https://arxiv.org/abs/2412.16869v1",
)
CODE = (
    "https://github.com/chosj95/MIMO-UNet",
    "https://github.com/korawat-tanwisuth/pouf",
    "https://github.com/gavin001201/cof",
)


def test_the_text_is_well_formed() -> None:
    ElementTree.fromstring(about_html(MODELS, *COLOURS).replace("&nbsp;", " "))


def test_it_names_the_four_papers_and_which_one_is_used() -> None:
    text = about_html(MODELS, *COLOURS)
    for paper in PAPERS:
        assert f'href="{paper}"' in text
    assert text.count("Not used here.") == 3
    assert "only the first sharpens pictures" in " ".join(text.split())


def test_it_names_the_weights_that_are_shipped() -> None:
    text = about_html(MODELS, *COLOURS)
    for model in MODELS:
        assert model.title in text
        assert model.file.name in text
        assert model.sha256[:16] in text


def test_every_link_is_safe() -> None:
    links = re.findall(r'href="([^"]+)"', about_html(MODELS, *COLOURS))
    assert links
    assert set(links) == {*PAPERS, *CODE}


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[AboutPane]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    pane = AboutPane(MODELS, window)
    pane.show_text()
    pane.place(300)
    pane.show()
    yield pane
    window.close()


def test_a_link_is_opened_when_it_is_clicked_and_not_before(
    qtbot: QtBot, pane: AboutPane, monkeypatch: pytest.MonkeyPatch, no_network: None
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    text = pane.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert "MIMO-UNet" in text.toPlainText()
    assert opened == []
    pane.follow(PAPERS[0])
    assert opened == [PAPERS[0]]
    assert "MIMO-UNet" in text.toPlainText()  # the text itself stays


def test_it_lies_on_the_right_and_closes(qtbot: QtBot, pane: AboutPane) -> None:
    window = pane.parentWidget()
    assert window is not None
    assert pane.geometry().right() == window.rect().right()
    pane.place(700)
    assert pane.width() == 700
    close = next(
        button for button in pane.findChildren(QWidget) if button.accessibleName() == "Close"
    )
    with qtbot.waitSignal(pane.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)

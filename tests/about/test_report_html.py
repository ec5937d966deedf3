"""The report: one self-contained document that states what was measured and loads nothing."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_app.about.card import CardFacts, model_card
from desktop_app.about.markdown_html import to_html
from desktop_app.about.papers import PAPERS
from desktop_app.about.report_html import AboutReport, ReportFigure, ReportSection, report_html
from desktop_app.about.report_pdf import report_pdf
from desktop_app.imaging.writing import WriteError, write_document
from desktop_app.paths import ABOUT, SAMPLES, SOURCE
from models.registry import MODELS

NAME = '<b>&"x.png'
EMPTY = {"meta", "br", "img"}
LINKS = [link.url for paper in PAPERS for link in paper.links]


def png(path: Path, width: int) -> bytes:
    file = io.BytesIO()
    with Image.open(path) as image:
        image.convert("RGB").resize((width, width // 2)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def report() -> AboutReport:
    small, large = (png(SAMPLES / "juniper-original.png", width) for width in (96, 192))
    pictures = (
        ReportFigure(small, "Input"),
        ReportFigure(large, "Enlarged"),
        ReportFigure(large, f"Restored {NAME}"),
    )
    facts = CardFacts(
        "MIMO-UNet+",
        "CPU",
        "bf16",
        is_verified=True,
        operations=3_650_000_000,
        seconds=0.25,
        pixels=18_432,
    )
    return AboutReport(
        name=NAME,
        created="23 November 2026",
        program="Clearmark 0.1.0",
        scale=2,
        input_size=(96, 48),
        output_size=(192, 96),
        pictures=pictures,
        diagram=ReportFigure(png(SAMPLES / "juniper-original.png", 1280), "The workflow"),
        numbers=(("Device", "CPU"), ("Restored in", "0.25 s <")),
        views=(
            ReportSection("coarse-to-fine", ((pictures[0],) * 3,) * 3),
            ReportSection("focus", ((pictures[2],),), (("Share of the picture", "37 %"),)),
        ),
        card=model_card(MODELS[0], facts, SOURCE),
    )


@pytest.fixture(scope="module")
def html(report: AboutReport) -> str:
    return report_html(report, SOURCE)


class Reader(HTMLParser):
    """A strict parser: every opened element is closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def test_it_is_well_formed_and_in_its_language(html: str) -> None:
    assert html.startswith("<!DOCTYPE html>\n")
    reader = Reader(html)
    assert reader.all("html") == [{"lang": SOURCE}]
    assert {"charset": "utf-8"} in reader.all("meta")
    assert html.count("<title>") == html.count("<h1>") == 1
    assert "@media print" in html
    assert "$" not in html


def test_it_needs_nothing_else(html: str) -> None:
    reader = Reader(html)
    assert [attributes["href"] for attributes in reader.all("a")] == LINKS
    for image in reader.all("img"):
        assert image["alt"]
        source = image["src"]
        assert source is not None
        assert source.startswith("data:image/png;base64,")
        with Image.open(io.BytesIO(base64.b64decode(source.partition(",")[2]))) as picture:
            picture.load()
            shown = int(image.get("width") or picture.width)
            assert shown <= 640
    for tag in ("script", "link", "iframe", "object", "form"):
        assert reader.all(tag) == []
    assert not re.search(r"url\(|@import|\son\w+=", re.sub(r"base64,[^\"]+", "", html))
    assert set(re.findall(r"https?://[^\"<\s]+", html)) == set(LINKS)


def test_it_tells_of_this_picture(html: str) -> None:
    text = Reader(html).text
    for words in (
        f"How {NAME} became sharp",
        "Made by Clearmark 0.1.0, 23 November 2026",
        "Your picture has 96 × 48 pixels. Enlarged 2×, it has 192 × 96",
        "0.25 s <",
        "37 %",
        "3.65 billion multiply-adds",
        MODELS[0].sha256,
        "Where it matters",
        "@inproceedings{cho2021rethinking,",
    ):
        assert words in text
    assert '<td class="number">' in html  # columns of numbers are right-aligned
    assert "What it sees" not in text.partition("Papers and tools")[0]  # that view was not opened


def test_a_name_cannot_become_markup(html: str) -> None:
    assert "&lt;b&gt;&amp;&quot;x.png" in html
    assert NAME not in html


def test_the_failures_are_in_it(html: str) -> None:
    for path in (ABOUT / "failures").glob("*.png"):
        assert base64.b64encode(path.read_bytes()).decode() in html


def test_markdown_becomes_html() -> None:
    blocks = (
        "### A & B",
        "One **two\nthree** `x<y`",
        "- a\n  b\n- c",
        "| h | i |\n|---|---:|\n| 1 | |",
        "![p](q.png)",
    )
    assert to_html("\n\n".join(blocks), lambda name: f'src="data:{name}"').splitlines() == [
        "<h3>A &amp; B</h3>",
        "<p>One <b>two three</b> <code>x&lt;y</code></p>",
        "<ul>",
        "<li>a b</li>",
        "<li>c</li>",
        "</ul>",
        "<table>",
        '<thead><tr><th>h</th><th class="number">i</th></tr></thead>',
        '<tr><td>1</td><td class="number"></td></tr>',
        "</table>",
        '<p class="picture"><img src="data:q.png" alt="p"></p>',
    ]


def test_as_pdf_it_has_pages_a_title_pictures_and_links(report: AboutReport, qtbot: QtBot) -> None:
    data = report_pdf(report, SOURCE)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", data)) >= 5
    assert f"How {NAME} became sharp".encode("utf-16-be") in data
    assert {url.decode() for url in re.findall(rb"/URI \((.+?)\)", data)} == set(LINKS)
    assert data.count(b"/Subtype /Image") >= 5
    assert b"/Font" in data  # text is text, not pictures of it


def test_it_is_written_whole_or_not_at_all(html: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_document(html.encode(), path)
    assert path.read_text("utf-8") == html
    with pytest.raises(WriteError, match="already exists"):
        write_document(b"other", path)
    assert path.read_text("utf-8") == html
    write_document(b"other", path, overwrite=True)
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"other"]
    with pytest.raises(WriteError, match="does not exist"):
        write_document(b"x", tmp_path / "none" / "report.html")

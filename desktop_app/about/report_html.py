"""The report on one picture as a single, self-contained HTML document."""

import struct
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from string import Template

from desktop_app.about.localized_texts import about_text, about_words
from desktop_app.about.markdown_html import to_html
from desktop_app.about.papers import PAPERS, Paper
from desktop_app.paths import ABOUT

WIDTH = 640
"""Width of the text, in CSS pixels; pictures are at most as wide."""

_GAP = 14
_SIZE_OF_PNG = slice(16, 24)  # width and height, big-endian, in the first chunk

Numbers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ReportFigure:
    """A picture of the report.

    Args:
        png: The bytes of the PNG file.
        caption: Plain text below it, also its alternative text.
    """

    png: bytes
    caption: str


@dataclass(frozen=True)
class ReportSection:
    """One view of the page "Inside", as a section of the report.

    Args:
        name: Name of its text: ``coarse-to-fine``, ``seeing``, ``focus`` or ``adapting``.
        rows: Figures, in rows of up to four side by side.
        numbers: Measurements as pairs of label and value, formatted.
    """

    name: str
    rows: tuple[tuple[ReportFigure, ...], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class AboutReport:
    """The contents of the report; strings are plain text unless noted.

    Args:
        name: Name of the picture, as the queue shows it.
        created: Date of the report, formatted.
        program: Program and version: "Clearmark 0.1.0".
        scale: 1, 2 or 4.
        input_size: Width and height, in pixels.
        output_size: Width and height, in pixels.
        pictures: Input, enlarged and restored; shown with the same width, below each other.
        diagram: The workflow diagram.
        numbers: Measurements of the run as pairs of label and value: device, precision, time, tiles …
        views: The views of the page "Inside" that were opened.
        card: The model card as Markdown, from ``card.model_card``.
    """

    name: str
    created: str
    program: str
    scale: int
    input_size: tuple[int, int]
    output_size: tuple[int, int]
    pictures: tuple[ReportFigure, ...]
    diagram: ReportFigure | None
    numbers: tuple[tuple[str, str], ...]
    views: tuple[ReportSection, ...]
    card: str


def report_title(report: AboutReport, language: str) -> str:
    """Return the title of the document, as plain text."""
    return Template(about_words(language)["title"]).substitute(name=report.name)


def report_html(report: AboutReport, language: str) -> str:
    """Write the report as valid HTML5 without scripts; the only links are those of the papers.

    Args:
        report: The contents.
        language: Code such as ``de``.

    Returns:
        The whole document, to be written in UTF-8 by ``imaging.writing.write_document``.
    """
    words = about_words(language)
    parts = (
        _head(report, language, words),
        _section(words["task"], _task(report, language)),
        _section(words["workflow"], _workflow(report, language, words)),
        _section(words["inside"], _views(report.views, language, words)) if report.views else "",
        _section(words["papers"], "\n".join(_paper(paper, language) for paper in PAPERS)),
        _section(words["card"], _html(report.card)),
    )
    return Template(_frame()).substitute(
        language=escape(language),
        title=escape(report_title(report, language)),
        body="\n".join(filter(None, parts)),
    )


@cache
def _frame() -> str:
    return (ABOUT / "report.html").read_text(encoding="utf-8")


def _head(report: AboutReport, language: str, words: Mapping[str, str]) -> str:
    made = Template(words["made"]).substitute(program=report.program, created=report.created)
    widest = max((_size_of(figure.png)[0] for figure in report.pictures), default=0)
    pictures = (_row([figure], min(WIDTH, widest)) for figure in report.pictures)
    title = escape(report_title(report, language))
    return "\n".join((f"<h1>{title}</h1>", f'<p class="quiet">{escape(made)}</p>', *pictures))


def _task(report: AboutReport, language: str) -> str:
    sizes = {"input": _size(report.input_size), "output": _size(report.output_size)}
    own = about_text(f"picture-{report.scale}", language, **sizes)
    return f"{_html(own)}\n{_html(about_text('task', language))}"


def _workflow(report: AboutReport, language: str, words: Mapping[str, str]) -> str:
    diagram = ""
    if report.diagram is not None:
        width = min(WIDTH, _size_of(report.diagram.png)[0])
        image = _image(report.diagram.png, report.diagram.caption, width, "diagram")
        diagram = f'<p class="picture">{image}</p>'
    numbers = (
        f"<h3>{escape(words['numbers'])}</h3>\n{_table(report.numbers)}" if report.numbers else ""
    )
    return "\n".join((diagram, numbers, _html(about_text("workflow", language))))


def _views(views: Iterable[ReportSection], language: str, words: Mapping[str, str]) -> str:
    parts = []
    for view in views:
        parts += [f"<h3>{escape(words[view.name])}</h3>", _html(about_text(view.name, language))]
        parts += [_row(row, WIDTH // len(row) - _GAP) for row in view.rows if row]
        parts += [_table(view.numbers)] if view.numbers else []
    return "\n".join(parts)


def _paper(paper: Paper, language: str) -> str:
    links = "<br>".join(
        f'<a href="{escape(link.url)}">{escape(link.url)}</a>' for link in paper.links
    )
    return "\n".join(
        (
            f"<h3>{escape(paper.name)}</h3>",
            f'<p><b>{escape(paper.title)}</b><br><span class="quiet">{escape(paper.authors)}. '
            f"{escape(paper.venue)}, {paper.year}</span><br>{links}</p>",
            _html(about_text(f"paper-{paper.key}", language)),
            f"<pre>{escape(paper.bibtex.strip(), quote=False)}</pre>",
        )
    )


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{body}"


def _html(markdown: str) -> str:
    return to_html(markdown, lambda name: _image_attributes((ABOUT / name).read_bytes()))


def _row(figures: Sequence[ReportFigure], width: int) -> str:
    """Return figures side by side, each ``width`` CSS pixels wide, with their captions."""
    pictures = "".join(f"<td>{_image(f.png, f.caption, width)}</td>" for f in figures)
    captions = "".join(f'<td class="quiet">{escape(f.caption)}</td>' for f in figures)
    return f'<table class="pictures" role="presentation">\n<tr>{pictures}</tr>\n<tr>{captions}</tr>\n</table>'


def _image(png: bytes, caption: str, width: int, kind: str = "pixels") -> str:
    return f'<img class="{kind}" {_image_attributes(png, width)} alt="{escape(caption)}">'


def _image_attributes(png: bytes, width: int | None = None) -> str:
    """Return the ``img`` attributes of a picture, ``width`` CSS pixels wide (default: its own width)."""
    natural_width, natural_height = _size_of(png)
    width = width or natural_width
    height = round(width * natural_height / natural_width)
    return f'src="{_url(png)}" width="{width}" height="{height}"'


def _table(numbers: Numbers) -> str:
    rows = "".join(f"<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>\n" for a, b in numbers)
    return f"<table>\n{rows}</table>"


def _url(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"


def _size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[_SIZE_OF_PNG])
    return width, height


def _size(size: tuple[int, int]) -> str:
    return f"{size[0]} \N{MULTIPLICATION SIGN} {size[1]}"

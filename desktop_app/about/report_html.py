"""The whole answer for one picture as one HTML document that needs nothing else."""

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
"""Of the text, in CSS pixels; pictures are as wide at most."""

_GAP = 14
_SIZE_OF_PNG = slice(16, 24)  # width and height, big-endian, in the first chunk

Numbers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ReportFigure:
    """A picture of the report.

    Args:
        png: The whole file.
        caption: Plain text below it, and what stands for it where it cannot be seen.
    """

    png: bytes
    caption: str


@dataclass(frozen=True)
class ReportSection:
    """One look inside the network.

    Args:
        name: Of its text: ``coarse-to-fine``, ``seeing``, ``focus`` or ``adapting``.
        rows: Figures, in rows of up to four side by side.
        numbers: What was measured: label and value, for people.
    """

    name: str
    rows: tuple[tuple[ReportFigure, ...], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class AboutReport:
    """What the report tells; every text is plain unless it says otherwise.

    Args:
        name: Of the picture, as the queue shows it.
        created: When, for people.
        program: "Clearmark 0.1.0".
        scale: 1, 2 or 4.
        input_size: Width and height, in pixels.
        output_size: Width and height, in pixels.
        pictures: Input, enlarged and restored; shown equally wide, below each other.
        diagram: The workflow, drawn.
        numbers: Of the whole run, label and value: device, precision, seconds, tiles, operations...
        views: What was looked at inside the network; those that were not are left out.
        card: Markdown, by ``card.model_card``.
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
    """The title of the document, plain text."""
    return Template(about_words(language)["title"]).substitute(name=report.name)


def report_html(report: AboutReport, language: str) -> str:
    """Write the report as valid HTML5 without scripts; the only links are those of the papers.

    Args:
        report: What it tells.
        language: Code such as ``de``.

    Returns:
        The whole document; to be written by ``imaging.writing.write_document``, in UTF-8.
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
    return to_html(markdown, lambda name: _shown((ABOUT / name).read_bytes()))


def _row(figures: Sequence[ReportFigure], width: int) -> str:
    """Pictures side by side, each so many CSS pixels wide, with their captions."""
    pictures = "".join(f"<td>{_image(f.png, f.caption, width)}</td>" for f in figures)
    captions = "".join(f'<td class="quiet">{escape(f.caption)}</td>' for f in figures)
    return f'<table class="pictures" role="presentation">\n<tr>{pictures}</tr>\n<tr>{captions}</tr>\n</table>'


def _image(png: bytes, caption: str, width: int, kind: str = "pixels") -> str:
    return f'<img class="{kind}" {_shown(png, width)} alt="{escape(caption)}">'


def _shown(png: bytes, width: int | None = None) -> str:
    """Attributes of a picture, which is as wide as it is if no width is given."""
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

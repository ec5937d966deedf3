"""Conversion of Markdown to HTML for the report; Qt's own converter writes HTML 4 full of styles.

It supports what the texts use: headings, paragraphs, lists, tables with columns of numbers, pictures on
a line of their own, bold words and code. Everything else stays plain text.
"""

import re
from collections.abc import Callable
from html import escape

Embed = Callable[[str], str]
"""Function that returns the ``img`` attributes (source and size) of a picture, by its name."""

_PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")
_HEADING = re.compile(r"(#{1,6}) (.+)")


def to_html(markdown: str, embed: Embed) -> str:
    """Convert Markdown to HTML.

    Args:
        markdown: The text; blocks are separated by empty lines.
        embed: Called with the name of each picture.
    """
    blocks = (block for block in re.split(r"\n\s*\n", markdown.strip()) if block.strip())
    return "\n".join(_block(block.strip("\n"), embed) for block in blocks)


def _block(block: str, embed: Embed) -> str:
    heading, picture = _HEADING.fullmatch(block), _PICTURE.fullmatch(block)
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if picture:
        return f'<p class="picture"><img {embed(picture[2])} alt="{escape(picture[1])}"></p>'
    if block.startswith("- "):
        items = re.split(r"\n?^- ", block, flags=re.MULTILINE)[1:]
        return (
            "<ul>\n" + "".join(f"<li>{_inline(_joined(item))}</li>\n" for item in items) + "</ul>"
        )
    if block.startswith("|"):
        return _table(block)
    return f"<p>{_inline(_joined(block))}</p>"


def _table(block: str) -> str:
    head, rule, *rows = [
        [_inline(cell.strip()) for cell in line.strip()[1:-1].split("|")]
        for line in block.splitlines()
    ]
    kinds = [' class="number"' if cell.endswith(":") else "" for cell in rule]
    first, *others = (
        "<tr>"
        + "".join(f"<{tag}{kind}>{cell}</{tag}>" for kind, cell in zip(kinds, row, strict=True))
        + "</tr>"
        for tag, row in [("th", head), *(("td", row) for row in rows)]
    )
    return "\n".join(("<table>", f"<thead>{first}</thead>", *others, "</table>"))


def _joined(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines())


def _inline(text: str) -> str:
    """Escape a text and mark its bold words and code."""
    escaped = escape(text, quote=False)
    escaped = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)
    return re.sub(r"`(.+?)`", r"<code>\1</code>", escaped)

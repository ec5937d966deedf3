"""Summarise ``models/training/SOURCES.md`` for the model card, since the program ships without that file.

Run it after the sources have changed: ``python -m tests.tools.make_about_sources``. It overwrites
``resources/about/en/sources.md``; a test compares the two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from desktop_app.paths import ABOUT

SOURCES = Path(__file__).parents[2] / "models" / "training" / "SOURCES.md"
SUMMARY = ABOUT / "en" / "sources.md"

_UNUSED = ("share-alike", "not used**")
_FAMILIES = {
    "SIL OFL": r"OFL|SIL|sil-",
    "GNU GPL": r"(?<![AL])GPL",
    "GNU LGPL": r"LGPL",
    "GNU AGPL with font exception": r"AGPL",
    "Apache-2.0": r"Apache",
    "MIT": r"MIT|Expat",
    "BSD": r"BSD",
    "CC0 or public domain": r"CC0|public.domain",
    "Bitstream Vera": r"[Vv]era",
    "LPPL": r"LPPL",
    "CC-BY": r"CC-BY-[34]",
}
"""Patterns for the many spellings of licences in Debian's copyright files."""

Row = list[str]


def summary(text: str) -> str:
    """Format the Markdown table of kinds, licences and sources.

    Args:
        text: The content of ``SOURCES.md``.

    Raises:
        ValueError: It does not state the number of font families.
    """
    tables = {
        re.sub(r" \(.*", "", title): rows
        for title, rows in _tables(text)
        if not title.startswith(("Left out", "Kept"))
    }
    families = re.search(r"Used for training: ([\d,]+) families", text)
    if families is None:
        raise ValueError("SOURCES.md does not say how many font families there are.")
    debian = tables["From Debian main"]
    rows = [
        *_by_licence("Icons and drawings", map(_icon, tables["Icons and drawings"])),
        ("Fonts", "SIL OFL 1.1 and Apache-2.0", f"{len(tables['From npm'])} families from npm"),
        (
            "Fonts",
            _counted(debian),
            f"{len(debian)} packages of Debian main; {families[1]} families in all",
        ),
        *_by_licence("Words", ((licence, name) for name, _, licence, _ in tables["Words"])),
        *_by_licence("Photographs", ((row[2], row[0]) for row in tables["Photographs"])),
    ]
    lines = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join(("| what | licence | from |", "|---|---|---|", *lines, ""))


def _tables(text: str) -> Iterable[tuple[str, list[Row]]]:
    """Yield the heading above each table, and its rows without sources that were not used."""
    for section in re.split(r"^#+ ", text, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        lines = [line for line in body.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]
        if rows:
            yield title, [row for row in rows if not any(word in str(row) for word in _UNUSED)]


def _icon(row: Row) -> tuple[str, str]:
    """Return the licence of an icon set, and its name; with the author if the licence is CC-BY."""
    name, licence = row[0].partition(" (")[0], row[2]
    credit = re.search(r"\(\[(.*?)\]", licence)
    licence = licence.partition(" ([")[0]
    is_credited = licence.startswith("CC-BY") and credit is not None
    return licence, f"{name} ({credit[1]})" if is_credited and credit else name


def _by_licence(kind: str, sources: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Make a row for each licence."""
    names = defaultdict(list)
    for licence, name in sources:
        names[licence].append(name)
    return [(kind, licence, ", ".join(names[licence])) for licence in sorted(names)]


def _counted(packages: list[Row]) -> str:
    """Describe how many packages name which licence; most also name that of the packaging."""
    counts = {
        family: sum(bool(re.search(pattern, row[2])) for row in packages)
        for family, pattern in _FAMILIES.items()
    }
    ordered = sorted(counts, key=lambda family: -counts[family])
    named = ", ".join(f"{family} in {counts[family]}" for family in ordered)
    others = sum(not any(re.search(p, row[2]) for p in _FAMILIES.values()) for row in packages)
    return f"named in their copyright files, that of the packaging included: {named}, others in {others}"


def main() -> None:
    """Write the summary."""
    SUMMARY.write_text(summary(SOURCES.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

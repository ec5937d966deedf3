"""The guide and "About this AI" in other languages: whole, in step with the English, and readable."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop_app.i18n.language import available_languages
from desktop_app.paths import ABOUT, HELP, SOURCE, TRANSLATIONS
from tests.tools.update_translations import messages

LANGUAGES = [code for code in available_languages() if code != SOURCE]
FOLDERS = [folder / code for folder in (ABOUT, HELP) for code in LANGUAGES]
TEXTS = [
    folder / path.name
    for folder in FOLDERS
    for path in sorted((folder.parent / SOURCE).glob("*.md"))
]

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f"{f.parent.name}-{f.name}")
each_text = pytest.mark.parametrize(
    "path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)

_OUTLINE = re.compile(r"^(#+ |- |\d+\. |\||    (?=\S))", re.MULTILINE)
"""Headings with their levels, items, rows of tables and lines of code."""

_MARKS = {
    "links and pictures": re.compile(r"!?\[[^\]]*\]\(([^)]+)\)"),
    "placeholders": re.compile(r"\$\w+"),
    "code": re.compile(r"`[^`]+`|^    \S.*", re.MULTILINE),
}
_KEYS = re.compile(r"^- (.+?): ", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:[.,\s]\d{3}(?!\d))*(?:[.,]\d+)?")
_GROUPING = re.compile(r"[.,\s](?=\d{3}(?!\d))")
_EMPHASIS = re.compile(r"\*{1,2}([^*]+)\*{1,2}")
_NUMERALS = {
    "0": r"zero",
    "2": r"two|twice|doubled?|second|half|both",
    "3": r"three|thirds?",
    "4": r"four(?:th)?|quarters?",
    "5": r"five|fifths?",
    "6": r"six",
    "10": r"billion",
}
"""English words that other languages may write as digits; 1 they may write wherever English has "a"."""


def english(path: Path) -> str:
    return (path.parent.parent / SOURCE / path.name).read_text("utf-8")


def numbers(text: str) -> Counter[str]:
    """How often each number stands in a text, however its language groups digits and writes decimals."""
    return Counter(_GROUPING.sub("", number).replace(",", ".") for number in _NUMBER.findall(text))


def numerals(text: str) -> set[str]:
    """The numbers that an English text has in words."""
    found = (
        digits for digits, words in _NUMERALS.items() if re.search(rf"\b({words})\b", text, re.I)
    )
    return {"1", *found}


def differences(text: str, source: str) -> list[str]:
    """What of a translation does not agree with the English."""
    found = [
        name
        for name, pattern in _MARKS.items()
        if Counter(pattern.findall(text)) != Counter(pattern.findall(source))
    ]
    if _OUTLINE.findall(text) != _OUTLINE.findall(source):
        found.append("outline")
    theirs, ours = numbers(text), numbers(source)
    found += [f"lacks {number}" for number in ours - theirs]
    found += [f"invents {number}" for number in set(theirs - ours) - numerals(source)]
    return found


@each_folder
def test_a_language_has_every_text_and_no_other(folder: Path) -> None:
    names = [{path.name for path in place.iterdir()} for place in (folder, folder.parent / SOURCE)]
    assert names[0] == names[1]


@each_text
def test_a_translation_is_in_step_with_the_english(path: Path) -> None:
    text = path.read_text("utf-8")
    assert differences(text, english(path)) == []
    if path.stem == "words":
        assert _KEYS.findall(text) == _KEYS.findall(english(path))


@pytest.mark.parametrize(
    ("stale", "found"),
    [
        ("## Drei\n\n- a `x` $y\n- 1.041,5 in zwei", "outline"),
        ("### Drei\n\n- a `x` $y", "outline"),
        ("### Drei\n\n- a `z` $y\n- 1.041,5", "code"),
        ("### Drei\n\n- a `x` $z\n- 1.041,5", "placeholders"),
        ("### Drei\n\n- a `x` $y\n- [1.041,5](../b.png)", "links"),
        ("### Drei\n\n- a `x` $y\n- 1.041", "lacks"),
        ("### Drei\n\n- a `x` $y\n- 1.041,5 in 7", "invents"),
    ],
)
def test_a_stale_translation_is_found(stale: str, found: str) -> None:
    source = "### Three\n\n- a `x` $y\n- 1,041.5 in two"
    for fresh in ("1.041,5 in zwei", "1\u202f041,5 en deux", "2 つで 1,041.5"):
        assert differences(f"### 三\n\n- a `x` $y\n- {fresh}", source) == []
    assert differences(stale, source)[0].startswith(found)


@each_text
def test_no_markup_is_left_when_it_is_shown(qapp: QApplication, path: Path) -> None:
    """Beside letters without spaces between words, Markdown does not take each ** for emphasis."""
    document = QTextDocument()
    document.setMarkdown(path.read_text("utf-8"))
    assert not re.search(r"\*\*|`|\]\(", document.toPlainText())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_guide_names_buttons_as_the_window_does(code: str) -> None:
    """What the English emphasises and the window translates, the guide calls as the window does."""
    own: dict[str, set[str]] = {}
    for message in messages(TRANSLATIONS / f"clearmark_{code}.ts"):
        own.setdefault(message.source, set()).update(_plain(form) for form in message.forms)
    named = 0
    for path in sorted((HELP / code).glob("*.md")):
        text = _plain(path.read_text("utf-8"))
        for emphasis in _EMPHASIS.findall(english(path)):
            for name in filter(own.__contains__, emphasis.split(" ▸ ")):
                named += 1
                assert any(words in text for words in own[name]), f"{path.name}: {own[name]}"
    assert named > 30


def _plain(text: str) -> str:
    return " ".join(text.split())

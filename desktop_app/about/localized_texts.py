"""The words of "About this AI": Markdown in ``resources/about/<language>``, for the pane and the report."""

from collections.abc import Mapping
from functools import cache
from string import Template
from types import MappingProxyType

from desktop_app.paths import ABOUT, SOURCE, find_text

_WORDS = "words"  # the text that holds short words, one a line


def about_text(name: str, language: str, **values: object) -> str:
    """Read a text and fill in its placeholders.

    There are ``task``, ``workflow``, ``picture-1``, ``picture-2`` and ``picture-4`` (by the scale; filled in
    with ``input`` and ``output``, sizes such as "232 × 104"), ``coarse-to-fine``, ``seeing``, ``focus``,
    ``adapting``, ``paper-<key>`` for each of ``papers.PAPERS``, and those that ``card`` puts together.

    Args:
        name: Of the text, without its end.
        language: Code such as ``de``; a text that it lacks is read in English.
        values: Of the placeholders, by name.

    Returns:
        Markdown. Pictures in it are named relative to ``paths.ABOUT``.

    Raises:
        FileNotFoundError: There is no such text.
        KeyError: A placeholder has no value.
    """
    return Template(_read(name, language)).substitute(values)


def about_words(language: str) -> Mapping[str, str]:
    """Read the short words, such as heads of tables, by their keys; those that are missing in English."""
    english, own = (_read(_WORDS, code) for code in (SOURCE, language))
    return MappingProxyType(_parse(english) | _parse(own))


def group_digits(number: int) -> str:
    """A large number in groups of three with narrow spaces, which every language understands."""
    return f"{number:_}".replace("_", "\u202f")


@cache
def _read(name: str, language: str) -> str:
    return find_text(ABOUT, language, f"{name}.md").read_text(encoding="utf-8")


def _parse(text: str) -> dict[str, str]:
    """Read lines of the form ``- key: words``."""
    lines = (line[2:].partition(": ") for line in text.splitlines() if line.startswith("- "))
    return {key: words for key, _, words in lines}

"""The texts of "About this AI": Markdown in ``resources/about/<language>``, for the pane and the report."""

from collections.abc import Mapping
from functools import cache
from string import Template
from types import MappingProxyType

from desktop_app.domain.captions import outcome_title
from desktop_app.i18n.formatting import translate
from desktop_app.imaging.run_facts import RunOutcome
from desktop_app.paths import ABOUT, SOURCE, find_text

_WORDS = "words"  # the text that holds short words, one per line


def about_text(name: str, language: str, **values: object) -> str:
    """Read a text and fill in its placeholders.

    The texts are ``task``, ``workflow``, ``picture-1``, ``picture-2`` and ``picture-4`` (one per scale, with
    the placeholders ``input`` and ``output``, sizes such as "232 × 104"), ``coarse-to-fine``, ``seeing``,
    ``focus``, ``adapting``, ``paper-<key>`` for each of ``papers.PAPERS``, and the parts of the model card.

    Args:
        name: File name without ``.md``.
        language: Code such as ``de``; a text missing in that language is read in English.
        values: Values of the placeholders, by name.

    Returns:
        Markdown; picture paths are relative to ``paths.ABOUT``.

    Raises:
        FileNotFoundError: There is no such text.
        KeyError: A placeholder has no value.
    """
    return Template(_read(name, language)).substitute(values)


def result_caption(outcome: RunOutcome) -> str:
    """Return the caption of a result."""
    if outcome is RunOutcome.RESTORED:
        return translate("about", "Restored by the network")
    return outcome_title(outcome)


def about_words(language: str) -> Mapping[str, str]:
    """Read the short words, such as table headings, by key; missing ones are in English."""
    english, own = (_read(_WORDS, code) for code in (SOURCE, language))
    return MappingProxyType(_parse(english) | _parse(own))


def group_digits(number: int) -> str:
    """Format a large number in groups of three digits with narrow spaces, as every language understands."""
    return f"{number:_}".replace("_", "\u202f")


@cache
def _read(name: str, language: str) -> str:
    return find_text(ABOUT, language, f"{name}.md").read_text(encoding="utf-8")


def _parse(text: str) -> dict[str, str]:
    """Read lines of the form ``- key: words``."""
    lines = (line[2:].partition(": ") for line in text.splitlines() if line.startswith("- "))
    return {key: words for key, _, words in lines}

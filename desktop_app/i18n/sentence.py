"""Sentences for the user that are made where Qt is not known, and translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from models.sentences import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "Sentence"]


class Sentence(str):
    """A sentence for the user: a string in English, which :meth:`told` says in other languages.

    Args:
        text: English, marked for translation, with fields such as ``{name}``.
        values: What the fields stand for; a sentence among them is translated as well.
    """

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Fill the fields in, in English."""
        sentence = super().__new__(cls, text.format(**values))
        sentence.text, sentence.values = text, values
        return sentence

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        # It may come from another process.
        return (self.text,), self.values

    def translated(self, translate: Callable[..., str]) -> str:
        """The sentence in the user's language.

        Args:
            translate: Given an English text of the context "Sentences" and, by name, what its fields stand
                for; returns it in that language, with the fields filled in.
        """
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.text, **values)

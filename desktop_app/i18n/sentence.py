"""Sentences for the user that are created in code without Qt and translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from models.sentences import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "Sentence"]


class Sentence(str):
    """A sentence for the user: an English string that :meth:`translated` returns in other languages.

    Args:
        text: English text, marked for translation, with fields such as ``{name}``.
        values: Values of the fields; a sentence among them is translated as well.
    """

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Create the English sentence with its fields filled in."""
        sentence = super().__new__(cls, text.format(**values))
        sentence.text, sentence.values = text, values
        return sentence

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        # Pickled when it comes from another process.
        return (self.text,), self.values

    def translated(self, translate: Callable[..., str]) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: Takes an English text of the context "Sentences" and, as keyword arguments, the values
                of its fields; returns the filled-in translation.
        """
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.text, **values)

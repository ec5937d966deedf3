"""Say in one sentence why a file could not be decoded: damaged, incomplete, unknown or too large."""

from __future__ import annotations

from PIL import UnidentifiedImageError

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.file_signatures import kind_by_signature


class ReadError(Exception):
    """A picture could not be read; ``str()`` is one sentence naming the file and the reason."""


def decoding_failure(name: str, data: bytes, error: Exception) -> Sentence:
    """Return the sentence for a file that Pillow could not decode.

    Args:
        name: What to call the file.
        data: The whole file.
        error: What Pillow raised.
    """
    if isinstance(error, UnidentifiedImageError):
        return _unidentified(name, kind_by_signature(data))
    is_short = isinstance(error, EOFError) or "truncated" in str(error).lower()
    text = (
        QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is incomplete: the file ends too early, so its picture cannot be read.",
        )
        if is_short
        else QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” is damaged or incomplete, so its picture cannot be read."
        )
    )
    return Sentence(text, name=name)


def too_large_for_memory(name: str) -> Sentence:
    """Return the sentence for a picture that does not fit into memory."""
    text = QT_TRANSLATE_NOOP("Sentences", "“{name}” does not fit into the memory of this computer.")
    return Sentence(text, name=name)


def _unidentified(name: str, kind: str) -> Sentence:
    text = (
        QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” begins like a {kind} file but is incomplete or damaged."
        )
        if kind
        else QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” is not a picture in a format that can be read here."
        )
    )
    return Sentence(text, name=name, kind=kind)

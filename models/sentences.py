"""Marks English sentences for translation without importing Qt; they are translated where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return ``text`` unchanged; ``lupdate`` finds the texts to translate by the name of this function."""
    return text

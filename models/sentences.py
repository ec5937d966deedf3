"""Sentences for the user: in English here, where Qt is not known, and translated where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for Qt's translators, who look for this name."""
    return text

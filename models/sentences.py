"""Sentences for the user: in English here, where Qt is not known, and translated where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for Qt's translators, who look for this name."""
    return text


class Failure(Exception):  # noqa: N818 (a base; those that are raised are named for what went wrong)
    """Something failed, told in one sentence for the user.

    Args:
        text: English, marked for translation, with fields such as ``{name}``.
        values: What the fields stand for.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values

"""How numbers and sentences are told to people, in the language of the window."""

from collections.abc import Callable
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.i18n.sentence import Sentence

translate = QCoreApplication.translate


class _LocaleFormatter(Formatter):
    """Fills a text in; what is no whole number gets the decimal point of the window's language."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Write one value as its field wants it."""
        # Not Qt's own rounding, so that a number is the same here, on the command line and in receipts.
        text: str = super().format_field(value, format_spec)
        return text.replace(".", decimal_point()) if isinstance(value, float) else text


_formatter = _LocaleFormatter()


def decimal_point() -> str:
    """What parts a whole number from its fraction in the window's language: ".", in German ","."""
    return QLocale().decimalPoint()


def format_number(value: float, digits: int) -> str:
    """Write a number with so many decimals: "0.40", in German "0,40"."""
    return _formatter.format_field(float(value), f".{digits}f")


def format_short_number(value: float) -> str:
    """Write a number with one decimal, unless that is 0: "42", "42.5"."""
    return format_number(value, 0 if f"{value:.1f}".endswith(".0") else 1)


def translator(context: str) -> Callable[..., str]:
    """What tells texts that were made without Qt.

    Args:
        context: In which the texts have been marked for translation.

    Returns:
        A function: given an English text and, by name, what its fields stand for, it returns the text in the
        window's language, filled in.
    """
    return lambda text, /, **values: _formatter.format(translate(context, text), **values)


def format_duration(seconds: float) -> str:
    """Write a time as people read it: "2 ms", "0.21 s", "12.4 s", "2 min 5 s"."""
    if seconds < 0.01:
        return translate("texts", "{count} ms").format(count=max(1, round(1000 * seconds)))
    if seconds < 1:
        return translate("texts", "{count} s").format(count=format_number(seconds, 2))
    if seconds < 60:
        return translate("texts", "{count} s").format(count=format_number(seconds, 1))
    minutes, rest = divmod(round(seconds), 60)
    return translate("texts", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def format_time_left(seconds: float) -> str:
    """Write a remaining time, rounded up so that it never reads as over: "3 s left"."""
    whole = max(1, int(seconds) + (seconds > int(seconds)))
    if whole < 60:
        return translate("texts", "{count} s left").format(count=whole)
    return translate("texts", "{count} min left").format(count=-(-whole // 60))


def translated(words: str | Exception) -> str:
    """Tell a sentence, or why something failed, in the user's language where it has been marked for it."""
    sentence = words.args[0] if isinstance(words, Exception) and words.args else words
    if isinstance(sentence, Sentence):
        return sentence.translated(translator("Sentences"))
    return str(sentence)

"""Formats numbers, durations and sentences in the language of the window."""

from collections.abc import Callable
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.i18n.sentence import Sentence

translate = QCoreApplication.translate


class _LocaleFormatter(Formatter):
    """Formatter that writes floats with the decimal point of the window's language."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Format one value with its format specification."""
        # Python's rounding, not Qt's, so that numbers agree with the command line and with receipts.
        text: str = super().format_field(value, format_spec)
        return text.replace(".", decimal_point()) if isinstance(value, float) else text


_formatter = _LocaleFormatter()


def decimal_point() -> str:
    """Return the decimal point of the window's language: ".", in German ","."""
    return QLocale().decimalPoint()


def format_number(value: float, digits: int) -> str:
    """Format a number with a fixed number of decimals: "0.40", in German "0,40"."""
    return _formatter.format_field(float(value), f".{digits}f")


def format_short_number(value: float) -> str:
    """Format a number with one decimal, unless that is 0: "42", "42.5"."""
    return format_number(value, 0 if f"{value:.1f}".endswith(".0") else 1)


def translator(context: str) -> Callable[..., str]:
    """Return a function that translates texts written without Qt.

    Args:
        context: Translation context in which the texts are marked.

    Returns:
        A function that takes an English text and, as keyword arguments, the values of its fields; it returns
        the filled-in text in the window's language.
    """
    return lambda text, /, **values: _formatter.format(translate(context, text), **values)


def format_duration(seconds: float) -> str:
    """Format a duration in seconds: "2 ms", "0.21 s", "12.4 s", "2 min 5 s"."""
    if seconds < 0.01:
        return translate("texts", "{count} ms").format(count=max(1, round(1000 * seconds)))
    if seconds < 1:
        return translate("texts", "{count} s").format(count=format_number(seconds, 2))
    if seconds < 60:
        return translate("texts", "{count} s").format(count=format_number(seconds, 1))
    minutes, rest = divmod(round(seconds), 60)
    return translate("texts", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def format_time_left(seconds: float) -> str:
    """Format a remaining time in seconds, rounded up so that it never shows 0: "3 s left"."""
    whole = max(1, int(seconds) + (seconds > int(seconds)))
    if whole < 60:
        return translate("texts", "{count} s left").format(count=whole)
    return translate("texts", "{count} min left").format(count=-(-whole // 60))


def translated(words: str | Exception) -> str:
    """Translate a sentence or an error into the window's language.

    Args:
        words: A text, or an exception whose first argument is one.

    Returns:
        The translation of a :class:`Sentence`; any other text as it is.
    """
    sentence = words.args[0] if isinstance(words, Exception) and words.args else words
    if isinstance(sentence, Sentence):
        return sentence.translated(translator("Sentences"))
    return str(sentence)

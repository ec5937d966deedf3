"""How numbers are told to people."""

from PySide6.QtCore import QCoreApplication

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.sentences import Sentence
from desktop_app.jobs import Kept, Result

_INCH = 25.4

translate = QCoreApplication.translate


def duration(seconds: float) -> str:
    """Write a time as people read it: "2 ms", "0.21 s", "12.4 s", "2 min 5 s"."""
    if seconds < 0.01:
        return translate("texts", "{count} ms").format(count=max(1, round(1000 * seconds)))
    if seconds < 1:
        return translate("texts", "{count} s").format(count=f"{seconds:.2f}")
    if seconds < 60:
        return translate("texts", "{count} s").format(count=f"{seconds:.1f}")
    minutes, rest = divmod(round(seconds), 60)
    return translate("texts", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def time_left(seconds: float) -> str:
    """Write a remaining time, rounded up so that it never reads as over: "3 s left"."""
    whole = max(1, int(seconds) + (seconds > int(seconds)))
    if whole < 60:
        return translate("texts", "{count} s left").format(count=whole)
    return translate("texts", "{count} min left").format(count=-(-whole // 60))


def print_size(picture: Picture) -> str:
    """Write the width on paper: "32 mm at 144 dpi"; empty if the file does not say."""
    if picture.dpi is None:
        return ""
    across = picture.dpi[0]
    width = _INCH * picture.width / across
    size = f"{width:.0f}" if width >= 10 else f"{width:.1f}"
    return translate("texts", "{size} mm at {dpi} dpi").format(size=size, dpi=f"{across:.0f}")


def told(words: str | Exception) -> str:
    """Tell a sentence, or why something failed, in the user's language where it has been marked for it."""
    sentence = words.args[0] if isinstance(words, Exception) and words.args else words
    if isinstance(sentence, Sentence):
        return sentence.told(lambda text: translate("Sentences", text))
    return str(sentence)


def hex_colour(rgb: tuple[int, ...]) -> str:
    """Write a colour as designers do: "#C9B0A8"."""
    return "#" + "".join(f"{value:02X}" for value in rgb[:3])


def fallback_note(result: Result | Kept) -> str:
    """Tell which tiles the network did not answer at once; empty if it answered all."""
    parts = []
    if result.enlarged_tiles:
        parts.append(
            translate(
                "texts",
                "{count} of {total} tiles left as enlarged: the network's answer was refused",
            ).format(count=result.enlarged_tiles, total=result.tiles)
        )
    if result.full_precision_tiles:
        parts.append(
            translate("texts", "{count} of {total} tiles computed again in full precision").format(
                count=result.full_precision_tiles, total=result.tiles
            )
        )
    return " · ".join(parts)

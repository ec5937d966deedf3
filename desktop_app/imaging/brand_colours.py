"""Brand colours that a user types: "#0A84FF, e5e5ea"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.colour_difference import colour_difference

Colour = tuple[int, int, int]

MAX_BRAND_COLOURS = 32


def parse_colours(text: str) -> tuple[Colour, ...]:
    """Read colours as web pages write them, with or without "#", of six digits or three.

    Args:
        text: Separated by commas, semicolons, spaces or lines.

    Returns:
        sRGB values in the order of the text, each colour once; empty if there is no text.

    Raises:
        ValueError: Something is no colour, or there are too many; one sentence for the user.
    """
    colours: dict[Colour, None] = {}
    for word in re.split(r"[\s,;]+", text.strip()):
        if not word:
            continue
        digits = word.removeprefix("#")
        if not re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", digits):
            shown = word if len(word) <= 20 else f"{word[:19]}…"
            raise ValueError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Sentences", "“{word}” is not a colour: write six digits, as in #0A84FF."
                    ),
                    word=shown,
                )
            )
        pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
        red, green, blue = (int(pair, 16) for pair in pairs)
        colours[red, green, blue] = None
    if len(colours) > MAX_BRAND_COLOURS:
        raise ValueError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "That is {count} colours; the limit is {limit}."),
                count=len(colours),
                limit=MAX_BRAND_COLOURS,
            )
        )
    return tuple(colours)


def nearest_brand_colour(colour: Colour, brand: Sequence[Colour]) -> tuple[Colour, float]:
    """The brand colour that looks most like a colour, and how far it is in ΔE00.

    Raises:
        ValueError: There are no brand colours.
    """
    if not brand:
        raise ValueError("there are no brand colours")
    differences = colour_difference(brand, colour)
    place = int(differences.argmin())
    return brand[place], float(differences[place])


def hex_colour(rgb: tuple[int, ...]) -> str:
    """Write a colour as designers do: "#C9B0A8"."""
    return "#" + "".join(f"{value:02X}" for value in rgb[:3])

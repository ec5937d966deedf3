"""Brand colours as the user types them: "#0A84FF, e5e5ea"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.picture import Colour
from models.colour_difference import colour_difference

MAX_BRAND_COLOURS = 32


def parse_colours(text: str) -> tuple[Colour, ...]:
    """Parse colours as web pages write them: six digits or three, with or without "#".

    Args:
        text: Colours separated by commas, semicolons, spaces or line breaks.

    Returns:
        sRGB colours in the order of the text, each once; empty if there is no text.

    Raises:
        ValueError: A word is not a colour, or there are more than MAX_BRAND_COLOURS; the message is one
            sentence for the user.
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
    """Find the brand colour that looks most like a colour.

    Args:
        colour: In sRGB.
        brand: The brand colours, in sRGB.

    Returns:
        The nearest brand colour, and its distance in ΔE00.

    Raises:
        ValueError: There are no brand colours.
    """
    if not brand:
        raise ValueError("there are no brand colours")
    differences = colour_difference(brand, colour)
    place = int(differences.argmin())
    return brand[place], float(differences[place])


def hex_colour(rgb: tuple[int, ...]) -> str:
    """Format a colour as designers write it: "#C9B0A8"."""
    return "#" + "".join(f"{value:02X}" for value in rgb[:3])

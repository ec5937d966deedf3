"""Random colour schemes for logos and print: mostly dark on white. Colours are sRGB, 0 to 255."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from random import Random

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class ColourScheme:
    """Colours that go together.

    Attributes:
        paper: The background.
        ink: Stands out on ``paper``.
        accents: Three more colours that stand out on ``paper``.
    """

    paper: Colour
    ink: Colour
    accents: tuple[Colour, ...]


def luma(colour: Colour) -> float:
    """Return the perceived brightness of a colour (BT.601 luma), 0 to 255."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def grey(rng: Random, low: int, high: int) -> Colour:
    """Pick a grey between the levels ``low`` and ``high``, one time in three slightly tinted."""
    level = rng.randint(low, high)
    if rng.random() < 0.67:
        return level, level, level
    red, green, blue = (min(255, max(0, level + rng.randint(-14, 14))) for _ in range(3))
    return red, green, blue


def saturated(rng: Random) -> Colour:
    """Pick a saturated colour, such as a brand would choose."""
    red, green, blue = colorsys.hsv_to_rgb(
        rng.random(), rng.uniform(0.55, 1.0), rng.uniform(0.35, 1.0)
    )
    return round(red * 255), round(green * 255), round(blue * 255)


def contrasting(rng: Random, paper: Colour, least: float) -> Colour:
    """Pick a colour whose luma differs from that of ``paper`` by ``least`` levels or more."""
    for _ in range(60):
        colour = saturated(rng) if rng.random() < 0.7 else grey(rng, 0, 255)
        if abs(luma(colour) - luma(paper)) >= least:
            return colour
    return (0, 0, 0) if luma(paper) > 127 else (255, 255, 255)


def pick_scheme(rng: Random) -> ColourScheme:
    """Pick a scheme: often dark on white, then brand colours, dark mode, any colours, low contrast."""
    draw = rng.random()
    if draw < 0.25:
        paper, ink = (255, 255, 255), (0, 0, 0) if rng.random() < 0.5 else grey(rng, 0, 70)
    elif draw < 0.37:
        paper, ink = grey(rng, 238, 255), grey(rng, 0, 80)
    elif draw < 0.52:
        paper = (255, 255, 255) if rng.random() < 0.7 else grey(rng, 235, 255)
        ink = contrasting(rng, paper, 70)
    elif draw < 0.67:
        paper, ink = grey(rng, 0, 45), grey(rng, 190, 255)
        if rng.random() < 0.35:
            ink = contrasting(rng, paper, 70)
    elif draw < 0.80:
        paper = saturated(rng)
        ink = (255, 255, 255) if luma(paper) < 160 else grey(rng, 0, 40)
    elif draw < 0.93:
        paper = saturated(rng) if rng.random() < 0.5 else grey(rng, 0, 255)
        ink = contrasting(rng, paper, 45)
    else:
        paper = grey(rng, 120, 255) if rng.random() < 0.6 else saturated(rng)
        ink = contrasting(rng, paper, 12)
    return ColourScheme(paper, ink, tuple(contrasting(rng, paper, 35) for _ in range(3)))

"""Geometric marks: rings, stars with acute corners, hairlines, monograms, round stamps.

Each function draws one mark of a given radius around a point, in pixels of the finished picture.
"""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from PIL import Image

from models.training.corpus import wording
from models.training.corpus.colours import ColourScheme
from models.training.corpus.drawing import Sheet, fit_cap_height, text_mask
from models.training.corpus.lettering import Lettering


def draw_mark(
    lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    """Draw one mark of a random sort.

    Args:
        lettering: Fonts and words for monograms and stamps.
        rng: Decides everything.
        sheet: Is drawn on.
        scheme: The colours.
        x: Centre, in pixels of the finished picture.
        y: Centre, in pixels of the finished picture.
        radius: In pixels of the finished picture.

    Raises:
        DrawingError: The font picked for a monogram or a stamp lacks a character.
    """
    mark = rng.choice((_draw_rings, _draw_star, _draw_hairlines, _draw_monogram, _draw_badge))
    mark(lettering, rng, sheet, scheme, x, y, radius)


def _draw_rings(
    _lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    while radius > 2:
        width = min(radius, rng.choice((0.7, 1, 1.5, 2, 3, 5, 9)))
        box = (x - radius, y - radius, x + radius, y + radius)
        colour = rng.choice((scheme.ink, scheme.ink, scheme.accents[0]))
        if rng.random() < 0.3:
            start = rng.uniform(0, 360)
            sheet.arc(box, start, start + rng.uniform(60, 320), colour, width)
        else:
            sheet.ellipse(box, None, line=colour, width=width)
        radius -= width + rng.choice((1, 1.5, 2, 3, 5, 8, 14))


def _draw_star(
    _lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    points = rng.choice((3, 4, 5, 5, 6, 8, 12, 16, 24))
    inner = radius * rng.uniform(0.15, 0.85)
    turn = rng.uniform(0, math.tau)
    corners = []
    for index in range(2 * points):
        reach = inner if index % 2 else radius
        angle = turn + math.pi * index / points
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    if rng.random() < 0.3:
        sheet.line([*corners, corners[0]], scheme.ink, rng.uniform(0.7, 4))
    else:
        sheet.polygon(corners, rng.choice((scheme.ink, scheme.accents[0])))


def _draw_hairlines(
    _lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    width, step = rng.uniform(0.5, 3), rng.uniform(3, 12)
    turn, fan = rng.uniform(0, math.pi), rng.random() < 0.4
    count = max(3, int(radius / step))
    for index in range(-count, count + 1):
        angle = turn + (math.pi * index / (2 * count) if fan else 0)
        offset = 0 if fan else index * radius / count
        half = radius if fan else math.sqrt(max(0.0, radius**2 - offset**2))
        cx, cy = x - offset * math.sin(angle), y + offset * math.cos(angle)
        dx, dy = half * math.cos(angle), half * math.sin(angle)
        sheet.line([(cx - dx, cy - dy), (cx + dx, cy + dy)], scheme.ink, width)


def _draw_monogram(
    lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    colour = rng.choice((scheme.ink, *scheme.accents))
    box = (x - radius, y - radius, x + radius, y + radius)
    is_filled = rng.random() < 0.6
    width = rng.uniform(0.7, 6)
    if rng.random() < 0.5:
        sheet.ellipse(box, colour if is_filled else None, line=colour, width=width)
    else:
        rounding = radius * rng.choice((0.0, 0.15, 0.4))
        sheet.rounded(box, rounding, colour if is_filled else None, line=colour, width=width)
    pen = lettering.pick_pen(rng, "latin", radius)
    text = "".join(
        rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ&") for _ in range(rng.choice((1, 1, 2, 3)))
    )
    pen = replace(pen, tracking=0.0)
    pen = replace(pen, cap_height=min(radius * 1.2, fit_cap_height(text, pen, radius * 1.2)))
    mask, _ = text_mask(text, pen, sheet.scale)
    left, top = x - mask.width / sheet.scale / 2, y - mask.height / sheet.scale / 2
    sheet.fill_mask(mask, left, top, scheme.paper if is_filled else colour)


def _draw_badge(
    lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    x: float,
    y: float,
    radius: float,
) -> None:
    """Draw a round stamp with its words set around a ring."""
    for reach, width in ((radius, rng.uniform(0.8, 3)), (radius * 0.68, rng.uniform(0.6, 2))):
        box = (x - reach, y - reach, x + reach, y + reach)
        sheet.ellipse(box, None, line=scheme.ink, width=width)
    pen = replace(lettering.pick_pen(rng, "latin", radius * 0.16), tracking=0.0)
    text = (
        wording.brand(rng, lettering.words("latin")) + " · " + wording.date(rng) + " · "
    ).upper()
    font = pen.face.at_cap_height(pen.cap_height * sheet.scale)
    around = radius * 0.77
    turn = rng.uniform(0, math.tau)
    stretch = math.tau * around * sheet.scale / max(1.0, font.getlength(text))
    for index, letter in enumerate(text):
        angle = turn + math.tau * font.getlength(text[:index]) / font.getlength(text)
        if letter == " " or stretch < 0.8:
            continue
        mask, above = text_mask(letter, pen, sheet.scale)
        # Rotated about the middle of its baseline, which lies in the centre of the square.
        half = 2 * max(mask.size)
        square = Image.new("L", (2 * half, 2 * half))
        square.paste(mask, (half - mask.width // 2, half - above))
        square = square.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
        left = x + around * math.cos(angle) - half / sheet.scale
        top = y + around * math.sin(angle) - half / sheet.scale
        sheet.fill_mask(square, left, top, scheme.ink)
    _draw_star(lettering, rng, sheet, scheme, x, y, radius * 0.45)

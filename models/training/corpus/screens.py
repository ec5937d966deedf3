"""Pictures of user interfaces: tables, forms, menus, square codes and bar codes, charts."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import numpy.typing as npt

from models.training.corpus import wording
from models.training.corpus.colours import ColourScheme, contrasting, pick_scheme
from models.training.corpus.drawing import DrawingError, Pen, Sheet
from models.training.corpus.lettering import SIZE, Lettering
from models.training.corpus.pictograms import Pictograms


def draw_screen(lettering: Lettering, pictograms: Pictograms, rng: Random) -> npt.NDArray[np.uint8]:
    """Draw a random interface.

    Args:
        lettering: Fonts and words.
        pictograms: Icons for forms.
        rng: Decides everything.

    Returns:
        uint8, shape (256, 256, 3).

    Raises:
        DrawingError: The font picked lacks a character.
    """
    scheme = pick_scheme(rng)
    sheet = Sheet(SIZE, SIZE, 6, scheme.paper, snap=rng.random() < 0.5)
    pen = Pen(lettering.sources.pick_font(rng), rng.uniform(6, 11))
    name = rng.choice(
        ["table", "table", "form", "form", "codes", "codes", "charts", "charts", "menu"]
    )
    if name == "form":
        _form(lettering, pictograms, rng, sheet, scheme, pen)
    else:
        screens = {"table": _table, "codes": _codes, "charts": _charts, "menu": _menu}
        screens[name](lettering, rng, sheet, scheme, pen)
    return sheet.finish()


def _write_words(
    lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    pen: Pen,
    scheme: ColourScheme,
    left: float,
    base: float,
) -> float:
    """Write up to three words, a price or a date; return the position of the right edge."""
    words = lettering.words("latin")
    text = rng.choice(
        (
            lambda: rng.choice(words).capitalize(),
            lambda: wording.price(rng),
            lambda: wording.date(rng),
            lambda: wording.sentence(rng, words, 1, 3),
        )
    )()
    if not pen.face.can_write(text):
        text = rng.choice(("Total", "Save as", "Open", "42", "Cancel", "Name"))
    return sheet.write(text, pen, left, base, scheme.ink)[2]


def _table(lettering: Lettering, rng: Random, sheet: Sheet, scheme: ColourScheme, pen: Pen) -> None:
    row = pen.cap_height * rng.uniform(2, 3)
    columns = rng.randint(2, 5)
    width = SIZE / columns
    line = contrasting(rng, scheme.paper, 20)
    has_stripes, has_columns = rng.random() < 0.4, rng.random() < 0.6
    stripe = contrasting(rng, scheme.ink, 60)
    top = 0.0
    thick = rng.choice((0.5, 1, 1, 2))
    for index in range(int(SIZE / row) + 1):
        fill = scheme.paper
        if has_stripes and index % 2:
            fill = stripe
        sheet.rectangle((0, top, SIZE, top + row), fill)
        for column in range(columns):
            left = column * width + 4
            _write_words(
                lettering, rng, sheet, pen, scheme, left, top + row / 2 + pen.cap_height / 2
            )
            if column < columns - 1:
                # The next cell covers text that is too wide for this one.
                edge = (column + 1) * width
                sheet.rectangle((edge, top, SIZE, top + row), fill)
        sheet.rectangle((0, top + row - thick, SIZE, top + row), line)
        top += row
    if has_columns:
        for column in range(1, columns):
            sheet.rectangle((column * width - thick, 0, column * width, SIZE), line)


def _form(
    lettering: Lettering,
    pictograms: Pictograms,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    pen: Pen,
) -> None:
    line = contrasting(rng, scheme.paper, 25)
    radius = rng.choice((0, 2, 4, 8, 20))
    top = rng.uniform(2, 8)
    while top < SIZE - 12:
        height = pen.cap_height * rng.uniform(2.2, 3)
        left = 6.0
        while left < SIZE - 20:
            width = rng.uniform(50, 150)
            box = (left, top, left + width, top + height)
            base = top + height / 2 + pen.cap_height / 2
            kind = rng.random()
            if kind < 0.35:
                accent = rng.choice(scheme.accents)
                sheet.rounded(box, min(radius, height / 2), accent)
                inverse = ColourScheme(accent, contrasting(rng, accent, 80), scheme.accents)
                end = _write_words(lettering, rng, sheet, pen, inverse, left + 8, base)
            elif kind < 0.6:
                sheet.rounded(
                    box, min(radius, height / 2), None, line=line, width=rng.choice((1, 1, 2))
                )
                end = _write_words(lettering, rng, sheet, pen, scheme, left + 8, base)
            elif kind < 0.8:
                side = pen.cap_height * 1.3
                mark = (left, base - side, left + side, base)
                if rng.random() < 0.5:
                    sheet.ellipse(mark, None, line=line, width=1)
                    inner = (
                        left + side / 4,
                        base - side * 0.75,
                        left + side * 0.75,
                        base - side / 4,
                    )
                    sheet.ellipse(inner, scheme.ink)
                else:
                    sheet.rounded(mark, 1, None, line=line, width=1)
                    tick = [(left + side * 0.2, base - side * 0.5), (left + side * 0.45, base - side * 0.2),
                            (left + side * 0.85, base - side * 0.85)]  # fmt: skip
                    sheet.line(tick, scheme.ink, 1.2)
                end = _write_words(lettering, rng, sheet, pen, scheme, left + side + 5, base)
            else:
                try:
                    picture, _ = pictograms.pick(rng, scheme, height * sheet.scale)
                    sheet.paste(picture, left, top)
                    end = left + picture.width / sheet.scale
                except DrawingError:
                    end = left
                box = (left, top, end, top + height)
            left = max(end, box[2] if kind < 0.6 else end) + rng.uniform(6, 14)
        top += height + rng.uniform(4, 9)


def _menu(lettering: Lettering, rng: Random, sheet: Sheet, scheme: ColourScheme, pen: Pen) -> None:
    row = pen.cap_height * rng.uniform(2.2, 3.2)
    side = rng.uniform(70, 110)
    bar = contrasting(rng, scheme.ink, 60)
    sheet.rectangle((0, 0, SIZE, row), rng.choice(scheme.accents))
    sheet.rectangle((0, row, side, SIZE), bar)
    chosen = rng.randint(0, 5)
    for index in range(int(SIZE / row) + 1):
        top = (index + 1) * row
        base = top + row / 2 + pen.cap_height / 2
        if index == chosen:
            sheet.rounded((2, top, side - 2, top + row), rng.choice((0, 4)), scheme.paper)
        _write_words(lettering, rng, sheet, pen, scheme, 8, base)
        sheet.rectangle((side, top, SIZE, top + row), scheme.paper)
        left = side + 8
        for _ in range(3):
            left = _write_words(lettering, rng, sheet, pen, scheme, left, base) + 8
        sheet.rectangle((side, top + row - 0.5, SIZE, top + row), bar)


def _codes(lettering: Lettering, rng: Random, sheet: Sheet, scheme: ColourScheme, pen: Pen) -> None:
    across = rng.choice((1, 2, 2, 3))
    cell = SIZE / across
    for place in range(across * across):
        left, top = place % across * cell, place // across * cell
        if rng.random() < 0.55:
            _square_code(rng, sheet, scheme, left + cell * 0.06, top + cell * 0.06, cell * 0.88)
        else:
            _bar_code(lettering, rng, sheet, scheme, pen, left + cell * 0.06, top, cell * 0.88)


def _square_code(
    rng: Random, sheet: Sheet, scheme: ColourScheme, left: float, top: float, size: float
) -> None:
    modules = rng.choice([n for n in (21, 25, 29, 33, 41) if size / n >= 2])
    step = size / modules
    if rng.random() < 0.5:
        step = math.floor(step * 2) / 2

    def square(column: int, row: int, count: int, fill: tuple[int, int, int]) -> None:
        x, y = left + column * step, top + row * step
        sheet.rectangle((x, y, x + count * step, y + count * step), fill)

    for row in range(modules):
        for column in range(modules):
            if rng.random() < 0.48:
                square(column, row, 1, scheme.ink)
    for column, row in ((0, 0), (modules - 7, 0), (0, modules - 7)):
        square(max(0, column - 1), max(0, row - 1), 8, scheme.paper)
        square(column, row, 7, scheme.ink)
        square(column + 1, row + 1, 5, scheme.paper)
        square(column + 2, row + 2, 3, scheme.ink)


def _bar_code(
    lettering: Lettering,
    rng: Random,
    sheet: Sheet,
    scheme: ColourScheme,
    pen: Pen,
    left: float,
    top: float,
    size: float,
) -> None:
    unit = rng.choice((1.0, 1.5, 2.0, rng.uniform(0.9, 3)))
    bottom = top + size * 0.85
    x = left
    while x < left + size - 4 * unit:
        bar = rng.choice((1, 1, 2, 3)) * unit
        sheet.rectangle((x, top + size * 0.06, x + bar, bottom), scheme.ink)
        x += bar + rng.choice((1, 1, 2, 3)) * unit
    digits = " ".join(str(rng.randint(10**5, 10**6 - 1)) for _ in range(2))
    if pen.face.can_write(digits):
        sheet.write(digits, pen, left + 4, bottom + 4 + pen.cap_height, scheme.ink)


def _charts(
    lettering: Lettering, rng: Random, sheet: Sheet, scheme: ColourScheme, pen: Pen
) -> None:
    colours = [*scheme.accents, scheme.ink, contrasting(rng, scheme.paper, 30)]
    across = rng.choice((1, 2, 2))
    cell = SIZE / across
    small = Pen(pen.face, min(pen.cap_height, 8))
    for place in range(across * across):
        left, top = place % across * cell + 8, place // across * cell + 16
        size = cell - 26
        _write_words(lettering, rng, sheet, small, scheme, left, top - 5)
        kind = rng.random()
        if kind < 0.3:
            start = rng.uniform(0, 360)
            box = (left, top, left + size, top + size)
            for colour in colours:
                sweep = rng.uniform(40, 90)
                sheet.pie(box, start, start + sweep, colour)
                start += sweep
            if rng.random() < 0.5:
                hole = size * rng.uniform(0.2, 0.35)
                box = (left + hole, top + hole, left + size - hole, top + size - hole)
                sheet.ellipse(box, scheme.paper)
            continue
        count = rng.randint(4, 14)
        step = size / count
        for level in range(5):
            y = top + size * level / 4
            sheet.rectangle((left, y, left + size, y + 0.5), contrasting(rng, scheme.paper, 15))
        if kind < 0.65:
            for index in range(count):
                height = size * rng.uniform(0.1, 1)
                box = (left + index * step, top + size - height,
                       left + (index + rng.uniform(0.5, 0.9)) * step, top + size)  # fmt: skip
                sheet.rectangle(box, colours[index % 2])
        else:
            for colour in colours[: rng.randint(1, 4)]:
                points = [(left + i * step, top + size * rng.random()) for i in range(count + 1)]
                sheet.line(points, colour, rng.choice((0.7, 1, 1.5, 2, 3)))
        for index in range(4):
            text = str(rng.randint(0, 999))
            if small.face.can_write(text):
                sheet.write(text, small, left + index * size / 4, top + size + 9, scheme.ink)

"""Draws pixel graphics: bitmap letters, one-pixel lines, windows and small icons.

On the enlarged grid each pixel is a square of 2 × 2, so that halving by area recovers it exactly.
"""

from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from models.training.data.inks import Colour, draw_ink, draw_paper

Pixels = npt.NDArray[np.uint8]

CHARACTERS = [chr(code) for code in range(33, 127)]


def draw_pixel_graphic(height: int, width: int, rng: np.random.Generator) -> Pixels:
    """Draw a random pixel graphic, uint8 (height, width, 3); a sixth of them have squares of 4 × 4.

    Args:
        height: In pixels, even.
        width: In pixels, even.
        rng: Source of every choice.
    """
    side = 4 if rng.random() < 1 / 6 else 2
    rows, columns = -(-height // side), -(-width // side)
    paper = draw_paper(rng)
    image = Image.new("RGB", (columns, rows), _fill(paper))
    draw = ImageDraw.Draw(image)
    kind = rng.choice(["letters", "letters", "window", "lines", "icons"])
    if kind == "letters":
        _letters(draw, image.size, rng, paper)
    elif kind == "window":
        _windows(draw, image.size, rng)
    elif kind == "lines":
        _lines(draw, image.size, rng, paper)
    else:
        _icons(image, rng, paper)
    large = np.asarray(image).repeat(side, axis=0).repeat(side, axis=1)
    return np.ascontiguousarray(large[:height, :width])


def _letters(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator, paper: Colour
) -> None:
    """Draw rows of text; half of them in made-up letters, so that the network does not learn one typeface."""
    top = -int(rng.integers(0, 8))
    has_real_letters = rng.random() < 0.5
    alphabet = _draw_alphabet(rng)
    while top < size[1]:
        ink = _fill(draw_ink(rng, paper))
        left = -int(rng.integers(0, 8))
        if has_real_letters:
            words = ("".join(rng.choice(CHARACTERS, int(rng.integers(1, 9)))) for _ in range(12))
            draw.text((left, top), " ".join(words), ink, _bitmap_font())
            top += 11 + int(rng.integers(0, 4))
            continue
        height, width = alphabet.shape[1:]
        while left < size[0]:
            if rng.random() < 0.85:
                letter = Image.fromarray(alphabet[rng.integers(len(alphabet))] * np.uint8(255))
                draw.bitmap((left, top), letter, ink)
            left += width + 1
        top += height + int(rng.integers(1, 5))


def _draw_alphabet(rng: np.random.Generator) -> npt.NDArray[np.uint8]:
    """Draw made-up letters of one-pixel strokes, 5 to 9 by 3 to 6 pixels: 0 or 1, (16, rows, columns)."""
    rows, columns = int(rng.integers(5, 10)), int(rng.integers(3, 7))
    letters = np.zeros((16, rows, columns), np.uint8)
    middle = rows // 2
    for letter in letters:
        if rng.random() < 0.75:
            letter[:, 0] = 1
        if rng.random() < 0.4:
            letter[:, columns - 1] = 1
        for row in (0, middle, rows - 1):
            if rng.random() < 0.45:
                letter[row, :] = 1
        if rng.random() < 0.3:
            steps = np.linspace(0, columns - 1, rows).round().astype(int)
            letter[np.arange(rows), steps if rng.random() < 0.5 else columns - 1 - steps] = 1
        if rng.random() < 0.4:  # round corners
            letter[[0, 0, -1, -1], [0, -1, 0, -1]] = 0
        if not letter.any():
            letter[:, columns // 2] = 1
    return letters


def _windows(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    """Draw windows, buttons and fields with bevelled edges, in the style of the 1990s."""
    face = (
        rng.uniform(170, 225, 3)
        if rng.random() < 0.3
        else np.full(3, float(rng.choice([192, 212])))
    )
    draw.rectangle((0, 0, *size), _fill(face))
    for _ in range(int(rng.integers(2, 9))):
        left, top = (int(rng.integers(-8, side)) for side in size)
        right, bottom = left + int(rng.integers(8, 70)), top + int(rng.integers(7, 40))
        light, dark = (255, 255, 255), _fill(face * rng.uniform(0.4, 0.7))
        if rng.random() < 0.4:
            light, dark = dark, light
        inside = face if rng.random() < 0.5 else np.full(3, 255.0)
        draw.rectangle((left, top, right, bottom), _fill(inside), light)
        draw.line((left, bottom, right, bottom, right, top), dark)
        if rng.random() < 0.3:
            title = rng.uniform(0, 150, 3)
            draw.rectangle((left + 2, top + 2, right - 2, min(bottom - 2, top + 13)), _fill(title))
            inside = title
        text = "".join(rng.choice(CHARACTERS, int(rng.integers(2, 10))))
        ink = draw_ink(rng, inside) if rng.random() < 0.5 else np.where(inside < 128, 255.0, 0.0)
        draw.text((left + 4, top + 2), text, _fill(ink), _bitmap_font())


def _lines(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator, paper: Colour
) -> None:
    """Draw horizontal and vertical lines of one pixel, solid or dotted, and boxes."""
    for _ in range(int(rng.integers(3, 14))):
        ink = _fill(draw_ink(rng, paper))
        left, top = (int(rng.integers(0, side)) for side in size)
        right, bottom = (int(rng.integers(0, side)) for side in size)
        kind = rng.random()
        if kind < 0.3:
            draw.rectangle((min(left, right), min(top, bottom), max(left, right), max(top, bottom)),
                           None, ink)  # fmt: skip
            continue
        gap = 1 if kind < 0.7 else int(rng.integers(2, 5))
        is_across = rng.random() < 0.5
        for place in range(0, size[0] if is_across else size[1], gap):
            draw.point((place, top) if is_across else (left, place), ink)


def _icons(image: Image.Image, rng: np.random.Generator, paper: Colour) -> None:
    """Draw rows of small symmetric signs."""
    side = int(rng.integers(7, 17))
    for top in range(int(rng.integers(0, 5)), image.height, side + int(rng.integers(1, 6))):
        for left in range(int(rng.integers(0, 5)), image.width, side + int(rng.integers(1, 6))):
            half = rng.random((side, (side + 1) // 2)) < rng.uniform(0.3, 0.7)
            grown = half | (np.roll(half, 1, axis=0) & (rng.random(half.shape) < 0.5))
            sign = np.concatenate([grown, grown[:, : side // 2][:, ::-1]], axis=1)
            mask = Image.fromarray(sign.astype(np.uint8) * np.uint8(255))
            image.paste(_fill(draw_ink(rng, paper)), (left, top), mask)


def _fill(colour: npt.NDArray[np.float64]) -> tuple[int, int, int]:
    red, green, blue = (int(level) for level in np.rint(colour))
    return red, green, blue


@cache
def _bitmap_font() -> ImageFont.ImageFont:
    """Return the bitmap font that ships with Pillow, 6 × 11 pixels."""
    return ImageFont.load_default_imagefont()

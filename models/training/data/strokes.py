"""Draws thin strokes in grey and tinted inks: rules, hairlines, rings and small type, new for each crop.

A sharp thin grey stroke looks like a blurred black one. Only the rest of the picture shows which it is, and
the corpus holds few of the former.
"""

from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from models.training.data.inks import draw_ink, draw_paper, mix_colours

Pixels = npt.NDArray[np.uint8]

SCALE = 4  # oversampling in each direction; the mean is the share of a pixel that a stroke covers
CHARACTERS = (
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-&@"
)


def draw_strokes(height: int, width: int, rng: np.random.Generator) -> Pixels:
    """Draw one to three layers of thin strokes, each in its own ink, on paper; uint8 (height, width, 3)."""
    paper = draw_paper(rng)
    pixels = np.broadcast_to(np.rint(paper).astype(np.uint8), (height, width, 3)).copy()
    for _ in range(int(rng.integers(1, 4))):
        ink, coverage = draw_ink(rng, paper), _draw_layer(height, width, rng)
        pixels = mix_colours(pixels.astype(np.float64), ink, coverage)
    return pixels


def _draw_layer(height: int, width: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Draw the share of each pixel that one ink covers, (height, width), 0 to 1."""
    sheet = Image.new("L", (width * SCALE, height * SCALE))
    draw = ImageDraw.Draw(sheet)
    kind = rng.choice(["type", "type", "rules", "slants", "boxes", "rings"])
    draws = {"type": _type, "rules": _rules, "slants": _slants, "boxes": _boxes, "rings": _rings}
    draws[str(kind)](draw, sheet.size, rng)
    return measure_coverage(sheet, SCALE)


def measure_coverage(sheet: Image.Image, scale: int) -> npt.NDArray[np.float64]:
    """Measure the share of each pixel that is covered.

    Args:
        sheet: Mode L, 255 where it is covered; its sides are multiples of ``scale``.
        scale: Oversampling in each direction.

    Returns:
        (height / scale, width / scale), 0 to 1.
    """
    drawn = np.asarray(sheet, np.float64)
    cells = drawn.reshape(sheet.height // scale, scale, sheet.width // scale, scale)
    coverage: npt.NDArray[np.float64] = cells.mean(axis=(1, 3)) / 255
    return coverage


def _width(rng: np.random.Generator) -> int:
    """Draw the width of a stroke in oversampled pixels: 0.5 to 4 pixels, more often thin."""
    return max(2, round(SCALE * 0.5 * 8 ** rng.random()))


def _type(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    """Draw rows of letters at cap heights of 6 to 40 pixels, more often small."""
    cap = 6 * (40 / 6) ** (rng.random() ** 1.5)
    font = _font(round(cap * SCALE / 0.7))
    row = cap * SCALE * rng.uniform(1.5, 2.5)
    top = -rng.uniform(0, row)
    while top < size[1]:
        words = (
            "".join(rng.choice(list(CHARACTERS), int(rng.integers(1, 10))))
            for _ in range(int(size[0] / (cap * SCALE)) // 4 + 2)
        )
        draw.text((-rng.uniform(0, 4 * cap), top), " ".join(words), 255, font)
        top += row


def _rules(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    """Draw horizontal lines, vertical lines or both, at even or uneven distances."""
    step = SCALE * rng.uniform(3, 30)
    is_even = rng.random() < 0.6
    for axis in rng.permutation(2)[: int(rng.integers(1, 3))]:
        width, place = _width(rng), rng.uniform(0, step)
        while place < size[axis]:
            line = round(place)
            end = (line + width - 1, size[1]) if axis == 0 else (size[0], line + width - 1)
            draw.rectangle(((line, 0) if axis == 0 else (0, line), end), 255)
            place += width + step * (1 if is_even else rng.uniform(0.3, 2))


def _slants(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    width = _width(rng)
    for _ in range(int(rng.integers(2, 12))):
        ends = rng.uniform(-0.2, 1.2, (2, 2)) * size
        draw.line([(float(x), float(y)) for x, y in ends], 255, width)


def _boxes(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    for _ in range(int(rng.integers(1, 6))):
        left, top = rng.uniform(-0.1, 0.8, 2) * size
        side = SCALE * rng.uniform(6, 80, 2)
        radius = float(rng.choice([0, 0, 2, 4, 8])) * SCALE
        box = (float(left), float(top), float(left + side[0]), float(top + side[1]))
        draw.rounded_rectangle(box, min(radius, float(side.min()) / 2), None, 255, _width(rng))


def _rings(draw: ImageDraw.ImageDraw, size: tuple[int, int], rng: np.random.Generator) -> None:
    centre = rng.uniform(0, 1, 2) * size
    for _ in range(int(rng.integers(1, 6))):
        across, down = SCALE * rng.uniform(3, 60) * np.array([1.0, rng.uniform(0.5, 1)])
        box = (centre[0] - across, centre[1] - down, centre[0] + across, centre[1] + down)
        start = rng.uniform(0, 360)
        extent = 360.0 if rng.random() < 0.6 else rng.uniform(40, 300)
        draw.arc([float(edge) for edge in box], start, start + extent, 255, _width(rng))
        if rng.random() < 0.5:
            centre = rng.uniform(0, 1, 2) * size


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the typeface that ships with Pillow; the corpus has text in many others."""
    return ImageFont.load_default(size)

"""Planted changes that a person would notice, for testing whether the fidelity check finds them.

Lengths are in pixels of the sharp picture, which is twice as large as its input.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from models.colour_difference import to_lab

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Change = Callable[[Pixels], Pixels]  # returns a copy of a picture with one thing changed

MARGIN = 6  # pixels around a shape
LEAST_CONTRAST = 25  # ΔE between ink and ground
SHIFT = (10, 20)  # ΔE by which colours are shifted
STROKE = (0.15, 0.6)  # share of a shape's ink that a removed stroke has
LEAST_INK = 14  # pixels of ink that a removed stroke has at least


@dataclass(frozen=True, eq=False)
class Shape:
    """A letter, or another shape in one colour on a plain ground.

    Attributes:
        box: Left, top, right, bottom, including a ``MARGIN``; right and bottom are exclusive.
        coverage: Share of ink in each pixel of the box, (H, W), 0 to 1.
        ink: Its colour, (3,), 0 to 255.
    """

    box: tuple[int, int, int, int]
    coverage: Floats
    ink: Floats

    @property
    def height(self) -> int:
        """Height without the margin, in pixels."""
        return len(self.coverage) - 2 * MARGIN


def find_shapes(picture: Pixels, tallest: int = 56) -> list[Shape]:
    """Find shapes that stand out, 10 to ``tallest`` pixels high and at least 4 wide."""
    quantised = Image.fromarray(picture).quantize(12, Image.Quantize.MEDIANCUT, kmeans=2)
    index = np.asarray(quantised)
    marks = []
    for colour in range(int(index.max()) + 1):
        labels, _ = ndimage.label(index == colour, np.ones((3, 3)))
        for number, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
            height, width = rows.stop - rows.start, columns.stop - columns.start
            top, left = rows.start - MARGIN, columns.start - MARGIN
            bottom, right = rows.stop + MARGIN, columns.stop + MARGIN
            fits = min(top, left) >= 0 and bottom <= len(picture) and right <= picture.shape[1]
            if fits and 10 <= height <= tallest and 4 <= width <= 1.2 * tallest:
                window = picture[top:bottom, left:right].astype(float)
                coverage = _cover(window, labels[top:bottom, left:right] == number)
                if coverage is not None:
                    ink = np.median(window[coverage > 0.7], axis=0)
                    marks.append(Shape((left, top, right, bottom), coverage, ink))
    return marks


def _cover(window: Floats, mask: Mask) -> Floats | None:
    ring = _grown(mask, 4) & ~_grown(mask, 2)
    ink, ground = np.median(window[mask], axis=0), np.median(window[ring], axis=0)
    is_plain = (np.abs(window[ring] - ground).max(axis=1) < 24).mean() >= 0.8
    contrast = float(np.linalg.norm(to_lab(ink) - to_lab(ground)))
    if mask.sum() < 20 or not is_plain or contrast < LEAST_CONTRAST:
        return None
    way = ink - ground
    share = np.clip((window - ground) @ way / (way @ way), 0, 1)
    return np.where(_grown(mask, 2), share, 0.0)


def remove_stroke(mark: Shape, _marks: Sequence[Shape], rng: np.random.Generator) -> Change | None:
    """Remove a rectangle from a shape, such as an arm, a bar or half a stem."""
    height, width = mark.coverage.shape
    y, x = np.mgrid[:height, :width]
    for _ in range(20):
        top = int(rng.integers(MARGIN, height - MARGIN - 4))
        left = int(rng.integers(MARGIN, width - MARGIN - 3))
        bottom = top + int(rng.integers(4, height - 2 * MARGIN + 1))
        right = left + int(rng.integers(3, width - 2 * MARGIN + 1))
        where = (y >= top) & (y < bottom) & (x >= left) & (x < right)
        removed = float(mark.coverage[where].sum())
        least, most = (share * mark.coverage.sum() for share in STROKE)
        if max(least, LEAST_INK) <= removed <= most:
            return lambda picture: _replaced(picture, mark, where, None)
    return None


def change_letter(mark: Shape, marks: Sequence[Shape], rng: np.random.Generator) -> Change | None:
    """Replace a shape by another one of about the same height, or by its mirror image."""
    candidates = [mark.coverage[:, ::-1], mark.coverage[::-1]]
    candidates += [coverage for other in marks if (coverage := _fitted(other, mark)) is not None]
    others = [coverage for coverage in candidates if _likeness(coverage, mark.coverage) < 0.65]
    if not others:
        return None
    coverage = others[int(rng.integers(len(others)))]
    return lambda picture: _replaced(picture, mark, np.ones(coverage.shape, bool), coverage)


def shift_colour(mark: Shape, _marks: Sequence[Shape], rng: np.random.Generator) -> Change | None:
    """Shift the colour of a shape that is more than a line: 20 pixels remain after an erosion by 3."""
    if ndimage.binary_erosion(mark.coverage > 0.7, iterations=3).sum() < 20:
        return None
    for _ in range(60):
        step = rng.uniform(-60, 60, 3) if rng.random() < 0.5 else rng.uniform(-70, 70)
        moved = np.clip(mark.ink + step, 0, 255)
        if SHIFT[0] <= np.linalg.norm(to_lab(moved) - to_lab(mark.ink)) <= SHIFT[1]:
            shift = moved - mark.ink
            return lambda picture: _recoloured(picture, mark, shift)
    return None


CHANGES = {
    "stroke removed": remove_stroke,
    "letter changed": change_letter,
    "colour shifted": shift_colour,
}


def plant_change(
    picture: Pixels, kind: str, rng: np.random.Generator
) -> tuple[Shape, Change] | None:
    """Choose a shape in a picture and a change of a kind of ``CHANGES``; None if there is no suitable one."""
    marks = find_shapes(picture, 160 if kind == "colour shifted" else 56)
    for number in rng.permutation(len(marks))[:30]:
        change = CHANGES[kind](marks[number], marks, rng)
        if change is not None:
            return marks[number], change
    return None


def _fitted(other: Shape, mark: Shape) -> Floats | None:
    """Place another shape's coverage on the baseline of this one, if it has about the same height."""
    height, width = mark.coverage.shape
    ink = other.coverage[MARGIN:-MARGIN, MARGIN:-MARGIN][-mark.height :]
    left = (width - ink.shape[1]) // 2
    if other is mark or not 0.75 <= other.height / mark.height <= 1.33 or left < 1:
        return None
    coverage = np.zeros((height, width))
    coverage[height - MARGIN - len(ink) : height - MARGIN, left : left + ink.shape[1]] = ink
    return coverage if coverage.sum() > 0.3 * mark.coverage.sum() else None


def _likeness(first: Floats, second: Floats) -> float:
    return float(np.minimum(first, second).sum() / np.maximum(first, second).sum())


def _replaced(picture: Pixels, mark: Shape, where: Mask, coverage: Floats | None) -> Pixels:
    """Remove a shape's ink where the mask is true, and draw another coverage in the same colour."""
    left, top, right, bottom = mark.box
    window = picture[top:bottom, left:right].astype(float)
    solid = mark.coverage > 0.7
    ring = _grown(solid, 5) & ~_grown(solid, 3)
    ink, ground = np.median(window[solid], axis=0), np.median(window[ring], axis=0)
    gone = _grown(mark.coverage > 0.3, 3) & where
    soft = ndimage.gaussian_filter(gone.astype(float), 0.6)[:, :, None]
    window = window * (1 - soft) + ground * soft
    if coverage is not None:
        window = window * (1 - coverage[:, :, None]) + ink * coverage[:, :, None]
    return _pasted(picture, mark, window)


def _recoloured(picture: Pixels, mark: Shape, shift: Floats) -> Pixels:
    left, top, right, bottom = mark.box
    return _pasted(
        picture, mark, picture[top:bottom, left:right] + mark.coverage[:, :, None] * shift
    )


def _pasted(picture: Pixels, mark: Shape, window: Floats) -> Pixels:
    left, top, right, bottom = mark.box
    changed = picture.copy()
    changed[top:bottom, left:right] = np.rint(np.clip(window, 0, 255))
    return changed


def _grown(mask: Mask, pixels: int) -> Mask:
    return np.asarray(ndimage.binary_dilation(mask, iterations=pixels))

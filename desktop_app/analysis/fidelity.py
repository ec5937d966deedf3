"""Check that restoring did not change the picture: degrade the result as the input was, and compare them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.degradation_model import (
    REACH,
    Planes,
    ReducedResult,
    estimate_degradation,
    low_pass,
    reduce_result,
    to_planes,
    to_rgb,
)
from desktop_app.analysis.merged_fills import MergedFills
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Picture, Pixels
from models.colour_difference import to_lab

FLAGGED = 128
"""Value of the map from which a place is flagged."""

_Values = npt.NDArray[np.float64]
_Mask = npt.NDArray[np.bool_]

# The tolerance for a colour difference: _BASE, plus _FLAT_NOISE times the noise of this picture's flat
# places, plus _EDGE_NOISE times its noise at edges of this contrast, plus _CODEC times what JPEG did here.
# Chosen on 60 training pictures; tests/benchmarks/judge_fidelity.py measures the rates on held-out ones.
_BASE, _FLAT_NOISE, _EDGE_NOISE, _CODEC = 4.0, 2.0, 4.0, 1.5
_VIEWING_SIGMA = 1.0  # input pixels within which noise, dither and ringing cancel
_CONTRAST_SIGMA = 1.5  # input pixels, of the window in which contrast is measured
_EDGE = 12.0  # levels of contrast from which a place counts as an edge
_WEIGHTS = np.array([1.0, 0.7, 0.7])  # of ΔL*, Δa*, Δb*: chroma has more noise
_RIM = 3  # pixels along the border, blurred together with unknown ones outside the picture

_NEAR = 8  # side, in input pixels, of the squares ignored around protected parts: 2 σ of the widest blur

_TILE = 480  # side, in input pixels, of what is compared at once; a multiple of JPEG's blocks
_WHOLE = 2**17  # pixels up to which the degradation is estimated from the whole input
_WINDOW, _WINDOWS = 64, 8  # for larger inputs: side in pixels, and number of windows
_CELL = 8  # side in pixels of the cells by which flagged pixels are grouped into regions

_FAITHFUL = QT_TRANSLATE_NOOP(
    "Fidelity",
    "Faithful: put back through the estimated blur, it is your input to within {difference} %.",
)
_ONE_PLACE = QT_TRANSLATE_NOOP(
    "Fidelity", "Look here: 1 place differs from your input, around {x}, {y} px of the result."
)
_MANY_PLACES = QT_TRANSLATE_NOOP(
    "Fidelity",
    "Look here: {count} places differ from your input, the most around {x}, {y} px of the result.",
)


@dataclass(frozen=True)
class FlaggedRegion:
    """A place where result and input differ.

    Attributes:
        box: Left, top, right, bottom in input pixels; right and bottom are exclusive.
        ratio: The largest difference there divided by its tolerance: above 1.
    """

    box: tuple[int, int, int, int]
    ratio: float


@dataclass(frozen=True, eq=False)
class Fidelity:
    """How well a restored picture still matches its input.

    Attributes:
        score: Agreement where there is content, 0 to 100: 100 minus the root mean square of the colour
            difference, which is 100 between black and white.
        map: uint8 (H, W) on the input's grid: 0 agrees, FLAGGED and above does not.
        regions: The flagged places, the worst first.
        scale: Pixels of the result per pixel of the input, along one side.
    """

    score: float
    map: Pixels
    regions: tuple[FlaggedRegion, ...]
    scale: int = 1

    @property
    def is_faithful(self) -> bool:
        """Whether no place is flagged."""
        return not self.regions

    @property
    def scores(self) -> dict[str, float]:
        """The scores for a receipt."""
        return {"fidelity": round(self.score, 2), "places_that_differ": len(self.regions)}

    def sentence(self, translate: Callable[..., str] = str.format) -> str:
        """Return the outcome for the user, as one sentence.

        Args:
            translate: Called with an English text of the context "Fidelity" and, by name, the values of its
                fields; returns it in the user's language, with the fields filled in.
        """
        if self.is_faithful:
            difference = max(1, round(100 - self.score))
            return translate(_FAITHFUL, difference=difference)
        left, top, right, bottom = self.regions[0].box
        # In pixels of the result, as everything else in the window counts them.
        x, y = (self.scale * (first + last) // 2 for first, last in ((left, right), (top, bottom)))
        text = _ONE_PLACE if len(self.regions) == 1 else _MANY_PLACES
        return translate(text, count=len(self.regions), x=x, y=y)


def check_fidelity(
    picture: Picture,
    restored: Picture,
    scale: int,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    protected: Pixels | None = None,
) -> Fidelity:
    """Check whether a restored picture still matches its input.

    The result is reduced, blurred and, if that explains the noise, compressed as the input seems to have
    been. Then the colours of both are compared as seen from so far away that noise and dither vanish. A
    difference is flagged where it exceeds what this picture shows everywhere: every file differs from every
    result by some noise, and more so at edges. A fill that now has the colour of another one is flagged, too.

    Args:
        picture: The input, (H, W) pixels.
        restored: The result, (scale·H, scale·W), in the same colour space.
        scale: 1, 2 or 4.
        on_progress: Called about twice a second with the number of tiles done and in all; may raise to stop
            a check that is no longer needed.
        protected: (scale·H, scale·W); where it is not 0, the result shows the input as it was, blur included.
            These places, and those within reach of that blur, are not compared.

    Returns:
        The outcome. If either is transparent, both are compared on white and on black, and the worse counts.

    Raises:
        ValueError: The size of the result is not ``scale`` times that of the input.

    Source:
        A colour difference after a low-pass: Zhang and Wandell, "A spatial extension of CIELAB for digital
        color-image reproduction", 1997; here with a single Gaussian.
    """
    expected = (scale * picture.height, scale * picture.width)
    if (restored.height, restored.width) != expected:
        raise ValueError(f"expected {expected} pixels, got {(restored.height, restored.width)}")
    is_opaque = picture.alpha is None and restored.alpha is None
    backgrounds = (255,) if is_opaque else (255, 0)
    comparisons = [
        _BackgroundComparison(picture, restored, scale, background) for background in backgrounds
    ]
    ratios = np.zeros((picture.height, picture.width), np.float32)
    is_compared = (
        np.ones(ratios.shape, bool) if protected is None else ~_near_protected(protected, scale)
    )
    merged_fills = MergedFills(picture, restored)
    squared_sum, count = 0.0, 1
    tiles = _tiles(picture.height, picture.width)
    for done, tile in enumerate(tiles, start=1):
        ratios[tile.core] = merged_fills.ratios(tile.core) * is_compared[tile.core]
        for comparison in comparisons:
            difference, tolerance, is_edge = comparison.compare_tile(tile)
            difference = np.where(is_compared[tile.core], difference, 0)
            is_edge &= is_compared[tile.core]
            ratios[tile.core] = np.maximum(ratios[tile.core], difference / tolerance)
            counts = is_edge | (difference > tolerance)
            squared_sum += float(np.square(difference[counts]).sum())
            count += int(np.count_nonzero(counts))
        on_progress(done, len(tiles))
    rim = min(_RIM, min(ratios.shape) // 8)
    inside = np.zeros(ratios.shape, bool)
    inside[rim : ratios.shape[0] - rim, rim : ratios.shape[1] - rim] = True
    ratios[~inside] = 0
    # Differences up to half the tolerance are not shown.
    painted = np.clip(FLAGGED * (2 * ratios - 1), 0, 255).astype(np.uint8)
    return Fidelity(max(0.0, 100 - (squared_sum / count) ** 0.5), painted, _regions(ratios), scale)


def _near_protected(protected: Pixels, scale: int) -> _Mask:
    """Find input pixels that protected ones may be blurred into, in squares of _NEAR pixels: (H, W)."""
    height, width = (side // scale for side in protected.shape)
    is_near = np.zeros((height, width), bool)
    rows, columns = np.nonzero(protected.reshape(height, scale, width, scale).any(axis=(1, 3)))
    for row, column in {*zip((rows // _NEAR).tolist(), (columns // _NEAR).tolist(), strict=True)}:
        top, left = max(0, _NEAR * (row - 1)), max(0, _NEAR * (column - 1))
        is_near[top : _NEAR * (row + 2), left : _NEAR * (column + 2)] = True
    return is_near


@dataclass(frozen=True)
class _Window:
    """A rectangle of the input, and the part of it that is compared: ``core``."""

    top: int
    left: int
    height: int
    width: int
    core: tuple[slice, slice]  # rows and columns of the input

    @property
    def inner(self) -> tuple[slice, slice]:
        """Rows and columns of ``core`` within the rectangle."""
        rows, columns = self.core
        return (
            slice(rows.start - self.top, rows.stop - self.top),
            slice(columns.start - self.left, columns.stop - self.left),
        )

    def cut(self, picture: Picture, scale: int, background: int) -> Pixels:
        """Cut the rectangle out of a picture ``scale`` times as large as the input, on a grey background."""
        rows = slice(scale * self.top, scale * (self.top + self.height))
        columns = slice(scale * self.left, scale * (self.left + self.width))
        alpha = None if picture.alpha is None else picture.alpha[rows, columns]
        return composite(picture.rgb[rows, columns], alpha, (background, background, background))


class _BackgroundComparison:
    """Compares input and result on one background.

    Args:
        picture: The input.
        restored: The result.
        scale: Pixels of the result per pixel of the input, along one side.
        background: The grey behind transparent places, 0 to 255.
    """

    def __init__(self, picture: Picture, restored: Picture, scale: int, background: int) -> None:
        self._picture, self._restored = picture, restored
        self._scale, self._background = scale, background
        parts = _sample(picture)
        # Joined, they are one picture; along the joints their sides are multiples of JPEG's blocks.
        axis = 1 if picture.width >= picture.height else 0
        source = to_planes(
            np.concatenate([part.cut(picture, 1, background) for part in parts], axis)
        )
        result = np.concatenate([part.cut(restored, scale, background) for part in parts], axis)
        masks = [np.zeros((part.height, part.width), bool) for part in parts]
        for mask, part in zip(masks, parts, strict=True):
            mask[part.inner] = True
        inside = np.concatenate(masks, axis)
        reduced = reduce_result(result, scale)
        self._degradation = estimate_degradation(source, reduced, inside)
        compared = self._compare(source, reduced)
        is_edge = compared.contrast > _EDGE
        flat, edge = inside & ~is_edge, inside & is_edge
        # A tint of the whole picture is not noise.
        tint = np.median(compared.difference[flat], axis=0) if flat.any() else 0.0
        noise = np.linalg.norm(compared.difference - tint, axis=2)
        self._flat_noise = _typical(noise[flat])
        self._edge_noise = _typical(noise[edge] / compared.contrast[edge])

    def compare_tile(self, part: _Window) -> tuple[_Values, _Values, _Mask]:
        """Return differences, tolerances and where there are edges, for the core of a window."""
        source = to_planes(part.cut(self._picture, 1, self._background))
        reduced = reduce_result(
            part.cut(self._restored, self._scale, self._background), self._scale
        )
        compared = self._compare(source, reduced)
        tolerance = (
            _BASE
            + _FLAT_NOISE * self._flat_noise
            + _EDGE_NOISE * self._edge_noise * compared.contrast
            + _CODEC * compared.codec
        )
        difference = np.linalg.norm(compared.difference, axis=2)
        is_edge = compared.contrast > _EDGE
        return difference[part.inner], tolerance[part.inner], is_edge[part.inner]

    def _compare(self, source: Planes, reduced: ReducedResult) -> _Comparison:
        estimates = self._degradation.apply(reduced)
        seen = [_from_afar(planes) for planes in (source, *estimates)]
        differences = np.stack([estimate - seen[0] for estimate in seen[1:]])
        nearest = np.square(differences).sum(axis=3).argmin(axis=0)
        difference = np.take_along_axis(differences, nearest[None, :, :, None], axis=0)[0]
        plain = estimates[0]
        spread = low_pass(np.square(plain), _CONTRAST_SIGMA) - np.square(
            low_pass(plain, _CONTRAST_SIGMA)
        )
        contrast = np.sqrt(np.maximum(spread, 0).sum(axis=0))
        return _Comparison(difference, contrast, np.linalg.norm(seen[-1] - seen[1], axis=2))


@dataclass(frozen=True, eq=False)
class _Comparison:
    """Input and result, seen from afar.

    Attributes:
        difference: From the input to the estimate nearest to it, (H, W, 3), in weighted L*a*b*.
        contrast: Around each pixel, in levels, (H, W).
        codec: How much the codec seems to have changed, (H, W), in the same units as a difference.
    """

    difference: _Values
    contrast: Planes
    codec: _Values


def _from_afar(planes: Planes) -> _Values:
    """Convert planes to colours as seen from afar, in weighted L*a*b*, (H, W, 3)."""
    colours = to_lab(to_rgb(low_pass(planes, _VIEWING_SIGMA)).astype(np.float64))
    return np.asarray(colours * _WEIGHTS, np.float64)


def _typical(values: _Values) -> float:
    """Return the median; 0 for so few values that a change, not noise, would set it."""
    return float(np.median(values)) if values.size > 50 else 0.0


def _sample(picture: Picture) -> list[_Window]:
    """Choose the whole picture or, if it is large, windows with content."""
    height, width = picture.height, picture.width
    if height * width <= _WHOLE:
        return [_Window(0, 0, height, width, np.s_[0:height, 0:width])]
    side = _WINDOW + 2 * REACH
    high, wide = min(side, height), min(side, width)
    corners = [
        (top, left)
        for top in range(0, height - high + 1, _WINDOW)
        for left in range(0, width - wide + 1, _WINDOW)
    ]
    # Every fourth pixel is enough to find content; take windows from all over the better half.
    contrasts = [
        float(np.ptp(picture.rgb[top : top + high : 4, left : left + wide : 4, 1]))
        for top, left in corners
    ]
    busiest = np.argsort(contrasts, kind="stable")[::-1][: max(_WINDOWS, len(corners) // 2)]
    chosen = busiest[:: -(-len(busiest) // _WINDOWS)]
    down, right = (REACH if part < whole else 0 for part, whole in ((high, height), (wide, width)))
    return [
        _Window(
            top,
            left,
            high,
            wide,
            np.s_[top + down : top + high - down, left + right : left + wide - right],
        )
        for top, left in (corners[number] for number in chosen)
    ]


def _tiles(height: int, width: int) -> list[_Window]:
    """Cut the input into windows whose cores cover it, each with its surroundings."""
    tiles = []
    for top in range(0, height, _TILE):
        for left in range(0, width, _TILE):
            bottom, right = min(top + _TILE, height), min(left + _TILE, width)
            outer_top, outer_left = max(0, top - REACH), max(0, left - REACH)
            outer_bottom, outer_right = min(height, bottom + REACH), min(width, right + REACH)
            core = np.s_[top:bottom, left:right]
            tiles.append(
                _Window(
                    outer_top, outer_left, outer_bottom - outer_top, outer_right - outer_left, core
                )
            )
    return tiles


def _regions(ratios: Planes) -> tuple[FlaggedRegion, ...]:
    """Group flagged pixels that lie in the same cell or in neighbouring ones.

    Args:
        ratios: Differences divided by their tolerances, (H, W).
    """
    # Cells grow with the picture, which bounds the work if everything differs.
    cell = max(_CELL, -(-max(ratios.shape) // 512))
    rows, columns = np.nonzero(ratios > 1)
    across = -(-ratios.shape[1] // cell)
    # One number per cell: sorting pairs would block all other threads.
    keys = np.unique(rows // cell * across + columns // cell)
    cells: set[tuple[int, int]] = {divmod(key, across) for key in keys.tolist()}
    regions = []
    while cells:
        waiting = [cells.pop()]
        members = []
        while waiting:
            row, column = waiting.pop()
            members.append((row, column))
            around = {(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & cells
            cells -= around
            waiting += around
        regions.append(_region(ratios, np.array(members), cell))
    return tuple(sorted(regions, key=lambda region: (-region.ratio, region.box)))


def _region(ratios: Planes, members: npt.NDArray[np.int64], cell: int) -> FlaggedRegion:
    """Return the box around the flagged pixels in some cells, (count, 2): row and column."""
    (top, left), (bottom, right) = members.min(axis=0) * cell, (members.max(axis=0) + 1) * cell
    window = ratios[top:bottom, left:right]
    rows, columns = (np.flatnonzero((window > 1).any(axis=axis)) for axis in (1, 0))
    box = (left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1)
    return FlaggedRegion((int(box[0]), int(box[1]), int(box[2]), int(box[3])), float(window.max()))

"""Estimate the degradation that a picture went through, from it and from its restored version.

Applied to the restored picture, the degradation shows whether that is still the picture that it was
made from. Planes are float32 (3, H, W): luma and the two chromas, in levels of 0 to 255 (chromas around 0).
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from desktop_app.imaging.picture import Pixels
from models.srgb import from_linear, to_linear

Planes = npt.NDArray[np.float32]

REACH = 32
"""How many input pixels around one affect its estimate; a multiple of JPEG's largest block, 16."""

_TO_YCC = np.array(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], np.float32
)
"""The conversion of JFIF 1.02, which JPEG and WebP use."""
_TO_RGB = np.linalg.inv(_TO_YCC)

_LIGHT = to_linear(np.arange(256) / 255).astype(np.float32)
"""Linear light, 0 to 1, of sRGB's levels (IEC 61966-2-1)."""

_FINE = 3
"""How far the fine grid of weights reaches: in half pixels, but at scale 1 in whole ones.

Stripes that were reduced without a blur have aliases, which averages over whole pixels cannot imitate.
"""
_MARGIN = 3  # input pixels of border that the fine grid needs
_COARSE, _STEP, _SIGMA = 2, 3, 1.5
"""A coarse grid of blurred pixels around it (steps to each side, pixels a step, σ): at scale 1, a blur of
σ = 3 px reaches 9 px."""
_CHROMA_SIGMAS = (0.8, 1.6)  # px, for colour that a codec stored at half the resolution

_ROWS = 8000  # most pixels in the least squares: about 100 per weight
_RIDGE = 0.05  # levels² per pixel; keeps weights that hardly matter small
_QUALITIES = range(15, 96, 5)  # tried first; then those in between


@dataclass(frozen=True, eq=False)
class ReducedResult:
    """A result reduced to its input's grid, in the usual ways.

    Attributes:
        squares: Averages over squares, (3, H + 2·_MARGIN, W + 2·_MARGIN), the border repeated; then, except
            at scale 1, averages over squares half an input pixel to the right, below, and both.
        resamplings: The differences from ``area`` of averaging linear light, and of bicubic reduction; each
            (3, H, W); none at scale 1.
    """

    squares: tuple[Planes, ...]
    resamplings: tuple[Planes, ...] = ()

    @property
    def area(self) -> Planes:
        """Averages over the squares that the input's pixels cover, (3, H, W)."""
        return self.squares[0][..., _MARGIN:-_MARGIN, _MARGIN:-_MARGIN]


@dataclass(frozen=True)
class Jpeg:
    """How a picture was compressed.

    Attributes:
        quality: Pillow's number, 1 to 100.
        rows: How many rows above the picture its blocks begin, 0 to 15; it may have been cropped since.
        columns: How many columns to the left of it, likewise.
        subsampling: Pillow's number: 2 if colour has half the resolution, else 0.
    """

    quality: int
    rows: int = 0
    columns: int = 0
    subsampling: int = 0

    def luma(self, luma: Planes) -> Planes:
        """Compress a luma, (H, W), and decode it again."""
        return self._through(np.rint(np.clip(luma, 0, 255))).astype(np.float32)

    def planes(self, planes: Planes) -> Planes:
        """Compress planes, (3, H, W), and decode them again."""
        return to_planes(self._through(np.rint(to_rgb(planes))))

    def _through(self, levels: Planes) -> Pixels:
        around = [(self.rows, 0), (self.columns, 0), (0, 0)][: levels.ndim]
        image = Image.fromarray(np.pad(levels.astype(np.uint8), around, mode="edge"))
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=self.quality, subsampling=self.subsampling)
        with Image.open(buffer, formats=("JPEG",)) as decoded:
            return np.asarray(decoded)[self.rows :, self.columns :]


@dataclass(frozen=True, eq=False)
class Degradation:
    """How a sharp picture seems to have become its input.

    Attributes:
        blur: Weights of the surrounding places, first the fine grid, then the coarse one. The pixel itself
            gets the rest to 1, since neither a blur nor a sharpening changes a flat colour.
        resamplings: Weights of ``ReducedResult.resamplings``.
        chroma: Weights of the blurs by _CHROMA_SIGMAS that the chromas have in addition.
        fringes: What a horizontal slope of luma adds to each chroma, as in LCD text.
        jpeg: The one that explains the noise best; None if none does.
    """

    blur: npt.NDArray[np.float32]
    resamplings: npt.NDArray[np.float32]
    chroma: npt.NDArray[np.float32]
    fringes: npt.NDArray[np.float32]
    jpeg: Jpeg | None = None

    def apply(self, reduced: ReducedResult) -> list[Planes]:
        """Predict the input, (3, H, W): without the codec and, if there was one, also with it."""
        blurred = self._blur(reduced, slice(None))
        plain = blurred.copy()
        chroma = blurred[1:]
        for share, sigma in zip(self.chroma, _CHROMA_SIGMAS, strict=True):
            plain[1:] += share * (low_pass(chroma, sigma) - chroma)
        plain[1:] += self.fringes[:, None, None] * _slope(blurred[0])
        return [plain] if self.jpeg is None else [plain, self.jpeg.planes(blurred)]

    def _blur(self, reduced: ReducedResult, channels: slice) -> Planes:
        area = reduced.area[channels]
        blurred: Planes = area * (1 - self.blur.sum())
        for weight, moved in zip(self.blur, _neighbours(reduced, channels), strict=True):
            blurred += weight * moved
        for share, resampling in zip(self.resamplings, reduced.resamplings, strict=True):
            blurred += share * resampling[channels]
        return blurred


def to_planes(rgb: npt.NDArray[np.generic]) -> Planes:
    """Convert colours (H, W, 3), 0 to 255, to luma and chromas, (3, H, W)."""
    return np.ascontiguousarray(np.moveaxis(rgb.astype(np.float32) @ _TO_YCC.T, 2, 0))


def to_rgb(planes: Planes) -> Planes:
    """Convert planes to colours (H, W, 3), clipped to 0 to 255."""
    rgb: Planes = np.clip(np.moveaxis(planes, 0, 2) @ _TO_RGB.T, 0, 255)
    return rgb


def reduce_result(pixels: Pixels, scale: int) -> ReducedResult:
    """Reduce a result (scale·H, scale·W, 3) to the size of its input."""
    height, width = (side // scale for side in pixels.shape[:2])
    edge = _MARGIN * scale
    padded = np.pad(pixels, ((edge, edge + scale), (edge, edge + scale), (0, 0)), mode="edge")
    rows, columns = (scale * (side + 2 * _MARGIN) for side in (height, width))
    moves = (0, scale // 2) if scale > 1 else (0,)
    reduced = ReducedResult(
        tuple(
            to_planes(_average(padded[down : down + rows, right : right + columns], scale))
            for down, right in itertools.product(moves, moves)
        )
    )
    if scale == 1:
        return reduced
    light = _average(_LIGHT[pixels], scale)
    cubic = Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC)
    resamplings = (to_planes(255 * from_linear(light)), to_planes(np.asarray(cubic)))
    return replace(
        reduced, resamplings=tuple(resampling - reduced.area for resampling in resamplings)
    )


def estimate_degradation(
    source: Planes, reduced: ReducedResult, inside: npt.NDArray[np.bool_]
) -> Degradation:
    """Find the degradation that best turns a result into its input.

    Least squares for the blur alternate with a search for the best JPEG: what the codec did to the
    current estimate is subtracted from the input before the blur is fitted again.

    Args:
        source: The input, (3, H, W).
        reduced: The result on the same grid.
        inside: The pixels to fit, (H, W).

    Returns:
        The estimate; the identity if there is nothing to fit.
    """
    area = reduced.area[0]
    columns = [moved[0] - area for moved in _neighbours(reduced, slice(1))]
    count = len(columns)
    columns += [resampling[0] for resampling in reduced.resamplings]
    rows = _informative_pixels(columns, source[0] - area, inside)
    table = np.stack([column.ravel()[rows] for column in columns], axis=1)
    nothing = np.zeros(2, np.float32)
    degradation = Degradation(nothing, nothing, nothing, nothing)
    noise = np.zeros_like(area)
    for _ in range(3):
        weights = _fit(table, (source[0] - noise - area).ravel()[rows])
        degradation = replace(degradation, blur=weights[:count], resamplings=weights[count:])
        luma = degradation._blur(reduced, slice(1))[0]
        jpeg = _best_jpeg(source[0], luma, inside, degradation.jpeg)
        degradation = replace(degradation, jpeg=jpeg)
        if jpeg is None:
            break
        noise = jpeg.luma(luma) - luma
    return _with_colour(degradation, source, reduced, inside)


def low_pass(planes: Planes, sigma: float) -> Planes:
    """Blur (..., H, W) with a Gaussian of ``sigma`` pixels; the border is repeated."""
    reach = int(np.ceil(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2).astype(np.float32)
    kernel /= kernel.sum()
    height, width = planes.shape[-2:]
    padded = _pad(planes, reach)
    across = sum(weight * padded[..., i : i + width] for i, weight in enumerate(kernel))
    down = sum(weight * across[..., i : i + height, :] for i, weight in enumerate(kernel))
    return np.asarray(down, np.float32)


def _with_colour(
    degradation: Degradation, source: Planes, reduced: ReducedResult, inside: npt.NDArray[np.bool_]
) -> Degradation:
    """Add to the degradation what happened to the chromas only."""
    blurred = degradation._blur(reduced, slice(None))
    chroma, slope = blurred[1:], _slope(blurred[0])
    blurs = [low_pass(chroma, sigma) - chroma for sigma in _CHROMA_SIGMAS]
    none = np.zeros_like(slope)
    columns = [*blurs, np.stack([slope, none]), np.stack([none, slope])]
    table = np.stack([column[:, inside].ravel() for column in columns], axis=1)
    weights = _fit(table, (source[1:] - chroma)[:, inside].ravel(), rounds=1)
    degradation = replace(degradation, chroma=weights[:2], fringes=weights[2:])
    if degradation.jpeg is None:
        return degradation
    # Colour at half the resolution has blocks of 16 pixels, whose grid luma does not show.
    jpeg = degradation.jpeg
    candidates = [jpeg] + [
        Jpeg(jpeg.quality, jpeg.rows + down, jpeg.columns + right, subsampling=2)
        for down, right in itertools.product((0, 8), (0, 8))
    ]
    errors = [_error(source, jpeg.planes(blurred), inside) for jpeg in candidates]
    return replace(degradation, jpeg=candidates[int(np.argmin(errors))])


def _informative_pixels(
    columns: list[Planes], change: Planes, inside: npt.NDArray[np.bool_]
) -> npt.NDArray[np.intp]:
    """Choose the pixels, at most _ROWS, that say something about a blur; indices into (H · W)."""
    active = np.abs(change)
    for column in columns:
        active = np.maximum(active, np.abs(column))
    rows = np.flatnonzero((active > 4) & inside)
    if len(rows) < 4 * len(columns):
        rows = np.flatnonzero(inside)
    return rows[:: -(-len(rows) // _ROWS)]


def _fit(table: Planes, values: Planes, rounds: int = 3) -> npt.NDArray[np.float32]:
    """Fit weights to ``table`` (rows, columns) by ridge regression; each round weakens outliers.

    Source:
        Holland and Welsch, "Robust regression using iteratively reweighted least squares", 1977, with
        Cauchy's weights.
    """
    trust = np.ones(len(values), np.float32)
    ridge = _RIDGE * len(values) * np.eye(table.shape[1], dtype=np.float32)
    weights = np.zeros(table.shape[1], np.float32)
    for _ in range(rounds):
        trusted = (table * trust[:, None]).T
        weights = np.linalg.solve(trusted @ table + ridge, trusted @ values)
        rest = np.abs(values - table @ weights)
        trust = 1 / (1 + (rest / (3 * (1.4826 * np.median(rest) + 0.5))) ** 2)
    return weights


def _best_jpeg(
    source: Planes, luma: Planes, inside: npt.NDArray[np.bool_], known: Jpeg | None
) -> Jpeg | None:
    """Find the JPEG that brings ``luma`` closest to the input's; None if none brings it closer.

    Args:
        source: The input's luma, (H, W).
        luma: The estimate before compression.
        inside: The pixels to compare.
        known: An earlier result, whose grid of blocks is kept.
    """
    grids = {(known.rows, known.columns)} if known else {(0, 0), _grid(source - luma)}
    errors = {Jpeg(quality, *grid): np.inf for grid in sorted(grids) for quality in _QUALITIES}
    for jpeg in errors:
        errors[jpeg] = _error(source, jpeg.luma(luma), inside)
    best = min(errors, key=lambda jpeg: errors[jpeg])
    for quality in range(best.quality - 4, best.quality + 5):
        jpeg = replace(best, quality=quality)
        errors[jpeg] = _error(source, jpeg.luma(luma), inside)
    best = min(errors, key=lambda jpeg: errors[jpeg])
    return best if errors[best] < _error(source, luma, inside) else None


def _grid(noise: Planes) -> tuple[int, int]:
    """Estimate how far above and left of the picture JPEG's blocks begin, from the steps in its noise."""
    offsets = [0, 0]
    for axis, side in enumerate(noise.shape):
        if side < 3 * 8:  # at most two borders: the result would be chance
            continue
        steps = np.abs(np.diff(noise, axis=axis))
        profile = np.minimum(steps, 4 * np.median(steps)).mean(axis=1 - axis)
        strength = [float(profile[(begin - 1) % 8 :: 8].mean()) for begin in range(8)]
        offsets[axis] = -int(np.argmax(strength)) % 8
    return offsets[0], offsets[1]


def _error(first: Planes, second: Planes, inside: npt.NDArray[np.bool_]) -> float:
    difference = (first - second) * inside
    return float(np.vdot(difference, difference))


def _neighbours(reduced: ReducedResult, channels: slice) -> Iterator[Planes]:
    """Yield the result moved to each place of the fine grid, then blurred and moved to the coarse ones."""
    height, width = reduced.area.shape[-2:]
    steps = 2 if len(reduced.squares) > 1 else 1
    around = range(-_FINE, _FINE + 1)
    for row, column in itertools.product(around, around):
        (down, half_down), (right, half_right) = divmod(row, steps), divmod(column, steps)
        if (row, column) != (0, 0):
            top, left = _MARGIN + down, _MARGIN + right
            squares = reduced.squares[2 * half_down + half_right][channels]
            yield squares[..., top : top + height, left : left + width]
    reach = _COARSE * _STEP
    coarse = _pad(low_pass(reduced.area[channels], _SIGMA), reach)
    starts = range(0, 2 * reach + 1, _STEP)
    for top, left in itertools.product(starts, starts):
        yield coarse[..., top : top + height, left : left + width]


def _slope(luma: Planes) -> Planes:
    """Return the difference of the right and the left neighbour, (H, W)."""
    padded = np.pad(luma, ((0, 0), (1, 1)), mode="edge")
    return padded[:, 2:] - padded[:, :-2]


def _pad(planes: Planes, reach: int) -> Planes:
    return np.pad(planes, [(0, 0)] * (planes.ndim - 2) + [(reach, reach)] * 2, mode="edge")


def _average(pixels: Pixels | Planes, scale: int) -> Planes:
    """Average squares of ``scale`` × ``scale`` pixels."""
    parts = [pixels[row::scale, column::scale] for row in range(scale) for column in range(scale)]
    total = np.zeros(parts[0].shape, np.float32)
    for part in parts:
        total += part
    return total / np.float32(scale * scale)

"""A logo whose true pixels are known at every size, and a measure of fringes at its edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Colour, Picture
from tests.imaging.file_builders import Pixels

RED, BLUE = (200, 30, 40), (20, 60, 160)
BACKGROUNDS: dict[str, Colour] = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "brand": (30, 160, 120),
}
SIDE = 48
_OVERSAMPLING = 8
"""Samples per input pixel and axis."""


@dataclass(frozen=True)
class KnownLogo:
    """The truth about a logo at one size.

    Attributes:
        picture: As a file holds it, with some colour under transparent pixels.
        fill: The colours it was drawn with, everywhere, shape (H, W, 3).
    """

    picture: Picture
    fill: Pixels


@dataclass(frozen=True)
class Deviation:
    """How a picture differs from a logo of its size on one background, near edges, in levels.

    Attributes:
        error: Mean absolute difference from the true logo.
        fringe: Mean absolute difference from the fill colours seen through the same alpha: what
            a wrong colour at the edges adds, however soft or sharp they are.
        outside: Largest distance of any pixel beyond the range from fill to background.
    """

    error: float
    fringe: float
    outside: int


@cache
def known_logo(
    scale: int, hidden: Colour = (0, 0, 0), *, softness: float = 0.0, colours: int = 1
) -> KnownLogo:
    """A ring and a bar, rendered by counting samples.

    Args:
        scale: 1 for the input, 2 for the truth of its doubling, ...
        hidden: The colour under fully transparent pixels.
        softness: Standard deviation of a blur, in input pixels.
        colours: 1, or 2 for a logo whose right half has another colour.
    """
    y, x = (
        np.mgrid[: SIDE * _OVERSAMPLING, : SIDE * _OVERSAMPLING] / _OVERSAMPLING
        + 0.5 / _OVERSAMPLING
    )
    radius = np.hypot(y - SIDE / 2, x - SIDE / 2)
    ring = (radius > 11.3) & (radius < 17.1)
    bar = (np.abs(y - 0.7 * x - 7) < 1.6) & (radius < 14)
    inside = _blurred((ring | bar).astype(np.float64), softness * _OVERSAMPLING)
    is_blue = x > SIDE / 2 if colours == 2 else np.zeros_like(x, bool)
    fill = np.where(is_blue[:, :, None], BLUE, RED)
    block = _OVERSAMPLING // scale
    coverage = _block_means(inside, block)
    weighted = np.dstack([_block_means(fill[:, :, band] * inside, block) for band in range(3)])
    rgb = np.rint(weighted / np.maximum(coverage, 1e-9)[:, :, None])
    alpha = np.rint(coverage * 255).astype(np.uint8)
    rgb[alpha == 0] = hidden
    corners = fill[block // 2 :: block, block // 2 :: block]
    return KnownLogo(Picture(rgb.astype(np.uint8), alpha), corners.astype(np.uint8))


def edge_deviation(picture: Picture, truth: KnownLogo, background: Colour) -> Deviation:
    """Compare a picture with a logo of its size, both laid on a background."""
    got = composite(picture.rgb, picture.alpha, background).astype(int)
    expected = composite(truth.picture.rgb, truth.picture.alpha, background).astype(int)
    unfringed = composite(truth.fill, picture.alpha, background).astype(int)
    near = _near_edges(truth.picture)
    low, high = np.minimum(truth.fill, background), np.maximum(truth.fill, background)
    outside = np.maximum(got - high, low - got)
    return Deviation(
        error=float(np.abs(got - expected)[near].mean()),
        fringe=float(np.abs(got - unfringed)[near].mean()),
        outside=int(outside.max()),
    )


def _blurred(values: npt.NDArray[np.float64], sigma: float) -> npt.NDArray[np.float64]:
    frequency = np.fft.fftfreq(len(values))
    passes = np.exp(-2 * (np.pi * sigma * frequency) ** 2)
    spectrum = np.fft.fft2(values) * passes[:, None] * passes
    return np.clip(np.fft.ifft2(spectrum).real, 0, 1)


def _block_means(values: npt.NDArray[np.float64], block: int) -> npt.NDArray[np.float64]:
    side = len(values) // block
    means: npt.NDArray[np.float64] = values.reshape(side, block, side, block).mean(axis=(1, 3))
    return means


def _near_edges(picture: Picture) -> npt.NDArray[np.bool_]:
    alpha = picture.alpha
    assert alpha is not None
    padded = np.pad(alpha, 2, mode="edge")
    height, width = alpha.shape
    windows = [padded[i : i + height, j : j + width] for i in range(5) for j in range(5)]
    near: npt.NDArray[np.bool_] = np.max(windows, axis=0) != np.min(windows, axis=0)
    return near

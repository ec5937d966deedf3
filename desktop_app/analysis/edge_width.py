"""Measure how blurred a picture is by the width of its strong edges."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float32]

_REACH = 10  # pixels of a profile on either side of its steepest step
_MOST_PROFILES = 3000  # along rows, and as many along columns
_WIDEST = 4.6  # pixels, the widest edge that fits into a profile; about σ = 2

_SHARP = 1.32  # pixels; measured: the median of drawn pictures that are antialiased by area
_SMOOTHING = 0.5  # σ² in pixels that averaging by 1, 2, 1 adds along an axis


@dataclass(frozen=True)
class EdgeWidths:
    """The strong edges of a picture.

    Attributes:
        width: Median of height divided by steepest slope, in pixels; 1.0 is as sharp as can be.
        sigma: σ of the Gaussian that would blur sharp edges as much, in pixels.
        spread: Upper quartile of the widths divided by the lower. A single blur makes all edges
            alike; depth and round shapes in a photograph do not.
    """

    width: float
    sigma: float
    spread: float


def measure_edges(plane: _Floats, *, is_stepped: bool = False) -> EdgeWidths | None:
    """Measure the edges of a stack of windows.

    Height divided by slope makes a Gaussian edge √(2π) σ wide, and the squares of widths add up: what
    exceeds the square of a sharp edge's is blur. If edges are too wide for a profile, the plane is halved.

    Args:
        plane: Brightness in [0, 255], shape (N, H, W).
        is_stepped: Whether the plane lacks levels, so that a soft edge is a staircase of hard ones; it
            is smoothed first, and the smoothing is subtracted from the blur.

    Returns:
        The measurements; None if there are no edges.
    """
    factor, sharp = 1, _SHARP**2
    if is_stepped:
        plane, sharp = _smoothed(plane), sharp + 2 * math.pi * _SMOOTHING
    while True:
        widths = np.concatenate([_widths(plane), _widths(plane.swapaxes(1, 2))])
        if not len(widths):
            return None
        low, width, high = (float(value) for value in np.percentile(widths, (25, 50, 75)))
        if width < _WIDEST or min(plane.shape[1:]) < 4 * _REACH:
            sigma = math.sqrt(max(0.0, width**2 - sharp) / (2 * math.pi))
            return EdgeWidths(width * factor, sigma * factor, high / low)
        plane, factor = _halved(plane), 2 * factor


def _widths(plane: _Floats) -> _Floats:
    """Measure the strong edges that are steeper along rows than along columns."""
    profiles, across = _profiles(plane)
    if not len(profiles):
        return np.zeros(0, np.float32)
    peak = profiles[:, _REACH]
    # Noise and JPEG's ripple beside an edge are not part of its height.
    rising = profiles > np.maximum(0.1 * peak, 0.75)[:, None]
    right = np.logical_and.accumulate(rising[:, _REACH:], axis=1)
    left = np.logical_and.accumulate(rising[:, _REACH::-1], axis=1)
    height = (profiles[:, _REACH:] * right).sum(axis=1) - peak
    height += (profiles[:, _REACH::-1] * left).sum(axis=1)
    along = (2 * peak + profiles[:, _REACH - 1] + profiles[:, _REACH + 1]) / 4
    slant = along / np.hypot(along, np.minimum(across, along))  # cosine of the edge's angle
    # If the profile falls again at once, this is the flank of a line. Blur lowers a line's height,
    # so by height and slope it looks narrower than an edge of the same blur.
    falls = profiles < -0.1 * peak[:, None]
    number = np.arange(len(peak))
    flanks = np.zeros(len(peak), np.float32)
    for ends in (_REACH + right.sum(axis=1), _REACH - left.sum(axis=1)):
        outwards = np.where(ends > _REACH, 1, -1)
        near = np.clip(ends, 0, 2 * _REACH - 1)
        next_to = np.clip(ends + outwards, 0, 2 * _REACH - 1)
        flanks += falls[number, near] | falls[number, next_to]
    is_strong = height >= max(12.0, 0.4 * float(np.percentile(height, 90)))
    widths: _Floats = (height / peak * slant * (1 + 0.2 * flanks))[is_strong]
    return widths


def _profiles(plane: _Floats) -> tuple[_Floats, _Floats]:
    """Cut out the differences along rows around the steepest places, and measure the slope across.

    Returns:
        The differences, shape (K, 2 · _REACH), positive at index _REACH; and the slopes, shape (K,),
        not negative.
    """
    width = plane.shape[2]
    steps = np.diff(np.pad(plane, ((0, 0), (0, 0), (_REACH, _REACH)), "edge"), axis=2)
    slopes = np.abs(steps)
    here = slopes[..., _REACH : _REACH + width - 1]  # between pixels x and x + 1
    before = slopes[..., _REACH - 1 : _REACH + width - 2]
    after = slopes[..., _REACH + 1 : _REACH + width]
    across = np.zeros_like(plane)
    across[:, 1:-1] = 0.5 * (plane[:, 2:] - plane[:, :-2])
    across = 0.5 * np.abs(across[..., :-1] + across[..., 1:])
    visible = here[here > 2]
    least = max(4.0, 0.15 * float(np.percentile(visible, 99))) if len(visible) else np.inf
    places = np.nonzero((here >= before) & (here > after) & (here >= least) & (across <= here))
    chosen = np.linspace(0, len(places[0]) - 1, min(_MOST_PROFILES, len(places[0]))).astype(int)
    n, y, x = (axis[chosen] for axis in places)
    profiles = steps[n[:, None], y[:, None], x[:, None] + np.arange(2 * _REACH)]
    return profiles * np.sign(profiles[:, _REACH : _REACH + 1]), across[n, y, x]


def _smoothed(plane: _Floats) -> _Floats:
    """Average with the weights 1, 2, 1 along both axes."""
    padded = np.pad(plane, ((0, 0), (1, 1), (1, 1)), "edge")
    rows = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
    smooth: _Floats = (rows[..., :-2] + 2 * rows[..., 1:-1] + rows[..., 2:]) * np.float32(1 / 16)
    return smooth


def _halved(plane: _Floats) -> _Floats:
    """Average blocks of 2 by 2."""
    even = plane[:, : plane.shape[1] // 2 * 2, : plane.shape[2] // 2 * 2]
    rows = even[:, 0::2] + even[:, 1::2]
    quarter: _Floats = (rows[..., 0::2] + rows[..., 1::2]) * np.float32(0.25)
    return quarter

"""Traces of JPEG, found in the pixels alone: a picture may have been stored anew since."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float32]

_BLOCK = 8
_MOST_BLOCKS = 1024
_FEWEST_BLOCKS = 12
_FLAT_RUN = 6  # differences of nothing on end that make a run
_ROUNDING = 0.6  # σ that rounding three colours to 8 bits gives to a coefficient

# ITU-T T.81, table K.1: steps of the coefficients of the luma at quality 50.
_STEPS = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ]
)
_ROW = np.arange(_BLOCK)
_LOW = (_ROW[:, None] + _ROW > 0) & (_ROW[:, None] + _ROW <= 5)  # rounding drowns the others
_COSINES = np.cos((2 * _ROW + 1) * _ROW[:, None] * np.pi / 16) / 2
_COSINES[0] /= np.sqrt(2)
_DCT = _COSINES.astype(np.float32)  # its rows are the orthonormal waves


@dataclass(frozen=True)
class JpegTraces:
    """What JPEG left.

    Attributes:
        quality: As libjpeg counts it, to 5; None where the coefficients do not show it.
        is_blocky: Whether noise ends at the borders of blocks of 8.
        ripple: Upper quartile of the small differences between neighbours of a row, of 255: how
            strong the noise is.
    """

    quality: int | None
    is_blocky: bool
    ripple: float


def measure_compression(luma: _Floats) -> JpegTraces:
    """Look for JPEG's blocks in a stack of windows that begin at multiples of 8.

    Args:
        luma: In [0, 255], shape (N, H, W).
    """
    rows, columns = (np.abs(np.diff(luma, axis=axis)) for axis in (1, 2))
    small = columns[(columns >= 0.5) & (columns < 16)]
    ripple = float(np.percentile(small, 75)) if len(small) else 0.0
    ends = _ends_of_flat_runs(columns) + _ends_of_flat_runs(rows.swapaxes(1, 2))
    return JpegTraces(_quality(luma), _is_gathered(ends), ripple)


def _quality(luma: _Floats) -> int | None:
    """The quality whose steps divide the coefficients of the blocks, as JPEG's decoder made them.

    Coefficients on the lattice of a quality's steps are likely under it; the steps of half the size
    would also divide them, but less surprisingly.

    Source:
        Fan and de Queiroz, "Identification of bitmap compression history: JPEG detection and
        quantizer estimation", IEEE Transactions on Image Processing, 2003; here with libjpeg's
        tables, so that one number is sought and not 64.
    """
    coefficients = _coefficients(luma)
    if not len(coefficients):
        return None
    best, best_gain = None, 10.0  # measured: pictures without JPEG stay below 0
    for quality in range(10, 100, 5):
        scale = 5000 // quality if quality < 50 else 200 - 2 * quality
        steps = np.clip((_STEPS * scale + 50) // 100, 1, 255)[_LOW].astype(np.float32)
        usable = steps >= 3  # finer ones than rounding to 8 bits leaves
        counts = coefficients[:, usable] / steps[usable]
        whole = np.rint(counts)
        misses = (counts - whole) * steps[usable]
        is_informative = whole != 0
        if int(is_informative.sum()) < 20:
            continue
        normal = np.exp(-0.5 * (misses / _ROUNDING) ** 2) / (_ROUNDING * np.sqrt(2 * np.pi))
        gain = float(np.log(0.8 * normal * steps[usable] + 0.2)[is_informative].sum())
        if gain > best_gain:
            best, best_gain = quality, gain
    return best


def _coefficients(luma: _Floats) -> _Floats:
    """The lowest coefficients of blocks that hold something, (K, 20).

    Blocks with black or white are left out where there are others: what JPEG wrote beyond these
    was cut off.
    """
    count, height, width = luma.shape
    high, wide = height // _BLOCK, width // _BLOCK
    whole = luma[:, : high * _BLOCK, : wide * _BLOCK]
    blocks = whole.reshape(count, high, _BLOCK, wide, _BLOCK).swapaxes(2, 3)
    blocks = blocks.reshape(-1, _BLOCK, _BLOCK)
    least, most = blocks.min(axis=(1, 2)), blocks.max(axis=(1, 2))
    is_filled = most - least > 4
    chosen = np.flatnonzero(is_filled & (least >= 1.5) & (most <= 253.5))
    if len(chosen) < _FEWEST_BLOCKS:
        chosen = np.flatnonzero(is_filled)
    chosen = chosen[:: max(1, len(chosen) // _MOST_BLOCKS)][:_MOST_BLOCKS]
    waves = _DCT @ (blocks[chosen] - np.float32(128)) @ _DCT.T
    lowest: _Floats = waves[:, _LOW].astype(np.float32, copy=False)
    return lowest


def _ends_of_flat_runs(steps: _Floats) -> npt.NDArray[np.intp]:
    """Where flat runs of rows begin and end: counts by the place in the block, (8,).

    Noise fills a block of JPEG and stops at its border, so beside drawings on plain ground runs
    begin at 0, and end before it. Clean drawings know no blocks.

    Args:
        steps: Differences between neighbours of a row, not negative, shape (N, H, W - 1).
    """
    places = steps.shape[2] - _FLAT_RUN
    if places < 1:
        return np.zeros(_BLOCK, np.intp)
    flat = steps < 0.5
    # is_run[x]: the steps from x to x + _FLAT_RUN - 1 are flat.
    is_run = flat[..., : places + 1].copy()
    for offset in range(1, _FLAT_RUN):
        is_run &= flat[..., offset : offset + places + 1]
    begins = np.nonzero(is_run[..., 1:] & ~flat[..., :places])[2] + 1
    ends = np.nonzero(is_run[..., :places] & ~flat[..., _FLAT_RUN:])[2] + _FLAT_RUN + 1
    return np.bincount(np.concatenate([begins, ends]) % _BLOCK, minlength=_BLOCK)


def _is_gathered(ends: npt.NDArray[np.intp]) -> bool:
    """Whether the ends lie at borders of blocks, and not by chance.

    Clean pictures have up to 0.25 of them there; one place is about as likely as any other.
    """
    total = max(1, int(ends.sum()))
    share, rival = ends[0] / total, ends[1:].max() / total
    return bool(share > 0.3 and (share - rival) * np.sqrt(total) > 2)

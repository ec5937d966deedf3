"""Find traces of JPEG in the pixels alone, since a picture may have been saved in another format."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float32]

_BLOCK = 8
_MAX_BLOCKS = 1024
_MIN_BLOCKS = 12
_FLAT_RUN = 6  # consecutive differences of zero that make a run
_ROUNDING = 0.6  # σ of a coefficient from rounding three colours to 8 bits

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
_LOW = (_ROW[:, None] + _ROW > 0) & (_ROW[:, None] + _ROW <= 5)  # rounding hides the others
_COSINES = np.cos((2 * _ROW + 1) * _ROW[:, None] * np.pi / 16) / 2
_COSINES[0] /= np.sqrt(2)
_DCT = _COSINES.astype(np.float32)  # its rows are the orthonormal basis


@dataclass(frozen=True)
class JpegTraces:
    """The traces that JPEG left in a picture.

    Attributes:
        quality: libjpeg's number, in steps of 5; None if the coefficients do not show it.
        is_blocky: Whether noise stops at the borders of blocks of 8 × 8 pixels.
        ripple: Upper quartile of the small differences between neighbours in a row, in levels of
            255: how strong the noise is.
    """

    quality: int | None
    is_blocky: bool
    ripple: float


def measure_compression(luma: _Floats) -> JpegTraces:
    """Look for traces of JPEG in a stack of windows that begin at multiples of 8.

    Args:
        luma: In [0, 255], shape (N, H, W).
    """
    rows, columns = (np.abs(np.diff(luma, axis=axis)) for axis in (1, 2))
    small = columns[(columns >= 0.5) & (columns < 16)]
    ripple = float(np.percentile(small, 75)) if len(small) else 0.0
    ends = _ends_of_flat_runs(columns) + _ends_of_flat_runs(rows.swapaxes(1, 2))
    return JpegTraces(_quality(luma), _is_at_borders(ends), ripple)


def _quality(luma: _Floats) -> int | None:
    """Estimate the quality whose quantisation steps divide the coefficients of the blocks.

    Coefficients that are multiples of a quality's steps make it likely; steps of half the size would
    divide them too, but that says less.

    Source:
        Fan and de Queiroz, "Identification of bitmap compression history: JPEG detection and
        quantizer estimation", IEEE Transactions on Image Processing, 2003; here with libjpeg's
        tables, so that one number is estimated, not 64.
    """
    coefficients = _coefficients(luma)
    if not len(coefficients):
        return None
    best, best_gain = None, 10.0  # measured: pictures without JPEG stay below 0
    for quality in range(10, 100, 5):
        scale = 5000 // quality if quality < 50 else 200 - 2 * quality
        steps = np.clip((_STEPS * scale + 50) // 100, 1, 255)[_LOW].astype(np.float32)
        usable = steps >= 3  # rounding to 8 bits hides finer ones
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
    """Compute the lowest DCT coefficients of blocks with content, (K, 20).

    Blocks that contain black or white are skipped if enough others remain, since JPEG's overshoots
    were clipped there.
    """
    count, height, width = luma.shape
    block_rows, block_columns = height // _BLOCK, width // _BLOCK
    whole = luma[:, : block_rows * _BLOCK, : block_columns * _BLOCK]
    blocks = whole.reshape(count, block_rows, _BLOCK, block_columns, _BLOCK).swapaxes(2, 3)
    blocks = blocks.reshape(-1, _BLOCK, _BLOCK)
    lowest_values, highest_values = blocks.min(axis=(1, 2)), blocks.max(axis=(1, 2))
    is_filled = highest_values - lowest_values > 4
    chosen = np.flatnonzero(is_filled & (lowest_values >= 1.5) & (highest_values <= 253.5))
    if len(chosen) < _MIN_BLOCKS:
        chosen = np.flatnonzero(is_filled)
    chosen = chosen[:: max(1, len(chosen) // _MAX_BLOCKS)][:_MAX_BLOCKS]
    waves = _DCT @ (blocks[chosen] - np.float32(128)) @ _DCT.T
    lowest: _Floats = waves[:, _LOW].astype(np.float32, copy=False)
    return lowest


def _ends_of_flat_runs(steps: _Floats) -> npt.NDArray[np.intp]:
    """Count where flat runs in rows begin and end, by position in the block, (8,).

    JPEG's noise fills a block and stops at its border, so beside a drawing on a plain background,
    runs begin at position 0 or end just before it. In clean drawings they ignore the blocks.

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


def _is_at_borders(ends: npt.NDArray[np.intp]) -> bool:
    """Check whether runs end at the borders of blocks more often than by chance.

    In clean pictures, up to 0.25 of them do; all positions are about equally likely.
    """
    total = max(1, int(ends.sum()))
    share, rival = ends[0] / total, ends[1:].max() / total
    return bool(share > 0.3 and (share - rival) * np.sqrt(total) > 2)

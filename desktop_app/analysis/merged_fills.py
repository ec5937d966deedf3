"""Find fills of similar colours that a result no longer tells apart."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.degradation_model import low_pass
from desktop_app.analysis.flat_colours import (
    eroded,
    find_flat_colours,
    measure_drift,
)
from desktop_app.imaging.picture import Picture, Pixels
from models.local_range import local_range

_Floats = npt.NDArray[np.float32]

_LEAST, _MOST = 6.0, 48.0
"""Levels (Euclidean) between two colours that are compared: nearer ones may be noise of a codec, and for
colours farther apart the difference itself is seen."""

_MOVED = 0.35
"""Share of the way to the other colour from which a place counts as moved: two fills that meet in the middle
move by 0.5 each, and the noise that restoring removes is less."""

_MERGED = 0.5
"""Share of the difference to the other fill that must be gone: 0 in a result that is tinted as a whole."""

_EVEN = 2
"""Levels by which 3 × 3 pixels of the input may differ: beside an edge, a codec's ripples differ by more."""

_SIGMA = 1.5  # input pixels within which noise cancels


class MergedFills:
    """Compares the fills of an input with a result, place by place.

    A pale box on a ground that is hardly paler is too near to it for a colour difference to be told from
    noise. But it fills an area, and in the result this area has the colour of the other fill.

    Args:
        picture: The input, (H, W) pixels.
        restored: The result, in the same colour space, each side ``scale`` times as long.
    """

    def __init__(self, picture: Picture, restored: Picture) -> None:
        self._picture, self._restored = picture, restored
        flat = find_flat_colours(picture)
        self._areas = flat.areas
        before = [np.array(colour.rgb, np.float32) for colour in flat.colours]
        lengths = {
            (one, other): float(np.linalg.norm(before[other] - before[one]))
            for one, other in permutations(range(len(before)), 2)
        }
        pairs = [pair for pair, length in lengths.items() if _LEAST <= length <= _MOST]
        after = [drift.after for drift in measure_drift(flat, restored)] if pairs else []
        self._pairs = [
            (one, before[other] - before[one], np.array(after[other], np.float32))
            for one, other in pairs
        ]

    def ratios(self, core: tuple[slice, slice]) -> _Floats:
        """Measure how far places have gone over to another fill.

        Args:
            core: Rows and columns of the input.

        Returns:
            Of the shape of ``core``: above 1 where a fill has vanished in another one; 0 elsewhere at least.
        """
        areas = self._areas[core]
        ratios = np.zeros(areas.shape, np.float32)
        present = set(np.unique(areas).tolist())
        pairs = [pair for pair in self._pairs if pair[0] in present]
        if not pairs:
            return ratios
        source = self._picture.rgb[core].astype(np.float32)
        result = self._reduced(core)
        is_even = local_range(self._picture.rgb[core], 3) <= _EVEN
        for one, way, other_after in pairs:
            mask = eroded(eroded((areas == one) & is_even))
            length = float(way @ way)
            moved = _mean_within(((result - source) @ way) / length, mask)
            gone = 1 - _mean_within(((other_after - result) @ way) / length, mask)
            ratio = np.minimum(moved / _MOVED, gone / _MERGED)
            ratios[mask] = np.maximum(ratios[mask], ratio[mask])
        return ratios

    def _reduced(self, core: tuple[slice, slice]) -> _Floats:
        """Reduce a part of the result to the input's grid, (rows, columns, 3)."""
        scale = self._restored.height // self._picture.height
        rows, columns = (slice(scale * part.start, scale * part.stop) for part in core)
        pixels: Pixels = self._restored.rgb[rows, columns]
        height, width = pixels.shape[0] // scale, pixels.shape[1] // scale
        blocks = pixels.reshape(height, scale, width, scale, 3)
        return np.asarray(blocks.mean(axis=(1, 3), dtype=np.float32))


def _mean_within(values: npt.NDArray[np.floating[Any]], mask: npt.NDArray[np.bool_]) -> _Floats:
    """Average (H, W) around each pixel, over the pixels of a mask alone."""
    weights = mask.astype(np.float32)
    sums, counts = low_pass(np.stack([values * weights, weights]), _SIGMA)
    return np.asarray(sums / np.maximum(counts, 1e-3), np.float32)

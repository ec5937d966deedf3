"""Removes halos from a restored picture and keeps the colours of flat fills.

A network trained on the mean error of many pictures leaves ripples of a few per cent along strong edges,
which a designer sees as a pale rim around a logo. The flat part of a fill keeps its colour. From there the
fill is grown to its edge, and small overshoots beyond its level are removed on the way. A true highlight or
outline is visible in the source or larger than a ripple, so it stays.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

FLAT_RANGE = 1.5 / 255  # flat: no channel takes more than two neighbouring 8-bit values
# For speed, most work is done on cells of 2 × 2 pixels. The reaches of one tuple are added up.
FLAT_REACH = (1, 2, 1)  # cells to each side that must be flat as well
FILL_REACH = 10  # cells by which a fill may grow beyond its flat part
FINE_FILL_REACH = 1  # pixels by which it may grow after that
CONTRAST_REACH = (1, 2, 4, 3)  # cells to each side over which the local contrast is measured
# Share of the local contrast. Edge profiles ripple by up to 0.04: see models/training/evaluation/guards.py.
RIPPLE_FRACTION = 0.06
RIPPLE_FLOOR = 4 / 255  # an excess up to this is a ripple at any contrast
NO_FILL = -3.0  # level where there is no fill: so low that it limits nothing
SOURCE_GAIN = 8  # an excess in the source may be restored to this many times its size


def suppress_halos(restored: Tensor, image: Tensor, source: Tensor) -> Tensor:
    """Limit a restored picture to the levels of its fills, unless the source exceeds them.

    An excess of up to ``RIPPLE_FRACTION`` of the local contrast (at least ``RIPPLE_FLOOR``) is removed, one
    of twice that or more is left alone, and the correction falls linearly in between. A change of a flat
    fill's colour is treated alike, with ``RIPPLE_FLOOR`` as the limit. Nothing changes where there is no
    fill.

    Args:
        restored: The output of the network, (1, 3, H, W) in [0, 1].
        image: The enlarged picture that the network was given, same shape.
        source: The picture before it was enlarged n times, (1, 3, H/n, W/n); ``image`` itself if it was not.

    Returns:
        The corrected picture; shape, dtype and device of ``restored``.
    """
    highest, lowest = _max_pool_2x2(image), _max_pool_2x2(-image)  # ``lowest`` is negated
    spread = max_filter(highest, FLAT_REACH) + max_filter(lowest, FLAT_REACH)
    is_flat = spread.amax(1, keepdim=True) <= FLAT_RANGE
    contrast = max_filter(highest, CONTRAST_REACH) + max_filter(lowest, CONTRAST_REACH)
    # A strong edge in one channel causes ripples in the others too.
    ripple = (RIPPLE_FRACTION * contrast.amax(1, keepdim=True)).clamp_min(RIPPLE_FLOOR)
    restored = restored - _fill_drift(restored, image, is_flat)
    # One after the other: otherwise a dip in one channel would hide an overshoot in another.
    restored = restored + _overshoot(-restored, -source, is_flat, ripple)
    return restored - _overshoot(restored, source, is_flat, ripple)


def _fill_drift(restored: Tensor, image: Tensor, is_flat: Tensor) -> Tensor:
    """Return the small colour changes that the network made in flat areas, (1, 3, H, W)."""
    drift = restored - image
    size = _removable_excess(drift.abs(), RIPPLE_FLOOR)
    return drift.sign().mul_(size).mul_(_upsample_cells(is_flat.float(), image))


def _overshoot(restored: Tensor, source: Tensor, is_flat: Tensor, ripple: Tensor) -> Tensor:
    """Return the small excess above the level of the fills, (1, 3, H, W).

    The level of a fill is the maximum within each of its flat cells.
    """
    fill = torch.where(is_flat, _max_pool_2x2(restored), NO_FILL)
    fill, membership = _grow_fills(
        fill, is_flat.float(), -_max_pool_2x2(-restored), ripple, FILL_REACH
    )
    fill, membership, ripple = (
        _upsample_cells(cells, restored) for cells in (fill, membership, ripple)
    )
    fill, membership = _grow_fills(fill, membership, restored, ripple, FINE_FILL_REACH)
    highest = F.interpolate(max_filter(source), size=restored.shape[2:], mode="nearest")
    limit = highest.sub_(fill).clamp_min_(0).mul_(SOURCE_GAIN).add_(fill)
    return _removable_excess((restored - limit).clamp_min_(0), ripple).mul_(membership)


def _removable_excess(excess: Tensor, most: Tensor | float) -> Tensor:
    """Return the part of an excess to remove: all of it up to ``most``, falling to nothing at twice that."""
    remaining = (excess - most).clamp_min_(0).mul_(2)
    return (excess - remaining).clamp_min_(0)


def _grow_fills(
    fill: Tensor, membership: Tensor, restored: Tensor, ripple: Tensor, steps: int
) -> tuple[Tensor, Tensor]:
    """Grow the fills step by step into neighbours that are not darker than they are.

    Args:
        fill: Level of the fill in each channel, (1, 3, h, w); ``NO_FILL`` where there is no fill yet.
        membership: Confidence that a place belongs to its fill, 0 to 1, (1, 1, h, w). It falls from 1 to 0 as
            the dip below the fill on the way there grows from half of ``ripple`` to all of it, so that there
            is no hard threshold.
        restored: Level of each place, (1, 3, h, w).
        ripple: Largest dip below the fill, (1, 1, h, w).
        steps: Number of steps, each to all eight neighbours.

    Returns:
        ``fill`` and ``membership`` after growing.
    """
    for _ in range(steps):
        around = max_filter(fill)
        rise = (restored - around).amin(1, keepdim=True)
        confidence = (2 + 2 * rise / ripple).clamp_(0, 1)
        is_reached = confidence > 0
        membership = torch.where(
            is_reached, torch.minimum(max_filter(membership), confidence), membership
        )
        fill = torch.where(is_reached, around, fill)
    return fill, membership


def max_filter(level: Tensor, reaches: tuple[int, ...] = (1,)) -> Tensor:
    """Return the maximum of each channel over the square around each place, (1, C, H, W).

    Much faster on a CPU than ``max_pool2d``, which also computes the indices of the maxima.

    Args:
        level: (1, C, H, W).
        reaches: Their sum is the reach of the square to each side; each is at most one more than twice the
            sum of those before it.
    """
    for reach in reaches:
        for dimension in (2, 3):
            shared = max(0, level.shape[dimension] - reach)
            wide = level.clone()
            for to, of in ((0, -shared), (-shared, 0)):
                part = wide.narrow(dimension, to, shared)
                torch.maximum(part, level.narrow(dimension, of, shared), out=part)
            level = wide
    return level


def _max_pool_2x2(image: Tensor) -> Tensor:
    """Return the maximum of each channel over each cell, (1, 3, ⌈H/2⌉, ⌈W/2⌉)."""
    height, width = image.shape[2:]
    even = F.pad(image, (0, width % 2, 0, height % 2), mode="replicate")
    rows = torch.maximum(even[..., ::2, :], even[..., 1::2, :])
    return torch.maximum(rows[..., ::2], rows[..., 1::2])


def _upsample_cells(cells: Tensor, like: Tensor) -> Tensor:
    """Repeat each cell for its 2 × 2 pixels, cropped to the height and width of ``like``."""
    height, width = like.shape[2:]
    return F.interpolate(cells, scale_factor=2, mode="nearest")[..., :height, :width]

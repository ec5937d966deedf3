"""Takes halos off a restored picture, and lets flat fills keep their colours.

A network trained on the mean error of many pictures leaves ripples of a few per cent along strong edges. A
designer sees them as a pale rim around a logo. Where a fill is flat it keeps the colour that it came with;
from there it is followed to where it ends, and on the way nothing may go a little beyond that level. What is
truly lighter or darker there, a highlight or an outline, shows in the source or is more than a ripple, and
stays.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

FLAT_RANGE = 1.5 / 255  # a place is flat where no channel has more than two neighbouring values
# In cells of 2 × 2 pixels, for speed:
FLAT_REACH = (1, 2, 1)  # … so many in all to each side of it
FILL_REACH = 10  # a fill may go on so far beyond where it is flat in the enlarged picture …
FINE_FILL_REACH = 1  # … and then so many pixels
CONTRAST_REACH = (1, 2, 4, 3)  # the contrast around a place is that of REACH to each side
RIPPLE_FRACTION = (
    0.06  # of that contrast; profiles of edges ripple by up to 0.04, see training/guards.py
)
RIPPLE_FLOOR = 4 / 255  # a ripple whatever the contrast
NO_FILL = -3.0  # the level of no fill: so low that nothing is held to it
SOURCE_GAIN = 8  # what the source shows beyond a fill may be restored to this many times as much


def suppress_halos(restored: Tensor, image: Tensor, source: Tensor) -> Tensor:
    """Hold a restored picture to the levels of its fills, unless the source goes beyond them.

    An excess of up to ``RIPPLE_FRACTION`` of the contrast around, or ``RIPPLE_FLOOR``, is taken away, one of
    twice that or more is left, and in between the two meet. So is a change of a fill's colour of up to
    ``RIPPLE_FLOOR``. Where no fill is, nothing changes.

    Args:
        restored: What the network made, (1, 3, H, W) in [0, 1].
        image: The enlarged picture that it was made of, of the same shape.
        source: What was enlarged to it, (1, 3, H/n, W/n); ``image`` itself where nothing was enlarged.

    Returns:
        As ``restored``.
    """
    highest, lowest = (
        _max_pool_2x2(image),
        _max_pool_2x2(-image),
    )  # the negative's highest are the lowest
    spread = _max_filter(highest, FLAT_REACH) + _max_filter(lowest, FLAT_REACH)
    is_flat = spread.amax(1, keepdim=True) <= FLAT_RANGE
    contrast = _max_filter(highest, CONTRAST_REACH) + _max_filter(lowest, CONTRAST_REACH)
    # An edge that is strong in one channel ripples in the others, too.
    ripple = (RIPPLE_FRACTION * contrast.amax(1, keepdim=True)).clamp_min(RIPPLE_FLOOR)
    restored = restored - _fill_drift(restored, image, is_flat)
    # One after the other, or a channel that dips would hide that another one overshoots there.
    restored = restored + _overshoot(-restored, -source, is_flat, ripple)
    return restored - _overshoot(restored, source, is_flat, ripple)


def _fill_drift(restored: Tensor, image: Tensor, is_flat: Tensor) -> Tensor:
    """By how much the network changed the colours of flat places; what is more than faint is left."""
    drift = restored - image
    return (
        drift.sign()
        .mul_(_removable_excess(drift.abs(), RIPPLE_FLOOR))
        .mul_(_upsample_cells(is_flat.float(), image))
    )


def _overshoot(restored: Tensor, source: Tensor, is_flat: Tensor, ripple: Tensor) -> Tensor:
    """What lies a little above the fills, whose level is that of their flat cells."""
    fill = torch.where(is_flat, _max_pool_2x2(restored), NO_FILL)
    fill, membership = _grow_fills(
        fill, is_flat.float(), -_max_pool_2x2(-restored), ripple, FILL_REACH
    )
    fill, membership, ripple = (
        _upsample_cells(cells, restored) for cells in (fill, membership, ripple)
    )
    fill, membership = _grow_fills(fill, membership, restored, ripple, FINE_FILL_REACH)
    given = F.interpolate(_max_filter(source), size=restored.shape[2:], mode="nearest")
    limit = given.sub_(fill).clamp_min_(0).mul_(SOURCE_GAIN).add_(fill)
    return _removable_excess((restored - limit).clamp_min_(0), ripple).mul_(membership)


def _removable_excess(excess: Tensor, most: Tensor | float) -> Tensor:
    """How much of an excess is to go: all up to ``most``, nothing from twice that on, less in between."""
    kept = (excess - most).clamp_min_(0).mul_(2)
    return (excess - kept).clamp_min_(0)


def _grow_fills(
    fill: Tensor, membership: Tensor, restored: Tensor, ripple: Tensor, steps: int
) -> tuple[Tensor, Tensor]:
    """Go on with the fills, step by step, through all that lies no lower than they do.

    Args:
        fill: Level of each channel; ``NO_FILL`` where there is no fill yet.
        membership: How surely a place belongs to its fill, 0 to 1, (1, 1, h, w). It falls where the way there
            dips below the fill, by half of ``ripple`` to all of it, lest a hair's breadth decide.
        restored: Level of each place.
        ripple: By how much it may dip.
        steps: To all eight neighbours each.
    """
    for _ in range(steps):
        around = _max_filter(fill)
        rise = (restored - around).amin(1, keepdim=True)
        surely = (2 + 2 * rise / ripple).clamp_(0, 1)
        is_reached = surely > 0
        membership = torch.where(
            is_reached, torch.minimum(_max_filter(membership), surely), membership
        )
        fill = torch.where(is_reached, around, fill)
    return fill, membership


def _max_filter(level: Tensor, reaches: tuple[int, ...] = (1,)) -> Tensor:
    """The largest value of each channel in the square around each place.

    Many times as fast on a CPU as ``max_pool2d``, which also finds out where the largest value is.

    Args:
        level: (1, C, H, W).
        reaches: They add up to that of the square; each is at most one more than twice the sum before it.
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
    """The largest value of each channel in each cell: (1, 3, ⌈H/2⌉, ⌈W/2⌉)."""
    height, width = image.shape[2:]
    even = F.pad(image, (0, width % 2, 0, height % 2), mode="replicate")
    rows = torch.maximum(even[..., ::2, :], even[..., 1::2, :])
    return torch.maximum(rows[..., ::2], rows[..., 1::2])


def _upsample_cells(cells: Tensor, like: Tensor) -> Tensor:
    """The value of its cell for each pixel of ``like``."""
    height, width = like.shape[2:]
    return F.interpolate(cells, scale_factor=2, mode="nearest")[..., :height, :width]

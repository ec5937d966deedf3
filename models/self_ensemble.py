"""Averages the network's results for a picture and for its negative.

A network should treat dark on light and light on dark alike. Where its two results differ, there is no
telling which is right, and their average has a smaller error.
"""

from collections.abc import Callable

import torch.nn.functional as F
from torch import Tensor

CHANGE_WINDOW = 15  # side of the window over which the change of the picture is measured, in pixels
HALF_WEIGHT_CHANGE = 2 / 255  # the change at which the negative has half its full weight


def apply_self_ensemble(restore: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Restore a picture and its negative, and average the results.

    The negative counts for little where the result for the picture itself changes next to nothing, since what
    is sharp must stay sharp: networks up to plus-8 were trained on no negative photographs and smoothed them
    to 43 dB.

    Args:
        restore: Maps (B, 3, H, W) to the same shape; called twice.
        image: Values in [0, 1], float32 (B, 3, H, W); any sides.

    Returns:
        The mean of the result for the picture and the negated result for its negative; where the former
        hardly differs from ``image``, the former alone. Shape and dtype of ``image``.

    Source:
        Timofte et al., "Seven ways to improve example-based single image super resolution", CVPR 2016, for
        averaging over the symmetries of a picture. Rotated letters are misread more often, negative ones
        hardly: the negative is worth as much as three rotations (``models/training/EXPERIMENTS.md``).
    """
    change = restore(image) - image
    negative_change = (1 - image) - restore(1 - image)
    energy = F.avg_pool2d(
        change.square().mean(dim=1, keepdim=True),
        CHANGE_WINDOW,
        1,
        CHANGE_WINDOW // 2,
        count_include_pad=False,
    )
    weight = energy / (energy + HALF_WEIGHT_CHANGE**2)
    return image + change + weight * (negative_change - change) / 2

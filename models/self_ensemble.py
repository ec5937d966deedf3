"""Averages a network's answers to a picture and to its negative.

What a network does to dark on light it ought to do to light on dark. Where its two answers differ, neither
can be told to be the right one, and their average errs less.
"""

from collections.abc import Callable

import torch.nn.functional as F
from torch import Tensor

CHANGE_WINDOW = 15  # pixels over which it is measured how much the picture's own answer changes
HALF_WEIGHT_CHANGE = 2 / 255  # where the negative has half of its say


def apply_self_ensemble(restore: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Restore a picture and its negative, and average the answers.

    The negative has no say where the picture's own answer changes next to nothing, for what is sharp is to
    stay: networks up to plus-8 saw no negative photograph, and the answer to one smoothed it to 43 dB.

    Args:
        restore: Maps (B, 3, H, W) to the same shape; called twice.
        image: Values in [0, 1], float32 (B, 3, H, W); any sides.

    Returns:
        The mean of the answer and the negative of the other one, or the answer itself where that is the
        picture; shape and dtype of ``image``.

    Source:
        Timofte et al., "Seven ways to improve example-based single image super resolution", CVPR 2016, for
        averages over a picture's symmetries. Turned letters are misread more, negative ones hardly: the
        negative is worth as much as three rotations (EXPERIMENTS.md of ``models.training``).
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

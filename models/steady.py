"""Averages a network's answers to a picture and to its negative.

What a network does to dark on light it ought to do to light on dark. Where its two answers differ, neither
can be told to be the right one, and their average errs less.
"""

from collections.abc import Callable

from torch import Tensor


def average_negative(restore: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Restore a picture and its negative, and average the answers.

    The negative of a picture gets the negative of its average, within the rounding of ``1 - image``.

    Args:
        restore: Maps (B, 3, H, W) to the same shape; called twice.
        image: Values in [0, 1], float32 (B, 3, H, W); any sides.

    Returns:
        The mean of the answer and the negative of the other one; shape and dtype of ``image``.

    Source:
        Timofte et al., "Seven ways to improve example-based single image super resolution", CVPR 2016, for
        averages over a picture's symmetries. Turned letters are misread more, negative ones hardly: the
        negative is worth as much as three rotations (EXPERIMENTS.md of ``models.training``).
    """
    answer, opposite = restore(image), restore(1 - image)
    # The changes are averaged: a picture and its negative lose different last bits.
    change = (answer - image) - (opposite - (1 - image))
    return image + change / 2

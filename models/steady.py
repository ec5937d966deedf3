"""Averages a network's answers to the four rotations of a picture.

What rests on the grid by which the network samples the picture, not on the picture, averages out. The
authors of MIMO-UNet call this average MIMO-UNet++.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def average_rotations(restore: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Restore a picture upright and turned by 90, 180 and 270 degrees, and average the answers.

    A turned picture gets the turned average, to the last bit, if ``restore`` answers alike each time.

    Args:
        restore: Maps (1, 3, h, w) to the same shape; called four times, twice with the sides exchanged.
        image: Values in [0, 1], float32 (1, 3, H, W); any sides.

    Returns:
        The mean of the four answers, turned back; shape and dtype of ``image``.

    Source:
        Cho et al., ICCV 2021: MIMO-UNet++.
    """

    def answer(quarter_turns: int) -> Tensor:
        turned = torch.rot90(image, quarter_turns, (2, 3))
        return torch.rot90(restore(turned), -quarter_turns, (2, 3))

    # Opposite turns first: these two sums are the same, to the last bit, for every rotation of the picture.
    lengthwise = answer(0) + answer(2)
    return (lengthwise + (answer(1) + answer(3))) / 4

"""A teacher for distillation: a trained network, averaged over a picture and its negative."""

from pathlib import Path

import torch
from torch import Tensor

from models.checkpoint import read_network
from models.devices import autocast


class Teacher:
    """Restores pictures by averaging the results for a picture and for its negative, inverted back.

    The average has a smaller error than either result, at twice the cost. Averaging over rotations is as
    accurate, but rotated letters are misread more often (EXPERIMENTS.md).

    Args:
        weights: A checkpoint that ``read_network`` can read.
        device: Where to run.

    Raises:
        CheckpointError: The file is missing, damaged or not a checkpoint of a MIMO-UNet.
    """

    def __init__(self, weights: Path, device: torch.device) -> None:
        network = read_network(weights).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._network = network.eval().requires_grad_(False)
        self._device = device

    @torch.no_grad()
    def __call__(self, image: Tensor) -> Tensor:
        """Restore (B, 3, H, W) in [0, 1] to float32 of the same shape, not clamped."""
        # Averages the changes, because a picture and its negative are rounded differently.
        change, negative_change = (self._change(side) for side in (image, 1 - image))
        return image + (change - negative_change) / 2

    def _change(self, image: Tensor) -> Tensor:
        with autocast(self._device):
            restored: Tensor = self._network(image)[-1]
        return restored.float() - image

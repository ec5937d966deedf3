"""A teacher for distillation: a trained network, averaged over a picture and its negative."""

from pathlib import Path

import torch
from torch import Tensor

from models.checkpoint import read_network
from models.devices import autocast


class Teacher:
    """The average of a network's answers to a picture and to its negative, turned back.

    It errs less than either answer, at twice the price. Rotations err as little, but turned letters are
    misread more (EXPERIMENTS.md).

    Args:
        weights: Of any form that ``read_network`` knows.
        device: Where to run.

    Raises:
        CheckpointError: The file is not such a network.
    """

    def __init__(self, weights: Path, device: torch.device) -> None:
        network = read_network(weights).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._network = network.eval().requires_grad_(False)
        self._device = device

    @torch.no_grad()
    def __call__(self, image: Tensor) -> Tensor:
        """Restore (B, 3, H, W) in [0, 1]; float32, not clamped."""
        # The changes are averaged, for a picture and its negative lose different last bits.
        change, negative_change = (self._change(side) for side in (image, 1 - image))
        return image + (change - negative_change) / 2

    def _change(self, image: Tensor) -> Tensor:
        with autocast(self._device):
            restored: Tensor = self._network(image)[-1]
        return restored.float() - image

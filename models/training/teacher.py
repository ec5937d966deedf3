"""A teacher for distillation: a trained network, averaged over the four rotations of a picture."""

from pathlib import Path

import torch
from torch import Tensor

from models.checkpoint import read_network


class Teacher:
    """The average of a network's answers to a picture and its rotations by 90, 180 and 270 degrees.

    The authors call this average MIMO-UNet++. It errs less than one answer, at four times the price.

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
        """Restore (B, 3, H, W) in [0, 1], H equal to W; float32, not clamped."""
        total = torch.zeros_like(image, dtype=torch.float32)
        for quarter_turns in range(4):
            turned = torch.rot90(image, quarter_turns, (2, 3))
            turned = turned.contiguous(memory_format=torch.channels_last)
            with torch.autocast(self._device.type, torch.bfloat16):
                restored = self._network(turned)[-1]
            total += torch.rot90(restored.float(), -quarter_turns, (2, 3))
        return total / 4

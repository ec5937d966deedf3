"""A network whose output is computed by a function of the test."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from models.mimo_unet import MimoUNet


class ScriptedNetwork(MimoUNet):
    """The identity network followed by a function of the test; counts its runs."""

    def __init__(self, act: Callable[[Tensor], Tensor]) -> None:
        super().__init__(1, 8, 2)
        self.initialise_as_identity()
        self.act = act
        self.runs = 0
        self.eval()

    def __deepcopy__(self, memo: object) -> ScriptedNetwork:
        return ScriptedNetwork(self.act)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        self.runs += 1
        quarter, half, full = super().forward(image)
        return quarter, half, self.act(full)


def smear_right(full: Tensor) -> Tensor:
    """Mix each pixel with its left neighbour."""
    left = torch.cat([full[..., :1], full[..., :-1]], dim=3)
    return (full + left) / 2

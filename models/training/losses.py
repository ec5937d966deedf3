"""The training objective: the paper's two terms at three scales, and two of our own."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

FREQUENCY_WEIGHT = 0.1  # of the paper


def pyramid(target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Reduce a target (B, 3, H, W) to the quarter, half and full scale by averaging 2×2 pixels."""
    half = F.avg_pool2d(target, 2)
    return F.avg_pool2d(half, 2), half, target


def content_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of two (B, 3, H, W)."""
    return F.l1_loss(output, target)


def frequency_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of the real and imaginary parts of the unnormalised spectra.

    The spectra of real pictures are symmetric, so half of each is enough: the mean differs from that over
    the full spectrum only in the weight of the first and last column.
    """
    difference = torch.fft.rfft2(output - target)
    return torch.view_as_real(difference).abs().mean()


def gradient_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of the horizontal and vertical differences: strokes of the right width."""
    error = output - target
    return error.diff(dim=-1).abs().mean() + error.diff(dim=-2).abs().mean()


def colour_loss(output: Tensor, target: Tensor, window: int = 16) -> Tensor:
    """Mean absolute difference of ``window``-pooled colours: a guard against drifting fills."""
    return F.avg_pool2d(output - target, window).abs().mean()


def training_loss(
    outputs: Sequence[Tensor], target: Tensor, *, gradient: float = 0.5, colour: float = 0.1
) -> Tensor:
    """Sum the terms for the network's three outputs, in float32 (a half-precision FFT is fragile).

    Args:
        outputs: Quarter, half and full scale, as the network returns them.
        target: Sharp picture in [0, 1], (B, 3, H, W); sides of at least 16.
        gradient: Weight of the gradient difference at full scale.
        colour: Weight of the pooled colour at full scale.

    Returns:
        A scalar.

    Source:
        Cho et al., ICCV 2021, section 3.3, for content and frequency.
    """
    total = target.new_zeros((), dtype=torch.float32)
    for output, sharp in zip(outputs, pyramid(target.float()), strict=True):
        total = total + content_loss(output.float(), sharp)
        total = total + FREQUENCY_WEIGHT * frequency_loss(output.float(), sharp)
    full = outputs[-1].float()
    return total + gradient * gradient_loss(full, target) + colour * colour_loss(full, target)

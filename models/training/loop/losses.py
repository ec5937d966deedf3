"""The training loss: the paper's two terms at three scales, and further terms of our own."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

CHARBONNIER_EPSILON = 1e-3  # errors below this (a quarter of a level) count quadratically
FIDELITY_FLOOR = 1e-4  # 40 dB; better pictures hardly count, or sharp ones would dominate


@dataclass(frozen=True)
class LossWeights:
    """The weight of each term; the mean absolute difference at each scale has a weight of 1.

    Attributes:
        frequency: Differences of the spectra at each scale; 0.1 in the paper.
        gradient: Differences of the gradients at full scale.
        colour: Differences of the 16-pixel averages at full scale.
        edge: Additional weight of a pixel on a full-contrast edge of the target, at full scale.
        overshoot: Values outside the target's local range, at full scale.
        fidelity: Logarithm of each picture's mean squared difference at full scale, as in the PSNR.
        is_charbonnier: Whether the absolute differences are smoothed at zero.
    """

    frequency: float = 0.1
    gradient: float = 0.5
    colour: float = 0.1
    edge: float = 0.0
    overshoot: float = 0.0
    fidelity: float = 0.0
    is_charbonnier: bool = False


def target_pyramid(target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return a target (B, 3, H, W) at quarter, half and full scale, averaging 2×2 pixels at a time."""
    half = F.avg_pool2d(target, 2)
    return F.avg_pool2d(half, 2), half, target


def content_loss(output: Tensor, target: Tensor, *, is_charbonnier: bool = False) -> Tensor:
    """Mean absolute difference of two (B, 3, H, W), smoothed at zero if ``is_charbonnier``."""
    if is_charbonnier:
        return (output - target).square().add(CHARBONNIER_EPSILON**2).sqrt().mean()
    return F.l1_loss(output, target)


def frequency_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of the real and imaginary parts of the unnormalised spectra.

    The spectra of real pictures are symmetric, so half of each is enough: the mean differs from the one over
    the full spectrum only in the weight of the first and last column.
    """
    difference = torch.fft.rfft2(output - target)
    return torch.view_as_real(difference).abs().mean()


def gradient_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of the horizontal and vertical gradients; for strokes of the right width."""
    error = output - target
    return error.diff(dim=-1).abs().mean() + error.diff(dim=-2).abs().mean()


def colour_loss(output: Tensor, target: Tensor, window: int = 16) -> Tensor:
    """Mean absolute difference of colours averaged over ``window`` pixels; keeps fills from drifting."""
    return F.avg_pool2d(output - target, window).abs().mean()


def edge_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference, weighted by the local contrast of the target.

    The contrast is the range of the 3×3 neighbourhood, 0 to 1 in each channel.
    """
    contrast = F.max_pool2d(target, 3, 1, 1) + F.max_pool2d(-target, 3, 1, 1)
    return ((output - target).abs() * contrast).mean()


def overshoot_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean excess beyond the range of the target's 3×3 neighbourhood: halos, and noise on fills."""
    above = F.relu(output - F.max_pool2d(target, 3, 1, 1))
    below = F.relu(-F.max_pool2d(-target, 3, 1, 1) - output)
    return (above + below).mean()


def fidelity_loss(output: Tensor, target: Tensor) -> Tensor:
    """Mean over the pictures of the logarithm of the mean squared difference.

    It counts the relative reduction of the error, in easy and hard pictures alike.

    Source:
        Chen et al., "HINet", CVPR Workshops 2021, which maximises the PSNR.
    """
    error = (output - target).square().mean(dim=(1, 2, 3))
    return (error + FIDELITY_FLOOR).log().mean()


def training_loss(
    outputs: Sequence[Tensor], target: Tensor, weights: LossWeights | None = None
) -> Tensor:
    """Sum the terms for the network's three outputs, in float32 (FFTs in half precision are fragile).

    Args:
        outputs: Quarter, half and full scale, as the network returns them.
        target: Sharp pictures in [0, 1], (B, 3, H, W); sides of at least 16.
        weights: Weights of the terms; by default those of ``LossWeights``.

    Returns:
        A scalar.

    Source:
        Cho et al., ICCV 2021, section 3.3, for content and frequency.
    """
    w = weights or LossWeights()
    target = target.float()
    total = target.new_zeros(())
    for output, sharp in zip(outputs, target_pyramid(target), strict=True):
        restored = output.float()
        total = total + content_loss(restored, sharp, is_charbonnier=w.is_charbonnier)
        total = total + w.frequency * frequency_loss(restored, sharp)
    full = outputs[-1].float()
    total = total + w.gradient * gradient_loss(full, target)
    total = total + w.colour * colour_loss(full, target)
    if w.overshoot:
        total = total + w.overshoot * overshoot_loss(full, target)
    if w.fidelity:
        total = total + w.fidelity * fidelity_loss(full, target)
    return total + w.edge * edge_loss(full, target) if w.edge else total

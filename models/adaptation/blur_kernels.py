"""Blur kernels: candidates for a search, and the kernel that best turns one picture into another.

A kernel is float32 (side, side) with side = 2·``KERNEL_RADIUS`` + 1, not negative, with a sum of 1; it blurs
by convolution. Pictures are float32 (1, 3, H, W) in [0, 1].
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

KERNEL_RADIUS = 15
"""Reach of a kernel from its centre, in pixels; enough for motion blur of 30 px."""

_RIDGE = 2e-3  # share of the gradients' energy; keeps undetermined weights small
_FISTA_ITERATIONS = 60  # of accelerated projected gradients; more make no visible difference
_MIN_RELATIVE_WEIGHT = 0.04  # share of the largest weight below which a weight is noise
_BORDER = 12  # pixels along the border that are partly blurred from beyond it

_DIRECTIONS = 12
_SIGMAS = (0.8, 1.4, 2.0, 2.8, 3.8, 5.0, 6.5)
_RADII = (3.0, 4.5, 6.0, 8.0)
_LENGTHS = (8.0, 13.0, 20.0, 28.0)
_GHOST_DISTANCES = (6.0, 9.0, 13.0)
_GHOST_SIGMA = 1.2  # σ of each of the two points of a double image

CANDIDATE_COUNT = len(_SIGMAS) + len(_RADII) + _DIRECTIONS * (len(_LENGTHS) + len(_GHOST_DISTANCES))
"""Number of kernels that ``candidate_kernels`` returns."""


def candidate_kernels(device: torch.device) -> Tensor:
    """Return the kernels to begin a search with, (``CANDIDATE_COUNT``, side, side).

    Gaussians, discs (out of focus), straight motion and double images, spaced so closely that a fit finds
    what lies between. All are symmetric: an asymmetric kernel shifts the picture, and a shifted picture
    would fit just as well as the correct one.
    """
    axis = torch.arange(-KERNEL_RADIUS, KERNEL_RADIUS + 1, device=device, dtype=torch.float32)
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    distance = (y**2 + x**2).sqrt()
    kernels = [torch.exp(-0.5 * (distance / sigma) ** 2) for sigma in _SIGMAS]
    kernels += [(radius + 0.5 - distance).clamp(0, 1) for radius in _RADII]
    for step in range(_DIRECTIONS):
        angle = step * math.pi / _DIRECTIONS
        down, right = math.sin(angle), math.cos(angle)
        along, across = x * right + y * down, y * right - x * down
        for length in _LENGTHS:
            inside = (length / 2 + 0.5 - along.abs()).clamp(0, 1)
            kernels.append(inside * (1.3 - across.abs()).clamp(0, 1))
        for gap in _GHOST_DISTANCES:
            nearer = ((along.abs() - gap / 2) ** 2 + across**2) / _GHOST_SIGMA**2
            kernels.append(torch.exp(-0.5 * nearer))
    stacked = torch.stack(kernels)
    return stacked / stacked.sum(dim=(1, 2), keepdim=True)


def blur(image: Tensor, kernel: Tensor) -> Tensor:
    """Blur a picture (1, 3, H, W) with a kernel (side, side); the border pixels are repeated outwards."""
    padded = F.pad(image, (KERNEL_RADIUS,) * 4, "replicate").transpose(0, 1)
    return F.conv2d(padded, kernel.flip(0, 1)[None, None]).transpose(0, 1)


def fit_kernel(sharp: Tensor, blurred: Tensor) -> Tensor:
    """Find the kernel that best turns one picture into another, by least squares on their gradients.

    Args:
        sharp: (1, 3, H, W).
        blurred: (1, 3, H, W).

    Returns:
        The kernel, (side, side).

    Source:
        Cho and Lee, "Fast motion deblurring", 2009, for gradients; Beck and Teboulle, "A fast iterative
        shrinkage-thresholding algorithm", 2009; Duchi et al., "Efficient projections onto the l1-ball", 2008.
    """
    height, width = sharp.shape[-2:]
    shape = (height + 2 * KERNEL_RADIUS, width + 2 * KERNEL_RADIUS)
    first, second = (torch.fft.rfft2(_gradients(image), shape) for image in (sharp, blurred))
    squares = torch.fft.irfft2(first.abs().square().sum(dim=1), shape)[0]
    mixed = _crop_to_kernel(torch.fft.irfft2((first.conj() * second).sum(dim=1), shape)[0])
    operator = torch.fft.rfft2(squares)
    ridge = _RIDGE * squares[0, 0]
    step = 1 / (operator.abs().max() + ridge).clamp(min=1e-12)
    kernel = torch.zeros_like(mixed)
    kernel[KERNEL_RADIUS, KERNEL_RADIUS] = 1
    ahead, momentum = kernel, 1.0
    for _ in range(_FISTA_ITERATIONS):
        applied = _crop_to_kernel(torch.fft.irfft2(operator * kernel_spectra(ahead, shape), shape))
        updated = _project_to_simplex(ahead - step * (applied + ridge * ahead - mixed))
        next_momentum = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        ahead = updated + (momentum - 1) / next_momentum * (updated - kernel)
        kernel, momentum = updated, next_momentum
    kernel = kernel * (kernel > _MIN_RELATIVE_WEIGHT * kernel.max())
    return kernel / kernel.sum()


def kernel_spectra(kernels: Tensor, shape: tuple[int, int]) -> Tensor:
    """Return the spectra (..., H, W // 2 + 1) of kernels (..., side, side) centred on the origin."""
    below, right = shape[0] - kernels.shape[-2], shape[1] - kernels.shape[-1]
    placed = F.pad(kernels, (0, right, 0, below)).roll((-KERNEL_RADIUS, -KERNEL_RADIUS), (-2, -1))
    spectra: Tensor = torch.fft.rfft2(placed)
    return spectra


def _crop_to_kernel(correlation: Tensor) -> Tensor:
    """Return the part (side, side) of a correlation (H, W) that a kernel covers."""
    side = 2 * KERNEL_RADIUS + 1
    return correlation.roll((KERNEL_RADIUS, KERNEL_RADIUS), (0, 1))[:side, :side]


def _gradients(image: Tensor) -> Tensor:
    """Return the differences to the right and downwards, (1, 6, H, W), faded out along the border."""
    right = F.pad(image.diff(dim=-1), (0, 1))
    below = F.pad(image.diff(dim=-2), (0, 0, 0, 1))
    height, width = image.shape[-2:]
    fade = border_ramp(height, _BORDER, image.device)[:, None] * border_ramp(
        width, _BORDER, image.device
    )
    return torch.cat([right, below], dim=1) * fade


def border_ramp(side: int, border: int, device: torch.device) -> Tensor:
    """Return weights (side,) that rise from 0 at both ends to 1 at ``border`` pixels from them."""
    position = torch.arange(side, device=device, dtype=torch.float32)
    return (torch.minimum(position, side - 1 - position) / border).clamp(0, 1)


def _project_to_simplex(kernel: Tensor) -> Tensor:
    """Return the nearest kernel that is not negative and has a sum of 1."""
    ordered = kernel.flatten().sort(descending=True).values
    excess = ordered.cumsum(0) - 1
    count = torch.arange(1, len(ordered) + 1, device=kernel.device)
    last = int((ordered > excess / count).sum()) - 1
    return (kernel - excess[last] / count[last]).clamp(min=0)

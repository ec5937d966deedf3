"""Explains a blurred picture as a few flat colours and a blur: blind deconvolution with a palette.

Estimating picture and blur together usually ends in the trivial solution: the blurred picture itself, with no
blur at all. A known palette rules that out, because a blurred edge has colours that are not in the palette.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from models.adaptation.blur_kernels import (
    CANDIDATE_COUNT,
    KERNEL_RADIUS,
    blur,
    border_ramp,
    candidate_kernels,
    fit_kernel,
    kernel_spectra,
)
from models.adaptation.prototypes import AFFINITY_SIGMA, find_prototypes

KERNEL_BATCH = 12
"""Kernels that are tried at once; takes about 100 MB for a picture of 160 × 160."""

_PALETTE_WEIGHTS = (3e-3, 6e-3, 1.2e-2, 2.5e-2, 5e-2, 1e-1)
"""How strongly colours are pulled towards the palette in each round."""
_GRADIENT_REGULARISATION, _REGULARISATION_FLOOR = 3e-3, 1e-4  # of the first, linear deconvolution
_FIRST_PALETTE_FIT = 2  # first round in which the palette is fitted as well
_PALETTE_PRIOR = 1e-3  # pulls a colour that the picture does not determine to its old value
_CONTOUR_WEIGHT = 0.4  # weight of the contour length relative to the logarithm of the misfit
_QUANTISATION_MISFIT = 0.3  # misfit caused by rounding to 8 bits, in levels of 255
_FIT_ROUNDS = ((12, 2), (4, 4))
"""Number of kernels to refine and how often: first many, then the best of them."""

STEPS = math.ceil(CANDIDATE_COUNT / KERNEL_BATCH) + sum(times for _, times in _FIT_ROUNDS)
"""How often ``estimate_blur`` calls ``on_step``."""


@dataclass(frozen=True, eq=False)
class BlurEstimate:
    """An explanation of a picture as a sharp picture in few colours that was blurred.

    Attributes:
        kernel: The blur kernel, (side, side).
        prototypes: The palette, (K, 3) in [0, 1].
        guide: The sharp picture that fits both, (1, 3, H, W) in [0, 1].
        palette_misfit: Root mean square difference, in levels of 255, between the picture and the blurred
            guide when the guide is drawn in palette colours only.
        network_misfit: The same between the picture and the network's result, blurred.
    """

    kernel: Tensor
    prototypes: Tensor
    guide: Tensor
    palette_misfit: float
    network_misfit: float

    @property
    def evidence(self) -> float:
        """How many times better this palette and blur explain the picture than the network's result does."""
        return self.network_misfit / (self.palette_misfit + _QUANTISATION_MISFIT)


@dataclass(frozen=True, eq=False)
class _Deconvolutions:
    """The results of deconvolving one picture by B kernels."""

    kernels: Tensor  # (B, side, side)
    prototypes: Tensor  # (B, K, 3)
    images: Tensor  # (B, 3, H, W)
    palette_images: Tensor  # (B, 3, H, W), palette colours only
    misfits: Tensor  # (B,)
    contour_lengths: Tensor  # (B,)

    def __getitem__(self, indices: Tensor) -> "_Deconvolutions":
        return _Deconvolutions(*(values[indices] for values in self._all()))

    def _all(self) -> tuple[Tensor, ...]:
        return (
            self.kernels,
            self.prototypes,
            self.images,
            self.palette_images,
            self.misfits,
            self.contour_lengths,
        )

    @classmethod
    def joined(cls, parts: "list[_Deconvolutions]") -> "_Deconvolutions":
        return cls(*(torch.cat(values) for values in zip(*(p._all() for p in parts), strict=True)))

    def best(self, count: int, contour: Tensor) -> "_Deconvolutions":
        """Return the best ones by small misfit and short contours.

        Args:
            count: Most to return.
            contour: The contour length that counts as 1.
        """
        score = (self.misfits + _QUANTISATION_MISFIT).log()
        score = score + _CONTOUR_WEIGHT * self.contour_lengths / contour
        return self[score.argsort()[:count]]


@torch.no_grad()
def estimate_blur(
    picture: Tensor, restored: Tensor, on_step: Callable[[], None] = lambda: None
) -> BlurEstimate | None:
    """Estimate the blur of a picture and its sharp original.

    Args:
        picture: (1, 3, H, W) in [0, 1]; sides of at least 4·``KERNEL_RADIUS``.
        restored: The network's result for it, same shape.
        on_step: Called at most ``STEPS`` times; may raise to stop.

    Returns:
        The best explanation, which may still be a poor one; None for a picture of a single colour.

    Source:
        Cho and Lee, "Fast motion deblurring", 2009, for estimating kernel and picture in turn; Geman and
        Yang, "Nonlinear image recovery with half-quadratic regularization", 1995, for the deconvolution.
    """
    restored = restored.clamp(0, 1)
    prototypes = find_prototypes(restored)
    if len(prototypes) < 2:
        return None
    periodic = _make_periodic(picture)
    parts = []
    for kernels in torch.split(candidate_kernels(picture.device), KERNEL_BATCH):
        on_step()
        parts.append(_deconvolve(periodic, kernels, prototypes.expand(len(kernels), -1, -1)))
    candidates = _Deconvolutions.joined(parts)
    contour = candidates.contour_lengths.median().clamp(min=1e-4)
    for count, times in _FIT_ROUNDS:
        candidates = fitted = candidates.best(count, contour)
        for _ in range(times):
            on_step()
            kernels = torch.stack([fit_kernel(one[None], picture) for one in fitted.palette_images])
            fitted = _deconvolve(periodic, kernels, fitted.prototypes)
            candidates = _Deconvolutions.joined([candidates, fitted])
    best = candidates.best(1, contour)
    network_misfit = rms(blur(restored, best.kernels[0]) - picture)
    guide = best.images.clamp(0, 1)
    palette_misfit = float(best.misfits[0])
    return BlurEstimate(best.kernels[0], best.prototypes[0], guide, palette_misfit, network_misfit)


def rms(difference: Tensor) -> float:
    """Return the root mean square of a difference of pictures in [0, 1], in levels of 255."""
    return 255 * float(difference.square().mean().sqrt())


def _deconvolve(periodic: Tensor, kernels: Tensor, prototypes: Tensor) -> _Deconvolutions:
    """Find, for each kernel, the picture in palette colours that it blurs into ``periodic``.

    Args:
        periodic: The picture from ``_make_periodic``, (1, 3, H', W').
        kernels: (B, side, side).
        prototypes: (B, K, 3), the palettes to begin with; they are fitted as well.
    """
    height, width = periodic.shape[-2:]
    shape = (height, width)
    response = kernel_spectra(kernels, shape)[:, None]  # (B, 1, H', W' // 2 + 1)
    spectrum = torch.fft.rfft2(periodic)
    matched, power = response.conj() * spectrum, response.abs().square()
    smooth = (
        _GRADIENT_REGULARISATION * _gradient_power(shape, periodic.device) + _REGULARISATION_FLOOR
    )
    images = torch.fft.irfft2(matched / (power + smooth), shape)
    for turn, palette_weight in enumerate(_PALETTE_WEIGHTS):
        shares = _palette_shares(images, prototypes)
        if turn >= _FIRST_PALETTE_FIT:
            prototypes = _fit_palette(shares, response, periodic, prototypes)
            shares = _palette_shares(images, prototypes)
        palette_images = torch.einsum("bkhw,bkc->bchw", shares, prototypes)
        images = torch.fft.irfft2(
            (matched + palette_weight * torch.fft.rfft2(palette_images)) / (power + palette_weight),
            shape,
        )
    nearest = _squared_colour_distances(images, prototypes).argmin(dim=1)
    shares = F.one_hot(nearest, prototypes.shape[1]).movedim(-1, 1).float()
    prototypes = _fit_palette(shares, response, periodic, prototypes)
    palette_images = torch.einsum("bkhw,bkc->bchw", shares, prototypes)
    blurred = torch.fft.irfft2(response * torch.fft.rfft2(palette_images), shape)
    misfits = 255 * _crop_margin(blurred - periodic).square().mean(dim=(1, 2, 3)).sqrt()
    images, palette_images = _crop_margin(images), _crop_margin(palette_images)
    steps = torch.stack([palette_images.diff(dim=a).norm(dim=1).mean(dim=(1, 2)) for a in (-1, -2)])
    contour_lengths = steps.sum(dim=0)
    return _Deconvolutions(kernels, prototypes, images, palette_images, misfits, contour_lengths)


def _fit_palette(shares: Tensor, response: Tensor, periodic: Tensor, prototypes: Tensor) -> Tensor:
    """Return the colours (B, K, 3) whose areas, when blurred, come closest to the picture.

    A blurred thin stroke nowhere shows its own colour, so the colour cannot simply be read from the picture.
    """
    shape = (periodic.shape[-2], periodic.shape[-1])
    areas = torch.fft.irfft2(response * torch.fft.rfft2(shares), shape)
    rows = _crop_margin(areas).flatten(2)  # (B, K, N)
    observed = _crop_margin(periodic).flatten(2)  # (1, 3, N)
    count = rows.shape[2]
    prior = _PALETTE_PRIOR * torch.eye(rows.shape[1], device=rows.device)
    matrix = rows @ rows.transpose(1, 2) / count + prior
    right = rows @ observed.transpose(1, 2) / count + _PALETTE_PRIOR * prototypes
    fitted: Tensor = torch.linalg.solve(matrix, right)
    return fitted.clamp(0, 1)


def _palette_shares(images: Tensor, prototypes: Tensor) -> Tensor:
    """Return the share (B, K, H, W) of each prototype (B, K, 3) in the pixels (B, 3, H, W)."""
    logits = -_squared_colour_distances(images, prototypes) / (2 * AFFINITY_SIGMA**2)
    return logits.softmax(dim=1)


def _squared_colour_distances(images: Tensor, prototypes: Tensor) -> Tensor:
    """Return the squared distances (B, K, H, W) of pixels (B, 3, H, W) from prototypes (B, K, 3)."""
    return (images[:, None] - prototypes[..., None, None]).square().sum(dim=2)


def _make_periodic(picture: Tensor) -> Tensor:
    """Add a border of 2·``KERNEL_RADIUS`` pixels that fades so that opposite sides join without a step."""
    margin = 2 * KERNEL_RADIUS
    padded = F.pad(picture, (margin,) * 4, "replicate")
    height, width = padded.shape[-2:]
    weight = border_ramp(height, margin, picture.device)[:, None] * border_ramp(
        width, margin, picture.device
    )
    spread = -2 * (math.pi * KERNEL_RADIUS / 1.5) ** 2
    rows = torch.fft.fftfreq(height, device=picture.device)[:, None]
    columns = torch.fft.rfftfreq(width, device=picture.device)
    low = torch.exp(spread * (rows**2 + columns**2))
    soft = torch.fft.irfft2(torch.fft.rfft2(padded) * low, (height, width))
    periodic: Tensor = weight * padded + (1 - weight) * soft
    return periodic


def _crop_margin(periodic: Tensor) -> Tensor:
    margin = 2 * KERNEL_RADIUS
    return periodic[..., margin:-margin, margin:-margin]


def _gradient_power(shape: tuple[int, int], device: torch.device) -> Tensor:
    """Return the power spectrum of the difference between neighbours, (H, W // 2 + 1)."""
    rows = torch.fft.fftfreq(shape[0], device=device)[:, None]
    columns = torch.fft.rfftfreq(shape[1], device=device)
    return (2 * torch.sin(math.pi * rows)) ** 2 + (2 * torch.sin(math.pi * columns)) ** 2

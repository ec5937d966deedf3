"""Explains a blurred picture as a few flat colours behind a blur: blind deconvolution with a palette.

Whoever looks for picture and blur together finds, without knowing more, "the picture is blurred already, and
nothing happened". With the palette known that is no explanation any more: a blurred edge has colours that no
palette of few has.
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
"""Kernels that are tried at once: some 100 MB for a picture of 160 × 160."""

_PALETTE_WEIGHTS = (3e-3, 6e-3, 1.2e-2, 2.5e-2, 5e-2, 1e-1)
"""How strongly colours are pulled to the palette, round by round."""
_GRADIENT_REGULARISATION, _REGULARISATION_FLOOR = 3e-3, 1e-4  # of the first, linear deconvolution
_FIRST_PALETTE_FIT = 2  # the round from which on the palette is fitted as well
_PALETTE_PRIOR = 1e-3  # of the palette: what the picture does not tell stays
_CONTOUR_WEIGHT = 0.4  # what the length of contours counts beside the logarithm of the misfit
_QUANTISATION_MISFIT = 0.3  # levels of misfit that 8 bits leave
_FIT_ROUNDS = ((12, 2), (4, 4))
"""How many kernels are fitted on, and how often: first many, then the best of them."""

STEPS = math.ceil(CANDIDATE_COUNT / KERNEL_BATCH) + sum(times for _, times in _FIT_ROUNDS)
"""How often ``estimate_blur`` asks ``on_step``."""


@dataclass(frozen=True, eq=False)
class BlurEstimate:
    """How a picture seems to have come about.

    Attributes:
        kernel: What blurred it, (side, side).
        prototypes: Its palette, (K, 3) in [0, 1].
        guide: The sharp picture that fits both, (1, 3, H, W) in [0, 1].
        palette_misfit: Root mean square in levels of 255 between the picture and the guide, drawn in nothing
            but the palette's colours, behind the blur.
        network_misfit: The same between the picture and what the network made of it, behind the blur.
    """

    kernel: Tensor
    prototypes: Tensor
    guide: Tensor
    palette_misfit: float
    network_misfit: float

    @property
    def evidence(self) -> float:
        """How many times better the palette behind this blur explains the picture than the network does."""
        return self.network_misfit / (self.palette_misfit + _QUANTISATION_MISFIT)


@dataclass(frozen=True, eq=False)
class _Deconvolutions:
    """Deconvolutions by B kernels."""

    kernels: Tensor  # (B, side, side)
    prototypes: Tensor  # (B, K, 3)
    images: Tensor  # (B, 3, H, W)
    palette_images: Tensor  # (B, 3, H, W), nothing but palette colours
    misfits: Tensor  # (B,)
    contour_lengths: Tensor  # (B,)

    def __getitem__(self, places: Tensor) -> "_Deconvolutions":
        return _Deconvolutions(*(values[places] for values in self._all()))

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
        """Those of the least misfit and the shortest contours.

        Args:
            count: How many at most.
            contour: What counts as one unit of length.
        """
        score = (
            self.misfits + _QUANTISATION_MISFIT
        ).log() + _CONTOUR_WEIGHT * self.contour_lengths / contour
        return self[score.argsort()[:count]]


@torch.no_grad()
def estimate_blur(
    picture: Tensor, restored: Tensor, on_step: Callable[[], None] = lambda: None
) -> BlurEstimate | None:
    """Find what blurred a picture and what it was.

    Args:
        picture: (1, 3, H, W) in [0, 1]; sides of at least 4·REACH.
        restored: What the network makes of it.
        on_step: Called ``STEPS`` times at most; may raise to stop.

    Returns:
        The best explanation, which need not be a good one; None for a picture of a single colour.

    Source:
        Cho and Lee, "Fast motion deblurring", 2009, for kernel and picture by turns; Geman and Yang,
        "Nonlinear image recovery with half-quadratic regularization", 1995, for the deconvolution.
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
        kept = fitted = candidates.best(count, contour)
        for _ in range(times):
            on_step()
            kernels = torch.stack([fit_kernel(one[None], picture) for one in fitted.palette_images])
            fitted = _deconvolve(periodic, kernels, fitted.prototypes)
            kept = _Deconvolutions.joined([kept, fitted])
        candidates = kept
    found = candidates.best(1, contour)
    network_misfit = rms(blur(restored, found.kernels[0]) - picture)
    guide = found.images.clamp(0, 1)
    palette_misfit = float(found.misfits[0])
    return BlurEstimate(
        found.kernels[0], found.prototypes[0], guide, palette_misfit, network_misfit
    )


def rms(difference: Tensor) -> float:
    """The root mean square of a difference of pictures in [0, 1], in levels of 255."""
    return 255 * float(difference.square().mean().sqrt())


def _deconvolve(periodic: Tensor, kernels: Tensor, prototypes: Tensor) -> _Deconvolutions:
    """Find the picture in the palette's colours that each kernel turns into ``periodic``.

    Args:
        periodic: What ``_make_periodic`` made of the picture, (1, 3, H', W').
        kernels: (B, side, side).
        prototypes: (B, K, 3), fitted to the picture on the way.
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
        shares = (-_squared_colour_distances(images, prototypes) / (2 * AFFINITY_SIGMA**2)).softmax(
            dim=1
        )
        if turn >= _FIRST_PALETTE_FIT:
            prototypes = _fit_palette(shares, response, periodic, prototypes)
            shares = (
                -_squared_colour_distances(images, prototypes) / (2 * AFFINITY_SIGMA**2)
            ).softmax(dim=1)
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
    """The colours (B, K, 3) whose areas, blurred, come nearest to the picture.

    Thin strokes are nowhere as dark in a blurred picture as they are: only so their colour is found.
    """
    shape = (periodic.shape[-2], periodic.shape[-1])
    areas = torch.fft.irfft2(response * torch.fft.rfft2(shares), shape)
    rows = _crop_margin(areas).flatten(2)  # (B, K, N)
    seen = _crop_margin(periodic).flatten(2)  # (1, 3, N)
    count = rows.shape[2]
    prior = _PALETTE_PRIOR * torch.eye(rows.shape[1], device=rows.device)
    matrix = rows @ rows.transpose(1, 2) / count + prior
    right = rows @ seen.transpose(1, 2) / count + _PALETTE_PRIOR * prototypes
    fitted: Tensor = torch.linalg.solve(matrix, right)
    return fitted.clamp(0, 1)


def _squared_colour_distances(images: Tensor, prototypes: Tensor) -> Tensor:
    """Squared distances (B, K, H, W) of pixels (B, 3, H, W) to prototypes (B, K, 3)."""
    return (images[:, None] - prototypes[..., None, None]).square().sum(dim=2)


def _make_periodic(picture: Tensor) -> Tensor:
    """A picture with a border of 2·REACH that fades into one without steps across opposite sides."""
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
    """The power that differences between neighbours give to each frequency."""
    rows = torch.fft.fftfreq(shape[0], device=device)[:, None]
    columns = torch.fft.rfftfreq(shape[1], device=device)
    return (2 * torch.sin(math.pi * rows)) ** 2 + (2 * torch.sin(math.pi * columns)) ** 2

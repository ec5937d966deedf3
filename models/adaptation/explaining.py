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

from models.adaptation.kernels import REACH, USUAL, blur, fit_kernel, ramp, transfer, usual_kernels
from models.adaptation.prototypes import WIDTH, find_prototypes

BATCH = 12
"""Kernels that are tried at once: some 100 MB for a picture of 160 × 160."""

_PULLS = (3e-3, 6e-3, 1.2e-2, 2.5e-2, 5e-2, 1e-1)
"""How strongly colours are pulled to the palette, round by round."""
_SMOOTH, _FLOOR = 3e-3, 1e-4  # of the first, linear deconvolution
_FROM = 2  # the round from which on the palette is fitted as well
_PRIOR = 1e-3  # of the palette: what the picture does not tell stays
_CONTOUR = 0.4  # what the length of contours counts beside the logarithm of the misfit
_ROUNDING = 0.3  # levels of misfit that 8 bits leave
_ROUNDS = ((12, 2), (4, 4))
"""How many kernels are fitted on, and how often: first many, then the best of them."""

STEPS = math.ceil(USUAL / BATCH) + sum(times for _, times in _ROUNDS)
"""How often ``explain`` asks ``on_step``."""


@dataclass(frozen=True, eq=False)
class Explanation:
    """How a picture seems to have come about.

    Attributes:
        kernel: What blurred it, (side, side).
        prototypes: Its palette, (K, 3) in [0, 1].
        guide: The sharp picture that fits both, (1, 3, H, W) in [0, 1].
        misfit: Root mean square in levels of 255 between the picture and the guide, drawn in nothing but
            the palette's colours, behind the blur.
        contradiction: The same between the picture and what the network made of it, behind the blur.
    """

    kernel: Tensor
    prototypes: Tensor
    guide: Tensor
    misfit: float
    contradiction: float

    @property
    def evidence(self) -> float:
        """How many times better the palette behind this blur explains the picture than the network does."""
        return self.contradiction / (self.misfit + _ROUNDING)


@dataclass(frozen=True, eq=False)
class _Trials:
    """Deconvolutions by B kernels."""

    kernels: Tensor  # (B, side, side)
    prototypes: Tensor  # (B, K, 3)
    images: Tensor  # (B, 3, H, W)
    drawn: Tensor  # (B, 3, H, W), nothing but palette colours
    misfits: Tensor  # (B,)
    contours: Tensor  # (B,)

    def __getitem__(self, places: Tensor) -> "_Trials":
        return _Trials(*(values[places] for values in self._all()))

    def _all(self) -> tuple[Tensor, ...]:
        return (
            self.kernels,
            self.prototypes,
            self.images,
            self.drawn,
            self.misfits,
            self.contours,
        )

    @classmethod
    def joined(cls, parts: "list[_Trials]") -> "_Trials":
        return cls(*(torch.cat(values) for values in zip(*(p._all() for p in parts), strict=True)))

    def best(self, count: int, contour: Tensor) -> "_Trials":
        """Those of the least misfit and the shortest contours.

        Args:
            count: How many at most.
            contour: What counts as one unit of length.
        """
        score = (self.misfits + _ROUNDING).log() + _CONTOUR * self.contours / contour
        return self[score.argsort()[:count]]


@torch.no_grad()
def explain(
    picture: Tensor, restored: Tensor, on_step: Callable[[], None] = lambda: None
) -> Explanation | None:
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
    periodic = _periodic(picture)
    parts = []
    for kernels in torch.split(usual_kernels(picture.device), BATCH):
        on_step()
        parts.append(_deconvolve(periodic, kernels, prototypes.expand(len(kernels), -1, -1)))
    trials = _Trials.joined(parts)
    contour = trials.contours.median().clamp(min=1e-4)
    for count, times in _ROUNDS:
        kept = fitted = trials.best(count, contour)
        for _ in range(times):
            on_step()
            kernels = torch.stack([fit_kernel(one[None], picture) for one in fitted.drawn])
            fitted = _deconvolve(periodic, kernels, fitted.prototypes)
            kept = _Trials.joined([kept, fitted])
        trials = kept
    found = trials.best(1, contour)
    contradiction = rms(blur(restored, found.kernels[0]) - picture)
    guide = found.images.clamp(0, 1)
    misfit = float(found.misfits[0])
    return Explanation(found.kernels[0], found.prototypes[0], guide, misfit, contradiction)


def rms(difference: Tensor) -> float:
    """The root mean square of a difference of pictures in [0, 1], in levels of 255."""
    return 255 * float(difference.square().mean().sqrt())


def _deconvolve(periodic: Tensor, kernels: Tensor, prototypes: Tensor) -> _Trials:
    """Find the picture in the palette's colours that each kernel turns into ``periodic``.

    Args:
        periodic: What ``_periodic`` made of the picture, (1, 3, H', W').
        kernels: (B, side, side).
        prototypes: (B, K, 3), fitted to the picture on the way.
    """
    height, width = periodic.shape[-2:]
    shape = (height, width)
    response = transfer(kernels, shape)[:, None]  # (B, 1, H', W' // 2 + 1)
    spectrum = torch.fft.rfft2(periodic)
    matched, power = response.conj() * spectrum, response.abs().square()
    smooth = _SMOOTH * _roughness(shape, periodic.device) + _FLOOR
    images = torch.fft.irfft2(matched / (power + smooth), shape)
    for turn, pull in enumerate(_PULLS):
        shares = (-_distances(images, prototypes) / (2 * WIDTH**2)).softmax(dim=1)
        if turn >= _FROM:
            prototypes = _fit_palette(shares, response, periodic, prototypes)
            shares = (-_distances(images, prototypes) / (2 * WIDTH**2)).softmax(dim=1)
        drawn = torch.einsum("bkhw,bkc->bchw", shares, prototypes)
        images = torch.fft.irfft2((matched + pull * torch.fft.rfft2(drawn)) / (power + pull), shape)
    nearest = _distances(images, prototypes).argmin(dim=1)
    shares = F.one_hot(nearest, prototypes.shape[1]).movedim(-1, 1).float()
    prototypes = _fit_palette(shares, response, periodic, prototypes)
    drawn = torch.einsum("bkhw,bkc->bchw", shares, prototypes)
    blurred = torch.fft.irfft2(response * torch.fft.rfft2(drawn), shape)
    misfits = 255 * _inside(blurred - periodic).square().mean(dim=(1, 2, 3)).sqrt()
    images, drawn = _inside(images), _inside(drawn)
    steps = torch.stack([drawn.diff(dim=a).norm(dim=1).mean(dim=(1, 2)) for a in (-1, -2)])
    contours = steps.sum(dim=0)
    return _Trials(kernels, prototypes, images, drawn, misfits, contours)


def _fit_palette(shares: Tensor, response: Tensor, periodic: Tensor, prototypes: Tensor) -> Tensor:
    """The colours (B, K, 3) whose areas, blurred, come nearest to the picture.

    Thin strokes are nowhere as dark in a blurred picture as they are: only so their colour is found.
    """
    shape = (periodic.shape[-2], periodic.shape[-1])
    areas = torch.fft.irfft2(response * torch.fft.rfft2(shares), shape)
    rows = _inside(areas).flatten(2)  # (B, K, N)
    seen = _inside(periodic).flatten(2)  # (1, 3, N)
    count = rows.shape[2]
    prior = _PRIOR * torch.eye(rows.shape[1], device=rows.device)
    matrix = rows @ rows.transpose(1, 2) / count + prior
    right = rows @ seen.transpose(1, 2) / count + _PRIOR * prototypes
    fitted: Tensor = torch.linalg.solve(matrix, right)
    return fitted.clamp(0, 1)


def _distances(images: Tensor, prototypes: Tensor) -> Tensor:
    """Squared distances (B, K, H, W) of pixels (B, 3, H, W) to prototypes (B, K, 3)."""
    return (images[:, None] - prototypes[..., None, None]).square().sum(dim=2)


def _periodic(picture: Tensor) -> Tensor:
    """A picture with a border of 2·REACH that fades into one without steps across opposite sides."""
    margin = 2 * REACH
    padded = F.pad(picture, (margin,) * 4, "replicate")
    height, width = padded.shape[-2:]
    weight = ramp(height, margin, picture.device)[:, None] * ramp(width, margin, picture.device)
    spread = -2 * (math.pi * REACH / 1.5) ** 2
    rows = torch.fft.fftfreq(height, device=picture.device)[:, None]
    columns = torch.fft.rfftfreq(width, device=picture.device)
    low = torch.exp(spread * (rows**2 + columns**2))
    soft = torch.fft.irfft2(torch.fft.rfft2(padded) * low, (height, width))
    periodic: Tensor = weight * padded + (1 - weight) * soft
    return periodic


def _inside(periodic: Tensor) -> Tensor:
    margin = 2 * REACH
    return periodic[..., margin:-margin, margin:-margin]


def _roughness(shape: tuple[int, int], device: torch.device) -> Tensor:
    """The power that differences between neighbours give to each frequency."""
    rows = torch.fft.fftfreq(shape[0], device=device)[:, None]
    columns = torch.fft.rfftfreq(shape[1], device=device)
    return (2 * torch.sin(math.pi * rows)) ** 2 + (2 * torch.sin(math.pi * columns)) ** 2

"""Fine-tunes the network on a user's own pictures, without knowing how they look when sharp.

After POUF (Tanwisuth et al., "POUF: Prompt-oriented unsupervised fine-tuning for large pre-trained models",
2023): what is restored of unlabelled pictures is aligned with prototypes, here the colours of their palettes,
by a bidirectional transport cost and by mutual information. Flat colours with sharp edges in the wrong place
satisfy both, so two terms of our own stand beside them: the restored picture, blurred again, must be the
input, and it must come near the picture in the palette's colours that explains the input best.

Everything turns on whether that explanation is right. It has to be much better than the network's own picture
before anything is trained, and the trained network has to agree better with parts of the pictures that it
was not trained on; otherwise the network stays as it was. Measured in ``models/training/ADAPTING.md``.
"""

import copy
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from models.adaptation.blind_deconvolution import STEPS as BLIND_DECONVOLUTION_STEPS
from models.adaptation.blind_deconvolution import BlurEstimate, estimate_blur, rms
from models.adaptation.blur_kernels import KERNEL_RADIUS, blur
from models.adaptation.prototypes import mutual_information_loss, transport_cost
from models.devices import autocast
from models.forward import to_tensor
from models.mimo_unet import MimoUNet
from models.progress import Cancelled

STEPS = 40
"""Of fine-tuning."""

MAX_PICTURES = 4
"""How many pictures are looked at; of more, some from all over them."""

CROP_SIDE = 160
"""Pixels a side of the part of each picture that is used, the one with the most contrast."""

MIN_EVIDENCE = 2.6
"""How many times better a palette behind a blur must explain a picture than the network's own result does."""

MAX_SCORE_RATIO = 0.8
"""Share of the consistency score that may be left; training that follows a right blur leaves less."""

_LEARNING_RATE = 5e-4
_WARM_UP = 12
_MAX_GRADIENT_NORM = 0.2
_BLOCK = 32  # pixels a side of the blocks that are trained on or kept back
_STRIDE = 32  # pixels between the parts of a picture that are compared

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ObjectiveWeights:
    """What each term of the objective weighs.

    Attributes:
        consistency: Mean absolute difference between the input and the restored picture, blurred again.
        guide: The same between the restored picture and the one that explains the input.
        transport: POUF's transport cost between restored pixels and prototypes.
        information: POUF's mutual information between them.
        anchor: Squared distance of the weights from where they were, summed.
    """

    consistency: float = 1.0
    guide: float = 1.0
    transport: float = 0.1
    information: float = 0.001
    anchor: float = 0.0


@dataclass(frozen=True)
class FineTuneReport:
    """What became of fine-tuning.

    Attributes:
        before: The consistency score of the network as it was: root mean square in levels of 255 between
            the input and the restored picture, blurred again by the estimated kernel, over the parts that
            were not trained on. Lower is better. NaN where nothing was trained, since no blur was found
            that explains a picture.
        after: That of the fine-tuned one.
        steps: How many were made.
        seconds: Time that it took.
        is_kept: Whether the fine-tuned network was returned.
    """

    before: float
    after: float
    steps: int
    seconds: float
    is_kept: bool


def fine_tune(
    network: MimoUNet,
    pictures: Sequence[Pixels],
    *,
    on_step: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    terms: ObjectiveWeights | None = None,
) -> tuple[MimoUNet, FineTuneReport]:
    """Fine-tune a copy of a network on unlabelled pictures.

    Nothing is left to chance: the same pictures give the same network on the same machine.

    Args:
        network: On any device, in any precision; it is not changed.
        pictures: As the network reads them: enlarged, uint8 (H, W, 3), sRGB-encoded.
        on_step: Called with the steps done and their total; the last are left out where no blur is found.
        is_cancelled: Asked before each step.
        terms: Weights of the objective.

    Returns:
        The fine-tuned network in float32, in evaluation mode, or ``network`` itself; and what was measured.

    Raises:
        ValueError: There is no picture, or one is not uint8 (H, W, 3).
        Cancelled: ``is_cancelled`` returned True.
    """
    for picture in pictures:
        if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
            raise ValueError(f"expected uint8 (H, W, 3), got {picture.dtype} {picture.shape}")
    if not pictures:
        raise ValueError("there is no picture to adapt to")
    began = time.perf_counter()
    tuned = copy.deepcopy(network).float().eval().requires_grad_(True)
    device = next(tuned.parameters()).device
    chosen = [pictures[i * len(pictures) // MAX_PICTURES] for i in range(MAX_PICTURES)]
    crops = [
        _crop(p, network.size_multiple)
        for p in (chosen if len(pictures) > MAX_PICTURES else pictures)
    ]
    images = [
        to_tensor(crop, device).contiguous(memory_format=torch.channels_last)
        for crop in crops
        if crop is not None
    ]
    steps = _StepCounter(len(images) * BLIND_DECONVOLUTION_STEPS + STEPS, on_step, is_cancelled)
    training_crops = [
        training_crop
        for training_crop in (_make_training_crop(tuned, image, steps) for image in images)
        if training_crop
    ]
    before = _score(tuned, training_crops)
    if training_crops:
        _train(tuned, training_crops, terms or ObjectiveWeights(), steps)
    after = _score(tuned, training_crops)
    is_kept = after <= MAX_SCORE_RATIO * before
    made = STEPS if training_crops else 0
    adaptation = FineTuneReport(before, after, made, time.perf_counter() - began, is_kept)
    return (tuned.requires_grad_(False) if is_kept else network), adaptation


class _StepCounter:
    """Counts steps, and stops before one when nobody waits for them any more."""

    def __init__(
        self,
        total: int,
        on_step: Callable[[int, int], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self._done, self._total = 0, total
        self._on_step, self._is_cancelled = on_step, is_cancelled

    def begin(self) -> None:
        """Report the step before, and begin another.

        Raises:
            Cancelled: The user's wish.
        """
        if self._is_cancelled is not None and self._is_cancelled():
            raise Cancelled
        if self._on_step is not None:
            self._on_step(self._done, self._total)
        self._done += 1


@dataclass(frozen=True, eq=False)
class _TrainingCrop:
    """A part of a picture, what explains it, and where it is trained on, (1, 1, H, W)."""

    picture: Tensor
    estimate: BlurEstimate
    is_trained: Tensor


def _make_training_crop(
    network: MimoUNet, picture: Tensor, steps: _StepCounter
) -> _TrainingCrop | None:
    """What can be learnt from a picture; None where nothing explains it better than the network does."""
    estimate = estimate_blur(picture, _restore(network, picture), steps.begin)
    if estimate is None or estimate.evidence < MIN_EVIDENCE:
        return None
    rows, columns = (
        torch.arange(side, device=picture.device) // _BLOCK for side in picture.shape[2:]
    )
    is_kept_back = (rows[:, None] + 2 * columns) % 4 == 0
    return _TrainingCrop(picture, estimate, (~is_kept_back).float()[None, None])


def _train(
    network: MimoUNet,
    training_crops: Sequence[_TrainingCrop],
    terms: ObjectiveWeights,
    steps: _StepCounter,
) -> None:
    weights = list(network.parameters())
    origin = [weight.detach().clone() for weight in weights]
    optimiser = torch.optim.AdamW(weights, lr=_LEARNING_RATE, betas=(0.9, 0.99), weight_decay=0.0)
    for step in range(STEPS):
        steps.begin()
        cosine = 0.5 + 0.5 * math.cos(math.pi * step / STEPS)
        for group in optimiser.param_groups:
            group["lr"] = _LEARNING_RATE * min(1.0, (step + 1) / _WARM_UP) * cosine
        training_crop = training_crops[step % len(training_crops)]
        with autocast(training_crop.picture.device):
            restored = network(training_crop.picture)[-1]
        loss = _objective(restored.float(), training_crop, terms)
        if terms.anchor:
            pairs = zip(weights, origin, strict=True)
            loss = loss + terms.anchor * sum((now - then).square().sum() for now, then in pairs)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(weights, _MAX_GRADIENT_NORM)
        optimiser.step()


def _objective(restored: Tensor, training_crop: _TrainingCrop, terms: ObjectiveWeights) -> Tensor:
    estimate, is_trained = training_crop.estimate, training_crop.is_trained
    share = is_trained.mean()
    reblurred = blur(restored, estimate.kernel)
    loss = (
        terms.consistency * ((reblurred - training_crop.picture).abs() * is_trained).mean() / share
    )
    loss = loss + terms.guide * ((restored - estimate.guide).abs() * is_trained).mean() / share
    pixels = restored[0].flatten(1).T[is_trained.flatten() > 0]
    loss = loss + terms.transport * transport_cost(pixels, estimate.prototypes)
    return loss + terms.information * mutual_information_loss(pixels, estimate.prototypes)


def _score(network: MimoUNet, training_crops: Sequence[_TrainingCrop]) -> float:
    """The consistency score over what is not trained on; NaN without lessons."""
    scores = []
    for training_crop in training_crops:
        reblurred = blur(_restore(network, training_crop.picture), training_crop.estimate.kernel)
        is_kept_back = training_crop.is_trained.expand_as(reblurred) == 0
        scores.append(rms((reblurred - training_crop.picture)[is_kept_back]))
    return float(np.mean(scores)) if scores else math.nan


@torch.no_grad()
def _restore(network: MimoUNet, picture: Tensor) -> Tensor:
    restored: Tensor = network(picture)[-1]
    return restored.clamp(0, 1)


def _crop(picture: Pixels, multiple: int) -> Pixels | None:
    """The part with the most contrast; None of a picture too small to tell anything."""
    height, width = (min(side, CROP_SIDE) // multiple * multiple for side in picture.shape[:2])
    if min(height, width) < 4 * KERNEL_RADIUS:
        return None
    parts = [
        picture[top : top + height, left : left + width]
        for top in range(0, picture.shape[0] - height + 1, _STRIDE)
        for left in range(0, picture.shape[1] - width + 1, _STRIDE)
    ]
    return max(parts, key=lambda part: float(part.std(axis=(0, 1)).sum()))

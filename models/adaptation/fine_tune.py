"""Fine-tunes the network on a user's own pictures, without sharp versions of them.

After POUF (Tanwisuth et al., "POUF: Prompt-oriented unsupervised fine-tuning for large pre-trained models",
2023): the restored pictures are aligned with prototypes, here the colours of their palettes, by a
bidirectional transport cost and by mutual information. Flat colours with sharp edges in the wrong place
would satisfy both, so we add two terms: the restored picture must give the input when blurred again, and it
must be close to the picture in palette colours that explains the input best.

All of this depends on that explanation being right. So nothing is trained unless the explanation is much
better than the network's own result, and the fine-tuned network is returned only if it also agrees better
with parts of the pictures that were held back from training. Measurements: ``models/training/ADAPTING.md``.
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
"""Number of training steps."""

MAX_PICTURES = 4
"""Most pictures that are used; if there are more, they are sampled evenly."""

CROP_SIDE = 160
"""Side of the crop used from each picture, the one with the most contrast, in pixels."""

MIN_EVIDENCE = 2.6
"""How many times better palette and blur must explain a picture than the network's own result does."""

MAX_SCORE_RATIO = 0.8
"""Largest consistency score after training, as a share of that before; the right blur lowers it further."""

_LEARNING_RATE = 5e-4
_WARM_UP = 12
_MAX_GRADIENT_NORM = 0.2
_BLOCK = 32  # side of the blocks that are trained on or held back, in pixels
_STRIDE = 32  # distance between the crops that are compared, in pixels

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ObjectiveWeights:
    """The weight of each term of the objective.

    Attributes:
        consistency: Mean absolute difference between the input and the restored picture blurred again.
        guide: The same between the restored picture and the sharp picture that explains the input.
        transport: POUF's transport cost between restored pixels and prototypes.
        information: POUF's mutual information between them.
        anchor: Sum of the squared changes of the network's weights.
    """

    consistency: float = 1.0
    guide: float = 1.0
    transport: float = 0.1
    information: float = 0.001
    anchor: float = 0.0


@dataclass(frozen=True)
class FineTuneReport:
    """The outcome of fine-tuning.

    Attributes:
        before: The consistency score of the original network: the root mean square difference, in levels of
            255, between the input and the restored picture blurred again by the estimated kernel, over the
            blocks that were held back. Lower is better. NaN if nothing was trained because no blur was found
            that explains a picture.
        after: The score of the fine-tuned network.
        steps: Number of training steps.
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

    This is deterministic: the same pictures give the same network on the same machine.

    Args:
        network: On any device, in any precision; not changed.
        pictures: Inputs of the network: enlarged, uint8 (H, W, 3), sRGB-encoded.
        on_step: Called before each step with the number of steps done and their total; the training steps are
            skipped if no blur is found.
        is_cancelled: Called before each step.
        terms: Weights of the objective.

    Returns:
        The fine-tuned network in float32, in evaluation mode, or ``network`` itself; and a report.

    Raises:
        ValueError: There is no picture.
        ValueError: A picture is not uint8 (H, W, 3).
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
    taken = STEPS if training_crops else 0
    report = FineTuneReport(before, after, taken, time.perf_counter() - began, is_kept)
    return (tuned.requires_grad_(False) if is_kept else network), report


class _StepCounter:
    """Counts and reports steps, and stops when the job is cancelled."""

    def __init__(
        self,
        total: int,
        on_step: Callable[[int, int], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self._done, self._total = 0, total
        self._on_step, self._is_cancelled = on_step, is_cancelled

    def begin(self) -> None:
        """Report the steps done so far and begin the next one.

        Raises:
            Cancelled: The user cancelled the job.
        """
        if self._is_cancelled is not None and self._is_cancelled():
            raise Cancelled
        if self._on_step is not None:
            self._on_step(self._done, self._total)
        self._done += 1


@dataclass(frozen=True, eq=False)
class _TrainingCrop:
    """A crop (1, 3, H, W), the estimate of its blur, and a mask of where to train on it, (1, 1, H, W)."""

    picture: Tensor
    estimate: BlurEstimate
    is_trained: Tensor


def _make_training_crop(
    network: MimoUNet, picture: Tensor, steps: _StepCounter
) -> _TrainingCrop | None:
    """Estimate the blur of a crop; None if that explains it hardly better than the network's result does."""
    estimate = estimate_blur(picture, _restore(network, picture), steps.begin)
    if estimate is None or estimate.evidence < MIN_EVIDENCE:
        return None
    rows, columns = (
        torch.arange(side, device=picture.device) // _BLOCK for side in picture.shape[2:]
    )
    is_held_back = (rows[:, None] + 2 * columns) % 4 == 0
    return _TrainingCrop(picture, estimate, (~is_held_back).float()[None, None])


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
    """Return the consistency score over the blocks that were held back; NaN without training crops."""
    scores = []
    for training_crop in training_crops:
        reblurred = blur(_restore(network, training_crop.picture), training_crop.estimate.kernel)
        is_held_back = training_crop.is_trained.expand_as(reblurred) == 0
        scores.append(rms((reblurred - training_crop.picture)[is_held_back]))
    return float(np.mean(scores)) if scores else math.nan


@torch.no_grad()
def _restore(network: MimoUNet, picture: Tensor) -> Tensor:
    restored: Tensor = network(picture)[-1]
    return restored.clamp(0, 1)


def _crop(picture: Pixels, multiple: int) -> Pixels | None:
    """Return the crop with the most contrast, uint8 (h, w, 3); None if the picture is too small."""
    height, width = (min(side, CROP_SIDE) // multiple * multiple for side in picture.shape[:2])
    if min(height, width) < 4 * KERNEL_RADIUS:
        return None
    parts = [
        picture[top : top + height, left : left + width]
        for top in range(0, picture.shape[0] - height + 1, _STRIDE)
        for left in range(0, picture.shape[1] - width + 1, _STRIDE)
    ]
    return max(parts, key=lambda part: float(part.std(axis=(0, 1)).sum()))

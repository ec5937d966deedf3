"""Measure what "Adapt to these pictures" gains on blurs outside the training range, and what each term adds.

    python3 dev.py evaluate
    .venv/bin/python -m tests.benchmarks.judge_fine_tune [--validation PACK] [--pictures 10] [--model NAME]

Each held-out picture is blurred with each kernel, halved and enlarged again. The network is adapted to that
one picture, without its sharp version, and restores it. The last kernels are inside the training range, where
the network is good and adapting should not change it.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from scipy import ndimage

from models.adaptation.fine_tune import CROP_SIDE, FineTuneReport, ObjectiveWeights, fine_tune
from models.checkpoint import read_network
from models.devices import choose_device
from models.mimo_unet import MimoUNet
from models.registry import MODELS, find_model
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus
from models.training.data.degradation import (
    Chain,
    Picture,
    blur_disc,
    blur_gaussian,
    blur_motion,
    compress,
)
from models.training.evaluation.metrics import psnr

Pixels = npt.NDArray[np.uint8]
Kernel = npt.NDArray[np.float64]
Blur = Callable[[Picture, np.random.Generator], Picture]

WORSE = 0.05  # dB; smaller differences are invisible
KERNEL_REACH = 24  # pixels from the middle to the border of the kernels

ABLATIONS = {
    "all terms": ObjectiveWeights(),
    "without consistency": replace(ObjectiveWeights(), consistency=0.0),
    "without the guide": replace(ObjectiveWeights(), guide=0.0),
    "without transport": replace(ObjectiveWeights(), transport=0.0),
    "without mutual information": replace(ObjectiveWeights(), information=0.0),
    "POUF's two terms at full weight": replace(ObjectiveWeights(), transport=1.0, information=0.3),
    "with an anchor to the weights, 0.1": replace(ObjectiveWeights(), anchor=0.1),
    "with an anchor to the weights, 0.01": replace(ObjectiveWeights(), anchor=0.01),
}


def double_image(gap: float, angle: float) -> Kernel:
    """Make a kernel of two discs of unequal weight, ``gap`` pixels apart; ``angle`` in radians."""
    y, x = _grid()
    down, right = gap / 2 * math.sin(angle), gap / 2 * math.cos(angle)
    first = np.clip(2 - np.hypot(y - down, x - right), 0, 1)
    second = np.clip(2 - np.hypot(y + down, x + right), 0, 1)
    return np.asarray(0.6 * first + 0.4 * second)


def crossed_motion(length: float, angle: float) -> Kernel:
    """Make a kernel of a motion over ``length`` pixels, crossed by a shorter one at a right angle."""
    return _streak(length, angle) + _streak(0.7 * length, angle + math.pi / 2)


def fading_motion(tail: float, angle: float) -> Kernel:
    """Make a kernel of a motion that fades out over ``tail`` pixels, with its centroid in the middle."""
    along, across = _turned(angle)
    light = np.exp(-np.clip(along + tail, 0, None) / tail) * (along > -tail - 0.5)
    return np.asarray(light * np.exp(-0.5 * across**2))


def camera_shake(reach: float, rng: np.random.Generator) -> Kernel:
    """Make a kernel from the random path of a shaken camera, at most ``reach`` pixels from the middle."""
    speed = np.zeros(2)
    path = np.zeros((400, 2))
    for step in range(1, len(path)):
        speed = 0.97 * speed + rng.normal(0, 0.25, 2)
        path[step] = path[step - 1] + speed
    path -= path.mean(axis=0)
    path *= reach / np.abs(path).max()
    kernel = np.zeros((2 * KERNEL_REACH + 1, 2 * KERNEL_REACH + 1))
    np.add.at(kernel, tuple(np.rint(path).astype(int).T + KERNEL_REACH), 1)
    return np.asarray(ndimage.gaussian_filter(kernel, 0.8))


OUTSIDE: dict[str, Blur] = {
    "double image, 9 px": lambda x, rng: _by(double_image(9, _angle(rng)), x),
    "motion, 22 px": lambda x, rng: blur_motion(x, 22, _angle(rng)),
    "crossed motion, 17 and 12 px": lambda x, rng: _by(crossed_motion(17, _angle(rng)), x),
    "motion that fades, 6 px": lambda x, rng: _by(fading_motion(6, 2 * _angle(rng)), x),
    "shaken, 9 px": lambda x, rng: _by(camera_shake(9, rng), x),
    "out of focus, 6 px": lambda x, rng: blur_disc(x, 6),
    "Gaussian, σ 5": lambda x, rng: blur_gaussian(x, 5),
}
INSIDE: dict[str, Blur] = {
    "Gaussian, σ 1.8": lambda x, rng: blur_gaussian(x, 1.8),
    "motion, 9 px": lambda x, rng: blur_motion(x, 9, _angle(rng)),
    "σ 1, JPEG 50": lambda x, rng: blur_gaussian(x, 1),
}


@dataclass(frozen=True, eq=False)
class BlurCase:
    """A blurred picture: name of the kernel, enlarged input and sharp truth, both uint8 (H, W, 3)."""

    kernel: str
    enlarged: Pixels
    sharp: Pixels


@dataclass(frozen=True)
class Outcome:
    """PSNR in dB before and after adapting, and the report of the adaptation."""

    before: float
    after: float
    adaptation: FineTuneReport

    @property
    def gain(self) -> float:
        """The gain in PSNR, in dB."""
        return self.after - self.before


def cases(corpus: Corpus, pictures: int, seed: int) -> list[BlurCase]:
    """Blur the part with the most contrast of some pictures with every kernel.

    Args:
        corpus: Sharp pictures.
        pictures: Number of pictures; photographs, which have no palette, are as frequent as in the corpus.
        seed: Decides angles and paths of the kernels.
    """
    step = max(1, len(corpus) // pictures)
    found = []
    for number in range(step // 2, step * pictures, step):
        sharp = _highest_contrast_part(corpus[number].pixels)
        for place, (kernel, blur) in enumerate((OUTSIDE | INSIDE).items()):
            rng = np.random.default_rng((seed, number, place))
            after = (lambda x: compress(x, "JPEG", 50),) if "JPEG" in kernel else ()
            chain = Chain((lambda x, b=blur, r=rng: b(x, r),), reducer="bicubic", after=after)  # type: ignore[misc]
            found.append(BlurCase(kernel, chain(sharp), sharp))
    return found


def judge(network: MimoUNet, case: BlurCase, terms: ObjectiveWeights | None = None) -> Outcome:
    """Adapt the network to one picture, restore it, and compare with the truth."""
    tuned, adaptation = fine_tune(network, [case.enlarged], terms=terms)
    before = psnr(_restore(network, case.enlarged), case.sharp)
    after = psnr(_restore(tuned, case.enlarged), case.sharp) if adaptation.is_kept else before
    return Outcome(before, after, adaptation)


def row(title: str, outcomes: Sequence[Outcome]) -> str:
    """Format one row of the table."""
    kept = [o for o in outcomes if o.adaptation.is_kept]
    worse = sum(o.gain < -WORSE for o in outcomes)
    better = sum(o.gain > WORSE for o in outcomes)
    cells = [
        title,
        str(len(outcomes)),
        str(len(kept)),
        f"{np.mean([o.before for o in outcomes]):.2f}",
        f"{np.mean([o.after for o in outcomes]):.2f}",
        f"{np.mean([o.gain for o in outcomes]):+.2f}",
        f"{np.mean([o.gain for o in kept]):+.2f}" if kept else "–",
        str(better),
        f"{worse} ({worse / len(outcomes):.1%})",
        f"{np.median([o.adaptation.seconds for o in outcomes]):.0f}",
    ]
    return f"| {' | '.join(cells)} |"


HEAD = (
    "| blur | cases | kept | network, dB | adapted, dB | gain | gain where kept | better | worse | s |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Print the tables and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--validation", type=Path, help="a pack; by default made on first use")
    parser.add_argument("--pictures", type=int, default=10)
    parser.add_argument("--model", default=MODELS[-1].name)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument(
        "--ablated", type=int, default=8, help="cases that the terms are ablated on"
    )
    options, _ = parser.parse_known_args()
    entry = find_model(options.model)
    network = read_network(entry.file if entry else Path(options.model))
    network = network.to(choose_device(options.device).name)
    all_cases = cases(
        Corpus(options.validation or find_pack("validation")), options.pictures, options.seed
    )
    outcomes = [judge(network, case) for case in all_cases]
    sys.stdout.write(
        f"Adapting {options.model} to one picture of {CROP_SIDE} × {CROP_SIDE}:\n\n{HEAD}\n"
    )
    for title, kernels in (("outside the training range", OUTSIDE), ("inside it", INSIDE)):
        groups = {f"**all {title}**": list(kernels)} | {kernel: [kernel] for kernel in kernels}
        for name, members in groups.items():
            pairs = zip(all_cases, outcomes, strict=True)
            sys.stdout.write(row(name, [o for case, o in pairs if case.kernel in members]) + "\n")
    trained = [c for c, o in zip(all_cases, outcomes, strict=True) if o.adaptation.steps]
    chosen = trained[:: max(1, len(trained) // options.ablated)][: options.ablated]
    if chosen:
        sys.stdout.write(
            f"\nTerms, on {len(chosen)} of the cases that were trained on:\n\n{HEAD}\n"
        )
    for name, terms in ABLATIONS.items() if chosen else ():
        sys.stdout.write(row(name, [judge(network, case, terms) for case in chosen]) + "\n")
        sys.stdout.flush()
    return 0


def _restore(network: MimoUNet, enlarged: Pixels) -> Pixels:
    device = next(network.parameters()).device
    image = torch.from_numpy(enlarged).to(device).permute(2, 0, 1)[None].float() / 255
    with torch.inference_mode():
        restored = network(image)[-1].clamp(0, 1)[0].permute(1, 2, 0)
    return np.asarray((restored * 255).round().byte().cpu().numpy())


def _highest_contrast_part(sharp: Pixels) -> Pixels:
    """Crop the part with the most contrast: at most ``CROP_SIDE`` pixels a side, a multiple of 8."""
    height, width = (min(side, CROP_SIDE) // 8 * 8 for side in sharp.shape[:2])
    parts = [
        sharp[top : top + height, left : left + width]
        for top in range(0, sharp.shape[0] - height + 1, 32)
        for left in range(0, sharp.shape[1] - width + 1, 32)
    ]
    return max(parts, key=lambda part: float(part.std(axis=(0, 1)).sum()))


def _by(kernel: Kernel, image: Picture) -> Picture:
    weights = (kernel / kernel.sum()).astype(np.float32)[..., None]
    return np.asarray(ndimage.convolve(image, weights, mode="nearest"), np.float32)


def _streak(length: float, angle: float) -> Kernel:
    along, across = _turned(angle)
    inside = np.clip(length / 2 + 0.5 - np.abs(along), 0, 1)
    return np.asarray(inside * np.clip(1 - np.abs(across), 0, 1))


def _turned(angle: float) -> tuple[Kernel, Kernel]:
    y, x = _grid()
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)


def _grid() -> tuple[Kernel, Kernel]:
    y, x = np.mgrid[-KERNEL_REACH : KERNEL_REACH + 1, -KERNEL_REACH : KERNEL_REACH + 1].astype(
        np.float64
    )
    return y, x


def _angle(rng: np.random.Generator) -> float:
    return float(rng.uniform(0, math.pi))


if __name__ == "__main__":
    sys.exit(main())

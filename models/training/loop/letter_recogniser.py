r"""Trains a network that recognises letters, for a loss on the shapes of restored letters.

    python -m models.training.loop.letter_recogniser training-data/sources --out letters.safetensors \
        --minutes 15

``SHIPPED_RECOGNISER``, the default of a training run, was trained in several stages (EXPERIMENTS.md). The
recogniser learns from pages of random words in the training typefaces. Half of them are degraded, and with
``--restorer`` most of those are restored again, so that it learns to read what a network makes of letters.
It is independent of the OCR engine used for evaluation, and not part of the program.
"""

import argparse
import logging
import math
import string
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw, ImageFont
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from models.devices import autocast
from models.training.corpus.sources import Sources
from models.training.corpus.typefaces import Typeface, open_font
from models.training.data.chains import random_chain
from models.training.evaluation.metrics import LUMA
from models.training.loop.optimiser import Optimiser
from models.training.loop.teacher import Teacher

log = logging.getLogger(__name__)

SHIPPED_RECOGNISER = Path(__file__).with_name("letters.safetensors")

Grey = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

LETTERS = string.ascii_letters + string.digits + ".,:;-!?&@/"
WORD_LETTERS = 4 * "etaoinshrdlcumwfgypbvk" + LETTERS[:62]  # words are drawn from these
SIDE = 96  # of a page, in pixels; the default crop of a training run
STRIDE = 2  # distance between two predictions, in pixels; letters of small print are 3 to 5 wide
OVERSAMPLING = 4
POOL_SIZE = 2000  # pages that are used again with other colours and damage, since drawing is slow
FRESH_SHARE = 0.25  # of the pages of a batch are drawn anew
RESTORED_SHARE = 0.7  # of the degraded pages are restored, if there is a network for it
LOSS_LAYERS = (3, 4, 6)  # layers whose features are compared
MIN_CONFIDENCE = 0.8  # the misread loss counts only where a letter of the target is this probable
PEAK_RATE = 3e-3


class LetterRecogniser(nn.Module):
    """Predicts which letter has its centre at each position of a picture; ignores its colours."""

    def __init__(self) -> None:
        super().__init__()
        shapes = [(1, 32, 1, 1), (32, 48, 2, 1), (48, 64, 1, 1), (64, 96, 1, 1), (96, 128, 1, 2)]
        shapes += [(128, 128, 1, 4), (128, 128, 1, 6)]
        self.layers = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 3, stride, dilation, dilation),
                nn.BatchNorm2d(out_channels),
                nn.ReLU(),
            )
            for in_channels, out_channels, stride, dilation in shapes
        )
        self.head = nn.Conv2d(128, len(LETTERS), 1)

    def features(self, image: Tensor) -> list[Tensor]:
        """Return the output of each layer, (B, C_i, H_i, W_i), for a picture (B, 3, H, W) in [0, 1]."""
        luma = torch.from_numpy(LUMA).to(image).view(1, 3, 1, 1)
        x = (image * luma).sum(1, keepdim=True) - 0.5
        x = x.contiguous(memory_format=torch.channels_last)
        outputs = []
        for layer in self.layers:
            x = layer(x)
            outputs.append(x)
        return outputs

    def forward(self, image: Tensor) -> Tensor:
        """Return logits of ``LETTERS`` at every ``STRIDE`` pixels, (B, letters, H/STRIDE, W/STRIDE)."""
        logits: Tensor = self.head(self.features(image)[-1])
        return logits


class LetterLoss:
    """Measures how much the letters in two pictures differ: in the features, and in what is read.

    Args:
        weights: File of the weights of a recogniser, as ``main`` writes it.
        device: Where to run.

    Raises:
        OSError: The file is missing.
        RuntimeError: The file holds the weights of another network.
    """

    def __init__(self, weights: Path, device: torch.device) -> None:
        recogniser = LetterRecogniser()
        recogniser.load_state_dict(load_file(weights))
        recogniser = recogniser.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._recogniser = recogniser.eval().requires_grad_(False)
        self._device = device

    def __call__(self, output: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Compare two (B, 3, H, W).

        The second term is the expected share of misread letters. Unlike a divergence, its gradient is small
        for letters that cannot be read at all and for those read well, and largest where a small change
        decides.

        Args:
            output: Restored pictures, in [0, 1].
            target: Sharp pictures, in [0, 1].

        Returns:
            The sum over ``LOSS_LAYERS`` of the mean absolute difference of the features, relative to their
            mean; and the mean improbability, 0 to 1, of the target's letters in the output, over the
            positions where the recogniser is surer of them than ``MIN_CONFIDENCE``. A scalar each.
        """
        with torch.no_grad():
            target_features, logits = self._run(target)
            probability, letter = logits.softmax(dim=1).max(dim=1)
            is_sure = probability > MIN_CONFIDENCE
        features, logits = self._run(output)
        terms = [
            (a - b).abs().mean() / b.abs().mean()
            for a, b in zip(features, target_features, strict=True)
        ]
        probability = logits.softmax(dim=1).gather(1, letter.unsqueeze(1)).squeeze(1)
        misread = ((1 - probability) * is_sure).sum() / is_sure.sum().clamp(min=1)
        return torch.stack(terms).sum(), misread

    def _run(self, image: Tensor) -> tuple[list[Tensor], Tensor]:
        with autocast(self._device):
            features = self._recogniser.features(image)
            logits = self._recogniser.head(features[-1])
        return [features[layer].float() for layer in LOSS_LAYERS], logits.float()


def draw_page(face: Typeface, rng: Random) -> tuple[Grey, Labels]:
    """Draw random words in one size, line by line.

    Args:
        face: A typeface that has all ``LETTERS``.
        rng: Source of every choice.

    Returns:
        The coverage of ink, float32 (SIDE, SIDE) in [0, 1]; and, for each square of ``STRIDE`` pixels, the
        index in ``LETTERS`` of the letter centred in it, or −1, int64 (SIDE/STRIDE, SIDE/STRIDE).
    """
    em = min(44.0, max(6.0, rng.lognormvariate(2.6, 0.45)))
    font = open_font(face.path, em * OVERSAMPLING)
    page = Image.new("L", (SIDE * OVERSAMPLING, SIDE * OVERSAMPLING))
    labels = np.full((SIDE // STRIDE, SIDE // STRIDE), -1, np.int64)
    draw, is_upper = ImageDraw.Draw(page), rng.random() < 0.25
    tracking = em * rng.choice((0, 0, 0, 0.05, 0.1))
    top, leading = rng.uniform(-0.3, 0.5) * em, rng.uniform(1.15, 1.6) * em
    while top < SIDE:
        left = rng.uniform(-em, em)
        while left < SIDE:
            for letter in _random_word(rng, is_upper=is_upper):
                draw.text((left * OVERSAMPLING, top * OVERSAMPLING), letter, fill=255, font=font)
                _label_letter(labels, letter, font, left, top)
                left += font.getlength(letter) / OVERSAMPLING + tracking
            left += 0.28 * em
        top += leading
    ink = np.asarray(page.resize((SIDE, SIDE), Image.Resampling.BOX)).astype(np.float32)
    return ink / np.float32(255), labels


def colour_page(ink: Grey, rng: np.random.Generator) -> tuple[Tensor, bool]:
    """Give ink and paper two greys and degrade half of the pages.

    Args:
        ink: Coverage of ink, (SIDE, SIDE) in [0, 1].
        rng: Source of every choice.

    Returns:
        The page, float32 (3, SIDE, SIDE) in [0, 1], and whether it is degraded.
    """
    paper = rng.uniform()
    contrast = rng.uniform(0.2, 1) * (1 if paper < 0.5 else -1) * max(paper, 1 - paper)
    grey = paper + contrast * ink
    pixels = np.rint(255 * np.repeat(grey[..., None], 3, axis=2)).astype(np.uint8)
    is_damaged = rng.random() < 0.5
    if is_damaged:
        pixels = random_chain(rng)(pixels)
    return torch.from_numpy(pixels).permute(2, 0, 1).float() / 255, is_damaged


class PageBatches:
    """Makes batches of pages with their labels.

    Args:
        pick: Chooses a typeface; called again if that lacks a letter.
        seed: Seed of all random choices.
        restore: Restores ``RESTORED_SHARE`` of the degraded pages: maps (B, 3, H, W) in [0, 1] to the same
            shape.
    """

    def __init__(
        self,
        pick: Callable[[Random], Typeface],
        seed: int,
        restore: Callable[[Tensor], Tensor] | None = None,
    ) -> None:
        self._pick, self._random, self._rng = pick, Random(seed), np.random.default_rng(seed)
        self._restore = restore
        self._pool: list[tuple[Grey, Labels]] = []

    def batch(self, count: int) -> tuple[Tensor, Tensor]:
        """Draw ``count`` pages and colour them.

        Returns:
            Pictures, (count, 3, SIDE, SIDE) in [0, 1], and labels, (count, SIDE/STRIDE, SIDE/STRIDE).
        """
        pages = [self._page() for _ in range(count)]
        coloured, are_damaged = zip(*(colour_page(ink, self._rng) for ink, _ in pages), strict=True)
        images = torch.stack(coloured)
        if self._restore is not None:
            chosen = torch.tensor(are_damaged) & torch.from_numpy(
                self._rng.random(count) < RESTORED_SHARE
            )
            if chosen.any():
                images[chosen] = self._restore(images[chosen]).clamp(0, 1)
        return images, torch.from_numpy(np.stack([labels for _, labels in pages]))

    def _page(self) -> tuple[Grey, Labels]:
        if self._pool and self._rng.random() > FRESH_SHARE:
            return self._random.choice(self._pool)
        face = self._pick(self._random)
        while not face.can_write(LETTERS):
            face = self._pick(self._random)
        page = draw_page(face, self._random)
        if len(self._pool) < POOL_SIZE:
            self._pool.append(page)
        else:
            self._pool[self._random.randrange(POOL_SIZE)] = page
        return page


def train(
    recogniser: LetterRecogniser,
    pages: PageBatches,
    minutes: float,
    *,
    rate: float = PEAK_RATE,
    steps: int = 10**9,
    batch: int = 16,
) -> LetterRecogniser:
    """Train a recogniser on the CPU.

    Args:
        recogniser: Trained in place.
        pages: Source of the batches.
        minutes: Time budget.
        rate: Peak learning rate; it falls to 0 along a cosine.
        steps: Largest number of steps, whichever budget is spent first.
        batch: Pages per step.

    Returns:
        ``recogniser`` in evaluation mode.
    """
    recogniser = recogniser.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = Optimiser(recogniser, {1, len(LETTERS)})
    began, step, accuracy = time.monotonic(), 0, 0.0
    while (share := max(step / steps, (time.monotonic() - began) / (60 * minutes))) < 1:
        images, labels = pages.batch(batch)
        with autocast(torch.device("cpu")):
            output = recogniser(images)
        logits, letters = output.float().permute(0, 2, 3, 1)[labels >= 0], labels[labels >= 0]
        F.cross_entropy(logits, letters).backward()  # type: ignore[no-untyped-call]
        optimiser.step(rate * (0.5 + 0.5 * math.cos(math.pi * share)))
        step += 1
        accuracy += 0.02 * ((logits.argmax(1) == letters).float().mean().item() - accuracy)
        if step % 100 == 0:
            log.info("step %d: about %.0f %% of the letters are right", step, 100 * accuracy)
    return recogniser.eval()


def _random_word(rng: Random, *, is_upper: bool) -> str:
    word = "".join(rng.choices(WORD_LETTERS, k=rng.randint(2, 9)))
    word += rng.choice(LETTERS[62:]) if rng.random() < 0.2 else ""
    if is_upper:
        return word.upper()
    return word.capitalize() if rng.random() < 0.3 else word


def _label_letter(
    labels: Labels, letter: str, font: ImageFont.FreeTypeFont, left: float, top: float
) -> None:
    box = font.getbbox(letter)
    x, y = (
        offset + (box[axis] + box[axis + 2]) / 2 / OVERSAMPLING
        for axis, offset in ((0, left), (1, top))
    )
    if 2 <= x < SIDE - 2 and 2 <= y < SIDE - 2:
        labels[int(y // STRIDE), int(x // STRIDE)] = LETTERS.index(letter)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.training.loop.letter_recogniser", description=__doc__.splitlines()[0]
    )
    parser.add_argument("sources", type=Path, help="the folder that `fetch` filled")
    parser.add_argument("--out", type=Path, required=True, help="the weights, .safetensors")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=PEAK_RATE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--restorer", type=Path, help="weights of a network to read after")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    restore = Teacher(options.restorer, torch.device("cpu")) if options.restorer else None
    pages = PageBatches(Sources(options.sources, "train").pick_font, options.seed, restore)
    recogniser = LetterRecogniser()
    if options.start is not None:
        recogniser.load_state_dict(load_file(options.start))
    weights = train(recogniser, pages, options.minutes, rate=options.rate).half().state_dict()
    save_file({name: tensor.contiguous() for name, tensor in weights.items()}, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

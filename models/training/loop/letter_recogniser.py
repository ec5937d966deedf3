r"""A network that tells letters, so that a run can be told by its features whether strokes are right.

    python -m models.training.loop.letter_recogniser training-data/sources --out letters.safetensors \
        --minutes 15

``SHIPPED_RECOGNISER`` was made by going on from earlier ones (EXPERIMENTS.md); a run reads with it unless it
is given another. It learns from pages of random words in families for training, half of them damaged and,
with ``--restorer``, most of those restored again, so that it learns to read what a network makes of letters.
It has nothing to do with the OCR engine that judges, and takes no part in the program.
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
SIDE = 96  # of a page in pixels, as large as the crops of a run
STRIDE = 2  # pixels from one place that is told to the next; small print has letters of 3 to 5
OVERSAMPLING = 4
POOL_SIZE = (
    2000  # pages that are seen again, coloured and damaged anew: to draw takes longer than to learn
)
FRESH_SHARE = 0.25  # of a batch are drawn for it
RESTORED_SHARE = 0.7  # of the damaged pages, where there is a network to restore them
LOSS_LAYERS = (3, 4, 6)  # whose features are compared
MIN_CONFIDENCE = 0.8  # how probable the likeliest letter of a sharp picture is where it counts
PEAK_RATE = 3e-3


class LetterRecogniser(nn.Module):
    """Tells which letter has its centre where, in a grey picture at its own size."""

    def __init__(self) -> None:
        super().__init__()
        shapes = [(1, 32, 1, 1), (32, 48, 2, 1), (48, 64, 1, 1), (64, 96, 1, 1), (96, 128, 1, 2)]
        shapes += [(128, 128, 1, 4), (128, 128, 1, 6)]
        self.layers = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(entering, leaving, 3, stride, dilation, dilation),
                nn.BatchNorm2d(leaving),
                nn.ReLU(),
            )
            for entering, leaving, stride, dilation in shapes
        )
        self.head = nn.Conv2d(128, len(LETTERS), 1)

    def features(self, image: Tensor) -> list[Tensor]:
        """What each layer makes of (B, 3, H, W) in [0, 1]."""
        luma = torch.from_numpy(LUMA).to(image).view(1, 3, 1, 1)
        entering = (image * luma).sum(1, keepdim=True) - 0.5
        entering = entering.contiguous(memory_format=torch.channels_last)
        made = []
        for layer in self.layers:
            entering = layer(entering)
            made.append(entering)
        return made

    def forward(self, image: Tensor) -> Tensor:
        """Scores of ``LETTERS`` at every ``STRIDE`` pixels, (B, letters, H/STRIDE, W/STRIDE)."""
        scores: Tensor = self.head(self.features(image)[-1])
        return scores


class LetterLoss:
    """By how much letters in two pictures differ: in their features, and in what is read.

    Args:
        weights: Of a recogniser, as ``main`` writes them.
        device: Where to run.

    Raises:
        OSError: The file is missing.
        RuntimeError: It is of something else.
    """

    def __init__(self, weights: Path, device: torch.device) -> None:
        recogniser = LetterRecogniser()
        recogniser.load_state_dict(load_file(weights))
        recogniser = recogniser.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._recogniser = recogniser.eval().requires_grad_(False)
        self._device = device

    def __call__(self, output: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Compare two (B, 3, H, W).

        The second term is the expected share of errors: unlike a divergence it neither dwells on what
        cannot be read any more nor on what is read well, and pays most where a little decides.

        Returns:
            The mean absolute differences of the features, in units of their mean; and how improbable the
            letters of the target are in the output, 0 to 1, on average over the places where the
            recogniser is ``MIN_CONFIDENCE`` of them. A scalar each.
        """
        with torch.no_grad():
            wanted, scores = self._run(target)
            probability, letter = scores.softmax(dim=1).max(dim=1)
            is_sure = probability > MIN_CONFIDENCE
        made, scores = self._run(output)
        terms = [(a - b).abs().mean() / b.abs().mean() for a, b in zip(made, wanted, strict=True)]
        told = scores.softmax(dim=1).gather(1, letter.unsqueeze(1)).squeeze(1)
        misread = ((1 - told) * is_sure).sum() / is_sure.sum().clamp(min=1)
        return torch.stack(terms).sum(), misread

    def _run(self, image: Tensor) -> tuple[list[Tensor], Tensor]:
        with autocast(self._device):
            made = self._recogniser.features(image)
            scores = self._recogniser.head(made[-1])
        return [made[layer].float() for layer in LOSS_LAYERS], scores.float()


def draw_page(face: Typeface, rng: Random) -> tuple[Grey, Labels]:
    """Draw random words in one size, line by line.

    Args:
        face: It must be able to write ``LETTERS``.
        rng: Source of every choice.

    Returns:
        Coverage of ink in [0, 1], (SIDE, SIDE), and the number in ``LETTERS`` of the letter that has its
        centre in each square of ``STRIDE`` pixels, or −1, (SIDE/STRIDE, SIDE/STRIDE).
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
    """Give ink and paper two greys and, in half of the cases, damage the page.

    Returns:
        The page, (3, SIDE, SIDE) in [0, 1], and whether it is damaged.
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
    """Batches of pages with their letters.

    Args:
        pick: Chooses a face; another is asked for where it lacks a letter.
        seed: Of every choice.
        restore: What ``RESTORED_SHARE`` of the damaged pages go through, (B, 3, H, W) in [0, 1] to the same.
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
        """Draw pages and colour them.

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
    """Train a recogniser on the CPU until the minutes or the steps of ``batch`` pages are spent."""
    recogniser = recogniser.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = Optimiser(recogniser, {1, len(LETTERS)})
    began, step, right = time.monotonic(), 0, 0.0
    while (share := max(step / steps, (time.monotonic() - began) / (60 * minutes))) < 1:
        images, labels = pages.batch(batch)
        with autocast(torch.device("cpu")):
            scores = recogniser(images)
        told, wanted = scores.float().permute(0, 2, 3, 1)[labels >= 0], labels[labels >= 0]
        F.cross_entropy(told, wanted).backward()  # type: ignore[no-untyped-call]
        optimiser.step(rate * (0.5 + 0.5 * math.cos(math.pi * share)))
        step += 1
        right += 0.02 * ((told.argmax(1) == wanted).float().mean().item() - right)
        if step % 100 == 0:
            log.info("step %d: about %.0f %% of the letters are right", step, 100 * right)
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

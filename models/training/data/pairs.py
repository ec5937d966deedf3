"""Makes training pairs: random crops of the corpus, recoloured and degraded, in an order fixed by a seed.

``python -m models.training.data.pairs PACK`` prints how many pairs one core makes per second.
"""

import argparse
import itertools
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from models.training.corpus.pack_format import Corpus, Target
from models.training.data.chains import (
    LOSSY_SHARES,
    PIXEL_SHARES,
    SHARES,
    SOFT_SHARES,
    THIN_SHARES,
    Shares,
    degrade,
)
from models.training.data.inks import draw_ink, draw_paper, draw_saturated
from models.training.data.patterns import draw_pattern
from models.training.data.pixel_graphics import draw_pixel_graphic
from models.training.data.strokes import draw_strokes

Pixels = npt.NDArray[np.uint8]

MARGIN = 16  # pixels around a crop, so that blurs and codec blocks do not end at its border
TEXT_KINDS = ("text", "small-print", "lockup")
# Scenes drawn instead of a picture of the corpus, each with its share of the crops and its degradations.
Scene = Callable[[int, int, np.random.Generator], Pixels]
SCENES: dict[str, tuple[Scene, float, Shares]] = {
    "pattern": (draw_pattern, 0.01, SOFT_SHARES),
    "strokes": (draw_strokes, 0.06, THIN_SHARES),
    "pixel graphic": (draw_pixel_graphic, 0.04, PIXEL_SHARES),
}
SATURATED_SHARE = 0.04  # of the crops of drawn pictures: black or saturated paper in a lossy file
# This share of the crops is the one with the most contrast of three; otherwise four of five pixels would be
# flat.
BEST_WINDOW_SHARE, WINDOWS = 0.75, 3
NEGATIVE_SHARE = 0.25  # of the crops of photographs
TEXT_ONLY_KINDS = ("text", "small-print")  # nothing but letters; most misread characters are here


def draw_pair(target: Target, crop: int, rng: np.random.Generator) -> tuple[Pixels, Pixels]:
    """Cut a random crop, recolour it and degrade it.

    Args:
        target: A sharp picture of at least ``crop`` pixels a side.
        crop: Side in pixels, even.
        rng: Source of every choice.

    Returns:
        The enlarged low-quality crop and the sharp one, uint8 (crop, crop, 3) each.
    """
    is_text = target.kind in TEXT_KINDS
    pixels = _flip_and_rotate(target.pixels, rng, is_text=is_text)
    # The margins vary, so that codec blocks can begin anywhere and borders of pictures occur too.
    margins = (
        [int(m) for m in 2 * rng.integers(0, MARGIN // 2 + 1, 4)]
        if rng.random() < 0.25
        else [MARGIN - int(m) for m in rng.integers(0, 5, 4) * 2]
    )
    top, bottom, left, right = (
        min(margin, (side - crop) // 2 // 2 * 2)
        for margin, side in zip(margins, np.repeat(pixels.shape[:2], 2), strict=True)
    )
    height, width = crop + top + bottom, crop + left + right
    inside = (slice(top, top + crop), slice(left, left + crop))
    scene, shares = _draw_scene(rng)
    if scene is not None:
        window = scene(height, width, rng)
        return degrade(window, rng, shares)[inside], window[inside]
    recolour, shares = _draw_recolouring(rng, kind=target.kind)
    row, column = _draw_position(pixels, (height, width), rng)
    window = recolour(pixels[row : row + height, column : column + width])
    return degrade(window, rng, shares, is_text=is_text)[inside], window[inside]


class PairDataset(IterableDataset[tuple[Tensor, Tensor]]):
    """Endless batches; batch ``n`` depends only on the seed and ``n``, so that a run can resume anywhere.

    Args:
        corpus: A pack.
        crop: Side of the crops in pixels, even.
        batch: Number of pairs in a batch.
        seed: Seed of all random choices.
        first_batch: Number of the first batch.
        text_oversampling: How many times as often as its share in the pack a picture of ``TEXT_ONLY_KINDS``
            is drawn.

    Yields:
        Enlarged low-quality crops and sharp ones, uint8 (batch, 3, crop, crop) each.
    """

    def __init__(
        self,
        corpus: Path,
        *,
        crop: int,
        batch: int,
        seed: int,
        first_batch: int = 0,
        text_oversampling: float = 1.0,
    ) -> None:
        super().__init__()
        self.corpus, self.crop, self.batch = corpus, crop, batch
        self.seed, self.first_batch = seed, first_batch
        self.text_oversampling = text_oversampling
        self._cumulative_weights: npt.NDArray[np.float64] | None = None  # of the pictures

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield this worker's share of the batches."""
        corpus = Corpus(self.corpus)
        worker = get_worker_info()
        number = self.first_batch + (worker.id if worker else 0)
        stride = worker.num_workers if worker else 1
        while True:
            rng = np.random.default_rng((self.seed, number))
            indices = self.draw_indices(corpus, rng)
            pairs = [draw_pair(corpus[int(index)], self.crop, rng) for index in indices]
            degraded, sharp = (
                np.stack(side).transpose(0, 3, 1, 2) for side in zip(*pairs, strict=True)
            )
            yield torch.from_numpy(degraded.copy()), torch.from_numpy(sharp.copy())
            number += stride

    def draw_indices(self, corpus: Corpus, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        """Draw the numbers of the pictures of one batch, (batch,)."""
        if self.text_oversampling == 1:
            return rng.integers(len(corpus), size=self.batch)
        if self._cumulative_weights is None:
            weights = [
                self.text_oversampling if kind in TEXT_ONLY_KINDS else 1.0
                for kind in corpus.kinds()
            ]
            self._cumulative_weights = np.cumsum(weights)
        draws = rng.random(self.batch) * self._cumulative_weights[-1]
        indices: npt.NDArray[np.int64] = np.searchsorted(
            self._cumulative_weights, draws, side="right"
        )
        return indices


def loader(
    pairs: PairDataset, workers: int, *, is_pinned: bool
) -> DataLoader[tuple[Tensor, Tensor]]:
    """Make ``pairs`` in ``workers`` processes; for a given number of workers their order is fixed."""
    return DataLoader(
        pairs,
        batch_size=None,
        num_workers=workers,
        prefetch_factor=8 if workers else None,
        pin_memory=is_pinned,
        generator=torch.Generator(),  # of its own, so that it leaves the generator of dropout alone
        worker_init_fn=_ignore_interrupts,
    )


def _ignore_interrupts(_: int) -> None:
    """Ignore Ctrl+C, which a terminal sends to every process: only the main process handles it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _flip_and_rotate(pixels: Pixels, rng: np.random.Generator, *, is_text: bool) -> Pixels:
    """Mirror and rotate at random; text mostly stays upright, since the network learns letters."""
    if is_text and rng.random() < 0.8:
        return pixels
    turned = np.rot90(pixels, int(rng.integers(4)))
    return turned[:, ::-1] if rng.random() < 0.5 else turned


def _draw_scene(rng: np.random.Generator) -> tuple[Scene | None, Shares]:
    """Draw a scene to use instead of the picture, mostly none, and the shares of its degradations."""
    draw = rng.random()
    for scene, share, degradations in SCENES.values():
        if draw < share:
            return scene, degradations
        draw -= share
    return None, SHARES


def _draw_position(
    pixels: Pixels, size: tuple[int, int], rng: np.random.Generator
) -> tuple[int, int]:
    """Draw the row and column of a window of ``size``, mostly the one of a few with the most contrast."""
    rows, columns = (side - part + 1 for side, part in zip(pixels.shape, size, strict=False))
    count = WINDOWS if rng.random() < BEST_WINDOW_SHARE else 1
    positions = [(int(rng.integers(rows)), int(rng.integers(columns))) for _ in range(count)]
    if count == 1:
        return positions[0]
    return max(positions, key=lambda position: _gradient_energy(pixels, position, size))


def _gradient_energy(pixels: Pixels, position: tuple[int, int], size: tuple[int, int]) -> float:
    (row, column), (height, width) = position, size
    window = pixels[row : row + height, column : column + width].astype(np.float32)
    down, across = np.diff(window, axis=0), np.diff(window, axis=1)
    return float(np.vdot(down, down) + np.vdot(across, across))


def _draw_recolouring(
    rng: np.random.Generator, *, kind: str
) -> tuple[Callable[[Pixels], Pixels], Shares]:
    """Draw how to recolour a picture, and the shares of its degradations.

    Channels are permuted, some are inverted, the contrast is reduced, or black and white become an ink and
    its paper, so that all pairs of colours occur. Most pictures differ in brightness far more than in hue.
    Inverting a single channel turns brightness into hue; without that, the network hardly learns to sharpen
    edges between colours.
    """
    if kind == "photo":
        # The program restores the negative of each picture as well, so the network has to see negatives.
        is_negative = rng.random() < NEGATIVE_SHARE
        return (_invert if is_negative else np.ascontiguousarray), SOFT_SHARES
    if rng.random() < SATURATED_SHARE:
        paper, ink = draw_saturated(rng)
        return _between(ink, paper, rng.permutation(3)), LOSSY_SHARES
    if rng.random() < 0.4:
        return np.ascontiguousarray, SHARES
    order = rng.permutation(3)
    change = rng.random()
    if change < 0.2:  # grey and tinted inks
        paper = draw_paper(rng)
        return _between(draw_ink(rng, paper), paper, order), SHARES
    is_inverse = (rng.random(3) < 0.5) & (rng.random() < 0.6)
    is_squeezed = change < 0.36
    low = rng.uniform(0, 200, 3) if is_squeezed else np.zeros(3)
    high = low + rng.uniform(20, 255 - low, 3) if is_squeezed else np.full(3, 255.0)
    ends = np.where(is_inverse, (high, low), (low, high))
    return _between(ends[0], ends[1], order), SHARES


def _between(
    black: npt.NDArray[np.float64], white: npt.NDArray[np.float64], order: npt.NDArray[np.int64]
) -> Callable[[Pixels], Pixels]:
    """Return a function that permutes the channels and maps black and white to two colours, linearly."""
    levels = np.arange(256)[:, None] / 255
    table = np.rint(black + levels * (white - black)).astype(np.uint8)  # (256, 3)
    return lambda pixels: np.stack([table[pixels[..., order[c]], c] for c in range(3)], axis=2)


def _invert(pixels: Pixels) -> Pixels:
    return 255 - pixels


def measure_rate(corpus: Path, crop: int, seconds: float) -> float:
    """Return how many pairs of side ``crop`` one core makes per second of its CPU time."""
    batches = iter(PairDataset(corpus, crop=crop, batch=16, seed=1))
    next(batches)
    began = time.process_time()
    for count in itertools.count(1):
        next(batches)
        spent = time.process_time() - began
        if spent > seconds:
            return 16 * count / spent
    raise AssertionError  # the batches never end


def main(arguments: list[str] | None = None) -> int:
    """Print the crops per second for each crop size."""
    parser = argparse.ArgumentParser(
        prog="python -m models.training.data.pairs", description="Measures how fast pairs are made."
    )
    parser.add_argument("pack", type=Path)
    parser.add_argument("--crops", type=int, nargs="+", default=[96, 128, 256])
    parser.add_argument("--seconds", type=float, default=10.0, help="for each size, default 10")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    for crop in chosen.crops:
        rate = measure_rate(chosen.pack, crop, chosen.seconds)
        sys.stdout.write(f"crop {crop}: {rate:.0f} crops/s of one core\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Evaluate the adviser on pictures of known damage.

    .venv/bin/python -m tests.benchmarks.judge_advice [--validation PACK]

Each sharp picture of a pack is damaged in every way that the adviser distinguishes, and the adviser gets the
small picture that a user would open. The output compares the traits found with the damage done, and gives
the error of the estimated blur and the time. ``python3 dev.py evaluate`` runs it, too.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from desktop_app.analysis.advice import Advice, PictureTrait, advise
from desktop_app.imaging.picture import Picture, Pixels
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus, Target
from models.training.data.degradation import Chain, Step, blur_gaussian, compress, palette

REDUCERS = ("area", "bicubic", "lanczos")


@dataclass(frozen=True)
class AdviceCase:
    """One picture, and what the adviser should find.

    Attributes:
        name: Name of its row in the table.
        pixels: The picture as a user would open it, uint8 (H, W, 3).
        traits: The traits that the adviser should find.
        sigma: Standard deviation of its blur, in its own pixels; None for photographs.
        is_helpful: Whether restoring helps.
    """

    name: str
    pixels: Pixels
    traits: frozenset[PictureTrait]
    sigma: float | None = 0.0
    is_helpful: bool = True


@dataclass
class ConfusionRow:
    """What the adviser found in the cases of one kind of damage.

    Attributes:
        found: Number of cases by trait found.
        count: Number of cases.
        exact: Number of cases in which exactly the right traits were found.
        verdicts: Number of cases with the right verdict on whether restoring helps.
        errors: Error of the estimated blur in pixels, one per case in which it was measured.
    """

    found: dict[PictureTrait, int] = field(default_factory=lambda: defaultdict(int))
    count: int = 0
    exact: int = 0
    verdicts: int = 0
    errors: list[float] = field(default_factory=list)


def cases(targets: Sequence[Target], seed: int) -> Iterator[AdviceCase]:
    """Damage every picture in every way; photographs only have to be recognised as photographs."""
    drawings = [target.pixels for target in targets if target.kind != "photo"]
    for number, pixels in enumerate(drawings):
        yield from _damaged(pixels, np.random.default_rng([seed, number]))
    for start in range(0, len(drawings) - 3, 4):
        a, b, c, d = drawings[start : start + 4]
        if len({picture.shape for picture in (a, b, c, d)}) == 1:
            sheet = np.concatenate([np.hstack([a, b]), np.hstack([c, d])])
            yield AdviceCase(
                "sharp and large", sheet, frozenset({PictureTrait.SHARP}), is_helpful=False
            )
    for target in targets:
        if target.kind == "photo":
            small = Chain().source(target.pixels)
            yield AdviceCase(
                "photograph (a third with words)",
                small,
                frozenset({PictureTrait.PHOTOGRAPH}),
                None,
                is_helpful=False,
            )


def _damaged(target: Pixels, rng: np.random.Generator) -> Iterator[AdviceCase]:
    sigma = rng.uniform(1.2, 4.0)  # in pixels of the enlarged picture
    blur = _blur(sigma)
    low, high = int(rng.integers(20, 79)), int(rng.integers(90, 96))
    few = _palette(int(2 ** rng.uniform(1.6, 5.6)), is_dithered=bool(rng.random() < 0.5))
    reducer = str(rng.choice(REDUCERS))
    rows: list[tuple[str, float, tuple[Step, ...], tuple[Step, ...], set[PictureTrait]]] = [
        ("small", 0, (), (), {PictureTrait.SMALL}),
        ("small, JPEG 90–95", 0, (), (_jpeg(high),), {PictureTrait.SMALL}),
        ("blurred, σ 0.6–2", sigma, (blur,), (), {PictureTrait.BLURRED}),
        ("JPEG 20–78", 0, (), (_jpeg(low),), {PictureTrait.JPEG}),
        ("palette of 3–48", 0, (), (few,), {PictureTrait.PALETTE}),
        ("palette of 2", 0, (), (_palette(2, is_dithered=False),), {PictureTrait.PALETTE}),
        ("blurred, JPEG", sigma, (blur,), (_jpeg(low),), {PictureTrait.BLURRED, PictureTrait.JPEG}),
        ("blurred, palette", sigma, (blur,), (few,), {PictureTrait.BLURRED, PictureTrait.PALETTE}),
    ]
    for name, done, before, after, traits in rows:
        chain = Chain(before, reducer, after=after)
        is_helpful = name != "palette of 2"  # see models/training/EXPERIMENTS.md
        yield AdviceCase(name, chain.source(target), frozenset(traits), done / 2, is_helpful)


def _blur(sigma: float) -> Step:
    return lambda image: blur_gaussian(image, sigma)


def _jpeg(quality: int) -> Step:
    return lambda image: compress(image, "JPEG", quality)


def _palette(colours: int, *, is_dithered: bool) -> Step:
    return lambda image: palette(image, colours, is_dithered=is_dithered)


def judge(targets: Sequence[Target], seed: int = 7) -> tuple[dict[str, ConfusionRow], float]:
    """Run the adviser on every case.

    Returns:
        The rows by name, and the mean time per picture in seconds.
    """
    rows: dict[str, ConfusionRow] = defaultdict(ConfusionRow)
    seconds = []
    for case in cases(targets, seed):
        began = time.perf_counter()
        advice = advise(Picture(case.pixels))
        seconds.append(time.perf_counter() - began)
        row = rows[case.name]
        _count(row, advice, case.traits, is_helpful=case.is_helpful)
        edges = advice.damage.edges
        if case.sigma is not None and edges is not None:
            row.errors.append(edges.sigma - case.sigma)
    return dict(rows), float(np.mean(seconds))


def _count(
    row: ConfusionRow, advice: Advice, truth: frozenset[PictureTrait], *, is_helpful: bool
) -> None:
    row.count += 1
    row.exact += set(advice.traits) == truth
    row.verdicts += advice.is_helpful == is_helpful
    for trait in advice.traits:
        row.found[trait] += 1


def table(rows: dict[str, ConfusionRow]) -> str:
    """Format the confusion table as Markdown; shares in per cent."""
    traits = list(PictureTrait)
    written = ["| truth | cases | " + " | ".join(trait.name.lower() for trait in traits)]
    written[0] += " | all right | verdict right | σ: mean error, mean abs. error |"
    written.append("|---" * (len(traits) + 5) + "|")
    for name, row in rows.items():
        cells = [f"{100 * row.found[trait] / row.count:.0f}" for trait in traits]
        cells += [f"{100 * value / row.count:.1f}" for value in (row.exact, row.verdicts)]
        errors = np.array(row.errors)
        cells.append(f"{errors.mean():+.2f}, {np.abs(errors).mean():.2f} px" if row.errors else "")
        written.append(f"| {name} | {row.count} | " + " | ".join(cells) + " |")
    return "\n".join(written)


def summary(rows: dict[str, ConfusionRow]) -> str:
    """Format the mean accuracies over the rows; each row has the same weight."""
    shares: dict[str, Callable[[ConfusionRow], int]] = {
        "kinds all right": lambda row: row.exact,
        "verdict right (helps or not)": lambda row: row.verdicts,
    }
    means = [
        f"{name} {100 * np.mean([count(row) / row.count for row in rows.values()]):.1f} %"
        for name, count in shares.items()
    ]
    return f"Mean of the rows: {', '.join(means)}."


def main() -> int:
    """Evaluate the adviser on a pack, print the result, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--validation", type=Path, help="a pack; by default made on first use")
    parser.add_argument("--pictures", type=int, default=400)
    options, _ = parser.parse_known_args()  # dev.py evaluate passes the options of all its programs
    corpus = Corpus(options.validation or find_pack("validation"))
    step = max(1, len(corpus) // options.pictures)
    targets = [corpus[place] for place in range(0, len(corpus), step)][: options.pictures]
    rows, seconds = judge(targets)
    sys.stdout.write(
        f"The adviser on {len(targets)} pictures, said of each truth, in per cent:\n\n{table(rows)}\n\n"
        f"{summary(rows)} {1000 * seconds:.1f} ms a picture.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

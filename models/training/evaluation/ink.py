"""Measure whether thin strokes keep their ink: its colour, its weight, and that nothing goes beyond it."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from models.colour_difference import colour_difference
from models.training.data.degradation import Chain, blur_gaussian, compress
from models.training.data.inks import MIN_CONTRAST, mix_colours
from models.training.data.strokes import measure_coverage
from models.training.evaluation.methods import Method
from models.training.evaluation.tables import Summable, markdown_table

Pixels = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]
Coverage = npt.NDArray[np.float64]

CORE = 0.9  # share of a pixel that strokes cover at least in their core
MIN_CORE = 12  # pixels of core, below which nothing can be said about the colour of the ink
SCALE = 8  # oversampling in each direction
SIZE = (96, 320)  # height and width of a sample, even
CAP_HEIGHTS = (6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 32, 40)  # pixels on the enlarged grid
RULES = (1, 2, 3)  # widths of the rules below the type, likewise

GREYS = tuple((level, level, level) for level in range(40, 221, 20))
TINTS: tuple[Colour, ...] = (
    (90, 60, 60), (60, 90, 60), (60, 60, 90), (150, 120, 100), (110, 130, 160), (170, 140, 170),
    (200, 190, 160), (120, 0, 0), (0, 60, 20), (20, 20, 80),
)  # fmt: skip
BRANDS: tuple[Colour, ...] = (
    (0, 122, 255), (220, 180, 60), (226, 0, 26), (0, 130, 60), (255, 102, 0), (91, 45, 130),
    (0, 164, 228), (229, 0, 125), (0, 38, 100), (255, 205, 0),
)  # fmt: skip
PAPERS: dict[Colour, tuple[Colour, ...]] = {
    (255, 255, 255): (*GREYS, *TINTS, *BRANDS),
    (0, 0, 0): (*GREYS[1:], *TINTS[3:7], *BRANDS),
    (34, 34, 34): GREYS[2:],
    (192, 192, 192): (*GREYS[:5], *TINTS[:3], (255, 255, 255)),
    (0, 70, 160): (GREYS[-1], (255, 255, 255), BRANDS[1], BRANDS[9]),
    (250, 240, 215): (*GREYS[:6:2], TINTS[7], BRANDS[0]),
}
CONDITIONS = {
    "undamaged": Chain(reducer="bicubic"),
    "σ 0.5": Chain((lambda x: blur_gaussian(x, 0.5),), "bicubic"),
    "σ 1.0": Chain((lambda x: blur_gaussian(x, 1.0),), "bicubic"),
    "JPEG 85": Chain(reducer="bicubic", after=(lambda x: compress(x, "JPEG", 85),)),
}


@dataclass
class InkScores(Summable):
    """What became of the inks of many samples, one value each.

    Attributes:
        difference: ΔE (CIEDE2000) between the mean colours of the strokes' cores in the result and in truth.
        weight: The strokes' summed contrast, as a share of the truth's.
        beyond: How far the 99.5th percentile of the pixels that strokes touch goes beyond the ink, as a share
            of the contrast.
    """

    difference: list[float] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    beyond: list[float] = field(default_factory=list)

    def row(self) -> dict[str, float]:
        """Summarise, by the titles of the table."""
        return {
            "ΔE of the ink, median": float(np.median(self.difference)),
            "ΔE of the ink, 95 %": float(np.percentile(self.difference, 95)),
            "beyond the ink, worst": float(np.max(self.beyond)),
            "stroke weight, 5 %": float(np.percentile(self.weight, 5)),
            "stroke weight, median": float(np.median(self.weight)),
            "stroke weight, 95 %": float(np.percentile(self.weight, 95)),
        }


InkTable = dict[str, dict[str, InkScores]]  # by condition and method


def samples(share: slice = slice(None)) -> Iterator[tuple[Colour, Colour, Coverage]]:
    """Yield paper, ink and coverage of a share of the pairs of ``PAPERS``; cap heights take turns."""
    pairs = [(paper, ink) for paper, inks in PAPERS.items() for ink in inks]
    for number, (paper, ink) in list(enumerate(pairs))[share]:
        yield paper, ink, draw_sample(CAP_HEIGHTS[number * 5 % len(CAP_HEIGHTS)])


def draw_sample(cap_height: float) -> Coverage:
    """Draw two lines of type, rules and a ring: the share of each pixel covered, ``SIZE``, 0 to 1."""
    height, width = SIZE
    sheet = Image.new("L", (width * SCALE, height * SCALE))
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(round(cap_height * SCALE / 0.7))
    top = 4.0
    for line in ("Member of the Clearmark group 1987", "a quiet line of small print & co."):
        draw.text((4 * SCALE, top * SCALE), line, 255, font)
        top += 1.6 * cap_height
        if top + 1.3 * cap_height > height - 24:
            break
    for number, rule in enumerate(RULES):
        left = (8 + 100 * number) * SCALE
        draw.rectangle(
            (left, (height - 14) * SCALE, left + 80 * SCALE, (height - 14 + rule) * SCALE - 1), 255
        )
        draw.ellipse(
            [left, (height - 11) * SCALE, left + 9 * SCALE, (height - 2) * SCALE],
            None,
            255,
            rule * SCALE,
        )
    return measure_coverage(sheet, SCALE)


def measure_ink(methods: dict[str, Method], share: slice = slice(None)) -> InkTable:
    """Measure what every method does to the inks, in every condition.

    Args:
        methods: By name.
        share: Which of the samples to take; the scores of complementary shares add up (``InkScores.add``).
    """
    table: InkTable = {name: {method: InkScores() for method in methods} for name in CONDITIONS}
    for (paper, ink, coverage), (name, chain) in itertools.product(
        samples(share), CONDITIONS.items()
    ):
        truth = mix_colours(np.array(paper, float), np.array(ink, float), coverage)
        source = chain.source(truth)
        for method, restore in methods.items():
            judge_sample(table[name][method], restore(source, False), truth, (paper, ink, coverage))
    return table


def judge_sample(
    scores: InkScores, restored: Pixels, truth: Pixels, sample: tuple[Colour, Colour, Coverage]
) -> None:
    """Append the scores of one restored sample.

    Args:
        scores: To be appended to.
        restored: uint8 (H, W, 3).
        truth: Likewise.
        sample: Paper, ink and coverage, as ``samples`` yields them.

    Raises:
        ValueError: The ink can hardly be told from its paper.
    """
    paper, ink, coverage = (np.asarray(part, float) for part in sample)
    contrast = ink - paper
    if np.abs(contrast).max() < MIN_CONTRAST:
        raise ValueError("the ink can hardly be told from its paper")
    core = coverage >= CORE
    if core.sum() >= MIN_CORE:
        means = [picture[core].mean(axis=0) for picture in (restored, truth)]
        scores.difference.append(float(colour_difference(*means)))
    along, true_along = (
        (picture.astype(float) - paper) @ contrast / (contrast @ contrast)
        for picture in (restored, truth)
    )
    scores.weight.append(float(along.sum() / true_along.sum()))
    # Of the pixels near strokes only: how much paper there is around them must not matter.
    near = coverage > 0
    scores.beyond.append(max(0.0, float(np.percentile(along[near], 99.5)) - 1))


def ink_table(table: InkTable) -> str:
    """Format the summaries of all conditions as Markdown."""
    methods = list(next(iter(table.values())))
    rows = []
    for name, row in table.items():
        summaries = {method: scores.row() for method, scores in row.items()}
        for title in next(iter(summaries.values())):
            figures = [f"{summaries[method][title]:.2f}" for method in methods]
            rows.append([f"{name}: {title}", *figures])
    return markdown_table(["ink of thin strokes", *methods], rows)

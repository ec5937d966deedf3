"""Measure how well the edges in a network's upsampled features match the true edges of letters.

    python -m models.training.evaluation.boundaries [--model clearmark-plus] [--pictures 12]

Lines of letters are drawn, so that every true edge is known, and damaged. Each stage's features, upsampled as
in ``models.inspection.feature_upsampling``, are compared with the same features upsampled bilinearly. The
measure is the boundary F-score of the Berkeley benchmark (Martin, Fowlkes and Malik, 2004). ``dev.py
evaluate`` prints it, too.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from models.inspection.feature_upsampling import STAGES, UpsampledFeatures, upsample_features
from models.mimo_unet import MimoUNet
from models.registry import MODELS
from models.restorer import Restorer
from models.training.data.degradation import Chain, blur_gaussian, compress
from models.training.evaluation.tables import markdown_table

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

TOLERANCE = 1.0  # distance in pixels from the two rows of pixels that a true edge runs between
THRESHOLDS = np.linspace(0.02, 0.98, 33)  # as a share of the largest gradient
OVERSAMPLING = 8
LETTERS = "ABCDEFGHKLMNPRSTUabcdefghkmnoprstu2345689"
SMALLEST_CONTRAST = 60  # of 255, between ink and paper, mean over red, green and blue
CHAINS = (
    Chain((lambda x: blur_gaussian(x, 1.0),)),
    Chain((lambda x: blur_gaussian(x, 1.8),)),
    Chain((lambda x: blur_gaussian(x, 1.0),), after=(lambda x: compress(x, "JPEG", 50),)),
)


@dataclass
class BoundaryScores:
    """The scores of one stage, one number per picture.

    Attributes:
        bilinear_colours: F-scores of the features upsampled bilinearly.
        sharpened: F-scores of the features upsampled with the picture as a guide.
        cosine: Cosine similarity between the upsampled features, averaged back down, and the stage's own.
    """

    bilinear_colours: list[float] = field(default_factory=list)
    sharpened: list[float] = field(default_factory=list)
    cosine: list[float] = field(default_factory=list)


def draw_letters(seed: int, height: int = 128, width: int = 256) -> tuple[Pixels, Mask]:
    """Draw lines of letters of one colour on another.

    Args:
        seed: Decides letters, sizes (10 to 32 pixels high) and colours.
        height: In pixels.
        width: In pixels.

    Returns:
        The sharp picture, uint8 (H, W, 3), and its true edges, bool (H, W): the pixels on both sides of the
        line at which the coverage of ink crosses one half.
    """
    rng = np.random.default_rng(seed)
    ink, paper = rng.integers(256, size=(2, 3))
    while abs(float(ink.mean() - paper.mean())) < SMALLEST_CONTRAST:
        ink, paper = rng.integers(256, size=(2, 3))
    sheet = Image.new("L", (width * OVERSAMPLING, height * OVERSAMPLING))
    pen = ImageDraw.Draw(sheet)
    top = 4
    while top < height - 14:
        size = int(rng.integers(14, 44))
        font = ImageFont.load_default(size * OVERSAMPLING)
        words = "".join(rng.choice(list(LETTERS), 2 * width // size))
        pen.text((6 * OVERSAMPLING, top * OVERSAMPLING), words, font=font, fill=255)
        top += round(1.1 * size)
    share = np.asarray(sheet.reduce(OVERSAMPLING), np.float64)[..., None] / 255
    is_ink = share[..., 0] > 0.5
    is_edge = np.zeros_like(is_ink)
    for axis in (0, 1):
        crosses = np.diff(is_ink, axis=axis)
        is_edge |= np.insert(crosses, 0, False, axis) | np.insert(
            crosses, crosses.shape[axis], False, axis
        )
    return np.rint(paper + (ink - paper) * share).astype(np.uint8), is_edge


def boundary_f_score(picture: Pixels, truth: Mask) -> float:
    """Compute the boundary F-score of a picture's edges, at the best of ``THRESHOLDS``.

    Edges are the pixels where the gradient over all channels has a local maximum along its direction.

    Args:
        picture: uint8 (H, W, 3).
        truth: The true edges, bool (H, W).

    Returns:
        The harmonic mean of precision and recall, 0 to 1. An edge pixel counts as right, and a true one as
        found, if the other set has a pixel within ``TOLERANCE``.
    """
    ridge, size = _ridges(picture.astype(np.float64))
    from_truth = ndimage.distance_transform_edt(~truth)
    best = 0.0
    for threshold in THRESHOLDS * size.max():
        edges = ridge & (size > threshold)
        if edges.any():
            precision = float((from_truth[edges] <= TOLERANCE).mean())
            from_edges = ndimage.distance_transform_edt(~edges)
            recall = float((from_edges[truth] <= TOLERANCE).mean())
            best = max(best, 2 * precision * recall / max(precision + recall, 1e-12))
    return best


def _ridges(image: Values) -> tuple[Mask, Values]:
    """Find the local maxima of the gradient of (H, W, C) along its direction, and its size: (H, W) each."""
    down, right = (ndimage.sobel(image, axis, mode="nearest") for axis in (0, 1))
    # The structure tensor of all channels: its larger direction is the gradient's.
    yy, xx, xy = ((a * b).sum(axis=2) for a, b in ((down, down), (right, right), (down, right)))
    size: Values = np.sqrt(yy + xx)
    angle = np.arctan2(2 * xy, xx - yy) / 2
    sector = np.rint(angle / (np.pi / 4)).astype(int) % 4
    is_ridge = np.zeros(size.shape, np.bool_)
    for number, step in enumerate(((0, 1), (1, 1), (1, 0), (1, -1))):
        ahead, behind = (
            ndimage.shift(size, (-sign * step[0], -sign * step[1]), order=0, mode="nearest")
            for sign in (1, -1)
        )
        is_ridge |= (sector == number) & (size >= ahead) & (size > behind)
    return is_ridge, size


def measure_boundaries(
    network: MimoUNet, pictures: int = 12, stages: Sequence[str] = STAGES
) -> dict[str, BoundaryScores]:
    """Measure stages of a network on drawn letters, each picture damaged in one of three ways.

    Args:
        network: In evaluation mode.
        pictures: Number of pictures.
        stages: Some of ``models.inspection.feature_upsampling.STAGES``.

    Returns:
        The scores by stage.

    Raises:
        ValueError: A stage is unknown.
    """
    table = {stage: BoundaryScores() for stage in stages}
    for seed in range(pictures):
        sharp, truth = draw_letters(seed)
        enlarged = CHAINS[seed % len(CHAINS)](sharp)
        for stage, row in table.items():
            upsampled = upsample_features(network, enlarged, stage)
            row.bilinear_colours.append(boundary_f_score(bilinear_colours(upsampled), truth))
            row.sharpened.append(boundary_f_score(upsampled.colours, truth))
            row.cosine.append(upsampled.cosine)
    return table


def bilinear_colours(upsampled: UpsampledFeatures) -> Pixels:
    """Upsample the colours of a stage's own grid bilinearly to those of the picture, uint8 (H, W, 3)."""
    height, width = upsampled.colours.shape[:2]
    rows, columns = upsampled.coarse.shape[:2]
    cell = -(-height // rows)
    large = Image.fromarray(upsampled.coarse).resize(
        (columns * cell, rows * cell), Image.Resampling.BILINEAR
    )
    return np.asarray(large)[:height, :width]


def boundary_table(title: str, table: dict[str, BoundaryScores]) -> str:
    """Format the scores by stage as a Markdown table."""
    head = [
        f"{title}: boundary F-score",
        "bilinear",
        "sharpened",
        "sharpened is better in",
        "cosine",
    ]
    rows = []
    for stage, row in table.items():
        better = int(np.greater(row.sharpened, row.bilinear_colours).sum())
        figures = [f"{np.mean(values):.3f}" for values in (row.bilinear_colours, row.sharpened)]
        figures += [f"{better} of {len(row.cosine)}", f"{np.mean(row.cosine):.3f}"]
        rows.append([stage, *figures])
    return markdown_table(head, rows)


def main() -> int:
    """Print the table of one model; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", default=MODELS[0].name)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--pictures", type=int, default=12)
    options = parser.parse_args()
    network = Restorer.load(options.model, options.device).network
    table = measure_boundaries(network, options.pictures)
    sys.stdout.write(boundary_table(f"features of {options.model}", table) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Draw a comparison strip: the same windows of held-out pictures, as restored by every method.

    python -m models.training.evaluation.comparison_strip resources/pictures/comparison.png

The examples are not hand-picked. Each row shows the picture whose PSNR gain over bicubic (of the last model
named) is the median of its kind in that class of damage, and of it the window with the most edges. All
windows are magnified by repeating pixels.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from models.enlarge import enlarge
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus, Target
from models.training.evaluation.damages import degradations
from models.training.evaluation.methods import Method, bicubic, model_method
from models.training.evaluation.metrics import LUMA, psnr
from models.training.evaluation.peers import find_peers

Pixels = npt.NDArray[np.uint8]

# One row each: class of damage, kind of picture.
ROWS = (
    ("light blur", "small-print"),
    ("medium blur", "lockup"),
    ("out of focus", "text"),
    ("JPEG 50", "logo"),
    ("noise", "interface"),
)
CANDIDATES = 15  # pictures of a kind from which the median is taken; odd, so that there is one
WINDOW = (56, 96)  # height and width on the enlarged grid, even
MAGNIFICATION = 2
GAP, LINE = 8, 18  # pixels between windows; height of a line of text
PAPER, INK = (255, 255, 255), (40, 42, 48)


@dataclass(frozen=True)
class StripRow:
    """One row of the strip.

    Attributes:
        title: Its label.
        target: The sharp picture.
        source: The damaged picture of half the sides, uint8 (H, W, 3).
        corner: Top, left of the window, in pixels of the target; even.
    """

    title: str
    target: Target
    source: Pixels
    corner: tuple[int, int]


def pick_row(candidates: Sequence[Target], damage: str, model: Method) -> StripRow:
    """Pick the candidate of median gain, and its window.

    Args:
        candidates: Pictures of one kind; an odd number.
        damage: A class of ``degradations`` other than ``SHARP``.
        model: The method whose gain counts.

    Raises:
        ValueError: There are no candidates.
        ValueError: ``damage`` is not a class of damage.
    """
    chain = degradations(0).get(damage)
    if chain is None or not candidates:
        raise ValueError(f"nothing can be shown of {damage!r}")
    sources = [chain.source(target.pixels) for target in candidates]
    gains = [
        psnr(model(source, False), target.pixels) - psnr(enlarge(source, 2), target.pixels)
        for source, target in zip(sources, candidates, strict=True)
    ]
    place = int(np.argsort(gains)[len(gains) // 2])
    target = candidates[place]
    title = f"{damage}, {target.kind.replace('-', ' ')} ({gains[place]:+.1f} dB)"
    return StripRow(title, target, sources[place], find_window(target.pixels))


def find_window(picture: Pixels) -> tuple[int, int]:
    """Find the window with the most edges; return its corner (top, left), both even, in pixels."""
    luma = picture @ LUMA
    edges = np.hypot(ndimage.sobel(luma, axis=0), ndimage.sobel(luma, axis=1))
    # Weighted by a Gaussian, so that the edges lie in the middle of the window.
    density = ndimage.gaussian_filter(edges, [side / 4 for side in WINDOW], mode="constant")
    centre = np.unravel_index(int(density.argmax()), density.shape)
    top, left = (
        min(max(0, int(middle) - side // 2), whole - side) // 2 * 2
        for middle, side, whole in zip(centre, WINDOW, picture.shape[:2], strict=True)
    )
    return top, left


def render_strip(rows: Sequence[StripRow], methods: dict[str, Method]) -> Image.Image:
    """Draw the strip, RGB: in each row the input, the result of every method, the truth; labels below."""
    titles = ["input", *methods, "truth"]
    height, width = (MAGNIFICATION * side for side in WINDOW)
    size = (len(titles) * (width + GAP) + GAP, len(rows) * (height + LINE + GAP) + LINE + GAP)
    sheet = Image.new("RGB", size, PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(12)
    for number, row in enumerate(rows):
        top = GAP + number * (height + LINE + GAP)
        pictures = [
            row.source.repeat(2, axis=0).repeat(2, axis=1),
            *(method(row.source, False) for method in methods.values()),
            row.target.pixels,
        ]
        for column, picture in enumerate(pictures):
            left = GAP + column * (width + GAP)
            sheet.paste(Image.fromarray(_window(picture, row.corner)), (left, top))
        draw.text((GAP, top + height + 2), row.title, INK, font)
    for column, title in enumerate(titles):
        middle = GAP + column * (width + GAP) + width // 2
        draw.text((middle, size[1] - LINE), title, INK, font, anchor="ma")
    return sheet


def _window(picture: Pixels, corner: tuple[int, int]) -> Pixels:
    top, left = corner
    window = picture[top : top + WINDOW[0], left : left + WINDOW[1]]
    return window.repeat(MAGNIFICATION, axis=0).repeat(MAGNIFICATION, axis=1)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    parser = argparse.ArgumentParser(prog="strip", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="a PNG file")
    parser.add_argument("--validation", type=Path, help="a pack of held-out pictures")
    parser.add_argument(
        "--models", nargs="+", default=[MODELS[0].name], help="names or checkpoints"
    )
    parser.add_argument("--device", default="auto")
    parser.add_argument("--no-peers", action="store_true", help="leave other people's networks out")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)

    corpus = Corpus(options.validation or find_pack("validation"))
    models = {
        Path(name).stem: model_method(Restorer.load(name, options.device))
        for name in options.models
    }
    last_model = list(models.values())[-1]
    rows = []
    for damage, kind in ROWS:
        indices = [i for i, other in enumerate(corpus.kinds()) if other == kind][:CANDIDATES]
        rows.append(pick_row([corpus[i] for i in indices], damage, last_model))
    peers = {} if options.no_peers else find_peers()
    sheet = render_strip(rows, {"bicubic": bicubic, **peers, **models})
    options.out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(options.out, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

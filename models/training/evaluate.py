"""Judges models on held-out families: fidelity, sharpness, legibility, per class of degradation.

    python3 dev.py evaluate [--models clearmark-small …] [--pictures 48]

Everything restored goes through the program's own ``Restorer``, files and tiles aside. All methods see the
same pictures, damaged in the same way.
"""

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from models.enlarge import enlarge
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus import Corpus, Target
from models.training.degradation import (
    Chain,
    add_noise,
    blur_disc,
    blur_gaussian,
    blur_motion,
    compress,
    halo,
    palette,
    random_chain,
)
from models.training.legibility import Reader
from models.training.metrics import character_errors, edge_response, psnr, slanted_edge, ssim
from models.training.packs import find_pack

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]
Method = Callable[[Pixels, bool], Pixels]  # (source, whether it is sharp already) -> result

SHARP = "already sharp"


def degradations(seed: int) -> dict[str, Chain | None]:
    """The classes by which models are judged; None leaves the target as it is."""
    rng = np.random.default_rng(seed)
    noise = int(rng.integers(2**32))
    return {
        SHARP: None,
        "clean": Chain(reducer="bicubic"),
        "light blur": Chain((lambda x: blur_gaussian(x, 1.0),)),
        "medium blur": Chain((lambda x: blur_gaussian(x, 1.8),)),
        "heavy blur": Chain((lambda x: blur_gaussian(x, 3.0),)),
        "out of focus": Chain((lambda x: blur_disc(x, 2.5),)),
        "motion": Chain((lambda x: blur_motion(x, 7, 0.5),)),
        "JPEG 50": Chain((lambda x: blur_gaussian(x, 1.0),), after=(_jpeg(50),)),
        "JPEG 25": Chain((lambda x: blur_gaussian(x, 0.7),), after=(_jpeg(25),)),
        "noise": Chain(
            (lambda x: blur_gaussian(x, 1.2),),
            after=(lambda x: add_noise(x, 5 / 255, np.random.default_rng(noise)),),
        ),
        "halos": Chain((lambda x: blur_gaussian(x, 1.5),), after=(lambda x: halo(x, 1.2, 1.0),)),
        "palette 16": Chain(after=(lambda x: palette(x, 16, is_dithered=True),)),
        "hard edges": Chain(after=(lambda x: palette(x, 3),)),
        "mixed": random_chain(rng),
    }


@dataclass
class Scores:
    """Sums of one method in one class."""

    psnr: list[float] = field(default_factory=list)
    graphics: list[float] = field(default_factory=list)  # the PSNR of all but photographs
    ssim: list[float] = field(default_factory=list)
    errors: int = 0
    characters: int = 0
    worse: int = 0  # pictures with a lower PSNR than bicubic's, by over 0.05 dB
    edges: list[tuple[float, float]] = field(default_factory=list)
    seconds: float = 0.0

    def row(self) -> dict[str, float]:
        """The means, as they are printed and kept."""
        values = {
            "psnr": float(np.mean(self.psnr)),
            "graphics": float(np.mean(self.graphics)),
            "ssim": float(np.mean(self.ssim)),
            "worse": self.worse / max(1, len(self.psnr)),
            "seconds": self.seconds / max(1, len(self.psnr)),
        }
        if self.characters:
            values["character_errors"] = self.errors / self.characters
        if self.edges:
            width, overshoot = np.nanmean(np.array(self.edges), axis=0)
            values |= {"edge_width": float(width), "overshoot": float(overshoot)}
        return values


def evaluate(
    targets: Sequence[Target], methods: dict[str, Method], reader: Reader | None, seed: int = 5
) -> dict[str, dict[str, Scores]]:
    """Run every method on every class.

    Args:
        targets: Sharp pictures, sides even.
        methods: By name; ``bicubic`` must be among them, the others are compared with it.
        reader: Reads single lines of text, or None to leave legibility out. Only lines are scored that it
            reads without error in the sharp picture.
        seed: Of the random part of the degradations.

    Returns:
        Scores by class and method.
    """
    table: dict[str, dict[str, Scores]] = {}
    for number, target in enumerate(targets):
        # A line that the engine misreads when it is sharp tells nothing about restoring.
        is_scored = reader is not None and _is_legible(reader, target)
        for name, chain in degradations(seed + number).items():
            source = target.pixels if chain is None else chain.source(target.pixels)
            row = table.setdefault(name, {method: Scores() for method in methods})
            for method, restore in methods.items():
                began = time.perf_counter()
                restored = restore(source, chain is None)
                row[method].seconds += time.perf_counter() - began
                _score(row[method], restored, target)
                if reader is not None and is_scored:
                    row[method].errors += _misread(reader, restored, target)
                    row[method].characters += len("".join(target.text.split()))
            reference = row["bicubic"].psnr[-1]
            for scores in row.values():
                scores.worse += scores.psnr[-1] < reference - 0.05
    for name, chain in degradations(seed).items():
        if chain is not None:
            _measure_edges(table[name], methods, chain)
    log.info("%d pictures in %d classes", len(targets), len(table))
    return table


def baselines(tuning: Sequence[Target]) -> dict[str, Method]:
    """Bicubic, Lanczos, and the unsharp mask that is best on pictures kept apart for tuning it."""
    amount, radius = _tune_unsharp(tuning)
    log.info("unsharp mask tuned: amount %.1f, radius %.1f px", amount, radius)

    def bicubic(source: Pixels, is_sharp: bool) -> Pixels:
        return source if is_sharp else enlarge(source, 2)

    def lanczos(source: Pixels, is_sharp: bool) -> Pixels:
        if is_sharp:
            return source
        size = (2 * source.shape[1], 2 * source.shape[0])
        return np.array(Image.fromarray(source).resize(size, Image.Resampling.LANCZOS))

    def unsharp(source: Pixels, is_sharp: bool) -> Pixels:
        return _unsharp(bicubic(source, is_sharp), amount, radius)

    return {"bicubic": bicubic, "Lanczos": lanczos, "unsharp mask": unsharp}


def model_method(restorer: Restorer) -> Method:
    """A restorer as a method."""
    return lambda source, is_sharp: restorer.restore(source, 1 if is_sharp else 2)


def _is_legible(reader: Reader, target: Target) -> bool:
    return target.box is not None and _misread(reader, target.pixels, target) == 0


def _misread(reader: Reader, image: Pixels, target: Target) -> int:
    return character_errors(reader.read(image, target.box or ()), target.text)


def _score(scores: Scores, restored: Pixels, target: Target) -> None:
    fidelity = psnr(restored, target.pixels)
    scores.psnr.append(fidelity)
    if target.kind != "photo":
        scores.graphics.append(fidelity)
    scores.ssim.append(ssim(restored, target.pixels))


def _measure_edges(row: dict[str, Scores], methods: dict[str, Method], chain: Chain) -> None:
    for angle in (0.15, 0.6, 1.2):
        for colours in (((20, 24, 40), (245, 245, 240)), ((200, 30, 40), (255, 255, 255))):
            source = chain.source(slanted_edge(96, angle, colours))
            for method, restore in methods.items():
                row[method].edges.append(edge_response(restore(source, False), angle))


def _tune_unsharp(targets: Sequence[Target]) -> tuple[float, float]:
    pairs = [
        (enlarge(chain.source(target.pixels), 2), target.pixels)
        for number, target in enumerate(targets)
        for chain in [random_chain(np.random.default_rng(number))]
    ]
    candidates = [(a, r) for a in (0.2, 0.4, 0.7, 1.0, 1.5, 2.0) for r in (0.7, 1.0, 1.5, 2.0, 3.0)]
    return max(
        candidates,
        key=lambda c: float(np.mean([psnr(_unsharp(image, *c), truth) for image, truth in pairs])),
    )


def _unsharp(image: Pixels, amount: float, radius: float) -> Pixels:
    values = image.astype(np.float32)
    sharpened = values + amount * (values - ndimage.gaussian_filter(values, (radius, radius, 0)))
    pixels: Pixels = np.rint(sharpened.clip(0, 255)).astype(np.uint8)
    return pixels


def _jpeg(quality: int) -> Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]]:
    return lambda image: compress(image, "JPEG", quality)


def overall(table: dict[str, dict[str, Scores]]) -> dict[str, Scores]:
    """Each method over all classes but the one that is sharp already."""
    total: dict[str, Scores] = {}
    for name, row in table.items():
        if name == SHARP:
            continue
        for method, scores in row.items():
            together = total.setdefault(method, Scores())
            together.psnr += scores.psnr
            together.graphics += scores.graphics
            together.ssim += scores.ssim
            together.edges += scores.edges
            together.errors += scores.errors
            together.characters += scores.characters
            together.worse += scores.worse
            together.seconds += scores.seconds
    return total


MEASURES = {
    "psnr": "PSNR, dB",
    "graphics": "PSNR without photographs, dB",
    "ssim": "SSIM",
    "character_errors": "character errors (OCR)",
    "worse": "share worse than bicubic",
    "edge_width": "edge width 10–90 %, px",
    "overshoot": "overshoot",
    "seconds": "seconds a picture",
}
BY_CLASS = ("psnr", "ssim", "character_errors", "edge_width", "overshoot")


def markdown(table: dict[str, dict[str, Scores]]) -> str:
    """The tables for people: every measure over all classes, then the main ones class by class."""
    total = {method: scores.row() for method, scores in overall(table).items()}
    rows = {c: {m: scores.row() for m, scores in row.items()} for c, row in table.items()}
    tables = [_table("all but already sharp", {MEASURES[key]: (total, key) for key in MEASURES})]
    for key in BY_CLASS:
        tables.append(_table(MEASURES[key], {name: (row, key) for name, row in rows.items()}))
    return "\n\n".join(tables)


def _table(title: str, lines: dict[str, tuple[dict[str, dict[str, float]], str]]) -> str:
    """One table; lines for which nothing was measured are left out."""
    methods = list(next(iter(lines.values()))[0])
    written = ["| " + " | ".join([title, *methods]) + " |", "|---" * (len(methods) + 1) + "|"]
    for name, (row, key) in lines.items():
        if all(key in values for values in row.values()):
            digits = 2 if key in ("psnr", "graphics") else 3
            numbers = [f"{row[method][key]:.{digits}f}" for method in methods]
            written.append("| " + " | ".join([name, *numbers]) + " |")
    return "\n".join(written)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--validation", type=Path, help="a pack of held-out pictures; by default made on first use"
    )
    parser.add_argument(
        "--models",
        nargs="*",
        default=[entry.name for entry in MODELS],
        help="names or checkpoints; default: all that ship",
    )
    parser.add_argument("--device", default="auto")
    parser.add_argument("--pictures", type=int, default=48)
    parser.add_argument("--json", type=Path, help="also write every number to this file")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    logging.getLogger("models.restorer").setLevel(logging.WARNING)

    corpus = Corpus(options.validation or find_pack("validation"))
    # Every n-th, so that all kinds are there; those between serve to tune the unsharp mask.
    step = max(2, len(corpus) // options.pictures)
    targets = [corpus[i] for i in range(0, len(corpus), step)][: options.pictures]
    tuning = [corpus[i] for i in range(1, len(corpus), step)][:16]
    methods = baselines(tuning)
    for name in options.models:
        methods[name] = model_method(Restorer.load(name, options.device))
    reader = Reader.open()
    if reader is None:
        log.warning("no OCR engine is installed (rapidocr-onnxruntime): legibility is left out")
    table = evaluate(targets, methods, reader)
    sys.stdout.write(markdown(table) + "\n")
    if options.json:
        rows = {c: {m: scores.row() for m, scores in row.items()} for c, row in table.items()}
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Evaluate models on held-out families: fidelity, sharpness and legibility per class of degradation.

    python3 dev.py evaluate [--models clearmark-small …] [--pictures 48] [--lines 60] [--no-peers]

Models restore through the program's own ``Restorer``. All methods get the same pictures, damaged in the same
way. Legibility is measured on separate lines of text, since few of the pictures are a single line whose words
are known.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from models.devices import choose_device
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus, Target
from models.training.data.chains import random_chain
from models.training.data.degradation import (
    Chain,
    add_noise,
    blur_disc,
    blur_gaussian,
    blur_motion,
    compress,
    halo,
    palette,
)
from models.training.evaluation.boundaries import boundary_table, measure_boundaries
from models.training.evaluation.guards import Guard, check_guards, guard_table
from models.training.evaluation.legibility import OcrReader, legible_lines
from models.training.evaluation.methods import Method, baselines, model_method
from models.training.evaluation.metrics import edge_response, psnr, slanted_edge, ssim
from models.training.evaluation.peers import find_peers
from models.training.evaluation.perceptual import Lpips
from models.training.evaluation.tables import (
    SHARP,
    Scores,
    Table,
    legibility_note,
    to_markdown,
    to_numbers,
)

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

PHOTOGRAPHS = 24  # number used for the guard of photographs, each damaged in every class


def degradations(seed: int) -> dict[str, Chain | None]:
    """Return the classes of degradation by name, with random parts decided by ``seed``.

    A class without a chain (None) leaves the target as it is.
    """
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


def evaluate(
    targets: Sequence[Target],
    methods: dict[str, Method],
    *,
    lines: Sequence[Target] = (),
    reader: OcrReader | None = None,
    lpips: Lpips | None = None,
    classes: Sequence[str] | None = None,
    seed: int = 5,
    share: slice = slice(None),
) -> Table:
    """Run every method on every class of degradation.

    Args:
        targets: Sharp pictures, sides even.
        methods: By name; one must be ``bicubic``, with which the others are compared.
        lines: Pictures of a single line that ``reader`` reads without error, see ``legible_lines``.
        reader: Reads the lines; None leaves legibility out.
        lpips: Measures the perceptual distance; None leaves it out.
        classes: Names of ``degradations``; None takes all.
        seed: Decides the random parts of the degradations.
        share: Which of the pictures, lines and classes to evaluate; the scores of complementary shares add
            up to those of the whole (see ``Scores.add``).

    Returns:
        Scores by class and method.
    """
    names = [name for name in degradations(seed) if classes is None or name in classes]
    table: Table = {name: {method: Scores() for method in methods} for name in names}
    for number, target in list(enumerate(targets))[share]:
        features = lpips.features(target.pixels) if lpips else []
        for name, source in _sources(target, seed + number, names):
            row = table[name]
            for method, restore in methods.items():
                began = time.perf_counter()
                restored = restore(source, name == SHARP)
                row[method].seconds += time.perf_counter() - began
                _score(row[method], restored, target)
                if lpips:
                    distance = lpips.distance(lpips.features(restored), features)
                    row[method].lpips.append(distance)
            reference = row["bicubic"].psnr[-1]
            for scores in row.values():
                scores.worse += scores.psnr[-1] < reference - 0.05
    if reader:
        _read_lines(table, list(enumerate(lines, seed))[share], methods, reader)
    for name in names[share]:
        chain = degradations(seed)[name]
        if chain is not None:
            _measure_edges(table[name], methods, chain)
    return table


def _read_lines(
    table: Table, lines: Sequence[tuple[int, Target]], methods: dict[str, Method], reader: OcrReader
) -> None:
    for seed, line in lines:
        for name, source in _sources(line, seed, table):
            for method, restore in methods.items():
                scores = table[name][method]
                scores.misread.append(reader.count_misread(restore(source, name == SHARP), line))
                scores.characters.append(len("".join(line.text.split())))


def _sources(target: Target, seed: int, names: Container[str]) -> Iterator[tuple[str, Pixels]]:
    for name, chain in degradations(seed).items():
        if name in names:
            yield name, target.pixels if chain is None else chain.source(target.pixels)


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


def _jpeg(quality: int) -> Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]]:
    return lambda image: compress(image, "JPEG", quality)


class _Evaluator:
    """The pictures, lines, methods and OCR engine of an evaluation; every process has its own."""

    def __init__(self, options: argparse.Namespace) -> None:
        corpus = Corpus(options.validation)
        # Every n-th picture, so that all kinds occur; their neighbours serve to tune the unsharp mask.
        step = max(2, len(corpus) // options.pictures)
        self._targets = [corpus[i] for i in range(0, len(corpus), step)][: options.pictures]
        tuning = [corpus[i] for i in range(1, len(corpus), step)][:16]
        self._methods = baselines(tuning) | ({} if options.no_peers else find_peers())
        restorers = {name: Restorer.load(name, options.device) for name in options.models}
        self._models = {
            name: model_method(restorer, self_ensemble=options.steady)
            for name, restorer in restorers.items()
        }
        self._reader, self._lpips = OcrReader.open(), Lpips.open()
        self._lines = legible_lines(corpus, self._reader, options.lines) if self._reader else []
        self._classes = options.classes
        self._corpus = corpus

    def table(self, share: slice) -> Table:
        """Evaluate a share of everything (see ``evaluate``)."""
        return evaluate(
            self._targets,
            self._methods | self._models,
            lines=self._lines,
            reader=self._reader,
            lpips=self._lpips,
            classes=self._classes,
            share=share,
        )

    def guards(self, model: str) -> list[Guard]:
        """Measure every guard of a model."""
        classes = degradations(0) if self._classes is None else self._classes
        photographs = _damaged_photographs(self._corpus, classes)
        sharp = [target.pixels for target in self._targets]
        return check_guards(self._models[model], sharp, photographs)


_evaluator: _Evaluator | None = None


def _start_worker(options: argparse.Namespace) -> None:
    global _evaluator  # a pool's initializer can pass objects to its tasks only through a global
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    logging.getLogger("models.restorer").setLevel(logging.WARNING)
    torch.set_num_threads(max(1, (os.cpu_count() or 1) // options.workers))
    _evaluator = _Evaluator(options)


def _worker_evaluator() -> _Evaluator:
    if _evaluator is None:
        raise RuntimeError("The process was not started.")
    return _evaluator


def _scores(share: slice) -> Table:
    return _worker_evaluator().table(share)


def _guards(model: str) -> list[Guard]:
    return _worker_evaluator().guards(model)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status."""
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
    parser.add_argument(
        "--lines", type=int, default=60, help="lines of text by which legibility is judged"
    )
    damage = [name for name in degradations(0) if name != SHARP]
    parser.add_argument("--classes", nargs="+", choices=damage, help="by default all")
    parser.add_argument(
        "--no-steady",
        dest="steady",
        action="store_false",
        help="judge one answer, not two averaged",
    )
    parser.add_argument("--no-peers", action="store_true", help="leave other people's networks out")
    parser.add_argument(
        "--workers", type=int, default=0, help="processes; by default one a core, or one on a GPU"
    )
    parser.add_argument("--json", type=Path, help="also write every number to this file")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    logging.getLogger("models.restorer").setLevel(logging.WARNING)

    # Downloaded and rendered here, or each process would do it.
    options.validation = options.validation or find_pack("validation")
    Lpips.open()
    if OcrReader.open() is None:
        log.warning("no OCR engine is installed (rapidocr-onnxruntime): legibility is left out")
    if options.workers == 0:
        is_cpu = choose_device(options.device).name == "cpu"
        options.workers = (os.cpu_count() or 1) if is_cpu else 1
    table, guards = _evaluate_all(options)
    parts = [to_markdown(table), legibility_note(table), guard_table(guards) if guards else ""]
    parts += [
        boundary_table(f"features of {name}", measure_boundaries(Restorer.load(name).network))
        for name in options.models
    ]
    sys.stdout.write("\n\n".join(part for part in parts if part) + "\n")
    if options.json:
        measured = {name: {g.name: g.measured for g in row} for name, row in guards.items()}
        everything = {"classes": to_numbers(table), "guards": measured}
        options.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")
    return 0


def _evaluate_all(options: argparse.Namespace) -> tuple[Table, dict[str, list[Guard]]]:
    """Compute all scores, and the guards of each model, in parallel processes."""
    count = 4 * options.workers  # small shares, since some take longer than others
    with ProcessPoolExecutor(
        options.workers, get_context("spawn"), initializer=_start_worker, initargs=(options,)
    ) as pool:
        guards = {name: pool.submit(_guards, name) for name in options.models}
        shares = [pool.submit(_scores, slice(first, None, count)) for first in range(count)]
        table: Table = {}
        for share in shares:
            for name, row in share.result().items():
                for method, scores in row.items():
                    table.setdefault(name, {}).setdefault(method, Scores()).add(scores)
        return table, {name: task.result() for name, task in guards.items()}


def _damaged_photographs(corpus: Corpus, classes: Container[str]) -> list[tuple[Pixels, Pixels]]:
    """Return (source, target) pairs for the guard of photographs."""
    places = [i for i, kind in enumerate(corpus.kinds()) if kind == "photo"][:PHOTOGRAPHS]
    return [
        (source, corpus[place].pixels)
        for place in places
        for name, source in _sources(corpus[place], place, classes)
        if name != SHARP
    ]


if __name__ == "__main__":
    sys.exit(main())

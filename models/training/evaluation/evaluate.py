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
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch

from models.devices import choose_device
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus, Target
from models.training.data.degradation import Chain
from models.training.evaluation.boundaries import boundary_table, measure_boundaries
from models.training.evaluation.damages import REDRAWN, WITHOUT_WORDS, degradations, truth_of
from models.training.evaluation.guards import Guard, check_guards, guard_table
from models.training.evaluation.ink import InkScores, InkTable, ink_table, measure_ink
from models.training.evaluation.legibility import OcrReader, legible_lines
from models.training.evaluation.methods import Method, baselines, model_method
from models.training.evaluation.metrics import edge_response, psnr, slanted_edge, ssim
from models.training.evaluation.peers import find_peers
from models.training.evaluation.perceptual import Lpips
from models.training.evaluation.tables import (
    LATER,
    SHARP,
    Scores,
    Summable,
    Table,
    legibility_note,
    to_markdown,
    to_numbers,
)

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

PHOTOGRAPHS = 24  # number used for the guard of photographs, each damaged in every class


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
        for name, source, truth in _sources(target, seed + number, names):
            row = table[name]
            is_other = truth is not target.pixels
            true_features = lpips.features(truth) if lpips and is_other else features
            for method, restore in methods.items():
                began = time.perf_counter()
                restored = restore(source, name == SHARP)
                row[method].seconds += time.perf_counter() - began
                _score(row[method], restored, truth, is_photo=target.kind == "photo")
                if lpips:
                    distance = lpips.distance(lpips.features(restored), true_features)
                    row[method].lpips.append(distance)
            reference = row["bicubic"].psnr[-1]
            for scores in row.values():
                scores.worse += scores.psnr[-1] < reference - 0.05
    if reader:
        _read_lines(table, list(enumerate(lines, seed))[share], methods, reader)
    for name in names[share]:
        chain = degradations(seed)[name]
        if chain is not None and name not in REDRAWN:
            _measure_edges(table[name], methods, chain)
    return table


def _read_lines(
    table: Table, lines: Sequence[tuple[int, Target]], methods: dict[str, Method], reader: OcrReader
) -> None:
    for seed, line in lines:
        for name, source, _ in _sources(line, seed, table.keys() - WITHOUT_WORDS):
            for method, restore in methods.items():
                scores = table[name][method]
                scores.misread.append(reader.count_misread(restore(source, name == SHARP), line))
                scores.characters.append(len("".join(line.text.split())))


def _sources(
    target: Target, seed: int, names: Container[str]
) -> Iterator[tuple[str, Pixels, Pixels]]:
    """Yield the name of each class, the damaged picture and the sharp one that was damaged."""
    for name, chain in degradations(seed).items():
        if name in names:
            truth = truth_of(name, target.pixels, seed)
            yield name, truth if chain is None else chain.source(truth), truth


def _score(scores: Scores, restored: Pixels, truth: Pixels, *, is_photo: bool) -> None:
    fidelity = psnr(restored, truth)
    scores.psnr.append(fidelity)
    if not is_photo:
        scores.graphics.append(fidelity)
    scores.ssim.append(ssim(restored, truth))


def _measure_edges(row: dict[str, Scores], methods: dict[str, Method], chain: Chain) -> None:
    for angle in (0.15, 0.6, 1.2):
        for colours in (((20, 24, 40), (245, 245, 240)), ((200, 30, 40), (255, 255, 255))):
            source = chain.source(slanted_edge(96, angle, colours))
            for method, restore in methods.items():
                row[method].edges.append(edge_response(restore(source, False), angle))


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

    def ink(self, share: slice) -> InkTable:
        """Measure the ink of a share of the samples (see ``measure_ink``)."""
        return measure_ink(self._methods | self._models, share)

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


def _ink(share: slice) -> InkTable:
    return _worker_evaluator().ink(share)


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
    table, ink, guards = _evaluate_all(options)
    parts = [to_markdown(table), legibility_note(table), ink_table(ink)]
    parts += [guard_table(guards)] if guards else []
    parts += [
        boundary_table(f"features of {name}", measure_boundaries(Restorer.load(name).network))
        for name in options.models
    ]
    sys.stdout.write("\n\n".join(part for part in parts if part) + "\n")
    if options.json:
        measured = {name: {g.name: g.measured for g in row} for name, row in guards.items()}
        everything = {
            "classes": to_numbers(table),
            "ink": {c: {m: scores.row() for m, scores in row.items()} for c, row in ink.items()},
            "guards": measured,
        }
        options.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")
    return 0


def _evaluate_all(
    options: argparse.Namespace,
) -> tuple[Table, InkTable, dict[str, list[Guard]]]:
    """Compute all scores, those of ink, and the guards of each model, in parallel processes."""
    count = 4 * options.workers  # small shares, since some take longer than others
    with ProcessPoolExecutor(
        options.workers, get_context("spawn"), initializer=_start_worker, initargs=(options,)
    ) as pool:
        guards = {name: pool.submit(_guards, name) for name in options.models}
        shares = [slice(first, None, count) for first in range(count)]
        scores = [pool.submit(_scores, share) for share in shares]
        inks = [pool.submit(_ink, share) for share in shares]
        table: Table = _sum([task.result() for task in scores], Scores)
        ink: InkTable = _sum([task.result() for task in inks], InkScores)
        return table, ink, {name: task.result() for name, task in guards.items()}


_S = TypeVar("_S", bound=Summable)


def _sum(
    shares: Sequence[dict[str, dict[str, _S]]], empty: Callable[[], _S]
) -> dict[str, dict[str, _S]]:
    """Add up the scores of several shares."""
    total: dict[str, dict[str, _S]] = {}
    for share in shares:
        for name, row in share.items():
            for method, scores in row.items():
                total.setdefault(name, {}).setdefault(method, empty()).add(scores)
    return total


def _damaged_photographs(corpus: Corpus, classes: Container[str]) -> list[tuple[Pixels, Pixels]]:
    """Return (source, target) pairs for the guard of photographs."""
    places = [i for i, kind in enumerate(corpus.kinds()) if kind == "photo"][:PHOTOGRAPHS]
    return [
        (source, truth)
        for place in places
        for name, source, truth in _sources(corpus[place], place, classes)
        if name not in (SHARP, *LATER)
    ]


if __name__ == "__main__":
    sys.exit(main())

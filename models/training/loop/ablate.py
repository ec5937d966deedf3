"""Tries one change at a time: short runs from the same start, on the same batches, with equally many steps.

    python -m models.training.loop.ablate --start models/weights/clearmark-small.safetensors --out DIR

Prints a Markdown table that compares the averaged weights at the end of each run on fixed held-out crops and
lines. A run whose result exists already is not repeated.
"""

import argparse
import json
import logging
import math
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from models.checkpoint import read_network
from models.training.corpus.default_packs import find_pack
from models.training.evaluation.tables import markdown_table
from models.training.loop.train import AVERAGE_FILE, Training, TrainingConfig
from models.training.loop.validation import Validation

log = logging.getLogger(__name__)

RESULT_FILE = "result.json"
# Each ablation changes the configuration in one way; runs with another crop size see as many pixels per step.
ABLATIONS: dict[str, dict[str, Any]] = {
    "unchanged": {},
    "another seed": {"seed": 2},
    "no gradient term": {"gradient": 0.0},
    "gradient term 1.0": {"gradient": 1.0},
    "overshoot term 1.0": {"overshoot": 1.0},
    "fidelity term 0.2": {"fidelity": 0.2},
    "fidelity term 1.0": {"fidelity": 1.0},
    "no colour term": {"colour": 0.0},
    "frequency term 0.03": {"frequency": 0.03},
    "frequency term 0.3": {"frequency": 0.3},
    "Charbonnier": {"is_charbonnier": True},
    "edge term 2": {"edge": 2.0},
    "crop 64": {"crop": 64},
    "crop 192": {"crop": 192},
    "rate halved": {"rate": 0.5},
    "average 0.99": {"ema": 0.99},
    "average 0.9995": {"ema": 0.9995},
    "writing 1.8 times": {"text_oversampling": 1.8},
    "dropout 0.1": {"dropout": 0.1},
    "rate 2.5 times": {"rate": 2.5},
    "AdamW": {"is_adamw": True},
    "AdamW, rate halved": {"is_adamw": True, "rate": 0.5},
    "letters 0.05": {"recogniser_weight": 0.05},
    "letters 0.2": {"recogniser_weight": 0.2},
    "misread letters 0.5": {"misread_weight": 0.5},
    "taught by half": {"teacher": Path("start")},
    "taught": {"teacher": Path("start"), "distillation_weight": 1.0},
}


def apply_changes(config: TrainingConfig, changes: dict[str, Any]) -> TrainingConfig:
    """Return a configuration with the changes of one ablation.

    Args:
        config: The unchanged configuration.
        changes: New values by field, with exceptions: ``rate`` is a factor, ``teacher`` is always replaced
            by the start of ``config``, and a new ``crop`` also changes the batch so that it has as many
            pixels.
    """
    changes = dict(changes)
    if "rate" in changes:
        changes["rate"] *= config.rate
    if "teacher" in changes:
        changes["teacher"] = config.start
    if "crop" in changes:
        changes["batch"] = max(1, math.floor(config.batch * (config.crop / changes["crop"]) ** 2))
    return replace(config, **changes)


def ablate(
    config: TrainingConfig, names: list[str], validator: Validation
) -> dict[str, dict[str, float]]:
    """Run ablations one after the other.

    Args:
        config: The configuration of the unchanged run; ``out`` receives a folder for each ablation.
        names: Keys of ``ABLATIONS``.
        validator: Measures the weights at the start and after each run.

    Returns:
        The values that ``validator`` measured, by ablation.
    """
    results = {"start": _evaluate(validator, config.start)} if config.start else {}
    for name in names:
        folder = config.out / name.replace(" ", "-")
        file = folder / RESULT_FILE
        if not file.exists():
            log.info("--- %s", name)
            training = Training(apply_changes(replace(config, out=folder), ABLATIONS[name]))
            training.run()
            if training.budget_spent < 1:  # interrupted
                break
            file.write_text(
                json.dumps(_evaluate(validator, folder / AVERAGE_FILE)), encoding="utf-8"
            )
        results[name] = json.loads(file.read_text("utf-8"))
    return results


def ablation_table(results: dict[str, dict[str, float]]) -> str:
    """Format the results as a Markdown table, a row per ablation."""
    columns = {
        "PSNR, dB": "validation_psnr",
        "already sharp": "sharp_psnr",
        "character errors": "character_errors",
    }
    rows = []
    for name, values in results.items():
        cells = [f"{values[key]:.3f}" if key in values else "" for key in columns.values()]
        rows.append([name, *cells])
    return markdown_table(["lever", *columns], rows)


def _evaluate(validator: Validation, weights: Path) -> dict[str, float]:
    network = read_network(weights).to(validator.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return {**validator.psnr(network.eval()), **validator.legibility(network.eval())}


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="ablate", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--start", type=Path, help="weights that all start from; without, the identity"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--crop", type=int, default=96)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--validation", type=Path)
    parser.add_argument("--only", nargs="*", default=list(ABLATIONS), help="names of levers")
    options = vars(parser.parse_args(arguments))
    logging.basicConfig(level=logging.INFO, format="%(asctime)s  %(message)s", stream=sys.stderr)
    names = options.pop("only")
    options["corpus"] = options["corpus"] or find_pack("train")
    options["validation"] = options["validation"] or find_pack("validation")
    # Validated only once, at the end, on more crops and lines than during a normal run.
    config = TrainingConfig(**options, minutes=1e6, warm_up=50, lines=0, validate_every=10**9)
    validator = Validation(config.validation, torch.device(config.device), batches=32, lines=48)
    sys.stdout.write(ablation_table(ablate(config, names, validator)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

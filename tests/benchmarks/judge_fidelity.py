"""How often "Did it change my logo?" cries wolf, and how many planted changes it finds.

    python3 dev.py evaluate
    .venv/bin/python -m tests.benchmarks.judge_fidelity [--validation PACK] [--pictures 48] [--model NAME]

Every picture is damaged in every way that models are judged by. Faithful are the network's result and the
sharp picture itself; changed are the same two with one change planted. The network makes real mistakes, and
where damage took the information the sharp picture is not its own input any more: to flag those is no fault
of the check, which is why they are counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from desktop_app.analysis.fidelity import Fidelity, check_fidelity
from desktop_app.imaging.picture import Picture
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.default_packs import find_pack
from models.training.corpus.pack_format import Corpus
from models.training.evaluation.evaluate import degradations
from models.training.evaluation.tables import SHARP
from tests.benchmarks.planted_changes import CHANGES, Shape, plant_change

Pixels = npt.NDArray[np.uint8]

LOSSY = ("heavy blur", "JPEG 25", "palette 16", "hard edges", "mixed")
"""Damage after which an input does not hold all that is judged: small strokes are gone, or colours."""

NETWORK, TRUTH = "network", "sharp picture"


class Rates:
    """What was flagged, by class of damage, by result, and by what was planted ("": nothing)."""

    def __init__(self) -> None:
        self._flags: dict[tuple[str, str, str], list[bool]] = defaultdict(list)

    def add(self, damage: str, result: str, planted: str, is_flagged: bool) -> None:
        """Note one case."""
        self._flags[damage, result, planted].append(is_flagged)

    def share(self, damages: Iterable[str], results: Iterable[str], plants: Iterable[str]) -> str:
        """How many were flagged of how many, and the share, of all these together."""
        wanted = [(d, r, p) for d in damages for r in results for p in plants]
        flags = [flag for key in wanted for flag in self._flags[key]]
        if not flags:
            return "–"
        return f"{sum(flags) / len(flags):.1%} ({sum(flags)}/{len(flags)})"

    def table(self) -> str:
        """Rows by class of damage, in Markdown."""
        damages = list(dict.fromkeys(damage for damage, _, _ in self._flags))
        kept = [damage for damage in damages if damage not in LOSSY]
        groups = [("**all that keep the information**", kept)]
        groups += [(damage, [damage]) for damage in damages]
        head = ["damage", *(f"false alarms, {result}" for result in (NETWORK, TRUTH))]
        head += [f"found: {kind}" for kind in CHANGES]
        lines = [" | ".join(head), "|".join("---" for _ in head)]
        for title, members in groups:
            row = [title, *(self.share(members, [result], [""]) for result in (NETWORK, TRUTH))]
            row += [self.share(members, (NETWORK, TRUTH), [kind]) for kind in CHANGES]
            lines.append(" | ".join(row))
        alarms = self.share(kept, (NETWORK, TRUTH), [""])
        found = self.share(kept, (NETWORK, TRUTH), CHANGES)
        summary = f"False alarms {alarms}, found {found}; without {', '.join(LOSSY)}."
        return "\n".join([*(f"| {line} |" for line in lines), "", summary])


def judge(
    corpus: Corpus, pictures: int, restorer: Restorer, seed: int, alarms: Path | None
) -> Rates:
    """Check results of every ``len(corpus) // pictures``-th picture.

    Args:
        corpus: Sharp pictures.
        pictures: How many of them.
        restorer: Makes the network's results.
        seed: Of damage and changes.
        alarms: A folder for pictures of the false alarms; None writes none.
    """
    rates = Rates()
    step = max(1, len(corpus) // pictures)
    for number in range(0, step * pictures, step):
        sharp = corpus[number].pixels
        rng = np.random.default_rng((seed, number))
        planted = {kind: plant_change(sharp, kind, rng) for kind in CHANGES}
        for damage, chain in degradations(seed + number).items():
            if chain is None or damage == SHARP:
                continue
            source = chain.source(sharp)
            for name, result in ((NETWORK, restorer.restore(source, 2)), (TRUTH, sharp)):
                fidelity = check_fidelity(Picture(source), Picture(result), 2)
                rates.add(damage, name, "", not fidelity.is_faithful)
                if alarms and not fidelity.is_faithful:
                    file = f"{damage}-{name}-{number}.png".replace(" ", "-")
                    _sheet(source, result, fidelity).save(alarms / file)
                for kind, change in planted.items():
                    if change is not None:
                        mark, apply = change
                        changed = check_fidelity(Picture(source), Picture(apply(result)), 2)
                        rates.add(damage, name, kind, _is_found(changed, mark))
    return rates


def _is_found(fidelity: Fidelity, mark: Shape) -> bool:
    """Whether a flagged region touches the mark."""
    left, top, right, bottom = (side / 2 for side in mark.box)
    return any(
        region.box[0] < right
        and region.box[2] > left
        and region.box[1] < bottom
        and region.box[3] > top
        for region in fidelity.regions
    )


def _sheet(source: Pixels, result: Pixels, fidelity: Fidelity) -> Image.Image:
    """Input, result and map side by side."""
    shades = np.repeat(fidelity.map[:, :, None], 3, axis=2)
    parts = [pixels.repeat(2, axis=0).repeat(2, axis=1) for pixels in (source, shades)]
    return Image.fromarray(np.concatenate([parts[0], result, parts[1]], axis=1))


def main() -> int:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--validation", type=Path, help="a pack; by default made on first use")
    parser.add_argument("--pictures", type=int, default=48)
    parser.add_argument("--model", default=MODELS[0].name)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--alarms", type=Path, help="write what was flagged to this folder")
    options, _ = parser.parse_known_args()
    if options.alarms:
        options.alarms.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(options.validation or find_pack("validation"))
    restorer = Restorer.load(options.model, options.device)
    rates = judge(corpus, options.pictures, restorer, options.seed, options.alarms)
    sys.stdout.write(f"Fidelity check, {options.pictures} pictures:\n\n{rates.table()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

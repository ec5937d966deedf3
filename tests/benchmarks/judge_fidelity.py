"""Measure the false alarms of the check "Did it change my logo?", and how many planted changes it finds.

    python3 dev.py evaluate
    .venv/bin/python -m tests.benchmarks.judge_fidelity [--validation PACK] [--pictures 48] [--model NAME]

Every picture is damaged in each class of degradation. The network's result and the sharp picture count as
faithful; the same two with one planted change count as changed. But the network makes real mistakes, and
after lossy damage the sharp picture no longer follows from the input. Flagging those is right, so network and
sharp picture, and lossy damage, are counted separately.
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
from models.training.evaluation.damages import degradations
from models.training.evaluation.tables import LATER
from tests.benchmarks.planted_changes import CHANGES, Shape, plant_change

Pixels = npt.NDArray[np.uint8]

LOSSY = ("heavy blur", "JPEG 25", "palette 16", "hard edges", "mixed")
"""Damage that removes information which the check needs, such as small strokes or colours."""

NETWORK, TRUTH = "network", "sharp picture"


class Rates:
    """Counts of flagged results by class of damage, result, and planted change ("" for none)."""

    def __init__(self) -> None:
        self._flags: dict[tuple[str, str, str], list[bool]] = defaultdict(list)

    def add(self, damage: str, result: str, planted: str, is_flagged: bool) -> None:
        """Count one case."""
        self._flags[damage, result, planted].append(is_flagged)

    def share(self, damages: Iterable[str], results: Iterable[str], plants: Iterable[str]) -> str:
        """Format the share of flagged cases, with the numbers, over all these together."""
        wanted = [(d, r, p) for d in damages for r in results for p in plants]
        flags = [flag for key in wanted for flag in self._flags[key]]
        if not flags:
            return "–"
        return f"{sum(flags) / len(flags):.1%} ({sum(flags)}/{len(flags)})"

    def table(self) -> str:
        """Format the rates by class of damage as a Markdown table with a summary."""
        damages = list(dict.fromkeys(damage for damage, _, _ in self._flags))
        lossless = [damage for damage in damages if damage not in LOSSY]
        groups = [("**all that keep the information**", lossless)]
        groups += [(damage, [damage]) for damage in damages]
        head = ["damage", *(f"false alarms, {result}" for result in (NETWORK, TRUTH))]
        head += [f"found: {kind}" for kind in CHANGES]
        lines = [" | ".join(head), "|".join("---" for _ in head)]
        for title, members in groups:
            row = [title, *(self.share(members, [result], [""]) for result in (NETWORK, TRUTH))]
            row += [self.share(members, (NETWORK, TRUTH), [kind]) for kind in CHANGES]
            lines.append(" | ".join(row))
        alarms = self.share(lossless, (NETWORK, TRUTH), [""])
        found = self.share(lossless, (NETWORK, TRUTH), CHANGES)
        summary = f"False alarms {alarms}, found {found}; without {', '.join(LOSSY)}."
        return "\n".join([*(f"| {line} |" for line in lines), "", summary])


def judge(
    corpus: Corpus, pictures: int, restorer: Restorer, seed: int, alarms: Path | None
) -> Rates:
    """Check results of every ``len(corpus) // pictures``-th picture.

    Args:
        corpus: Sharp pictures.
        pictures: Number of pictures to use.
        restorer: Makes the network's results.
        seed: Decides damage and changes.
        alarms: Folder for pictures of the false alarms; None writes none.

    Returns:
        How often results were flagged.
    """
    rates = Rates()
    step = max(1, len(corpus) // pictures)
    for number in range(0, step * pictures, step):
        sharp = corpus[number].pixels
        rng = np.random.default_rng((seed, number))
        planted = {kind: plant_change(sharp, kind, rng) for kind in CHANGES}
        for damage, chain in degradations(seed + number).items():
            if chain is None or damage in LATER:
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
    """Return whether a flagged region touches the shape that was changed."""
    left, top, right, bottom = (side / 2 for side in mark.box)
    return any(
        region.box[0] < right
        and region.box[2] > left
        and region.box[1] < bottom
        and region.box[3] > top
        for region in fidelity.regions
    )


def _sheet(source: Pixels, result: Pixels, fidelity: Fidelity) -> Image.Image:
    """Draw input, result and the map of differences side by side."""
    shades = np.repeat(fidelity.map[:, :, None], 3, axis=2)
    parts = [pixels.repeat(2, axis=0).repeat(2, axis=1) for pixels in (source, shades)]
    return Image.fromarray(np.concatenate([parts[0], result, parts[1]], axis=1))


def main() -> int:
    """Print the rates and return the exit status."""
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

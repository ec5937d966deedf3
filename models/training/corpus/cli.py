"""The command line of the corpus: download its sources, shrink them, render packs, look at packs.

python -m models.training.corpus.cli {fetch,shrink,render,sheet}
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from models.training.corpus.pack_format import KINDS, SPLITS, Corpus, contact_sheet


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: ``fetch``, ``shrink``, ``render`` and ``sheet``."""
    parser = argparse.ArgumentParser(
        prog="python -m models.training.corpus.cli", description=__doc__.splitlines()[0]
    )
    words = parser.add_subparsers(dest="word", required=True)
    word = words.add_parser("fetch", help="download fonts, icons, words and photographs")
    word.add_argument("directory", type=Path)
    word = words.add_parser("shrink", help="write a small copy of the sources of training")
    word.add_argument("directory", type=Path)
    word.add_argument("out", type=Path)
    word = words.add_parser("render", help="draw a pack of pictures, or go on with one")
    word.add_argument("--sources", type=Path, required=True)
    word.add_argument("--out", type=Path, required=True)
    word.add_argument("--count", type=int, required=True)
    word.add_argument("--split", choices=SPLITS, default="train")
    word.add_argument("--seed", type=int, default=1)
    word.add_argument("--workers", type=int, default=1)
    word = words.add_parser("sheet", help="look at a pack")
    word.add_argument("pack", type=Path)
    word.add_argument("out", type=Path)
    word.add_argument("--kind", choices=KINDS, help="only pictures of this kind")
    word.add_argument("--start", type=int, default=0)
    word.add_argument("--count", type=int, default=48)
    word.add_argument("--columns", type=int, default=8)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.word == "fetch":
            from models.training.corpus.fetch import fetch

            fetch(chosen.directory)
        elif chosen.word == "shrink":
            from models.training.corpus.shrink_sources import shrink

            archive = shrink(chosen.directory, chosen.out)
            sys.stdout.write(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB\n")
        elif chosen.word == "render":
            _render(chosen)
        else:
            _lay_sheet(chosen)
    except (ValueError, OSError, RuntimeError) as error:
        parser.exit(1, f"{error}\n")


def _render(chosen: argparse.Namespace) -> None:
    # Not at the top: whoever fetches or looks at a pack needs neither the fonts' nor the icons' code.
    from models.training.corpus.rendering import render

    started = time.monotonic()
    for done, count in enumerate(
        render(chosen.sources, chosen.out, chosen.count, chosen.split, chosen.seed, chosen.workers),
        start=1,
    ):
        if count % 200 == 0:
            rate = done / (time.monotonic() - started)
            sys.stdout.write(f"{count} of {chosen.count} pictures, {rate:.1f} pictures/s\n")
            sys.stdout.flush()
    sys.stdout.write(f"{dict(Counter(Corpus(chosen.out).kinds()))}\n")


def _lay_sheet(chosen: argparse.Namespace) -> None:
    corpus = Corpus(chosen.pack)
    indices = [i for i, kind in enumerate(corpus.kinds()) if chosen.kind in (None, kind)]
    indices = indices[chosen.start : chosen.start + chosen.count]
    if not indices:
        raise ValueError(f"{chosen.pack} holds no such pictures.")
    contact_sheet(corpus, indices, chosen.columns).save(chosen.out)


if __name__ == "__main__":
    main()

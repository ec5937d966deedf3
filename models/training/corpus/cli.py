"""The command line of the corpus: download its sources, shrink them, render packs, look at packs.

Run ``python -m models.training.corpus.cli {fetch,shrink,render,sheet}``.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from models.training.corpus.pack_format import KINDS, SPLITS, Corpus, contact_sheet


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the commands ``fetch``, ``shrink``, ``render`` and ``sheet``.

    Args:
        arguments: Those after the program's name; None takes them from ``sys.argv``.

    Raises:
        SystemExit: The arguments are wrong, or the command failed.
    """
    parser = argparse.ArgumentParser(
        prog="python -m models.training.corpus.cli", description=__doc__.splitlines()[0]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("fetch", help="download fonts, icons, words and photographs")
    command.add_argument("directory", type=Path)
    command = commands.add_parser("shrink", help="write a small copy of the sources of training")
    command.add_argument("directory", type=Path)
    command.add_argument("out", type=Path)
    command = commands.add_parser("render", help="draw a pack of pictures, or go on with one")
    command.add_argument("--sources", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--count", type=int, required=True)
    command.add_argument("--split", choices=SPLITS, default="train")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--workers", type=int, default=1)
    command = commands.add_parser("sheet", help="look at a pack")
    command.add_argument("pack", type=Path)
    command.add_argument("out", type=Path)
    command.add_argument("--kind", choices=KINDS, help="only pictures of this kind")
    command.add_argument("--start", type=int, default=0)
    command.add_argument("--count", type=int, default=48)
    command.add_argument("--columns", type=int, default=8)
    options = parser.parse_args(arguments)
    try:
        if options.command == "fetch":
            from models.training.corpus.fetch import fetch

            fetch(options.directory)
        elif options.command == "shrink":
            from models.training.corpus.shrink_sources import shrink

            archive = shrink(options.directory, options.out)
            sys.stdout.write(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB\n")
        elif options.command == "render":
            _render(options)
        else:
            _write_sheet(options)
    except (ValueError, OSError, RuntimeError) as error:
        parser.exit(1, f"{error}\n")


def _render(options: argparse.Namespace) -> None:
    # Imported here because the other commands need neither Pillow's fonts nor the SVG renderer.
    from models.training.corpus.rendering import render

    started = time.monotonic()
    for done, count in enumerate(
        render(
            options.sources,
            options.out,
            options.count,
            options.split,
            options.seed,
            options.workers,
        ),
        start=1,
    ):
        if count % 200 == 0:
            rate = done / (time.monotonic() - started)
            sys.stdout.write(f"{count} of {options.count} pictures, {rate:.1f} pictures/s\n")
            sys.stdout.flush()
    sys.stdout.write(f"{dict(Counter(Corpus(options.out).kinds()))}\n")


def _write_sheet(options: argparse.Namespace) -> None:
    corpus = Corpus(options.pack)
    indices = [i for i, kind in enumerate(corpus.kinds()) if options.kind in (None, kind)]
    indices = indices[options.start : options.start + options.count]
    if not indices:
        raise ValueError(f"{options.pack} holds no such pictures.")
    contact_sheet(corpus, indices, options.columns).save(options.out)


if __name__ == "__main__":
    main()

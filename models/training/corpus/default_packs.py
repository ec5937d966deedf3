"""The packs that training and evaluation use when none is named: fetched and rendered on first use."""

import logging
import os
from pathlib import Path

from models.training.corpus.pack_format import Corpus

log = logging.getLogger(__name__)

DATA_DIR = Path(__file__).parents[3] / "training-data"
COUNTS = {"train": 48_000, "validation": 400}
SEEDS = {"train": 11, "validation": 12}


def find_pack(split: str) -> Path:
    """Return the pack of a split; make it if it is not there, or go on with one that is not whole.

    Args:
        split: ``train`` or ``validation``.

    Raises:
        RuntimeError: The sources cannot be downloaded here; the message says what is missing.
    """
    directory, sources = DATA_DIR / split, DATA_DIR / "sources"
    if (directory / "index.json").exists() and len(Corpus(directory)) >= COUNTS[split]:
        return directory
    # Whoever only reads packs needs neither the fonts' nor the icons' code.
    from models.training.corpus.fetch import fetch
    from models.training.corpus.rendering import render

    if not (sources / "complete").exists():
        log.info("downloading fonts, icons and photographs to %s, about 1.5 GB", sources)
        fetch(sources)
        (sources / "complete").touch()
    log.info("drawing %d pictures into %s", COUNTS[split], directory)
    workers = os.cpu_count() or 1
    for count in render(sources, directory, COUNTS[split], split, SEEDS[split], workers):
        if count % 1000 == 0:
            log.info("%d of %d pictures", count, COUNTS[split])
    return directory

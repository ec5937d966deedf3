"""The default packs of training and evaluation, downloaded and rendered on first use."""

import logging
import os
from pathlib import Path

from models.training.corpus.pack_format import Corpus

log = logging.getLogger(__name__)

DATA_DIR = Path(__file__).parents[3] / "training-data"
COUNTS = {"train": 48_000, "validation": 400}
SEEDS = {"train": 11, "validation": 12}


def find_pack(split: str) -> Path:
    """Return the folder of a split's pack; render the pack first if it is missing or incomplete.

    Args:
        split: ``train`` or ``validation``.

    Raises:
        RuntimeError: The sources cannot be downloaded here; the message says why.
        ValueError: The folder holds a pack of another recipe.
    """
    directory, sources = DATA_DIR / split, DATA_DIR / "sources"
    if (directory / "index.json").exists() and len(Corpus(directory)) >= COUNTS[split]:
        return directory
    # Imported here because reading a pack needs neither Pillow's fonts nor the SVG renderer.
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

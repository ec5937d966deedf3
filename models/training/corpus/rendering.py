"""Draws packs of training pictures, in processes of its own.

A drawing that fails is replaced (see ``scenes.Artist.draw``); a process that dies leaves a pack
that the next run continues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from models.training.corpus.pack_format import SPLITS, PackWriter, Target, encode
from models.training.corpus.scenes import Artist
from models.training.corpus.sources import Sources

_SAVE_EVERY = 200
#: Raised where a split's pictures are no longer drawn as before, so that no pack mixes the two.
_VERSIONS = {"train": 2, "validation": 1}

_artist: Artist | None = None


def _start_worker(directory: Path, split: str) -> None:
    global _artist  # the only way to hand a worker process what all its tasks share
    _artist = Artist(Sources(directory, split))


def _draw(task: tuple[int, int]) -> tuple[Target, bytes]:
    if _artist is None:
        raise RuntimeError("The worker was not started.")
    drawn = _artist.draw(*task)
    encoded = encode(drawn.pixels)
    # The pixels travel compressed.
    return replace(drawn, pixels=np.empty((0, 0, 3), np.uint8)), encoded


def render(
    sources: Path, directory: Path, count: int, split: str, seed: int, workers: int = 1
) -> Iterator[int]:
    """Draw pictures until the pack holds ``count``.

    Args:
        sources: The folder ``fetch`` filled.
        directory: The pack; continued where it exists.
        count: Pictures the pack shall hold.
        split: ``train`` or ``validation``.
        seed: Of the series; with it, picture i is always the same.
        workers: Processes that draw; 0 draws in this one.

    Yields:
        The number of pictures so far, after each of them.

    Raises:
        ValueError: Unknown split, no sources, or the folder holds another series.
    """
    if split not in SPLITS:
        raise ValueError(f"The split is one of {', '.join(SPLITS)}, not {split!r}.")
    recipe: dict[str, Any] = {"seed": seed, "split": split}
    if _VERSIONS[split] > 1:  # the first recipes did not say theirs
        recipe["version"] = _VERSIONS[split]
    with PackWriter(directory, recipe) as pack:
        tasks = [(seed, index) for index in range(len(pack), count)]
        for drawn, encoded in _draw_all(tasks, sources, split, workers):
            pack.append(drawn, encoded)
            if len(pack) % _SAVE_EVERY == 0:
                pack.save()
            yield len(pack)


def _draw_all(
    tasks: Sequence[tuple[int, int]], sources: Path, split: str, workers: int
) -> Iterator[tuple[Target, bytes]]:
    """Draw ``tasks`` in their order."""
    if workers == 0:
        _start_worker(sources, split)
        yield from map(_draw, tasks)
        return
    pool = ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_start_worker, initargs=(sources, split)
    )
    try:
        yield from pool.map(_draw, tasks, chunksize=16)
    finally:
        pool.shutdown(cancel_futures=True)  # whoever stops early does not wait for the rest

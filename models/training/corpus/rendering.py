"""Render packs of training pictures in worker processes.

A drawing that fails is replaced by another one (see ``scenes.Artist.draw``). If a process dies, the next
run continues the pack.
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
#: Increase it when a split's pictures are drawn differently, so that no pack mixes old and new ones.
_VERSIONS = {"train": 2, "validation": 1}

_artist: Artist | None = None


def _start_worker(directory: Path, split: str) -> None:
    global _artist  # a pool's initializer can pass objects to its tasks only through a global
    _artist = Artist(Sources(directory, split))


def _draw(task: tuple[int, int]) -> tuple[Target, bytes]:
    if _artist is None:
        raise RuntimeError("The worker was not started.")
    drawn = _artist.draw(*task)
    encoded = encode(drawn.pixels)
    # Only the compressed pixels are sent back to the parent process.
    return replace(drawn, pixels=np.empty((0, 0, 3), np.uint8)), encoded


def render(
    sources: Path, directory: Path, count: int, split: str, seed: int, workers: int = 1
) -> Iterator[int]:
    """Draw pictures until the pack holds ``count``.

    Args:
        sources: The folder ``fetch`` filled.
        directory: The folder of the pack; an existing pack is continued.
        count: Number of pictures that the pack should hold.
        split: ``train`` or ``validation``.
        seed: Of the series: seed and index decide a picture.
        workers: Number of processes that draw; 0 draws in this one.

    Yields:
        The number of pictures so far, after each picture.

    Raises:
        ValueError: The split is unknown.
        ValueError: ``sources`` holds no font for Latin text.
        ValueError: ``directory`` holds a pack of another recipe.
    """
    if split not in SPLITS:
        raise ValueError(f"The split is one of {', '.join(SPLITS)}, not {split!r}.")
    recipe: dict[str, Any] = {"seed": seed, "split": split}
    if _VERSIONS[split] > 1:  # the recipes of version 1 do not hold their version
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
    """Draw ``tasks``, yielding the pictures in the same order."""
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
        pool.shutdown(cancel_futures=True)  # a caller that stops early need not wait for the rest

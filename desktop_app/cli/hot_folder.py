"""A hot folder: tells which pictures in it have been written completely. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.imaging.file_search import FoundPicture, PictureSearch

POLL_SECONDS = 0.5
"""Between two looks: often enough to feel prompt; one at 1,000 pictures takes 15 ms."""

SETTLE_SECONDS = 1.0
"""For so long a file must not change. A program that pauses longer within one file makes it look broken
until it goes on: each change is a new chance."""


@dataclass(frozen=True)
class _WatchedFile:
    """A file as it was seen: size in bytes and time of change, since when, and whether it was told."""

    state: tuple[int, int]
    since: float
    is_reported: bool = False


class HotFolder:
    """Tells each picture once it is whole, and again when it was changed.

    Args:
        folder: What is watched.
        is_recursive: Whether the folders in it are watched too.
        excluded: A folder that is left out: the results go there.
    """

    def __init__(self, folder: Path, *, is_recursive: bool, excluded: Path) -> None:
        self.folder = folder
        self._is_recursive = is_recursive
        self._excluded = excluded
        self._seen: dict[Path, _WatchedFile] = {}

    def poll(self, now: float) -> list[FoundPicture]:
        """Look once.

        Args:
            now: Seconds of a clock that never goes back.

        Returns:
            Pictures that are new or changed, and have settled since; in natural order.
        """
        search = PictureSearch(is_recursive=self._is_recursive, excluded=self._excluded)
        search.add_folder(self.folder)
        seen: dict[Path, _WatchedFile] = {}
        settled = []
        for found in search.found:
            try:
                status = found.path.stat()
            except OSError:  # it vanished this very moment
                continue
            file = self._seen.get(found.path)
            if file is None or file.state != (status.st_size, status.st_mtime_ns):
                file = _WatchedFile((status.st_size, status.st_mtime_ns), now)
            elif status.st_size and not file.is_reported and now - file.since >= SETTLE_SECONDS:
                file = replace(file, is_reported=True)
                settled.append(found)
            seen[found.path] = file
        self._seen = seen
        return settled

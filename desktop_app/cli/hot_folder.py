"""A hot folder: find out which pictures in it have been written completely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.imaging.file_search import FoundPicture, PictureSearch

POLL_SECONDS = 0.5
"""Time between two polls: short enough to feel prompt; a poll of 1,000 pictures takes 15 ms."""

SETTLE_SECONDS = 1.0
"""How long a file must stay unchanged to count as complete. If a program pauses longer while writing a file,
restoring it fails, and it is tried again after the next change."""


@dataclass(frozen=True)
class _WatchedFile:
    """A file as last seen.

    Attributes:
        state: Size in bytes, and time of modification in nanoseconds.
        since: When this state was first seen, in seconds of the clock passed to ``poll``.
        is_reported: Whether ``poll`` has returned the file in this state.
    """

    state: tuple[int, int]
    since: float
    is_reported: bool = False


class HotFolder:
    """Reports each picture once it is complete, and again after each change.

    Args:
        folder: The folder to watch.
        is_recursive: Whether to watch its subfolders too.
        excluded: The folder for results, which is ignored.
    """

    def __init__(self, folder: Path, *, is_recursive: bool, excluded: Path) -> None:
        self.folder = folder
        self._is_recursive = is_recursive
        self._excluded = excluded
        self._seen: dict[Path, _WatchedFile] = {}

    def poll(self, now: float) -> list[FoundPicture]:
        """Search the folder once.

        Args:
            now: Time in seconds, from a monotonic clock.

        Returns:
            Pictures that are new or changed and stable for :data:`SETTLE_SECONDS`; in natural order.
        """
        search = PictureSearch(is_recursive=self._is_recursive, excluded=self._excluded)
        search.add_folder(self.folder)
        seen: dict[Path, _WatchedFile] = {}
        settled = []
        for found in search.found:
            try:
                status = found.path.stat()
            except OSError:  # it was removed just now
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

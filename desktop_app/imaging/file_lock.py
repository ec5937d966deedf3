"""Locks on files and folders that vanish with the process, so that none is ever stale. Free of Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _LOCK_FILE = ".clearmark-lock"
    _FAR_AWAY = 2**30
    """Byte that stands for the whole file; none of ours is so long, so it can still be read and written."""

    def try_lock(handle: int) -> bool:
        """Lock an open file without waiting; return False if another holds it."""
        os.lseek(handle, _FAR_AWAY, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _open_lock(folder: Path) -> int:
        # A folder cannot be opened here. An open file cannot be deleted, so whoever holds the lock holds the
        # file of this name.
        return os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT)

    def _is_current(handle: int, folder: Path) -> bool:
        return True

    def _remove_lock(folder: Path) -> None:
        with suppress(OSError):
            (folder / _LOCK_FILE).unlink()

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Lock an open file without waiting; return False if another holds it.

        Raises:
            OSError: The file system has no locks.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _open_lock(folder: Path) -> int:
        # The folder itself is locked: no file is left in it, and none can be unlinked under a lock.
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _is_current(handle: int, folder: Path) -> bool:
        """Return whether this is still the folder of that name, not one deleted meanwhile."""
        try:
            return os.path.samestat(os.fstat(handle), folder.stat())
        except FileNotFoundError:
            return False

    def _remove_lock(folder: Path) -> None:
        """Do nothing: the lock is no file."""


class FolderLock:
    """A lock on a folder, held until :meth:`unlock` or the end of the process, however it ends.

    Build it with :meth:`acquire`. It excludes other holders in other processes and in this one.
    """

    def __init__(self, folder: Path, unlock: Callable[[], None]) -> None:
        self.folder = folder
        self._unlock: Callable[[], None] | None = unlock

    @classmethod
    def acquire(cls, folder: Path) -> FolderLock | None:
        """Lock a folder without waiting.

        Args:
            folder: An existing folder.

        Returns:
            The lock; None if another holds it or has just deleted the folder.

        Raises:
            OSError: The folder cannot be opened, or its file system has no locks.
        """
        handle = _open_lock(folder)
        try:
            is_locked = try_lock(handle) and _is_current(handle, folder)
        except BaseException:
            os.close(handle)
            raise
        if not is_locked:
            os.close(handle)
            return None
        return cls(folder, lambda: os.close(handle))

    def unlock(self) -> None:
        """Let others lock the folder, which may be gone by now; a second call does nothing."""
        if self._unlock is not None:
            self._unlock()
            self._unlock = None
            _remove_lock(self.folder)

"""Locks on files and folders that vanish with the process, so that none is ever stale. Free of Qt."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_LOCK_FILE = ".clearmark-lock"
"""File that is locked in place of a folder, where a folder itself cannot be."""

if sys.platform == "win32":
    import msvcrt

    _LOCKS_FOLDERS = False
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

else:
    import fcntl

    _LOCKS_FOLDERS = True

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


class FolderLock:
    """A lock on a folder, held until :meth:`unlock` or the end of the process, however it ends.

    Made by :meth:`acquire`. It excludes other holders in other processes and in this one.
    """

    def __init__(self, folder: Path, handle: int, file: Path | None) -> None:
        self.folder = folder
        self._handle: int | None = handle
        self._file = file

    @classmethod
    def acquire(cls, folder: Path) -> FolderLock | None:
        """Lock a folder without waiting.

        Args:
            folder: An existing folder.

        Returns:
            The lock; None if another holds it, or has just deleted what was to be locked.

        Raises:
            OSError: The folder cannot be opened or written to, or its file system has no locks.
        """
        if _LOCKS_FOLDERS:
            # The folder itself, so that no file is left in it.
            handle = os.open(folder, os.O_RDONLY)
            with suppress(OSError):  # network disks lock only what can be written to
                return cls(folder, handle, None) if _is_locked(handle, folder) else None
        file = folder / _LOCK_FILE
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        return cls(folder, handle, file) if _is_locked(handle, file) else None

    def unlock(self) -> None:
        """Let others lock the folder, which may be gone by now; a second call does nothing."""
        if self._handle is None:
            return
        # Unlinked while it is locked, so that nobody can hold a lock on a file that has lost its name.
        # Windows refuses that; there the file can be unlinked only once nobody has it open.
        with suppress(OSError):
            if self._file is not None:
                self._file.unlink()
        os.close(self._handle)
        self._handle = None
        if not _LOCKS_FOLDERS and self._file is not None:
            with suppress(OSError):
                self._file.unlink()


def _is_locked(handle: int, path: Path) -> bool:
    """Lock what was opened, and check that it still has its name; close it if that is not so.

    Raises:
        OSError: The file system has no locks.
    """
    is_locked = False
    try:
        with suppress(FileNotFoundError):
            is_locked = try_lock(handle) and os.path.samestat(os.fstat(handle), path.stat())
    finally:
        if not is_locked:
            os.close(handle)
    return is_locked

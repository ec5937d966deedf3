"""Bring a file to the disk whole or not at all, and say in words why the disk refused."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path

from desktop_app.imaging.picture import quoted

_PART = ".clearmark-{}.part"
"""The name of a file that is not whole yet."""


def write_whole(data: bytes, target: Path, *, overwrite: bool) -> None:
    """Write a temporary file beside the target, then give it the target's name in one step.

    Args:
        data: The whole file.
        target: Its path; the folder must exist.
        overwrite: Whether an existing file may be replaced.

    Raises:
        FileExistsError: The target came into being meanwhile, and may not be overwritten.
        OSError: The disk refused; nothing is left behind.
    """
    temporary = target.with_name(_PART.format(secrets.token_hex(8)))
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            with suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        else:
            _rename_if_free(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink()
    sync_folder(target.parent)


def _rename_if_free(temporary: Path, target: Path) -> None:
    """Name a file without ever replacing another, also if that one appears this very moment."""
    if sys.platform == "win32":
        temporary.rename(target)  # refuses an existing target by itself
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some network disks): take the name with an empty file first.
        target.open("xb").close()
        try:
            temporary.replace(target)
        except BaseException:
            target.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk, where the system has a way."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_parts(folder: Path, before: float) -> None:
    """Remove what programs that were killed while they wrote have left in a folder.

    Args:
        folder: Where to look.
        before: Seconds of the system's clock; what was touched since may still be written.
    """
    for part in folder.glob(_PART.format("*")):
        with suppress(OSError):
            if part.stat().st_mtime < before:
                part.unlink()


def reason_of(error: OSError, path: Path) -> str:
    """Why a file could not be written, as the end of a sentence without its full stop."""
    parent = path.absolute().parent
    folder = quoted(parent.name or str(parent))
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "the disk is full"
    if error.errno == errno.EFBIG:
        return "this disk does not allow files so large"
    if error.errno == errno.EROFS:
        return "the disk is read-only"
    if error.errno == errno.ENAMETOOLONG:
        return "the name is too long"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"the folder {folder} does not exist"
    if isinstance(error, PermissionError):
        return f"you may not write in the folder {folder}, or another program has the file open"
    return (error.strerror or str(error)).rstrip(".")

"""Write a file whole or not at all, and put into words why the disk refused."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.exclusive_rename import rename_exclusively
from desktop_app.imaging.file_lock import try_lock
from desktop_app.imaging.naming import printable
from models.regular_file import open_regular_file

_PART = ".clearmark-{}.part"
"""Name of a file that is still being written."""


def is_file(path: Path) -> bool:
    """Check for a file; False if the system cannot say, where Python before 3.14 raises."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Check for a folder; False if the system cannot say."""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_atomically(
    data: bytes,
    target: Path,
    *,
    overwrite: bool,
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write a file so that, whatever happens, there is either the old file or the whole new one.

    "Atomically" means: nobody ever sees half a file. All bytes go to a temporary file beside the target and
    on to the disk; then one step of the system gives that file the target's name. After a crash, a kill or a
    power cut the target is as it was or complete, and at worst the temporary file is left over, which
    :func:`remove_temporary_files` recognises by its name and by the lock that ended with its process.

    Args:
        data: The whole file.
        target: Its path; the folder must exist.
        overwrite: Whether an existing file may be replaced.
        check: Called when all is on the disk, before the file gets its name; may raise to stop.

    Raises:
        FileExistsError: The target exists by now, and may not be overwritten.
        OSError: The disk refused; no temporary file is left behind.
    """
    temporary = target.with_name(_PART.format(secrets.token_hex(8)))
    try:
        with temporary.open("xb") as file:
            with suppress(OSError):  # a file system without locks
                try_lock(file.fileno())
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            check()
            if sys.platform != "win32":  # where an open file cannot be renamed
                _give_name(temporary, target, overwrite=overwrite)
        if sys.platform == "win32":
            _give_name(temporary, target, overwrite=overwrite)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def _give_name(temporary: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    else:
        rename_exclusively(temporary, target)


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names to the disk, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_temporary_files(folder: Path, before: float) -> None:
    """Remove temporary files that programs left behind when they were killed while writing.

    Those of a running program are locked by it and stay.

    Args:
        folder: Where to look.
        before: Seconds since the epoch; files changed since then may be too new to be locked yet.
    """
    with suppress(OSError):  # a folder that may not be listed
        for part in folder.glob(_PART.format("*")):
            with suppress(OSError), open_regular_file(part, "r+b") as file:
                if os.fstat(file.fileno()).st_mtime < before and try_lock(file.fileno()):
                    # An open file cannot be deleted on Windows, by us or by others.
                    if sys.platform == "win32":
                        file.close()
                    part.unlink()


def read_failure(name: str, error: OSError) -> Sentence:
    """Explain why the file called ``name`` could not be read."""
    reason = (error.strerror or str(error)).rstrip(".")
    if isinstance(error, FileNotFoundError):
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” does not exist.")
    elif isinstance(error, PermissionError):
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be read: you have no permission.")
    elif isinstance(error, NotADirectoryError):
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” does not exist: its folder is a file.")
    elif error.errno == errno.ELOOP:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” is a link that leads in a circle.")
    else:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be read: {reason}.")
    return Sentence(text, name=name, reason=reason)


def exists_failure(name: str) -> Sentence:
    """Explain that a file was not written because one of that name exists."""
    text = QT_TRANSLATE_NOOP("Sentences", "“{name}” already exists, so it was not written.")
    return Sentence(text, name=name)


def write_failure(name: str, error: OSError, path: Path) -> Sentence:
    """Explain why the file called ``name`` could not be written."""
    text = QT_TRANSLATE_NOOP("Sentences", "“{name}” was not written: {reason}.")
    return Sentence(text, name=name, reason=os_error_reason(error, path))


def os_error_reason(error: OSError, path: Path) -> Sentence:
    """Explain why a file could not be written, as the end of a sentence without its full stop."""
    parent = path.absolute().parent
    system = (error.strerror or str(error)).rstrip(".")
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        text = QT_TRANSLATE_NOOP("Sentences", "the disk is full")
    elif error.errno == errno.EFBIG:
        text = QT_TRANSLATE_NOOP("Sentences", "this disk does not allow files so large")
    elif error.errno == errno.EROFS:
        text = QT_TRANSLATE_NOOP("Sentences", "the disk is read-only")
    elif error.errno == errno.ENAMETOOLONG:
        text = QT_TRANSLATE_NOOP("Sentences", "the name is too long")
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        text = QT_TRANSLATE_NOOP("Sentences", "the folder “{folder}” does not exist")
    elif isinstance(error, PermissionError):
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "you may not write in the folder “{folder}”, or another program has the file open",
        )
    else:
        text = "{system}"
    return Sentence(text, folder=printable(parent.name or str(parent)), system=system)

"""The folders of saved queues: which of them programs that have ended left behind."""

import logging
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_system import write_atomically
from desktop_app.imaging.reading import MAX_BYTES
from models.regular_file import read_regular_file

_log = logging.getLogger(__name__)

QUEUE_FILE = "queue.json"


def leftover_queues(queues_folder: Path) -> tuple[Path, ...]:
    """List the folders of queues whose programs have ended.

    Args:
        queues_folder: Folder of all queues.
    """
    locks = {folder: lock_leftover_queue(folder) for folder in queues_folder.glob("*/")}
    for lock in locks.values():
        if lock is not None:
            lock.unlock()
    return (
        *(folder for folder, lock in locks.items() if lock is not None),
        *queues_set_aside(queues_folder),
    )


def queues_set_aside(queues_folder: Path) -> tuple[Path, ...]:
    """List the folders of queues that could not be read.

    Args:
        queues_folder: Folder of all queues.
    """
    return tuple(_folder_for_unreadable(queues_folder).glob("*/"))


def delete_leftover_queues(queues_folder: Path) -> None:
    """Delete the queues whose programs have ended; those of running programs stay.

    Args:
        queues_folder: Folder of all queues.
    """
    delete_queues_set_aside(queues_folder)
    for folder in queues_folder.glob("*/"):
        if (lock := lock_leftover_queue(folder)) is not None:
            delete_queue(lock)


def lock_leftover_queue(folder: Path) -> FolderLock | None:
    """Lock a queue whose program has ended; return None if the program runs, or the queue is gone."""
    try:
        return FolderLock.acquire(folder)
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.warning("The queue in %s cannot be locked: %s", folder, error)
        return None


def delete_queue(lock: FolderLock) -> None:
    """Delete a queue under its lock, which is given up."""
    # The list first: a kill in between must not leave a queue that is offered.
    with suppress(OSError):
        (lock.folder / QUEUE_FILE).unlink(missing_ok=True)
    shutil.rmtree(lock.folder, ignore_errors=True)
    lock.unlock()
    with suppress(OSError):  # on Windows the lock is a file, which kept its folder until now
        lock.folder.rmdir()


def set_aside_queue(lock: FolderLock) -> Path:
    """Move a queue that cannot be read out of the way, under its lock, which is given up.

    Returns:
        Where it is now.

    Raises:
        OSError: It cannot be moved.
    """
    folder = lock.folder
    aside = _folder_for_unreadable(folder.parent) / folder.name
    try:
        aside.parent.mkdir(exist_ok=True)
        if sys.platform == "win32":  # where a folder with an open file in it cannot be moved
            lock.unlock()
        folder.rename(aside)
    finally:
        lock.unlock()
    with suppress(OSError):
        os.utime(aside)  # it is kept as long as any other queue, from now on
    return aside


def delete_queues_set_aside(queues_folder: Path, min_age: float = 0) -> None:
    """Delete the queues that could not be read.

    Args:
        queues_folder: Folder of all queues.
        min_age: Seconds since they were set aside.
    """
    for folder in queues_set_aside(queues_folder):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime >= min_age:
                shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # it does not exist, or others are left in it
        _folder_for_unreadable(queues_folder).rmdir()


def _folder_for_unreadable(queues_folder: Path) -> Path:
    # Not in the folder of queues, where it would itself be taken for one.
    return queues_folder.with_name(f"{queues_folder.name}-unreadable")


def queue_age(folder: Path) -> float:
    """Return the seconds since a queue was last saved; infinite if it is gone or has no list."""
    with suppress(OSError):
        return time.time() - (folder / QUEUE_FILE).stat().st_mtime
    return float("inf")


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where there are no hard links.

    Raises:
        FileNotFoundError: The source is gone.
        OSError: The source is no file, or larger than what is read; or the disk refused.
    """
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:
        write_atomically(read_regular_file(source, MAX_BYTES), target, overwrite=False)

"""The folders of saved queues: which of them programs that have ended left behind."""

import logging
import shutil
import time
from contextlib import suppress
from pathlib import Path

from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_system import write_atomically

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
    return tuple(folder for folder, lock in locks.items() if lock is not None)


def delete_leftover_queues(queues_folder: Path) -> None:
    """Delete the queues whose programs have ended; those of running programs stay.

    Args:
        queues_folder: Folder of all queues.
    """
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


def queue_age(folder: Path) -> float:
    """Return the seconds since a queue was last saved; infinite if it is gone or has no list."""
    with suppress(OSError):
        return time.time() - (folder / QUEUE_FILE).stat().st_mtime
    return float("inf")


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where there are no hard links.

    Raises:
        FileNotFoundError: The source is gone.
        OSError: The disk refused.
    """
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:
        write_atomically(source.read_bytes(), target, overwrite=False)

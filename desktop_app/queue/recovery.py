"""Recovery of the queue after a crash or kill: saved to disk while the program runs, found again later.

Each running program has a folder of its own, held by a lock that ends with the process::

    queue/4711-1764/queue.json  3.png (a result)  5.source (a picture without a file)

The list ``queue.json`` is written atomically soon after each change; a result is listed once it is written.
Files of a queue that is brought back are linked or copied, and the old folder is deleted only once the new
list is on disk: whenever the program is killed, one of the two lists holds each result.
"""

import errno
import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.entry import Entry, EntryState, RecoveredEntry
from desktop_app.domain.jobs import CachedResult, Source
from desktop_app.domain.requests import CacheWrite
from desktop_app.engine.writer import Writer
from desktop_app.imaging.decoding import MAX_PIXELS
from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_system import write_atomically
from desktop_app.imaging.state_file import StateError
from desktop_app.queue.queue_folders import (
    QUEUE_FILE,
    delete_queue,
    delete_queues_set_aside,
    link_or_copy,
    lock_leftover_queue,
    queue_age,
    set_aside_queue,
)
from desktop_app.queue.saved_queue import encode_queue, read_queue
from desktop_app.queue.session import Session

_log = logging.getLogger(__name__)

_SAVE_DELAY_MS = 300
_EXPIRY_DAYS = 30
_LOCK_ATTEMPTS = 100


@dataclass(frozen=True)
class RecoveredQueue:
    """A queue left behind by a program that has ended.

    Args:
        folder: Its folder.
        pictures: Its entries, in order.
        unreadable: Number of other entries in its list, which cannot be read.
    """

    folder: Path
    pictures: tuple[RecoveredEntry, ...]
    unreadable: int = 0

    @property
    def waiting(self) -> int:
        """Number of pictures that were not restored yet."""
        return sum(picture.state is EntryState.WAITING for picture in self.pictures)


class Recovery(QObject):
    """Saver of the session's queue, and finder of queues that other programs left behind.

    Args:
        session: The session to save.
        writer: Service that writes results, sources and the list.
        queues_folder: Folder of all queues; created once there is something to save.
        parent: Qt parent.

    Attributes:
        set_aside: Where the queues are that the last :meth:`find` could not read.
    """

    def __init__(
        self, session: Session, writer: Writer, queues_folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.set_aside: list[Path] = []
        self._session = session
        self._writer = writer
        self._queues_folder = queues_folder
        self._folder = queues_folder / f"{os.getpid()}-{time.time_ns()}"
        self._lock: FolderLock | None = None
        self._brought_back: list[FolderLock] = []  # to delete once this queue's list is on disk
        self._partly_read: set[Path] = set()  # of those, the folders in which something is left
        self._used_too: list[FolderLock] = []  # queues some of whose files could not be taken over
        self._sources: dict[int, Path] = {}  # by entry: copy of a picture without a file
        self._removed: dict[int, tuple[Path, ...]] = {}  # by removed entry, for undo: its files
        self._taken_over: dict[Source, Path] = {}
        self._results: dict[int, CachedResult] = {}  # by entry: being written
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self._write_async)
        session.added.connect(self._on_added)
        session.removed.connect(self._on_removed)
        session.moved.connect(self._on_changed)
        session.changed.connect(self._on_changed)
        session.adjusted.connect(self._on_changed)
        session.succeeded.connect(self._on_succeeded)

    def find(self) -> RecoveredQueue | None:
        """Return the newest queue left behind that can be read; delete those that are too old or empty.

        Those that cannot be read are moved out of the way, and listed in :attr:`set_aside`.
        """
        self.set_aside.clear()
        delete_queues_set_aside(self._queues_folder, _EXPIRY_DAYS * 86400)
        for folder in sorted(self._queues_folder.glob("*/"), key=queue_age):
            lock = None if folder == self._folder else lock_leftover_queue(folder)
            if lock is None:
                continue
            if queue_age(folder) >= _EXPIRY_DAYS * 86400:
                delete_queue(lock)
                continue
            try:
                saved = read_queue(folder)
            except StateError as error:
                _log.warning("The queue in %s cannot be read: %s", folder, error)
                self._set_aside(lock)
            except OSError as error:
                _log.warning("The queue in %s stays where it is: %s", folder, error)
                lock.unlock()
            else:
                if saved.pictures:
                    lock.unlock()
                    return RecoveredQueue(folder, saved.pictures, saved.unreadable)
                if saved.unreadable:
                    self._set_aside(lock)
                else:
                    delete_queue(lock)
        return None

    def _set_aside(self, lock: FolderLock) -> None:
        try:
            self.set_aside.append(set_aside_queue(lock))
        except OSError as error:
            _log.warning("The queue in %s cannot be moved: %s", lock.folder, error)

    def recover(self, recovered: RecoveredQueue) -> bool:
        """Add the pictures of a found queue to the session, and its files to this program's folder.

        Args:
            recovered: The result of :meth:`find`.

        Returns:
            Whether they were added; False if another window brings them back, or has done so.

        Raises:
            OSError: This program's folder cannot be created; the found queue stays where it is.
        """
        self._make_folder()
        lock = lock_leftover_queue(recovered.folder)
        if lock is None:
            return False
        pictures = [self._take_over_files(picture) for picture in recovered.pictures]
        self._session.recover(pictures)
        if recovered.unreadable:
            self._partly_read.add(recovered.folder)
        if all(it.cached is None or it.cached.path.parent == self._folder for it in pictures):
            self._brought_back.append(lock)
        else:
            self._used_too.append(lock)
        self._write_async()  # after older lists that the writer may still hold
        return True

    def discard_removed(self) -> None:
        """Delete the files of removed pictures, once the removal can no longer be undone."""
        for number, paths in self._removed.items():
            self._sources.pop(number, None)
            for path in paths:
                path.unlink(missing_ok=True)
        self._removed.clear()

    def close(self, *, is_kept: bool = False) -> None:
        """Delete the saved queue unless a picture waits; call it after the threads have ended.

        Args:
            is_kept: Whether to save the queue even if no picture waits.
        """
        self._save_timer.stop()
        self.discard_removed()
        if is_kept or any(entry.state is EntryState.WAITING for entry in self._session.entries):
            self._write()
        elif self._lock is not None:
            self._delete_brought_back(tuple(self._brought_back))
            delete_queue(self._lock)
        for lock in (self._lock, *self._brought_back, *self._used_too):
            if lock is not None:
                lock.unlock()

    def _open_folder(self) -> bool:
        """Create and lock the folder at its first use; return False if that fails."""
        try:
            self._make_folder()
        except OSError as error:
            _log.warning("The queue cannot be kept: %s", error)
            return False
        return True

    def _make_folder(self) -> None:
        for _ in range(_LOCK_ATTEMPTS):
            if self._lock is not None:
                return
            # Another window that looks for queues may lock the new folder for a moment, or delete it, before
            # this one has it.
            self._folder.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                self._lock = FolderLock.acquire(self._folder)
            if self._lock is None:
                time.sleep(0.01)
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self._folder))

    def _take_over_files(self, picture: RecoveredEntry) -> RecoveredEntry:
        """Link or copy a picture's files to this folder; if its result is lost, let it wait again."""
        content = picture.source.content
        if isinstance(content, bytes):
            path = self._folder / f"{time.time_ns()}.source"
            with suppress(OSError):  # tried again when the entry is added
                write_atomically(content, path, overwrite=False)
                self._taken_over[picture.source] = path
        if picture.cached is None:
            return picture
        path = self._folder / f"{time.time_ns()}.png"
        try:
            link_or_copy(picture.cached.path, path)
        except FileNotFoundError:
            return replace(picture, cached=None, state=EntryState.WAITING)
        except OSError as error:
            _log.warning("A result stays where it is: %s", error)
            return picture
        return replace(picture, cached=replace(picture.cached, path=path))

    @Slot(object)
    def _on_added(self, entry: Entry) -> None:
        if entry.number in self._removed:
            del self._removed[entry.number]
        elif entry.source in self._taken_over:
            self._sources[entry.number] = self._taken_over.pop(entry.source)
        elif entry.source.path is None and self._open_folder():
            path = self._folder / f"{entry.number}.source"
            self._cache(CacheWrite(entry.number, path, entry.source))
        self._on_changed()

    @Slot(object)
    def _on_removed(self, entry: Entry) -> None:
        paths = (self._sources.get(entry.number), entry.cached.path if entry.cached else None)
        self._removed[entry.number] = tuple(path for path in paths if path is not None)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        if not self._save_timer.isActive():  # restarting it would put off saving a busy queue
            self._save_timer.start()

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        result = entry.result
        if result is None or entry.cached is not None or not self._open_folder():
            return
        if result.picture.height * result.picture.width > MAX_PIXELS:
            return  # too large to be read again
        path = self._folder / f"{entry.job.number}.png"
        self._results[entry.number] = CachedResult(path, entry.job.choices, result.run)
        self._cache(CacheWrite(entry.number, path, result.picture))

    def _cache(self, write: CacheWrite) -> None:
        """Write a source or a result in the writing thread, then list it."""
        self._writer.cache(write).finished.connect(self._on_cache_written)

    @Slot(object)
    def _on_cache_written(self, write: CacheWrite) -> None:
        if isinstance(write.content, Source):
            self._sources[write.entry] = write.path
        else:
            self._note_cached(write)
        self._on_changed()

    def _note_cached(self, write: CacheWrite) -> None:
        cached = self._results.get(write.entry)
        if cached is None or cached.path != write.path:
            return  # the result of an earlier run
        del self._results[write.entry]
        for entry in self._session.entries:
            # It may have been evicted meanwhile.
            if entry.number == write.entry and entry.state in (EntryState.DONE, EntryState.EVICTED):
                self._session.note_cached(entry, cached)

    @Slot()
    def _write_async(self) -> None:
        """Write the list in the writing thread, since a disk may take longer than a frame."""
        if (data := self._serialised()) is not None:
            reply = self._writer.cache(CacheWrite(0, self._folder / QUEUE_FILE, data))
            # By then more may have been brought back, which the list being written does not hold.
            reply.finished.connect(partial(self._delete_brought_back, tuple(self._brought_back)))

    def _write(self) -> None:
        """Write the list now, in this thread."""
        try:
            if (data := self._serialised()) is not None:
                write_atomically(data, self._folder / QUEUE_FILE, overwrite=True)
                self._delete_brought_back(tuple(self._brought_back))
        except OSError as error:
            _log.warning("The queue cannot be kept: %s", error)

    def _delete_brought_back(self, queues: Iterable[FolderLock], *_: object) -> None:
        """Delete queues whose pictures this program's list on disk holds by now."""
        for lock in queues:
            if lock in self._brought_back:
                self._brought_back.remove(lock)
                if lock.folder in self._partly_read:
                    self._set_aside(lock)
                else:
                    delete_queue(lock)

    def _serialised(self) -> bytes | None:
        """Return the present list as JSON; None while there was never anything to save."""
        entries = self._session.entries
        if not (entries or self._lock) or not self._open_folder():
            return None
        paths = [(it, it.source.path or self._sources.get(it.number)) for it in entries]
        # Those without a path are not on disk yet; the next list will hold them.
        return encode_queue((entry, path) for entry, path in paths if path is not None)

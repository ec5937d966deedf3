"""Write files and encode pictures in a thread of its own.

The window uses :class:`Writer` only, which lives in the window's thread.
"""

import itertools
import threading

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from desktop_app.domain.jobs import JobError
from desktop_app.domain.requests import CacheWrite, DocumentRequest, ExportRequest, StageRequest
from desktop_app.engine.workers import WorkerThread, WritingWorker
from desktop_app.imaging.picture import Picture


class Reply(QObject):
    """The reply to one request; the caller connects to its signals.

    Exactly one of the two signals is emitted, after control has returned to the event loop; neither is
    emitted once the writer has been closed.

    Args:
        request: The request that this replies to.
    """

    finished = Signal(object, object)  # the request, its result
    failed = Signal(object, object)  # the request, JobError

    def __init__(
        self, request: ExportRequest | DocumentRequest | CacheWrite | Picture | StageRequest
    ) -> None:
        super().__init__()
        self.request = request


class Writer(QObject):
    """Sends requests to the writing thread, each with a :class:`Reply`; lives in the window's thread.

    Args:
        parent: Qt parent.
    """

    _cache_requested = Signal(int, object)
    _save_requested = Signal(int, object)
    _copy_requested = Signal(int, object)
    _stage_requested = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing = threading.Event()
        self._numbers = itertools.count(1)
        self._replies: dict[int, Reply] = {}  # to unfinished requests, by their number
        self._worker = WritingWorker(self._closing)
        self._thread = WorkerThread("writing", self._worker, self)
        self._cache_requested.connect(self._worker.cache)
        self._save_requested.connect(self._worker.save)
        self._copy_requested.connect(self._worker.copy)
        self._stage_requested.connect(self._worker.stage)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)

    def save(self, request: ExportRequest | DocumentRequest) -> Reply:
        """Write a file; the reply brings None, or a JobError if only the receipt could not be written."""
        return self._send(self._save_requested, request)

    def cache(self, request: CacheWrite) -> Reply:
        """Save something that would be lost if the program were killed; the reply brings None."""
        return self._send(self._cache_requested, request)

    def copy(self, picture: Picture) -> Reply:
        """Encode a picture for the clipboard; the reply brings a ClipboardPicture."""
        return self._send(self._copy_requested, picture)

    def stage(self, request: StageRequest) -> Reply:
        """Write a picture that is about to be dragged out; the reply brings a ClipboardPicture."""
        return self._send(self._stage_requested, request)

    def stop(self) -> None:
        """Ask the thread to end once all requested files are written; skip copies and drags."""
        self._closing.set()
        self._thread.finish()

    def wait(self) -> None:
        """Wait for the thread after :meth:`stop`; no more replies are emitted."""
        self._thread.wait()
        self._replies.clear()

    def close(self) -> None:
        """Stop and wait."""
        self.stop()
        self.wait()

    def _send(
        self,
        signal: SignalInstance,
        request: ExportRequest | DocumentRequest | CacheWrite | Picture | StageRequest,
    ) -> Reply:
        number, reply = next(self._numbers), Reply(request)
        self._replies[number] = reply
        signal.emit(number, request)
        return reply

    @Slot(int, object)
    def _on_finished(self, number: int, result: object) -> None:
        if (reply := self._replies.pop(number, None)) is not None:
            reply.finished.emit(reply.request, result)

    @Slot(int, object)
    def _on_failed(self, number: int, error: JobError) -> None:
        if (reply := self._replies.pop(number, None)) is not None:
            reply.failed.emit(reply.request, error)

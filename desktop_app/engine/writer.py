"""Writes files and encodes pictures in a thread of its own, apart from all else that takes time.

The window talks to :class:`Writer` only, an object of its own thread.
"""

import itertools
import threading

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from desktop_app.domain.jobs import JobError
from desktop_app.domain.requests import CacheWrite, DocumentRequest, ExportRequest, StageRequest
from desktop_app.engine.workers import WorkerThread, WritingWorker
from desktop_app.imaging.picture import Picture


class Reply(QObject):
    """Tells who asked what became of one request.

    Exactly one of the two signals is emitted, after control has returned to the event loop; none once the
    writer has been closed.

    Args:
        request: What was asked for.
    """

    finished = Signal(object, object)  # the request, what came of it
    failed = Signal(object, object)  # the request, JobError

    def __init__(
        self, request: ExportRequest | DocumentRequest | CacheWrite | Picture | StageRequest
    ) -> None:
        super().__init__()
        self.request = request


class Writer(QObject):
    """Takes requests to the writing thread and has each answered by a reply. Lives in the window's thread.

    Args:
        parent: Qt's owner.
    """

    _cache_requested = Signal(int, object)
    _save_requested = Signal(int, object)
    _copy_requested = Signal(int, object)
    _stage_requested = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closing = threading.Event()
        self._numbers = itertools.count(1)
        self._replies: dict[int, Reply] = {}  # to what is not answered yet
        self._worker = WritingWorker(self._closing)
        self._thread = WorkerThread("writing", self._worker, self)
        self._cache_requested.connect(self._worker.cache)
        self._save_requested.connect(self._worker.save)
        self._copy_requested.connect(self._worker.copy)
        self._stage_requested.connect(self._worker.stage)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)

    def save(self, request: ExportRequest | DocumentRequest) -> Reply:
        """Write a file; the reply brings None, or the JobError that tells why it has no receipt."""
        return self._ask(self._save_requested, request)

    def cache(self, request: CacheWrite) -> Reply:
        """Write what a kill would cost; the reply brings None."""
        return self._ask(self._cache_requested, request)

    def copy(self, picture: Picture) -> Reply:
        """Encode a picture for the clipboard; the reply brings a Copy."""
        return self._ask(self._copy_requested, picture)

    def stage(self, request: StageRequest) -> Reply:
        """Write a picture that is about to be dragged out; the reply brings a Copy."""
        return self._ask(self._stage_requested, request)

    def stop(self) -> None:
        """Have the thread end once all is written that was asked for; give copies up."""
        self._closing.set()
        self._thread.finish()

    def close(self) -> None:
        """Stop, and wait for the thread; nothing is answered any more."""
        self.stop()
        self._thread.wait()
        self._replies.clear()

    def _ask(
        self,
        signal: SignalInstance,
        request: ExportRequest | DocumentRequest | CacheWrite | Picture | StageRequest,
    ) -> Reply:
        number, reply = next(self._numbers), Reply(request)
        self._replies[number] = reply
        signal.emit(number, request)
        return reply

    @Slot(int, object)
    def _on_finished(self, number: int, answer: object) -> None:
        if (reply := self._replies.pop(number, None)) is not None:
            reply.finished.emit(reply.request, answer)

    @Slot(int, object)
    def _on_failed(self, number: int, error: JobError) -> None:
        if (reply := self._replies.pop(number, None)) is not None:
            reply.failed.emit(reply.request, error)

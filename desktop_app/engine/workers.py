"""The objects that live in threads, each in one of its own.

Nobody talks to them but the services that own their threads: :class:`~desktop_app.engine.service.Restoration`
with its exploration, :class:`~desktop_app.engine.reviewer.Reviewer` and
:class:`~desktop_app.engine.writer.Writer`.
"""

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desktop_app.domain.adjustments import AdjustRequest
from desktop_app.domain.inspection import FineTuneRequest, InspectionQuery, QueryResult
from desktop_app.domain.jobs import CachedResult, Choices, Job, JobError, OpenedPicture
from desktop_app.domain.requests import CacheWrite, DocumentRequest, ExportRequest, StageRequest
from desktop_app.domain.verification import Verification, VerifyRequest, verify
from desktop_app.engine.backend import RestorerLike
from desktop_app.engine.clipboard import encode_for_clipboard, stage_picture
from desktop_app.engine.errors import report_errors_to
from desktop_app.engine.job_steps import make_preview, merge_tiles, open_picture, restore_opened
from desktop_app.engine.receipts import write_receipt_beside
from desktop_app.engine.result_cache import load_cached_result, write_cache
from desktop_app.imaging.display import display_pyramid
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.tile_progress import PictureProgress, engine_info
from desktop_app.imaging.writing import write_picture, write_svg
from models.device_info import DeviceInfo

_log = logging.getLogger(__name__)

LoadRestorer = Callable[[str, str], RestorerLike]
ListDevices = Callable[[], tuple[DeviceInfo, ...]]


class Worker(QObject):
    """Lives in a thread of its own until all is done that was asked for.

    Args:
        closing: Set when the program ends.
    """

    def __init__(self, closing: threading.Event) -> None:
        super().__init__()
        self._closing = closing

    @Slot()
    def finish(self) -> None:
        """End this thread after all that was asked for before."""
        self.thread().quit()


class WorkerThread(QObject):
    """Runs the thread of one worker; has one owner, which ends it and waits for it.

    Args:
        name: Of the thread.
        worker: Moves into it.
        parent: Qt's owner.
    """

    _finish_requested = Signal()

    def __init__(self, name: str, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName(name)
        worker.moveToThread(self._thread)
        self._finish_requested.connect(worker.finish)
        self._thread.start()

    def finish(self) -> None:
        """Have the thread end once all is done that was asked for before."""
        self._finish_requested.emit()

    def wait(self) -> None:
        """Wait for its end."""
        self._thread.wait()


class ReadingWorker(Worker):
    """Lives in the reading thread, apart from the writing one: a picture dropped waits for no export."""

    opened = Signal(object, object)
    open_failed = Signal(object, object)
    previewed = Signal(object, object)
    cached_loaded = Signal(object, object)
    partial_updated = Signal(object, object)

    @Slot(object)
    def open(self, job: Job) -> None:
        """Read and enlarge a picture."""
        if not self._is_obsolete(job):
            with report_errors_to(lambda error: self.open_failed.emit(job, error)):
                self.opened.emit(job, open_picture(job))

    @Slot(object)
    def make_preview(self, job: Job) -> None:
        """Make a thumbnail."""
        if not self._is_obsolete(job):
            with report_errors_to(lambda error: self.open_failed.emit(job, error)):
                self.previewed.emit(job, make_preview(job))

    @Slot(object, object)
    def load_cached(self, job: Job, cached: CachedResult) -> None:
        """Read a picture and its result that was kept."""
        if not self._is_obsolete(job):
            with report_errors_to(lambda error: self.open_failed.emit(job, error)):
                opened = open_picture(job)
                self.cached_loaded.emit(job, (opened, load_cached_result(job, opened, cached)))

    @Slot(object, object, object)
    def merge_tiles(self, job: Job, base: Pyramid, tiles: tuple[PictureProgress, ...]) -> None:
        """Put restored tiles into the picture that is looked at meanwhile."""
        if not self._is_obsolete(job):
            with report_errors_to(
                lambda error: _log.error("Tiles were not shown.", exc_info=error)
            ):
                self.partial_updated.emit(job, merge_tiles(base, tiles))

    def _is_obsolete(self, job: Job) -> bool:
        return self._closing.is_set() or job.cancel.is_set()


class WritingWorker(Worker):
    """Lives in the writing thread; tells what became of each request by its number."""

    finished = Signal(int, object)
    failed = Signal(int, object)

    @Slot(int, object)
    def cache(self, number: int, write: CacheWrite) -> None:
        """Write what a kill would cost; done even while the window closes."""

        def fail(error: JobError) -> None:
            _log.warning("Not kept: %s", error)
            self.failed.emit(number, error)

        with report_errors_to(fail):
            write_cache(write)
            self.finished.emit(number, None)

    @Slot(int, object)
    def save(self, number: int, request: ExportRequest | DocumentRequest) -> None:
        """Write a file; done even while the window closes."""
        with self._answering(number):
            receipt_errors: JobError | None = None
            if isinstance(request, DocumentRequest):
                request.write()
            else:
                receipt_errors = _write_export(request)
            self.finished.emit(number, receipt_errors)

    @Slot(int, object)
    def copy(self, number: int, picture: Picture) -> None:
        """Encode a picture for the clipboard."""
        if not self._closing.is_set():
            with self._answering(number):
                self.finished.emit(number, encode_for_clipboard(picture))

    @Slot(int, object)
    def stage(self, number: int, request: StageRequest) -> None:
        """Write a picture that is about to be dragged out."""
        if not self._closing.is_set():
            with self._answering(number):
                self.finished.emit(number, stage_picture(request))

    def _answering(self, number: int) -> AbstractContextManager[None]:
        return report_errors_to(lambda error: self.failed.emit(number, error))


def _write_export(export: ExportRequest) -> JobError | None:
    """Write a picture and its receipt.

    Returns:
        Why there is no receipt, though there should be one: the picture is written all the same.
    """
    picture = export.picture
    picture = picture if isinstance(picture, Picture) else picture()
    is_replacing = os.path.lexists(export.path)
    files: list[bytes] = []
    if export.svg:
        write_svg(
            export.svg,
            export.path,
            source=export.source,
            overwrite=export.is_confirmed,
            on_encoded=files.append,
        )
    else:
        write_picture(
            picture,
            export.path,
            export.options,
            source=export.source,
            overwrite=export.is_confirmed,
            on_encoded=files.append,
        )
    receipt_errors: list[JobError] = []
    if export.provenance is not None:
        with report_errors_to(receipt_errors.append):
            write_receipt_beside(
                export, export.provenance, picture, files[0], overwrite=is_replacing
            )
    return receipt_errors[0] if receipt_errors else None


class _ClosingError(Exception):
    """The program ends."""


class ReviewWorker(Worker):
    """Lives in the review thread: adjusts and judges results, while others are restored.

    A judgement that fails is logged and answered with None.
    """

    adjusted = Signal(object, object)  # Adjusting, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # Adjusting, JobError
    verified = Signal(object, object)  # Checking, Findings or None

    @Slot(object)
    def adjust(self, request: AdjustRequest) -> None:
        """Make an adjusted picture and its pyramid."""
        if self._closing.is_set():
            return
        with report_errors_to(lambda error: self.adjust_failed.emit(request, error)):
            picture = request.adjustments.apply(request.enlarged, request.restored)
            self.adjusted.emit(request, (picture, display_pyramid(picture)))

    @Slot(object)
    def verify(self, request: VerifyRequest) -> None:
        """Judge a result."""
        verification: Verification | None = None
        try:
            verification = verify(request, self._on_progress)
        except _ClosingError:
            return
        except Exception:  # noqa: BLE001 (nobody above a worker thread could tell it)
            _log.exception("Not judged.")
        self.verified.emit(request, verification)

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._closing.is_set():
            raise _ClosingError


class NetworkWorker(Worker):
    """Lives in the network thread; keeps one network loaded."""

    started = Signal(object, object)
    progressed = Signal(object, object)
    succeeded = Signal(object, object)
    failed = Signal(object, object)
    warmed_up = Signal(object)
    warm_up_failed = Signal(object)
    devices_listed = Signal(object)
    query_answered = Signal(object, object)
    fine_tune_progressed = Signal(object, object)
    fine_tuned = Signal(object, object)

    def __init__(
        self, load_restorer: LoadRestorer, list_devices: ListDevices, closing: threading.Event
    ) -> None:
        super().__init__(closing)
        self._load_restorer = load_restorer
        self._list_devices = list_devices
        self._restorer: RestorerLike | None = None
        self._loaded: tuple[str, str] | None = None

    @Slot(object)
    def warm_up(self, choices: Choices) -> None:
        """Import torch, list the devices, load the network."""
        if self._closing.is_set():
            return
        with report_errors_to(self.warm_up_failed.emit), _gc_paused():
            self.devices_listed.emit(self._list_devices())
            if not self._closing.is_set():
                self.warmed_up.emit(engine_info(self._load_for(choices)))

    @Slot(object, object)
    def restore(self, job: Job, opened: OpenedPicture) -> None:
        """Restore an opened picture."""
        if self._closing.is_set() or job.cancel.is_set():
            return
        with report_errors_to(lambda error: self.failed.emit(job, error)):
            restorer = self._load_for(job.choices)
            self.started.emit(job, engine_info(restorer))
            result = restore_opened(
                job, opened, restorer, lambda progress: self.progressed.emit(job, progress)
            )
            self.succeeded.emit(job, result)

    @Slot(object)
    def inspect(self, query: InspectionQuery) -> None:
        """Look into the network; one that was given up is answered by None, so that the next can come."""
        answers: list[QueryResult | JobError] = []
        with report_errors_to(answers.append):
            if not (self._closing.is_set() or query.cancel.is_set()):
                answers.append(self._load_for(query.job.choices).inspect(query))
        self.query_answered.emit(query, answers[0] if answers else None)

    @Slot(object)
    def fine_tune(self, request: FineTuneRequest) -> None:
        """Fine-tune the network that is loaded."""
        if self._closing.is_set() or request.cancel.is_set():
            return
        with report_errors_to(lambda error: self.fine_tuned.emit(request, error)):
            restorer = self._load_for(request.choices)
            adapted = restorer.fine_tune(
                request, lambda progress: self.fine_tune_progressed.emit(request, progress)
            )
            self.fine_tuned.emit(request, adapted)
            self.warmed_up.emit(engine_info(restorer))

    @Slot(object)
    def reset_network(self, choices: Choices) -> None:
        """Load the network anew, as it was before it was fine-tuned."""
        self._loaded = None
        self.warm_up(choices)

    def _load_for(self, choices: Choices) -> RestorerLike:
        wanted = (choices.model, choices.device)
        if self._restorer is None or self._loaded != wanted:
            self._restorer = None  # two networks at once may not fit the device
            self._restorer = self._load_restorer(*wanted)
            self._loaded = wanted
        return self._restorer


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Keep Python's garbage collector away while torch is imported, and from all that is there afterwards.

    To look through so much takes it 90 to 270 ms, in which the window stands still.
    """
    if gc.get_freeze_count():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

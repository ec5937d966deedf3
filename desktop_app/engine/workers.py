"""The worker objects, each of which lives in a thread of its own.

Only the services that own the threads use them: :class:`~desktop_app.engine.service.RestorationService` with
its ``InspectionService``, :class:`~desktop_app.engine.reviewer.Reviewer` and
:class:`~desktop_app.engine.writer.Writer`.
"""

import gc
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desktop_app.domain.adjustments import AdjustRequest
from desktop_app.domain.inspection import FineTuneRequest, InspectionQuery, QueryResult
from desktop_app.domain.jobs import CachedResult, Choices, Job, JobError, OpenedPicture
from desktop_app.domain.requests import CacheWrite, DocumentRequest, ExportRequest, StageRequest
from desktop_app.domain.verification import Verification, VerifyRequest, verify
from desktop_app.engine.backend import RestorerLike
from desktop_app.engine.clipboard import encode_for_clipboard, stage_picture
from desktop_app.engine.job_errors import report_errors_to
from desktop_app.engine.job_steps import make_preview, merge_tiles, open_picture, restore_opened
from desktop_app.engine.receipts import write_receipt_beside
from desktop_app.engine.result_cache import load_cached_result, write_cache
from desktop_app.imaging.display import display_pyramid
from desktop_app.imaging.file_system import remove_temporary_files
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress, engine_info
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.writing import write_picture, write_svg
from models.device_info import DeviceInfo

_log = logging.getLogger(__name__)

_SECONDS_UNTIL_LOCKED = 60.0
"""Age from which a temporary file must be locked if its program is still writing it."""

LoadRestorer = Callable[[str, str], RestorerLike]
ListDevices = Callable[[], tuple[DeviceInfo, ...]]


class Worker(QObject):
    """Base class of the workers; processes the requests to its thread one after the other.

    Args:
        closing: Set when the program closes.
    """

    def __init__(self, closing: threading.Event) -> None:
        super().__init__()
        self._closing = closing

    @Slot()
    def finish(self) -> None:
        """End this thread once all earlier requests are done."""
        self.thread().quit()


class WorkerThread(QObject):
    """The thread of one worker; the service that owns it ends it and waits for it.

    Args:
        name: Name of the thread.
        worker: Moved into the thread.
        parent: Qt parent.
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
        """Ask the thread to end once all earlier requests are done."""
        self._finish_requested.emit()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.wait()


class ReadingWorker(Worker):
    """Reads pictures; apart from the writing thread, so that a dropped picture never waits for an export."""

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
        """Make a thumbnail of a waiting picture."""
        if not self._is_obsolete(job):
            with report_errors_to(lambda error: self.open_failed.emit(job, error)):
                self.previewed.emit(job, make_preview(job))

    @Slot(object, object)
    def load_cached(self, job: Job, cached: CachedResult) -> None:
        """Read a picture and its cached result."""
        if not self._is_obsolete(job):
            with report_errors_to(lambda error: self.open_failed.emit(job, error)):
                opened = open_picture(job)
                self.cached_loaded.emit(job, (opened, load_cached_result(job, opened, cached)))

    @Slot(object, object, object)
    def merge_tiles(self, job: Job, base: Pyramid, tiles: tuple[PictureProgress, ...]) -> None:
        """Put restored tiles into the picture that the viewer shows meanwhile."""
        if not self._is_obsolete(job):
            with report_errors_to(
                lambda error: _log.error("Tiles were not shown.", exc_info=error)
            ):
                self.partial_updated.emit(job, merge_tiles(base, tiles))

    def _is_obsolete(self, job: Job) -> bool:
        return self._closing.is_set() or job.cancel.is_set()


class WritingWorker(Worker):
    """Writes files; emits ``finished`` or ``failed`` with the number of each request.

    Args:
        closing: Set when the program closes.
    """

    finished = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, closing: threading.Event) -> None:
        super().__init__(closing)
        self._cleaned_folders: set[Path] = set()

    @Slot(int, object)
    def cache(self, number: int, write: CacheWrite) -> None:
        """Save something that would be lost if the program were killed; even while the window closes."""

        def fail(error: JobError) -> None:
            _log.warning("Not kept: %s", error)
            self.failed.emit(number, error)

        with report_errors_to(fail):
            write_cache(write)
            self.finished.emit(number, None)

    @Slot(int, object)
    def save(self, number: int, request: ExportRequest | DocumentRequest) -> None:
        """Write a file, even while the window closes."""
        with self._report_failure_of(number):
            self._clean(request.path.parent)
            receipt_error: JobError | None = None
            if isinstance(request, DocumentRequest):
                request.write()
            else:
                receipt_error = _write_export(request)
            self.finished.emit(number, receipt_error)

    @Slot(int, object)
    def copy(self, number: int, picture: Picture) -> None:
        """Encode a picture for the clipboard."""
        if not self._closing.is_set():
            with self._report_failure_of(number):
                self.finished.emit(number, encode_for_clipboard(picture))

    @Slot(int, object)
    def stage(self, number: int, request: StageRequest) -> None:
        """Write a picture that is about to be dragged out."""
        if not self._closing.is_set():
            with self._report_failure_of(number):
                self.finished.emit(number, stage_picture(request))

    def _clean(self, folder: Path) -> None:
        """Remove what a window that was killed while it wrote has left in a folder; once for each folder."""
        if folder not in self._cleaned_folders:
            self._cleaned_folders.add(folder)
            remove_temporary_files(folder, before=time.time() - _SECONDS_UNTIL_LOCKED)

    def _report_failure_of(self, number: int) -> AbstractContextManager[None]:
        return report_errors_to(lambda error: self.failed.emit(number, error))


def _write_export(export: ExportRequest) -> JobError | None:
    """Write a picture and its receipt.

    Returns:
        Why the receipt could not be written, although the picture was; None if all went well.
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
    """The program is closing."""


class ReviewWorker(Worker):
    """Adjusts and verifies results in the review thread, while other pictures are being restored.

    A verification that fails is logged, and ``verified`` brings None.
    """

    adjusted = Signal(object, object)  # AdjustRequest, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # AdjustRequest, JobError
    verified = Signal(object, object)  # VerifyRequest, Verification or None

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
        """Verify a result."""
        verification: Verification | None = None
        try:
            verification = verify(request, self._on_progress)
        except _ClosingError:
            return
        except Exception:  # noqa: BLE001 (nothing above a worker thread could report it)
            _log.exception("Verifying failed.")
        self.verified.emit(request, verification)

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._closing.is_set():
            raise _ClosingError


class NetworkWorker(Worker):
    """Runs the network in the network thread; keeps one network loaded."""

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
        """Import torch, list the devices and load the network."""
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
        """Inspect the network; a cancelled query is answered with None, so that the next one can be sent."""
        outcomes: list[QueryResult | JobError] = []
        with report_errors_to(outcomes.append):
            if not (self._closing.is_set() or query.cancel.is_set()):
                outcomes.append(self._load_for(query.job.choices).inspect(query))
        self.query_answered.emit(query, outcomes[0] if outcomes else None)

    @Slot(object)
    def fine_tune(self, request: FineTuneRequest) -> None:
        """Fine-tune the network."""
        if self._closing.is_set() or request.cancel.is_set():
            return
        with report_errors_to(lambda error: self.fine_tuned.emit(request, error)):
            restorer = self._load_for(request.choices)
            result = restorer.fine_tune(
                request, lambda progress: self.fine_tune_progressed.emit(request, progress)
            )
            self.fine_tuned.emit(request, result)
            self.warmed_up.emit(engine_info(restorer))

    @Slot(object)
    def reset_network(self, choices: Choices) -> None:
        """Load the network again, as it was before fine-tuning."""
        self._loaded = None
        self.warm_up(choices)

    def _load_for(self, choices: Choices) -> RestorerLike:
        wanted = (choices.model, choices.device)
        if self._restorer is None or self._loaded != wanted:
            self._restorer = (
                None  # free it first: two networks may not fit into the device's memory
            )
            self._restorer = self._load_restorer(*wanted)
            self._loaded = wanted
        return self._restorer


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Disable garbage collection while torch is imported, and exclude all objects that exist afterwards.

    A full collection of so many objects takes 90 to 270 ms, during which the window would freeze.
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

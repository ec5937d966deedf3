"""The objects that live in threads, each in one of its own.

Nobody talks to them but the services that own their threads: :class:`~desktop_app.restoration.Restoration`
with its exploration, :class:`~desktop_app.reviewer.Reviewer` and :class:`~desktop_app.writer.Writer`.
"""

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.errands import Document, Export, Keeping, Staging
from desktop_app.exporting.receipts import write_receipt_beside
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.tile_progress import PictureProgress, engine_of
from desktop_app.imaging.writing import write_picture, write_svg
from desktop_app.inside import Adapting, Answer, Look
from desktop_app.jobs import Choices, Job, JobError, Kept, Opened
from desktop_app.queue.keeping import keep, recall
from desktop_app.results.adjustments import Adjusting
from desktop_app.results.findings import Checking, Findings, look_at
from desktop_app.shown import view_of
from desktop_app.telling import told_to
from desktop_app.work import (
    RestorerLike,
    copy_picture,
    open_picture,
    paint_tiles,
    preview,
    restore_opened,
    stage_picture,
)
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
    recalled = Signal(object, object)
    painted = Signal(object, object)

    @Slot(object)
    def open(self, job: Job) -> None:
        """Read and enlarge a picture."""
        if not self._is_over(job):
            with told_to(lambda error: self.open_failed.emit(job, error)):
                self.opened.emit(job, open_picture(job))

    @Slot(object)
    def preview(self, job: Job) -> None:
        """Make a thumbnail."""
        if not self._is_over(job):
            with told_to(lambda error: self.open_failed.emit(job, error)):
                self.previewed.emit(job, preview(job))

    @Slot(object, object)
    def recall(self, job: Job, kept: Kept) -> None:
        """Read a picture and its result that was kept."""
        if not self._is_over(job):
            with told_to(lambda error: self.open_failed.emit(job, error)):
                opened = open_picture(job)
                self.recalled.emit(job, (opened, recall(job, opened, kept)))

    @Slot(object, object, object)
    def paint(self, job: Job, base: Pyramid, tiles: tuple[PictureProgress, ...]) -> None:
        """Put restored tiles into the picture that is looked at meanwhile."""
        if not self._is_over(job):
            with told_to(lambda error: _log.error("Tiles were not shown.", exc_info=error)):
                self.painted.emit(job, paint_tiles(base, tiles))

    def _is_over(self, job: Job) -> bool:
        return self._closing.is_set() or job.cancel.is_set()


class WritingWorker(Worker):
    """Lives in the writing thread; tells what became of each request by its number."""

    finished = Signal(int, object)
    failed = Signal(int, object)

    @Slot(int, object)
    def keep(self, number: int, keeping: Keeping) -> None:
        """Write what a kill would cost; done even while the window closes."""

        def fail(error: JobError) -> None:
            _log.warning("Not kept: %s", error)
            self.failed.emit(number, error)

        with told_to(fail):
            keep(keeping)
            self.finished.emit(number, None)

    @Slot(int, object)
    def save(self, number: int, request: Export | Document) -> None:
        """Write a file; done even while the window closes."""
        with self._answering(number):
            unreceipted: JobError | None = None
            if isinstance(request, Document):
                request.write()
            else:
                unreceipted = _write_export(request)
            self.finished.emit(number, unreceipted)

    @Slot(int, object)
    def copy(self, number: int, picture: Picture) -> None:
        """Encode a picture for the clipboard."""
        if not self._closing.is_set():
            with self._answering(number):
                self.finished.emit(number, copy_picture(picture))

    @Slot(int, object)
    def stage(self, number: int, staging: Staging) -> None:
        """Write a picture that is about to be dragged out."""
        if not self._closing.is_set():
            with self._answering(number):
                self.finished.emit(number, stage_picture(staging))

    def _answering(self, number: int) -> AbstractContextManager[None]:
        return told_to(lambda error: self.failed.emit(number, error))


def _write_export(export: Export) -> JobError | None:
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
    unreceipted: list[JobError] = []
    if export.making is not None:
        with told_to(unreceipted.append):
            write_receipt_beside(export, export.making, picture, files[0], overwrite=is_replacing)
    return unreceipted[0] if unreceipted else None


class _ClosingError(Exception):
    """The program ends."""


class ReviewWorker(Worker):
    """Lives in the review thread: adjusts and judges results, while others are restored.

    A judgement that fails is logged and answered with None.
    """

    adjusted = Signal(object, object)  # Adjusting, (Picture, Pyramid)
    adjust_failed = Signal(object, object)  # Adjusting, JobError
    checked = Signal(object, object)  # Checking, Findings or None

    @Slot(object)
    def adjust(self, adjusting: Adjusting) -> None:
        """Make an adjusted picture and its pyramid."""
        if self._closing.is_set():
            return
        with told_to(lambda error: self.adjust_failed.emit(adjusting, error)):
            picture = adjusting.adjustments.apply(adjusting.enlarged, adjusting.restored)
            self.adjusted.emit(adjusting, (picture, view_of(picture)))

    @Slot(object)
    def check(self, checking: Checking) -> None:
        """Judge a result."""
        findings: Findings | None = None
        try:
            findings = look_at(checking, self._on_progress)
        except _ClosingError:
            return
        except Exception:  # noqa: BLE001 (nobody above a worker thread could tell it)
            _log.exception("Not judged.")
        self.checked.emit(checking, findings)

    def _on_progress(self, _done: int, _total: int) -> None:
        if self._closing.is_set():
            raise _ClosingError


class NetworkWorker(Worker):
    """Lives in the network thread; keeps one network loaded."""

    started = Signal(object, object)
    progressed = Signal(object, object)
    succeeded = Signal(object, object)
    failed = Signal(object, object)
    warmed = Signal(object)
    warm_failed = Signal(object)
    devices_listed = Signal(object)
    looked = Signal(object, object)
    adapting_progressed = Signal(object, object)
    adapted = Signal(object, object)

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
        with told_to(self.warm_failed.emit), _uncollected():
            self.devices_listed.emit(self._list_devices())
            if not self._closing.is_set():
                self.warmed.emit(engine_of(self._restorer_for(choices)))

    @Slot(object, object)
    def restore(self, job: Job, opened: Opened) -> None:
        """Restore an opened picture."""
        if self._closing.is_set() or job.cancel.is_set():
            return
        with told_to(lambda error: self.failed.emit(job, error)):
            restorer = self._restorer_for(job.choices)
            self.started.emit(job, engine_of(restorer))
            result = restore_opened(
                job, opened, restorer, lambda progress: self.progressed.emit(job, progress)
            )
            self.succeeded.emit(job, result)

    @Slot(object)
    def look(self, look: Look) -> None:
        """Look into the network; one that was given up is answered by None, so that the next can come."""
        answers: list[Answer | JobError] = []
        with told_to(answers.append):
            if not (self._closing.is_set() or look.cancel.is_set()):
                answers.append(self._restorer_for(look.job.choices).look(look))
        self.looked.emit(look, answers[0] if answers else None)

    @Slot(object)
    def adapt(self, adapting: Adapting) -> None:
        """Fine-tune the network that is loaded."""
        if self._closing.is_set() or adapting.cancel.is_set():
            return
        with told_to(lambda error: self.adapted.emit(adapting, error)):
            restorer = self._restorer_for(adapting.choices)
            adapted = restorer.adapt(
                adapting, lambda progress: self.adapting_progressed.emit(adapting, progress)
            )
            self.adapted.emit(adapting, adapted)
            self.warmed.emit(engine_of(restorer))

    @Slot(object)
    def forget(self, choices: Choices) -> None:
        """Load the network anew, as it was before it was fine-tuned."""
        self._loaded = None
        self.warm_up(choices)

    def _restorer_for(self, choices: Choices) -> RestorerLike:
        wanted = (choices.model, choices.device)
        if self._restorer is None or self._loaded != wanted:
            self._restorer = None  # two networks at once may not fit the device
            self._restorer = self._load_restorer(*wanted)
            self._loaded = wanted
        return self._restorer


@contextmanager
def _uncollected() -> Iterator[None]:
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

"""The two objects that live in the threads of :mod:`desktop_app.restoration`.

Nobody talks to them but :class:`~desktop_app.restoration.Restoration`. torch is imported here, inside the
functions that run in the network thread, long after the window is on screen.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.errands import Export, Keeping, Staging
from desktop_app.exporting.receipts import write_receipt_beside
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import ReadError, read_picture
from desktop_app.imaging.writing import WriteError, write_picture, write_svg
from desktop_app.jobs import (
    CPU,
    Choices,
    Device,
    Job,
    JobError,
    Kept,
    Opened,
    Pixels,
    Progress,
    Remedy,
)
from desktop_app.queue.keeping import keep, recall
from desktop_app.work import (
    JobCancelled,
    RestorerLike,
    Tile,
    copy_picture,
    engine_of,
    open_picture,
    paint_tiles,
    preview,
    restore_opened,
    stage_picture,
)
from models.registry import find_model
from models.tiling import Box

_log = logging.getLogger(__name__)

LoadRestorer = Callable[[str, str], RestorerLike]
ListDevices = Callable[[], tuple[Device, ...]]


class TorchRestorer:
    """``models.restorer.Restorer`` with its errors told as :class:`JobError`.

    Made in the network thread only: torch is imported here, long after the window is on screen.

    Args:
        model: ``"auto"``, a name of the registry or the path of a checkpoint.
        device: ``"auto"`` or a device's name.

    Raises:
        JobError: There are no such weights, or no such device.
    """

    def __init__(self, model: str, device: str) -> None:
        from models.checkpoint import CheckpointError
        from models.devices import DeviceError
        from models.restorer import OutOfMemory, Restorer

        try:
            self._restorer = Restorer.load(model, device)
        except CheckpointError as error:
            is_shipped = find_model(model) is not None
            remedy = Remedy.RETRY if is_shipped else Remedy.USE_DEFAULT_MODEL
            raise JobError(str(error), remedy) from error
        except (DeviceError, OutOfMemory) as error:
            remedy = Remedy.RETRY if device == CPU else Remedy.USE_CPU
            raise JobError(str(error), remedy) from error
        self.model_title = self._restorer.model_title
        self.model_name = self._restorer.model_name
        self.device_title = self._restorer.device_title
        self.precision = self._restorer.precision

    def restore(
        self,
        image: Pixels,
        scale: int = 2,
        *,
        is_steady: bool = False,
        on_progress: Callable[[Tile], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Enlarge and deblur uint8 (H, W, 3) to (sH, sW, 3).

        Raises:
            JobCancelled: ``is_cancelled`` said so.
            JobError: Memory ran out, or the device failed.
        """
        from models.devices import DeviceError
        from models.restorer import Cancelled, OutOfMemory

        try:
            return self._restorer.restore(
                image,
                scale,
                is_steady=is_steady,
                on_progress=on_progress,
                is_cancelled=is_cancelled,
                visible=visible,
            )
        except Cancelled as error:
            raise JobCancelled from error
        except (DeviceError, OutOfMemory) as error:
            remedy = Remedy.RETRY if self._restorer.device.name == CPU else Remedy.USE_CPU
            raise JobError(str(error), remedy) from error


def list_torch_devices() -> tuple[Device, ...]:
    """Ask torch for the devices of this machine; in the network thread only."""
    from models.devices import available_devices

    return tuple(Device(device.name, device.title) for device in available_devices())


class FilesWorker(QObject):
    """Lives in the files thread."""

    opened = Signal(object, object)
    open_failed = Signal(object, object)
    previewed = Signal(object, object)
    recalled = Signal(object, object)
    painted = Signal(object, object)
    kept = Signal(object)
    saved = Signal(object)
    save_failed = Signal(object, object)
    copied = Signal(object)
    copy_failed = Signal(object)
    staged = Signal(object, object)
    stage_failed = Signal(object, object)

    def __init__(self, closing: threading.Event) -> None:
        super().__init__()
        self._closing = closing

    @Slot(object)
    def open(self, job: Job) -> None:
        """Read and enlarge a picture."""
        if not self._is_over(job):
            with _told_to(lambda error: self.open_failed.emit(job, error)):
                self.opened.emit(job, open_picture(job))

    @Slot(object)
    def preview(self, job: Job) -> None:
        """Make a thumbnail."""
        if not self._is_over(job):
            with _told_to(lambda error: self.open_failed.emit(job, error)):
                self.previewed.emit(job, preview(job))

    @Slot(object, object)
    def recall(self, job: Job, kept: Kept) -> None:
        """Read a picture and its result that was kept."""
        if not self._is_over(job):
            with _told_to(lambda error: self.open_failed.emit(job, error)):
                opened = open_picture(job)
                self.recalled.emit(job, (opened, recall(job, opened, kept)))

    @Slot(object)
    def keep(self, keeping: Keeping) -> None:
        """Write what a kill would cost; done even while the window closes."""
        with _told_to(lambda error: _log.warning("Not kept: %s", error)):
            keep(keeping)
            self.kept.emit(keeping)

    @Slot(object, object, object)
    def paint(self, job: Job, base: Pyramid, tiles: tuple[Progress, ...]) -> None:
        """Put restored tiles into the picture that is looked at meanwhile."""
        if not self._is_over(job):
            with _told_to(lambda error: _log.error("Tiles were not shown.", exc_info=error)):
                self.painted.emit(job, paint_tiles(base, tiles))

    @Slot(object)
    def save(self, export: Export) -> None:
        """Write a file; done even while the window closes."""
        with _told_to(lambda error: self.save_failed.emit(export, error)):
            picture = export.picture
            picture = read_picture(picture) if isinstance(picture, Path) else picture
            is_replacing = export.path.exists()
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
            if export.making is not None:
                write_receipt_beside(
                    export, export.making, picture, files[0], overwrite=is_replacing
                )
            self.saved.emit(export)

    @Slot(object)
    def copy(self, picture: Picture) -> None:
        """Encode a picture for the clipboard."""
        if not self._closing.is_set():
            with _told_to(self.copy_failed.emit):
                self.copied.emit(copy_picture(picture))

    @Slot(object)
    def stage(self, staging: Staging) -> None:
        """Write a picture that is about to be dragged out."""
        if not self._closing.is_set():
            with _told_to(lambda error: self.stage_failed.emit(staging, error)):
                self.staged.emit(staging, stage_picture(staging))

    @Slot()
    def finish(self) -> None:
        """End this thread after all that was asked for before."""
        self.thread().quit()

    def _is_over(self, job: Job) -> bool:
        return self._closing.is_set() or job.cancel.is_set()


class NetworkWorker(QObject):
    """Lives in the network thread; keeps one network loaded."""

    started = Signal(object, object)
    progressed = Signal(object, object)
    succeeded = Signal(object, object)
    failed = Signal(object, object)
    warmed = Signal(object)
    warm_failed = Signal(object)
    devices_listed = Signal(object)

    def __init__(
        self, load_restorer: LoadRestorer, list_devices: ListDevices, closing: threading.Event
    ) -> None:
        super().__init__()
        self._load_restorer = load_restorer
        self._list_devices = list_devices
        self._closing = closing
        self._restorer: RestorerLike | None = None
        self._loaded: tuple[str, str] | None = None

    @Slot(object)
    def warm_up(self, choices: Choices) -> None:
        """Import torch, list the devices, load the network."""
        if self._closing.is_set():
            return
        with _told_to(self.warm_failed.emit):
            self.devices_listed.emit(self._list_devices())
            if not self._closing.is_set():
                self.warmed.emit(engine_of(self._restorer_for(choices)))

    @Slot(object, object)
    def restore(self, job: Job, opened: Opened) -> None:
        """Restore an opened picture."""
        if self._closing.is_set() or job.cancel.is_set():
            return
        with _told_to(lambda error: self.failed.emit(job, error)):
            restorer = self._restorer_for(job.choices)
            self.started.emit(job, engine_of(restorer))
            result = restore_opened(
                job, opened, restorer, lambda progress: self.progressed.emit(job, progress)
            )
            self.succeeded.emit(job, result)

    @Slot()
    def finish(self) -> None:
        """End this thread after all that was asked for before."""
        self.thread().quit()

    def _restorer_for(self, choices: Choices) -> RestorerLike:
        wanted = (choices.model, choices.device)
        if self._restorer is None or self._loaded != wanted:
            self._restorer = None  # two networks at once may not fit the device
            self._restorer = self._load_restorer(*wanted)
            self._loaded = wanted
        return self._restorer


@contextmanager
def _told_to(tell: Callable[[JobError], None]) -> Iterator[None]:
    """Tell whatever goes wrong inside as one sentence; a cancelled job has told it already."""
    try:
        yield
    except JobCancelled:
        return
    except Exception as error:  # noqa: BLE001 (nobody above a worker thread could tell it)
        tell(_as_job_error(error))


def _as_job_error(error: Exception) -> JobError:
    """Turn any failure into a sentence; the log keeps what was not foreseen."""
    if isinstance(error, JobError):
        return error
    if isinstance(error, ReadError | WriteError):
        return JobError(str(error))
    if isinstance(error, MemoryError):
        return JobError("This computer does not have enough free memory for it.", Remedy.RETRY)
    _log.error("A job failed.", exc_info=error)
    reason = str(error).strip().splitlines()
    return JobError(
        f"Something unforeseen went wrong: {reason[0] if reason else type(error).__name__}",
        Remedy.RETRY,
    )

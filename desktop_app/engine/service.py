"""Open and restore pictures in two threads: one reads, the other runs the network.

The window uses :class:`RestorationService` only, which lives in the window's thread. Requests and results
travel as queued signals with frozen payloads. A job is cancelled through its event, since a queued slot would
not run while its worker is busy. Every started job ends in exactly one of ``succeeded``, ``failed``,
``cancelled`` and ``displaced``, and emits nothing afterwards.
"""

import threading
from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.jobs import (
    CachedResult,
    Choices,
    Job,
    JobError,
    OpenedPicture,
    PartialResult,
    Preview,
    Result,
)
from desktop_app.engine.inspection_service import InspectionService
from desktop_app.engine.torch_backend import TorchBackend, list_torch_devices
from desktop_app.engine.workers import (
    ListDevices,
    LoadRestorer,
    NetworkWorker,
    ReadingWorker,
    WorkerThread,
)
from desktop_app.imaging.picture_run import PictureProgress
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import EngineInfo


@dataclass(eq=False)
class _PartialState:
    """The partial picture of the active job, and the tiles still to be merged into it."""

    base: Pyramid | None = None
    tiles: list[PictureProgress] = field(default_factory=list)
    is_merging: bool = False


class RestorationService(QObject):
    """Runs jobs in worker threads and emits their results; lives in the window's thread.

    One job is active at a time. Starting another replaces it once the new picture has been opened.

    Args:
        load_restorer: Called in the network thread with a model and a device.
        list_devices: Called in the network thread.
        parent: Qt parent.
    """

    opened = Signal(object, object)  # Job, OpenedPicture
    started = Signal(object, object)  # Job, EngineInfo: the network is loaded
    progressed = Signal(object, object)  # Job, PictureProgress
    partial_updated = Signal(object, object)  # Job, PartialResult: the tiles restored so far
    succeeded = Signal(object, object)  # Job, Result
    failed = Signal(object, object)  # Job, JobError
    cancelled = Signal(object)  # Job: the user stopped it
    displaced = Signal(object)  # Job: another one runs in its place
    previewed = Signal(object, object)  # Job, Preview
    cached_loaded = Signal(object, object)  # Job, Result: loaded from disk
    warmed_up = Signal(object)  # EngineInfo
    warm_up_failed = Signal(object)  # JobError
    devices_listed = Signal(object)  # tuple[DeviceInfo, ...]

    _open_requested = Signal(object)
    _preview_requested = Signal(object)
    _load_cached_requested = Signal(object, object)
    _merge_requested = Signal(object, object, object)
    _restore_requested = Signal(object, object)
    _warm_up_requested = Signal(object)

    def __init__(
        self,
        load_restorer: LoadRestorer = TorchBackend,
        list_devices: ListDevices = list_torch_devices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._closing = threading.Event()
        self._opening: Job | None = None
        self._active: Job | None = None
        self._partial_state = _PartialState()
        self._open_only: dict[int, Job] = {}
        self._previews: deque[Job] = deque()
        self._previewing: Job | None = None
        self._reading = ReadingWorker(self._closing)
        self._network = NetworkWorker(load_restorer, list_devices, self._closing)
        self.inspection_service = InspectionService(self._network, self)
        self._threads = (
            WorkerThread("reading", self._reading, self),
            WorkerThread("network", self._network, self),
        )
        self._connect()

    def _connect(self) -> None:
        self._open_requested.connect(self._reading.open)
        self._preview_requested.connect(self._reading.make_preview)
        self._load_cached_requested.connect(self._reading.load_cached)
        self._merge_requested.connect(self._reading.merge_tiles)
        self._restore_requested.connect(self._network.restore)
        self._warm_up_requested.connect(self._network.warm_up)
        self._reading.opened.connect(self._on_opened)
        self._reading.open_failed.connect(self._on_failed)
        self._reading.previewed.connect(self._on_previewed)
        self._reading.cached_loaded.connect(self._on_cached_loaded)
        self._reading.partial_updated.connect(self._on_partial_updated)
        self._network.started.connect(self._on_started)
        self._network.progressed.connect(self._on_progressed)
        self._network.succeeded.connect(self._on_succeeded)
        self._network.failed.connect(self._on_failed)
        self._network.warmed_up.connect(self.warmed_up)
        self._network.warm_up_failed.connect(self.warm_up_failed)
        self._network.devices_listed.connect(self.devices_listed)

    @property
    def is_busy(self) -> bool:
        """Whether a job is being opened or restored."""
        return self._active is not None or self._opening is not None

    def warm_up(self, choices: Choices) -> None:
        """Import torch, list the devices and load the network, so that the first job starts faster.

        ``devices_listed`` and ``warmed_up`` follow, or ``warm_up_failed``.
        """
        self._warm_up_requested.emit(choices)

    def start(self, job: Job, opened: OpenedPicture | None = None) -> None:
        """Run a job in place of the active one, which is displaced once the new picture is open.

        Args:
            job: A job that has not been started before.
            opened: The picture, if it has already been opened for the same choices.
        """
        self.inspection_service.yield_to_jobs()
        earlier, self._opening = self._opening, job
        if earlier is not None:
            self._displace(earlier)
        if opened is None:
            self._open_requested.emit(job)
        else:
            self._on_opened(job, opened)

    def open(self, job: Job) -> None:
        """Open a picture without restoring it; ``opened`` or ``failed`` follows."""
        self._open_only[job.number] = job
        self._open_requested.emit(job)

    def load_cached(self, job: Job, cached: CachedResult) -> None:
        """Open a picture and its result from disk; ``opened`` and ``cached_loaded`` follow, or ``failed``."""
        self._open_only[job.number] = job
        self._load_cached_requested.emit(job, cached)

    def preview(self, job: Job) -> None:
        """Make a thumbnail of a waiting picture; ``previewed`` or ``failed`` follows."""
        self._open_only[job.number] = job
        self._previews.append(job)
        self._preview_next()

    def cancel(self, job: Job) -> None:
        """Stop a job; the worker stops within one tile.

        ``cancelled`` is emitted at once for a job that was started, and nothing for others.
        """
        job.cancel.set()
        self._open_only.pop(job.number, None)
        if job in self._previews:
            self._previews.remove(job)
        self._preview_done(job)  # the worker skips a cancelled preview without a signal
        if job is self._opening:
            self._opening = None
        elif job is self._active:
            self._active = None
        else:
            return
        self.cancelled.emit(job)

    def stop(self) -> None:
        """Cancel everything and ask both threads to end."""
        self._closing.set()
        for job in (self._opening, self._active, *self._open_only.values()):
            if job is not None:
                job.cancel.set()
        self._opening = self._active = None
        self._open_only.clear()
        self._previews.clear()
        self.inspection_service.close()
        for thread in self._threads:
            thread.finish()

    def wait(self) -> None:
        """Wait for both threads after :meth:`stop`."""
        for thread in self._threads:
            thread.wait()

    def close(self) -> None:
        """Stop and wait."""
        self.stop()
        self.wait()

    def _displace(self, job: Job) -> None:
        job.cancel.set()
        self.displaced.emit(job)

    @Slot(object, object)
    def _on_opened(self, job: Job, opened: OpenedPicture) -> None:
        if job is self._opening:
            self._opening = None
            earlier, self._active = self._active, job
            if earlier is not None:
                self._displace(earlier)
            self._partial_state = _PartialState(opened.enlarged_pyramid)
            self.opened.emit(job, opened)
            if self._active is job:  # a slot connected to the signals may have cancelled it
                self._restore_requested.emit(job, opened)
        elif self._open_only.pop(job.number, None) is not None:
            self.opened.emit(job, opened)

    @Slot(object, object)
    def _on_cached_loaded(self, job: Job, pictures: tuple[OpenedPicture, Result]) -> None:
        if self._open_only.pop(job.number, None) is not None:
            opened, result = pictures
            self.opened.emit(job, opened)
            self.cached_loaded.emit(job, result)

    def _preview_next(self) -> None:
        """Request one thumbnail at a time, so that a newly dropped picture need not wait for all of them."""
        if self._previewing is None and self._previews:
            self._previewing = self._previews.popleft()
            self._preview_requested.emit(self._previewing)

    def _preview_done(self, job: Job) -> None:
        if job is self._previewing:
            self._previewing = None
            self._preview_next()

    @Slot(object, object)
    def _on_previewed(self, job: Job, preview: Preview) -> None:
        self._preview_done(job)
        if self._open_only.pop(job.number, None) is not None:
            self.previewed.emit(job, preview)

    @Slot(object, object)
    def _on_started(self, job: Job, engine: EngineInfo) -> None:
        if job is self._active:
            self.started.emit(job, engine)

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: PictureProgress) -> None:
        if job is self._active:
            self.progressed.emit(job, progress)
            self._partial_state.tiles.append(progress)
            self._merge_next(job)

    def _merge_next(self, job: Job) -> None:
        """Request one merge at a time, of all tiles that have come since, so that the window keeps up."""
        state = self._partial_state
        if state.base is not None and state.tiles and not state.is_merging:
            state.is_merging = True
            self._merge_requested.emit(job, state.base, tuple(state.tiles))
            state.tiles.clear()

    @Slot(object, object)
    def _on_partial_updated(self, job: Job, partial: PartialResult) -> None:
        if job is self._active:
            self._partial_state.base = partial.pyramid
            self._partial_state.is_merging = False
            self.partial_updated.emit(job, partial)
            if job is self._active:
                self._merge_next(job)

    @Slot(object, object)
    def _on_succeeded(self, job: Job, result: Result) -> None:
        if job is self._active:
            self._active = None
            self._partial_state = _PartialState()
            self.succeeded.emit(job, result)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: JobError) -> None:
        self._preview_done(job)
        if job is self._opening:
            self._opening = None
        elif job is self._active:
            self._active = None
        elif self._open_only.pop(job.number, None) is None:
            return
        self.failed.emit(job, error)

"""The session: the queue of pictures, the one that runs, and the one that is shown. No widgets.

A new drop runs at once in place of the running picture, which goes back to waiting; waiting pictures keep
their order. Only ``cancel`` stops a picture for good.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.adjustments import Adjustments, AdjustRequest
from desktop_app.domain.entry import STOPPABLE, Entry, EntryState, RecoveredEntry
from desktop_app.domain.history import History
from desktop_app.domain.jobs import (
    CachedResult,
    Choices,
    Job,
    JobError,
    OpenedPicture,
    PartialResult,
    Preview,
    Remedy,
    Result,
    Source,
)
from desktop_app.domain.verification import Verification
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.imaging.file_system import is_file
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.queue.job_factory import JobFactory
from desktop_app.queue.memory_limit import MEMORY_LIMIT, MemoryLimit


class Session(QObject):
    """The queue: holds the entries, starts one after the other, and reports every change by a signal.

    Args:
        restoration: Service that opens and restores pictures.
        reviewer: Service that adjusts results.
        choices: How new pictures are restored until :meth:`set_default_choices`.
        memory_limit: Bytes of pixels to keep in memory.
        parent: Qt parent.
    """

    open_requested = Signal()  # pictures are about to be added; they may turn out unreadable
    added = Signal(object)  # Entry
    removed = Signal(object)  # Entry
    changed = Signal(object)  # Entry: state, thumbnail or print width
    opened = Signal(object)  # Entry: there is a new enlarged picture
    progressed = Signal(object)  # Entry
    moved = Signal(object, int)  # Entry, its index in the queue
    paused = Signal(bool)
    chosen = Signal()  # choices of an entry or of new pictures have changed
    partial_updated = Signal(object, object)  # Entry, PartialResult
    succeeded = Signal(object)  # Entry
    adjusted = Signal(object)  # Entry: its result was adjusted
    failed = Signal(object, object)  # Entry, JobError
    current_changed = Signal(object)  # Entry or None

    def __init__(
        self,
        restoration: RestorationService,
        reviewer: Reviewer,
        choices: Choices,
        memory_limit: int = MEMORY_LIMIT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory_limit = MemoryLimit(memory_limit)
        self._restoration = restoration
        self._reviewer = reviewer
        self._choices = choices
        self._entries: list[Entry] = []
        self._current: Entry | None = None
        self._pending: Entry | None = None
        self._jobs = JobFactory()
        self.strength = 1.0  # of new pictures, 0 to 1
        restoration.opened.connect(self._on_opened)
        restoration.previewed.connect(self._on_previewed)
        restoration.started.connect(self._on_started)
        restoration.progressed.connect(self._on_progressed)
        restoration.partial_updated.connect(self._on_partial_updated)
        restoration.succeeded.connect(self._on_succeeded)
        restoration.cached_loaded.connect(self._on_succeeded)
        reviewer.adjusted.connect(self._on_adjusted)
        restoration.failed.connect(self._on_failed)
        restoration.cancelled.connect(self._on_cancelled)
        restoration.displaced.connect(self._on_displaced)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in the order of the queue."""
        return tuple(self._entries)

    @property
    def current(self) -> Entry | None:
        """The entry that is shown, if any; it has been opened."""
        return self._current

    @property
    def choices(self) -> Choices:
        """Choices of the current entry; without one, those of the next new picture."""
        return self._choices if self._current is None else self._current.choices

    @property
    def default_choices(self) -> Choices:
        """Choices that each new picture starts with."""
        return self._choices

    @property
    def is_paused(self) -> bool:
        """Whether the queue is paused."""
        return self._jobs.pause.is_set

    def open(self, sources: Sequence[Source]) -> None:
        """Add pictures in this order: start and show the first, let the others wait."""
        self.open_requested.emit()
        entries = [self._jobs.entry(it, self._choices, self.strength) for it in sources]
        for entry in entries:
            self._entries.append(entry)
            self.added.emit(entry)
        if entries:
            self.start(entries[0])
        for entry in entries[1:]:
            self._restoration.preview(entry.job)

    def start(self, entry: Entry) -> None:
        """Show an entry, and restore it (again) with its choices, in place of the running one."""
        self._pending = entry
        self._start(entry)

    def select(self, entry: Entry) -> None:
        """Show an entry; if it is not in memory, open it first."""
        self._pending = entry
        if entry.opened is not None:
            self._show(entry)
        elif entry.cached is not None:
            entry.job = self._jobs.job(entry)
            self._restoration.load_cached(entry.job, entry.cached)
        elif entry.state is not EntryState.OPENING:
            entry.job = self._jobs.job(entry)
            self._restoration.open(entry.job)

    def cancel(self) -> None:
        """Stop the running entry; the next waiting one starts."""
        for entry in self._entries:
            if entry.state in STOPPABLE:
                self._restoration.cancel(entry.job)
                return

    def pause(self, *, is_paused: bool) -> None:
        """Pause all work before the next tile, or resume it."""
        if is_paused != self._jobs.pause.is_set:
            self._jobs.pause.set(is_paused=is_paused)
            self.paused.emit(is_paused)
            self._start_next()

    def move(self, entry: Entry, place: int) -> None:
        """Move an entry to the index ``place``, clamped to the queue; waiting ones run in the new order."""
        place = min(max(place, 0), len(self._entries) - 1)
        if self._entries[place] is not entry:
            self._entries.remove(entry)
            self._entries.insert(place, entry)
            self.moved.emit(entry, place)

    def recover(self, pictures: Sequence[RecoveredEntry]) -> None:
        """Add pictures of a queue that was left behind; finished ones are not restored again."""
        self.open_requested.emit()
        first = len(self._entries)
        for recovered in pictures:
            entry = self._jobs.entry(recovered.source, recovered.choices, self.strength)
            entry.recover(recovered)
            self._entries.append(entry)
            self.added.emit(entry)
            self._restoration.preview(entry.job)
        self._start_next()
        if self._current is None and self._pending is None and pictures:
            self.select(self._entries[first])

    def adjust(self, entry: Entry, history: History[Adjustments]) -> None:
        """Apply the present state of ``history`` to a restored result; do nothing without one."""
        if entry.opened is not None and entry.restored is not None:
            entry.adjustments = history
            enlarged, restored = entry.opened.enlarged, entry.restored
            self._reviewer.adjust(AdjustRequest(entry.job, enlarged, restored, history.present))

    def set_adjustments(self, entry: Entry, history: History[Adjustments]) -> None:
        """Store the adjustments for the next time that the entry is restored or adjusted."""
        entry.adjustments = history

    def pin(self, entry: Entry, label: str) -> None:
        """Pin the result, to compare later ones with it; ``label`` says what it was made with."""
        entry.pin(label)

    def note_verification(self, entry: Entry, picture: Picture, verification: Verification) -> bool:
        """Store the verification of ``picture``; return whether that still is the entry's result."""
        return entry.note_verification(picture, verification)

    def set_print_width(self, entry: Entry, width: float | None) -> None:
        """Set the print width of a result in millimetres; None for as wide as the input."""
        entry.print_width = width
        self.changed.emit(entry)

    def note_cached(self, entry: Entry, cached: CachedResult) -> None:
        """Record that the result of an entry is on disk."""
        entry.cached = cached
        self.changed.emit(entry)

    def note_exported(self, entry: Entry, adjustments: Adjustments) -> None:
        """Record with which adjustments a result was exported, copied or dragged out."""
        entry.exported = adjustments
        self.changed.emit(entry)

    def remove(self, entry: Entry) -> None:
        """Remove an entry; if it was shown, show its neighbour instead."""
        if entry not in self._entries:
            return
        index = self._entries.index(entry)
        self._entries.remove(entry)
        self._memory_limit.forget(entry)
        self._restoration.cancel(entry.job)
        self.removed.emit(entry)
        if entry is self._pending:
            self._pending = None
        if entry is self._current:
            self._current = None
            if self._entries:
                self.select(self._entries[min(index, len(self._entries) - 1)])
            else:
                self.current_changed.emit(None)
        self._start_next()

    def undo_remove(self, entry: Entry, place: int) -> None:
        """Undo :meth:`remove`; a run that was stopped by it starts again from the beginning."""
        entry.job = self._jobs.job(entry, entry.opened)
        if entry.state in STOPPABLE:
            entry.wait()
        self._entries.append(entry)
        self.added.emit(entry)
        self.changed.emit(entry)
        self.move(entry, place)
        self._start_next()

    def set_choices(self, choices: Choices, entry: Entry | None = None) -> None:
        """Restore ``entry``, or the current one, again if ``choices`` differ; or set the default."""
        if (chosen := entry or self._current) is None:
            self.set_default_choices(choices)
            return
        is_other = chosen.choices != choices
        chosen.set_choices(choices)
        self.chosen.emit()
        if is_other:
            self.start(chosen)

    def set_default_choices(self, choices: Choices) -> None:
        """Set the choices of new pictures; those in the queue keep theirs."""
        self._choices = choices
        self.chosen.emit()

    def apply_to_waiting(self) -> None:
        """Give the choices of the current entry to all that wait."""
        for entry in self._entries:
            if entry.state is EntryState.WAITING:
                entry.set_choices(self.choices)
                self.changed.emit(entry)

    def _start(self, entry: Entry) -> None:
        entry.job = self._jobs.job(entry, entry.opened)
        entry.reset_for_run()
        self.changed.emit(entry)
        is_usable = entry.opened is not None and entry.opened.scale == entry.choices.scale
        self._restoration.start(entry.job, entry.opened if is_usable else None)

    def _start_next(self) -> None:
        if self._restoration.is_busy or self.is_paused:
            return
        for entry in self._entries:
            if entry.state is EntryState.WAITING:
                self._start(entry)
                return

    def entry_of(self, job: Job) -> Entry | None:
        """Return the entry whose present run is ``job``; None if it has another run or was removed."""
        return next((entry for entry in self._entries if entry.job is job), None)

    def _show(self, entry: Entry) -> None:
        self._pending = None
        self._current = entry
        self._memory_limit.note_shown(entry)
        self.current_changed.emit(entry)

    def _evict(self) -> None:
        """Evict pixels until the rest fits into memory."""
        protected = (self._current, self._pending)
        for entry in self._memory_limit.entries_to_evict(self._entries, protected):
            entry.evict()
            entry.job = self._jobs.job(entry)  # the old job holds pixels
            self.changed.emit(entry)

    @Slot(object, object)
    def _on_previewed(self, job: Job, preview: Preview) -> None:
        for entry in self._entries:
            if entry.number == job.entry and entry.thumbnail is None:
                entry.preview(preview)
                self.changed.emit(entry)

    @Slot(object, object)
    def _on_opened(self, job: Job, opened: OpenedPicture) -> None:
        if (entry := self.entry_of(job)) is None:
            return
        entry.set_opened(opened)
        if entry.state is EntryState.OPENING:
            is_held = self._restoration.inspection_service.is_fine_tuning
            entry.state = EntryState.HELD if is_held else EntryState.LOADING
        self.changed.emit(entry)
        if entry is self._pending or self._current is None:
            self._show(entry)
        elif entry is self._current:
            self.opened.emit(entry)
        self._evict()

    @Slot(object, object)
    def _on_started(self, job: Job, engine: EngineInfo) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.engine = engine
            entry.state = EntryState.RUNNING
            self.changed.emit(entry)

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: PictureProgress) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.progress = progress
            self.progressed.emit(entry)

    @Slot(object, object)
    def _on_partial_updated(self, job: Job, partial: PartialResult) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.partial = partial.pyramid
            self.partial_updated.emit(entry, partial)

    @Slot(object, object)
    def _on_succeeded(self, job: Job, result: Result) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.finish(result)
            self.changed.emit(entry)
            self.succeeded.emit(entry)
            if entry.is_adjusted:
                self.adjust(entry, entry.adjustments)
            self._evict()
        self._start_next()

    @Slot(object, object)
    def _on_adjusted(self, request: AdjustRequest, result: tuple[Picture, Pyramid]) -> None:
        entry = self.entry_of(request.job)
        if entry is not None and entry.result is not None:
            entry.adjust(request.adjustments, *result)
            self.adjusted.emit(entry)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: JobError) -> None:
        if (entry := self.entry_of(job)) is not None:
            self._fail(entry, error)
        self._start_next()

    def _fail(self, entry: Entry, error: JobError) -> None:
        entry.progress = entry.partial = None
        if entry.cached is not None and is_file(entry.cached.path):
            # The source is gone, but the cached result can still be exported.
            self.changed.emit(entry)
        elif entry.opened is None and error.remedy is Remedy.NONE:
            # Not a picture: as if it had never been dropped.
            self._entries.remove(entry)
            self.removed.emit(entry)
            if self._current is None and not self._entries:
                self.current_changed.emit(None)
        else:
            entry.error, entry.cached, entry.state = error, None, EntryState.FAILED
            self.changed.emit(entry)
        self.failed.emit(entry, error)

    @Slot(object)
    def _on_cancelled(self, job: Job) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.cancel()
            self.changed.emit(entry)
        self._start_next()

    @Slot(object)
    def _on_displaced(self, job: Job) -> None:
        if (entry := self.entry_of(job)) is None:  # the same picture, started anew
            return
        entry.job = self._jobs.job(entry, entry.opened)  # the old one has ended
        entry.wait()
        self.changed.emit(entry)
        if entry.thumbnail is None:  # displaced before it was read
            self._restoration.preview(entry.job)

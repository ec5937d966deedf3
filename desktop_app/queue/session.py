"""The pictures at hand: the queue, which one runs, which one is looked at. No widgets.

A new drop runs at once in place of the running job; what waits goes on waiting, in its order.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.imaging.disk import is_file
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.run_facts import Engine
from desktop_app.imaging.tile_progress import PictureProgress
from desktop_app.jobs import (
    Choices,
    Job,
    JobError,
    Kept,
    Opened,
    Partial,
    Preview,
    Remedy,
    Result,
    Source,
)
from desktop_app.queue.entry import STOPPABLE, Entry, Left, State
from desktop_app.queue.job_factory import JobFactory
from desktop_app.queue.releasing import KEPT_BYTES, to_release
from desktop_app.restoration import Restoration
from desktop_app.results.adjustments import Adjusting, Adjustments, carried_over
from desktop_app.results.findings import Findings
from desktop_app.results.history import History
from desktop_app.reviewer import Reviewer


class Session(QObject):
    """Keeps the entries, starts one after the other, and says what changed.

    Args:
        restoration: Opens and restores.
        reviewer: Adjusts results.
        choices: How pictures that come are restored until :meth:`set_choices`.
        kept_bytes: Of pixels of results.
        parent: Qt's owner.
    """

    dropped = Signal()  # more pictures come in, if they are pictures
    added = Signal(object)  # Entry
    removed = Signal(object)  # Entry
    changed = Signal(object)  # Entry: state, thumbnail or print width
    opened = Signal(object)  # Entry: there is a new enlarged picture
    progressed = Signal(object)  # Entry
    moved = Signal(object, int)  # Entry, its place in the queue
    paused = Signal(bool)
    chosen = Signal(object)  # Choices, for what is looked at or waits, and what comes
    painted = Signal(object, object)  # Entry, Partial
    succeeded = Signal(object)  # Entry
    adjusted = Signal(object)  # Entry: its result looks otherwise
    failed = Signal(object, object)  # Entry, JobError
    shown = Signal(object)  # Entry or None

    def __init__(
        self,
        restoration: Restoration,
        reviewer: Reviewer,
        choices: Choices,
        kept_bytes: int = KEPT_BYTES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept_bytes = kept_bytes
        self._seen: list[Entry] = []  # the one looked at last is the last
        self._restoration = restoration
        self._reviewer = reviewer
        self._choices = choices
        self._entries: list[Entry] = []
        self._shown: Entry | None = None
        self._wanted: Entry | None = None
        self._jobs = JobFactory()
        self.strength = 1.0  # of the pictures that come from now on
        restoration.opened.connect(self._on_opened)
        restoration.previewed.connect(self._on_previewed)
        restoration.started.connect(self._on_started)
        restoration.progressed.connect(self._on_progressed)
        restoration.painted.connect(self._on_painted)
        restoration.succeeded.connect(self._on_succeeded)
        restoration.recalled.connect(self._on_succeeded)
        reviewer.adjusted.connect(self._on_adjusted)
        restoration.failed.connect(self._on_failed)
        restoration.cancelled.connect(self._on_cancelled)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The queue, oldest first."""
        return tuple(self._entries)

    @property
    def current(self) -> Entry | None:
        """The entry that is looked at; it has been opened."""
        return self._shown

    @property
    def choices(self) -> Choices:
        """How the picture that is looked at is restored; without one, how the next one will be."""
        return self._choices if self._shown is None else self._shown.choices

    @property
    def is_paused(self) -> bool:
        """Whether all work waits."""
        return self._jobs.pause.is_set

    def open(self, sources: Sequence[Source]) -> None:
        """Add pictures: the first runs at once and is looked at, the others wait.

        Args:
            sources: In the order they were dropped.
        """
        self.dropped.emit()
        entries = [self._jobs.entry(it, self._choices, self.strength) for it in sources]
        for entry in entries:
            self._entries.append(entry)
            self.added.emit(entry)
        if entries:
            self.start(entries[0])
        for entry in entries[1:]:
            self._restoration.preview(entry.job)

    def start(self, entry: Entry) -> None:
        """Restore an entry by its choices, again if need be, in place of the running one; look at it."""
        self._wanted = entry
        self._start(entry)

    def show(self, entry: Entry) -> None:
        """Look at an entry; one that was not opened yet is opened for it."""
        self._wanted = entry
        if entry.opened is not None:
            self._show(entry)
        elif entry.kept is not None:
            entry.job = self._jobs.job(entry)
            self._restoration.recall(entry.job, entry.kept)
        elif entry.state is not State.OPENING:
            entry.job = self._jobs.job(entry)
            self._restoration.look(entry.job)

    def cancel(self) -> None:
        """Stop the running entry; the next waiting one goes on."""
        for entry in self._entries:
            if entry.state in STOPPABLE:
                self._restoration.cancel(entry.job)
                return

    def pause(self, *, is_paused: bool) -> None:
        """Let all work wait between two tiles, or go on."""
        if is_paused != self._jobs.pause.is_set:
            self._jobs.pause.set(is_paused=is_paused)
            self.paused.emit(is_paused)
            self._advance()

    def move(self, entry: Entry, place: int) -> None:
        """Put an entry elsewhere in the queue; what waits is restored in the new order.

        Args:
            entry: Of this queue.
            place: Its index afterwards; beyond either end is the end.
        """
        place = min(max(place, 0), len(self._entries) - 1)
        if self._entries[place] is not entry:
            self._entries.remove(entry)
            self._entries.insert(place, entry)
            self.moved.emit(entry, place)

    def bring_back(self, pictures: Sequence[Left]) -> None:
        """Add pictures of a queue whose program was killed; nothing that was done is done again."""
        self.dropped.emit()
        entries = []
        for left in pictures:
            entry = self._jobs.entry(left.source, left.choices, self.strength)
            entry.bring_back(left)
            self._entries.append(entry)
            entries.append(entry)
            self.added.emit(entry)
        for entry in entries:
            self._restoration.preview(entry.job)
        self._advance()
        if self._shown is None and self._wanted is None and entries:
            self.show(entries[0])

    def adjust(self, entry: Entry, history: History[Adjustments]) -> None:
        """Change a result afterwards; nothing happens without one.

        Args:
            entry: Of this queue.
            history: Its present state counts, the others can be gone back to.
        """
        if entry.opened is not None and entry.restored is not None:
            entry.adjustments = history
            enlarged, restored = entry.opened.enlarged, entry.restored
            self._reviewer.adjust(Adjusting(entry.job, enlarged, restored, history.present))

    def adjust_next_time(self, entry: Entry, history: History[Adjustments]) -> None:
        """Note how a result is to be changed once it is made, or adjusted, again."""
        entry.adjustments = history

    def pin(self, entry: Entry, label: str) -> None:
        """Put a result aside, to be compared with later ones; ``label`` says what it was made with."""
        entry.pin(label)

    def note_findings(self, entry: Entry, judged: Picture, findings: Findings) -> bool:
        """Note a judgement of the present run; returns whether the result is still the judged one."""
        return entry.note_findings(judged, findings)

    def set_print_width(self, entry: Entry, width: float | None) -> None:
        """Have a result printed so wide, in millimetres; None is as wide as the input."""
        entry.print_width = width
        self.changed.emit(entry)

    def note_kept(self, entry: Entry, kept: Kept) -> None:
        """Note that the result of an entry is on disk, too."""
        entry.kept = kept
        self.changed.emit(entry)

    def note_taken(self, entry: Entry, adjustments: Adjustments) -> None:
        """Note that the result of an entry was exported, copied or dragged out as adjusted so."""
        entry.taken = adjustments
        self.changed.emit(entry)

    def remove(self, entry: Entry) -> None:
        """Take an entry off the queue; its neighbour is looked at instead."""
        if entry not in self._entries:
            return
        index = self._entries.index(entry)
        self._entries.remove(entry)
        self._seen = [seen for seen in self._seen if seen is not entry]
        self._restoration.cancel(entry.job)
        self.removed.emit(entry)
        if entry is self._wanted:
            self._wanted = None
        if entry is self._shown:
            self._shown = None
            if self._entries:
                self.show(self._entries[min(index, len(self._entries) - 1)])
            else:
                self.shown.emit(None)
        self._advance()

    def put_back(self, entry: Entry, place: int) -> None:
        """Undo :meth:`remove`; a run that was stopped with it begins anew."""
        entry.job = self._jobs.job(entry, entry.opened)
        if entry.state in STOPPABLE:
            entry.wait()
        self._entries.append(entry)
        self.added.emit(entry)
        self.changed.emit(entry)
        self.move(entry, place)
        self._advance()

    def set_choices(self, choices: Choices, entry: Entry | None = None) -> None:
        """Restore otherwise: a picture again if need be, those that wait, and those that come.

        Args:
            choices: For all of these.
            entry: The picture; None for the one that is looked at.
        """
        self._choices = choices
        chosen = entry or self._shown
        is_other = chosen is not None and chosen.choices != choices
        for other in self._entries:
            if other is chosen or other.state is State.WAITING:
                other.choices = choices
        self.chosen.emit(choices)
        if chosen is not None and is_other:
            self.start(chosen)

    def _start(self, entry: Entry) -> None:
        earlier, known = entry.job, entry.opened
        entry.job = self._jobs.job(entry, known)
        entry.begin()
        self.changed.emit(entry)
        scale = earlier.choices.scale if known is None else known.scale
        is_same_scale = scale == entry.job.choices.scale
        entry.adjustments = carried_over(entry.adjustments, is_same_scale=is_same_scale)
        self._restoration.start(entry.job, known if is_same_scale else None)

    def _advance(self) -> None:
        if self._restoration.is_busy or self.is_paused:
            return
        for entry in self._entries:
            if entry.state is State.WAITING:
                self._start(entry)
                return

    def entry_of(self, job: Job) -> Entry | None:
        """Find the entry whose present run is ``job``; None if another run or nothing took its place."""
        return next((entry for entry in self._entries if entry.job is job), None)

    def _show(self, entry: Entry) -> None:
        self._wanted = None
        self._shown = entry
        self._seen = [seen for seen in self._seen if seen is not entry] + [entry]
        self.shown.emit(entry)

    def _release(self) -> None:
        """Let go of pixels until the rest fits."""
        spared = (self._shown, self._wanted)
        for entry in to_release(self._entries, self._seen, spared, self._kept_bytes):
            entry.release()
            entry.job = self._jobs.job(entry)  # the old one holds pixels
            self.changed.emit(entry)

    @Slot(object, object)
    def _on_previewed(self, job: Job, small: Preview) -> None:
        for entry in self._entries:
            if entry.number == job.entry and entry.thumbnail is None:
                entry.preview(small)
                self.changed.emit(entry)

    @Slot(object, object)
    def _on_opened(self, job: Job, opened: Opened) -> None:
        entry = self.entry_of(job)
        if entry is None:
            return
        entry.open(opened)
        if entry.state is State.OPENING:
            is_held = self._restoration.exploration.is_adapting
            entry.state = State.HELD if is_held else State.LOADING
        self.changed.emit(entry)
        if entry is self._wanted or self._shown is None:
            self._show(entry)
        elif entry is self._shown:
            self.opened.emit(entry)
        self._release()

    @Slot(object, object)
    def _on_started(self, job: Job, engine: Engine) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.engine = engine
            entry.state = State.RUNNING
            self.changed.emit(entry)

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: PictureProgress) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.progress = progress
            self.progressed.emit(entry)

    @Slot(object, object)
    def _on_painted(self, job: Job, partial: Partial) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.partial = partial.view
            self.painted.emit(entry, partial)

    @Slot(object, object)
    def _on_succeeded(self, job: Job, result: Result) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.finish(result)
            self.changed.emit(entry)
            self.succeeded.emit(entry)
            if entry.is_adjusted:
                self.adjust(entry, entry.adjustments)
            self._release()
        self._advance()

    @Slot(object, object)
    def _on_adjusted(self, adjusting: Adjusting, made: tuple[Picture, Pyramid]) -> None:
        entry = self.entry_of(adjusting.job)
        if entry is not None and entry.result is not None:
            entry.adjust(adjusting.adjustments, *made)
            self.adjusted.emit(entry)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: JobError) -> None:
        if (entry := self.entry_of(job)) is not None:
            self._fail(entry, error)
        self._advance()

    def _fail(self, entry: Entry, error: JobError) -> None:
        entry.progress = entry.partial = None
        if entry.kept is not None and is_file(entry.kept.path):
            # Its source is gone, but its result is there and can be exported.
            self.changed.emit(entry)
        elif entry.opened is None and error.remedy is Remedy.NONE:
            # Not a picture: the program stays as it was.
            self._entries.remove(entry)
            self.removed.emit(entry)
            if self._shown is None and not self._entries:
                self.shown.emit(None)
        else:
            entry.error, entry.kept, entry.state = error, None, State.FAILED
            self.changed.emit(entry)
        self.failed.emit(entry, error)

    @Slot(object)
    def _on_cancelled(self, job: Job) -> None:
        if (entry := self.entry_of(job)) is not None:
            entry.cancel()
            self.changed.emit(entry)
        self._advance()

"""A picture in the queue: its state, its pictures and its result."""

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto

from desktop_app.analysis.flat_colours import Drift
from desktop_app.domain.adjustments import Adjustments, at_scale, without_snaps
from desktop_app.domain.history import History
from desktop_app.domain.jobs import (
    CachedResult,
    Choices,
    Job,
    JobError,
    OpenedPicture,
    Pixels,
    Preview,
    Result,
    Source,
)
from desktop_app.domain.verification import Verification
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import EngineInfo, RunFacts, RunOutcome
from desktop_app.imaging.writing import ExportOptions


class EntryState(Enum):
    """The state of a picture in the queue."""

    WAITING = auto()
    OPENING = auto()
    LOADING = auto()  # the network is being loaded; the enlarged picture is on screen
    HELD = auto()  # like LOADING, but waiting until fine-tuning is finished
    RUNNING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()
    EVICTED = auto()  # was done; its pixels were dropped to free memory and can be brought back


class WorkflowStep(IntEnum):
    """A step of the workflow, in order; each has a picture to show."""

    INPUT = 0
    ENLARGE = 1
    NETWORK = 2
    OUTPUT = 3


RESTARTABLE = frozenset(
    {EntryState.DONE, EntryState.CANCELLED, EntryState.FAILED, EntryState.EVICTED}
)
STOPPABLE = frozenset({EntryState.OPENING, EntryState.LOADING, EntryState.HELD, EntryState.RUNNING})


@dataclass(frozen=True, eq=False)
class PinnedResult:
    """A result kept for comparison with a later result of the same picture.

    Args:
        pyramid: Pyramid of the result.
        label: The model and strength that made it, such as "MIMO-UNet, 60 %".
    """

    pyramid: Pyramid
    label: str


@dataclass(eq=False)
class Entry:
    """One picture of the queue and what is known of it so far; only ``Session`` changes it."""

    number: int
    source: Source
    job: Job
    state: EntryState = EntryState.WAITING
    thumbnail: Pixels | None = None
    opened: OpenedPicture | None = None
    engine: EngineInfo | None = None
    progress: PictureProgress | None = None
    partial: Pyramid | None = None  # the enlarged picture with the tiles restored so far
    result: Result | None = None  # as shown and exported
    restored: Picture | None = None  # the network's output, before any adjustment
    applied: Adjustments = field(default_factory=Adjustments)  # these turn restored into result
    adjustments: History[Adjustments] = field(default_factory=lambda: History(Adjustments()))
    pinned: PinnedResult | None = None
    verification: Verification | None = None  # of the result as shown
    drifts: tuple[Drift, ...] | None = None  # of the fills, in ``restored``
    cached: CachedResult | None = None  # the result on disk
    exported: Adjustments | None = None  # those of the last export, copy or drag
    error: JobError | None = None
    size: tuple[int, int] | None = None  # of the input: height, width
    has_alpha: bool = False  # of the input; known once ``size`` is
    print_width: float | None = None  # of the result, in millimetres; None keeps the input's
    choices: Choices = field(init=False)  # how it was, or (while it waits) will be restored

    def __post_init__(self) -> None:
        """Copy the choices of the first job."""
        self.choices = self.job.choices

    def set_choices(self, choices: Choices) -> None:
        """Set how it will be restored; its adjustments are brought to the new scale."""
        self.adjustments = at_scale(self.adjustments, choices.scale / self.choices.scale)
        self.choices = choices

    def preview(self, small: Preview) -> None:
        """Store the thumbnail and the size of the input."""
        self.thumbnail = small.thumbnail
        self.size, self.has_alpha = (small.height, small.width), small.has_alpha

    def set_opened(self, opened: OpenedPicture) -> None:
        """Store the picture that was read, and what it says about the input."""
        self.opened, self.thumbnail = opened, opened.thumbnail
        self.size = (opened.picture.height, opened.picture.width)
        self.has_alpha = opened.picture.alpha is not None

    def reset_for_run(self) -> None:
        """Drop everything from an earlier run, because the picture is restored again."""
        self.state = EntryState.OPENING
        self.error = self.result = self.progress = self.partial = self.engine = None
        self.cached = self.exported = self.restored = self.verification = self.drifts = None
        self.adjustments = without_snaps(self.adjustments)

    def wait(self) -> None:
        """Go back to waiting in the queue; a stopped run starts from the beginning."""
        self.state, self.progress, self.partial = EntryState.WAITING, None, None

    def finish(self, result: Result) -> None:
        """Store the network's result."""
        self.result, self.restored, self.engine = result, result.picture, result.run.engine
        self.applied = Adjustments()
        self.state, self.partial = EntryState.DONE, None

    def cancel(self) -> None:
        """Record that the run was stopped."""
        self.state, self.progress, self.partial = EntryState.CANCELLED, None, None

    def pin(self, label: str) -> None:
        """Keep the current result for comparison with later ones; do nothing if there is no result.

        Args:
            label: The model and strength that made it.
        """
        if self.result is not None:
            self.pinned = PinnedResult(self.result.pyramid, label)

    def note_verification(self, verified: Picture, verification: Verification) -> bool:
        """Store a verification from the current run.

        Args:
            verified: The result that was verified. If the result has been adjusted since, only the drifts of
                the fills are stored.
            verification: What was found.

        Returns:
            Whether the result is still the one that was verified.
        """
        self.drifts = verification.drifts
        is_current = self.result is not None and self.result.picture is verified
        if is_current:
            self.verification = verification
        return is_current

    def adjust(self, applied: Adjustments, picture: Picture, view: Pyramid) -> None:
        """Replace the result with an adjusted one, which has not been verified yet.

        Args:
            applied: The adjustments that were applied to the network's output.
            picture: The adjusted result.
            view: Pyramid of the adjusted result.
        """
        if self.result is not None:
            self.result = replace(self.result, picture=picture, pyramid=view)
            self.applied, self.verification = applied, None

    def recover(self, recovered: "RecoveredEntry") -> None:
        """Restore the state that was saved before the program was killed."""
        self.state, self.cached, self.print_width = (
            recovered.state,
            recovered.cached,
            recovered.print_width,
        )
        self.adjustments = History(recovered.adjustments)
        self.exported = recovered.adjustments if recovered.is_exported else None

    def evict(self) -> None:
        """Drop all pixels except the thumbnail."""
        self.opened = self.result = self.restored = self.verification = None
        if self.state is EntryState.DONE:
            self.state = EntryState.EVICTED

    @property
    def output(self) -> Picture | None:
        """The picture to show and copy: the result, or the enlarged picture while there is none."""
        if self.result is not None:
            return self.result.picture
        return self.opened.enlarged if self.opened else None

    @property
    def run(self) -> RunFacts | None:
        """The run that made the result, in memory or on disk; None if there is no result."""
        made = self.result or self.cached
        return made.run if made is not None else None

    @property
    def is_refused(self) -> bool:
        """Whether the network's output was rejected for the whole picture."""
        return self.run is not None and self.run.outcome is RunOutcome.NOT_RESTORED

    def export_options(self, options: ExportOptions) -> ExportOptions:
        """Return the common export options with the print width of this picture."""
        return replace(options, print_width=self.print_width)

    @property
    def is_adjusted(self) -> bool:
        """Whether the user has adjusted the network's output."""
        return self.adjustments.present != Adjustments()

    @property
    def is_exported(self) -> bool:
        """Whether the result was exported, copied or dragged out with its current adjustments."""
        return self.exported == self.adjustments.present

    def network_pixels(self, choices: Choices) -> float:
        """Return how many pixels the network must compute for these choices; 0 while the size is unknown."""
        height, width = self.size or (0, 0)
        passes = {4: 1 + 1 / 4}.get(choices.scale, 1)  # the first of two passes has half the side
        runs = 2 if choices.self_ensemble else 1
        parts = 2 if self.has_alpha else 1  # colour and alpha
        return height * width * choices.scale**2 * passes * runs * parts

    @property
    def pixel_bytes(self) -> int:
        """Approximate bytes of all its pictures, without their pyramids (a third more)."""
        opened, result = self.opened, self.result
        pictures = [opened.picture, opened.enlarged] if opened else []
        pictures += [result.picture] if result else []
        pictures += [self.restored] if self.is_adjusted and self.restored else []
        return sum(picture.height * picture.width * 4 for picture in pictures)


@dataclass(frozen=True)
class RecoveredEntry:
    """A picture of the queue as saved before the program was killed.

    Args:
        source: Where the picture comes from.
        state: WAITING, CANCELLED, or EVICTED with a ``cached`` result.
        cached: The result on disk.
        adjustments: The user's adjustments of the result.
        choices: How it was, or was going to be, restored.
        print_width: Of the result, in millimetres; None keeps the input's.
        is_exported: Whether the result was exported, copied or dragged out.
    """

    source: Source
    state: EntryState
    cached: CachedResult | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    choices: Choices = field(default_factory=Choices)
    print_width: float | None = None
    is_exported: bool = False

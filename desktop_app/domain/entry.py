"""A picture of the queue: where it stands, and what is known of it so far."""

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto

from desktop_app.analysis.flat_colours import Drift
from desktop_app.domain.adjustments import Adjustments
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
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.imaging.tile_progress import PictureProgress
from desktop_app.imaging.writing import ExportOptions


class EntryState(Enum):
    """Where a picture stands."""

    WAITING = auto()
    OPENING = auto()
    LOADING = auto()  # of the network; the enlarged picture is on screen
    HELD = auto()  # until the network has been fine-tuned; otherwise as LOADING
    RUNNING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()
    EVICTED = auto()  # was done, and gave its memory to others; can be done again


class WorkflowStep(IntEnum):
    """A step of the workflow, in its order; each has a picture to look at."""

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
    """A result that is put aside, to be compared with a later one of the same picture.

    Args:
        pyramid: Its pyramid.
        label: What it was made with: "MIMO-UNet, 60 %".
    """

    pyramid: Pyramid
    label: str


@dataclass(eq=False)
class Entry:
    """One picture of the queue and what is known of it so far. Changed by :class:`Session` only."""

    number: int
    source: Source
    job: Job
    state: EntryState = EntryState.WAITING
    thumbnail: Pixels | None = None
    opened: OpenedPicture | None = None
    engine: EngineInfo | None = None
    progress: PictureProgress | None = None
    partial: Pyramid | None = None  # the enlarged picture with the tiles restored so far
    result: Result | None = None  # as it is shown and exported
    restored: Picture | None = None  # what the network made, before any adjustment
    applied: Adjustments = field(default_factory=Adjustments)  # to ``restored``: that is the result
    adjustments: History[Adjustments] = field(default_factory=lambda: History(Adjustments()))
    pinned: PinnedResult | None = None
    verification: Verification | None = None  # on the result as it is shown
    drifts: tuple[Drift, ...] | None = None  # of the fills, in ``restored``
    cached: CachedResult | None = None  # the result on disk
    exported: Adjustments | None = (
        None  # of the result as it was exported, copied or dragged out last
    )
    error: JobError | None = None
    size: tuple[int, int] | None = None  # of the input: height, width
    has_alpha: bool = False  # the input; known when its size is
    print_width: float | None = None  # of the result, in millimetres; None is that of the input
    choices: Choices = field(init=False)  # how it was, or while it waits will be restored

    def __post_init__(self) -> None:
        """Take over the choices of its first job."""
        self.choices = self.job.choices

    def preview(self, small: Preview) -> None:
        """Take over what a thumbnail tells of the input."""
        self.thumbnail = small.thumbnail
        self.size, self.has_alpha = (small.height, small.width), small.has_alpha

    def set_opened(self, opened: OpenedPicture) -> None:
        """Take over what is known of the input once it was read."""
        self.opened, self.thumbnail = opened, opened.thumbnail
        self.size = (opened.picture.height, opened.picture.width)
        self.has_alpha = opened.picture.alpha is not None

    def reset_for_run(self) -> None:
        """Forget all that an earlier run made: it is restored anew."""
        self.state = EntryState.OPENING
        self.error = self.result = self.progress = self.partial = self.engine = None
        self.cached = self.exported = self.restored = self.verification = self.drifts = None

    def wait(self) -> None:
        """Go back to the queue; a run that was stopped begins anew."""
        self.state, self.progress, self.partial = EntryState.WAITING, None, None

    def finish(self, result: Result) -> None:
        """Take over what the network made."""
        self.result, self.restored, self.engine = result, result.picture, result.run.engine
        self.applied = Adjustments()
        self.state, self.partial = EntryState.DONE, None

    def cancel(self) -> None:
        """Note that its run was stopped."""
        self.state, self.progress, self.partial = EntryState.CANCELLED, None, None

    def pin(self, label: str) -> None:
        """Put the result aside, to be compared with later ones; nothing happens without one.

        Args:
            label: What it was made with.
        """
        if self.result is not None:
            self.pinned = PinnedResult(self.result.pyramid, label)

    def note_verification(self, judged: Picture, verification: Verification) -> bool:
        """Take over a judgement of the present run.

        Args:
            judged: The result as it was then; of a later one only the colours of the fills are known.
            verification: What was found.

        Returns:
            Whether the result is still the one that was judged.
        """
        self.drifts = verification.drifts
        is_present = self.result is not None and self.result.picture is judged
        if is_present:
            self.verification = verification
        return is_present

    def adjust(self, applied: Adjustments, picture: Picture, view: Pyramid) -> None:
        """Take over an adjusted result, which is not judged yet, in place of the one it has.

        Args:
            applied: To what the network made.
            picture: What came of it.
            view: Its pyramid.
        """
        if self.result is not None:
            self.result = replace(self.result, picture=picture, pyramid=view)
            self.applied, self.verification = applied, None

    def recover(self, recovered: "RecoveredEntry") -> None:
        """Take over what is known from a program that was killed."""
        self.state, self.cached, self.print_width = (
            recovered.state,
            recovered.cached,
            recovered.print_width,
        )
        self.adjustments = History(recovered.adjustments)
        self.exported = recovered.adjustments if recovered.is_exported else None

    def evict(self) -> None:
        """Let go of all pixels but the thumbnail."""
        self.opened = self.result = self.restored = self.verification = None
        if self.state is EntryState.DONE:
            self.state = EntryState.EVICTED

    @property
    def output(self) -> Picture | None:
        """What goes out: the result, or while there is none, the enlarged picture."""
        if self.result is not None:
            return self.result.picture
        return self.opened.enlarged if self.opened else None

    def export_options(self, options: ExportOptions) -> ExportOptions:
        """The options of all pictures, with the print width of this one."""
        return replace(options, print_width=self.print_width)

    @property
    def is_adjusted(self) -> bool:
        """Whether its result is not what the network made."""
        return self.adjustments.present != Adjustments()

    @property
    def is_exported(self) -> bool:
        """Whether its result was exported, copied or dragged out as it is now."""
        return self.exported == self.adjustments.present

    def network_pixels(self, choices: Choices) -> float:
        """Pixels that the network computes to restore it in this way; 0 while its size is not known."""
        height, width = self.size or (0, 0)
        passes = {4: 1 + 1 / 4}.get(choices.scale, 1)  # the first of two ends at half the side
        runs = 2 if choices.self_ensemble else 1
        parts = 2 if self.has_alpha else 1  # colour and alpha
        return height * width * choices.scale**2 * passes * runs * parts

    @property
    def pixel_bytes(self) -> int:
        """Bytes of all its pictures, roughly: their pyramids add a third."""
        opened, result = self.opened, self.result
        pictures = [opened.picture, opened.enlarged] if opened else []
        pictures += [result.picture] if result else []
        pictures += [self.restored] if self.is_adjusted and self.restored else []
        return sum(picture.height * picture.width * 4 for picture in pictures)


@dataclass(frozen=True)
class RecoveredEntry:
    """A picture of a queue whose program was killed.

    Args:
        source: Where it comes from.
        state: WAITING, CANCELLED, or RELEASED with a result that was ``cached``.
        cached: Its result on disk.
        adjustments: What the user had changed about it.
        choices: How it was or was to be restored.
        print_width: Of the result, in millimetres.
        is_exported: Whether the result was exported, copied or dragged out.
    """

    source: Source
    state: EntryState
    cached: CachedResult | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    choices: Choices = field(default_factory=Choices)
    print_width: float | None = None
    is_exported: bool = False

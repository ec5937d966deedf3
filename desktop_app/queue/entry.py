"""A picture of the queue: where it stands, and what is known of it so far."""

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.imaging.flat_colours import Drift
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.run_facts import Engine
from desktop_app.imaging.tile_progress import PictureProgress
from desktop_app.imaging.writing import ExportOptions
from desktop_app.jobs import Choices, Job, JobError, Kept, Opened, Pixels, Preview, Result, Source
from desktop_app.results.adjustments import Adjustments
from desktop_app.results.findings import Findings
from desktop_app.results.history import History


class State(Enum):
    """Where a picture stands."""

    WAITING = auto()
    OPENING = auto()
    LOADING = auto()  # of the network; the enlarged picture is on screen
    HELD = auto()  # until the network has been fine-tuned; otherwise as LOADING
    RUNNING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()
    RELEASED = auto()  # was done, and gave its memory to others; can be done again


class Step(IntEnum):
    """A step of the workflow, in its order; each has a picture to look at."""

    INPUT = 0
    ENLARGE = 1
    NETWORK = 2
    OUTPUT = 3


RESTARTABLE = frozenset({State.DONE, State.CANCELLED, State.FAILED, State.RELEASED})
STOPPABLE = frozenset({State.OPENING, State.LOADING, State.HELD, State.RUNNING})


@dataclass(frozen=True, eq=False)
class Pinned:
    """A result that is put aside, to be compared with a later one of the same picture.

    Args:
        view: Its pyramid.
        label: What it was made with: "MIMO-UNet, 60 %".
    """

    view: Pyramid
    label: str


@dataclass(eq=False)
class Entry:
    """One picture of the queue and what is known of it so far. Changed by :class:`Session` only."""

    number: int
    source: Source
    job: Job
    state: State = State.WAITING
    thumbnail: Pixels | None = None
    opened: Opened | None = None
    engine: Engine | None = None
    progress: PictureProgress | None = None
    partial: Pyramid | None = None  # the enlarged picture with the tiles restored so far
    result: Result | None = None  # as it is shown and exported
    restored: Picture | None = None  # what the network made, before any adjustment
    applied: Adjustments = field(default_factory=Adjustments)  # to ``restored``: that is the result
    adjustments: History[Adjustments] = field(default_factory=lambda: History(Adjustments()))
    pinned: Pinned | None = None
    findings: Findings | None = None  # on the result as it is shown
    drifts: tuple[Drift, ...] | None = None  # of the fills, in ``restored``
    kept: Kept | None = None  # the result on disk
    taken: Adjustments | None = None  # of the result as it was exported, copied or dragged out last
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

    def open(self, opened: Opened) -> None:
        """Take over what is known of the input once it was read."""
        self.opened, self.thumbnail = opened, opened.thumbnail
        self.size = (opened.picture.height, opened.picture.width)
        self.has_alpha = opened.picture.alpha is not None

    def begin(self) -> None:
        """Forget all that an earlier run made: it is restored anew."""
        self.state = State.OPENING
        self.error = self.result = self.progress = self.partial = self.engine = None
        self.kept = self.taken = self.restored = self.findings = self.drifts = None

    def wait(self) -> None:
        """Go back to the queue; a run that was stopped begins anew."""
        self.state, self.progress, self.partial = State.WAITING, None, None

    def finish(self, result: Result) -> None:
        """Take over what the network made."""
        self.result, self.restored, self.engine = result, result.picture, result.run.engine
        self.applied = Adjustments()
        self.state, self.partial = State.DONE, None

    def cancel(self) -> None:
        """Note that its run was stopped."""
        self.state, self.progress, self.partial = State.CANCELLED, None, None

    def pin(self, label: str) -> None:
        """Put the result aside, to be compared with later ones; nothing happens without one.

        Args:
            label: What it was made with.
        """
        if self.result is not None:
            self.pinned = Pinned(self.result.view, label)

    def note_findings(self, judged: Picture, findings: Findings) -> bool:
        """Take over a judgement of the present run.

        Args:
            judged: The result as it was then; of a later one only the colours of the fills are known.
            findings: What was found.

        Returns:
            Whether the result is still the one that was judged.
        """
        self.drifts = findings.drifts
        is_present = self.result is not None and self.result.picture is judged
        if is_present:
            self.findings = findings
        return is_present

    def adjust(self, applied: Adjustments, picture: Picture, view: Pyramid) -> None:
        """Take over an adjusted result, which is not judged yet, in place of the one it has.

        Args:
            applied: To what the network made.
            picture: What came of it.
            view: Its pyramid.
        """
        if self.result is not None:
            self.result = replace(self.result, picture=picture, view=view)
            self.applied, self.findings = applied, None

    def bring_back(self, left: "Left") -> None:
        """Take over what is known from a program that was killed."""
        self.state, self.kept, self.print_width = left.state, left.kept, left.print_width
        self.adjustments = History(left.adjustments)
        self.taken = left.adjustments if left.is_taken else None

    def release(self) -> None:
        """Let go of all pixels but the thumbnail."""
        self.opened = self.result = self.restored = self.findings = None
        if self.state is State.DONE:
            self.state = State.RELEASED

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
    def is_taken(self) -> bool:
        """Whether its result was exported, copied or dragged out as it is now."""
        return self.taken == self.adjustments.present

    def network_pixels(self, choices: Choices) -> float:
        """Pixels that the network computes to restore it in this way; 0 while its size is not known."""
        height, width = self.size or (0, 0)
        passes = {4: 1 + 1 / 4}.get(choices.scale, 1)  # the first of two ends at half the side
        runs = 2 if choices.is_steady else 1
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
class Left:
    """A picture of a queue whose program was killed.

    Args:
        source: Where it comes from.
        state: WAITING, CANCELLED, or RELEASED with a result that was ``kept``.
        kept: Its result on disk.
        adjustments: What the user had changed about it.
        choices: How it was or was to be restored.
        print_width: Of the result, in millimetres.
        is_taken: Whether the result was exported, copied or dragged out.
    """

    source: Source
    state: State
    kept: Kept | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    choices: Choices = field(default_factory=Choices)
    print_width: float | None = None
    is_taken: bool = False

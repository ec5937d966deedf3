"""Jobs, and the frozen results that worker threads send back to the window."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from desktop_app.analysis.advice import Advice
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import RunFacts
from desktop_app.imaging.state_file import StateError, convert_state
from models.registry import AUTOMATIC
from models.scales import SCALES
from models.tiling import Box

Pixels = npt.NDArray[np.uint8]

_STEADY = "is_steady"  # the key of ``self_ensemble`` in files
_CANCEL_CHECK = 0.05  # seconds between two checks whether a paused job was cancelled


class Remedy(Enum):
    """What the window can offer after a failure."""

    NONE = auto()
    RETRY = auto()
    USE_CPU = auto()
    USE_DEFAULT_MODEL = auto()
    USE_SMALLER_SCALE = auto()


class JobError(Exception):
    """A failure, described in one sentence for the user.

    Args:
        sentence: What happened and why.
        remedy: What to offer the user.
    """

    def __init__(self, sentence: str, remedy: Remedy = Remedy.NONE) -> None:
        super().__init__(sentence)
        self.remedy = remedy


@dataclass(frozen=True)
class Choices:
    """How a picture is to be restored.

    Args:
        scale: 1, 2 or 4.
        model: ``"auto"``, a name of ``models.registry`` or the path of a user's own checkpoint.
        device: ``"auto"``, ``"cpu"``, ``"cuda:0"``...
        self_ensemble: Average the outputs for the picture and for its negative, in twice the time.
    """

    scale: int = 2
    model: str = AUTOMATIC
    device: str = AUTOMATIC
    self_ensemble: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return the choices in the form in which the queue is saved."""
        facts = asdict(self)
        return {_STEADY if name == "self_ensemble" else name: facts[name] for name in facts}

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_json` returned; what is missing has its default.

        Raises:
            StateError: A name is unknown, a value has the wrong type, or there is no such scale.
        """
        saved = convert_state(facts, _SavedChoices)
        if saved.scale not in SCALES:
            raise StateError(f"no such scale: {saved.scale}")
        return cls(saved.scale, saved.model, saved.device, saved.self_ensemble)


class _SavedChoices(msgspec.Struct, forbid_unknown_fields=True):
    scale: int = Choices.scale
    model: str = Choices.model
    device: str = Choices.device
    self_ensemble: bool = msgspec.field(name=_STEADY, default=Choices.self_ensemble)


@dataclass(frozen=True, eq=False)
class Source:
    """Where a picture comes from: a file, or bytes or an image from the clipboard.

    Args:
        name: Shown in the queue; its stem is used for the suggested output name.
        content: A path, an encoded file, or an image from the clipboard.
    """

    name: str
    content: Path | bytes | QImage

    @property
    def path(self) -> Path | None:
        """The file; None for a pasted picture."""
        return self.content if isinstance(self.content, Path) else None


class VisibleBox:
    """The visible part of the output; the window sets it, the worker reads it. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._box: Box | None = None

    def set(self, box: Box | None) -> None:
        """Set the visible part, in output pixels; None if it is unknown."""
        with self._lock:
            self._box = box

    def get(self) -> Box | None:
        """Return the visible part, in output pixels; None if it is unknown."""
        with self._lock:
            return self._box


class Pause:
    """A switch that pauses all work; the window sets it, the workers wait for it. Thread-safe."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()

    @property
    def is_set(self) -> bool:
        """Whether work is paused."""
        return not self._running.is_set()

    def set(self, *, is_paused: bool) -> None:
        """Pause or resume work."""
        if is_paused:
            self._running.clear()
        else:
            self._running.set()

    def wait(self, cancel: threading.Event) -> None:
        """Block until work is resumed or ``cancel`` is set."""
        while not self._running.wait(_CANCEL_CHECK) and not cancel.is_set():
            pass


@dataclass(frozen=True, eq=False)
class Job:
    """One run of one picture; restoring it again is another job.

    Args:
        number: Unique in this process.
        entry: Number of the queue entry it belongs to.
        source: What to read.
        choices: How to restore it.
        picture: The input, if it has been read already; ``source`` is then not read again.
        cancel: Set to stop the job; it stops within one tile.
        visible: The part the user is looking at, which is restored first.
        pause: Makes the worker wait between two tiles; shared by all jobs.
    """

    number: int
    entry: int
    source: Source
    choices: Choices
    picture: Picture | None = None
    cancel: threading.Event = field(default_factory=threading.Event)
    visible: VisibleBox = field(default_factory=VisibleBox)
    pause: Pause = field(default_factory=Pause)

    def is_cancelled(self) -> bool:
        """Return whether to stop; blocks while work is paused. Workers call it between two tiles."""
        self.pause.wait(self.cancel)
        return self.cancel.is_set()


@dataclass(frozen=True, eq=False)
class Preview:
    """The thumbnail of a waiting picture.

    Args:
        thumbnail: uint8 (h, w, 4), at most ``desktop_app.imaging.display.THUMBNAIL`` pixels a side.
        height: Of the input, in pixels.
        width: Of the input, in pixels.
        has_alpha: Whether the input has an alpha channel.
    """

    thumbnail: Pixels
    height: int
    width: int
    has_alpha: bool


@dataclass(frozen=True, eq=False)
class OpenedPicture:
    """A picture that has been read and enlarged, ready to be shown.

    Args:
        picture: The input.
        enlarged: ``picture`` at the job's scale.
        input_pyramid: Pyramid of the input.
        enlarged_pyramid: Pyramid of the enlarged picture.
        thumbnail: uint8 (h, w, 4), at most ``desktop_app.imaging.display.THUMBNAIL`` pixels a side.
        profile: Name of the colour profile; empty if the file has none.
        enlarge_seconds: Time to enlarge.
        advice: What the input has suffered, and the recommended scale.
    """

    picture: Picture
    enlarged: Picture
    input_pyramid: Pyramid
    enlarged_pyramid: Pyramid
    thumbnail: Pixels
    profile: str
    enlarge_seconds: float
    advice: Advice

    @property
    def scale(self) -> int:
        """How many times as wide as the input ``enlarged`` is."""
        return self.enlarged.width // self.picture.width


@dataclass(frozen=True, eq=False)
class PartialResult:
    """The enlarged picture with the tiles restored so far.

    Args:
        pyramid: Pyramid of that picture.
        changed: Where it differs from the previous one, in output pixels.
    """

    pyramid: Pyramid
    changed: tuple[Box, ...]


@dataclass(frozen=True, eq=False)
class Result:
    """A restored picture.

    Args:
        picture: The restored picture, as adjusted.
        pyramid: Pyramid of ``picture``.
        run: The network and device that restored it, timings and fallbacks.
    """

    picture: Picture
    pyramid: Pyramid
    run: RunFacts


@dataclass(frozen=True)
class CachedResult:
    """A result on disk, which can be loaded without restoring the picture again.

    Args:
        path: A PNG that this program wrote.
        choices: How it was restored.
        run: The network and device that restored it, timings and fallbacks.
    """

    path: Path
    choices: Choices
    run: RunFacts

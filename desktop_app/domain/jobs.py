"""What the window and its worker threads say to each other: frozen, complete, never changed once sent."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from desktop_app.analysis.advice import Advice
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.run_facts import RunFacts
from models.registry import AUTOMATIC
from models.tiling import Box

Pixels = npt.NDArray[np.uint8]

_STEADY = "is_steady"  # the name of ``self_ensemble`` in files
_CANCEL_CHECK = 0.05  # seconds between two looks whether a paused job was cancelled


class Remedy(Enum):
    """What the window offers to do about a failure."""

    NONE = auto()
    RETRY = auto()
    USE_CPU = auto()
    USE_DEFAULT_MODEL = auto()
    USE_SMALLER_SCALE = auto()


class JobError(Exception):
    """A failure told as one sentence for the user.

    Args:
        sentence: What happened and why.
        remedy: What would help.
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
        self_ensemble: Average the answers to the picture and to its negative, at twice the price.
    """

    scale: int = 2
    model: str = AUTOMATIC
    device: str = AUTOMATIC
    self_ensemble: bool = True

    def to_json(self) -> dict[str, Any]:
        """The settings as files of the queue hold them."""
        facts = asdict(self)
        return {_STEADY if name == "self_ensemble" else name: facts[name] for name in facts}

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_json` wrote.

        Raises:
            TypeError: A name is unknown.
        """
        return cls(**{"self_ensemble" if name == _STEADY else name: facts[name] for name in facts})


@dataclass(frozen=True, eq=False)
class Source:
    """Where a picture comes from: a file, or the clipboard's bytes or image.

    Args:
        name: Shown in the queue, and the stem of the proposed output name.
        content: A path, an encoded file, or an image that another program put on the clipboard.
    """

    name: str
    content: Path | bytes | QImage

    @property
    def path(self) -> Path | None:
        """The file, or None for what was pasted."""
        return self.content if isinstance(self.content, Path) else None


class VisibleBox:
    """The part of the output the user is looking at; the window writes it, the worker reads it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._box: Box | None = None

    def set(self, box: Box | None) -> None:
        """Remember the visible part, in output pixels; None if nothing is known."""
        with self._lock:
            self._box = box

    def get(self) -> Box | None:
        """The visible part last set."""
        with self._lock:
            return self._box


class Pause:
    """A wish of the user's that all work waits; the window sets it, the workers obey it."""

    def __init__(self) -> None:
        self._going = threading.Event()
        self._going.set()

    @property
    def is_set(self) -> bool:
        """Whether the work waits."""
        return not self._going.is_set()

    def set(self, *, is_paused: bool) -> None:
        """Let the work wait, or go on."""
        if is_paused:
            self._going.clear()
        else:
            self._going.set()

    def wait(self, cancel: threading.Event) -> None:
        """Wait until the work goes on or ``cancel`` is set."""
        while not self._going.wait(_CANCEL_CHECK) and not cancel.is_set():
            pass


@dataclass(frozen=True, eq=False)
class Job:
    """One run of one picture through the program.

    Args:
        number: Unique in this process; a later run of the same picture has another one.
        entry: The queue entry it belongs to.
        source: What to read.
        choices: How to restore it.
        picture: The input if it was read before; then ``source`` is not read again.
        cancel: Set once to stop it; obeyed within one tile.
        visible: What the user looks at, restored first.
        pause: Holds the work between two tiles while it is set; shared by all jobs.
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
        """Whether to stop. Waits while the work is paused: for the worker, between two tiles."""
        self.pause.wait(self.cancel)
        return self.cancel.is_set()


@dataclass(frozen=True, eq=False)
class Preview:
    """A waiting picture, small.

    Args:
        thumbnail: Shape (h, w, 4), at most :data:`THUMBNAIL` pixels a side.
        height: Of the input, in pixels.
        width: Of the input, in pixels.
        has_alpha: Whether the input is transparent anywhere.
    """

    thumbnail: Pixels
    height: int
    width: int
    has_alpha: bool


@dataclass(frozen=True, eq=False)
class OpenedPicture:
    """A picture read and enlarged, ready to be looked at.

    Args:
        picture: The input.
        enlarged: ``picture`` at the job's scale.
        input_pyramid: Pyramid of the input.
        enlarged_pyramid: Pyramid of the enlarged picture.
        thumbnail: Shape (h, w, 4), at most :data:`THUMBNAIL` pixels a side.
        profile: Name of the colour profile; empty if the file has none.
        enlarge_seconds: Time to enlarge.
        advice: What can be done for the input.
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
        """How many times as wide as the input ``enlarged`` is; 1 where it is the input."""
        return self.enlarged.width // self.picture.width


@dataclass(frozen=True, eq=False)
class PartialResult:
    """The enlarged picture with the tiles restored so far.

    Args:
        pyramid: Its pyramid.
        changed: Where it differs from the last one, in output pixels.
    """

    pyramid: Pyramid
    changed: tuple[Box, ...]


@dataclass(frozen=True, eq=False)
class Result:
    """A restored picture.

    Args:
        picture: The restored picture.
        pyramid: Its pyramid.
        run: What restored it, and how that went.
    """

    picture: Picture
    pyramid: Pyramid
    run: RunFacts


@dataclass(frozen=True)
class CachedResult:
    """A result on disk, which can be brought back without restoring the picture again.

    Args:
        path: A PNG that this program wrote.
        choices: How it was restored.
        run: What restored it, and how that went.
    """

    path: Path
    choices: Choices
    run: RunFacts

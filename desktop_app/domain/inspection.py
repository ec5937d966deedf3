"""What can be asked about the network at work on a picture, and the answers: frozen, complete."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

import numpy as np
import numpy.typing as npt

from desktop_app.domain.jobs import Choices, Job, OpenedPicture
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.run_facts import EngineInfo
from models.tiling import Box

Values = npt.NDArray[np.float32]

MAX_INSPECTED_SIDE = 512
"""Pixels a side of the largest part of a picture that is looked into; what is larger would take seconds."""

_GRID = 8  # the network samples every eighth pixel at most: a part begins where a tile may


class QueryKind(Enum):
    """What is looked for."""

    INSPECTION = auto()
    FEATURES = auto()
    REGIONS = auto()


@dataclass(frozen=True, eq=False)
class InspectionQuery:
    """A wish to see what the network does with a picture; the network reads it enlarged.

    At 4× the network works twice; what is looked into is its first pass.

    Args:
        kind: Which answer is wanted.
        job: Whose picture it is, and how it is restored.
        opened: The picture.
        centre: Of the part to look into where the whole is too large, as shares of height and width.
        stage: Whose features are wanted, one of ``models.inspection.feature_upsampling.STAGES``; for a sight
            only.
        cancel: Set once to stop it.
    """

    kind: QueryKind
    job: Job
    opened: OpenedPicture
    centre: tuple[float, float] = (0.5, 0.5)
    stage: str = ""
    cancel: threading.Event = field(default_factory=threading.Event)

    @property
    def scale(self) -> int:
        """How many times the picture is enlarged before the network reads it first: 1 or 2."""
        return min(self.job.choices.scale, 2)

    @property
    def box(self) -> Box:
        """The part that is looked into, in pixels of what the network reads."""
        picture = self.opened.picture
        sides = (picture.height * self.scale, picture.width * self.scale)
        top, left = (
            max(0, min(round(share * side) - MAX_INSPECTED_SIDE // 2, side - MAX_INSPECTED_SIDE))
            // _GRID
            * _GRID
            for share, side in zip(self.centre, sides, strict=True)
        )
        return Box(
            top,
            left,
            min(MAX_INSPECTED_SIDE, sides[0] - top),
            min(MAX_INSPECTED_SIDE, sides[1] - left),
        )


@dataclass(frozen=True, eq=False)
class Inspection:
    """One run of the network, taken apart. Of each three, the first is the quarter scale, the last the full.

    Of a transparent picture two runs, as it is restored: the fourth channel is its transparency.

    Args:
        query: What was asked.
        engine: The network that ran.
        inputs: The pictures that enter, uint8 (h, w, 3), or straight (h, w, 4).
        outputs: The pictures that leave, of the same shapes.
        residuals: What the network adds to each input, float32 of the same shapes, in levels of 255, signed.
        seconds: Time by part of the network, in the order of its work.
        operations: Multiply-adds for the whole picture, of one answer.
        parameters: Weights of the network.
        num_blocks: Residual blocks a stage.
        unshuffle: Factor of the space-to-depth at each scale; 1 in the form of the paper.
        features: By each of ``models.inside.feature_maps.LAYER_NAMES``: what it says, as colours on its own
            grid.
    """

    query: InspectionQuery
    engine: EngineInfo
    inputs: tuple[Pixels, Pixels, Pixels]
    outputs: tuple[Pixels, Pixels, Pixels]
    residuals: tuple[Values, Values, Values]
    seconds: Mapping[str, float]
    operations: int
    parameters: int
    num_blocks: int
    unshuffle: int
    features: Mapping[str, Pixels] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class StageFeatures:
    """The features of a stage as colours: places of like colour are alike to the network.

    Args:
        query: What was asked, with the stage.
        colours: At full resolution, uint8 (h, w, 3).
        coarse: The same on the stage's own grid, uint8 (h, w, 3).
        cosine: Mean cosine between the stage's own features and the fine ones averaged back down.
        seconds: Time that it took.
        is_alpha: Whether it is of a picture's transparency, where most of its edges are, not of its colours.
    """

    query: InspectionQuery
    colours: Pixels
    coarse: Pixels
    cosine: float
    seconds: float
    is_alpha: bool = False


@dataclass(frozen=True, eq=False)
class Regions:
    """Where sharpening changes a picture, by a coarse pass.

    Args:
        query: What was asked; its part does not count here, the whole picture is searched.
        boxes: In pixels of what the network reads, the most important first.
        share: Of the area, 0 to 1.
        seconds: Time of the coarse pass.
    """

    query: InspectionQuery
    boxes: tuple[Box, ...]
    share: float
    seconds: float


@dataclass(frozen=True, eq=False)
class FineTuneRequest:
    """A wish to fine-tune the network on pictures, without labels.

    Args:
        pictures: Inputs, as they were read.
        choices: Of the network, and how much pictures are enlarged.
        cancel: Set once to stop it; the network stays as it was.
    """

    pictures: tuple[Picture, ...]
    choices: Choices
    cancel: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class FineTuneProgress:
    """A step of fine-tuning is done: ``done`` of ``total``."""

    done: int
    total: int


@dataclass(frozen=True)
class FineTuneResult:
    """What became of fine-tuning.

    Args:
        before: The consistency score of the network as it was, root mean square in levels of 255; lower is
            better. NaN where there was nothing to learn.
        after: That of the fine-tuned one.
        is_kept: Whether the fine-tuned network is used from now on; if not, it was thrown away.
        steps: How many were made.
        seconds: Time that they took.
        engine: The network now in use.
    """

    before: float
    after: float
    is_kept: bool
    steps: int
    seconds: float
    engine: EngineInfo


QueryResult = Inspection | StageFeatures | Regions
"""Of a look, by its kind."""

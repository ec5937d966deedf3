"""Requests to inspect or fine-tune the network, and their results; all frozen."""

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
"""Longest side, in pixels, of the part of a picture that is inspected; a larger part would take seconds."""

_GRID = 8  # parts begin at multiples of 8, like tiles: the network's coarsest grid


class QueryKind(Enum):
    """The kind of an inspection query."""

    INSPECTION = auto()
    FEATURES = auto()
    REGIONS = auto()


@dataclass(frozen=True, eq=False)
class InspectionQuery:
    """A request to inspect what the network does with an enlarged picture.

    At 4× the network runs twice; the first pass is inspected.

    Args:
        kind: Which result is wanted.
        job: The job of the picture; says how it is restored.
        opened: The picture.
        centre: Centre of the part to inspect if the whole is too large: (y, x) as fractions of height and
            width, 0 to 1.
        stage: Stage whose features are wanted, one of ``models.inspection.feature_upsampling.STAGES``; for
            ``QueryKind.FEATURES`` only.
        cancel: Set to stop the query.
    """

    kind: QueryKind
    job: Job
    opened: OpenedPicture
    centre: tuple[float, float] = (0.5, 0.5)
    stage: str = ""
    cancel: threading.Event = field(default_factory=threading.Event)

    @property
    def scale(self) -> int:
        """How many times the picture is enlarged for the network's first pass: 1 or 2."""
        return min(self.job.choices.scale, 2)

    @property
    def box(self) -> Box:
        """The part to inspect, in pixels of the enlarged picture that the network reads."""
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
    """The inputs, outputs and residuals of one run of the network at its three scales (quarter, half, full).

    For a transparent picture the network runs twice, on colours and on alpha; alpha is the fourth channel.

    Args:
        query: The query that was answered.
        engine: The network that ran.
        inputs: Inputs of the network, uint8 (h, w, 3), or (h, w, 4) with straight alpha.
        outputs: Outputs of the network, of the same shapes.
        residuals: What the network adds to each input: float32 of the same shapes, signed, on the 0 to 255
            scale of the pixels.
        seconds: Time for each part of the network, in the order in which they run.
        operations: Multiply-adds for the whole picture, without self-ensemble.
        parameters: Number of weights in the network.
        num_blocks: Residual blocks per stage.
        unshuffle: Factor of the space-to-depth at each scale; 1 in the form of the paper.
        features: For each of ``models.inspection.feature_maps.LAYER_NAMES`` its features as colours on the
            layer's own grid, uint8 (h, w, 3).
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
    """The features of a stage as colours: similar colours mean similar features.

    Args:
        query: The query that was answered; names the stage.
        colours: Features at full resolution, uint8 (h, w, 3).
        coarse: Features on the stage's own grid, uint8 (h, w, 3).
        cosine: Mean cosine similarity between the stage's own features and the upsampled features averaged
            back down, -1 to 1.
        seconds: Time taken.
        is_alpha: Whether the features are of the alpha channel, because it has more edges than the colours.
    """

    query: InspectionQuery
    colours: Pixels
    coarse: Pixels
    cosine: float
    seconds: float
    is_alpha: bool = False


@dataclass(frozen=True, eq=False)
class Regions:
    """The regions of a picture that sharpening will change, found by local contrast before the network runs.

    Args:
        query: The query that was answered; the whole picture is searched, not only its ``box``.
        boxes: In pixels of the enlarged picture, the most important first.
        share: Fraction of the area that they cover, 0 to 1.
        seconds: Time that finding them took.
    """

    query: InspectionQuery
    boxes: tuple[Box, ...]
    share: float
    seconds: float


@dataclass(frozen=True, eq=False)
class FineTuneRequest:
    """A request to fine-tune the network on pictures, without labels.

    Args:
        pictures: The inputs, not enlarged.
        choices: Network, device and scale.
        cancel: Set to stop fine-tuning; the network then stays as it was.
    """

    pictures: tuple[Picture, ...]
    choices: Choices
    cancel: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class FineTuneProgress:
    """Progress of fine-tuning: ``done`` of ``total`` steps."""

    done: int
    total: int


@dataclass(frozen=True)
class FineTuneResult:
    """The result of fine-tuning.

    Args:
        before: Consistency score of the network before, a root mean square on the 0 to 255 scale of the
            pixels; lower is better. NaN if there was nothing to learn.
        after: Consistency score of the fine-tuned network.
        is_kept: Whether the fine-tuned network is used from now on; otherwise it is discarded.
        steps: Number of steps.
        seconds: Time taken.
        engine: The network now in use.
    """

    before: float
    after: float
    is_kept: bool
    steps: int
    seconds: float
    engine: EngineInfo


QueryResult = Inspection | StageFeatures | Regions
"""The result of an :class:`InspectionQuery`, depending on its kind."""

"""Shows the features of one stage of the network as colours, at the resolution of the picture.

After FeatSharp (arXiv 2502.16025), but without trained parts. A stage has one feature vector per cell of 2 ×
2, 4 × 4 or 8 × 8 pixels. Three things recover finer detail: *views*, the picture shifted by half a cell, so
that the cells lie elsewhere; *tiles*, parts of the picture enlarged twofold, so that cells are half as wide;
and joint bilateral upsampling of all of these, guided by the picture. Their mean is then corrected by
back-projection: averaged over the stage's own cells it must equal the stage's features, so the difference is
upsampled and added until it does. That agreement is therefore enforced, not evidence. Where features change
inside a cell is decided by views, tiles and guide; ``models.training.evaluation.boundaries`` measures
whether that is at the edges of the letters.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from models.inspection.bilateral import JointBilateral, average_cells
from models.inspection.pca_colours import PcaColours
from models.inspection.trace import to_network_input
from models.mimo_unet import MimoUNet
from models.progress import Cancelled
from models.tiling import Box, plan_tiles

Pixels = npt.NDArray[np.uint8]

STAGES: tuple[str, ...] = (
    "encoder 1",
    "encoder 2",
    "encoder 3",
    "decoder 1",
    "decoder 2",
    "decoder 3",
)
"""Names of the stages. Encoder 1 and decoder 3 work at full scale, encoder 3 and decoder 1 at a quarter."""

_UNSHIFTED = (0.0, 0.0)
_QUINCUNX = (_UNSHIFTED, (0.5, 0.5))
_SQUARE = (*_QUINCUNX, (0.0, 0.5), (0.5, 0.0))

# Views as shifts in cells, down and right, and whether to use tiles: the combinations that bring the edges
# closest to the true ones within about three seconds for 512 × 512 pixels on one core. At quarter scale, the
# features of a shifted picture differ so much that the mean loses edges. Tiles cost as much as four views,
# which is too much for the last two stages, since they need almost a whole run of the network each time.
_VIEWS: dict[str, tuple[tuple[tuple[float, float], ...], bool]] = {
    "encoder 1": (_SQUARE, False),
    "encoder 2": (_QUINCUNX, True),
    "encoder 3": ((_UNSHIFTED,), True),
    "decoder 1": ((_UNSHIFTED,), True),
    "decoder 2": (_QUINCUNX, False),
    "decoder 3": (_QUINCUNX, False),
}
_ZOOM = 2  # factor by which tiles are enlarged
# Side and context of a tile, in units of the network's ``size_multiple``. With this context the features at
# the seams differ by 0.4 to 1.7 % from those without seams, with half as much context by 4 to 9 %.
_TILE, _CONTEXT_WIDTH = 72, 4
_MIN_COSINE = 0.98  # mean cosine at which the corrections stop
_MAX_CORRECTIONS = 8  # the samples need up to 3
# Corrections converge if the guide has less influence on them; with 0.05 they do not converge everywhere.
_CORRECTION_COLOUR_SIGMA = 0.1


@dataclass(frozen=True, eq=False)
class UpsampledFeatures:
    """The features of a stage as colours.

    Attributes:
        stage: One of ``STAGES``.
        colours: The features at full resolution, uint8 (H, W, 3).
        coarse: The stage's own features in the same colours, on its own grid, uint8 (h, w, 3).
        cosine: Mean cosine similarity, over all cells, between the stage's own features and the upsampled
            ones averaged over its cells.
    """

    stage: str
    colours: Pixels
    coarse: Pixels
    cosine: float


class _StageReached(Exception):  # noqa: N818 (no error)
    """Ends a run of the network once the features of the stage are known."""


@torch.inference_mode()
def upsample_features(
    network: MimoUNet,
    enlarged: Pixels,
    stage: str,
    is_cancelled: Callable[[], bool] | None = None,
) -> UpsampledFeatures:
    """Show the features of one stage as colours, at the resolution of the picture.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: Input of the network, uint8 (H, W, 3), any size; takes 1.5 kB of memory per pixel.
        stage: One of ``STAGES``.
        is_cancelled: Called before each run of the network: once per view and once per tile.

    Raises:
        ValueError: There is no such stage.
        ValueError: The picture is empty or not uint8 (H, W, 3).
        Cancelled: ``is_cancelled`` returned True.
    """
    if stage not in STAGES:
        raise ValueError(f"no stage {stage!r}; there are {', '.join(STAGES)}")
    image = to_network_input(enlarged, network)
    extractor = _StageExtractor(network, stage, is_cancelled or (lambda: False))
    own = extractor.features(image)  # (h, w, C)
    cell = image.shape[2] // own.shape[0]
    bilateral = JointBilateral(_pixels(image), cell)
    shifts, has_tiles = _VIEWS[stage]

    fine = bilateral.upsample(own)  # (H, W, C)
    weight = 1  # of all that is summed up in ``fine``
    for down, right in shifts[1:] if cell > 1 else ():
        fine += extractor.view(image, round(down * cell), round(right * cell))
        weight += 1
    if has_tiles and cell > 1:
        fine.add_(extractor.tiles(image, cell // _ZOOM), alpha=_ZOOM**2)
        weight += _ZOOM**2
    fine /= weight

    height, width = enlarged.shape[:2]
    grid = slice(-(-height // cell)), slice(-(-width // cell))
    # Each correction makes the features coarser again, so there are only as many as needed. They are linear,
    # so their sum is upsampled only once.
    corrector = JointBilateral(_pixels(image), cell, _CORRECTION_COLOUR_SIGMA)
    correction = torch.zeros_like(own)
    uncorrected = averaged = average_cells(fine, cell)
    cosine = _cosine(own[grid], averaged[grid])
    for _ in range(_MAX_CORRECTIONS):
        if cosine >= _MIN_COSINE:
            break
        correction += own - averaged
        averaged = uncorrected + corrector.upsample_and_average(correction)
        cosine = _cosine(own[grid], averaged[grid])

    colours = PcaColours(own[grid])
    image_colours = colours.colourise(fine, corrector.upsample(colours.project(correction)))
    return UpsampledFeatures(
        stage, image_colours[:height, :width], colours.colourise(own[grid]), cosine
    )


class _StageExtractor:
    """Runs a network up to one stage and returns the features of that stage."""

    def __init__(self, network: MimoUNet, stage: str, is_cancelled: Callable[[], bool]) -> None:
        self._network = network
        side, number = stage.split()
        stages = network.Encoder if side == "encoder" else network.Decoder
        self._module = stages[int(number) - 1]
        self._is_cancelled = is_cancelled

    def features(self, image: Tensor) -> Tensor:
        """Return the features of a picture (1, 3, H, W), float32 (h, w, C).

        Raises:
            Cancelled: The user cancelled the job.
        """
        if self._is_cancelled():
            raise Cancelled
        captured: list[Tensor] = []

        def capture(_module: nn.Module, _inputs: object, output: Tensor) -> None:
            captured.append(output)
            raise _StageReached

        with self._module.register_forward_hook(capture), contextlib.suppress(_StageReached):
            self._network(image.contiguous(memory_format=torch.channels_last))
        return captured[0][0].permute(1, 2, 0).float().contiguous()

    def view(self, image: Tensor, down: int, right: int) -> Tensor:
        """Return the features of a shifted picture, upsampled and shifted back, (H, W, C).

        Args:
            image: (1, 3, H, W).
            down: Downward shift in pixels.
            right: Rightward shift in pixels.
        """
        multiple = self._network.size_multiple
        padding = (right, -right % multiple, down, -down % multiple)
        shifted = F.pad(image, padding, mode="reflect")
        features = self.features(shifted)
        bilateral = JointBilateral(_pixels(shifted), shifted.shape[2] // features.shape[0])
        return bilateral.upsample(features)[down:, right:][: image.shape[2], : image.shape[3]]

    def tiles(self, image: Tensor, cell: int) -> Tensor:
        """Return the features of enlarged parts of a picture, joined and upsampled, (H, W, C).

        Args:
            image: (1, 3, H, W).
            cell: Side of a cell of the enlarged picture, in pixels of ``image``.
        """
        zoomed = F.interpolate(image, scale_factor=_ZOOM, mode="bicubic").clamp(0, 1)
        side, multiple = _ZOOM * cell, self._network.size_multiple
        height, width = zoomed.shape[2:]
        tile, context_width = _TILE * multiple, _CONTEXT_WIDTH * multiple
        joined = image.new_empty(0)
        for part in plan_tiles(
            height, width, tile=tile, context_width=context_width, blend=0, multiple=multiple
        ):
            features = self.features(zoomed[(..., *part.context.slices)])
            if not joined.numel():
                joined = features.new_empty(height // side, width // side, features.shape[2])
            core = part.core.relative_to(part.context)
            joined[_cells(part.core, side)] = features[_cells(core, side)]
        return JointBilateral(_pixels(image), cell).upsample(joined)


def _cosine(features: Tensor, others: Tensor) -> float:
    """Return the mean cosine similarity of two (h, w, C), over all cells."""
    return F.cosine_similarity(features, others, dim=-1).mean().item()


def _cells(box: Box, side: int) -> tuple[slice, slice]:
    """Return the index of a box of pixels in a grid of cells of ``side`` pixels."""
    return (
        slice(box.top // side, box.bottom // side),
        slice(box.left // side, box.right // side),
    )


def _pixels(image: Tensor) -> Tensor:
    """Convert (1, 3, H, W) to (H, W, 3)."""
    return image[0].permute(1, 2, 0)

"""What the network sees: the features of one of its stages as colours, at the resolution of the picture.

After FeatSharp (arXiv 2502.16025), but without trained parts. A stage knows one vector of features for each
cell of 2, 4 or 8 pixels a side. Three things make up for that: *views*, the picture shifted by half a cell,
so that the cells lie elsewhere; *tiles*, parts of the picture enlarged twice more, so that a cell is half as
wide; and joint bilateral upsampling of all of them, guided by the picture. Their mean is then corrected by
back-projection: what its averages over the stage's own cells lack is upsampled too and added, until the two
agree. So that they agree is made, not found; where inside a cell the features change comes from views, tiles
and guide, and ``models.training.evaluation.boundaries`` measures whether that is where the letters' edges
are.
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
"""Encoder 1 and decoder 3 work at full scale, encoder 3 and decoder 1 at a quarter."""

_UNSHIFTED = (0.0, 0.0)
_QUINCUNX = (_UNSHIFTED, (0.5, 0.5))
_SQUARE = (*_QUINCUNX, (0.0, 0.5), (0.5, 0.0))

# Views as shifts in cells, down and right, and whether there are tiles: what brings the edges nearer to the
# true ones in about three seconds for 512 × 512 pixels on one core. Shifted by half a cell, the stages at a
# quarter scale answer so differently that the mean loses edges. Tiles cost as much as four views, too much
# for the last two stages, which come at the end of a run.
_VIEWS: dict[str, tuple[tuple[tuple[float, float], ...], bool]] = {
    "encoder 1": (_SQUARE, False),
    "encoder 2": (_QUINCUNX, True),
    "encoder 3": ((_UNSHIFTED,), True),
    "decoder 1": ((_UNSHIFTED,), True),
    "decoder 2": (_QUINCUNX, False),
    "decoder 3": (_QUINCUNX, False),
}
_ZOOM = 2  # of the tiles
# Side and context of a tile, in multiples of what the sides of the input divide by. With this context the
# features at the seams differ by 0.4 to 1.7 % from those without seams, with half of it by 4 to 9 %.
_TILE, _HALO = 72, 4
_MIN_COSINE = 0.98  # the mean cosine at which correcting ends
_MAX_CORRECTIONS = 8  # at most; the samples need up to 3
# Where the guide decides less about a correction, corrections converge: with 0.05 they do not everywhere.
_CORRECTION_COLOUR_SIGMA = 0.1


@dataclass(frozen=True, eq=False)
class UpsampledFeatures:
    """The features of a stage as colours.

    Attributes:
        stage: Of ``STAGES``.
        colours: At full resolution, uint8 (H, W, 3).
        coarse: The stage's own features in the same colours, on its own grid, uint8 (h, w, 3).
        cosine: Between the stage's own features and the fine ones averaged over its cells, all channels, mean
            over the cells.
    """

    stage: str
    colours: Pixels
    coarse: Pixels
    cosine: float


class _StageReached(Exception):  # noqa: N818 (not an error: the rest of the run is not needed)
    pass


@torch.inference_mode()
def upsample_features(
    network: MimoUNet,
    enlarged: Pixels,
    stage: str,
    is_cancelled: Callable[[], bool] | None = None,
) -> UpsampledFeatures:
    """Show the features of one stage as colours.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: What the network reads, uint8 (H, W, 3), any sides; takes 1.5 kB of memory a pixel.
        stage: Of ``STAGES``.
        is_cancelled: Asked before each run of the network: once a view, once a tile.

    Raises:
        ValueError: There is no such stage, or the picture is empty or not uint8 (H, W, 3).
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
    cells = 1  # that each place of it rests on
    for down, right in shifts[1:] if cell > 1 else ():
        fine += extractor.view(image, round(down * cell), round(right * cell))
        cells += 1
    if has_tiles and cell > 1:
        fine.add_(extractor.tiles(image, cell // _ZOOM), alpha=_ZOOM**2)
        cells += _ZOOM**2
    fine /= cells

    height, width = enlarged.shape[:2]
    grid = slice(-(-height // cell)), slice(-(-width // cell))
    # Each correction draws the features back to the stage's own cells: as few as needed. All of them, being
    # linear, are upsampled at once.
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
    painted = colours.colourise(fine, corrector.upsample(colours.project(correction)))
    return UpsampledFeatures(stage, painted[:height, :width], colours.colourise(own[grid]), cosine)


class _StageExtractor:
    """Looks at pictures with the part of a network that ends with one stage."""

    def __init__(self, network: MimoUNet, stage: str, is_cancelled: Callable[[], bool]) -> None:
        self._network = network
        side, number = stage.split()
        stages = network.Encoder if side == "encoder" else network.Decoder
        self._module = stages[int(number) - 1]
        self._is_cancelled = is_cancelled

    def features(self, image: Tensor) -> Tensor:
        """The stage's features of a picture (1, 3, H, W): float32 (h, w, C)."""
        if self._is_cancelled():
            raise Cancelled
        captured: list[Tensor] = []

        def catch(_module: nn.Module, _inputs: object, output: Tensor) -> None:
            captured.append(output)
            raise _StageReached

        with self._module.register_forward_hook(catch), contextlib.suppress(_StageReached):
            self._network(image.contiguous(memory_format=torch.channels_last))
        return captured[0][0].permute(1, 2, 0).float().contiguous()

    def view(self, image: Tensor, down: int, right: int) -> Tensor:
        """Features of a picture that is shifted by some pixels, upsampled and shifted back: (H, W, C)."""
        multiple = self._network.size_multiple
        padding = (right, -right % multiple, down, -down % multiple)
        shifted = F.pad(image, padding, mode="reflect")
        features = self.features(shifted)
        bilateral = JointBilateral(_pixels(shifted), shifted.shape[2] // features.shape[0])
        return bilateral.upsample(features)[down:, right:][: image.shape[2], : image.shape[3]]

    def tiles(self, image: Tensor, cell: int) -> Tensor:
        """Features of parts of a picture that are enlarged, joined and upsampled: (H, W, C).

        Args:
            image: (1, 3, H, W).
            cell: How many pixels of the picture one cell of the enlarged one covers.
        """
        zoomed = F.interpolate(image, scale_factor=_ZOOM, mode="bicubic").clamp(0, 1)
        side, multiple = _ZOOM * cell, self._network.size_multiple
        height, width = zoomed.shape[2:]
        tile, halo = _TILE * multiple, _HALO * multiple
        joined = image.new_empty(0)
        for part in plan_tiles(height, width, tile=tile, halo=halo, blend=0, multiple=multiple):
            features = self.features(zoomed[(..., *part.context.slices)])
            if not joined.numel():
                joined = features.new_empty(height // side, width // side, features.shape[2])
            core = part.core.relative_to(part.context)
            joined[_cells(part.core, side)] = features[_cells(core, side)]
        return JointBilateral(_pixels(image), cell).upsample(joined)


def _cosine(features: Tensor, others: Tensor) -> float:
    """The mean over all places of the cosine between two (h, w, C)."""
    return F.cosine_similarity(features, others, dim=-1).mean().item()


def _cells(box: Box, side: int) -> tuple[slice, slice]:
    """Index of a box of pixels in a grid of cells."""
    return (
        slice(box.top // side, box.bottom // side),
        slice(box.left // side, box.right // side),
    )


def _pixels(image: Tensor) -> Tensor:
    """(1, 3, H, W) to (H, W, 3)."""
    return image[0].permute(1, 2, 0)

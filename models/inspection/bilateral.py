"""Joint bilateral upsampling: brings coarse features to the resolution of a picture, guided by it.

Kopf et al., "Joint Bilateral Upsampling", SIGGRAPH 2007; used for features by FeatSharp (arXiv 2502.16025).
Each pixel averages the cells around it; cells that are closer and cells of a more similar colour weigh more,
so that the features change where the picture does.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

RADIUS = 1  # cells to each side that a pixel averages
# Of 0.5, 0.7 and 1 cell and of 0.05 and 0.1, these values put the edges of the features closest to the true
# ones.
SPATIAL_SIGMA = 0.5  # standard deviation of the weight by distance, in cells
COLOUR_SIGMA = 0.05  # of the weight by colour distance, Euclidean in R, G and B of [0, 1]
_CHUNK_BYTES = 2**25


class JointBilateral:
    """Joint bilateral upsampling guided by one picture.

    Args:
        guide: The picture, (H, W, 3) in [0, 1].
        cell: Side of a cell in pixels; H and W must be multiples of it.
        colour_sigma: Standard deviation of the weight by colour; see ``COLOUR_SIGMA``.
    """

    def __init__(self, guide: Tensor, cell: int, colour_sigma: float = COLOUR_SIGMA) -> None:
        self.cell = cell
        pixels = _split_cells(guide, cell).transpose(1, 2).flatten(2, 3)  # (h, w, cell², 3)
        colours = _neighbourhoods(average_cells(guide, cell))  # (h, w, 9, 3)
        colour_distance = torch.cdist(pixels, colours).square()  # (h, w, cell², 9)
        centres = (torch.arange(cell, device=guide.device) + 0.5) / cell - 0.5
        cells = torch.arange(-RADIUS, RADIUS + 1, device=guide.device)
        along = (centres[:, None] - cells).square()  # (cell, 3)
        distance = (along[:, None, :, None] + along[None, :, None, :]).reshape(cell * cell, -1)
        exponent = distance / (2 * SPATIAL_SIGMA**2) + colour_distance / (2 * colour_sigma**2)
        self._weights = torch.softmax(-exponent, dim=-1)

    def upsample(self, features: Tensor) -> Tensor:
        """Upsample (h, w, C) to (H, W, C): each pixel is a weighted mean of the 3 × 3 cells around it."""
        height, width, channels = features.shape
        cell, around = self.cell, _neighbourhoods(features)
        fine = features.new_empty(height, cell, width, cell, channels)
        rows = max(1, _CHUNK_BYTES // (4 * cell**2 * width * channels))
        for top in range(0, height, rows):
            band = slice(top, top + rows)
            mixed = self._weights[band] @ around[band]  # (rows, w, cell², C)
            fine[band] = mixed.reshape(-1, width, cell, cell, channels).transpose(1, 2)
        return fine.view(height * cell, width * cell, channels)

    def upsample_and_average(self, features: Tensor) -> Tensor:
        """Return ``average_cells(upsample(features))``, (h, w, C), without upsampling to pixels."""
        share: Tensor = self._weights.mean(dim=2, keepdim=True)
        return (share @ _neighbourhoods(features)).squeeze(2)


def average_cells(values: Tensor, cell: int) -> Tensor:
    """Average (H, W, C) over cells of ``cell`` × ``cell`` pixels."""
    return _split_cells(values, cell).mean(dim=(1, 3))


def _split_cells(values: Tensor, cell: int) -> Tensor:
    """Reshape (H, W, C) to (h, cell, w, cell, C)."""
    height, width, channels = values.shape
    return values.reshape(height // cell, cell, width // cell, cell, channels)


def _neighbourhoods(cells: Tensor) -> Tensor:
    """Return each cell with its neighbours, (h, w, 9, C); the cells at the border are repeated outwards."""
    padded = F.pad(cells.permute(2, 0, 1)[None], [RADIUS] * 4, mode="replicate")[0]
    width = 2 * RADIUS + 1
    around: Tensor = padded.unfold(1, width, 1).unfold(2, width, 1)
    return around.permute(1, 2, 3, 4, 0).flatten(2, 3)

"""Shows features of many channels as colours, by their three principal components."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

Pixels = npt.NDArray[np.uint8]

# Red, green and blue of each component: the first is brightness, which the eye sees best; the others are red
# against green and yellow against blue.
_OPPONENTS = ((1.0, 1.0, 1.0), (1.0, -1.0, 0.0), (0.5, 0.5, -1.0))
# Share of the sum of squares of a component within its range; larger values are clipped.
_ENERGY = 0.9
# Share of the features' norm; a smaller range is bfloat16 rounding and must not be amplified.
_ROUNDING = 2**-8


class PcaColours:
    """Maps features to colours by the three directions in which they vary most.

    The median is mid grey, and so is the background of a logo; what stands out most in the first direction is
    light. Ranges are chosen by energy instead of area, so that a few details on an almost empty page are
    still coloured. The mapping is deterministic.

    Args:
        features: The features from which directions and ranges are computed, (h, w, C).
    """

    def __init__(self, features: Tensor) -> None:
        samples = features.flatten(0, 1).cpu().double()
        mean = samples.mean(0)
        centred = samples - mean
        axes = torch.linalg.eigh(centred.T @ centred).eigenvectors.flip(1)[:, :3]
        values = centred @ axes
        middle = values.median(0).values
        values = values - middle
        signs = torch.where(values.pow(3).sum(0) < 0, -1.0, 1.0).double()
        ranges = _ranges(values).clamp_min(_ROUNDING * samples.norm(dim=1).mean() + 1e-12)
        opponents = torch.tensor(_OPPONENTS, dtype=torch.float64)
        self._origin = (mean + axes @ middle).float().to(features.device)
        projection = axes * signs / ranges @ opponents  # (C, 3)
        self._projection = projection.float().to(features.device)

    def colourise(self, features: Tensor, difference: Tensor | float = 0.0) -> Pixels:
        """Convert features to colours.

        Args:
            features: (H, W, C).
            difference: Further features to add, already projected by ``project``, (H, W, 3).

        Returns:
            uint8 (H, W, 3).
        """
        projected = self.project(features) - self.project(self._origin) + difference
        levels = (127.5 + 127.5 * projected).round().clamp(0, 255)
        colours: Pixels = levels.byte().cpu().numpy()
        return colours

    def project(self, difference: Tensor) -> Tensor:
        """Return how a difference of features (H, W, C) changes red, green and blue, (H, W, 3)."""
        projected: Tensor = difference @ self._projection
        return projected


def _ranges(values: Tensor) -> Tensor:
    """Return the magnitude (K,) below which the share ``_ENERGY`` of the energy in each column (N, K) is."""
    magnitudes = values.abs().sort(dim=0).values
    energy = magnitudes.square().cumsum(0)
    index = (energy < _ENERGY * energy[-1]).sum(0, keepdim=True)
    return magnitudes.gather(0, index)[0]

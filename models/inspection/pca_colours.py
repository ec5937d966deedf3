"""Many channels of features as colours: their three principal components."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

Pixels = npt.NDArray[np.uint8]

# What the components do to red, green and blue: the first is light and dark, as the eye sees that best; the
# others are red against green and yellow against blue.
_OPPONENTS = ((1.0, 1.0, 1.0), (1.0, -1.0, 0.0), (0.5, 0.5, -1.0))
_ENERGY = 0.9  # of the squares of a component that its range holds; the rest is clipped
_ROUNDING = (
    2**-8
)  # of the features' length: smaller ranges are bfloat16's rounding, not to be blown up


class PcaColours:
    """Colours for the three directions in which features vary most.

    The median is mid grey, so that a logo's ground is; what stands out most in the first direction is light.
    Ranges are chosen by energy, not by area, so that on an almost empty page the little that stands there is
    still coloured.

    Args:
        features: (h, w, C), after which directions and ranges are chosen; the same give the same.
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
        """Colour features.

        Args:
            features: (H, W, C).
            difference: More of them, already given to ``project``: (H, W, 3).

        Returns:
            uint8 (H, W, 3).
        """
        projected = self.project(features) - self.project(self._origin) + difference
        levels = (127.5 + 127.5 * projected).round().clamp(0, 255)
        colours: Pixels = levels.byte().cpu().numpy()
        return colours

    def project(self, difference: Tensor) -> Tensor:
        """How a difference of features (H, W, C) changes red, green and blue: (H, W, 3)."""
        projected: Tensor = difference @ self._projection
        return projected


def _ranges(values: Tensor) -> Tensor:
    """The size of the values (N, K) of each column below which a share of ``_ENERGY`` lies: (K,)."""
    sizes = values.abs().sort(dim=0).values
    energy = sizes.square().cumsum(0)
    place = (energy < _ENERGY * energy[-1]).sum(0, keepdim=True)
    return sizes.gather(0, place)[0]

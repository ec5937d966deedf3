"""A glance at all that is inside one run: what its stages and fusions say, as colours on their own grids."""

from contextlib import ExitStack

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from models.inspection.pca_colours import PcaColours
from models.inspection.trace import to_network_input
from models.mimo_unet import MimoUNet

Pixels = npt.NDArray[np.uint8]

LAYER_NAMES: tuple[str, ...] = (
    *(f"encoder {number}" for number in (1, 2, 3)),
    *(f"fusion {number}" for number in (1, 2)),
    *(f"decoder {number}" for number in (1, 2, 3)),
)
"""Encoder 1, fusion 1 and decoder 3 work at full scale, encoder 3 and decoder 1 at a quarter."""


@torch.inference_mode()
def feature_maps(network: MimoUNet, enlarged: Pixels) -> dict[str, Pixels]:
    """Run the network once on one picture, and paint what its stages and fusions say.

    The colours of a stage are those of ``features.upsample_features``.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: What the network reads, uint8 (H, W, 3), any sides.

    Returns:
        For each of :data:`LAYER_NAMES` its features, uint8 (h, w, 3), without the padding.

    Raises:
        ValueError: The picture is empty or not uint8 (H, W, 3).
    """
    image = to_network_input(enlarged, network)
    modules = (*network.Encoder, *network.AFFs, *network.Decoder)
    captured: dict[str, Tensor] = {}
    with ExitStack() as hooks:
        for place, module in zip(LAYER_NAMES, modules, strict=True):

            def catch(
                _module: nn.Module, _inputs: object, output: Tensor, place: str = place
            ) -> None:
                captured[place] = output[0].permute(1, 2, 0).float()

            hooks.enter_context(module.register_forward_hook(catch))
        network(image)
    return {
        place: _colourise(captured[place], image.shape[2], enlarged.shape[:2])
        for place in LAYER_NAMES
    }


def _colourise(features: Tensor, padded: int, sides: tuple[int, ...]) -> Pixels:
    """Paint features (h, w, C) of a picture of these ``sides`` that was ``padded`` to a height."""
    cell = padded // features.shape[0]
    height, width = (-(-side // cell) for side in sides)
    own = features[:height, :width]
    return PcaColours(own).colourise(own)

"""Shows the features of all stages and fusions of one run as colours, each at its own resolution."""

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
    """Run the network once on a picture and show the features of its stages and fusions as colours.

    The colours of a stage are the same as in ``feature_upsampling.upsample_features``.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: Input of the network, uint8 (H, W, 3), any size.

    Returns:
        The features of each of ``LAYER_NAMES`` as colours, uint8 (h, w, 3), with the padding cut off.

    Raises:
        ValueError: The picture is empty or not uint8 (H, W, 3).
    """
    image = to_network_input(enlarged, network)
    modules = (*network.Encoder, *network.AFFs, *network.Decoder)
    captured: dict[str, Tensor] = {}
    with ExitStack() as hooks:
        for name, module in zip(LAYER_NAMES, modules, strict=True):

            def capture(
                _module: nn.Module, _inputs: object, output: Tensor, name: str = name
            ) -> None:
                captured[name] = output[0].permute(1, 2, 0).float()

            hooks.enter_context(module.register_forward_hook(capture))
        network(image)
    return {
        name: _colourise(captured[name], image.shape[2], enlarged.shape[:2]) for name in LAYER_NAMES
    }


def _colourise(features: Tensor, padded_height: int, size: tuple[int, ...]) -> Pixels:
    """Show features (h, w, C) of a padded picture as colours, cropped to its ``size`` (height, width)."""
    cell = padded_height // features.shape[0]
    height, width = (-(-side // cell) for side in size)
    cropped = features[:height, :width]
    return PcaColours(cropped).colourise(cropped)

"""Traces one run of the network: input, output and residual at each scale, and the time of each part.

It uses forward hooks on the modules of ``MimoUNet``, whose own ``forward`` runs unchanged, so that what is
shown is what is really computed.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from models.forward import pad, to_tensor
from models.mimo_unet import DOWNSAMPLING, MimoUNet
from models.tiling import to_uint8

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float32]

OTHER = "the rest"
PARTS: tuple[str, ...] = (
    "encoder 1",
    "shallow convolution",
    "feature attention",
    "encoder 2",
    "encoder 3",
    "asymmetric fusion",
    "decoder 1",
    "decoder 2",
    "decoder 3",
    OTHER,
)
"""The parts whose time is measured, in the order in which they run. Encoder 1 and decoder 3 are the stages
at full scale, encoder 3 and decoder 1 those at a quarter. Shallow convolution is SCM, feature attention FAM,
asymmetric fusion AFF; the rest is the convolutions between these, space-to-depth and the sums."""


@dataclass(frozen=True, eq=False)
class Trace:
    """One run of the network; each triple is (quarter, half, full) scale.

    Attributes:
        inputs: The input pictures: every fourth, every second and every pixel; uint8 (h, w, 3).
        outputs: The output pictures, clamped and rounded; uint8 (h, w, 3).
        residuals: What the network adds to each input, before clamping; float32 (h, w, 3), in levels of 255.
        seconds: The time of each of ``PARTS``; their sum is the time of the run.
    """

    inputs: tuple[Pixels, Pixels, Pixels]
    outputs: tuple[Pixels, Pixels, Pixels]
    residuals: tuple[Values, Values, Values]
    seconds: dict[str, float]


@torch.inference_mode()
def trace(network: MimoUNet, enlarged: Pixels) -> Trace:
    """Run the network once on a picture, as ``models.forward`` does, and record inputs, outputs and times.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: Input of the network, uint8 (H, W, 3), any size that fits into memory; it is not tiled.

    Returns:
        The trace, with pictures of ⌈H/4⌉ × ⌈W/4⌉, ⌈H/2⌉ × ⌈W/2⌉ and H × W pixels; the padding is cut off.

    Raises:
        ValueError: The picture is empty or not uint8 (H, W, 3).
    """
    image = to_network_input(enlarged, network)
    heads = (network.ConvsOut[0], network.ConvsOut[1], network.feat_extract[5])
    captured: dict[nn.Module, Tensor] = {}

    def capture(head: nn.Module, _inputs: object, residual: Tensor) -> None:
        captured[head] = F.pixel_shuffle(residual.float(), network.unshuffle)

    with ExitStack() as hooks:
        for head in heads:
            hooks.enter_context(head.register_forward_hook(capture))
        with _timing(network, image.device) as seconds:
            outputs = network(image)

    def crop(values: Tensor, scale: int) -> Values:
        height, width = (-(-side // scale) for side in enlarged.shape[:2])
        return _to_values(values[0, :, :height, :width])

    scales = (DOWNSAMPLING, 2, 1)
    residuals = [captured[head] for head in heads]
    # Output minus residual is the input that the network really used.
    inputs = [output - residual for output, residual in zip(outputs, residuals, strict=True)]
    quarter, half, full = map(crop, inputs, scales)
    input_pictures = to_uint8(quarter), to_uint8(half), to_uint8(full)
    quarter, half, full = map(crop, outputs, scales)
    output_pictures = to_uint8(quarter), to_uint8(half), to_uint8(full)
    quarter, half, full = map(crop, residuals, scales)
    return Trace(input_pictures, output_pictures, (quarter, half, full), seconds)


def count_operations(network: MimoUNet, height: int, width: int) -> int:
    """Count the multiply-adds of all convolutions, transposed ones included, for one picture.

    They are counted on the smallest picture that the network accepts and scaled: all sides inside the network
    are fixed fractions of the padded picture's, so the count is proportional to its area.

    Args:
        network: On any device.
        height: Height of the picture, in pixels; padded as in a run.
        width: Width of the picture, in pixels; padded as in a run.

    Raises:
        ValueError: The picture is empty.
    """
    if height < 1 or width < 1:
        raise ValueError(f"an empty picture needs no operations: {height} × {width}")
    counted = 0

    def count(layer: nn.Conv2d | nn.ConvTranspose2d, inputs: tuple[Tensor], output: Tensor) -> None:
        nonlocal counted
        # Each position of the output, or of a transposed convolution's input, uses every weight once.
        grid = inputs[0] if isinstance(layer, nn.ConvTranspose2d) else output
        counted += grid.shape[2:].numel() * layer.weight.numel()

    layers = [m for m in network.modules() if isinstance(m, nn.Conv2d | nn.ConvTranspose2d)]
    multiple = network.size_multiple
    with ExitStack() as hooks, torch.inference_mode():
        for layer in layers:
            hooks.enter_context(layer.register_forward_hook(count))
        network(to_network_input(np.zeros((multiple, multiple, 3), np.uint8), network))
    return counted * -(-height // multiple) * -(-width // multiple)


def to_network_input(enlarged: Pixels, network: MimoUNet) -> Tensor:
    """Convert a picture to the input of a network, padded and on its device.

    Args:
        enlarged: uint8 (H, W, 3), any size.
        network: On any device.

    Returns:
        float32 (1, 3, H', W') in [0, 1], sides padded to the network's ``size_multiple``.

    Raises:
        ValueError: The picture is empty or not uint8 (H, W, 3).
    """
    if enlarged.ndim != 3 or enlarged.shape[2] != 3 or enlarged.dtype != np.uint8:
        raise ValueError(f"expected uint8 (H, W, 3), got {enlarged.dtype} {enlarged.shape}")
    if not enlarged.size:
        raise ValueError(f"an empty picture: {enlarged.shape}")
    image = to_tensor(enlarged, next(network.parameters()).device)
    padded = pad(image, network.size_multiple)
    return padded.contiguous(memory_format=torch.channels_last)


@contextmanager
def _timing(network: MimoUNet, device: torch.device) -> Iterator[dict[str, float]]:
    """Measure the seconds that each part runs inside this block; they are complete when the block ends."""
    seconds = dict.fromkeys(PARTS, 0.0)

    def now() -> float:
        if device.type != "cpu":  # GPUs work asynchronously
            torch.accelerator.synchronize(device)
        return time.perf_counter()

    def start(part: str) -> None:
        seconds[part] -= now()

    def stop(part: str) -> None:
        seconds[part] += now()

    with ExitStack() as hooks:
        for part, modules in _modules(network).items():
            for module in modules:
                before = module.register_forward_pre_hook(lambda *_, part=part: start(part))
                after = module.register_forward_hook(lambda *_, part=part: stop(part))
                hooks.enter_context(before)
                hooks.enter_context(after)
        began = now()
        yield seconds
        seconds[OTHER] = now() - began - sum(seconds.values())


def _modules(network: MimoUNet) -> dict[str, list[nn.Module]]:
    """Return the modules of each part, except for ``OTHER``."""
    stages = {
        f"{name} {number}": [stage]
        for name, side in (("encoder", network.Encoder), ("decoder", network.Decoder))
        for number, stage in enumerate(side, start=1)
    }
    return stages | {
        "shallow convolution": [network.SCM1, network.SCM2],
        "feature attention": [network.FAM1, network.FAM2],
        "asymmetric fusion": [*network.AFFs],
    }


def _to_values(image: Tensor) -> Values:
    """Convert (3, h, w) in [0, 1] to float32 (h, w, 3) in levels of 255, on the CPU."""
    values: Values = (image * 255).permute(1, 2, 0).cpu().numpy()
    return values

"""Takes one run of the network apart: what enters, leaves and is added at each scale, and where time goes.

Forward hooks listen to the modules of ``MimoUNet``; its own forward runs unchanged, so that what is shown is
what is computed.
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
"""The parts that times are told of, in the order of their work. Encoder 1 and decoder 3 are the stages at
full scale, encoder 3 and decoder 1 those at a quarter. Shallow convolution is SCM, feature attention FAM,
asymmetric fusion AFF; the rest are the convolutions between all these, space-to-depth and the sums."""


@dataclass(frozen=True, eq=False)
class Trace:
    """One run of the network. Of each three, the first is the quarter scale, the last the full.

    Attributes:
        inputs: The pictures that enter, every fourth, second and single pixel; uint8 (h, w, 3).
        outputs: The pictures that leave, clamped and rounded; uint8 (h, w, 3).
        residuals: What the network adds to each input, before clamping; float32 (h, w, 3), levels of 255.
        seconds: By part of the network, all of ``PARTS``; together the time of the run.
    """

    inputs: tuple[Pixels, Pixels, Pixels]
    outputs: tuple[Pixels, Pixels, Pixels]
    residuals: tuple[Values, Values, Values]
    seconds: dict[str, float]


@torch.inference_mode()
def trace(network: MimoUNet, enlarged: Pixels) -> Trace:
    """Run the network once on one picture, as ``models.forward`` does, and keep what passes.

    Args:
        network: In evaluation mode, on any device, in any precision.
        enlarged: What the network reads, uint8 (H, W, 3), any sides. It is not cut into tiles: memory limits
            its size.

    Returns:
        Pictures of ⌈H/4⌉ × ⌈W/4⌉, ⌈H/2⌉ × ⌈W/2⌉ and H × W; the padding is cut off.

    Raises:
        ValueError: The picture is empty or not uint8 (H, W, 3).
    """
    image = to_network_input(enlarged, network)
    heads = (network.ConvsOut[0], network.ConvsOut[1], network.feat_extract[5])
    added: dict[nn.Module, Tensor] = {}

    def keep(head: nn.Module, _inputs: object, residual: Tensor) -> None:
        added[head] = F.pixel_shuffle(residual.float(), network.unshuffle)

    with ExitStack() as hooks:
        for head in heads:
            hooks.enter_context(head.register_forward_hook(keep))
        with _timing(network, image.device) as seconds:
            outputs = network(image)

    def show(values: Tensor, scale: int) -> Values:
        height, width = (-(-side // scale) for side in enlarged.shape[:2])
        return _to_values(values[0, :, :height, :width])

    scales = (DOWNSAMPLING, 2, 1)
    residuals = [added[head] for head in heads]
    # A sum is known, and so is what was added: the difference is the picture that really entered.
    inputs = [output - residual for output, residual in zip(outputs, residuals, strict=True)]
    quarter, half, full = map(show, inputs, scales)
    entered = to_uint8(quarter), to_uint8(half), to_uint8(full)
    quarter, half, full = map(show, outputs, scales)
    left = to_uint8(quarter), to_uint8(half), to_uint8(full)
    quarter, half, full = map(show, residuals, scales)
    return Trace(entered, left, (quarter, half, full), seconds)


def count_operations(network: MimoUNet, height: int, width: int) -> int:
    """Count the multiply-adds of all convolutions, transposed ones too, for one picture.

    They are counted on the smallest picture that the network takes: every side inside is a fixed fraction of
    the padded picture's, so that they grow exactly with its area.

    Args:
        network: On any device.
        height: Of the picture, in pixels; padded as for a run.
        width: As well.

    Raises:
        ValueError: The picture is empty.
    """
    if height < 1 or width < 1:
        raise ValueError(f"an empty picture needs no operations: {height} × {width}")
    counted = 0

    def count(layer: nn.Conv2d | nn.ConvTranspose2d, inputs: tuple[Tensor], output: Tensor) -> None:
        nonlocal counted
        # Each place of the output, or of a transposed convolution's input, meets every weight once.
        places = inputs[0] if isinstance(layer, nn.ConvTranspose2d) else output
        counted += places.shape[2:].numel() * layer.weight.numel()

    layers = [m for m in network.modules() if isinstance(m, nn.Conv2d | nn.ConvTranspose2d)]
    multiple = network.size_multiple
    with ExitStack() as hooks, torch.inference_mode():
        for layer in layers:
            hooks.enter_context(layer.register_forward_hook(count))
        network(to_network_input(np.zeros((multiple, multiple, 3), np.uint8), network))
    return counted * -(-height // multiple) * -(-width // multiple)


def to_network_input(enlarged: Pixels, network: MimoUNet) -> Tensor:
    """Make of a picture what the network reads: (1, 3, H, W) in [0, 1], padded, on the network's device.

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
    """Measure the seconds that each part works inside this block; they are there when it ends."""
    seconds = dict.fromkeys(PARTS, 0.0)

    def now() -> float:
        if device.type != "cpu":  # a GPU works on while Python goes on
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
    """The modules of every part but the rest."""
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
    """(3, h, w) in [0, 1] to (h, w, 3) in levels of 255, on the CPU."""
    values: Values = (image * 255).permute(1, 2, 0).cpu().numpy()
    return values

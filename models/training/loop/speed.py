"""Measures how fast a device trains, and the arithmetic and memory traffic that takes.

    python -m models.training.loop.speed --device cuda --crops 128 --batches 32 64 128 [--compiled]

Making the pairs takes time too, which ``python -m models.training.data.pairs PACK`` measures. The slower of
the two determines the speed of a run.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from models.devices import autocast
from models.mimo_unet import MimoUNet
from models.training.loop.losses import training_loss

ROUNDS, WARM_UP = 8, 3
BYTES = 2  # of a value in bf16


@dataclass(frozen=True)
class StepCost:
    """The least work of one training step.

    Attributes:
        operations: Floating-point operations of the convolutions, forward and backward.
        traffic: Memory traffic in bytes if every convolution reads its input and writes its output once in
            the forward pass, and twice in the backward pass, for the gradients of inputs and weights.
    """

    operations: float
    traffic: float


def count_cost(network: MimoUNet, image: Tensor) -> StepCost:
    """Count the cost of one training step of ``network`` on ``image`` (B, 3, H, W)."""
    moved = 0

    def add(_: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        nonlocal moved
        moved += BYTES * (inputs[0].numel() + output.numel())

    kinds = (nn.Conv2d, nn.ConvTranspose2d)
    hooks = [m.register_forward_hook(add) for m in network.modules() if isinstance(m, kinds)]
    with FlopCounterMode(display=False) as counter:
        sum(output.mean() for output in network(image)).backward()
    for hook in hooks:
        hook.remove()
    network.zero_grad()
    return StepCost(counter.get_total_flops(), 3.0 * moved)


def seconds_per_step(network: MimoUNet, image: Tensor, *, is_compiled: bool) -> float:
    """Return the median time of a training step (forward, loss, backward, optimiser), in seconds."""
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-6, fused=True)
    apply = torch.compile(network) if is_compiled else network

    def step() -> None:
        with autocast(image.device):
            outputs = apply(image)
        training_loss(outputs, image).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 0.5)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)

    return _median_seconds(step, image.device)


def _median_seconds(step: Callable[[], None], device: torch.device) -> float:
    seconds = []
    for _ in range(WARM_UP + ROUNDS):
        began = time.perf_counter()
        step()
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds[WARM_UP:])


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="speed", description=__doc__.splitlines()[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--num-blocks", type=int, nargs="*", default=[8, 20])
    parser.add_argument("--unshuffle", type=int, nargs="*", default=[2])
    parser.add_argument("--crops", type=int, nargs="*", default=[96, 128])
    parser.add_argument("--batches", type=int, nargs="*", default=[8, 16])
    parser.add_argument("--compiled", action="store_true")
    options = parser.parse_args(arguments)
    device = torch.device(options.device)
    if device.type == "cuda":
        torch.backends.cudnn.benchmark = True
    sys.stdout.write(
        "| blocks | unshuffle | crop | batch | crops/s | TFLOP/s | GB/s at the least |\n"
        + "|---" * 7
        + "|\n"
    )
    for unshuffle in options.unshuffle:
        for blocks in options.num_blocks:
            network = MimoUNet(blocks, 32, unshuffle).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
            for crop in options.crops:
                for batch in options.batches:
                    image = torch.rand(batch, 3, crop, crop, device=device)
                    image = image.contiguous(memory_format=torch.channels_last)
                    cost = count_cost(network, image)
                    seconds = seconds_per_step(network, image, is_compiled=options.compiled)
                    sys.stdout.write(
                        f"| {blocks} | {unshuffle} | {crop} | {batch} | {batch / seconds:.0f} "
                        f"| {cost.operations / seconds / 1e12:.2f} | {cost.traffic / seconds / 1e9:.0f} |\n"
                    )
                    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

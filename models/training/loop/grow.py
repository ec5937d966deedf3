r"""Turns a trained network into a deeper one that computes exactly the same function.

    python -m models.training.loop.grow models/weights/clearmark-small.safetensors plus.safetensors \
        --num-blocks 20

An added residual block whose second convolution is zero returns its input, so that no training is lost.
"""

import argparse
import sys
from pathlib import Path

import torch
from torch import nn

from models.checkpoint import read_network, write_weights
from models.mimo_unet import MimoUNet


def grow(network: MimoUNet, num_blocks: int) -> MimoUNet:
    """Copy a network into one with more residual blocks per stage.

    Args:
        network: In float32.
        num_blocks: Blocks per stage of the new network; at least as many as ``network`` has.

    Returns:
        A network with the same output for every input, in evaluation mode. The new blocks follow the old
        ones of each stage; their first convolutions are initialised at random, so that they learn from the
        first step.

    Raises:
        ValueError: ``num_blocks`` is smaller than the network's.
    """
    if num_blocks < network.num_blocks:
        raise ValueError(f"cannot grow {network.num_blocks} blocks to {num_blocks}")
    grown = MimoUNet(num_blocks, network.base_channels, network.unshuffle)
    missing, _ = grown.load_state_dict(network.state_dict(), strict=False)
    with torch.no_grad():
        for name in missing:
            if ".main.1.main.0." in name:  # the second convolution of an added block
                nn.init.zeros_(grown.get_parameter(name))
    return grown.eval()


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="grow", description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--num-blocks", type=int, default=20)
    options = parser.parse_args(arguments)
    grown = grow(read_network(options.source), options.num_blocks)
    write_weights(grown, options.target, dtype=torch.float32)
    return 0


if __name__ == "__main__":
    sys.exit(main())

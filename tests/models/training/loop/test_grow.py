"""Growing a network keeps its function, and the new blocks learn from the first step."""

from pathlib import Path

import pytest
import torch

from models.checkpoint import read_network, write_weights
from models.mimo_unet import MimoUNet
from models.training.loop.grow import grow, main


@pytest.fixture
def network() -> MimoUNet:
    torch.manual_seed(5)
    return MimoUNet(2, 8, 2).eval()


def test_a_grown_network_is_the_same_function(network: MimoUNet) -> None:
    image = torch.rand(1, 3, 32, 32)
    grown = grow(network, 5)
    assert grown.num_blocks == 5
    for output, expected in zip(grown(image), network(image), strict=True):
        torch.testing.assert_close(output, expected, atol=1e-5, rtol=0)


def test_new_blocks_learn_at_once(network: MimoUNet) -> None:
    grown = grow(network, 3).train()
    grown(torch.rand(1, 3, 32, 32))[-1].square().mean().backward()
    added = grown.get_parameter("Encoder.0.layers.2.main.1.main.0.weight")
    assert added.grad is not None
    assert added.grad.abs().sum() > 0


def test_a_network_does_not_shrink(network: MimoUNet) -> None:
    with pytest.raises(ValueError, match="cannot grow 2 blocks to 1"):
        grow(network, 1)


def test_the_command(network: MimoUNet, tmp_path: Path) -> None:
    write_weights(network, tmp_path / "small.safetensors")
    assert (
        main(
            [
                str(tmp_path / "small.safetensors"),
                str(tmp_path / "plus.safetensors"),
                "--num-blocks",
                "4",
            ]
        )
        == 0
    )
    assert read_network(tmp_path / "plus.safetensors").num_blocks == 4

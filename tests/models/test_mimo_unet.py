"""The network, compared with the paper's description and the published layout of weights."""

import json
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from models.mimo_unet import MimoUNet

PUBLISHED = json.loads((Path(__file__).parent / "published_keys.json").read_text("utf-8"))


@pytest.fixture
def small() -> MimoUNet:
    torch.manual_seed(7)
    return MimoUNet(2, 8).eval()


@pytest.mark.parametrize(
    ("blocks", "name", "parameters"),
    [(8, "MIMO-UNet", 6_807_171), (20, "MIMO-UNetPlus", 16_107_651)],
)
def test_keys_and_shapes_are_the_published_ones(blocks: int, name: str, parameters: int) -> None:
    with torch.device("meta"):
        network = MimoUNet(blocks)
    shapes = [[key, list(weight.shape)] for key, weight in network.state_dict().items()]
    assert sorted(shapes) == sorted(PUBLISHED[name])
    assert sum(weight.numel() for weight in network.parameters()) == parameters


@pytest.mark.parametrize(("blocks", "parameters"), [(8, 6_830_940), (20, 16_131_420)])
def test_space_to_depth_costs_few_parameters(blocks: int, parameters: int) -> None:
    with torch.device("meta"):
        network = MimoUNet(blocks, unshuffle=2)
    assert sum(weight.numel() for weight in network.parameters()) == parameters


def test_numbers_agree_with_a_plain_reading_of_the_paper(small: MimoUNet) -> None:
    """Compare with the forward pass written out with the published names and ``F.interpolate``."""
    w = small.state_dict()
    image = torch.rand(2, 3, 24, 32)

    def conv(x: Tensor, name: str, stride: int = 1, relu: bool = True) -> Tensor:
        weight = w[f"{name}.main.0.weight"]
        y = F.conv2d(x, weight, w[f"{name}.main.0.bias"], stride, weight.shape[-1] // 2)
        return y.relu() if relu else y

    def up(x: Tensor, name: str) -> Tensor:
        return F.conv_transpose2d(
            x, w[f"{name}.main.0.weight"], w[f"{name}.main.0.bias"], 2, 1
        ).relu()

    def stage(x: Tensor, name: str) -> Tensor:
        for block in range(2):
            inner = conv(x, f"{name}.layers.{block}.main.0")
            x = conv(inner, f"{name}.layers.{block}.main.1", relu=False) + x
        return x

    def scm(x: Tensor, name: str) -> Tensor:
        y = x
        for index in range(4):
            y = conv(y, f"{name}.main.{index}")
        return conv(torch.cat([x, y], 1), f"{name}.conv", relu=False)

    def fam(x: Tensor, y: Tensor, name: str) -> Tensor:
        return x + conv(x * y, f"{name}.merge", relu=False)

    def aff(parts: list[Tensor], name: str) -> Tensor:
        return conv(conv(torch.cat(parts, 1), f"{name}.conv.0"), f"{name}.conv.1", relu=False)

    def by(x: Tensor, factor: float) -> Tensor:
        return F.interpolate(x, scale_factor=factor)

    half, quarter = by(image, 0.5), by(by(image, 0.5), 0.5)
    e1 = stage(conv(image, "feat_extract.0"), "Encoder.0")
    e2 = stage(fam(conv(e1, "feat_extract.1", 2), scm(half, "SCM2"), "FAM2"), "Encoder.1")
    e3 = stage(fam(conv(e2, "feat_extract.2", 2), scm(quarter, "SCM1"), "FAM1"), "Encoder.2")
    skip2 = aff([by(e1, 0.5), e2, by(e3, 2)], "AFFs.1")
    skip1 = aff([e1, by(e2, 2), by(by(e3, 2), 2)], "AFFs.0")
    d = stage(e3, "Decoder.0")
    out3 = conv(d, "ConvsOut.0", relu=False) + quarter
    d = stage(conv(torch.cat([up(d, "feat_extract.3"), skip2], 1), "Convs.0"), "Decoder.1")
    out2 = conv(d, "ConvsOut.1", relu=False) + half
    d = stage(conv(torch.cat([up(d, "feat_extract.4"), skip1], 1), "Convs.1"), "Decoder.2")
    out1 = conv(d, "feat_extract.5", relu=False) + image

    with torch.no_grad():
        outputs = small(image)
    for output, expected in zip(outputs, (out3, out2, out1), strict=True):
        torch.testing.assert_close(output, expected, atol=1e-5, rtol=0)


@pytest.mark.parametrize("unshuffle", [1, 2])
def test_three_scales_come_out(unshuffle: int) -> None:
    network = MimoUNet(1, 8, unshuffle).eval()
    quarter, half, full = network(torch.rand(1, 3, 16, 24))
    assert [tuple(t.shape) for t in (quarter, half, full)] == [
        (1, 3, 4, 6),
        (1, 3, 8, 12),
        (1, 3, 16, 24),
    ]


@pytest.mark.parametrize("unshuffle", [1, 2])
def test_a_new_network_can_start_as_the_identity(unshuffle: int) -> None:
    network = MimoUNet(1, 8, unshuffle).eval()
    image = torch.rand(1, 3, 16, 16)
    assert not torch.equal(network(image)[-1], image)
    network.initialise_as_identity()
    quarter, half, full = network(image)
    assert torch.equal(full, image)
    assert torch.equal(half, image[..., ::2, ::2])
    assert torch.equal(quarter, image[..., ::4, ::4])


def test_low_precision_weights_keep_the_precision_of_the_picture() -> None:
    network = MimoUNet(1, 8, 2).to(torch.bfloat16).eval()
    network.initialise_as_identity()
    image = torch.rand(1, 3, 8, 8)
    assert torch.equal(network(image)[-1], image)


def test_dropout_acts_only_while_training() -> None:
    torch.manual_seed(0)
    network = MimoUNet(1, 8, dropout=0.5)
    image = torch.rand(1, 3, 16, 16)
    assert not torch.equal(network(image)[-1], network(image)[-1])
    network.eval()
    assert torch.equal(network(image)[-1], network(image)[-1])


@pytest.mark.parametrize(
    "arguments",
    [
        {"num_blocks": 0},
        {"unshuffle": 0},
        {"base_channels": 10},
        {"base_channels": 4, "unshuffle": 2},
        {"dropout": 1.0},
    ],
)
def test_impossible_forms_are_refused(arguments: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"must|count"):
        MimoUNet(**arguments)


@pytest.mark.parametrize(
    "shape", [(3, 8, 8), (1, 1, 8, 8), (1, 3, 8, 6), (1, 3, 10, 8), (0, 3, 8, 8), (1, 3, 0, 8)]
)
def test_impossible_pictures_are_refused(small: MimoUNet, shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"expected|divide"):
        small(torch.zeros(shape))

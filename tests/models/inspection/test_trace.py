"""A trace holds the pictures, residuals, times and operations of a real run."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from models.checkpoint import read_network
from models.enlarge import enlarge
from models.forward import deblur
from models.inspection.trace import PARTS, count_operations, trace
from models.mimo_unet import MimoUNet
from models.registry import MODELS
from tests.models.graphics import graphic


@pytest.fixture(scope="module")
def network() -> MimoUNet:
    return read_network(MODELS[0].file)


@pytest.mark.parametrize(("height", "width"), [(96, 64), (75, 61), (3, 1)])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=["fp32", "bf16"])
def test_the_parts_of_a_run_fit_together(
    height: int, width: int, dtype: torch.dtype, network: MimoUNet
) -> None:
    """Every input plus its residual is its output, and the full one is what the program restores."""
    enlarged = enlarge(graphic(64), 2)[:height, :width]
    placed = network.to(dtype)
    traced = trace(placed, enlarged)
    for scale, entered, left, added in zip(
        (4, 2, 1), traced.inputs, traced.outputs, traced.residuals, strict=True
    ):
        assert np.array_equal(entered, enlarged[::scale, ::scale])
        assert added.dtype == np.float32
        assert np.abs(np.clip(entered + added, 0, 255) - left).max() < 0.51  # rounded once
    image = torch.from_numpy(enlarged.copy()).permute(2, 0, 1)[None].float() / 255
    with torch.inference_mode():
        restored = deblur(placed, image)[0].permute(1, 2, 0).mul(255).round().byte().numpy()
    assert np.array_equal(traced.outputs[-1], restored)
    if min(height, width) > 8:
        assert np.abs(traced.residuals[-1]).max() > 20  # this picture has edges to sharpen


def test_the_times_are_of_the_parts_and_nothing_stays_hooked(network: MimoUNet) -> None:
    traced = trace(network.float(), graphic(128))
    assert tuple(traced.seconds) == PARTS
    assert all(seconds > 0 for seconds in traced.seconds.values())
    # All six stages do the same number of operations; everything else together does less than two of them.
    stages = sum(seconds for part, seconds in traced.seconds.items() if part.split()[-1].isdigit())
    assert stages > 0.6 * sum(traced.seconds.values())
    assert not any(
        module._forward_hooks or module._forward_pre_hooks for module in network.modules()
    )


@pytest.mark.parametrize(("num_blocks", "billions"), [(8, 63.73), (20, 150.71)])
def test_the_operations_of_the_papers_networks(num_blocks: int, billions: float) -> None:
    network = MimoUNet(num_blocks)
    assert count_operations(network, 256, 256) / 1e9 == pytest.approx(billions, abs=0.005)
    assert count_operations(network, 253, 256) == count_operations(network, 256, 256)
    assert count_operations(network, 257, 256) * 64 == count_operations(network, 256, 256) * 65


def test_the_operations_of_a_network_counted_by_hand() -> None:
    """One block, four channels, on 4 × 4 pixels: 16 places at full scale, 4 at a half, 1 at a quarter."""
    counted = count_operations(MimoUNet(1, 4), 4, 4)
    ends = 16 * 9 * 3 * 4 + 4 * 9 * 4 * 8 + 9 * 8 * 16  # the first convolution and those down
    stages = 2 * 2 * (16 * 9 * 4**2 + 4 * 9 * 8**2 + 9 * 16**2)
    up = 16 * (1 * 16 * 8 + 4 * 8 * 4)  # 4 × 4 kernels, at every place of what enters
    merge = 4 * 16 * 8 + 16 * 8 * 4
    out = 9 * 3 * (16 * 4 + 4 * 8 + 16)
    fusion = 16 * (28 * 4 + 9 * 4 * 4) + 4 * (28 * 8 + 9 * 8 * 8)
    attention = 4 * 9 * 8**2 + 9 * 16**2
    half = 4 * (9 * 3 * 2 + 2 * 4 + 9 * 4 * 4 + 4 * 5 + 8 * 8)
    quarter = 9 * 3 * 4 + 4 * 8 + 9 * 8 * 8 + 8 * 13 + 16 * 16
    assert counted == ends + stages + up + merge + out + fusion + attention + half + quarter


@pytest.mark.parametrize("shape", [(0, 4, 3), (4, 4), (4, 4, 4)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...], tiny_network: MimoUNet) -> None:
    with pytest.raises(ValueError, match=r"picture|expected"):
        trace(tiny_network, np.zeros(shape, np.uint8))
    with pytest.raises(ValueError, match="empty"):
        count_operations(tiny_network, 0, 4)


def test_a_run_that_fails_leaves_no_hook(tiny_network: MimoUNet) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of memory")

    with tiny_network.Decoder[1].register_forward_hook(fail), pytest.raises(RuntimeError):
        trace(tiny_network, graphic(16))
    modules: list[nn.Module] = [*tiny_network.modules()]
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in modules)

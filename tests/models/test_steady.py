"""The steady mode: exactly the mean of four turned answers, whatever the size, the tiles and the scale."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import Tensor

from models.deblur import deblur
from models.devices import DeviceInfo
from models.enlarge import enlarge
from models.mimo_unet import MimoUNet
from models.restorer import Cancelled, Progress, Restorer, TileSource

Pixels = npt.NDArray[np.uint8]
CPU = DeviceInfo("cpu", "CPU")
SIZES = [(37, 52), (8, 8), (1, 9), (64, 51)]


def picture(height: int, width: int) -> Pixels:
    return np.random.default_rng(0).integers(40, 216, (height, width, 3), np.uint8)


@pytest.fixture
def network(tiny_network: MimoUNet) -> MimoUNet:
    """Random weights whose answer stays near the picture, so that it is not refused."""
    with torch.no_grad():
        for parameter in tiny_network.feat_extract[5].parameters():
            parameter.mul_(0.1)
    return tiny_network


class Acting(MimoUNet):
    """The identity network followed by what a test wants done; counts its runs."""

    def __init__(self, act: Callable[[Tensor], Tensor]) -> None:
        super().__init__(1, 8, 2)
        self.start_as_identity()
        self.act = act
        self.runs = 0
        self.eval()

    def __deepcopy__(self, memo: object) -> Acting:
        return Acting(self.act)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        self.runs += 1
        quarter, half, full = super().forward(image)
        return quarter, half, self.act(full)


def pushed(full: Tensor) -> Tensor:
    """Mix each pixel with its left neighbour: no two rotations give the same."""
    left = torch.cat([full[..., :1], full[..., :-1]], dim=3)
    return (full + left) / 2


def mean_of_four(network: MimoUNet, image: Pixels) -> npt.NDArray[np.float32]:
    total = np.zeros(image.shape, np.float64)
    for turns in range(4):
        turned = torch.from_numpy(np.rot90(image, turns).copy()).permute(2, 0, 1)[None] / 255
        restored = deblur(network, turned)[0].permute(1, 2, 0).detach().numpy()
        total += np.rot90(restored, -turns)
    return (total / 4 * 255).astype(np.float32)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_the_mean_of_the_four_rounded_once(network: MimoUNet, size: tuple[int, int]) -> None:
    image = picture(*size)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32)
    restored = restorer.restore(image, 1, is_steady=True, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.NETWORK]
    expected = mean_of_four(network, image)
    assert np.abs(restored - expected).max() < 0.501  # rounded once, not four times
    assert (restored != restorer.restore(image, 1)).any()


@pytest.mark.parametrize("size", SIZES)
def test_a_turned_picture_gets_the_turned_result(network: MimoUNet, size: tuple[int, int]) -> None:
    """To the last bit, though the network pads on the right and below and is no such thing itself."""
    image = picture(*size)
    restorer = Restorer(network, CPU, torch.float32)
    upright = restorer.restore(image, 1, is_steady=True)
    for turns in (1, 2, 3):
        turned = restorer.restore(np.rot90(image, turns).copy(), 1, is_steady=True)
        np.testing.assert_array_equal(turned, np.rot90(upright, turns))


def test_the_upright_answer_does_depend_on_how_the_picture_is_turned(
    network: MimoUNet,
) -> None:
    image = picture(37, 52)
    restorer = Restorer(network, CPU, torch.float32)
    turned = restorer.restore(np.rot90(image).copy(), 1)
    assert (turned != np.rot90(restorer.restore(image, 1))).any()


def test_tiles_are_turned_one_by_one_and_leave_no_seam() -> None:
    image = picture(301, 217)
    values = image.astype(np.float64)
    padded = np.pad(values, ((1, 1), (1, 1), (0, 0)), mode="edge")
    cross = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    expected = values / 2 + cross / 8
    network = Acting(pushed)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=128)
    restored = restorer.restore(image, 1, is_steady=True, on_progress=seen.append)
    assert len(seen) > 20
    assert network.runs == 4 * len(seen)
    inside = (slice(1, -1), slice(1, -1))  # at the edges the padding was mixed in
    assert np.abs(restored - expected)[inside].max() < 0.501


def test_two_passes_are_steady_both() -> None:
    network = Acting(pushed)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=128)
    image = picture(60, 41)
    restored = restorer.restore(image, 4, is_steady=True, on_progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert {progress.total for progress in seen} == {len(seen)}
    assert network.runs == 4 * len(seen)
    middle = restorer.restore(enlarge(image, 2), 1, is_steady=True)
    again = restorer.restore(enlarge(middle, 2), 1, is_steady=True)
    np.testing.assert_array_equal(restored, again)


def test_a_cancel_is_obeyed_between_two_turns_of_a_tile() -> None:
    network = Acting(pushed)
    restorer = Restorer(network, CPU, torch.float32)
    with pytest.raises(Cancelled):
        restorer.restore(picture(40, 40), is_steady=True, is_cancelled=lambda: network.runs == 2)
    assert network.runs == 2


def test_one_impossible_turn_spoils_the_average_and_is_not_hidden_in_it() -> None:
    """A fourth of it would pass as plausible, and be seen."""
    heights: list[int] = []

    def spoil_once(full: Tensor) -> Tensor:
        heights.append(full.shape[2])
        return full + 0.2 if len(heights) == 3 else full

    image = np.full((30, 40, 3), 90, np.uint8)
    seen: list[Progress] = []
    restorer = Restorer(Acting(spoil_once), CPU, torch.float32)
    restored = restorer.restore(image, is_steady=True, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.ENLARGED]
    np.testing.assert_array_equal(restored, enlarge(image, 2))

"""The steady mode: exactly the mean of the two answers, whatever the size, the tiles and the scale."""

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
    """Mix each pixel with its left neighbour."""
    left = torch.cat([full[..., :1], full[..., :-1]], dim=3)
    return (full + left) / 2


def lightened(full: Tensor) -> Tensor:
    """Make light greys a little lighter: the negative is not treated alike."""
    return full + full**2 * (1 - full) / 2


def mean_of_both(network: MimoUNet, image: Pixels) -> npt.NDArray[np.float32]:
    values = torch.from_numpy(image).permute(2, 0, 1)[None] / 255
    with torch.no_grad():
        restored = (deblur(network, values) + 1 - deblur(network, 1 - values)) / 2
    pixels: npt.NDArray[np.float32] = (restored * 255)[0].permute(1, 2, 0).numpy()
    return pixels


@pytest.mark.parametrize("size", SIZES)
def test_it_is_the_mean_of_both_rounded_once(network: MimoUNet, size: tuple[int, int]) -> None:
    image = picture(*size)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32)
    restored = restorer.restore(image, 1, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.NETWORK]
    expected = mean_of_both(network, image)
    assert np.abs(restored - expected).max() < 0.501  # rounded once, not twice
    assert (restored != restorer.restore(image, 1, is_steady=False)).any()


@pytest.mark.parametrize("size", SIZES)
def test_a_negative_gets_the_negative_of_the_result(
    network: MimoUNet, size: tuple[int, int]
) -> None:
    image = picture(*size)
    restorer = Restorer(network, CPU, torch.float32)
    restored, opposite = (restorer.restore(side, 1) for side in (image, 255 - image))
    different = restored != 255 - opposite
    assert different.mean() < 0.005  # where a value lies between two levels, to a rounding
    assert np.abs(restored.astype(int) - (255 - opposite.astype(int))).max() <= 1


def test_one_answer_alone_treats_the_negative_in_another_way(network: MimoUNet) -> None:
    image = picture(37, 52)
    restorer = Restorer(network, CPU, torch.float32)
    restored, opposite = (
        restorer.restore(side, 1, is_steady=False) for side in (image, 255 - image)
    )
    assert (restored != 255 - opposite).mean() > 0.1


def test_tiles_are_asked_twice_each_and_leave_no_seam() -> None:
    image = picture(301, 217)
    values = image / 255
    expected = 255 * (values + values * (1 - values) * (2 * values - 1) / 4)
    network = Acting(lightened)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=128)
    restored = restorer.restore(image, 1, on_progress=seen.append)
    assert len(seen) > 20
    assert network.runs == 2 * len(seen)
    assert np.abs(restored - expected).max() < 0.501


def test_two_passes_are_steady_both() -> None:
    network = Acting(pushed)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=128)
    image = picture(60, 41)
    restored = restorer.restore(image, 4, on_progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert {progress.total for progress in seen} == {len(seen)}
    assert network.runs == 2 * len(seen)
    middle = restorer.restore(enlarge(image, 2), 1)
    again = restorer.restore(enlarge(middle, 2), 1)
    np.testing.assert_array_equal(restored, again)


def test_a_cancel_is_obeyed_between_the_two_answers_to_a_tile() -> None:
    network = Acting(pushed)
    restorer = Restorer(network, CPU, torch.float32)
    with pytest.raises(Cancelled):
        restorer.restore(picture(40, 40), is_cancelled=lambda: network.runs == 1)
    assert network.runs == 1


def test_one_impossible_answer_spoils_the_average_and_is_not_hidden_in_it() -> None:
    """Half of it would pass as plausible, and be seen."""
    calls: list[Tensor] = []

    def spoil_once(full: Tensor) -> Tensor:
        calls.append(full)
        return full + 0.2 if len(calls) == 2 else full

    image = np.full((30, 40, 3), 90, np.uint8)
    seen: list[Progress] = []
    restorer = Restorer(Acting(spoil_once), CPU, torch.float32)
    restored = restorer.restore(image, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.ENLARGED]
    np.testing.assert_array_equal(restored, enlarge(image, 2))

"""The self-ensemble: the mean of two results where the first changes something, for any size and tiles."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import Tensor

from models.device_info import DeviceInfo
from models.enlarge import enlarge
from models.forward import deblur
from models.mimo_unet import MimoUNet
from models.progress import Cancelled, Progress, TileSource
from models.restorer import Restorer
from models.self_ensemble import CHANGE_WINDOW, apply_self_ensemble
from tests.models.scripted_network import ScriptedNetwork, smear_right

Pixels = npt.NDArray[np.uint8]
CPU = DeviceInfo("cpu", "CPU")
SIZES = [(37, 52), (8, 8), (1, 9), (64, 51)]


def picture(height: int, width: int) -> Pixels:
    return np.random.default_rng(0).integers(40, 216, (height, width, 3), np.uint8)


@pytest.fixture
def network(tiny_network: MimoUNet) -> MimoUNet:
    """Random weights whose output stays close to the picture, so that it is plausible."""
    with torch.no_grad():
        for parameter in tiny_network.feat_extract[5].parameters():
            parameter.mul_(0.1)
    return tiny_network


def lighten_bright(full: Tensor) -> Tensor:
    """Make light greys a little lighter, which treats a picture and its negative differently."""
    return full + full**2 * (1 - full) / 2


def test_it_is_the_mean_of_both_where_much_changes() -> None:
    image = torch.full((1, 3, 20, 30), 0.8)
    # 0.8 becomes 0.4; the negative, 0.2, becomes 0.1, which is 0.9 turned back.
    torch.testing.assert_close(
        apply_self_ensemble(lambda x: x / 2, image), torch.full_like(image, 0.65), atol=1e-3, rtol=0
    )


def test_the_negative_has_no_say_where_the_picture_is_left_as_it_is() -> None:
    """Half of the picture changes, its negative everywhere; beyond the window nothing changes."""
    image = torch.full((1, 3, 40, 80), 0.8)
    half = (torch.arange(80) < 40).float()

    def restore(values: Tensor) -> Tensor:
        return values * (1 - half / 2) if values.mean() > 0.5 else values + 0.1

    averaged = apply_self_ensemble(restore, image)
    assert torch.equal(
        averaged[..., 40 + CHANGE_WINDOW // 2 :], image[..., 40 + CHANGE_WINDOW // 2 :]
    )
    # 0.4, and 0.7 turned back.
    torch.testing.assert_close(averaged[..., :40].mean(), torch.tensor(0.55), atol=1e-3, rtol=0)


@pytest.mark.parametrize("size", SIZES)
def test_the_restorer_rounds_the_average_once(network: MimoUNet, size: tuple[int, int]) -> None:
    image = picture(*size)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32)
    restored = restorer.restore(image, 1, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.NETWORK]
    assert np.abs(restored - whole_average(network, image)).max() < 0.501
    assert (restored != restorer.restore(image, 1, self_ensemble=False)).any()


def test_tiles_are_asked_twice_each_and_leave_no_seam() -> None:
    image = picture(301, 217)
    network = ScriptedNetwork(lighten_bright)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=128)
    restored = restorer.restore(image, 1, on_progress=seen.append)
    assert len(seen) > 20
    assert network.runs == 2 * len(seen)
    assert np.abs(restored - whole_average(network, image)).max() < 0.501


def whole_average(network: MimoUNet, image: Pixels) -> npt.NDArray[np.float32]:
    """The average over the whole picture at once, 0 to 255."""
    values = torch.from_numpy(image).permute(2, 0, 1)[None] / 255
    with torch.no_grad():
        restored = apply_self_ensemble(partial(deblur, network), values)
    pixels: npt.NDArray[np.float32] = (restored * 255)[0].permute(1, 2, 0).numpy()
    return pixels


def test_two_passes_are_steady_both() -> None:
    network = ScriptedNetwork(smear_right)
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
    network = ScriptedNetwork(smear_right)
    restorer = Restorer(network, CPU, torch.float32)
    with pytest.raises(Cancelled):
        restorer.restore(picture(40, 40), is_cancelled=lambda: network.runs == 1)
    assert network.runs == 1


def test_one_impossible_answer_spoils_the_average_and_is_not_hidden_in_it() -> None:
    """Half of this change would pass as plausible, but be visible."""
    calls: list[Tensor] = []

    def spoil_once(full: Tensor) -> Tensor:
        calls.append(full)
        return full + 0.2 if len(calls) == 2 else full

    image = np.full((30, 40, 3), 90, np.uint8)
    seen: list[Progress] = []
    restorer = Restorer(ScriptedNetwork(spoil_once), CPU, torch.float32)
    restored = restorer.restore(image, on_progress=seen.append)
    assert [progress.source for progress in seen] == [TileSource.ENLARGED]
    np.testing.assert_array_equal(restored, enlarge(image, 2))

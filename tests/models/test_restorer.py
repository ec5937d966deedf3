"""The restorer with small networks whose output is known."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import Tensor

from models.device_info import DeviceInfo
from models.enlarge import enlarge
from models.errors import CheckpointError, DeviceError, OutOfMemoryError
from models.forward import deblur, is_plausible
from models.mimo_unet import MimoUNet
from models.progress import Cancelled, Progress, TileSource
from models.restorer import Restorer
from models.tile_planning import MIN_TILE
from models.tiling import Box

Pixels = npt.NDArray[np.uint8]
CPU = DeviceInfo("cpu", "CPU")


def picture(height: int, width: int, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def identity(unshuffle: int = 2) -> MimoUNet:
    network = MimoUNet(1, 8, unshuffle).eval()
    network.initialise_as_identity()
    return network


class ScriptedNetwork(MimoUNet):
    """The identity network after a function of the test."""

    def __init__(self, act: Callable[[Tensor], Tensor]) -> None:
        super().__init__(1, 8, 2)
        self.initialise_as_identity()
        self.act = act
        self.eval()

    def __deepcopy__(self, memo: object) -> "ScriptedNetwork":
        return ScriptedNetwork(self.act)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        quarter, half, full = super().forward(image)
        return quarter, half, self.act(full)

    @property
    def is_exact(self) -> bool:
        return next(self.parameters()).dtype == torch.float32


def test_the_identity_network_returns_the_enlarged_picture_through_tiles() -> None:
    for scale, sides in ((1, (150, 131)), (2, (75, 131)), (4, (38, 33))):
        image = picture(*sides)
        expected = enlarge(image, 2) if scale != 1 else image
        expected = enlarge(expected, 2) if scale == 4 else expected
        for precision in (torch.float32, torch.bfloat16):
            restorer = Restorer(identity(), CPU, precision, tile=128)
            np.testing.assert_array_equal(restorer.restore(image, scale), expected)


@pytest.mark.parametrize("height", [*range(1, 10), 33])
@pytest.mark.parametrize("width", [1, 2, 7, 8, 9])
def test_any_sides_from_one_pixel(height: int, width: int) -> None:
    torch.manual_seed(1)
    network = MimoUNet(1, 8, 2).eval()
    restored = Restorer(network, CPU, torch.float32).restore(picture(height, width), 1)
    assert restored.shape == (height, width, 3)
    np.testing.assert_array_equal(
        Restorer(identity(1), CPU, torch.float32).restore(picture(height, width)),
        enlarge(picture(height, width), 2),
    )


def test_padding_is_only_on_the_right_and_below() -> None:
    """A picture cut to a multiple of 8 has the same pixels far from where it was cut."""
    torch.manual_seed(2)
    network = MimoUNet(1, 8, 2).eval()
    image = torch.rand(1, 3, 125, 123)
    whole, cut = deblur(network, image), deblur(network, image[..., :120, :120])
    torch.testing.assert_close(whole[..., :40, :40], cut[..., :40, :40], atol=1e-5, rtol=0)


def test_progress_covers_the_picture_once() -> None:
    image = picture(100, 170)
    seen: list[Progress] = []
    canvas = np.zeros((200, 340, 3), np.uint8)
    restored = Restorer(identity(), CPU, tile=128).restore(image, on_progress=seen.append)
    for progress in seen:
        canvas[progress.box.slices] = progress.pixels
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert {progress.total for progress in seen} == {len(seen)}
    assert {progress.source for progress in seen} == {TileSource.NETWORK}
    np.testing.assert_array_equal(canvas, restored)


def test_two_passes_count_as_one_job_in_output_pixels() -> None:
    seen: list[Progress] = []
    Restorer(identity(), CPU, tile=128).restore(picture(60, 40), 4, on_progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert {progress.total for progress in seen} == {len(seen)}
    assert max(progress.box.bottom for progress in seen) == 240
    for progress in seen:
        assert progress.pixels.shape[:2] == (progress.box.height, progress.box.width)


def test_what_is_on_screen_comes_first() -> None:
    corner = Box(380, 380, 10, 10)
    seen: list[Progress] = []
    Restorer(identity(), CPU, tile=128).restore(
        picture(200, 200), visible=lambda: corner, on_progress=seen.append
    )
    assert seen[0].box.intersection(corner)


def test_a_cancel_is_obeyed_within_one_tile() -> None:
    seen: list[Progress] = []
    restorer = Restorer(identity(), CPU, tile=128)
    with pytest.raises(Cancelled):
        restorer.restore(
            picture(200, 200), on_progress=seen.append, is_cancelled=lambda: len(seen) == 2
        )
    assert len(seen) == 2


def test_when_memory_runs_out_the_tiles_are_halved() -> None:
    sizes: list[int] = []

    def act(full: Tensor) -> Tensor:
        sizes.append(max(full.shape[2:]))
        if sizes[-1] > 256:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return full

    image = picture(300, 300)
    restored = Restorer(ScriptedNetwork(act), CPU, torch.float32, tile=512).restore(image)
    np.testing.assert_array_equal(restored, enlarge(image, 2))
    assert sizes[0] > 256
    assert max(sizes[1:]) <= 256


def test_a_second_pass_keeps_the_smaller_tiles_of_the_first() -> None:
    """The tiles are counted on from those that the first pass used in the end."""
    sizes: list[int] = []

    def act(full: Tensor) -> Tensor:
        sizes.append(max(full.shape[2:]))
        if sizes[-1] > 256:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return full

    seen: list[Progress] = []
    restorer = Restorer(ScriptedNetwork(act), CPU, torch.float32, tile=512)
    restorer.restore(picture(150, 150), 4, on_progress=seen.append)
    assert sizes[0] > 256
    assert max(sizes[1:]) <= 256
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert seen[-1].total == len(seen)


def test_when_not_even_the_smallest_tile_fits_the_error_is_a_sentence() -> None:
    sizes: list[int] = []

    def act(full: Tensor) -> Tensor:
        sizes.append(max(full.shape[2:]))
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried")

    with pytest.raises(OutOfMemoryError, match=r"not enough memory on CPU.*\.$"):
        Restorer(ScriptedNetwork(act), CPU, torch.float32, tile=512).restore(picture(300, 300))
    assert sizes[-1] <= MIN_TILE


def test_a_lost_gpu_is_a_sentence_and_other_errors_stay_themselves() -> None:
    def lose(full: Tensor) -> Tensor:
        raise RuntimeError("CUDA error: unspecified launch failure")

    def fail(full: Tensor) -> Tensor:
        raise RuntimeError("a mistake of ours")

    with pytest.raises(DeviceError, match="stopped working"):
        Restorer(ScriptedNetwork(lose), CPU, torch.float32).restore(picture(8, 8))
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        Restorer(ScriptedNetwork(fail), CPU, torch.float32).restore(picture(8, 8))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 0.6])
def test_an_impossible_tile_is_computed_again_in_float32(bad: float) -> None:
    class Fragile(ScriptedNetwork):
        def __deepcopy__(self, memo: object) -> "Fragile":
            return Fragile(self.act)

        def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
            quarter, half, full = super().forward(image)
            return quarter, half, full if self.is_exact else full + bad

    seen: list[Progress] = []
    image = np.full((40, 40, 3), 90, np.uint8)
    restorer = Restorer(Fragile(lambda full: full), CPU, torch.bfloat16)
    restored = restorer.restore(image, on_progress=seen.append)
    assert {progress.source for progress in seen} == {TileSource.NETWORK_FP32}
    np.testing.assert_array_equal(restored, enlarge(image, 2))


def test_a_tile_that_stays_impossible_stays_as_it_was() -> None:
    def spoil(full: Tensor) -> Tensor:
        full[..., 20:60, 20:60] = 1.0
        return full

    seen: list[Progress] = []
    image = np.full((60, 60, 3), 30, np.uint8)
    restorer = Restorer(ScriptedNetwork(spoil), CPU, torch.bfloat16)
    restored = restorer.restore(image, on_progress=seen.append)
    assert {progress.source for progress in seen} == {TileSource.ENLARGED}
    np.testing.assert_array_equal(restored, enlarge(image, 2))


def test_sharpening_an_edge_is_plausible() -> None:
    edge = torch.zeros(1, 3, 64, 64)
    edge[..., 30:] = 1
    ramp = torch.linspace(0, 1, 13).expand(1, 3, 64, 13)
    blurred = torch.cat([torch.zeros(1, 3, 64, 24), ramp, torch.ones(1, 3, 64, 27)], dim=3)
    assert is_plausible(edge, blurred)
    assert not is_plausible(edge + 0.5, blurred)


@pytest.mark.parametrize("shape", [(8, 8), (8, 8, 4), (0, 8, 3), (8, 0, 3)])
def test_impossible_pictures_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Restorer(identity(), CPU).restore(np.zeros(shape, np.uint8))
    with pytest.raises(ValueError, match="expected"):
        Restorer(identity(), CPU).restore(np.zeros((8, 8, 3), np.float32))


def test_other_scales_are_refused() -> None:
    with pytest.raises(ValueError, match="scale"):
        Restorer(identity(), CPU).restore(picture(8, 8), 3)


def test_loading_explains_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="missing"):
        Restorer.load(str(tmp_path / "none.pkl"))
    with pytest.raises(DeviceError, match="no device “cuda:7”"):
        Restorer.load("clearmark-small", "cuda:7")

"""Areas that are left out would not have changed, and all others are restored as before."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

pytest.importorskip("scipy", reason="the training extra is not installed")

from models import tile_planning as planning
from models.checkpoint import read_network
from models.device_info import DeviceInfo
from models.enlarge import enlarge
from models.progress import Progress, TileSource
from models.regions import BANDING_STEP, CELL, deband, find_regions
from models.registry import find_model
from models.restorer import Restorer
from models.tiling import Box
from models.training.evaluation.metrics import psnr
from tests.models.graphics import graphic
from tests.models.scripted_network import ScriptedNetwork, smear_right
from tests.models.sparse_pages import SparsePage

Pixels = npt.NDArray[np.uint8]
CPU = DeviceInfo("cpu", "CPU")
SIZE = (768, 896)
SMALL = (448, 512)  # of pages that go through the network whole
PAGES = {
    "white": SparsePage(),
    "dark": SparsePage((24, 34, 60), (230, 225, 210), blur=2.5),
    "faint text": SparsePage((90, 120, 140), (94, 124, 144), blur=2),
    "gradient": SparsePage((250, 246, 230), (200, 190, 180), gradient=12),
    "JPEG": SparsePage((40, 110, 160), (250, 240, 200), codec="JPEG", quality=40),
    "JPEG of a gradient": SparsePage(gradient=40, codec="JPEG", quality=60),
    "WebP": SparsePage((240, 236, 225), codec="WEBP", quality=60),
}


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    entry = find_model("clearmark-plus")
    assert entry is not None
    return Restorer(read_network(entry.file), CPU, tile=384)


@pytest.fixture
def everything_restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Inside the returned context, everything goes through the network, flat or not."""
    with monkeypatch.context() as context:
        context.setattr(planning, "MAX_PARTIAL_COST", 0)
        yield context


def area_cost(box: Box) -> int:
    return (box.height + 96) * (box.width + 96)


# --- sparse pages, with the shipped weights


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_sparse_page_is_as_good_as_if_nothing_were_left_out(
    page: SparsePage, restorer: Restorer, everything_restored: pytest.MonkeyPatch
) -> None:
    truth = page.truth(*SMALL)
    source = page.damaged(truth)
    # What is left out is decided before the network runs, so one answer shows it as well as two.
    full = restorer.restore(source, self_ensemble=False)
    everything_restored.undo()
    focused = restorer.restore(source, self_ensemble=False)
    regions = restorer.find_regions(enlarge(source, 2))
    assert regions.share < 0.4
    assert psnr(focused, truth) == pytest.approx(psnr(full, truth), abs=0.02)
    changed = np.abs(full.astype(int) - enlarge(source, 2)).max(axis=2) > 2
    covered = changed.copy()
    for box in regions.boxes:
        covered[box.slices] = False
    assert covered.sum() <= 0.01 * changed.sum()


def test_grain_is_not_left_out(restorer: Restorer) -> None:
    page = SparsePage(noise=3, codec="JPEG", quality=80)
    enlarged = enlarge(page.damaged(page.truth(*SIZE)), 2)
    assert restorer.find_regions(enlarged).share > 0.95


# --- banding of a JPEG file along a gradient


def test_stairs_come_nearer_to_the_gradient() -> None:
    ramp = np.linspace(240, 200, 896)[None, :, None]
    truth = np.rint(ramp).astype(np.uint8).repeat(768, axis=0).repeat(3, axis=2)
    enlarged = enlarge(SparsePage(codec="JPEG", quality=60).damaged(truth), 2)
    spread = deband(enlarged)
    assert np.abs(spread.astype(int) - enlarged).max() in range(1, BANDING_STEP + 1)
    assert psnr(spread, truth) > psnr(enlarged, truth) + 0.5


@pytest.mark.parametrize("name", ["white", "faint text", "gradient"])
def test_what_has_no_stairs_stays_to_the_bit(name: str) -> None:
    page = PAGES[name]
    enlarged = enlarge(page.damaged(page.truth(*SIZE)), 2)
    assert deband(enlarged) is enlarged


def test_a_step_of_three_levels_may_be_meant() -> None:
    picture = np.full((256, 256, 3), 200, np.uint8)
    picture[:, 128:] = 203
    assert deband(picture) is picture
    picture[:, 128:] = 202
    assert set(np.unique(deband(picture)[0, :, 0])) == {200, 201, 202}


# --- what counts as flat


def test_text_of_three_levels_is_found_and_a_smooth_gradient_is_not() -> None:
    page = SparsePage((200, 200, 200), (197, 197, 197), blur=2)
    ring = Box(30, 40, 60, 60)
    boxes = find_regions(enlarge(page.damaged(page.truth(*SIZE)), 2), area_cost).boxes
    assert any(box.intersection(ring) == ring for box in boxes)
    ramp = np.rint(np.linspace(200, 100, 896)).astype(np.uint8)
    assert not find_regions(np.broadcast_to(ramp[:, None], (768, 896, 3)), area_cost).boxes


def test_an_edge_between_two_cells_is_seen() -> None:
    picture = np.full((256, 256, 3), 200, np.uint8)
    picture[:, 128:, 1] = 190
    assert sum(box.width for box in find_regions(picture, area_cost).boxes) > 0


@given(
    st.integers(1, 300),
    st.integers(1, 300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(0, 299)), max_size=4),
)
@settings(deadline=None, max_examples=60)
def test_regions_hold_all_that_stands_out_and_a_margin(
    height: int, width: int, dots: list[tuple[int, int]]
) -> None:
    picture = np.full((height, width, 3), 99, np.uint8)
    whole = Box(0, 0, height, width)
    regions = find_regions(picture, area_cost)
    assert regions.boxes == ()
    for row, column in dots:
        picture[row % height, column % width] = 160
    regions = find_regions(picture, area_cost)
    taken = np.zeros((height, width), int)
    for box in regions.boxes:
        taken[box.slices] += 1
        assert box.intersection(whole) == box
        assert box.top % CELL == box.left % CELL == 0
    assert taken.max() <= 1
    assert regions.share == pytest.approx(taken.mean())
    if height * width > len(dots):  # otherwise the dots may be all there is
        for row, column in np.argwhere(picture[..., 0] == 160):
            assert taken[Box(row, column, 1, 1).grown(CELL, whole).slices].all()


def test_the_part_with_the_most_to_sharpen_comes_first() -> None:
    page = SparsePage()
    (first, *others) = find_regions(enlarge(page.damaged(page.truth(*SIZE)), 2), area_cost).boxes
    assert first.intersection(Box(140, 32, 20, 100))  # the large text
    assert others


# --- the restorer


def dotted(height: int, width: int, *corners: tuple[int, int]) -> Pixels:
    """A flat picture with textured squares of 20 pixels."""
    image = np.full((height, width, 3), 120, np.uint8)
    for row, column in corners:
        image[row : row + 20, column : column + 20] = graphic(20)
    return image


def test_a_page_without_content_stays_enlarged_without_the_network() -> None:
    def fail(full: Tensor) -> Tensor:
        raise AssertionError

    seen: list[Progress] = []
    image = np.full((300, 400, 3), (250, 240, 230), np.uint8)
    restorer = Restorer(ScriptedNetwork(fail), CPU, torch.float32, tile=256)
    for scale in (1, 2, 4):
        restored = restorer.restore(image, scale, on_progress=seen.append)
        expected = np.broadcast_to(image[0, 0], (300 * scale, 400 * scale, 3))
        np.testing.assert_array_equal(restored, expected)
    assert not seen


@pytest.mark.parametrize("image", [graphic(200), dotted(60, 60, (5, 5))], ids=["busy", "one tile"])
def test_busy_and_small_pictures_are_restored_as_ever(
    image: Pixels, everything_restored: pytest.MonkeyPatch
) -> None:
    restorer = Restorer(ScriptedNetwork(smear_right), CPU, torch.float32, tile=384)
    expected = restorer.restore(image)
    everything_restored.undo()
    seen: list[Progress] = []
    np.testing.assert_array_equal(restorer.restore(image, on_progress=seen.append), expected)
    assert sum(progress.box.area for progress in seen) == expected[..., 0].size


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("self_ensemble", [False, True])
def test_only_the_regions_go_through_the_network(scale: int, self_ensemble: bool) -> None:
    image = dotted(400, 500, (30, 40), (300, 400))
    network = ScriptedNetwork(smear_right)
    seen: list[Progress] = []
    restorer = Restorer(network, CPU, torch.float32, tile=256)
    restored = restorer.restore(image, scale, self_ensemble=self_ensemble, on_progress=seen.append)
    regions = restorer.find_regions(enlarge(image, min(scale, 2))).magnified(max(1, scale // 2))
    assert len(regions.boxes) == 2
    assert 0 < regions.share < 0.2
    assert [progress.done for progress in seen] == list(range(1, len(seen) + 1))
    assert {progress.total for progress in seen} == {len(seen)}
    assert network.runs == (2 if self_ensemble else 1) * len(seen)
    is_flat = np.ones(restored.shape[:2], bool)
    whole = Box(0, 0, *restored.shape[:2])
    for box in regions.boxes:
        is_flat[box.grown(planning.BLEND, whole).slices] = False
        assert any(progress.box.intersection(box) for progress in seen)
    assert (restored[is_flat] == 120).all()
    # Two equal squares give equal results, even in different tiles.
    one, other = (
        restored[scale * row : scale * (row + 20), scale * column : scale * (column + 20)]
        for row, column in ((30, 40), (300, 400))
    )
    np.testing.assert_array_equal(one, other)
    assert (one != 120).any()


@pytest.mark.slow
def test_a_region_is_restored_as_it_is_in_the_whole(
    everything_restored: pytest.MonkeyPatch,
) -> None:
    """This also holds for regions larger than a tile, and when memory runs out."""
    image = dotted(400, 500, *((30, 40 + step) for step in range(0, 300, 20)), (300, 400))
    sizes: list[int] = []

    def act(full: Tensor) -> Tensor:
        sizes.append(max(full.shape[2:]))
        if sizes[-1] > 256:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return smear_right(full)

    restorer = Restorer(ScriptedNetwork(act), CPU, torch.float32, tile=512)
    expected = restorer.restore(image)
    everything_restored.undo()
    whole_runs = len(sizes)
    np.testing.assert_array_equal(restorer.restore(image), expected)
    assert max(sizes[whole_runs:]) > 256
    assert len(sizes) < 1.5 * whole_runs


def test_what_is_on_screen_comes_before_what_matters_most() -> None:
    image = dotted(400, 500, (30, 40), (30, 60), (300, 400))
    restorer = Restorer(ScriptedNetwork(smear_right), CPU, torch.float32, tile=256)
    seen: list[Progress] = []
    restorer.restore(image, on_progress=seen.append)
    assert seen[0].box.top < 200
    seen.clear()
    restorer.restore(image, on_progress=seen.append, visible=lambda: Box(620, 820, 10, 10))
    assert seen[0].box.top > 400


def test_an_impossible_region_stays_as_it_was() -> None:
    seen: list[Progress] = []
    image = dotted(400, 500, (30, 40))
    restorer = Restorer(ScriptedNetwork(lambda full: full + 0.5), CPU, torch.float32, tile=256)
    restored = restorer.restore(image, on_progress=seen.append)
    assert {progress.source for progress in seen} == {TileSource.ENLARGED}
    np.testing.assert_array_equal(restored, enlarge(image, 2))

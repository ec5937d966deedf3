"""Plans cover, weights sum to one, joins lose nothing: for any size."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.tiling import Box, Mosaic, Plan, plan_tiles, weights

sides = st.integers(1, 700)
tiles = st.sampled_from([64, 128, 256])
halos = st.sampled_from([8, 16])
blends = st.sampled_from([0, 3, 8])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return plan_tiles(
        draw(sides), draw(sides), tile=draw(tiles), halo=draw(halos), blend=draw(blends)
    )


@given(plans())
@settings(deadline=None, max_examples=60)
def test_cores_partition_the_picture(plan: Plan) -> None:
    count = np.zeros((plan.height, plan.width), int)
    for tile in plan:
        count[tile.core.slices] += 1
    assert (count == 1).all()


@given(plans())
@settings(deadline=None, max_examples=60)
def test_boxes_are_nested_and_reads_start_where_the_network_samples(plan: Plan) -> None:
    whole = Box(0, 0, plan.height, plan.width)
    for tile in plan:
        assert tile.core.intersection(tile.window) == tile.core
        assert tile.window.intersection(tile.read) == tile.window
        assert tile.read.intersection(whole) == tile.read
        assert tile.read.top % 8 == 0
        assert tile.read.left % 8 == 0


@given(plans())
@settings(deadline=None, max_examples=60)
def test_weights_sum_to_one(plan: Plan) -> None:
    total = np.zeros((plan.height, plan.width, 1), np.float64)
    for tile in plan:
        share = weights(tile, plan)
        assert share.min() >= 0
        total[tile.window.slices] += share
    np.testing.assert_allclose(total, 1, atol=1e-6)


@given(plans(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_joining_untouched_tiles_in_any_order_gives_the_picture(plan: Plan, random: object) -> None:
    rng = np.random.default_rng(1)
    picture = rng.integers(0, 256, (plan.height, plan.width, 3), np.uint8)
    order = list(plan)
    random.shuffle(order)  # type: ignore[attr-defined]
    mosaic = Mosaic(plan)
    for tile in order:
        mosaic.add(tile, picture[tile.window.slices].astype(np.float32))
    np.testing.assert_array_equal(mosaic.pixels, picture)
    assert not mosaic._sums


@given(sides, sides, tiles, halos)
@settings(deadline=None)
def test_no_read_is_larger_than_asked(height: int, width: int, tile: int, halo: int) -> None:
    for piece in plan_tiles(height, width, tile=tile, halo=halo, blend=0):
        assert max(piece.read.height, piece.read.width) <= tile


def test_a_picture_that_fits_is_one_tile() -> None:
    (tile,) = plan_tiles(256, 200, tile=256)
    assert tile.core == tile.window == tile.read == Box(0, 0, 256, 200)


def test_a_difference_between_tiles_becomes_a_ramp() -> None:
    plan = plan_tiles(8, 96, tile=64, halo=8, blend=8)
    mosaic = Mosaic(plan)
    for tile in plan:
        value = 100.0 if tile.column == 0 else 140.0
        mosaic.add(tile, np.full((tile.window.height, tile.window.width, 3), value, np.float32))
    steps = np.abs(np.diff(mosaic.pixels[0, :, 0].astype(int)))
    assert steps.sum() == 40
    assert steps.max() <= 3


@pytest.mark.parametrize(
    "arguments",
    [
        {"height": 0, "width": 8, "tile": 128},
        {"height": 8, "width": 8, "tile": 130},
        {"height": 8, "width": 8, "tile": 64, "halo": 32},
        {"height": 8, "width": 8, "tile": 128, "halo": 12},
        {"height": 8, "width": 8, "tile": 128, "halo": 8, "blend": 9},
    ],
)
def test_impossible_plans_are_refused(arguments: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"tile|halo"):
        plan_tiles(**arguments)

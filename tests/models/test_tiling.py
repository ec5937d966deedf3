"""For any size, plans cover the picture, weights sum to one, and joining loses nothing."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.tiling import Box, Mosaic, TilePlan, blend_weights, plan_tiles

sides = st.integers(1, 700)
tiles = st.sampled_from([64, 128, 256])
context_widths = st.sampled_from([8, 16])
blends = st.sampled_from([0, 3, 8])


@st.composite
def plans(draw: st.DrawFn) -> TilePlan:
    return plan_tiles(
        draw(sides),
        draw(sides),
        tile=draw(tiles),
        context_width=draw(context_widths),
        blend=draw(blends),
    )


@given(plans())
@settings(deadline=None, max_examples=60)
def test_cores_partition_the_picture(plan: TilePlan) -> None:
    count = np.zeros((plan.height, plan.width), int)
    for tile in plan:
        count[tile.core.slices] += 1
    assert (count == 1).all()


@given(plans())
@settings(deadline=None, max_examples=60)
def test_boxes_are_nested_and_reads_start_where_the_network_samples(plan: TilePlan) -> None:
    whole = Box(0, 0, plan.height, plan.width)
    for tile in plan:
        assert tile.core.intersection(tile.window) == tile.core
        assert tile.window.intersection(tile.context) == tile.window
        assert tile.context.intersection(whole) == tile.context
        assert tile.context.top % 8 == 0
        assert tile.context.left % 8 == 0


@given(plans())
@settings(deadline=None, max_examples=60)
def test_weights_sum_to_one(plan: TilePlan) -> None:
    total = np.zeros((plan.height, plan.width, 1), np.float64)
    for tile in plan:
        share = blend_weights(tile, plan)
        assert share.min() >= 0
        total[tile.window.slices] += share
    np.testing.assert_allclose(total, 1, atol=1e-6)


@given(plans(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_joining_untouched_tiles_in_any_order_gives_the_picture(
    plan: TilePlan, random: object
) -> None:
    rng = np.random.default_rng(1)
    picture = rng.integers(0, 256, (plan.height, plan.width, 3), np.uint8)
    order = list(plan)
    random.shuffle(order)  # type: ignore[attr-defined]
    mosaic = Mosaic(plan, np.zeros((plan.height, plan.width, 3), np.uint8))
    for tile in order:
        mosaic.add(tile, picture[tile.window.slices].astype(np.float32))
    np.testing.assert_array_equal(mosaic.pixels, picture)
    assert not mosaic._sums


@given(sides, sides, tiles, context_widths)
@settings(deadline=None)
def test_no_read_is_larger_than_asked(
    height: int, width: int, tile: int, context_width: int
) -> None:
    for piece in plan_tiles(height, width, tile=tile, context_width=context_width, blend=0):
        assert max(piece.context.height, piece.context.width) <= tile


@st.composite
def partial_plans(draw: st.DrawFn) -> tuple[TilePlan, list[Box]]:
    """Boxes made of the squares of a grid, some of them adjacent."""
    height, width = draw(sides), draw(sides)
    whole = Box(0, 0, height, width)
    squares = draw(st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
    boxes = [Box(row * 160, column * 160, 160, 160).intersection(whole) for row, column in squares]
    found = [box for box in boxes if box is not None and min(box.height, box.width) >= 16]
    return plan_tiles(height, width, tile=128, context_width=16, blend=8, boxes=found), found


@given(partial_plans())
@settings(deadline=None, max_examples=60)
def test_parts_are_covered_and_fade_into_the_rest(planned: tuple[TilePlan, list[Box]]) -> None:
    plan, boxes = planned
    inside = np.zeros((plan.height, plan.width), int)
    for box in boxes:
        inside[box.slices] = 1
    count, total = np.zeros_like(inside), np.zeros(inside.shape, np.float64)
    for tile in plan:
        count[tile.core.slices] += 1
        total[tile.window.slices] += blend_weights(tile, plan)[..., 0]
    np.testing.assert_array_equal(count, inside)
    assert plan.share == pytest.approx(inside.mean())
    # The weights are the parts, smoothed over twice the blend.
    padded = np.pad(inside, 8, mode="edge").astype(float)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (17, 17))
    kernel = np.array([0.5, *np.ones(15), 0.5]) / 16
    smooth = np.einsum("ijkl,k,l->ij", windows, kernel, kernel)
    np.testing.assert_allclose(total, smooth, atol=1e-5)

    picture = np.full((plan.height, plan.width, 3), 100, np.uint8)
    mosaic = Mosaic(plan, picture)
    for tile in plan:
        mosaic.add(tile, np.full((tile.window.height, tile.window.width, 3), 200.0, np.float32))
    assert np.abs(mosaic.pixels[..., 0] - (100 + 100 * total)).max() <= 0.51
    assert not mosaic._sums


def test_a_picture_that_fits_is_one_tile() -> None:
    (tile,) = plan_tiles(256, 200, tile=256)
    assert tile.core == tile.window == tile.context == Box(0, 0, 256, 200)


def test_a_box_of_the_enlarged_picture_is_one_of_the_source() -> None:
    box = Box(8, 16, 24, 40)
    assert box.reduced(2) == Box(4, 8, 12, 20)
    assert box.reduced(2).magnified(2) == box


@pytest.mark.parametrize(
    ("box", "factor", "expected"),
    [
        (Box(4, 6, 8, 10), 1, Box(4, 6, 8, 10)),
        (Box(4, 6, 8, 10), 2, Box(2, 3, 4, 5)),
        (Box(5, 7, 8, 10), 2, Box(2, 3, 5, 6)),  # rows 5 to 13, columns 7 to 17
        (Box(3, 3, 1, 1), 4, Box(0, 0, 1, 1)),
    ],
)
def test_a_reduced_box_covers_what_it_covered(box: Box, factor: int, expected: Box) -> None:
    assert box.reduced(factor) == expected
    assert box.magnified(factor).reduced(factor) == box


def test_a_difference_between_tiles_becomes_a_ramp() -> None:
    plan = plan_tiles(8, 96, tile=64, context_width=8, blend=8)
    mosaic = Mosaic(plan, np.zeros((plan.height, plan.width, 3), np.uint8))
    for tile in plan:
        value = 100.0 if not tile.core.left else 140.0
        mosaic.add(tile, np.full((tile.window.height, tile.window.width, 3), value, np.float32))
    steps = np.abs(np.diff(mosaic.pixels[0, :, 0].astype(int)))
    assert steps.sum() == 40
    assert steps.max() <= 3


@pytest.mark.parametrize(
    "arguments",
    [
        {"height": 0, "width": 8, "tile": 128},
        {"height": 8, "width": 8, "tile": 130},
        {"height": 8, "width": 8, "tile": 64, "context_width": 32},
        {"height": 8, "width": 8, "tile": 128, "context_width": 12},
        {"height": 8, "width": 8, "tile": 128, "context_width": 8, "blend": 9},
        {"height": 64, "width": 64, "tile": 128, "boxes": [Box(32, 4, 32, 32)]},
        {"height": 64, "width": 64, "tile": 128, "boxes": [Box(0, 48, 32, 32)]},
    ],
)
def test_impossible_plans_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"tile|context_width"):
        plan_tiles(**arguments)

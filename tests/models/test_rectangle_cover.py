"""Rectangles cover everything once, at no more than the cost of the bounding box; holes are the largest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from models.rectangle_cover import (
    Mask,
    bounding_box,
    cover_with_rectangles,
    largest_empty_rectangle,
)
from models.tiling import Box

mask = arrays(
    np.bool_,
    array_shapes(min_dims=2, max_dims=2, max_side=14),
    elements=st.sampled_from([False, False, False, True]),
)


def cost(box: Box) -> int:
    """The area of a box with its context."""
    return (box.height + 3) * (box.width + 3)


@given(mask)
@settings(deadline=None)
def test_everything_is_covered_once_by_tight_rectangles(mask: Mask) -> None:
    boxes = list(cover_with_rectangles(mask, cost))
    count = np.zeros(mask.shape, int)
    for box in boxes:
        count[box.slices] += 1
        assert bounding_box(mask, box) == box
    assert count.max(initial=0) <= 1
    assert (count[mask] == 1).all()
    around = bounding_box(mask, Box(0, 0, *mask.shape))
    assert sum(map(cost, boxes)) <= (cost(around) if around else 0)


@given(mask)
@settings(deadline=None)
def test_no_hole_is_larger(mask: Mask) -> None:
    rows, columns = mask.shape
    whole = Box(0, 0, rows, columns)
    hole = largest_empty_rectangle(mask, whole)
    assert not mask[hole.slices].any()
    largest = max(
        (
            (bottom - top) * (right - left)
            for top in range(rows)
            for bottom in range(top + 1, rows + 1)
            for left in range(columns)
            for right in range(left + 1, columns + 1)
            if not mask[top:bottom, left:right].any()
        ),
        default=0,
    )
    assert hole.area == largest


def test_a_frame_falls_apart_into_its_four_sides() -> None:
    mask = np.zeros((40, 50), np.bool_)
    mask[5:35, 5:45] = True
    mask[6:34, 6:44] = False
    boxes = list(cover_with_rectangles(mask, cost))
    assert len(boxes) == 4
    assert sum(box.area for box in boxes) == mask.sum()


@pytest.mark.parametrize("gap", [2, 10])
def test_two_places_are_one_where_context_costs_more_than_the_gap(gap: int) -> None:
    mask = np.zeros((8, 30), np.bool_)
    mask[2:6, [4, 5 + gap]] = True
    assert len(list(cover_with_rectangles(mask, cost))) == (1 if gap < 3 else 2)

from __future__ import annotations

import numpy as np

from desktop_app.imaging.vector.windows import grown, local_range, shrunk


def test_the_range_is_that_of_the_channel_that_changes_most() -> None:
    values = np.zeros((5, 6, 4), np.float32)
    values[2, 3] = (10, 40, 20, 0)
    spread = local_range(values)
    assert spread[1:4, 2:5].tolist() == [[40] * 3] * 3
    assert spread.sum() == 9 * 40


def test_masks_grow_and_shrink_by_squares() -> None:
    mask = np.zeros((9, 9), bool)
    mask[4, 4] = True
    assert grown(mask, 2).sum() == 25
    assert np.array_equal(shrunk(grown(mask, 2), 2), mask)
    assert shrunk(np.ones((3, 3), bool), 1).all()  # what is outside does not count

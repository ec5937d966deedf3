"""Patterns with details of one or a few pixels."""

import numpy as np

from models.training.data.patterns import MAX_CELL, draw_pattern


def test_patterns_are_fine_and_of_two_colours_or_grain() -> None:
    seen = set()
    for seed in range(200):
        pattern = draw_pattern(48, 62, np.random.default_rng(seed))
        assert pattern.shape == (48, 62, 3)
        assert pattern.dtype == np.uint8
        colours = len(np.unique(pattern.reshape(-1, 3), axis=0))
        if colours > 2:
            seen.add("grain")
            continue
        across, down = ((np.diff(pattern.astype(int), axis=axis) != 0).any(2) for axis in (1, 0))
        periods = {"rows": not across.any(), "columns": not down.any()}
        seen.add(next((name for name, is_so in periods.items() if is_so), "both ways"))
        # Along one of the axes, the colour changes within three cells.
        assert max(across.mean(), down.mean()) >= 1 / (3 * MAX_CELL)
    assert seen == {"grain", "rows", "columns", "both ways"}

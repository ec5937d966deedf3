"""Draws patterns of a few pixels, such as hatching, checks and grain; they are no damage and must survive."""

import numpy as np
import numpy.typing as npt

MAX_CELL = 4  # largest width of a stripe or cell, in pixels


def draw_pattern(height: int, width: int, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
    """Draw stripes, checks, random cells or noise in two colours, uint8 (height, width, 3)."""
    rows, columns = np.mgrid[:height, :width] + rng.integers(0, MAX_CELL, (2, 1, 1))
    cell = int(rng.integers(1, MAX_CELL + 1))
    kind = rng.choice(["rows", "columns", "slant", "checks", "cells", "noise"])
    if kind == "noise":
        share = rng.normal(0.5, rng.uniform(0.02, 0.4), (height, width))
    elif kind == "cells":
        share = rng.integers(0, 2, (height, width))[rows // cell % height, columns // cell % width]
    else:
        steps = {
            "rows": rows // cell,
            "columns": columns // cell,
            "slant": (rows + columns) // cell,
            "checks": rows // cell + columns // cell,
        }
        share = steps[str(kind)] % 2
    paper, ink = rng.integers(0, 256, (2, 3))
    if rng.random() < 0.5:
        paper, ink = np.array([[0] * 3, [255] * 3])
    mixed = paper + np.clip(share, 0, 1)[..., None] * (ink - paper)
    pixels: npt.NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return pixels

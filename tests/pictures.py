"""Small pictures for tests of the window, as arrays and as files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.imaging.picture import Pixels


def logo(height: int = 48, width: int = 80, *, seed: int = 0, has_alpha: bool = False) -> Pixels:
    """Draw a coloured bar on a coloured ground with a little noise, uint8 (H, W, 3), or 4 with alpha."""
    rng = np.random.default_rng(seed)
    pixels = np.full((height, width, 4), (200, 180, 90, 255), np.uint8)
    pixels[height // 4 : -height // 4, width // 4 : -width // 4] = (40, 60, 150, 255)
    pixels[..., :3] += rng.integers(0, 16, (height, width, 3), dtype=np.uint8)
    if not has_alpha:
        return pixels[..., :3]
    pixels[:, : width // 8, 3] = 0
    pixels[:, width // 8 : width // 4, 3] = 120
    return pixels


def save_logo(
    path: Path,
    height: int = 48,
    width: int = 80,
    *,
    seed: int = 0,
    has_alpha: bool = False,
    dpi: int | None = None,
) -> Path:
    """Write :func:`logo` to a file and return its path."""
    image = Image.fromarray(logo(height, width, seed=seed, has_alpha=has_alpha))
    if dpi is None:
        image.save(path)
    else:
        image.save(path, dpi=(dpi, dpi))
    return path

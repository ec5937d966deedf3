"""A restored tile that arrives, as the window shows it."""

from __future__ import annotations

from desktop_app.imaging.pyramid import Pixels
from desktop_app.viewer.pair_view import PairView
from models.tiling import Box


def show_tile(view: PairView, top: int, left: int, pixels: Pixels) -> None:
    """Show a tile, (h, w, 3 or 4) uint8, over the picture after, or over the one before if there is none."""
    before, after = view.pictures
    base = after or before
    assert base is not None
    height, width = pixels.shape[:2]
    view.replace_after(base.replaced(top, left, pixels), (Box(top, left, height, width),))

"""Show restored tiles in a view, as the window does."""

from __future__ import annotations

from desktop_app.imaging.pyramid import Pixels
from desktop_app.viewer.pair_view import PairView
from models.tiling import Box


def show_tile(view: PairView, top: int, left: int, pixels: Pixels) -> None:
    """Show a tile, uint8 (h, w, 3 or 4), in the picture after, or in the one before if there is no other."""
    before, after = view.pictures
    base = after or before
    assert base is not None
    height, width = pixels.shape[:2]
    view.replace_after(base.replaced(top, left, pixels), (Box(top, left, height, width),))

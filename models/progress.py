"""What a restorer reports after each tile. Importing this module does not import torch."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from models.tiling import Box, Pixels


class Cancelled(Exception):  # noqa: N818 (not an error: the user's wish)
    """The user cancelled the work."""


class TileSource(StrEnum):
    """Where the pixels of a tile come from."""

    NETWORK = "network"
    NETWORK_FP32 = "network in float32"  # the fast precision gave an impossible result
    ENLARGED = "enlarged"  # so did float32: the tile stays as it was


@dataclass(frozen=True, eq=False)
class Progress:
    """One tile of one picture is done.

    Attributes:
        done: Tiles done, this one included.
        total: Tiles in all.
        box: The tile's core, in output pixels.
        pixels: The core's pixels, uint8 (h, w, 3).
        source: Where they come from.
    """

    done: int
    total: int
    box: Box
    pixels: Pixels
    source: TileSource


OnProgress = Callable[[Progress], None]

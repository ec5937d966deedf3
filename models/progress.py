"""Progress reports and cancelling of a job. Importing this module does not import torch."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from models.tiling import Box, Pixels


class Cancelled(Exception):  # noqa: N818 (cancelling is no error)
    """The user cancelled the job."""


class TileSource(StrEnum):
    """Where the pixels of a tile come from."""

    NETWORK = "network"
    NETWORK_FP32 = "network in float32"  # the result in the fast precision was implausible
    ENLARGED = "enlarged"  # so was the one in float32: the tile is only enlarged


@dataclass(frozen=True, eq=False)
class Progress:
    """A report that one tile of a picture is done.

    Attributes:
        done: Number of tiles done, including this one.
        total: Number of all tiles.
        box: The core of the tile, in output pixels.
        pixels: The pixels of the core, uint8 (h, w, 3).
        source: Where the pixels come from.
    """

    done: int
    total: int
    box: Box
    pixels: Pixels
    source: TileSource


OnProgress = Callable[[Progress], None]

"""Plans how the restorer works through a picture: which parts, in tiles of which size, in which order."""

from collections.abc import Callable, Iterator, Sequence

import torch

from models.device_info import DeviceInfo
from models.devices import free_memory
from models.mimo_unet import MimoUNet
from models.tiling import Box, Tile, TilePlan, plan_tiles

# Pixels of context around a tile. With 32, tiles differ from the picture computed as a whole by up to 4 of
# 255 in a few places, with 48 by 3, with 64 by at most 2: see tests/models/test_shipped_models.py.
CONTEXT_WIDTH = 64
BLEND = 8
MIN_TILE = 128
MAX_TILE = {"cpu": 1024}  # larger tiles gain nothing on a CPU and delay cancelling
MAX_GPU_TILE = 2048
# Memory per pixel, channel at full scale and byte of precision; 21 to 23 were measured.
BYTES_PER_VALUE = 24
# Share of the cost of the whole picture. The estimates are no more exact, and a busy picture is best
# restored whole.
MAX_PARTIAL_COST = 0.9


def max_tile_size(network: MimoUNet, device: DeviceInfo) -> int:
    """Return the longest side of a tile that fits into half of the device's free memory, in pixels.

    Args:
        network: The network on its device and in its precision.
        device: The device of ``network``.
    """
    dtype = next(network.parameters()).dtype
    per_pixel = BYTES_PER_VALUE * network.base_channels * dtype.itemsize
    pixels = 0.5 * free_memory(device) * network.unshuffle**2 / per_pixel
    largest = MAX_TILE.get(torch.device(device.name).type, MAX_GPU_TILE)
    side = min(largest, int(pixels**0.5))
    return max(MIN_TILE, side // MIN_TILE * MIN_TILE)


def plan_picture(size: Sequence[int], tile: int, boxes: Sequence[Box]) -> TilePlan:
    """Plan tiles for the boxes, or for the whole picture if the boxes would save little.

    Args:
        size: Height and width, in pixels.
        tile: Longest side of a tile with its context, in pixels.
        boxes: The parts that sharpening will change.

    Returns:
        Tiles for one box after the other; or for the whole picture, row by row, if it fits into one tile or
        the boxes cost almost as much.
    """
    whole, focused = _plan(size, tile), _plan(size, tile, boxes)
    is_worthwhile = len(whole) > 1 and focused.cost < MAX_PARTIAL_COST * whole.cost
    return focused if is_worthwhile else whole


def cost_of(size: Sequence[int], tile: int) -> Callable[[Box], int]:
    """Return a function for the cost of restoring one box of a picture of ``size``; see ``TilePlan.cost``."""
    return lambda box: _plan(size, tile, [box]).cost


def visible_first(
    plan: TilePlan, visible: Callable[[], Box | None], magnification: int
) -> Iterator[Tile]:
    """Yield the tiles in their order, but those on screen first; the visible part may change in between.

    Args:
        plan: The tiles.
        visible: Called before each tile; returns the part of the output that is on screen.
        magnification: How many times as high and wide as the planned picture the output is.
    """
    remaining = list(plan)
    while remaining:
        box = visible()
        on_screen = (
            index
            for index, tile in enumerate(remaining)
            if box is not None and tile.core.magnified(magnification).intersection(box)
        )
        yield remaining.pop(next(on_screen, 0))


def _plan(size: Sequence[int], tile: int, boxes: Sequence[Box] | None = None) -> TilePlan:
    height, width = size
    context_width = min(
        CONTEXT_WIDTH, tile * 3 // 64 * 8
    )  # 48 for the smallest tiles, to limit their cost
    return plan_tiles(
        height, width, tile=tile, context_width=context_width, blend=BLEND, boxes=boxes
    )

"""Decides how the restorer goes through a picture: which parts, in tiles of what size, in which order."""

from collections.abc import Callable, Iterator, Sequence

import torch

from models.device_info import DeviceInfo
from models.devices import free_memory
from models.mimo_unet import MimoUNet
from models.tiling import Box, Tile, TilePlan, plan_tiles

# Pixels of context around a tile. With 32 the shipped network differs from the whole picture by 4 of 255 in a
# few places, with 48 by 3, with 64 by at most 2: see tests/models/test_shipped_models.py.
HALO = 64
BLEND = 8
MIN_TILE = 128
MAX_TILE = {"cpu": 1024}  # beyond it a CPU gains nothing and a cancel has to wait longer
MAX_GPU_TILE = 2048
# Per pixel of a channel at full scale and byte of precision; measured 21 to 23.
BYTES_PER_VALUE = 24
# Of the price of the whole picture. A price is no more exact, and a busy picture is to be restored as one.
MAX_PARTIAL_COST = 0.9


def max_tile_size(network: MimoUNet, device: DeviceInfo) -> int:
    """The longest side of a tile that half of the device's free memory suffices for.

    Args:
        network: As it will run: on the device, in its precision.
        device: Where it is.
    """
    dtype = next(network.parameters()).dtype
    per_pixel = BYTES_PER_VALUE * network.base_channels * dtype.itemsize
    pixels = 0.5 * free_memory(device) * network.unshuffle**2 / per_pixel
    largest = MAX_TILE.get(torch.device(device.name).type, MAX_GPU_TILE)
    side = min(largest, int(pixels**0.5))
    return max(MIN_TILE, side // MIN_TILE * MIN_TILE)


def plan_picture(size: Sequence[int], tile: int, boxes: Sequence[Box]) -> TilePlan:
    """Plan tiles for those parts of a picture that are worth it.

    Args:
        size: Height and width, in pixels.
        tile: Longest side that is read at once.
        boxes: What sharpening will change.

    Returns:
        Tiles for the boxes, one box after the other; for the whole picture, row by row, where that is
        one tile anyway, or where leaving out the rest would save little.
    """
    whole, focused = _plan(size, tile), _plan(size, tile, boxes)
    is_worthwhile = len(whole) > 1 and focused.cost < MAX_PARTIAL_COST * whole.cost
    return focused if is_worthwhile else whole


def cost_of(size: Sequence[int], tile: int) -> Callable[[Box], int]:
    """What restoring a box of a picture of ``size`` by itself costs; see ``TilePlan.cost``."""
    return lambda box: _plan(size, tile, [box]).cost


def visible_first(
    plan: TilePlan, visible: Callable[[], Box | None], magnification: int
) -> Iterator[Tile]:
    """All tiles, as planned, but those on screen first; the screen may change meanwhile.

    Args:
        plan: The tiles.
        visible: Asked before each tile for the part of the output that is on screen.
        magnification: How many times as high and wide as the planned picture the output is.
    """
    waiting = list(plan)
    while waiting:
        box = visible()
        on_screen = (
            index
            for index, tile in enumerate(waiting)
            if box is not None and tile.core.magnified(magnification).intersection(box)
        )
        yield waiting.pop(next(on_screen, 0))


def _plan(size: Sequence[int], tile: int, boxes: Sequence[Box] | None = None) -> TilePlan:
    height, width = size
    halo = min(HALO, tile * 3 // 64 * 8)  # 48 of the smallest, for which memory forces a compromise
    return plan_tiles(height, width, tile=tile, halo=halo, blend=BLEND, boxes=boxes)

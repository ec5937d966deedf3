"""Restores pictures: enlarge, deblur tile by tile, join.

The one way in is ``Restorer.load`` and ``Restorer.restore``. Whatever a tile meets on the way — no memory,
numbers that are not finite, colours that run away — the result is a right picture or a clear error.
"""

import copy
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from models.checkpoint import read_network, sha256
from models.device_info import DeviceInfo
from models.devices import (
    choose_device,
    choose_precision,
    is_device_lost,
    is_out_of_memory,
    release_memory,
)
from models.enlarge import enlarge
from models.errors import CheckpointError, DeviceError, OutOfMemoryError
from models.forward import deblur, is_plausible, to_tensor
from models.halo_suppression import suppress_halos
from models.mimo_unet import MimoUNet
from models.network_info import NetworkInfo
from models.progress import Cancelled, OnProgress, Progress, TileSource
from models.regions import DetailRegions, deband, find_regions
from models.registry import AUTOMATIC, find_model
from models.self_ensemble import apply_self_ensemble
from models.sentences import QT_TRANSLATE_NOOP
from models.tile_planning import MIN_TILE, cost_of, max_tile_size, plan_picture, visible_first
from models.tiling import Box, Mosaic, Tile, TilePlan, to_uint8

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

_UNNAMED = NetworkInfo("mimo-unet", "MIMO-UNet")


class _ImplausibleOutput(Exception):  # noqa: N818
    """The network's answer cannot be right."""


class Restorer:
    """A network on a device, ready to restore pictures; one job at a time.

    Args:
        network: In float32, on the CPU.
        device: Where to run.
        precision: Of the network's arithmetic; by default the device's fastest that keeps the result.
        info: What is known of it.
        tile: Longest side to compute at once, a multiple of 8; by default what fits the free memory.
    """

    def __init__(
        self,
        network: MimoUNet,
        device: DeviceInfo,
        precision: torch.dtype | None = None,
        *,
        info: NetworkInfo = _UNNAMED,
        tile: int | None = None,
    ) -> None:
        self.device = device
        self.info = info
        self._dtype = precision or choose_precision(device)
        self._target = torch.device(device.name)
        self._tile = tile
        self._set_network(network)

    def _set_network(self, network: MimoUNet) -> None:
        self._exact = _move_to(network, self._target, torch.float32)
        self._fast = self._exact
        if self._dtype != torch.float32:
            self._fast = _move_to(copy.deepcopy(network), self._target, self._dtype)

    def use_fine_tuned(self, network: MimoUNet) -> None:
        """Use a network that was fine-tuned from this one, and say so in its info.

        Args:
            network: In float32, on any device.
        """
        self._set_network(network)
        self.info = replace(self.info, is_adapted=True)

    @classmethod
    def load(cls, model: str = AUTOMATIC, device: str = AUTOMATIC) -> "Restorer":
        """Load a model onto a device.

        Args:
            model: A name of the registry, ``auto`` for the device's default, or the path of a user's own
                checkpoint.
            device: ``auto`` or a name of ``available_devices``.

        Raises:
            CheckpointError: The model's file is missing, damaged or of something else.
            DeviceError: There is no such device, or it fails.
            OutOfMemoryError: The weights do not fit the device.
        """
        chosen = choose_device(device)
        entry = find_model(model, chosen.name)
        if entry is not None and entry.file.exists() and sha256(entry.file) != entry.sha256:
            text = QT_TRANSLATE_NOOP(
                "Sentences",
                "The model file “{name}” is not the one that was shipped; please install Clearmark again.",
            )
            raise CheckpointError(text, name=entry.file.name)
        network = read_network(entry.file if entry else Path(model))
        if entry is not None:
            info = NetworkInfo(entry.name, entry.title, sha256=entry.sha256)
        else:
            info = NetworkInfo(Path(model).stem, Path(model).name, sha256=sha256(Path(model)))
        with translated_errors(chosen):
            return cls(network, chosen, info=info)

    @property
    def device_title(self) -> str:
        """The device, for people."""
        return self.device.title

    @property
    def network(self) -> MimoUNet:
        """The network in use, in its precision; to be looked into, not to be changed."""
        return self._fast

    @property
    def network_fp32(self) -> MimoUNet:
        """The network in use in float32; not to be changed."""
        return self._exact

    @property
    def precision(self) -> str:
        """The precision, as the field writes it: ``fp16``, ``bf16`` or ``fp32``."""
        names = {torch.float16: "fp16", torch.bfloat16: "bf16", torch.float32: "fp32"}
        return names[self._dtype]

    def find_regions(self, enlarged: Pixels) -> DetailRegions:
        """Find what sharpening will change in a picture, as ``restore`` does first; without the network.

        Args:
            enlarged: What the network would read, uint8 (H, W, 3).
        """
        return find_regions(enlarged, cost_of(enlarged.shape[:2], self._tile_side()))

    def restore(
        self,
        image: Pixels,
        scale: int = 2,
        *,
        self_ensemble: bool = True,
        on_progress: OnProgress | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Enlarge a picture and sharpen it.

        Where a picture of several tiles is so flat in places that nothing would change there, only the rest
        goes through the network, the most important part first; the flat places stay enlarged, their
        small steps spread.

        Args:
            image: uint8 (H, W, 3), sRGB-encoded; any sides from 1 × 1.
            scale: 1 only sharpens, 2 enlarges to twice the side, 4 does so in two passes.
            self_ensemble: Average the answers to each tile and to its negative, at twice the price.
            on_progress: Called after each tile, in this thread.
            is_cancelled: Asked before each run of the network: twice a tile, once unless it is steady.
            visible: Asked before each tile for the part of the output that is on screen; it comes first.

        Returns:
            uint8 (scale·H, scale·W, 3).

        Raises:
            ValueError: The picture is empty, not uint8 (H, W, 3), or the scale is not offered.
            Cancelled: ``is_cancelled`` returned True.
            OutOfMemoryError: Not even the smallest tile fits the device.
            DeviceError: The device failed.
        """
        if image.ndim != 3 or image.shape[2] != 3:
            raise ValueError(f"expected uint8 (H, W, 3), got {image.dtype} {image.shape}")
        request = _Request(
            on_progress, is_cancelled or (lambda: False), visible or (lambda: None), self_ensemble
        )
        tile = self._tile_side()
        factor = 2 if scale == 4 else 1  # by how much the last pass magnifies the first
        enlarged = enlarge(image, scale // factor)
        regions = find_regions(enlarged, cost_of(enlarged.shape[:2], tile))
        if factor == 1:
            return self._run(Pass(image, enlarged, regions.boxes, tile), request)[0]
        last = regions.magnified(factor)
        height, width = (factor * side for side in enlarged.shape[:2])
        to_come = len(plan_picture((height, width), tile, last.boxes))
        first = Pass(
            image, enlarged, regions.boxes, tile, tiles_after=to_come, output_factor=factor
        )
        middle, first = self._run(first, request)
        enlarged = enlarge(middle, factor)
        second = Pass(middle, enlarged, last.boxes, first.tile, tiles_before=len(first.plan))
        return self._run(second, request)[0]

    def _run(self, run: "Pass", request: "_Request") -> tuple[Pixels, "Pass"]:
        """Deblur what a picture has to be deblurred of, with smaller tiles whenever memory runs out.

        Returns:
            The sharpened picture, and the pass as it went in the end.
        """
        while True:
            try:
                return self._deblur_tiles(run, request), run
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or run.tile <= MIN_TILE:
                    raise _translate_error(error, self.device) from error
            # Outside the handler, or its traceback would keep the tensors alive.
            release_memory(self.device)
            run = run.with_smaller_tiles()
            log.warning(
                "out of memory on %s; going on with tiles of %d", self.device.name, run.tile
            )

    def _deblur_tiles(self, run: "Pass", request: "_Request") -> Pixels:
        plan, enlarged = run.plan, run.enlarged
        mosaic = Mosaic(plan, enlarged if plan.share == 1 else deband(enlarged))
        began = time.perf_counter()
        for done, tile in enumerate(
            visible_first(plan, request.visible, run.output_factor), start=1
        ):
            values, source_of_tile = self._deblur_tile(run, tile, request)
            mosaic.add(tile, values)
            if request.on_progress is not None:
                request.on_progress(run.progress(done, tile, values, source_of_tile))
        log.info(
            "%d tiles in %.2f s; %.1f %% of the picture is flat and stayed enlarged",
            len(plan),
            time.perf_counter() - began,
            100 * (1 - plan.share),
        )
        return mosaic.pixels

    def _tile_side(self) -> int:
        return self._tile or max_tile_size(self._fast, self.device)

    @torch.inference_mode()
    def _deblur_tile(
        self, run: "Pass", tile: Tile, request: "_Request"
    ) -> tuple[npt.NDArray[np.float32], TileSource]:
        """Deblur one tile and take its halos off; refuse answers that cannot be right.

        Returns:
            Values of 0 to 255 of the tile's window, and where they come from.

        Raises:
            Cancelled: The user's wish.
        """
        image = to_tensor(run.enlarged[tile.context.slices], self._target)
        inside = (0, slice(None), *tile.window.relative_to(tile.context).slices)
        attempts = [(self._fast, TileSource.NETWORK)]
        if self._fast is not self._exact:
            attempts.append((self._exact, TileSource.NETWORK_FP32))
        for network, source_of_tile in attempts:
            answer = partial(request.run_network, network)
            try:
                restored = (
                    apply_self_ensemble(answer, image) if request.self_ensemble else answer(image)
                )
            except _ImplausibleOutput:
                log.warning("the %s gave an impossible result at %s", source_of_tile, tile.core)
            else:
                read = tile.context.reduced(len(run.enlarged) // len(run.source))
                given = to_tensor(run.source[read.slices], self._target)
                return _to_values(suppress_halos(restored, image, given)[inside]), source_of_tile
        return _to_values(image[inside]), TileSource.ENLARGED


@dataclass(frozen=True, eq=False)
class _Request:
    """What one call of ``restore`` was given, beside the picture."""

    on_progress: OnProgress | None
    is_cancelled: Callable[[], bool]
    visible: Callable[[], Box | None]
    self_ensemble: bool

    def run_network(self, network: MimoUNet, image: Tensor) -> Tensor:
        """Have a picture sharpened, unless that is cancelled; refuse an answer that cannot be right."""
        if self.is_cancelled():
            raise Cancelled
        restored = deblur(network, image)
        if not is_plausible(restored, image):
            raise _ImplausibleOutput
        return restored


@dataclass(frozen=True, eq=False)
class Pass:
    """One pass of a picture through the network; to enlarge by 4 takes two.

    Attributes:
        source: What was enlarged, uint8 (H/n, W/n, 3).
        enlarged: What the network reads, uint8 (H, W, 3).
        boxes: The parts that sharpening will change.
        tile: Longest side to compute at once, a multiple of 8.
        tiles_before: Of the pass before this one.
        tiles_after: Of the pass to come.
        output_factor: How many times as high and wide as ``enlarged`` the output of the last pass is.
    """

    source: Pixels
    enlarged: Pixels
    boxes: Sequence[Box]
    tile: int
    tiles_before: int = 0
    tiles_after: int = 0
    output_factor: int = 1

    @cached_property
    def plan(self) -> TilePlan:
        """The tiles of this pass."""
        return plan_picture(self.enlarged.shape[:2], self.tile, self.boxes)

    def with_smaller_tiles(self) -> "Pass":
        """The same pass with tiles of half the side."""
        side = self.tile // 2 // MIN_TILE * MIN_TILE
        return replace(self, tile=max(MIN_TILE, side))

    def progress(
        self, done: int, tile: Tile, values: npt.NDArray[np.float32], source: TileSource
    ) -> Progress:
        """What to report of a tile.

        Args:
            done: Tiles of this pass that are done.
            tile: The last of them.
            values: Of its window, (h, w, 3), 0 to 255.
            source: Where they come from.
        """
        pixels = to_uint8(values[tile.core.relative_to(tile.window).slices])
        return Progress(
            done=self.tiles_before + done,
            total=self.tiles_before + len(self.plan) + self.tiles_after,
            box=tile.core.magnified(self.output_factor),
            pixels=enlarge(pixels, self.output_factor),
            source=source,
        )


def _move_to(network: MimoUNet, target: torch.device, dtype: torch.dtype) -> MimoUNet:
    placed = network.to(target, dtype).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ready: MimoUNet = placed.eval().requires_grad_(False)
    return ready


def _to_values(image: Tensor) -> npt.NDArray[np.float32]:
    """(3, h, w) in [0, 1] to (h, w, 3) in 0 to 255, on the CPU."""
    values: npt.NDArray[np.float32] = (image * 255).permute(1, 2, 0).cpu().numpy()
    return values


@contextmanager
def translated_errors(device: DeviceInfo) -> Iterator[None]:
    """Raise what torch says of memory and devices as ``OutOfMemoryError`` and ``DeviceError``."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        raise _translate_error(error, device) from error


def _translate_error(error: BaseException, device: DeviceInfo) -> Exception:
    """What to raise instead of an exception of torch: one sentence for the user."""
    if is_out_of_memory(error):
        text = QT_TRANSLATE_NOOP(
            "Sentences", "There is not enough memory on {device}; please close other programs."
        )
        if device.name != "cpu":
            text = QT_TRANSLATE_NOOP(
                "Sentences",
                "There is not enough memory on {device}; please close other programs, or choose the CPU.",
            )
        return OutOfMemoryError(text, device=device.title)
    if is_device_lost(error):
        text = QT_TRANSLATE_NOOP(
            "Sentences", "{device} stopped working; please choose the CPU, or restart the program."
        )
        return DeviceError(text, device=device.title)
    return error if isinstance(error, Exception) else RuntimeError(str(error))

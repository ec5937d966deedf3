"""Restores pictures: enlarges them, deblurs them tile by tile and joins the tiles.

Use ``Restorer.load`` and ``Restorer.restore``. Whatever happens to a tile (out of memory, values that are not
finite, wrong colours), the result is either a correct picture or a clear error.
"""

import copy
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from models.checkpoint import hash_checkpoint, read_network
from models.data_consistency import enforce_consistency
from models.device_errors import translate_error, translated_errors
from models.device_info import DeviceInfo
from models.devices import (
    choose_device,
    choose_precision,
    is_out_of_memory,
    release_memory,
)
from models.enlarge import enlarge
from models.errors import CheckpointError
from models.flat_ends import snap_flat_ends
from models.forward import deblur, is_plausible, to_tensor
from models.halo_suppression import suppress_halos
from models.mimo_unet import MimoUNet
from models.network_info import NetworkInfo
from models.progress import Cancelled, OnProgress, Progress, TileSource
from models.regions import DetailRegions, deband, find_regions
from models.registry import AUTOMATIC, find_model
from models.self_ensemble import apply_self_ensemble
from models.sentences import QT_TRANSLATE_NOOP
from models.source_noise import CLEAN_NOISE, measure_noise
from models.tile_planning import MIN_TILE, cost_of, max_tile_size, plan_picture, visible_first
from models.tiling import Box, Mosaic, Tile, TilePlan, to_uint8

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

_UNNAMED = NetworkInfo("mimo-unet", "MIMO-UNet")


class _ImplausibleOutput(Exception):  # noqa: N818
    """The network's output cannot be right."""


class Restorer:
    """A network on a device, ready to restore one picture at a time.

    Args:
        network: In float32, on the CPU.
        device: Where to run.
        precision: Precision of the network's arithmetic; by default the one ``choose_precision`` returns.
        info: Name and origin of the network.
        tile: Longest side of a tile in pixels, a multiple of 8; by default what fits into the free memory.
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
        """Replace the network with one fine-tuned from it, and mark ``info`` as adapted.

        Args:
            network: In float32, on any device.
        """
        self._set_network(network)
        self.info = replace(self.info, is_adapted=True)

    @classmethod
    def load(cls, model: str = AUTOMATIC, device: str = AUTOMATIC) -> "Restorer":
        """Load a model onto a device.

        Args:
            model: A name from the registry, ``auto`` for the device's default, or the path of a user's own
                checkpoint.
            device: ``auto`` or a name from ``available_devices``.

        Raises:
            CheckpointError: The file is missing or damaged, or is not the checkpoint it should be.
            DeviceError: There is no such device, or it failed.
            OutOfMemoryError: The weights do not fit into the memory of the device.
        """
        chosen = choose_device(device)
        entry = find_model(model, chosen.name)
        if entry and entry.file.exists() and hash_checkpoint(entry.file) != entry.sha256:
            text = QT_TRANSLATE_NOOP(
                "Sentences",
                "The model file “{name}” is not the one that was shipped; please install Clearmark again.",
            )
            raise CheckpointError(text, name=entry.file.name)
        network = read_network(entry.file if entry else Path(model))
        if entry is not None:
            info = NetworkInfo(entry.name, entry.title, sha256=entry.sha256)
        else:
            info = NetworkInfo(
                Path(model).stem, Path(model).name, sha256=hash_checkpoint(Path(model))
            )
        with translated_errors(chosen):
            return cls(network, chosen, info=info)

    @property
    def device_title(self) -> str:
        """The name of the device shown to the user."""
        return self.device.title

    @property
    def network(self) -> MimoUNet:
        """The network in use, in its precision; read-only."""
        return self._fast

    @property
    def network_fp32(self) -> MimoUNet:
        """The network in use, in float32; read-only."""
        return self._exact

    @property
    def precision(self) -> str:
        """The precision of the network: ``fp16``, ``bf16`` or ``fp32``."""
        names = {torch.float16: "fp16", torch.bfloat16: "bf16", torch.float32: "fp32"}
        return names[self._dtype]

    def find_regions(self, enlarged: Pixels) -> DetailRegions:
        """Find what sharpening will change, as ``restore`` does first; does not run the network.

        Args:
            enlarged: Input of the network, uint8 (H, W, 3).
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

        If a picture of several tiles has large flat areas, only the rest goes through the network, the most
        important part first; the flat areas are only enlarged and debanded.

        Args:
            image: uint8 (H, W, 3), sRGB-encoded; any size from 1 × 1.
            scale: 1 only sharpens, 2 enlarges to twice the side, 4 to four times the side in two passes.
            self_ensemble: Average the results for each tile and for its negative, at twice the cost.
            on_progress: Called after each tile, in this thread.
            is_cancelled: Called before each run of the network, twice per tile with ``self_ensemble``, else
                once; and while the result of a clean source is corrected.
            visible: Called before each tile; returns the part of the output that is on screen, which is
                restored first.

        Returns:
            uint8 (scale·H, scale·W, 3).

        Raises:
            ValueError: ``image`` is empty or not uint8 (H, W, 3).
            ValueError: ``scale`` is not one of ``SCALES``.
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
        factor = 2 if scale == 4 else 1  # by which the last pass enlarges the result of the first
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
        """Run one pass, starting again with smaller tiles whenever memory runs out.

        Returns:
            The sharpened picture, and the pass with the tiles that were used in the end.
        """
        while True:
            try:
                return self._deblur_tiles(run, request), run
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or run.tile <= MIN_TILE:
                    raise translate_error(error, self.device) from error
            # Outside the handler, where the traceback no longer keeps the tensors alive.
            release_memory(self.device)
            run = run.with_smaller_tiles()
            log.warning(
                "out of memory on %s; going on with tiles of %d", self.device.name, run.tile
            )

    def _deblur_tiles(self, run: "Pass", request: "_Request") -> Pixels:
        plan, enlarged = run.plan, run.enlarged
        mosaic = Mosaic(plan, enlarged if plan.share == 1 else deband(enlarged))
        began = time.perf_counter()
        is_whole = True
        for done, tile in enumerate(
            visible_first(plan, request.visible, run.output_factor), start=1
        ):
            values, source_of_tile = self._deblur_tile(run, tile, request)
            mosaic.add(tile, values)
            is_whole &= source_of_tile is not TileSource.ENLARGED
            if request.on_progress is not None:
                request.on_progress(run.progress(done, tile, values, source_of_tile))
        log.info(
            "%d tiles in %.2f s; %.1f %% of the picture is flat and stayed enlarged",
            len(plan),
            time.perf_counter() - began,
            100 * (1 - plan.share),
        )
        # What the network refused stays as it was.
        return self._agree_with_source(mosaic.pixels, run, request) if is_whole else mosaic.pixels

    def _agree_with_source(self, pixels: Pixels, run: "Pass", request: "_Request") -> Pixels:
        """Correct the result of a pass by its source, which tells more if it is clean."""
        if not run.is_first or len(pixels) != 2 * len(run.source):
            return pixels
        noise = measure_noise(pixels, run.source)
        if noise is None:
            return pixels
        if noise > CLEAN_NOISE:
            return snap_flat_ends(pixels, run.source)
        if not request.self_ensemble:
            return pixels
        corrected = enforce_consistency(pixels, run.source, self._target, request.is_cancelled)
        if request.is_cancelled():
            raise Cancelled
        return corrected

    def _tile_side(self) -> int:
        return self._tile or max_tile_size(self._fast, self.device)

    @torch.inference_mode()
    def _deblur_tile(
        self, run: "Pass", tile: Tile, request: "_Request"
    ) -> tuple[npt.NDArray[np.float32], TileSource]:
        """Deblur one tile and remove its halos; fall back if the network's output is implausible.

        Returns:
            The values of the tile's window, float32 (h, w, 3) in 0 to 255, and where they come from.

        Raises:
            Cancelled: The user cancelled the job.
        """
        image = to_tensor(run.enlarged[tile.context.slices], self._target)
        inside = (0, slice(None), *tile.window.relative_to(tile.context).slices)
        attempts = [(self._fast, TileSource.NETWORK)]
        if self._fast is not self._exact:
            attempts.append((self._exact, TileSource.NETWORK_FP32))
        for network, source_of_tile in attempts:
            restore = partial(request.run_network, network)
            try:
                restored = (
                    apply_self_ensemble(restore, image) if request.self_ensemble else restore(image)
                )
            except _ImplausibleOutput:
                log.warning("the %s gave an impossible result at %s", source_of_tile, tile.core)
            else:
                box = tile.context.reduced(len(run.enlarged) // len(run.source))
                source = to_tensor(run.source[box.slices], self._target)
                return _to_values(suppress_halos(restored, image, source)[inside]), source_of_tile
        return _to_values(image[inside]), TileSource.ENLARGED


@dataclass(frozen=True, eq=False)
class _Request:
    """The arguments of one call of ``restore``, except the picture and the scale."""

    on_progress: OnProgress | None
    is_cancelled: Callable[[], bool]
    visible: Callable[[], Box | None]
    self_ensemble: bool

    def run_network(self, network: MimoUNet, image: Tensor) -> Tensor:
        """Sharpen (1, 3, H, W) in [0, 1]; raises ``Cancelled`` or ``_ImplausibleOutput``."""
        if self.is_cancelled():
            raise Cancelled
        restored = deblur(network, image)
        if not is_plausible(restored, image):
            raise _ImplausibleOutput
        return restored


@dataclass(frozen=True, eq=False)
class Pass:
    """One pass of a picture through the network; enlarging by 4 takes two.

    Attributes:
        source: The picture before it was enlarged n times, uint8 (H/n, W/n, 3).
        enlarged: Input of the network, uint8 (H, W, 3).
        boxes: The parts that sharpening will change, in pixels of ``enlarged``.
        tile: Longest side of a tile in pixels, a multiple of 8.
        tiles_before: Number of tiles of the pass before this one.
        tiles_after: Number of tiles of the pass after this one.
        output_factor: How many times as high and wide as ``enlarged`` the output of the last pass is.
    """

    source: Pixels
    enlarged: Pixels
    boxes: Sequence[Box]
    tile: int
    tiles_before: int = 0
    tiles_after: int = 0
    output_factor: int = 1

    @property
    def is_first(self) -> bool:
        """Whether ``source`` is the user's picture, not the result of another pass."""
        return self.tiles_before == 0

    @cached_property
    def plan(self) -> TilePlan:
        """The tiles of this pass."""
        return plan_picture(self.enlarged.shape[:2], self.tile, self.boxes)

    def with_smaller_tiles(self) -> "Pass":
        """Return the same pass with tiles of half the side."""
        side = self.tile // 2 // MIN_TILE * MIN_TILE
        return replace(self, tile=max(MIN_TILE, side))

    def progress(
        self, done: int, tile: Tile, values: npt.NDArray[np.float32], source: TileSource
    ) -> Progress:
        """Make the progress report for a tile.

        Args:
            done: Number of tiles of this pass that are done, including this one.
            tile: The tile.
            values: Values of its window, (h, w, 3), 0 to 255.
            source: Where the values come from.
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
    """Convert (3, h, w) in [0, 1] to float32 (h, w, 3) in 0 to 255, on the CPU."""
    values: npt.NDArray[np.float32] = (image * 255).permute(1, 2, 0).cpu().numpy()
    return values

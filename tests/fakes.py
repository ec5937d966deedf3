"""A fake restorer in numpy, without torch, for tests of the window and the command line."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from desktop_app.domain.inspection import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    Inspection,
    InspectionQuery,
    QueryKind,
    QueryResult,
    Regions,
    StageFeatures,
)
from desktop_app.domain.jobs import JobError, Pixels
from desktop_app.imaging.picture_run import engine_info
from models.device_info import DeviceInfo
from models.enlarge import enlarge
from models.network_info import NetworkInfo
from models.progress import Cancelled, Progress, TileSource
from models.tiling import Box

FAKE = NetworkInfo("fake", "MIMO-UNet", sha256="fa4e" * 16)


@dataclass(eq=False)
class FakeRestorer:
    """A restorer that doubles the contrast around mid-grey, so that every pixel but grey changes.

    Args:
        tile: Side of a tile in output pixels.
        seconds: Time to sleep for each tile.
        gate: If given, each tile waits for it, so that a test can stop in the middle.
        error: If given, raised after ``error_after`` tiles.
        sources: Sources of the pixels by number of the tile; NETWORK for all others.
        parts: Number of tiles side by side, whatever the size; 0 for squares of ``tile``.
        only_enlarges: Whether to leave the pixels as enlarged.
        outcomes: One for each picture in turn: the source of its last tile, or an exception to raise after
            its first tile.
    """

    info: NetworkInfo = FAKE
    device_title: str = "CPU"
    precision: str = "fp32"
    tile: int = 64
    seconds: float = 0.0
    gate: threading.Semaphore | None = None
    error: Exception | None = None
    error_after: int = 0
    sources: dict[int, TileSource] = field(default_factory=dict)
    parts: int = 0
    only_enlarges: bool = False
    outcomes: list[TileSource | BaseException] = field(default_factory=list)
    tiles_begun: int = 0
    calls: int = 0
    self_ensemble: list[bool] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    queries: list[InspectionQuery] = field(default_factory=list)

    def restore(
        self,
        image: Pixels,
        scale: int = 2,
        *,
        self_ensemble: bool = True,
        on_progress: Callable[[Progress], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Restore as the real restorer does, checking cancellation and the visible part before each tile.

        Raises:
            Cancelled: ``is_cancelled`` returned true.
        """
        self.calls += 1
        self.self_ensemble.append(self_ensemble)
        self.threads.add(threading.get_ident())
        enlarged = enlarge(image, scale)
        height, width = enlarged.shape[:2]
        tall, wide = self.tile, self.tile
        if self.parts:
            tall, wide = height, math.ceil(width / self.parts)
        boxes = [
            Box(top, left, min(tall, height - top), min(wide, width - left))
            for top in range(0, height, tall)
            for left in range(0, width, wide)
        ]
        total, result = len(boxes), np.empty_like(enlarged)
        outcome = self.outcomes.pop(0) if self.outcomes else None
        for done in range(1, total + 1):
            if self.gate is not None:
                while not self.gate.acquire(timeout=0.005):
                    if is_cancelled and is_cancelled():
                        raise Cancelled
            if is_cancelled and is_cancelled():
                raise Cancelled
            if self.error is not None and done > self.error_after:
                raise self.error
            on_screen = visible() if visible else None
            first = (i for i, box in enumerate(boxes) if on_screen and box.intersection(on_screen))
            box = boxes.pop(next(first, 0))
            self.tiles_begun += 1
            self.boxes.append(box)
            time.sleep(self.seconds)
            pixels = enlarged[box.slices]
            if not self.only_enlarges:
                pixels = contrasted(pixels)
            result[box.slices] = pixels
            if on_progress:
                source = self.sources.get(done, TileSource.NETWORK)
                if isinstance(outcome, TileSource) and done == total:
                    source = outcome
                on_progress(Progress(done, total, box, pixels, source))
            if isinstance(outcome, BaseException):
                raise outcome
        return result

    def inspect(self, query: InspectionQuery) -> QueryResult:
        """Return what the fake network does, such as inputs and outputs at three scales."""
        self.queries.append(query)
        if self.error is not None:
            raise self.error
        full = enlarge(query.opened.picture.rgb, query.scale)
        part = full[query.box.slices]
        if query.kind is QueryKind.FEATURES:
            return StageFeatures(query, contrasted(part), part[::4, ::4], cosine=0.99, seconds=0.5)
        if query.kind is QueryKind.REGIONS:
            box = Box(0, 0, part.shape[0] // 2, part.shape[1] // 2)
            return Regions(query, (box,), share=0.25, seconds=0.1)
        inputs = (part[::4, ::4], part[::2, ::2], part)
        outputs = tuple(contrasted(scale) for scale in inputs)
        residuals = tuple(
            after.astype(np.float32) - before for before, after in zip(inputs, outputs, strict=True)
        )
        return Inspection(
            query=query,
            engine=engine_info(self),
            inputs=inputs,
            outputs=(outputs[0], outputs[1], outputs[2]),
            residuals=(residuals[0], residuals[1], residuals[2]),
            seconds={"encoder 1": 0.1, "decoder 3": 0.2},
            operations=2_000_000_000,
            parameters=6_831_228,
            num_blocks=8,
            unshuffle=2,
        )

    def fine_tune(
        self, request: FineTuneRequest, on_step: Callable[[FineTuneProgress], None]
    ) -> FineTuneResult:
        """Take three steps and report an improvement.

        Raises:
            Cancelled: The request was cancelled.
        """
        for done in range(1, 4):
            while self.gate is not None and not self.gate.acquire(timeout=0.005):
                if request.cancel.is_set():
                    raise Cancelled
            if self.error is not None:
                raise self.error
            on_step(FineTuneProgress(done, 3))
        return FineTuneResult(
            2.0, 1.5, is_kept=True, steps=3, seconds=0.1, engine=engine_info(self)
        )


def contrasted(pixels: Pixels) -> Pixels:
    """Double the contrast around mid-grey, as the fake network does."""
    values = (pixels.astype(np.float32) - 128) * 2 + 128
    return np.clip(values, 0, 255).astype(np.uint8)


@dataclass(eq=False)
class FakeLoader:
    """A replacement for ``Restorer.load`` that records what is loaded."""

    restorer: FakeRestorer
    error: JobError | None = None
    loaded: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, model: str, device: str) -> FakeRestorer:
        """Return the fake restorer, or raise ``error``."""
        self.loaded.append((model, device))
        if self.error is not None:
            raise self.error
        return self.restorer


def fake_devices() -> tuple[DeviceInfo, ...]:
    """Return the devices of a machine with a GPU."""
    return (DeviceInfo("cuda:0", "NVIDIA Test"), DeviceInfo("cpu", "CPU"))

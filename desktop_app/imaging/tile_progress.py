"""Follows one picture through the network, whose colour and alpha go through it one after the other.

Free of Qt and of torch: the window and the command line both restore with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from time import perf_counter
from typing import Protocol

from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from models.network_info import NetworkInfo
from models.progress import Cancelled, OnProgress, Progress, TileSource
from models.tiling import Box


class PicturePlane(StrEnum):
    """Which of a picture's planes a network sees."""

    COLOUR = auto()
    ALPHA = auto()


@dataclass(frozen=True, eq=False)
class PictureProgress:
    """A tile of a picture is restored.

    Attributes:
        done: Tiles done, over colour and alpha.
        total: Tiles in all, over both.
        seconds: Since the picture was begun, without pauses.
        box: Place of the tile, in output pixels.
        tile: The tile with the transparency that is known so far; None if it was not asked for.
    """

    done: int
    total: int
    seconds: float
    box: Box
    tile: Picture | None = None

    @property
    def seconds_left(self) -> float:
        """Time still needed if the remaining tiles take as long as those done."""
        return self.seconds * (self.total - self.done) / self.done if self.done else 0.0


class TileRestorer(Protocol):
    """The part of ``models.restorer.Restorer`` that restoring a picture needs."""

    @property
    def info(self) -> NetworkInfo:
        """What is known of the network."""

    @property
    def device_title(self) -> str:
        """The device, for the user: "CPU"."""

    @property
    def precision(self) -> str:
        """The arithmetic: "bf16"."""

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
        """Enlarge and deblur uint8 (H, W, 3) to (sH, sW, 3)."""


@dataclass(frozen=True, eq=False)
class RunRequest:
    """How a picture is to be restored, and who is told.

    Attributes:
        scale: 1, 2 or 4.
        self_ensemble: Average the answers to the picture and to its negative, at twice the price.
        enlarged: The picture as enlarged; with it the progress shows tiles, which need its transparency until
            their own is restored.
        on_progress: Called after each tile.
        is_cancelled: Asked before each run of the network. It may wait while the work is paused.
        visible: Asked before each tile for the part of the output that is on screen; it comes first.
    """

    scale: int = 2
    self_ensemble: bool = True
    enlarged: Picture | None = None
    on_progress: Callable[[PictureProgress], None] | None = None
    is_cancelled: Callable[[], bool] = lambda: False
    visible: Callable[[], Box | None] = lambda: None


class PictureRun:
    """One picture on its way: restores its parts, counts their tiles and the time they take.

    Args:
        picture: The input.
        restorer: A loaded network.
        request: How to restore it, and who is told.
    """

    def __init__(self, picture: Picture, restorer: TileRestorer, request: RunRequest) -> None:
        self._picture = picture
        self._restorer = restorer
        self._request = request
        self._done = 0
        # By the tile's number, since a part that ran out of memory begins again.
        self._sources: dict[int, TileSource] = {}
        self._colour: Pixels | None = None
        self._began = perf_counter()

    def restore(self, image: Pixels, part: PicturePlane) -> Pixels:
        """Restore one part, uint8 (H, W, 3), of the picture.

        Raises:
            Cancelled: The request's ``is_cancelled`` returned True.
        """
        earlier = self._done
        parts_left = 1 if self._picture.alpha is None or part is PicturePlane.ALPHA else 2

        def on_tile(progress: Progress) -> None:
            # A part that ran out of memory begins again at tile 1, with more and smaller tiles.
            self._done = earlier + progress.done
            self._sources[self._done] = progress.source
            total = earlier + parts_left * progress.total
            self._report(progress, part, total)

        if self._is_cancelled():
            raise Cancelled
        restored = self._restorer.restore(
            image,
            self._request.scale,
            self_ensemble=self._request.self_ensemble,
            on_progress=on_tile,
            is_cancelled=self._is_cancelled,
            visible=self._request.visible,
        )
        if part is PicturePlane.COLOUR:
            self._colour = restored
        return restored

    def facts(self) -> RunFacts:
        """What is known of the run, now that the picture is restored."""
        sources = list(self._sources.values())
        return RunFacts(
            engine=engine_info(self._restorer),
            seconds=perf_counter() - self._began,
            tiles=self._done,
            full_precision_tiles=sources.count(TileSource.NETWORK_FP32),
            enlarged_tiles=sources.count(TileSource.ENLARGED),
        )

    def _is_cancelled(self) -> bool:
        asked = perf_counter()
        is_cancelled = self._request.is_cancelled()
        self._began += perf_counter() - asked  # a pause is no work
        return is_cancelled

    def _report(self, progress: Progress, part: PicturePlane, total: int) -> None:
        if self._request.on_progress is not None:
            seconds = perf_counter() - self._began
            tile = self._tile(progress, part)
            self._request.on_progress(
                PictureProgress(self._done, total, seconds, progress.box, tile)
            )

    def _tile(self, progress: Progress, part: PicturePlane) -> Picture | None:
        enlarged, place = self._request.enlarged, progress.box.slices
        if enlarged is None:
            return None
        rgb, alpha = progress.pixels, None if enlarged.alpha is None else enlarged.alpha[place]
        if part is PicturePlane.ALPHA and self._colour is not None:
            rgb, alpha = self._colour[place], progress.pixels[..., 0]
        return Picture(rgb, alpha, self._picture.icc_profile)


def engine_info(restorer: TileRestorer) -> EngineInfo:
    """Describe the network in use."""
    return EngineInfo(restorer.info, restorer.device_title, restorer.precision)

"""Run one picture through the network, first its colour and then its alpha, and report each tile.

Free of Qt and of torch: shared by the window and the command line.
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
    """The plane of a picture that the network works on."""

    COLOUR = auto()
    ALPHA = auto()


@dataclass(frozen=True, eq=False)
class PictureProgress:
    """The progress of a picture after each restored tile.

    Attributes:
        done: Tiles done, in colour and alpha together.
        total: All tiles, in colour and alpha together.
        seconds: Time since the run began, without pauses.
        box: Position of the tile, in output pixels.
        tile: The tile with the transparency known so far; None if the request has no ``enlarged``.
    """

    done: int
    total: int
    seconds: float
    box: Box
    tile: Picture | None = None

    @property
    def seconds_left(self) -> float:
        """Time left if the remaining tiles take as long as those done; 0 before the first."""
        return self.seconds * (self.total - self.done) / self.done if self.done else 0.0


class TileRestorer(Protocol):
    """The part of ``models.restorer.Restorer`` that restoring a picture needs."""

    @property
    def info(self) -> NetworkInfo:
        """The network's name, title and checksum."""

    @property
    def device_title(self) -> str:
        """The device, for the user: "CPU"."""

    @property
    def precision(self) -> str:
        """The precision of its arithmetic: "bf16"."""

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
    """How a picture is to be restored, with the callbacks during the run.

    Attributes:
        scale: 1, 2 or 4.
        self_ensemble: Average the network's results for the picture and its negative, at twice the cost.
        enlarged: The enlarged picture. If given, progress includes the tiles, with its transparency until
            their own is restored.
        on_progress: Called after each tile.
        is_cancelled: Called before each run of the network. It may block while the work is paused.
        visible: Called before each tile; returns the part of the output that is on screen, in output
            pixels, which is restored first.
    """

    scale: int = 2
    self_ensemble: bool = True
    enlarged: Picture | None = None
    on_progress: Callable[[PictureProgress], None] | None = None
    is_cancelled: Callable[[], bool] = lambda: False
    visible: Callable[[], Box | None] = lambda: None


class PictureRun:
    """One run of a picture through the network: restores its planes, counts tiles and measures time.

    Args:
        picture: The input.
        restorer: A loaded network.
        request: How to restore it, with the callbacks during the run.
    """

    def __init__(self, picture: Picture, restorer: TileRestorer, request: RunRequest) -> None:
        self._picture = picture
        self._restorer = restorer
        self._request = request
        self._done = 0
        # By tile number, since a plane that runs out of memory begins again.
        self._sources: dict[int, TileSource] = {}
        self._colour: Pixels | None = None
        self._began = perf_counter()

    def restore(self, image: Pixels, plane: PicturePlane) -> Pixels:
        """Restore one plane of the picture.

        Args:
            image: uint8, shape (H, W, 3); alpha comes as grey.
            plane: Which plane it is.

        Returns:
            uint8, shape (scale·H, scale·W, 3).

        Raises:
            Cancelled: The request's ``is_cancelled`` returned True.
        """
        earlier = self._done
        planes_left = 1 if self._picture.alpha is None or plane is PicturePlane.ALPHA else 2

        def on_tile(progress: Progress) -> None:
            # A plane that runs out of memory begins again at tile 1, with more and smaller tiles.
            self._done = earlier + progress.done
            self._sources[self._done] = progress.source
            total = earlier + planes_left * progress.total
            self._report(progress, plane, total)

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
        if plane is PicturePlane.COLOUR:
            self._colour = restored
        return restored

    def facts(self) -> RunFacts:
        """Summarise the run, once the picture is restored."""
        sources = list(self._sources.values())
        return RunFacts(
            engine=engine_info(self._restorer),
            seconds=perf_counter() - self._began,
            tiles=self._done,
            full_precision_tiles=sources.count(TileSource.NETWORK_FP32),
            enlarged_tiles=sources.count(TileSource.ENLARGED),
        )

    def _is_cancelled(self) -> bool:
        called = perf_counter()
        is_cancelled = self._request.is_cancelled()
        self._began += perf_counter() - called  # a pause does not count
        return is_cancelled

    def _report(self, progress: Progress, plane: PicturePlane, total: int) -> None:
        if self._request.on_progress is not None:
            seconds = perf_counter() - self._began
            tile = self._tile(progress, plane)
            self._request.on_progress(
                PictureProgress(self._done, total, seconds, progress.box, tile)
            )

    def _tile(self, progress: Progress, plane: PicturePlane) -> Picture | None:
        enlarged, place = self._request.enlarged, progress.box.slices
        if enlarged is None:
            return None
        rgb, alpha = progress.pixels, None if enlarged.alpha is None else enlarged.alpha[place]
        if plane is PicturePlane.ALPHA and self._colour is not None:
            rgb, alpha = self._colour[place], progress.pixels[..., 0]
        return Picture(rgb, alpha, self._picture.icc_profile)


def engine_info(restorer: TileRestorer) -> EngineInfo:
    """Describe the network in use."""
    return EngineInfo(restorer.info, restorer.device_title, restorer.precision)

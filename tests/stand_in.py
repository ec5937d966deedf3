"""A restorer for tests of the command line, and what its results are looked at with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_app.command_line.journal import JOURNAL_NAME
from models import enlarge as enlarging
from models.network_info import NetworkInfo
from models.progress import Progress, TileSource
from models.tiling import Box

Pixels = npt.NDArray[np.uint8]


def names_in(folder: Path) -> set[str]:
    """The names of the files below a folder, but for the journals."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != JOURNAL_NAME)
    return {path.relative_to(folder).as_posix() for path in files}


class StandIn:
    """Enlarges without a network; each picture may be met by something else."""

    info = NetworkInfo("stand-in", "Stand-in")
    device_title = "stand-in"
    precision = "fp32"

    def __init__(self, *fates: TileSource | BaseException) -> None:
        self._fates = list(fates)

    def restore(
        self,
        image: Pixels,
        scale: int,
        *,
        is_steady: bool,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        visible: Callable[[], Box | None],
    ) -> Pixels:
        fate = self._fates.pop(0) if self._fates else TileSource.NETWORK
        restored = enlarging.enlarge(image, scale)
        height, width = restored.shape[:2]
        if isinstance(fate, BaseException):
            on_progress(Progress(1, 2, Box(0, 0, height, width), restored, TileSource.NETWORK))
            raise fate
        on_progress(Progress(1, 2, Box(0, 0, height, width), restored, TileSource.NETWORK))
        on_progress(Progress(2, 2, Box(0, 0, height, width), restored, fate))
        return restored

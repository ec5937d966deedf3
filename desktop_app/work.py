"""The work itself, as plain functions: read, enlarge, restore. The worker threads call them.

Free of threads and of torch; the network comes in as an object with a ``restore`` method.
"""

import io
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any, Protocol

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from qimage2ndarray import array2qimage  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.comparison.viewport import PixelRect
from desktop_app.errands import Copy, Staging
from desktop_app.imaging.advice import advise
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import ReadError, decode_picture, read_picture
from desktop_app.imaging.restoring import Part, enlarge_picture, restore_picture, too_large
from desktop_app.imaging.run_facts import Engine, RunFacts
from desktop_app.imaging.sentences import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.writing import write_picture
from desktop_app.inside import Adapted, Adapting, AdaptingProgress, Answer, Look
from desktop_app.jobs import (
    Job,
    JobError,
    Opened,
    Partial,
    Pixels,
    Preview,
    Progress,
    Remedy,
    Result,
    Source,
)
from desktop_app.shown import as_shown, pixels_of, profile_name, thumbnail_of, view_of
from models.enlarge import enlarge
from models.progress import Cancelled
from models.progress import Progress as Tile
from models.tiling import Box


class RestorerLike(Protocol):
    """The part of ``models.restorer.Restorer`` that the window needs."""

    @property
    def model_title(self) -> str:
        """The network, for the user: "MIMO-UNet"."""

    @property
    def model_name(self) -> str:
        """The network, for names and receipts: "clearmark-small"."""

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
        is_steady: bool = True,
        on_progress: Callable[[Tile], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Enlarge and deblur uint8 (H, W, 3) to (sH, sW, 3)."""

    def look(self, look: Look) -> Answer:
        """Look into the network at work on a picture."""

    def adapt(self, adapting: Adapting, on_step: Callable[[AdaptingProgress], None]) -> Adapted:
        """Fine-tune the network on pictures, and use what came of it if it is better."""


def encoded(image: QImage, name: str) -> bytes:
    """Encode an image of the clipboard as a PNG, which keeps its alpha and density."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 100):  # type: ignore[call-overload]  # 100: not compressed
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” cannot be read: the clipboard holds no picture."
                ),
                name=name,
            )
        )
    return bytes(buffer.data().data())


def preview(job: Job) -> Preview:
    """Read a waiting picture and keep only a thumbnail of it.

    Args:
        job: Its ``source`` is read.

    Raises:
        ReadError: The picture cannot be read.
    """
    picture = job.picture or _read(job.source)
    has_alpha = picture.alpha is not None
    return Preview(thumbnail_of(picture), picture.height, picture.width, has_alpha)


def open_picture(job: Job) -> Opened:
    """Read a picture, enlarge it, and build the pyramids it is looked at through.

    Args:
        job: Its ``source`` is read unless it has a ``picture``.

    Raises:
        ReadError: The picture cannot be read.
        JobError: It would become too large.
        Cancelled: The job was cancelled meanwhile.
    """
    picture = job.picture or _read(job.source)
    _check(job)
    begun = perf_counter()
    _check_size(picture, job)
    enlarged = enlarge_picture(picture, job.choices.scale, enlarge)
    enlarged_at = perf_counter()
    _check(job)
    return Opened(
        picture=picture,
        enlarged=enlarged,
        input_view=view_of(picture),
        enlarged_view=view_of(enlarged),
        thumbnail=thumbnail_of(picture),
        profile=profile_name(picture),
        enlarge_seconds=enlarged_at - begun,
        advice=advise(picture),
    )


def paint_tiles(base: Pyramid, tiles: Iterable[Progress]) -> Partial:
    """Put restored tiles into a pyramid.

    Args:
        base: The enlarged picture, perhaps with other tiles restored already; it is not changed.
        tiles: Those without pixels are passed over.
    """
    changed = []
    for tile in tiles:
        if tile.pixels is not None:
            height, width = tile.pixels.shape[:2]
            base = base.replaced(tile.top, tile.left, tile.pixels)
            changed.append(PixelRect(tile.top, tile.left, height, width))
    return Partial(base, tuple(changed))


def restore_opened(
    job: Job, opened: Opened, restorer: RestorerLike, on_progress: Callable[[Progress], None]
) -> Result:
    """Restore an opened picture, colour first, then its alpha channel.

    Args:
        job: Says how, and whether to stop.
        opened: What :func:`open_picture` made of the same job.
        restorer: The loaded network.
        on_progress: Called after each tile.

    Returns:
        The restored picture and its pyramid.

    Raises:
        Cancelled: The job was cancelled.
    """
    passes = _Passes(job, opened, restorer, on_progress)
    restored = restore_picture(opened.picture, job.choices.scale, passes.restore)
    seconds = perf_counter() - passes.begun
    _check(job)
    run = RunFacts(
        engine=engine_of(restorer),
        seconds=seconds,
        tiles=passes.done,
        full_precision_tiles=passes.count("NETWORK_FP32"),
        enlarged_tiles=passes.count("ENLARGED"),
    )
    return Result(restored, view_of(restored), run)


def copy_picture(picture: Picture) -> Copy:
    """Encode a picture for the clipboard, quickly rather than small."""
    buffer = io.BytesIO()
    extras: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
    given = {name: value for name, value in extras.items() if value is not None}
    pixels = np.ascontiguousarray(pixels_of(picture))
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1, **given)
    return Copy(picture, buffer.getvalue(), _image_of(picture))


def stage_picture(staging: Staging) -> Copy:
    """Write a picture as an export would, for another program to fetch.

    Returns:
        The same file, and an image for programs that take no files.

    Raises:
        WriteError: It cannot be written.
    """
    encoded: list[bytes] = []
    write_picture(staging.picture, staging.path, staging.options, on_encoded=encoded.append)
    return Copy(staging.picture, encoded[0], _image_of(staging.picture))


def _image_of(picture: Picture) -> QImage:
    """The picture in sRGB, for which an image without a profile is taken."""
    image: QImage = array2qimage(np.ascontiguousarray(pixels_of(as_shown(picture))))
    return image


def engine_of(restorer: RestorerLike) -> Engine:
    """Describe the network in use."""
    return Engine(
        restorer.model_title, restorer.device_title, restorer.precision, restorer.model_name
    )


class _Passes:
    """The passes of one picture through the network, reported as one progress."""

    def __init__(
        self,
        job: Job,
        opened: Opened,
        restorer: RestorerLike,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self.begun = perf_counter()
        self.done = 0
        self._sources: dict[int, str] = {}
        self._job = job
        self._enlarged_alpha = opened.enlarged.alpha
        self._profile = opened.picture.icc_profile
        self._restorer = restorer
        self._on_progress = on_progress
        self._colour: Pixels | None = None

    def count(self, source: str) -> int:
        """Count the tiles whose pixels come from ``source``."""
        return list(self._sources.values()).count(source)

    def restore(self, image: Pixels, part: Part) -> Pixels:
        """Restore one part, (H, W, 3), of the picture."""
        earlier = self.done
        parts_left = 1 if self._enlarged_alpha is None or part is Part.ALPHA else 2

        def on_tile(tile: Tile) -> None:
            # A part that ran out of memory begins again at tile 1, with more and smaller tiles.
            self.done = earlier + tile.done
            self._sources[self.done] = tile.source.name
            self._on_progress(
                Progress(
                    done=self.done,
                    total=earlier + parts_left * tile.total,
                    top=tile.box.top,
                    left=tile.box.left,
                    pixels=self._shown(tile, part),
                    seconds=perf_counter() - self.begun,
                )
            )

        _check(self._job)
        result = self._restorer.restore(
            image,
            self._job.choices.scale,
            is_steady=self._job.choices.is_steady,
            on_progress=on_tile,
            is_cancelled=self._is_cancelled,
            visible=self._job.visible.get,
        )
        if part is Part.COLOUR:
            self._colour = result
        return result

    def _is_cancelled(self) -> bool:
        asked = perf_counter()
        is_cancelled = self._job.is_cancelled()
        self.begun += perf_counter() - asked  # a pause is no work
        return is_cancelled

    def _shown(self, tile: Tile, part: Part) -> Pixels | None:
        """Return the tile as it can be painted: colour with alpha, (h, w, 3 or 4)."""
        box = tile.box
        rows = slice(box.top, box.top + box.height)
        columns = slice(box.left, box.left + box.width)
        if tile.pixels.shape[:2] != (box.height, box.width):
            return None
        if part is Part.COLOUR:
            alpha = None if self._enlarged_alpha is None else self._enlarged_alpha[rows, columns]
            return self._with_alpha(tile.pixels, alpha)
        if self._colour is None:
            return None
        return self._with_alpha(self._colour[rows, columns], tile.pixels[..., 0])

    def _with_alpha(self, rgb: Pixels, alpha: Pixels | None) -> Pixels:
        return pixels_of(as_shown(Picture(rgb, alpha, self._profile)))


def _check(job: Job) -> None:
    if job.cancel.is_set():
        raise Cancelled


def _read(source: Source) -> Picture:
    content = source.content
    if isinstance(content, bytes):
        return decode_picture(content, source.name)
    if isinstance(content, QImage):
        return decode_picture(encoded(content, source.name), source.name)
    return read_picture(content)


def _check_size(picture: Picture, job: Job) -> None:
    sentence = too_large(picture, job.choices.scale, job.source.name)
    if sentence is not None:
        raise JobError(sentence, Remedy.USE_SMALLER_SCALE)

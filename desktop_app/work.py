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
from desktop_app.errands import ClipboardPicture, StageRequest
from desktop_app.imaging.advice import advise
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import ReadError, decode_picture, read_picture
from desktop_app.imaging.restoring import enlarge_picture, restore_picture, too_large_reason
from desktop_app.imaging.sentences import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.tile_progress import PictureProgress, RunRequest, TileRestorer
from desktop_app.imaging.writing import write_picture
from desktop_app.inside import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    InspectionQuery,
    QueryResult,
)
from desktop_app.jobs import (
    Job,
    JobError,
    OpenedPicture,
    PartialResult,
    Preview,
    Remedy,
    Result,
    Source,
)
from desktop_app.shown import (
    display_pyramid,
    make_thumbnail,
    pixels_with_alpha,
    short_profile_title,
    to_srgb,
)
from models.enlarge import enlarge
from models.progress import Cancelled


class RestorerLike(TileRestorer, Protocol):
    """What the window needs of a network: to restore pictures, to look into it and to fine-tune it."""

    def inspect(self, query: InspectionQuery) -> QueryResult:
        """Look into the network at work on a picture."""

    def fine_tune(
        self, request: FineTuneRequest, on_step: Callable[[FineTuneProgress], None]
    ) -> FineTuneResult:
        """Fine-tune the network on pictures, and use what came of it if it is better."""


def encode_clipboard_image(image: QImage, name: str) -> bytes:
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


def make_preview(job: Job) -> Preview:
    """Read a waiting picture and keep only a thumbnail of it.

    Args:
        job: Its ``source`` is read.

    Raises:
        ReadError: The picture cannot be read.
    """
    picture = job.picture or _read(job.source)
    has_alpha = picture.alpha is not None
    return Preview(make_thumbnail(picture), picture.height, picture.width, has_alpha)


def open_picture(job: Job) -> OpenedPicture:
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
    return OpenedPicture(
        picture=picture,
        enlarged=enlarged,
        input_pyramid=display_pyramid(picture),
        enlarged_pyramid=display_pyramid(enlarged),
        thumbnail=make_thumbnail(picture),
        profile=short_profile_title(picture),
        enlarge_seconds=enlarged_at - begun,
        advice=advise(picture),
    )


def merge_tiles(base: Pyramid, tiles: Iterable[PictureProgress]) -> PartialResult:
    """Put restored tiles into a pyramid.

    Args:
        base: The enlarged picture, perhaps with other tiles restored already; it is not changed.
        tiles: What was reported; what shows no tile is passed over.
    """
    changed = []
    for progress in tiles:
        if progress.tile is not None:
            box = progress.box
            base = base.replaced(box.top, box.left, pixels_with_alpha(to_srgb(progress.tile)))
            changed.append(box)
    return PartialResult(base, tuple(changed))


def restore_opened(
    job: Job,
    opened: OpenedPicture,
    restorer: RestorerLike,
    on_progress: Callable[[PictureProgress], None],
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
    restored, run = restore_picture(
        opened.picture,
        restorer,
        RunRequest(
            scale=job.choices.scale,
            self_ensemble=job.choices.self_ensemble,
            enlarged=opened.enlarged,
            on_progress=on_progress,
            is_cancelled=job.is_cancelled,
            visible=job.visible.get,
        ),
    )
    _check(job)
    return Result(restored, display_pyramid(restored), run)


def encode_for_clipboard(picture: Picture) -> ClipboardPicture:
    """Encode a picture for the clipboard, quickly rather than small."""
    buffer = io.BytesIO()
    extras: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
    given = {name: value for name, value in extras.items() if value is not None}
    pixels = np.ascontiguousarray(pixels_with_alpha(picture))
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1, **given)
    return ClipboardPicture(picture, buffer.getvalue(), _image_of(picture))


def stage_picture(request: StageRequest) -> ClipboardPicture:
    """Write a picture as an export would, for another program to fetch.

    Returns:
        The same file, and an image for programs that take no files.

    Raises:
        WriteError: It cannot be written.
    """
    encode_clipboard_image: list[bytes] = []
    write_picture(
        request.picture, request.path, request.options, on_encoded=encode_clipboard_image.append
    )
    return ClipboardPicture(request.picture, encode_clipboard_image[0], _image_of(request.picture))


def _image_of(picture: Picture) -> QImage:
    """The picture in sRGB, for which an image without a profile is taken."""
    image: QImage = array2qimage(np.ascontiguousarray(pixels_with_alpha(to_srgb(picture))))
    return image


def _check(job: Job) -> None:
    if job.cancel.is_set():
        raise Cancelled


def _read(source: Source) -> Picture:
    content = source.content
    if isinstance(content, bytes):
        return decode_picture(content, source.name)
    if isinstance(content, QImage):
        return decode_picture(encode_clipboard_image(content, source.name), source.name)
    return read_picture(content)


def _check_size(picture: Picture, job: Job) -> None:
    sentence = too_large_reason(picture, job.choices.scale, job.source.name)
    if sentence is not None:
        raise JobError(sentence, Remedy.USE_SMALLER_SCALE)

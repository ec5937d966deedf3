"""The steps of a job as plain functions: read, enlarge, restore. The worker threads call them.

They know neither threads nor torch; the network is passed in as a :class:`RestorerLike`.
"""

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtGui import QImage

from desktop_app.analysis.advice import advise
from desktop_app.domain.jobs import (
    Job,
    JobError,
    OpenedPicture,
    PartialResult,
    Preview,
    Remedy,
    Result,
)
from desktop_app.engine.backend import RestorerLike
from desktop_app.engine.clipboard import encode_clipboard_image
from desktop_app.imaging.display import (
    display_pyramid,
    make_thumbnail,
    pixels_with_alpha,
    short_profile_title,
    to_srgb,
)
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress, RunRequest
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.imaging.reading import decode_picture, read_picture
from desktop_app.imaging.restore import enlarge_picture, restore_picture, too_large_reason
from models.enlarge import enlarge
from models.progress import Cancelled


def make_preview(job: Job) -> Preview:
    """Read a waiting picture and return its thumbnail.

    Args:
        job: Its ``source`` is read unless it has a ``picture``.

    Raises:
        ReadError: The picture cannot be read.
        Cancelled: The job was cancelled.
    """
    picture = job.picture or _read(job)
    has_alpha = picture.alpha is not None
    return Preview(make_thumbnail(picture), picture.height, picture.width, has_alpha)


def open_picture(job: Job) -> OpenedPicture:
    """Read a picture, enlarge it, and build the pyramids that the viewer shows.

    Args:
        job: Its ``source`` is read unless it has a ``picture``.

    Raises:
        ReadError: The picture cannot be read.
        JobError: The result would be too large.
        Cancelled: The job was cancelled.
    """
    picture = job.picture or _read(job)
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
        base: The enlarged picture, possibly with some tiles already restored; it is not changed.
        tiles: Progress reports; those without a tile are skipped.

    Returns:
        The new pyramid, and where it differs from ``base``.
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
    """Restore an opened picture: first its colours, then its alpha channel.

    Args:
        job: Says how to restore it and when to stop.
        opened: From :func:`open_picture` for the same job.
        restorer: The loaded network.
        on_progress: Called after each tile.

    Returns:
        The restored picture, its pyramid and the facts of the run.

    Raises:
        Cancelled: The job was cancelled.
        JobError: Memory ran out, or the device failed.
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


def _check(job: Job) -> None:
    if job.cancel.is_set():
        raise Cancelled


def _read(job: Job) -> Picture:
    content, name, is_cancelled = job.source.content, job.source.name, job.cancel.is_set
    if isinstance(content, bytes):
        return decode_picture(content, name, is_cancelled)
    if isinstance(content, QImage):
        return decode_picture(encode_clipboard_image(content, name), name, is_cancelled)
    return read_picture(content, is_cancelled)


def _check_size(picture: Picture, job: Job) -> None:
    sentence = too_large_reason(picture, job.choices.scale, job.source.name)
    if sentence is not None:
        raise JobError(sentence, Remedy.USE_SMALLER_SCALE)

"""The work itself, as plain functions: read, enlarge, restore. The worker threads call them.

Free of threads and of torch; the network comes in as an object with a ``restore`` method.
"""

import io
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any, Protocol

import numpy as np
from PIL import Image, ImageCms
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from qimage2ndarray import array2qimage  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.comparison.viewport import PixelRect
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import ReadError, decode_picture, read_picture
from desktop_app.imaging.restoring import Part, enlarge_picture, restore_picture
from desktop_app.jobs import (
    THUMBNAIL,
    Copy,
    Engine,
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
from models.enlarge import enlarge
from models.tiling import Box

MAX_OUTPUT_PIXELS = 2**28  # of the largest result: twice the side of the largest picture read
_LONGEST_PROFILE = 24  # letters that fit beside "Profile"


class JobCancelled(Exception):  # noqa: N818 (not an error: the user's wish)
    """The job's cancel event was set."""


class TileSource(Protocol):
    """Where a tile's pixels come from: a member named NETWORK, NETWORK_FP32 or ENLARGED."""

    @property
    def name(self) -> str:
        """The member's name."""


class Tile(Protocol):
    """What a restorer reports after each tile; see ``models.restorer.Progress``."""

    @property
    def done(self) -> int:
        """Tiles done."""

    @property
    def total(self) -> int:
        """Tiles in all."""

    @property
    def box(self) -> Box:
        """Place in the output."""

    @property
    def pixels(self) -> Pixels:
        """Shape (h, w, 3)."""

    @property
    def source(self) -> TileSource:
        """Where the pixels come from."""


class RestorerLike(Protocol):
    """The part of ``models.restorer.Restorer`` that the window needs."""

    @property
    def model_title(self) -> str:
        """The network, for the user: "MIMO-UNet"."""

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
        on_progress: Callable[[Tile], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Enlarge and deblur uint8 (H, W, 3) to (sH, sW, 3)."""


def preview(job: Job) -> Preview:
    """Read a waiting picture and keep only a thumbnail of it.

    Args:
        job: Its ``source`` is read.

    Raises:
        ReadError: The picture cannot be read.
    """
    picture = job.picture or _read(job.source)
    return Preview(_thumbnail(picture), picture.height, picture.width)


def open_picture(job: Job) -> Opened:
    """Read a picture, enlarge it, and build the pyramids it is looked at through.

    Args:
        job: Its ``source`` is read unless it has a ``picture``.

    Raises:
        ReadError: The picture cannot be read.
        JobError: It would become too large.
        JobCancelled: The job was cancelled meanwhile.
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
        input_view=_view(picture),
        enlarged_view=_view(enlarged),
        thumbnail=_thumbnail(picture),
        profile=_profile_name(picture),
        enlarge_seconds=enlarged_at - begun,
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
        JobCancelled: The job was cancelled.
    """
    passes = _Passes(job, opened, restorer, on_progress)
    restored = restore_picture(opened.picture, job.choices.scale, passes.restore)
    seconds = perf_counter() - passes.begun
    _check(job)
    return Result(
        picture=restored,
        view=_view(restored),
        engine=engine_of(restorer),
        seconds=seconds,
        tiles=passes.done,
        full_precision_tiles=passes.count("NETWORK_FP32"),
        enlarged_tiles=passes.count("ENLARGED"),
    )


def copy_picture(picture: Picture) -> Copy:
    """Encode a picture for the clipboard, quickly rather than small."""
    buffer = io.BytesIO()
    extras: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
    given = {name: value for name, value in extras.items() if value is not None}
    pixels = np.ascontiguousarray(_pixels(picture))
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1, **given)
    # An image without a profile is taken for sRGB.
    pixels = np.ascontiguousarray(_pixels(_as_shown(picture)))
    return Copy(buffer.getvalue(), array2qimage(pixels))


def engine_of(restorer: RestorerLike) -> Engine:
    """Describe the network in use."""
    return Engine(restorer.model_title, restorer.device_title, restorer.precision)


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
            on_progress=on_tile,
            is_cancelled=self._job.cancel.is_set,
            visible=self._job.visible.get,
        )
        if part is Part.COLOUR:
            self._colour = result
        return result

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
        return _pixels(_as_shown(Picture(rgb, alpha, self._profile)))


def _check(job: Job) -> None:
    if job.cancel.is_set():
        raise JobCancelled


def _read(source: Source) -> Picture:
    content = source.content
    if isinstance(content, bytes):
        return decode_picture(content, source.name)
    if isinstance(content, QImage):
        return decode_picture(_encoded(content, source.name), source.name)
    return read_picture(content)


def _encoded(image: QImage, name: str) -> bytes:
    """Encode an image of the clipboard as a PNG, which keeps its alpha and density."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 100):  # type: ignore[call-overload]  # 100: not compressed
        raise ReadError(f"“{name}” cannot be read: the clipboard holds no picture.")
    return bytes(buffer.data().data())


def _check_size(picture: Picture, job: Job) -> None:
    scale = job.choices.scale
    pixels = picture.height * picture.width * scale**2
    if pixels > MAX_OUTPUT_PIXELS:
        raise JobError(
            f"“{job.source.name}” would have {pixels / 1e6:.0f} megapixels at {scale}×; "
            f"the limit is {MAX_OUTPUT_PIXELS / 1e6:.0f}.",
            Remedy.USE_SMALLER_SCALE,
        )


def _view(picture: Picture) -> Pyramid:
    return Pyramid.build(_pixels(_as_shown(picture)))


def _as_shown(picture: Picture) -> Picture:
    """Convert a picture to sRGB, which is what the screen is taken for; as it is if that fails."""
    if _profile_name(picture) in ("", "sRGB"):
        return picture
    try:
        return picture.in_srgb()
    except ValueError:
        return picture


def _pixels(picture: Picture) -> Pixels:
    return picture.rgb if picture.alpha is None else picture.rgba()


def _profile_name(picture: Picture) -> str:
    """Name the colour profile shortly; empty if there is none."""
    if picture.icc_profile is None:
        return ""
    try:
        title = ImageCms.getProfileDescription(io.BytesIO(picture.icc_profile)).strip()
    except (ImageCms.PyCMSError, OSError, ValueError):
        title = ""
    if "srgb" in title.lower():
        return "sRGB"
    return title if len(title) <= _LONGEST_PROFILE else title[: _LONGEST_PROFILE - 1] + "…"


def _thumbnail(picture: Picture) -> Pixels:
    """Shrink a picture to fit a square of THUMBNAIL pixels; a smaller one is kept as it is."""
    step = max(1, min(picture.height, picture.width) // (4 * THUMBNAIL))
    rgb = picture.rgb[::step, ::step]
    alpha = None if picture.alpha is None else picture.alpha[::step, ::step]
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if alpha is not None:
        image.putalpha(Image.fromarray(np.ascontiguousarray(alpha)))
    image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return np.asarray(image.convert("RGBA"))

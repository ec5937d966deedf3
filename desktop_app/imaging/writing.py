"""Write a picture so that neither a crash nor a full disk ever costs an existing file."""

from __future__ import annotations

import errno
import io
import itertools
import logging
import os
import secrets
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, TiffImagePlugin

from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Picture, quoted, with_exact_text

_logger = logging.getLogger(__name__)

_MAX_EXIF_IN_JPEG = 65533
"""Bytes that fit into the one segment JPEG has for EXIF."""

_MAX_DPI_IN_JPEG = 65535

_LARGEST_COMPRESSED_TIFF = 2**20
"""Pixels; Pillow's TIFF encoder keeps all of Python waiting, the window too, 30 ms for so many."""


class WriteError(Exception):
    """A picture could not be written; ``str()`` is one sentence naming the file and the reason."""


class ExportFormat(StrEnum):
    """The formats a picture can be written in."""

    PNG = "png"
    WEBP = "webp"
    TIFF = "tiff"
    JPEG = "jpeg"

    @property
    def suffix(self) -> str:
        """The usual end of a file name, with its dot."""
        return {"jpeg": ".jpg", "tiff": ".tif"}.get(self.value, f".{self.value}")

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title() makes no sense for a format
        """How the format spells itself."""
        return "WebP" if self is ExportFormat.WEBP else self.value.upper()

    @property
    def max_side(self) -> int:
        """Pixels of the longest side that can be written."""
        limits = {"webp": 16383, "jpeg": 65500}  # libjpeg stops a little below the format's 65535
        return limits.get(self.value, 2**31 - 1)

    @property
    def has_alpha(self) -> bool:
        """Whether transparency survives."""
        return self is not ExportFormat.JPEG

    @classmethod
    def from_suffix(cls, suffix: str) -> ExportFormat | None:
        """The format that files with this end of the name hold; None if it is not written here."""
        endings = {".png": cls.PNG, ".webp": cls.WEBP, ".tif": cls.TIFF, ".tiff": cls.TIFF}
        endings |= dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), cls.JPEG)
        return endings.get(suffix.lower())


@dataclass(frozen=True)
class ExportOptions:
    """How to write.

    Attributes:
        format: The file format.
        quality: 1 to 100, for JPEG and for WebP that is not lossless.
        lossless: Whether WebP keeps every pixel.
        keep_print_size: Write the picture's dpi; otherwise the file says nothing of inches.
        keep_profile: Embed the picture's profile; otherwise its colours are converted to sRGB.
        keep_exif: Write the metadata of the source.
        matte: What shows through transparent places where the format has no alpha; a colour of
            the picture's own space.

    Raises:
        ValueError: A number is out of its range.
    """

    format: ExportFormat = ExportFormat.PNG
    quality: int = 92
    lossless: bool = True
    keep_print_size: bool = True
    keep_profile: bool = True
    keep_exif: bool = True
    matte: tuple[int, int, int] = (255, 255, 255)

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1 to 100, not {self.quality}")
        if len(self.matte) != 3 or not all(0 <= value <= 255 for value in self.matte):
            raise ValueError(f"matte must be three values from 0 to 255, not {self.matte}")


def write_picture(
    picture: Picture,
    path: Path,
    options: ExportOptions,
    *,
    source: Path | None = None,
    overwrite: bool = False,
) -> None:
    """Write a picture; the file is there whole, or as it was before.

    Args:
        picture: What to write.
        path: Where to; its folder must exist.
        options: Format and what to keep.
        source: The file the picture was made from. It is never written over, not even through a
            link or with ``overwrite``.
        overwrite: Whether another existing file may be replaced.

    Raises:
        WriteError: The file exists, the place cannot be written to, the disk is full, or the
            picture does not fit the format.
    """
    named = quoted(path.name or str(path))
    _check_fit(picture, options, named)
    try:
        _check_target(path, source, overwrite, named)
        data = _encode(picture, options, named)
        # Replacing a link would leave the file it stands for as it was.
        target = path.resolve() if overwrite else path
        _write_whole(data, target, overwrite=overwrite)
    except FileExistsError as error:
        raise WriteError(f"{named} already exists, so it was not written.") from error
    except OSError as error:
        raise WriteError(f"{named} was not written: {_reason(error, path)}.") from error
    except ValueError as error:  # a null character in the path
        raise WriteError(f"{named} is not a possible file name.") from error


def free_path(directory: Path, name: str, suffix: str) -> Path:
    """The first path not taken: "logo-2x.png", then "logo-2x (2).png", ...

    Args:
        directory: The folder.
        name: The file name without its end.
        suffix: The end, with its dot.

    Returns:
        A path where nothing is, not even a broken link. Another program may still take it before
        it is written; ``write_picture`` then refuses.

    Raises:
        ValueError: ``name`` would lead out of the folder.
    """
    if not name or Path(name).name != name:
        raise ValueError(f"not a plain file name: {name!r}")
    counted = (f"{name} ({count})" for count in itertools.count(2))
    candidates = (directory / f"{stem}{suffix}" for stem in itertools.chain([name], counted))
    return next(path for path in candidates if not os.path.lexists(path))


# --- before ------------------------------------------------------------------------------------


def _check_fit(picture: Picture, options: ExportOptions, named: str) -> None:
    kind = options.format
    if max(picture.width, picture.height) > kind.max_side:
        raise WriteError(
            f"{named} was not written: {kind.title} ends at {kind.max_side} pixels per side, "
            f"and this picture is {picture.size_text}."
        )
    channels = 3 if picture.alpha is None else 4
    if kind is ExportFormat.TIFF and picture.width * picture.height * channels >= 2**32 - 2**24:
        raise WriteError(
            f"{named} was not written: TIFF ends at 4 GB, and this picture is "
            f"{picture.size_text} pixels; PNG can hold it."
        )


def _check_target(path: Path, source: Path | None, overwrite: bool, named: str) -> None:
    """Refuse what must not be replaced.

    Raises:
        WriteError: The target is the source, a folder, a device, or write-protected.
        FileExistsError: It exists and may not be overwritten.
        OSError: It cannot be looked at.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise
        if path.is_symlink() and not overwrite:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        return
    if stat.S_ISDIR(status.st_mode):
        raise WriteError(f"{named} is a folder, so no picture can be written there.")
    if source is not None and source.exists() and path.samefile(source):
        raise WriteError(
            f"{named} is the original, which is never overwritten: choose another name."
        )
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{named} is a device, so no picture can be written there.")
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise WriteError(f"{named} is write-protected, so it was not replaced.")


def _reason(error: OSError, path: Path) -> str:
    parent = path.absolute().parent
    folder = quoted(parent.name or str(parent))
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "the disk is full"
    if error.errno == errno.EFBIG:
        return "this disk does not allow files so large"
    if error.errno == errno.EROFS:
        return "the disk is read-only"
    if error.errno == errno.ENAMETOOLONG:
        return "the name is too long"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"the folder {folder} does not exist"
    if isinstance(error, PermissionError):
        return f"you may not write in the folder {folder}, or another program has the file open"
    return (error.strerror or str(error)).rstrip(".")


# --- the bytes ---------------------------------------------------------------------------------


def _encode(picture: Picture, options: ExportOptions, named: str) -> bytes:
    """The finished file in memory: an encoder never meets a full disk, nor the disk half a file.

    Raises:
        WriteError: The encoder failed, or the profile cannot be used to convert to sRGB.
    """
    stream = io.BytesIO()
    try:
        picture = _reduced(picture, options)
        image = Image.fromarray(picture.rgb if picture.alpha is None else picture.rgba())
        image.save(stream, format=options.format.value, **_settings(picture, options))
    except MemoryError as error:
        raise WriteError(f"{named} was not written: the memory is full.") from error
    except Exception as error:  # Pillow's encoders raise many types
        title = options.format.title
        raise WriteError(f"{named} cannot be stored as {title}: {error}.") from error
    return stream.getvalue()


def _reduced(picture: Picture, options: ExportOptions) -> Picture:
    """The picture with only what the options and the format keep."""
    if not options.keep_profile:
        picture = picture.in_srgb()
    if not options.format.has_alpha:
        rgb = composite(picture.rgb, picture.alpha, options.matte)
        picture = replace(picture, rgb=rgb, alpha=None)
    return replace(
        picture,
        dpi=picture.dpi if options.keep_print_size else None,
        exif=picture.exif if options.keep_exif else None,
    )


def _settings(picture: Picture, options: ExportOptions) -> dict[str, Any]:
    """What Pillow's encoder is told."""
    settings: dict[str, Any] = {"icc_profile": picture.icc_profile}
    is_jpeg = options.format is ExportFormat.JPEG
    if picture.dpi is not None and not (is_jpeg and max(picture.dpi) > _MAX_DPI_IN_JPEG):
        settings["dpi"] = picture.dpi
    # WebP has no field for the resolution, but readers look into its EXIF.
    if picture.exif is not None or (options.format is ExportFormat.WEBP and picture.dpi):
        exif = _updated_exif(picture)
        if is_jpeg and len(exif) > _MAX_EXIF_IN_JPEG:
            _logger.warning("Metadata of %d bytes does not fit into a JPEG", len(exif))
        else:
            settings["exif"] = exif
    match options.format:
        case ExportFormat.PNG:
            settings |= {"compress_level": 6}
        case ExportFormat.TIFF:
            is_small = picture.width * picture.height <= _LARGEST_COMPRESSED_TIFF
            settings |= _tiff_settings(settings.get("exif", b""), is_compressed=is_small)
        case ExportFormat.WEBP if options.lossless:
            # exact: colour under transparent pixels is kept, or enlarging again would fringe.
            settings |= {"lossless": True, "exact": True, "quality": 75, "method": 4}
        case ExportFormat.WEBP:
            settings |= {"quality": options.quality, "alpha_quality": 100, "method": 5}
        case ExportFormat.JPEG:
            # Halved colour resolution would smear the edges of a logo. No "optimize": Pillow's
            # buffer for it is too small for noise at 4:4:4, and the encoder then fails.
            settings |= {"quality": options.quality, "subsampling": "4:4:4"}
    return settings


def _tiff_settings(exif: bytes, *, is_compressed: bool) -> dict[str, Any]:
    tags = Image.Exif()
    tags.load(exif)
    tags.update(with_exact_text(tags))
    directories = [tag for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo) if tag in tags]
    for directory in directories:
        entries = tags.get_ifd(directory)
        entries.update(with_exact_text(entries))
    if directories or not is_compressed:
        return {"exif": tags}  # Pillow's compressing encoder cannot write such directories
    # Every program reads LZW; differences of neighbours make it worth its while.
    tags[TiffImagePlugin.PREDICTOR] = 2
    return {"exif": tags, "compression": "tiff_lzw"}


def _updated_exif(picture: Picture) -> bytes:
    """The picture's EXIF with its present size and resolution, upright, without a thumbnail."""
    exif = Image.Exif()
    if picture.exif is not None:
        exif.load(picture.exif)
        exif.update(with_exact_text(exif))
    exif[ExifTags.Base.Orientation] = 1
    resolution = (ExifTags.Base.XResolution, ExifTags.Base.YResolution)
    for tag in (*resolution, ExifTags.Base.ResolutionUnit):
        if tag in exif:
            del exif[tag]
    if picture.dpi is not None:
        for tag, dots in zip(resolution, picture.dpi, strict=True):
            exif[tag] = TiffImagePlugin.IFDRational(round(dots * 1000), 1000)
        exif[ExifTags.Base.ResolutionUnit] = 2  # inches
    if ExifTags.IFD.Exif in exif:
        details = with_exact_text(exif.get_ifd(ExifTags.IFD.Exif))
        details[ExifTags.Base.ExifImageWidth] = picture.width
        details[ExifTags.Base.ExifImageHeight] = picture.height
        exif[ExifTags.IFD.Exif] = details
    return exif.tobytes()


# --- the disk ----------------------------------------------------------------------------------


def _write_whole(data: bytes, target: Path, *, overwrite: bool) -> None:
    """Write a temporary file beside the target, then give it the target's name in one step.

    Raises:
        FileExistsError: The target came into being meanwhile, and may not be overwritten.
        OSError: The disk refused; nothing is left behind.
    """
    temporary = target.with_name(f".clearmark-{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            with suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        else:
            _rename_if_free(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(target.parent)


def _rename_if_free(temporary: Path, target: Path) -> None:
    """Name a file without ever replacing another, also if that one appears this very moment."""
    if sys.platform == "win32":
        temporary.rename(target)  # refuses an existing target by itself
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some network disks): take the name with an empty file first.
        target.open("xb").close()
        try:
            temporary.replace(target)
        except BaseException:
            target.unlink()
            raise


def _sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk, where the system has a way."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Write a picture so that neither a crash nor a full disk can damage an existing file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.encoding import ExportOptions, WriteError, encode
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.file_system import exists_failure, write_atomically, write_failure
from desktop_app.imaging.naming import printable
from desktop_app.imaging.picture import Picture

__all__ = [
    "ExportFormat",
    "ExportOptions",
    "WriteError",
    "write_document",
    "write_picture",
    "write_svg",
]


def write_picture(
    picture: Picture,
    path: Path,
    options: ExportOptions,
    *,
    source: Path | None = None,
    overwrite: bool = False,
    on_encoded: Callable[[bytes], None] | None = None,
) -> None:
    """Write a picture, whole or not at all.

    Args:
        picture: What to write.
        path: The file to write; its folder must exist.
        options: Format and what to keep.
        source: The file the picture was made from. It is never overwritten, not even through a
            link or with ``overwrite``.
        overwrite: Whether another existing file may be replaced.
        on_encoded: Called with the whole file before it is written.

    Raises:
        WriteError: The file exists, the place cannot be written to, the disk is full, or the
            picture does not fit the format.
    """
    name = printable(path.name or str(path))
    _write(
        lambda: encode(picture, options, name),
        path,
        name,
        on_encoded,
        source=source,
        overwrite=overwrite,
    )


def write_svg(
    svg: str,
    path: Path,
    *,
    source: Path | None = None,
    overwrite: bool = False,
    on_encoded: Callable[[bytes], None] | None = None,
) -> None:
    """Write a traced picture, as safely as :func:`write_picture` does.

    Args:
        svg: The whole document.
        path: The file to write; its folder must exist.
        source: The file the picture was made from, which is never overwritten.
        overwrite: Whether another existing file may be replaced.
        on_encoded: Called with the whole file before it is written.

    Raises:
        WriteError: The file exists, the place cannot be written to, or the disk is full.
    """
    name = printable(path.name or str(path))
    _write(svg.encode, path, name, on_encoded, source=source, overwrite=overwrite)


def write_document(data: bytes, path: Path, *, overwrite: bool = False) -> None:
    """Write a document about a picture, as safely as :func:`write_picture` does.

    Args:
        data: The whole file.
        path: The file to write; its folder must exist.
        overwrite: Whether another existing file may be replaced.

    Raises:
        WriteError: The file exists, the place cannot be written to, or the disk is full.
    """
    name = printable(path.name or str(path))
    _write(lambda: data, path, name, None, source=None, overwrite=overwrite)


def _write(
    encode_all: Callable[[], bytes],
    path: Path,
    name: str,
    on_encoded: Callable[[bytes], None] | None,
    *,
    source: Path | None,
    overwrite: bool,
) -> None:
    """Check that the target may be written; only then encode the file, and write it.

    Raises:
        WriteError: The target may not, or cannot, be written.
    """
    try:
        # Replacing a link would leave the file it points to unchanged. Where it points is asked only once: it
        # may be another place, such as the original, when the file has been encoded.
        target = Path(os.path.realpath(path)) if overwrite else path
        _check_target(target, source, overwrite, name)
        data = encode_all()
        if on_encoded is not None:
            on_encoded(data)
        write_atomically(
            data,
            target,
            overwrite=overwrite,
            check=lambda: _refuse_original(target, source, name),
        )
    except FileExistsError as error:
        raise WriteError(exists_failure(name)) from error
    except OSError as error:
        raise WriteError(write_failure(name, error, path)) from error
    except ValueError as error:  # a null character in the path
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a possible file name."), name=name
            )
        ) from error


def _refuse_original(path: Path, source: Path | None, name: str) -> None:
    if source is not None and source.exists() and path.exists() and path.samefile(source):
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is the original, which is never overwritten: choose another name.",
        )
        raise WriteError(Sentence(text, name=name))


def _check_target(path: Path, source: Path | None, overwrite: bool, name: str) -> None:
    """Refuse a target that must not be replaced.

    Raises:
        WriteError: The target is the source, a folder, a device, or write-protected.
        FileExistsError: It exists and may not be overwritten.
        OSError: It cannot be inspected.
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
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” is a folder, so no picture can be written there."
                ),
                name=name,
            )
        )
    _refuse_original(path, source, name)
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” is a device, so no picture can be written there."
                ),
                name=name,
            )
        )
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise WriteError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” is write-protected, so it was not replaced."
                ),
                name=name,
            )
        )

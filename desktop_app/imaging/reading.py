"""Read a picture from a file or from memory; every failure is explained in one clear sentence.

What may take very long or very much memory is decoded in a process of its own, which can be ended.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.child_process import ChildEndedError, ChildProcess
from desktop_app.imaging.decoding import decode, is_suspect
from desktop_app.imaging.file_system import read_failure
from desktop_app.imaging.naming import printable
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading_errors import ReadError, too_large_for_memory
from models.progress import Cancelled
from models.regular_file import FileTooLargeError, IrregularFileError, read_regular_file

MAX_BYTES = 2**30
"""Bytes of the largest file that is read; a 16-bit RGBA picture of MAX_PIXELS stays below."""

_MAX_SECONDS = 120.0
"""Time limit of a decode that is suspect; the largest ordinary ones take some seconds."""


def read_picture(path: Path, is_cancelled: Callable[[], bool] = lambda: False) -> Picture:
    """Read a picture file, upright, in 8 bits and RGB.

    Args:
        path: The file.
        is_cancelled: Asked while a suspect file is decoded.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: The file is missing, not a picture, damaged or too large, or may not be read.
        Cancelled: ``is_cancelled`` returned True.
    """
    return decode_picture(read_bytes(path), path.name, is_cancelled)


def read_bytes(path: Path) -> bytes:
    """Read a whole file that may be a picture.

    Args:
        path: The file.

    Raises:
        ReadError: The path is missing, a folder, a device or too large, or may not be read.
    """
    name = printable(path.name or str(path))
    try:
        return read_regular_file(path, MAX_BYTES)
    except IsADirectoryError as error:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” is a folder, not a picture.")
        raise ReadError(Sentence(text, name=name)) from error
    except IrregularFileError as error:
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” is a device, not a picture file.")
        raise ReadError(Sentence(text, name=name)) from error
    except FileTooLargeError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” is too large: {size:.1f} GB, and the limit is 1 GB."
        )
        raise ReadError(Sentence(text, name=name, size=error.size / 2**30)) from error
    except OSError as error:
        raise ReadError(read_failure(name, error)) from error
    except ValueError as error:  # a null character in the path
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a possible file name."), name=name
            )
        ) from error
    except MemoryError as error:
        raise ReadError(too_large_for_memory(name)) from error


def decode_picture(
    data: bytes, name: str, is_cancelled: Callable[[], bool] = lambda: False
) -> Picture:
    """Decode a picture from the bytes of a file, which may come from the clipboard or a drag.

    Args:
        data: The whole file.
        name: What to call it in messages.
        is_cancelled: Asked while a suspect file is decoded.

    Returns:
        The picture; its ``notes`` say what could not be kept.

    Raises:
        ReadError: The bytes are not a picture, or one that is damaged, too large or too slow.
        Cancelled: ``is_cancelled`` returned True.
    """
    if not is_suspect(data):
        return decode(data, name)
    try:
        process = ChildProcess(_decode_or_explain)
    except OSError:  # the system has no room for another process
        return decode(data, name)
    try:
        answer = process.ask((data, name), is_cancelled=is_cancelled, max_seconds=_MAX_SECONDS)
    except TimeoutError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” takes over two minutes to read, so it was given up: "
            "save it as PNG or JPEG and open that.",
        )
        raise ReadError(Sentence(text, name=printable(name))) from error
    except ChildEndedError as error:
        if is_cancelled():
            raise Cancelled from error
        raise ReadError(too_large_for_memory(printable(name))) from error
    finally:
        process.kill()
        process.close()
    if isinstance(answer, ReadError):
        raise answer
    return answer


def _decode_or_explain(request: tuple[bytes, str]) -> Picture | ReadError:
    try:
        return decode(*request)
    except ReadError as error:
        return ReadError(*error.args)  # without its cause, which may not be picklable

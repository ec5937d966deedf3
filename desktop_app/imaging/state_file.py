"""Read back what the program keeps on disk: lists, journals, presets. Anybody may have changed it since.

Python parses the JSON, since half characters are allowed in it, which stand for undecodable bytes of a file's
name; msgspec's own parser refuses them. msgspec then checks every type and range. Nothing is converted:
``2.0`` is no whole number, and ``"2"`` no number at all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import msgspec

from models.regular_file import FileTooLargeError, IrregularFileError, read_regular_file

_T = TypeVar("_T")


class StateError(ValueError):
    """What was read is not what the program writes; the message says why, for the log."""


def read_state(path: Path, max_bytes: int, kind: type[_T]) -> _T:
    """Read a file of JSON.

    Args:
        path: The file.
        max_bytes: The most that such a file may have.
        kind: What it has to hold: a dataclass or a ``msgspec.Struct``.

    Raises:
        StateError: It holds something else, has too many bytes, or is no file at all.
        OSError: It does not exist, or cannot be read.
    """
    try:
        data = read_regular_file(path, max_bytes)
    except (FileTooLargeError, IrregularFileError, IsADirectoryError) as error:
        raise StateError(error.strerror) from error
    return parse_state(data, kind)


def parse_state(data: bytes, kind: type[_T]) -> _T:
    """Read JSON.

    Args:
        data: The JSON, in UTF-8.
        kind: What it has to hold.

    Raises:
        StateError: It holds something else.
    """
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise StateError(f"no JSON: {error}") from error
    return convert_state(value, kind)


def convert_state(value: object, kind: type[_T]) -> _T:
    """Check a part of parsed JSON.

    Args:
        value: Dictionaries, lists, numbers and texts.
        kind: What it has to hold. What its ``__post_init__`` refuses is refused here.

    Raises:
        StateError: It holds something else.
    """
    try:
        return msgspec.convert(value, kind)
    except (ValueError, OverflowError, RecursionError) as error:
        raise StateError(str(error)) from error

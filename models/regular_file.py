"""Open regular files and nothing else. Importing this module does not import torch.

Opening a pipe waits for whoever writes into it, reading a device may never end, and for some devices being
opened is a command. So whatever a user or a list on disk names is opened here.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, Literal

Mode = Literal["rb", "r+b", "a+b"]

_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)  # there are none on Windows
_CHUNK = 2**16  # bytes


class IrregularFileError(OSError):
    """A path leads to a pipe, a socket or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "It is a device, not a file", str(path))


class FileTooLargeError(OSError):
    """A file has more bytes than are read.

    Attributes:
        size: How many it has, at least.
    """

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.size = size


def open_regular_file(path: Path, mode: Mode = "rb") -> BinaryIO:
    """Open a file, unless it is a folder, a pipe, a socket or a device; never wait for another program.

    Args:
        path: The file; links are followed.
        mode: As for ``open``.

    Raises:
        IrregularFileError: It is a pipe, a socket or a device.
        OSError: It is a folder, does not exist, or may not be opened.
        ValueError: There is a null character in the path.
    """

    def open_checked(name: str, flags: int) -> int:
        handle = os.open(name, flags | _FLAGS, 0o666)
        try:
            _check(path, os.fstat(handle))
        except BaseException:
            os.close(handle)
            raise
        return handle

    try:
        _check(path, path.stat())  # checked before, too, since opening alone may have an effect
    except FileNotFoundError:
        if mode != "a+b":
            raise
    return open(path, mode, opener=open_checked)


def read_regular_file(path: Path, max_bytes: int) -> bytes:
    """Read a whole file, unless it is a folder, a pipe, a socket or a device.

    Args:
        path: The file; links are followed.
        max_bytes: The most that it may have.

    Raises:
        FileTooLargeError: It has more bytes.
        IrregularFileError: It is a pipe, a socket or a device.
        OSError: It is a folder, does not exist, or may not be read.
        ValueError: There is a null character in the path.
    """
    with open_regular_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            raise FileTooLargeError(path, size)
        data = file.read(size + 1)
        # A file may grow meanwhile, and the size of what the system makes up while it is read is 0.
        while len(data) <= max_bytes and (more := file.read(_CHUNK)):
            data += more
    if len(data) > max_bytes:
        raise FileTooLargeError(path, len(data))
    return data


def _check(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise IrregularFileError(path)

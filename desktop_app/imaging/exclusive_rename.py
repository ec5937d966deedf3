"""Rename a file without ever replacing another, even one that appears this very moment."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1  # linux/fs.h
_RENAME_EXCL = 4  # sys/stdio.h of macOS

_UNSUPPORTED = {
    errno.EINVAL,  # a file system that does not know the flag: NFS, many in user space
    errno.ENOSYS,  # a kernel that does not know the call
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EPERM,  # a sandbox that forbids the call
}


def rename_exclusively(source: Path, target: Path) -> None:
    """Give a file a name in the same folder, unless that name is taken.

    One call of the system does it where there is one. Otherwise a hard link takes the name. Where there are
    no hard links either, an empty file takes it first, which a kill may leave behind: the last resort, since
    another's file is never replaced.

    Args:
        source: The file; it is gone afterwards.
        target: Its new name.

    Raises:
        FileExistsError: The name is taken.
        OSError: The disk refused.
    """
    try:
        _rename_in_one_step(source, target)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
        _rename_by_link(source, target)


if sys.platform == "win32":

    def _rename_in_one_step(source: Path, target: Path) -> None:
        source.rename(target)  # refuses an existing target by itself

else:

    def _rename_in_one_step(source: Path, target: Path) -> None:
        """Rename a file by the system's own call.

        Raises:
            OSError: With a code of ``_UNSUPPORTED`` where the call is missing or unknown to the file system.
        """
        library = ctypes.CDLL(None, use_errno=True)
        old, new = os.fsencode(source), os.fsencode(target)
        try:
            if sys.platform == "darwin":
                failed = library.renamex_np(old, new, ctypes.c_uint(_RENAME_EXCL))
            else:
                failed = library.renameat2(
                    _AT_FDCWD, old, _AT_FDCWD, new, ctypes.c_uint(_RENAME_NOREPLACE)
                )
        except AttributeError:  # an older C library
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
        if failed:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(source), None, str(target))


def _rename_by_link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:
        target.open("xb").close()
        try:
            source.replace(target)
        except BaseException:
            target.unlink()
            raise
    else:
        source.unlink()

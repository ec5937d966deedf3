"""Faults of the disk at the n-th call that changes it: an error of the system, or the end of the process."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from desktop_app.imaging import exclusive_rename

KILL = 0
"""In place of an error's number: the process ends at once, and nothing is cleaned up."""

_CALLS = ("fsync", "link", "rename", "replace", "unlink", "mkdir", "rmdir")


class FaultyDisk:
    """Counts the calls that change the disk, and makes one of them fail.

    Args:
        failing: The number of the call that fails, from 1.
        code: The error's number, or ``KILL``.
    """

    def __init__(self, failing: int, code: int) -> None:
        self.calls = 0
        self._failing = failing
        self._code = code

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Put the faulty calls in place of the system's."""
        for name in _CALLS:
            patch.setattr(os, name, self._counted(getattr(os, name)))
        patch.setattr(
            exclusive_rename,
            "_rename_in_one_step",
            self._counted(exclusive_rename._rename_in_one_step),
        )
        open_file: Callable[..., IO[bytes]] = io.open

        def open_counted(
            path: object, mode: str = "r", *words: object, **named: object
        ) -> IO[bytes] | _FaultyFile:
            if not isinstance(path, Path) or not set(mode) & set("wxa+"):
                return open_file(path, mode, *words, **named)
            self.count()
            return _FaultyFile(open_file(path, mode, *words, **named), self)

        patch.setattr(io, "open", open_counted)
        patch.setattr(builtins, "open", open_counted)

    def count(self) -> None:
        """Count one call, and fail if it is the one."""
        self.calls += 1
        if self.calls == self._failing:
            if self._code == KILL:
                os._exit(1)
            raise OSError(self._code, os.strerror(self._code))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*words: object, **named: object) -> object:
            self.count()
            return call(*words, **named)

        return counted


class _FaultyFile:
    """A file of which only the first half of the data is on the disk when writing fails."""

    def __init__(self, file: IO[bytes], disk: FaultyDisk) -> None:
        self._file = file
        self._disk = disk

    def __enter__(self) -> _FaultyFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._disk.count()
        self._file.write(data[len(data) // 2 :])
        return len(data)


def run_on_faulty_disk(action: Callable[[], object], failing: int, code: int) -> bool:
    """Run something on a disk that fails at a certain call; return whether that call was reached.

    Args:
        action: What is run, in a process of its own if that is to be killed.
        failing: The number of the call that fails, from 1.
        code: The error's number, or ``KILL``.
    """
    disk = FaultyDisk(failing, code)
    if code == KILL:
        child = os.fork()
        if child == 0:
            status = 2
            try:
                disk.install(pytest.MonkeyPatch())
                action()
                status = 0
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status in (0, 1)
        return status == 1
    with pytest.MonkeyPatch.context() as patch:
        disk.install(patch)
        action()
    return disk.calls >= failing

"""Only regular files are opened, and nothing is waited for."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest

from models import regular_file
from models.file_hash import hash_file
from models.regular_file import (
    FileTooLargeError,
    IrregularFileError,
    open_regular_file,
    read_regular_file,
)

pytestmark = pytest.mark.timeout(60)  # what is waited for would never come

POSIX_ONLY = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names, /dev")
MODES = pytest.mark.parametrize("mode", ["rb", "r+b", "a+b"])


@POSIX_ONLY
@MODES
def test_a_pipe_is_refused(tmp_path: Path, mode: regular_file.Mode) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(IrregularFileError, match="device"):
            open_regular_file(tmp_path / name, mode)


@POSIX_ONLY
@MODES
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str, mode: regular_file.Mode) -> None:
    with pytest.raises(IrregularFileError):
        open_regular_file(Path(device), mode)


@POSIX_ONLY
def test_a_socket_is_refused() -> None:
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{short}/socket")
        with pytest.raises(IrregularFileError):
            open_regular_file(Path(short) / "socket")


@POSIX_ONLY
def test_a_file_that_turns_into_a_pipe_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    status = (tmp_path / "file").stat()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda _: status)
        with pytest.raises(IrregularFileError):
            open_regular_file(tmp_path / "pipe")


@MODES
def test_a_folder_is_refused_as_such(tmp_path: Path, mode: regular_file.Mode) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular_file(tmp_path, mode)


def test_a_file_is_read_changed_and_appended_to(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(FileNotFoundError):
        open_regular_file(path)
    with open_regular_file(path, "a+b") as file:
        file.write(b"ab")
    with open_regular_file(path, "r+b") as file:
        file.write(b"c")
    with open_regular_file(path, "a+b") as file:
        file.write(b"d")
    assert read_regular_file(path, 3) == b"cbd"
    with pytest.raises(FileTooLargeError) as caught:
        read_regular_file(path, 2)
    assert caught.value.size == 3


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="files whose size is unknown")
def test_a_file_of_unknown_size_is_read_up_to_the_limit() -> None:
    path = Path("/proc/self/maps")
    assert path.stat().st_size == 0
    assert len(read_regular_file(path, 2**30)) > 1000
    with pytest.raises(FileTooLargeError):
        read_regular_file(path, 1000)


@POSIX_ONLY
def test_no_pipe_is_hashed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(IrregularFileError):
        hash_file(tmp_path / "pipe")

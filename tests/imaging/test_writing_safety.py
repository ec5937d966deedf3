from __future__ import annotations

import errno
import os
import select
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.imaging import exclusive_rename
from desktop_app.imaging.file_lock import try_lock
from desktop_app.imaging.file_system import is_file, is_folder, remove_temporary_files
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.writing import ExportOptions, WriteError, write_picture
from tests.imaging.file_builders import logo

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
OLD = b"the old file, whole"


def _write(path: Path, *, source: Path | None = None, overwrite: bool = False) -> None:
    write_picture(Picture(logo()), path, ExportOptions(), source=source, overwrite=overwrite)


def _refusal(path: Path, *, source: Path | None = None, overwrite: bool = False) -> str:
    with pytest.raises(WriteError) as caught:
        _write(path, source=source, overwrite=overwrite)
    message = str(caught.value)
    assert message.startswith("“")
    assert message.endswith(".")
    return message


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(OLD)
    return path


# --- what is never replaced ----------------------------------------------------------------------


def test_another_file_is_not_replaced_unasked(old: Path) -> None:
    assert _refusal(old) == "“logo.png” already exists, so it was not written."
    assert old.read_bytes() == OLD


def test_another_file_is_replaced_when_asked(old: Path) -> None:
    _write(old, overwrite=True)
    assert (read_picture(old).rgb == logo()).all()


@pytest.mark.parametrize("overwrite", [False, True])
def test_the_source_is_never_replaced(old: Path, overwrite: bool) -> None:
    again = old.parent / "folder" / ".." / "logo.png"
    (old.parent / "folder").mkdir()
    soft, hard, link_to_folder = (old.with_name(name) for name in ("soft.png", "hard.png", "here"))
    soft.symlink_to(old)
    hard.hardlink_to(old)
    link_to_folder.symlink_to(old.parent)
    for path in (old, again, soft, hard, link_to_folder / "logo.png"):
        assert "is the original" in _refusal(path, source=old, overwrite=overwrite)
        assert "is the original" in _refusal(old, source=path, overwrite=overwrite)
    assert old.read_bytes() == OLD


@POSIX_ONLY
@pytest.mark.parametrize("way", ["link", "hard link", "folder"])
def test_a_target_that_becomes_the_source_meanwhile_does_not_replace_it(
    old: Path, tmp_path: Path, way: str
) -> None:
    """Encoding takes seconds, in which anything may happen to the target."""
    folder = tmp_path / "results"
    folder.mkdir()
    target = folder / "logo.png"
    target.write_bytes(b"an earlier result")

    def swap(_encoded: bytes) -> None:
        if way == "folder":
            shutil.move(folder, tmp_path / "elsewhere")
            folder.symlink_to(tmp_path)
            return
        target.unlink()
        if way == "link":
            target.symlink_to(old)
        else:
            target.hardlink_to(old)

    with pytest.raises(WriteError, match="is the original, which is never overwritten"):
        write_picture(
            Picture(logo()), target, ExportOptions(), source=old, overwrite=True, on_encoded=swap
        )
    assert old.read_bytes() == OLD
    assert not list(tmp_path.rglob("*.part"))


@POSIX_ONLY
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "b.png")
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    assert "was not written" in _refusal(tmp_path / "a.png", overwrite=True)


def test_a_vanished_source_protects_nothing(old: Path) -> None:
    _write(old, source=old.with_name("gone.png"), overwrite=True)
    assert read_picture(old).width == 60


def test_links_are_followed_when_replacing(old: Path) -> None:
    link = old.with_name("link.png")
    link.symlink_to(old)
    _write(link, overwrite=True)
    assert link.is_symlink()
    assert (read_picture(old).rgb == logo()).all()


def test_a_broken_link_counts_as_taken(tmp_path: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(tmp_path / "elsewhere.png")
    assert "already exists" in _refusal(link)
    assert not (tmp_path / "elsewhere.png").exists()
    _write(link, overwrite=True)
    assert read_picture(tmp_path / "elsewhere.png").width == 60


def test_folders_and_devices_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert "is a folder" in _refusal(tmp_path / "folder.png", overwrite=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")
        assert "already exists" in _refusal(tmp_path / "pipe.png")
        assert "is a device" in _refusal(tmp_path / "pipe.png", overwrite=True)


@POSIX_ONLY
def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.png"
    real = os.fsync

    def appear(handle: int) -> None:
        path.write_bytes(OLD)
        real(handle)

    monkeypatch.setattr(os, "fsync", appear)
    assert "already exists" in _refusal(path)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("has_exclusive_rename", "has_links"), [(1, 1), (0, 1), (0, 0)])
def test_of_many_writers_exactly_one_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_exclusive_rename: bool, has_links: bool
) -> None:
    if not has_exclusive_rename:
        monkeypatch.setattr(exclusive_rename, "_rename_in_one_step", _unknown_call)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    outcomes: list[str] = []
    barrier = threading.Barrier(8)

    def write() -> None:
        barrier.wait()
        try:
            _write(tmp_path / "logo.png")
            outcomes.append("written")
        except WriteError:
            outcomes.append("refused")

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused"] * 7 + ["written"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["logo.png"]
    assert (read_picture(tmp_path / "logo.png").rgb == logo()).all()


def _unknown_call(*_: object) -> None:
    raise OSError(errno.EINVAL, "Invalid argument")


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM])
def test_disks_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: Path, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(exclusive_rename, "_rename_in_one_step", refuse)
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    _write(tmp_path / "new.png")
    assert (read_picture(tmp_path / "new.png").rgb == logo()).all()
    assert "already exists" in _refusal(old)
    assert old.read_bytes() == OLD

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    assert "Input/output error" in _refusal(tmp_path / "other.png")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["logo.png", "new.png"]


@POSIX_ONLY
def test_a_folder_on_another_disk_is_no_reason_to_write_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(exclusive_rename, "_rename_in_one_step", refuse)
    assert "Invalid cross-device link" in _refusal(tmp_path / "logo.png")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def fat_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a mounted FAT disk, which has no hard links; skip where none can be mounted."""
    maker, folder, image = shutil.which("mkfs.vfat"), tmp_path / "disk", tmp_path / "image"
    if sys.platform != "linux" or os.geteuid() != 0 or maker is None:
        pytest.skip("needs Linux, root and mkfs.vfat to mount a FAT disk")
    image.write_bytes(bytes(4 * 2**20))
    folder.mkdir()
    subprocess.run([maker, str(image)], check=True, capture_output=True)
    mounted = subprocess.run(["mount", "-o", "loop", image, folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("this system mounts no FAT disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_fat_disk_never_shows_an_empty_file(
    fat_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", None)  # the last resort is not needed here
    _write(fat_disk / "logo.png")
    assert (read_picture(fat_disk / "logo.png").rgb == logo()).all()
    assert "already exists" in _refusal(fat_disk / "logo.png")
    assert [entry.name for entry in fat_disk.iterdir()] == ["logo.png"]


# --- the rights of the file ----------------------------------------------------------------------


@POSIX_ONLY
def test_rights_are_as_usual_and_kept_when_replacing(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        _write(tmp_path / "new.png")
        assert stat.S_IMODE((tmp_path / "new.png").stat().st_mode) == 0o644
        (tmp_path / "new.png").chmod(0o600)
        _write(tmp_path / "new.png", overwrite=True)
        assert stat.S_IMODE((tmp_path / "new.png").stat().st_mode) == 0o600
    finally:
        os.umask(mask)


# --- disks that refuse ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EFBIG, "does not allow files so large"),
        (errno.EACCES, "you may not write in the folder"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failing_disk_leaves_everything_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str, overwrite: bool
) -> None:
    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    path = old if overwrite else old.with_name("new.png")
    message = _refusal(path, overwrite=overwrite)
    assert words in message
    assert path.name in message
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_an_interruption_leaves_no_temporary_file(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        _write(old, overwrite=True)
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_missing_folder(tmp_path: Path, old: Path) -> None:
    assert _refusal(tmp_path / "gone" / "a.png") == (
        "“a.png” was not written: the folder “gone” does not exist."
    )
    assert "the folder “logo.png” does not exist" in _refusal(old / "a.png")


def test_impossible_names(tmp_path: Path) -> None:
    assert "the name is too long" in _refusal(tmp_path / ("a" * 300 + ".png"))
    assert "not a possible file name" in _refusal(tmp_path / "a\0.png")


def test_folder_without_permission(folder_of_nobody: Path) -> None:
    folder_of_nobody.chmod(0o500)
    assert "you may not write in the folder" in _refusal(folder_of_nobody / "a.png")
    folder_of_nobody.chmod(0o000)
    assert "you may not write in the folder" in _refusal(folder_of_nobody / "a.png")


def test_what_may_not_be_looked_at_is_neither_file_nor_folder(folder_of_nobody: Path) -> None:
    path = folder_of_nobody / "logo.png"
    path.touch()
    assert (is_file(path), is_folder(folder_of_nobody)) == (True, True)
    folder_of_nobody.chmod(0o000)
    assert (is_file(path), is_folder(path)) == (False, False)
    remove_temporary_files(path, before=0)
    remove_temporary_files(folder_of_nobody, before=0)


def test_write_protected_files_are_respected(old: Path) -> None:
    old.chmod(0o444)
    assert "write-protected" in _refusal(old, overwrite=True)
    assert old.read_bytes() == OLD
    old.chmod(0o644)


@POSIX_ONLY
def test_a_real_write_that_does_not_fit(old: Path) -> None:
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "import numpy as np\n"
        "from desktop_app.imaging.picture import Picture\n"
        "from desktop_app.imaging.writing import *\n"
        "noise = np.random.default_rng(0).integers(0, 256, (99, 99, 3), dtype=np.uint8)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    write_picture(Picture(noise), Path(sys.argv[1]), ExportOptions(), overwrite=True)\n"
        "except WriteError as error:\n"
        "    sys.stderr.write(str(error))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(old)], capture_output=True, check=True)
    assert "this disk does not allow files so large" in done.stderr.decode()
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


# --- killed --------------------------------------------------------------------------------------

_VICTIM = """
import os, sys, time
from pathlib import Path
import numpy as np
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportOptions, write_picture

path, moment = Path(sys.argv[1]), sys.argv[2]

def stop(*_):
    os.write(1, b"here")
    time.sleep(60)

if moment == "synchronizing":
    os.fsync = stop
elif moment == "renaming":
    Path.replace = stop
else:
    real = Path.open
    def half(self, mode):
        file = real(self, mode, buffering=0)
        class Half:
            def __enter__(self): return self
            def __exit__(self, *_): file.close()
            def fileno(self): return file.fileno()
            def write(self, data): file.write(data[: len(data) // 2]); stop()
        return Half()
    Path.open = half
write_picture(Picture(np.zeros((50, 50, 3), np.uint8)), path, ExportOptions(), overwrite=True)
"""


@POSIX_ONLY
@pytest.mark.parametrize("moment", ["writing", "synchronizing", "renaming"])
def test_killed_in_the_middle_the_old_file_is_whole(old: Path, moment: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(old), moment], stdout=subprocess.PIPE
    ) as victim:
        assert victim.stdout is not None
        try:
            ready, _, _ = select.select([victim.stdout], [], [], 30)
            assert ready
            assert os.read(victim.stdout.fileno(), 4) == b"here"
        finally:
            victim.send_signal(signal.SIGKILL)
    assert victim.returncode == -signal.SIGKILL
    assert old.read_bytes() == OLD
    others = [entry.name for entry in old.parent.iterdir() if entry != old]
    assert len(others) == 1  # what is left behind does not look like a picture
    assert others[0].startswith(".clearmark-")
    assert others[0].endswith(".part")


def test_only_what_a_dead_program_left_is_removed(tmp_path: Path) -> None:
    dead, alive, new, foreign = (
        tmp_path / name
        for name in (".clearmark-a.part", ".clearmark-b.part", ".clearmark-c.part", "d.part")
    )
    for path in (dead, alive, new, foreign):
        path.write_bytes(b"half")
    for path in (dead, alive, foreign):
        os.utime(path, (1, 1))
    with alive.open("r+b") as file:
        assert try_lock(file.fileno())
        remove_temporary_files(tmp_path, before=time.time() - 60)
        assert sorted(tmp_path.iterdir()) == [alive, new, foreign]
    remove_temporary_files(tmp_path, before=time.time() - 60)
    assert sorted(tmp_path.iterdir()) == [new, foreign]


def test_a_complete_write_reaches_the_disk_before_the_name(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        events.append("folder synced" if is_folder else "file synced")
        real_sync(handle)

    def replace(self: Path, target: Path) -> Path:
        events.append("renamed")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    _write(old, overwrite=True)
    assert events[:2] == ["file synced", "renamed"]
    if sys.platform != "win32":
        assert events[2:] == ["folder synced"]


def test_large_pictures_are_written_whole(tmp_path: Path) -> None:
    noise = np.random.default_rng(2).integers(0, 256, (400, 500, 3), dtype=np.uint8)
    write_picture(Picture(noise), tmp_path / "a.png", ExportOptions())
    assert (read_picture(tmp_path / "a.png").rgb == noise).all()

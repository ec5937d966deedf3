"""Whatever call of an export, of a list or of a journal fails: each file is old or new, and whole."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.journal import Journal, ResultKey
from desktop_app.imaging.file_system import remove_temporary_files, write_atomically
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.receipt import ReceiptSettings, settings_facts, write_receipt
from desktop_app.imaging.writing import ExportOptions, WriteError, write_picture
from tests.faults import KILL, run_on_faulty_disk
from tests.imaging.file_builders import logo

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed process is a forked one"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

FAULTS = pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, KILL])
FACTS = {"name": "logo.png"}


def export(folder: Path, *, overwrite: bool = False) -> None:
    write_picture(Picture(logo()), folder / "logo.png", ExportOptions(), overwrite=overwrite)
    write_receipt(FACTS, folder / "logo.receipt.json", overwrite=overwrite)


def each_fault(folder: Path, code: int, action: Callable[[Path], object]) -> list[Path]:
    """Run an action once for each call that can fail, each time in a fresh folder; return the folders."""
    folders: list[Path] = []
    for failing in itertools.count(1):
        (place := folder / str(failing)).mkdir()
        if not run_on_faulty_disk(lambda at=place: action(at), failing, code):  # type: ignore[misc]
            return folders
        folders.append(place)
    raise AssertionError


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, after a later start has removed what was left unfinished."""
    remove_temporary_files(folder, before=float("inf"))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@FAULTS
@pytest.mark.parametrize("overwrite", [False, True])
def test_an_export_is_old_or_new_at_each_fault(tmp_path: Path, code: int, overwrite: bool) -> None:
    (whole := tmp_path / "whole").mkdir()
    export(whole)
    new = contents(whole)
    old = dict.fromkeys(new, b"old") if overwrite else {}

    def run(folder: Path) -> None:
        for name, data in old.items():
            with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT), "wb") as file:
                file.write(data)
        with suppress(WriteError):
            export(folder, overwrite=overwrite)

    folders = each_fault(tmp_path, code, run)
    assert len(folders) >= 8  # open, write, fsync, rename of two files
    for folder in folders:
        left = contents(folder)
        assert left.items() <= new.items() | old.items()
        assert left.keys() >= old.keys()
        export(folder, overwrite=True)
        assert contents(folder) == new


@FAULTS
def test_a_list_is_old_or_new_at_each_fault(tmp_path: Path, code: int) -> None:
    def run(folder: Path) -> None:
        with os.fdopen(os.open(folder / "queue.json", os.O_WRONLY | os.O_CREAT), "wb") as file:
            file.write(b"old")
        with suppress(OSError):
            write_atomically(b"the new list", folder / "queue.json", overwrite=True)

    folders = each_fault(tmp_path, code, run)
    assert len(folders) >= 4
    for folder in folders:
        assert contents(folder) in ({"queue.json": b"old"}, {"queue.json": b"the new list"})


def settings() -> ReceiptSettings:
    return settings_facts(
        scale=2,
        self_ensemble=False,
        file_format="png",
        quality=90,
        print_width=None,
        is_srgb=False,
        name="{name}",
    )


def receipt(data: bytes) -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    return {
        "input": {"sha256": "input"},
        "output": {"sha256": digest, "bytes": len(data)},
        "model": {"sha256": "model"},
        "settings": settings(),
    }


def finish(folder: Path, name: str) -> None:
    """Do what a run does for one picture, unless its journal says that it is done."""
    journal, source = Journal(folder, is_kept=True), folder / f"{name}.jpg"
    if journal.finished(ResultKey(source, "input", "model", settings())) is None:
        journal.add(source, folder / f"{name}.png", receipt(name.encode()), None)
        write_atomically(name.encode(), folder / f"{name}.png", overwrite=False)


@FAULTS
def test_a_journal_finds_each_finished_result_at_each_fault(tmp_path: Path, code: int) -> None:
    def run(folder: Path) -> None:
        with suppress(OSError):
            finish(folder, "first")
            finish(folder, "second")

    folders = each_fault(tmp_path, code, run)
    assert len(folders) >= 12
    for folder in folders:
        journal = Journal(folder, is_kept=True)
        results = [path for path in folder.glob("*.png") if not journal.is_result(path)]
        has_line = code == KILL  # where the journal could not be written, the user was told
        assert not (has_line and results)
        for name in ("first", "second"):
            if not (folder / f"{name}.png").exists():
                finish(folder, name)
            assert (folder / f"{name}.png").read_bytes() == name.encode()

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_app.imaging.file_search import PictureSearch


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(search: PictureSearch, folder: Path) -> list[str]:
    return [entry.path.relative_to(folder).as_posix() for entry in search.found]


def test_a_tree_in_natural_order(tmp_path: Path) -> None:
    make(tmp_path, "logo10.png", "Logo2.JPG", "logo1.webp", "a10/x.png", "a2/x.png", "notes.txt")
    make(tmp_path, ".hidden.png", ".git/x.png", "out/x.png", "a2/deep/y.tif", "7.png", "٣.png")
    search = PictureSearch(is_recursive=True, excluded=tmp_path / "out")
    search.add(tmp_path)
    assert found(search, tmp_path) == [
        *("٣.png", "7.png", "logo1.webp", "Logo2.JPG", "logo10.png"),
        *("a2/x.png", "a2/deep/y.tif", "a10/x.png"),
    ]
    assert [entry.relative_folder.as_posix() for entry in search.found][-3:] == [
        "a2",
        "a2/deep",
        "a10",
    ]
    assert search.problems == []


def test_accents_and_capitals_do_not_tear_names_apart(tmp_path: Path) -> None:
    make(tmp_path, "Étoile2.png", "etoile10.png", "étoile1.png", "zebra.png", "A.png")
    search = PictureSearch()
    search.add(tmp_path)
    names = ["A.png", "etoile10.png", "étoile1.png", "Étoile2.png", "zebra.png"]
    assert found(search, tmp_path) == names


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Its disks ignore capitals.")
def test_names_that_differ_in_capitals_alone_keep_one_order(tmp_path: Path) -> None:
    make(tmp_path, "b1.png", "B1.png", "B1.PNG")
    search = PictureSearch()
    search.add(tmp_path)
    assert found(search, tmp_path) == ["B1.PNG", "B1.png", "b1.png"]


def test_files_and_patterns_are_taken_as_they_are(tmp_path: Path) -> None:
    make(tmp_path, "a[1].png", "b10.txt", "b9.txt", "sub/b1.txt")
    search = PictureSearch()
    search.add(tmp_path / "a[1].png")
    search.add(tmp_path / "b*.txt")
    search.add(tmp_path / "**" / "b1.txt")
    search.add(tmp_path / "nothing*.png")
    assert found(search, tmp_path) == ["a[1].png", "b9.txt", "b10.txt", "sub/b1.txt"]
    pattern = tmp_path / "nothing*.png"
    assert search.problems == [(pattern, f"Nothing matches “{pattern}”.")]
    assert {entry.relative_folder for entry in search.found} == {Path()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only some users make links.")
def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    make(tmp_path, "a.png")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "c.png").symlink_to(tmp_path / "c.png")
    search = PictureSearch(is_recursive=True)
    search.add(tmp_path)
    assert found(search, tmp_path) == ["a.png", "b.png", "c.png"]  # reading will report the last


def test_a_name_that_no_disk_allows_is_left_to_reading(tmp_path: Path) -> None:
    search = PictureSearch()
    search.add(tmp_path / ("x" * 300))
    assert [entry.path.name for entry in search.found] == ["x" * 300]


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.png", "locked/b.png", "c/d.png")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    search = PictureSearch(is_recursive=True)
    search.add(tmp_path)
    assert found(search, tmp_path) == ["a.png", "c/d.png"]
    ((folder, sentence),) = search.problems
    assert folder == tmp_path / "locked"
    assert sentence.endswith("cannot be searched: Permission denied.")

"""Finds the pictures that files, folders and patterns stand for. Free of Qt."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natsort import natsort_keygen, ns

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.file_system import is_folder
from desktop_app.imaging.naming import printable
from desktop_app.imaging.reading import picture_suffixes

_counted = natsort_keygen(alg=ns.IGNORECASE)


@dataclass(frozen=True)
class FoundPicture:
    """A picture file, and the folder that was searched for it; None where it was named itself."""

    path: Path
    root: Path | None = None

    @property
    def relative_folder(self) -> Path:
        """The file's folder as seen from the searched one."""
        return Path() if self.root is None else self.path.parent.relative_to(self.root)


class PictureSearch:
    """Collects pictures, those of a folder in natural order: logo2 before logo10.

    Args:
        is_recursive: Whether folders in folders are searched too, after the pictures beside them.
        excluded: A folder that is left out: the results go there.
    """

    def __init__(self, *, is_recursive: bool = False, excluded: Path | None = None) -> None:
        self.found: list[FoundPicture] = []
        self.problems: list[tuple[Path, str]] = []
        """Folders that cannot be searched or hold no picture, patterns of nothing; a sentence on each."""
        self._is_recursive = is_recursive
        self._excluded = excluded and excluded.resolve()
        self._suffixes = picture_suffixes()

    def add(self, word: Path) -> None:
        """Take what a word of the command line stands for: a file, a folder, or a pattern.

        Not every shell replaces ``*.png`` by the files. What is no folder is taken as it is: whether
        it is a picture is seen when it is read.
        """
        paths = [word]
        if not os.path.lexists(word) and set("*?") & set(str(word)):
            # Path.glob() would not take absolute patterns.
            matches = map(Path, glob.glob(str(word), recursive=True))  # noqa: PTH207
            paths = sorted(matches, key=_natural)
            if not paths:
                text = QT_TRANSLATE_NOOP("Sentences", "Nothing matches “{pattern}”.")
                self.problems.append((word, Sentence(text, pattern=printable(str(word)))))
        for path in paths:
            if is_folder(path):
                self.add_folder(path)
            else:
                self.found.append(FoundPicture(path))

    def add_folder(self, folder: Path) -> None:
        """Take the pictures in a folder; none is a problem."""
        earlier = len(self.found) + len(self.problems)
        self._walk(folder, folder)
        if len(self.found) + len(self.problems) == earlier:
            text = (
                QT_TRANSLATE_NOOP("Sentences", "“{folder}” holds no pictures.")
                if self._is_recursive
                else "“{folder}” holds no pictures; --recursive searches the folders in it too."
            )
            self.problems.append((folder, Sentence(text, folder=printable(str(folder)))))

    def _walk(self, folder: Path, root: Path) -> None:
        try:
            entries = sorted(_visible(os.scandir(folder)), key=lambda entry: _natural(entry.name))
        except OSError as error:
            reason = error.strerror or str(error)
            text = QT_TRANSLATE_NOOP("Sentences", "“{folder}” cannot be searched: {reason}.")
            sentence = Sentence(text, folder=printable(str(folder)), reason=reason)
            self.problems.append((folder, sentence))
            return
        for entry in entries:
            path = folder / entry.name
            if path.suffix.lower() in self._suffixes and _may_be_file(entry):
                self.found.append(FoundPicture(path, root))
        for entry in entries:
            path = folder / entry.name
            if self._is_recursive and _is_own_folder(entry) and path.resolve() != self._excluded:
                self._walk(path, root)


def _visible(entries: Iterable[os.DirEntry[str]]) -> Iterable[os.DirEntry[str]]:
    return (entry for entry in entries if not entry.name.startswith("."))


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return True  # a link to itself or into a locked folder: reading it says why


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)  # links could lead in a circle
    except OSError:
        return False


def _natural(path: Path | str) -> list[tuple[Any, str]]:
    """A key that sorts as people count; names that differ in case alone keep a fixed order."""
    parts = (path,) if isinstance(path, str) else path.parts
    return [(_counted(part), part) for part in parts]

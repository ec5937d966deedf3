"""Find the pictures that files, folders and patterns stand for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from natsort import natsort_keygen, ns

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.decoding import picture_suffixes
from desktop_app.imaging.file_system import is_folder
from desktop_app.imaging.naming import printable

_natsort_key = natsort_keygen(alg=ns.IGNORECASE)


@dataclass(frozen=True)
class FoundPicture:
    """A picture file, and the searched folder it was found in; None if the file itself was given."""

    path: Path
    root: Path | None = None

    @property
    def relative_folder(self) -> Path:
        """The file's folder relative to the searched one; empty if the file itself was given."""
        return Path() if self.root is None else self.path.parent.relative_to(self.root)


class PictureSearch:
    """Collects picture files, those of a folder in natural order: logo2 before logo10.

    Args:
        is_recursive: Whether subfolders are searched too, after the pictures beside them.
        excluded: A folder to skip, since the results go there.

    Attributes:
        found: The pictures so far, in the order they were added.
        problems: Folders that cannot be searched or hold no pictures, and patterns without a match;
            each with a sentence for the user.
    """

    def __init__(self, *, is_recursive: bool = False, excluded: Path | None = None) -> None:
        self.found: list[FoundPicture] = []
        self.problems: list[tuple[Path, str]] = []
        self._is_recursive = is_recursive
        self._excluded = excluded and excluded.resolve()
        self._suffixes = picture_suffixes()

    def add(self, argument: Path) -> None:
        """Add what an argument of the command line stands for: a file, a folder or a pattern.

        Not every shell expands ``*.png``. A path that is not a folder is added unchecked: reading it
        will show whether it is a picture.
        """
        paths = [argument]
        if not os.path.lexists(argument) and set("*?") & set(str(argument)):
            # Path.glob() rejects absolute patterns.
            matches = map(Path, glob.glob(str(argument), recursive=True))  # noqa: PTH207
            paths = sorted(matches, key=_natural_key)
            if not paths:
                text = QT_TRANSLATE_NOOP("Sentences", "Nothing matches “{pattern}”.")
                self.problems.append((argument, Sentence(text, pattern=printable(str(argument)))))
        for path in paths:
            if is_folder(path):
                self.add_folder(path)
            else:
                self.found.append(FoundPicture(path))

    def add_folder(self, folder: Path) -> None:
        """Add the pictures in a folder; a folder without any is a problem."""
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
            entries = sorted(
                _visible(os.scandir(folder)), key=lambda entry: _natural_key(entry.name)
            )
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
        return True  # a link to itself or into a locked folder: reading it will say why


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)  # links could form a cycle
    except OSError:
        return False


def _natural_key(path: Path | str) -> list[tuple[Any, str]]:
    """Build a key for natural order; names that differ only in case keep a fixed order."""
    parts = (path,) if isinstance(path, str) else path.parts
    return [(_natsort_key(part), part) for part in parts]

"""The journal of a folder of results: what was written, so that ``--resume`` need not do it again.

A line is added before the result's file gets its name, and it holds the hash of the result. So no result is
ever without its line, and a line whose result was never written, because the program was killed, is
recognised by the hash.
"""

from __future__ import annotations

import errno
import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.imaging.file_system import sync_folder
from desktop_app.imaging.naming import quoted
from desktop_app.imaging.receipt import ReceiptSettings
from desktop_app.imaging.state_file import StateError, parse_state
from models.file_hash import hash_file
from models.regular_file import open_regular_file

_logger = logging.getLogger(__name__)

JOURNAL_NAME = ".clearmark-journal.jsonl"

_MAX_BYTES = 2**28
"""Bytes of the largest journal that is read: some hundred thousand results."""

_MAX_LINE = 2**20
"""Bytes of the longest line that is read; a line usually has about a thousand."""


@dataclass(frozen=True)
class ResultKey:
    """The properties by which an earlier result counts as finished; all must be equal.

    Attributes:
        source: The source file.
        sha256: SHA-256 of its content. A date would miss some changes and report others that are none.
        model: SHA-256 of the network's file.
        settings: The user's settings, without device and precision, whose effect on the result is invisible.
    """

    source: Path
    sha256: str
    model: str
    settings: ReceiptSettings


class _FileRecord(msgspec.Struct):
    sha256: str
    name: str = ""
    bytes: int = -1
    width: int = 0
    height: int = 0


class _ModelRecord(msgspec.Struct):
    sha256: str
    name: str = ""


class _ReceiptRecord(msgspec.Struct):
    """A receipt, of which earlier versions may have left out what is not needed here."""

    input: _FileRecord
    output: _FileRecord
    model: _ModelRecord
    settings: dict[str, bool | int | str | None]
    program: str = ""
    created: str = ""
    device: str = ""
    precision: str = ""
    seconds: float = 0
    notes: tuple[str, ...] = ()
    scores: dict[str, float] | None = None


class _Line(msgspec.Struct):
    source: str
    result: str
    sheet: str | None
    receipt: _ReceiptRecord

    def __post_init__(self) -> None:
        for name in (self.result, self.sheet):
            if name is not None and not _is_file_name(name):
                raise ValueError(f"not in the folder of the journal: {name}")


def _is_file_name(text: str) -> bool:
    return text not in ("", ".", "..") and "\0" not in text and Path(text).name == text


class Journal:
    """The journal of one folder of results.

    Args:
        folder: The folder; it need not exist.
        is_kept: Whether to write new lines to disk; existing lines are read in any case.

    Attributes:
        problem: A sentence on what of the journal on disk cannot be read; None if there is nothing.
    """

    def __init__(self, folder: Path, *, is_kept: bool) -> None:
        # Resolve links, so that a link and its target share one journal. Not with Path.resolve(),
        # which raises for a circular link.
        self._folder = Path(os.path.realpath(folder))
        self._is_kept = is_kept
        # By the name of the result, oldest first.
        self._results: dict[str, _Line] = {}
        self._texts: dict[
            str, bytes
        ] = {}  # the whole lines: parsed, they would take far more memory
        self._sheets: set[str] = set()
        self.problem = self._read()

    def finished(self, key: ResultKey) -> str | None:
        """Return the file name of an intact result with this key; None if there is none."""
        source = self._relative(key.source)
        for name, line in reversed(self._results.items()):
            receipt = line.receipt
            is_same = (
                line.source == source
                and receipt.input.sha256 == key.sha256
                and receipt.model.sha256 == key.model
                and receipt.settings == key.settings
            )
            if is_same and self._is_whole(name):
                return name
        return None

    def is_result(self, path: Path) -> bool:
        """Return whether a file of the folder is an unchanged result, or the sheet of a result."""
        if path.name in self._sheets:
            return True
        return path.name in self._results and self._is_whole(path.name)

    def receipt(self, result: str) -> Mapping[str, Any]:
        """Return the receipt of a result by its file name.

        Raises:
            KeyError: The journal has no such result.
        """
        facts: dict[str, Any] = json.loads(self._texts[result])["receipt"]
        return facts

    def add(
        self, source: Path, result: Path, receipt: dict[str, Any], sheet: Path | None
    ) -> str | None:
        """Record a result, before its file gets its name.

        Args:
            source: The source of the result.
            result: Path of the result, in the folder of this journal.
            receipt: The receipt in its JSON form; see ``imaging.receipt``.
            sheet: Path of its contact sheet; None for none.

        Returns:
            Why the line could not be written, in which case the result is still valid; None on success.
        """
        line = {
            "source": self._relative(source),
            "result": result.name,
            "sheet": sheet and sheet.name,
            "receipt": receipt,
        }
        text = json.dumps(line).encode("ascii")
        self._remember(text)
        if not self._is_kept:
            return None
        try:
            self._append(text + b"\n")
        except OSError as error:
            _logger.warning("The journal in %s cannot be written: %s", self._folder, error)
            return error.strerror or str(error)
        return None

    def _read(self) -> str | None:
        """Read the journal on disk; return a sentence on what cannot be read, if anything."""
        name, unreadable = quoted(str(self._folder)), 0
        try:
            with open_regular_file(self._folder / JOURNAL_NAME) as file:
                if os.fstat(file.fileno()).st_size > _MAX_BYTES:
                    raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
                while line := file.readline(_MAX_LINE):
                    try:
                        if len(line) == _MAX_LINE and not line.endswith(b"\n"):
                            while file.readline(_MAX_LINE)[-1:] not in (b"\n", b""):
                                pass
                            raise StateError("it is too long")
                        if line.strip():
                            self._remember(line)
                    except StateError as error:  # a crash cut it off, or something else wrote it
                        _logger.warning("In %s, a line cannot be read: %s", self._folder, error)
                        unreadable += 1
        except FileNotFoundError:
            return None
        except OSError as error:
            return f"The journal in {name} cannot be read: {error.strerror or error}."
        if unreadable == 1:
            return f"1 line of the journal in {name} cannot be read and is left out."
        if unreadable:
            return f"{unreadable} lines of the journal in {name} cannot be read and are left out."
        return None

    def _remember(self, text: bytes) -> None:
        line = parse_state(text, _Line)
        self._results.pop(line.result, None)
        self._results[line.result] = line
        self._texts[line.result] = text
        if line.sheet:
            self._sheets.add(line.sheet)

    def _is_whole(self, name: str) -> bool:
        output, path = self._results[name].receipt.output, self._folder / name
        try:
            # The size first: it reveals most changes without reading the file.
            return path.stat().st_size == output.bytes and hash_file(path) == output.sha256
        except OSError:
            return False

    def _relative(self, source: Path) -> str:
        """Return the source relative to the folder, so that both can be moved together."""
        absolute = source.parent.resolve() / source.name
        try:
            return Path(os.path.relpath(absolute, self._folder)).as_posix()
        except ValueError:  # on Windows: another drive
            return absolute.as_posix()

    def _append(self, line: bytes) -> None:
        path = self._folder / JOURNAL_NAME
        is_new = not path.exists()
        with open_regular_file(path, "a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # a crash cut the last line off
                    line = b"\n" + line
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self._folder)

"""The journal of a folder of results: what was written, so that ``--resume`` need not do it again.

A line is added before the result's file gets its name, and it holds the hash of the result. So no result is
ever without its line, and a line whose result was never written, because the program was killed, is
recognised by the hash.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.imaging.file_system import sync_folder
from desktop_app.imaging.receipt import ReceiptSettings
from models.file_hash import hash_file

_logger = logging.getLogger(__name__)

JOURNAL_NAME = ".clearmark-journal.jsonl"


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


class Journal:
    """The journal of one folder of results.

    Args:
        folder: The folder; it need not exist.
        is_kept: Whether to write new lines to disk; existing lines are read in any case.
    """

    def __init__(self, folder: Path, *, is_kept: bool) -> None:
        # Resolve links, so that a link and its target share one journal. Not with Path.resolve(),
        # which raises for a circular link.
        self._folder = Path(os.path.realpath(folder))
        self._is_kept = is_kept
        # By the name of the result, oldest first.
        self._receipts: dict[str, dict[str, Any]] = {}
        self._sources: dict[str, str] = {}
        self._sheets: set[str] = set()
        for line in self._lines():
            # Skip lines that a crash cut off or that another version wrote.
            with suppress(ValueError, KeyError, TypeError):
                self._remember(json.loads(line))

    def finished(self, key: ResultKey) -> str | None:
        """Return the file name of an intact result with this key; None if there is none."""
        source = self._relative(key.source)
        for name, receipt in reversed(self._receipts.items()):
            is_same = (
                self._sources[name] == source
                and receipt["input"]["sha256"] == key.sha256
                and receipt["model"]["sha256"] == key.model
                and receipt["settings"] == key.settings
            )
            if is_same and self._is_whole(name):
                return name
        return None

    def is_result(self, path: Path) -> bool:
        """Return whether a file of the folder is an unchanged result, or the sheet of a result."""
        if path.name in self._sheets:
            return True
        return path.name in self._receipts and self._is_whole(path.name)

    def receipt(self, result: str) -> Mapping[str, Any]:
        """Return the receipt of a result by its file name.

        Raises:
            KeyError: The journal has no such result.
        """
        return self._receipts[result]

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
        self._remember(line)
        if not self._is_kept:
            return None
        try:
            self._append(json.dumps(line).encode("ascii") + b"\n")
        except OSError as error:
            _logger.warning("The journal in %s cannot be written: %s", self._folder, error)
            return error.strerror or str(error)
        return None

    def _remember(self, line: dict[str, Any]) -> None:
        receipt, name = line["receipt"], line["result"]
        # Check that all keys needed later exist; a line without one is skipped.
        _ = receipt["input"]["sha256"], receipt["output"]["sha256"], receipt["output"]["bytes"]
        _ = receipt["model"]["sha256"], receipt["settings"]
        self._receipts.pop(name, None)
        self._receipts[name] = receipt
        self._sources[name] = line["source"]
        if line["sheet"]:
            self._sheets.add(line["sheet"])

    def _is_whole(self, name: str) -> bool:
        output, path = self._receipts[name]["output"], self._folder / name
        try:
            # The size first: it reveals most changes without reading the file.
            return (
                bool(path.stat().st_size == output["bytes"]) and hash_file(path) == output["sha256"]
            )
        except OSError:
            return False

    def _relative(self, source: Path) -> str:
        """Return the source relative to the folder, so that both can be moved together."""
        absolute = source.parent.resolve() / source.name
        try:
            return Path(os.path.relpath(absolute, self._folder)).as_posix()
        except ValueError:  # on Windows: another drive
            return absolute.as_posix()

    def _lines(self) -> list[bytes]:
        try:
            return (self._folder / JOURNAL_NAME).read_bytes().splitlines()
        except OSError:
            return []

    def _append(self, line: bytes) -> None:
        path = self._folder / JOURNAL_NAME
        is_new = not path.exists()
        with path.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # a crash cut the last line off
                    line = b"\n" + line
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self._folder)

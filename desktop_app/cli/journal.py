"""What runs of the command line wrote into a folder, so that a later run need not do it again.

A line is added before the result gets its name and holds the hash of the result. So the line of a result
that a kill prevented is seen to be one, and there is no moment at which a result lacks its line.
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
from desktop_app.imaging.receipt import ReceiptSettings, hash_file

_logger = logging.getLogger(__name__)

JOURNAL_NAME = ".clearmark-journal.jsonl"


@dataclass(frozen=True)
class ResultKey:
    """What has to be equal for a result to count: the source, what is in it, and how it is restored.

    Attributes:
        source: The file.
        sha256: Of its content: a date would miss some changes, and see some where there are none.
        model: The SHA-256 of the network's file.
        settings: What the user chose. Neither the device nor its precision: they change the result
            by less than can be seen.
    """

    source: Path
    sha256: str
    model: str
    settings: ReceiptSettings


class Journal:
    """The journal of one folder of results.

    Args:
        folder: The folder; it need not exist.
        is_kept: Whether lines are written to the disk; those that are there are read anyway.
    """

    def __init__(self, folder: Path, *, is_kept: bool) -> None:
        # However it is spelt: a link and the folder it stands for have one journal. Path.resolve()
        # raises for a link that leads in a circle.
        self._folder = Path(os.path.realpath(folder))
        self._is_kept = is_kept
        self._receipts: dict[
            str, dict[str, Any]
        ] = {}  # by the name of the result, the oldest first
        self._sources: dict[str, str] = {}
        self._sheets: set[str] = set()
        for line in self._lines():
            # A line that a crash cut off, or that another version wrote, says nothing.
            with suppress(ValueError, KeyError, TypeError):
                self._remember(json.loads(line))

    def finished(self, task: ResultKey) -> str | None:
        """The name of the whole result that was made of just this; None if there is none."""
        source = self._relative(task.source)
        for name, receipt in reversed(self._receipts.items()):
            is_same = (
                self._sources[name] == source
                and receipt["input"]["sha256"] == task.sha256
                and receipt["model"]["sha256"] == task.model
                and receipt["settings"] == task.settings
            )
            if is_same and self._is_whole(name):
                return name
        return None

    def is_result(self, path: Path) -> bool:
        """Whether a file of the folder is a result, as it was written, or the sheet of one."""
        if path.name in self._sheets:
            return True
        return path.name in self._receipts and self._is_whole(path.name)

    def receipt(self, result: str) -> Mapping[str, Any]:
        """The receipt of a result, by the name of its file."""
        return self._receipts[result]

    def add(
        self, source: Path, result: Path, receipt: dict[str, Any], sheet: Path | None
    ) -> str | None:
        """Note a result before it gets its name.

        Args:
            source: What it was made from.
            result: Its path, in the folder of this journal.
            receipt: Its facts; see ``imaging.receipt``.
            sheet: The sheet that will be drawn of it.

        Returns:
            Why the line could not be written; a result is not lost for that.
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
        # Touched now, lest one of them be missing later.
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
            # The size first: it tells most changes, and costs nothing.
            return (
                bool(path.stat().st_size == output["bytes"]) and hash_file(path) == output["sha256"]
            )
        except OSError:
            return False

    def _relative(self, source: Path) -> str:
        """The source as seen from the folder, so that both can be moved together."""
        whole = source.parent.resolve() / source.name
        try:
            return Path(os.path.relpath(whole, self._folder)).as_posix()
        except ValueError:  # on Windows: another drive
            return whole.as_posix()

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

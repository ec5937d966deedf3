"""A receipt beside a result: what was made from what, by which network, and how.

It names files without their folders, so that it can be handed on together with the result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_app.imaging.disk import already_exists, not_written, write_whole
from desktop_app.imaging.picture import Picture, printable
from desktop_app.imaging.writing import WriteError

RECEIPT_ENDING = ".receipt.json"
"""Follows the name of the result without its end: "logo-2x.receipt.json"."""


@dataclass(frozen=True)
class FileFacts:
    """One file: its name, SHA-256 in lower-case hexadecimal, and size in bytes and in pixels."""

    name: str
    sha256: str
    bytes: int
    width: int
    height: int


@dataclass(frozen=True)
class ModelFacts:
    """The network: its name and the SHA-256 of its file, in lower-case hexadecimal."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Receipt:
    """What was made from what, by which network, and how.

    Attributes:
        program: Name and version: "Clearmark 0.1.0".
        created: When, in ISO 8601 with the offset from UTC.
        input: The source.
        output: The result.
        model: The network.
        settings: What the user chose: scale, format, ...
        device: For people: "CPU".
        precision: Of the network's arithmetic: "fp16", "bf16" or "fp32".
        seconds: That restoring took.
        notes: Sentences on what could not be kept, and on tiles that fell back.
        scores: How faithful the result is, by the name of each measure; None if it was not measured.
    """

    program: str
    created: str
    input: FileFacts
    output: FileFacts
    model: ModelFacts
    settings: Mapping[str, int | str | None]
    device: str
    precision: str
    seconds: float
    notes: tuple[str, ...] = ()
    scores: Mapping[str, float] | None = None

    def as_json(self) -> dict[str, Any]:
        """The receipt as JSON has it: dictionaries, lists, numbers and texts."""
        facts: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return facts


def write_receipt(facts: Mapping[str, Any], path: Path, *, overwrite: bool = False) -> None:
    """Write a receipt; the file is there whole, or as it was before.

    Args:
        facts: What :meth:`Receipt.as_json` made.
        path: Where to.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteError: The file exists, or cannot be written.
    """
    data = json.dumps(facts, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace")
    name = printable(path.name)
    try:
        write_whole(data + b"\n", path, overwrite=overwrite)
    except FileExistsError as error:
        raise WriteError(already_exists(name)) from error
    except OSError as error:
        raise WriteError(not_written(name, error, path)) from error


def file_facts(name: str, data: bytes, picture: Picture) -> FileFacts:
    """The facts of a file from its name, all its bytes, and the picture in it."""
    digest = hashlib.sha256(data).hexdigest()
    return FileFacts(name, digest, len(data), picture.width, picture.height)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, lower-case hexadecimal.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

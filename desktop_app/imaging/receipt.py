"""A receipt beside a result: which input, network and settings it comes from.

It names files without their folders, so that it can be passed on together with the result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.imaging.file_system import exists_failure, write_atomically, write_failure
from desktop_app.imaging.naming import printable
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.run_facts import RunFacts
from desktop_app.imaging.writing import WriteError
from desktop_app.version import program_version

ReceiptSettings = Mapping[str, int | str | None]
"""What the user chose, as :func:`settings_facts` returns it."""

RECEIPT_ENDING = ".receipt.json"
"""Follows the result's name without its extension: "logo-2x.receipt.json"."""


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
    """Which input, network and settings a result comes from.

    Attributes:
        program: Name and version: "Clearmark 0.1.0".
        created: When, in ISO 8601 with the offset from UTC.
        input: The source.
        output: The result.
        model: The network.
        settings: What the user chose; see :func:`settings_facts`.
        device: For the user: "CPU".
        precision: Of the network's arithmetic: "fp16", "bf16" or "fp32".
        seconds: Time that restoring took.
        outcome: How much was restored: "restored", "partly restored" or "not restored".
        notes: Sentences on what could not be preserved, and on tiles that fell back.
        scores: How faithful the result is, by the name of each measure; None if not measured.
    """

    program: str
    created: str
    input: FileFacts
    output: FileFacts
    model: ModelFacts
    settings: ReceiptSettings
    device: str
    precision: str
    seconds: float
    outcome: str
    notes: tuple[str, ...] = ()
    scores: Mapping[str, float] | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the receipt as JSON values: dictionaries, lists, numbers and texts."""
        facts: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return facts


@dataclass(frozen=True)
class AdjustmentFacts:
    """How a result was adjusted after it was restored.

    Attributes:
        strength_percent: Weight of the restored picture over the enlarged one, 0 to 100.
        protected_parts: Number of shapes in which the picture stays as enlarged.
        snapped_colours: Number of fills that were given another colour.
    """

    strength_percent: int
    protected_parts: int
    snapped_colours: int


def settings_facts(
    *,
    scale: int,
    self_ensemble: bool,
    file_format: str,
    quality: int | None,
    print_width: float | None,
    is_srgb: bool,
    name: str | None = None,
    adjustments: AdjustmentFacts | None = None,
) -> ReceiptSettings:
    """Build the settings of a receipt, with the same keys in every receipt.

    Args:
        scale: 1, 2 or 4.
        self_ensemble: Whether the network's results for the picture and its negative were averaged.
        file_format: "png", "svg", ...
        quality: 1 to 100; None if none was chosen, or the format has none.
        print_width: In millimetres; None means that of the input.
        is_srgb: Whether the colours were converted to sRGB.
        name: The naming pattern; None if the result was named by hand.
        adjustments: How the result was adjusted; None where adjusting is not possible.
    """
    return {
        "scale": scale,
        "steady": self_ensemble,
        "format": file_format,
        "quality": quality,
        "print_width": None if print_width is None else f"{print_width:g} mm",
        "srgb": is_srgb,
        "name": name,
        **({} if adjustments is None else asdict(adjustments)),
    }


def build_receipt(
    *,
    source: FileFacts,
    result: FileFacts,
    model: ModelFacts,
    settings: ReceiptSettings,
    run: RunFacts,
    notes: Iterable[str],
    scores: Mapping[str, float] | None,
) -> Receipt:
    """Build the receipt of a result that is being written now.

    Args:
        source: The input.
        result: The file of the result.
        model: The network.
        settings: What the user chose.
        run: What restored the picture, and how that went.
        notes: Sentences on what could not be preserved, and on tiles that fell back.
        scores: How faithful the result is; None if not measured.
    """
    return Receipt(
        program=f"Clearmark {program_version()}",
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        input=source,
        output=result,
        model=model,
        settings=settings,
        device=run.engine.device,
        precision=run.engine.precision,
        seconds=round(run.seconds, 3),
        outcome=run.outcome.value,
        notes=tuple(notes),
        scores=scores,
    )


def write_receipt(facts: Mapping[str, Any], path: Path, *, overwrite: bool = False) -> None:
    """Write a receipt, whole or not at all.

    Args:
        facts: As returned by :meth:`Receipt.as_json`.
        path: The file to write.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteError: The file exists, or cannot be written.
    """
    data = json.dumps(facts, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace")
    name = printable(path.name)
    try:
        write_atomically(data + b"\n", path, overwrite=overwrite)
    except FileExistsError as error:
        raise WriteError(exists_failure(name)) from error
    except OSError as error:
        raise WriteError(write_failure(name, error, path)) from error


def file_facts(name: str, data: bytes, picture: Picture) -> FileFacts:
    """Describe a file by its name, all its bytes, and the picture in it."""
    digest = hashlib.sha256(data).hexdigest()
    return FileFacts(name, digest, len(data), picture.width, picture.height)

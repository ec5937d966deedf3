"""The list of a saved queue: its form on disk. What is read was perhaps not written by this program."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import Entry, EntryState, RecoveredEntry
from desktop_app.domain.jobs import CachedResult, Choices, Source
from desktop_app.imaging.file_system import is_file
from desktop_app.imaging.naming import printable
from desktop_app.imaging.reading import read_bytes
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from desktop_app.imaging.state_file import StateError, convert_state, read_state
from desktop_app.queue.queue_folders import QUEUE_FILE
from models.network_info import NetworkInfo
from models.registry import find_model

_log = logging.getLogger(__name__)

_VERSION = 4
_MAX_BYTES = 2**26
"""Bytes of the largest list that is read: tens of thousands of pictures, or of strokes of the brush."""

_Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True)
class SavedQueue:
    """What a list holds.

    Args:
        pictures: Its entries, in order.
        unreadable: Number of other entries in it, which cannot be read.
    """

    pictures: tuple[RecoveredEntry, ...]
    unreadable: int


class _List(msgspec.Struct):
    version: Literal[3, 4]
    pictures: list[Any]  # each is read by itself, so that a bad one costs no other


class _Picture(msgspec.Struct):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    path: str
    is_file: bool
    is_stopped: bool
    choices: dict[str, Any]
    print_width: Annotated[float, msgspec.Meta(gt=0, le=1e9)] | None  # millimetres
    kept: _Kept | None
    adjustments: dict[str, Any]
    is_taken: bool = False  # missing in lists of earlier versions


class _Kept(msgspec.Struct):
    path: str
    choices: dict[str, Any]
    engine: dict[str, Any]
    seconds: Annotated[float, msgspec.Meta(ge=0, le=1e9)]
    tiles: _Count
    full_precision_tiles: _Count
    enlarged_tiles: _Count


class _EngineBefore4(msgspec.Struct):
    """The form of ``kept.engine`` in some lists of version 3; in the others it is that of version 4."""

    model: str
    model_name: str
    device: str
    precision: str


def encode_queue(pictures: Iterable[tuple[Entry, Path]]) -> bytes:
    """Return the list of a queue.

    Args:
        pictures: The entries in order, each with the file of its source, which may be a copy.
    """
    records = [_picture_json(entry, path) for entry, path in pictures]
    return json.dumps({"version": _VERSION, "pictures": records}, indent=1).encode()


def read_queue(folder: Path) -> SavedQueue:
    """Read the list in a queue's folder.

    Raises:
        StateError: It is not a list of this version or an earlier one.
        OSError: There is none, or it cannot be read.
    """
    listed = read_state(folder / QUEUE_FILE, _MAX_BYTES, _List)
    pictures = []
    for record in listed.pictures:
        try:
            pictures.append(_read_picture(folder, record, listed.version))
        except (StateError, ReadError) as error:
            _log.warning("A picture in %s cannot be read: %s", folder, error)
    return SavedQueue(tuple(pictures), len(listed.pictures) - len(pictures))


def _picture_json(entry: Entry, path: Path) -> dict[str, Any]:
    cached = entry.cached
    return {
        "name": entry.source.name,
        "path": str(path),
        "is_file": entry.source.path is not None,
        "is_stopped": entry.state in (EntryState.CANCELLED, EntryState.FAILED),
        "choices": entry.choices.to_json(),
        "print_width": entry.print_width,
        "kept": None if cached is None else _cached_json(cached),
        "adjustments": entry.adjustments.present.to_json(),
        "is_taken": entry.is_exported,
    }


def _cached_json(cached: CachedResult) -> dict[str, Any]:
    return {"path": cached.path.name, "choices": cached.choices.to_json(), **asdict(cached.run)}


def _read_picture(folder: Path, record: object, version: int) -> RecoveredEntry:
    picture = convert_state(record, _Picture)
    path = _path(picture.path)
    # A copy of a source lies beside its list, wherever the folder has been moved to.
    content = path if picture.is_file else read_bytes(folder / path.name)
    source = Source(printable(picture.name), content)
    cached = _read_cached(folder, picture.kept, version) if picture.kept else None
    adjustments = Adjustments.from_json(picture.adjustments)
    choices = Choices.from_json(picture.choices)
    width = picture.print_width
    if cached is not None and is_file(cached.path):
        return RecoveredEntry(
            source, EntryState.EVICTED, cached, adjustments, choices, width, picture.is_taken
        )
    state = EntryState.CANCELLED if picture.is_stopped else EntryState.WAITING
    return RecoveredEntry(source, state, None, adjustments, choices, width)


def _read_cached(folder: Path, kept: _Kept, version: int) -> CachedResult:
    choices = Choices.from_json(kept.choices)
    engine = _read_engine(kept.engine, choices.model, version)
    tiles = (kept.tiles, kept.full_precision_tiles, kept.enlarged_tiles)
    run = RunFacts(engine, kept.seconds, *tiles)
    return CachedResult(folder / _path(kept.path).name, choices, run)


def _path(text: str) -> Path:
    if "\0" in text:
        raise StateError("a null character in a path")
    return Path(text)


def _read_engine(facts: dict[str, Any], model: str, version: int) -> EngineInfo:
    if version == _VERSION or "network" in facts:
        return convert_state(facts, EngineInfo)
    # An adapted network was marked by a suffix of its name.
    engine = convert_state(facts, _EngineBefore4)
    name = engine.model_name.removesuffix("-adapted")
    # A file of the user's own may be called like a shipped model.
    shipped = find_model(name) if find_model(model) else None
    network = NetworkInfo(
        name,
        engine.model,
        is_adapted=name != engine.model_name,
        sha256=shipped.sha256 if shipped else "",
    )
    return EngineInfo(network, engine.device, engine.precision)

"""Requests to the writing thread: cache, export, stage and copy pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from desktop_app.domain.jobs import Source
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.receipt import ReceiptSettings
from desktop_app.imaging.run_facts import RunFacts
from desktop_app.imaging.writing import ExportOptions


@dataclass(frozen=True, eq=False)
class CacheWrite:
    """A request to save something to disk, so that it can be recovered if the program is killed.

    Args:
        entry: Number of the queue entry it belongs to; 0 for none.
        path: Where to write.
        content: A restored picture, a pasted source, or the saved list of the queue.
    """

    entry: int
    path: Path
    content: Picture | Source | bytes


@dataclass(frozen=True, eq=False)
class Provenance:
    """How a result was made, for its receipt.

    Args:
        source: The input.
        picture: The input as it was read; None if its memory was freed.
        size: Height and width of the input, in pixels.
        model: As the user chose it: a name, or the path of the user's own checkpoint.
        run: The network and device that restored it, timings and fallbacks.
        settings: The user's settings.
        notes: Sentences on anything unusual in the run.
        scores: Fidelity scores of the result; None if it was not verified.
    """

    source: Source
    picture: Picture | None
    size: tuple[int, int]
    model: str
    run: RunFacts
    settings: ReceiptSettings
    notes: tuple[str, ...] = ()
    scores: Mapping[str, float] | None = None


@dataclass(frozen=True, eq=False)
class ExportRequest:
    """A request to write a result to a file.

    Args:
        picture: The result, or a function that reads it from disk, called in the writing thread.
        path: Where to write.
        options: Format and what it keeps.
        source: The input's file, which is never overwritten.
        is_confirmed: Whether the user agreed to replace an existing file.
        provenance: If given, a receipt is written beside the file.
        svg: The traced picture as an SVG document, written instead of the pixels; empty for none.
    """

    picture: Picture | Callable[[], Picture]
    path: Path
    options: ExportOptions
    source: Path | None = None
    is_confirmed: bool = False
    provenance: Provenance | None = None
    svg: str = ""


@dataclass(frozen=True, eq=False)
class DocumentRequest:
    """A request to write a document about a picture.

    Args:
        path: Where to write.
        write: Makes and writes the document; called in the writing thread.
    """

    path: Path
    write: Callable[[], object]


@dataclass(frozen=True, eq=False)
class StageRequest:
    """A request to write a result to a temporary file that can be dragged into other programs.

    Args:
        picture: The result.
        path: Where to write; the folder must exist.
        options: PNG and what it keeps.
    """

    picture: Picture
    path: Path
    options: ExportOptions


@dataclass(frozen=True, eq=False)
class ClipboardPicture:
    """A result for the clipboard or for a drag.

    Args:
        picture: The result.
        png: A complete PNG file with alpha, colour profile and print size.
        image: The same picture in sRGB, for programs that do not accept files.
    """

    picture: Picture
    png: bytes
    image: QImage

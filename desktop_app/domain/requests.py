"""What the window asks of the writing thread beside jobs: to keep, write, stage and copy pictures."""

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
    """Something to be kept on disk for the case that the program is killed.

    Args:
        entry: The queue entry it belongs to; 0 if to none.
        path: Where to.
        content: A restored picture, a source that came without a file, or the list of the queue.
    """

    entry: int
    path: Path
    content: Picture | Source | bytes


@dataclass(frozen=True, eq=False)
class Provenance:
    """How a result was made, for the receipt beside it.

    Args:
        source: The input.
        picture: What was read from it; None where its memory was given to others.
        size: Of the input: height, width.
        model: As it was chosen: a name, or the path of a user's own checkpoint.
        run: What restored it, and how that went.
        settings: What the user chose.
        notes: Sentences on what was noticed.
        scores: How faithful the result is; None if it was not judged.
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
    """A restored picture to be written.

    Args:
        picture: The restored picture, or what reads it again, called in the writing thread.
        path: Where to.
        options: Format and what is kept.
        source: The input's file, which is never overwritten.
        is_confirmed: Whether the user agreed to replace another file of this name.
        provenance: With it, a receipt is written beside the file.
        svg: The document that the picture was traced as, written in place of its pixels.
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
    """A document about a picture to be made and written.

    Args:
        path: Where to.
        write: Makes and writes it, in the writing thread.
    """

    path: Path
    write: Callable[[], object]


@dataclass(frozen=True, eq=False)
class StageRequest:
    """A restored picture to be written where other programs can fetch it, before it is dragged there.

    Args:
        picture: The restored picture.
        path: Where to; its folder exists.
        options: PNG, and what is kept.
    """

    picture: Picture
    path: Path
    options: ExportOptions


@dataclass(frozen=True, eq=False)
class ClipboardPicture:
    """A restored picture for the clipboard or for a drag.

    Args:
        picture: The restored picture.
        png: A whole PNG file with alpha, profile and print size.
        image: The same for programs that take no files.
    """

    picture: Picture
    png: bytes
    image: QImage

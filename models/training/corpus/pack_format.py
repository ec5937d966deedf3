"""The file format of packs of sharp training pictures: writer, reader, contact sheet.

A pack is a folder of two files: ``pictures.bin`` holds lossless WebP files one after the other, and
``index.json`` says where each begins and what it shows. Picture ``i`` depends only on the seed and on
``i``, so a larger pack starts with the pictures of a smaller one, and an interrupted run continues where
it stopped.
"""

from __future__ import annotations

import io
import json
import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

FORMAT = 1
SPLITS = ("train", "validation")
KINDS = ("text", "small-print", "logo", "lockup", "interface", "photo")


@dataclass(frozen=True, eq=False)
class Target:
    """One sharp picture.

    Attributes:
        pixels: uint8, shape (height, width, 3), sRGB.
        kind: One of ``KINDS``.
        text: The text, if the picture shows a single line; otherwise empty.
        box: Left, top, right, bottom of that line's ink, in pixels; otherwise None.
        source: The font family, icon set or photograph that most of the picture comes from.
    """

    pixels: npt.NDArray[np.uint8]
    kind: str
    text: str = ""
    box: tuple[float, float, float, float] | None = None
    source: str = ""


class Corpus:
    """A pack of pictures, read one at a time.

    Pickling it for a worker process takes the path and the index along; each process opens the file itself.

    Args:
        directory: A folder that ``render`` wrote.

    Raises:
        ValueError: The folder holds no pack.
        ValueError: The pack was written in another format.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = Path(directory)
        self._entries = _read_index(self.directory)["pictures"]
        self._file: int | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: int) -> Target:
        if not -len(self) <= index < len(self):
            raise IndexError(f"The pack holds {len(self)} pictures; there is no number {index}.")
        entry = self._entries[index]
        if self._file is None:
            self._file = os.open(self.directory / "pictures.bin", os.O_RDONLY)
        # pread uses no file position, so threads and forked processes may share the descriptor.
        data = os.pread(self._file, entry["length"], entry["offset"])
        with Image.open(io.BytesIO(data), formats=("WEBP",)) as picture:
            pixels = np.array(picture.convert("RGB"))
        box = entry.get("box")
        return Target(
            pixels,
            entry["kind"],
            entry.get("text", ""),
            tuple(box) if box else None,
            entry["source"],
        )

    def __iter__(self) -> Iterator[Target]:
        return (self[index] for index in range(len(self)))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_file": None}

    def __del__(self) -> None:
        descriptor: int | None = getattr(self, "_file", None)  # missing when __init__ raised
        if descriptor is not None:
            os.close(descriptor)

    def kinds(self) -> list[str]:
        """Return the kind of every picture, in order; reads only the index."""
        return [entry["kind"] for entry in self._entries]


def _read_index(directory: Path) -> dict[str, Any]:
    try:
        index: dict[str, Any] = json.loads((directory / "index.json").read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise ValueError(f"{directory} holds no pack of pictures: {error}") from error
    if index.get("format") != FORMAT:
        raise ValueError(f"{directory} was written in another format ({index.get('format')}).")
    return index


class PackWriter:
    """A pack that pictures are appended to; a crash loses those appended after the last ``save``.

    Args:
        directory: Created if missing; a pack in it is continued.
        recipe: What decides the pictures (seed, split); must equal that of a pack to be continued.

    Raises:
        ValueError: The folder holds a pack of another recipe.
        ValueError: The folder's index cannot be read.
    """

    def __init__(self, directory: Path, recipe: dict[str, Any]) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        self._index: dict[str, Any] = {"format": FORMAT, "recipe": recipe, "pictures": []}
        if (directory / "index.json").exists():
            self._index = _read_index(directory)
            if self._index["recipe"] != recipe:
                raise ValueError(
                    f"{directory} holds a pack of {self._index['recipe']}, which cannot be "
                    f"continued as {recipe}; delete it or name another folder."
                )
        entries = self._index["pictures"]
        end = entries[-1]["offset"] + entries[-1]["length"] if entries else 0
        self._file = (directory / "pictures.bin").open("ab")
        self._file.truncate(end)
        self._file.seek(end)

    def __len__(self) -> int:
        return len(self._index["pictures"])

    def __enter__(self) -> PackWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.save()
        self._file.close()

    def append(self, drawn: Target, encoded: bytes) -> None:
        """Append one picture.

        Args:
            drawn: Kind, source, text and box; its pixels are not used.
            encoded: The pixels as ``encode`` returned them.
        """
        entry: dict[str, Any] = {
            "offset": self._file.tell(),
            "length": len(encoded),
            "kind": drawn.kind,
            "source": drawn.source,
        }
        if drawn.text:
            entry["text"] = drawn.text
        if drawn.box:
            entry["box"] = [round(value, 2) for value in drawn.box]
        self._file.write(encoded)
        self._index["pictures"].append(entry)

    def save(self) -> None:
        """Write everything appended so far to disk, with an index that lists it."""
        self._file.flush()
        os.fsync(self._file.fileno())
        waiting = self.directory / "index.json.part"
        waiting.write_text(json.dumps(self._index, ensure_ascii=False), "utf-8")
        waiting.replace(self.directory / "index.json")


def encode(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Compress pixels, uint8 (height, width, 3), as lossless WebP, with speed before size."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", lossless=True, quality=0, method=0)
    return buffer.getvalue()


def contact_sheet(corpus: Corpus, indices: Sequence[int], columns: int) -> Image.Image:
    """Lay pictures out in rows of ``columns``, 4 pixels apart."""
    pictures = [Image.fromarray(corpus[index].pixels) for index in indices]
    cell = max(max(picture.size) for picture in pictures) + 4
    sheet = Image.new("RGB", (columns * cell, math.ceil(len(pictures) / columns) * cell), "#7f7f9f")
    for place, picture in enumerate(pictures):
        sheet.paste(picture, (place % columns * cell, place // columns * cell))
    return sheet

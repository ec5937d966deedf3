"""Names of results from a pattern such as ``{name}-{scale}x``, for a whole batch before it is written.

Every name can be used on Windows, macOS and Linux alike, since results are handed on.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from pathlib import Path

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence

FIELDS = ("name", "scale", "model", "width", "height", "number", "date")
DEFAULT_PATTERN = "{name}-{scale}x"

LONGEST_NAME = 255
"""Bytes of a file name in UTF-8 on Linux; letters on Windows and macOS, so this suits them too."""

_FORBIDDEN = '<>:"/\\|?*'
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNFIT = re.compile(rf"[{re.escape(_FORBIDDEN)}\x00-\x1f\x7f]")
# Devices, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)", re.I)


class NamingError(ValueError):
    """A pattern makes no sense; ``str()`` is one sentence for the user."""


@dataclass(frozen=True)
class NameFields:
    """What a result is named after.

    Attributes:
        source: The file it is made from, or a name for what came without a file.
        scale: Times as large.
        model: Name of the model.
        width: Of the result, in pixels.
        height: Of the result, in pixels.
        number: Place in the batch, from 1; written with three digits at least, so that names sort.
        date: When the result is made.
    """

    source: Path
    scale: int
    model: str
    width: int
    height: int
    number: int
    date: date

    def values(self) -> dict[str, str]:
        """What stands for each of the fields."""
        return {
            "name": self.source.stem,
            "scale": str(self.scale),
            "model": self.model,
            "width": str(self.width),
            "height": str(self.height),
            "number": f"{self.number:03}",
            "date": self.date.isoformat(),
        }


class NamePattern:
    """A name with fields in braces.

    Args:
        text: Such as ``{name}-{scale}x``; the end that tells the format is added to it.

    Raises:
        NamingError: It is empty, has an unknown field, a single brace, or a character that Windows
            does not allow in names.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # Constant texts and fields by turns.
        self._pieces = _FIELD.split(text)
        if not text.strip(" ."):
            raise NamingError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Sentences", "The naming pattern is empty; a usual one is {pattern}."
                    ),
                    pattern=DEFAULT_PATTERN,
                )
            )
        for field in self._pieces[1::2]:
            if field not in FIELDS:
                known = ", ".join(f"{{{name}}}" for name in FIELDS)
                text = QT_TRANSLATE_NOOP(
                    "Sentences", "There is no field {field} in naming patterns; there are {known}."
                )
                raise NamingError(Sentence(text, field=f"{{{field}}}", known=known))
        for constant in self._pieces[::2]:
            if "{" in constant or "}" in constant:
                raise NamingError(
                    Sentence(
                        QT_TRANSLATE_NOOP(
                            "Sentences", "A brace in the naming pattern has no partner."
                        )
                    )
                )
            if unfit := _UNFIT.search(constant):
                text = (
                    QT_TRANSLATE_NOOP(
                        "Sentences", "A file name cannot contain “{letter}”; change the pattern."
                    )
                    if unfit[0].isprintable()
                    else QT_TRANSLATE_NOOP(
                        "Sentences",
                        "A file name cannot contain a control character; change the pattern.",
                    )
                )
                raise NamingError(Sentence(text, letter=unfit[0]))

    def fill(self, fields: NameFields, room: int = LONGEST_NAME) -> str:
        """The name of one result, without its end.

        Args:
            fields: What the fields stand for.
            room: Bytes that the name may have.

        Returns:
            A plain name. What would be too long loses the end of ``{name}``, so that the rest of
            the pattern stays; characters that some system does not allow become "_".
        """
        values = fields.values()
        name = self._joined(values)
        excess = _bytes(name) - room
        if excess > 0 and "name" in self._pieces[1::2]:
            values["name"] = _cut(values["name"], max(0, _bytes(values["name"]) - excess))
            name = self._joined(values)
        return _cut(name, room)

    def _joined(self, values: dict[str, str]) -> str:
        pieces = list(self._pieces)
        pieces[1::2] = (_UNFIT.sub("_", values[field]) for field in pieces[1::2])
        # Windows drops spaces and dots at the end, and lists hide a space at the beginning.
        name = "".join(pieces).lstrip(" ").rstrip(" .") or "_"
        reserved = _RESERVED.match(name)
        return name if reserved is None else f"{reserved[1]}_{name[len(reserved[1]) :]}"


class Collision(StrEnum):
    """What to do where a file of the wanted name exists."""

    NUMBER = "number"
    """Take the next free name: "logo-2x (2).png"."""

    SKIP = "skip"
    """Leave the file, and do not make this result."""

    OVERWRITE = "overwrite"
    """Replace the file."""


class PlannedAction(Enum):
    """What becomes of a planned result."""

    CREATE = "new"
    REPLACE = "replaces"
    SKIP = "skipped"


@dataclass(frozen=True)
class PlannedName:
    """Where a result is to go.

    Attributes:
        path: The file.
        fate: Whether it is new, replaces that file, or is not made since that file exists.
        is_numbered: Whether another one has the name that the pattern gives.
    """

    path: Path
    action: PlannedAction
    is_numbered: bool


class Namer:
    """Names the results of one batch: no two get one name, and none gets the name of a source.

    Names that differ in case or in the way an accent is stored count as one, as on Windows and macOS.

    Args:
        pattern: Of the names.
        collision: What to do where a file of the name exists.
        endings: Of the result and of what is written beside it: (".png", "-sheet.png"). A name is
            free where all of them are.
        sources: The batch's own files; an overwriting result never replaces one of them.
    """

    def __init__(
        self,
        pattern: NamePattern,
        collision: Collision = Collision.NUMBER,
        endings: Sequence[str] = (".png",),
        sources: Iterable[Path] = (),
    ) -> None:
        self._pattern = pattern
        self._collision = collision
        self._endings = tuple(endings)
        self._used = {_key(path) for path in sources}
        self._counts: dict[str, int] = {}

    def reserve(self, path: Path) -> None:
        """Keep a file from being replaced or named again by this batch."""
        self._used.add(_key(path))

    def assign(self, fields: NameFields, folder: Path) -> PlannedName:
        """Name one result; nothing is written, and the folder need not exist.

        Args:
            fields: What it is named after.
            folder: Where it goes.
        """
        room = LONGEST_NAME - max(map(_bytes, self._endings))
        wanted = self._pattern.fill(fields, room)
        # Where this name was wanted before, the search goes on: the numbers below are all taken.
        first = self._counts.get(_key(folder / wanted), 1)
        candidates = (
            (count, [folder / f"{name}{ending}" for ending in self._endings])
            for count, name in enumerate(numbered_names(wanted, room, first), first)
        )
        count, paths = next(entry for entry in candidates if self._is_free(entry[1]))
        self._counts[_key(folder / wanted)] = count + 1
        self._used.update(map(_key, paths))
        is_numbered = paths[0].name != f"{wanted}{self._endings[0]}"
        return PlannedName(paths[0], self._planned_action(paths[0]), is_numbered)

    def _is_free(self, paths: Sequence[Path]) -> bool:
        if not self._used.isdisjoint(map(_key, paths)):
            return False
        return self._collision is not Collision.NUMBER or not any(map(os.path.lexists, paths))

    def _planned_action(self, path: Path) -> PlannedAction:
        if not os.path.lexists(path):
            return PlannedAction.CREATE
        return PlannedAction.SKIP if self._collision is Collision.SKIP else PlannedAction.REPLACE


def plan_names(
    subjects: Sequence[NameFields],
    pattern: NamePattern,
    folder: Path | None = None,
    collision: Collision = Collision.NUMBER,
    endings: Sequence[str] = (".png",),
    sources: Iterable[Path] = (),
) -> list[PlannedName]:
    """Name a whole batch, for a preview; nothing is written.

    Args:
        subjects: In the order of the batch.
        pattern: Of the names.
        folder: For all results; by default each goes beside its source.
        collision: What to do where a file of the name exists.
        endings: Of the result and of what is written beside it.
        sources: Files that no result may replace, besides the sources of ``subjects``.

    Returns:
        A name for each subject, all different. Another program may still take one of them before
        it is written.
    """
    own = [fields.source for fields in subjects]
    namer = Namer(pattern, collision, endings, [*own, *sources])
    return [namer.assign(fields, folder or fields.source.parent) for fields in subjects]


def numbered_names(name: str, room: int = LONGEST_NAME, first: int = 1) -> Iterator[str]:
    """A name and its successors: "logo", "logo (2)", "logo (3)", ...

    Args:
        name: The first, without its end.
        room: Bytes that a name may have; what a number needs is cut from the name.
        first: The number to begin with.
    """
    for count in itertools.count(first):
        tag = f" ({count})"
        yield name if count == 1 else _cut(name, room - len(tag)) + tag


def _key(path: Path) -> str:
    """The same for all paths that some system takes for one."""
    return unicodedata.normalize("NFC", str(path.absolute())).casefold()


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _cut(text: str, room: int) -> str:
    """The beginning of a text that has at most ``room`` bytes in UTF-8."""
    while _bytes(text) > room:
        text = text[:-1]
    return text


def quoted(name: str) -> str:
    """A file name in quotation marks, as :func:`printable` has it."""
    return f"“{printable(name)}”"


def printable(name: str) -> str:
    """A file name for a sentence; line breaks and bytes that are no text become "?"."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)

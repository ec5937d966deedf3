"""Name results by a pattern such as ``{name}-{scale}x``, a whole batch before anything is written.

Every name is valid on Windows, macOS and Linux alike, since results are passed on.
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
"""Bytes of UTF-8, the limit on Linux. Windows and macOS allow as many letters, so this suits them too."""

_FORBIDDEN = '<>:"/\\|?*'
_FIELD = re.compile(r"\{([^{}]*)\}")
_JOINERS = "\u200c\u200d"
_UNFIT = re.compile(rf"[{re.escape(_FORBIDDEN)}\x00-\x1f\x7f]")
# Devices, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)", re.I)


class NamingError(ValueError):
    """A pattern is invalid; ``str()`` is one sentence for the user."""


@dataclass(frozen=True)
class NameFields:
    """What the name of a result is built from.

    Attributes:
        source: The file it is made from, or an invented name for a picture without a file.
        scale: Enlargement per side.
        model: Name of the model.
        width: Of the result, in pixels.
        height: Of the result, in pixels.
        number: Place in the batch, from 1; written with at least three digits, so that names sort.
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
        """Return the text of each field."""
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
    """A pattern for file names, with fields in braces.

    Args:
        text: Such as ``{name}-{scale}x``; the extension is added later.

    Raises:
        NamingError: The pattern is empty, has an unknown field or an unmatched brace, or contains a
            character that Windows does not allow in names.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # Constant texts and fields alternate.
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

    def fill(self, fields: NameFields, max_bytes: int = LONGEST_NAME) -> str:
        """Build the name of one result, without its extension.

        Args:
            fields: What the fields stand for.
            max_bytes: Greatest length of the name in UTF-8.

        Returns:
            A valid name. If it would be too long, the end of ``{name}`` is cut off, so that the rest
            of the pattern stays; characters that some system does not allow become "_".
        """
        values = fields.values()
        name = self._joined(values)
        excess = _bytes(name) - max_bytes
        if excess > 0 and "name" in self._pieces[1::2]:
            values["name"] = _cut(values["name"], max(0, _bytes(values["name"]) - excess))
            name = self._joined(values)
        return _cut(name, max_bytes)

    def _joined(self, values: dict[str, str]) -> str:
        pieces = list(self._pieces)
        pieces[1::2] = (_UNFIT.sub("_", values[field]) for field in pieces[1::2])
        # Windows drops spaces and dots at the end, and lists hide a space at the beginning.
        name = "".join(pieces).lstrip(" ").rstrip(" .") or "_"
        reserved = _RESERVED.match(name)
        return name if reserved is None else f"{reserved[1]}_{name[len(reserved[1]) :]}"


class Collision(StrEnum):
    """What to do if a file of the wanted name exists."""

    NUMBER = "number"
    """Take the next free name: "logo-2x (2).png"."""

    SKIP = "skip"
    """Keep the file, and do not make this result."""

    OVERWRITE = "overwrite"
    """Replace the file."""


class PlannedAction(Enum):
    """What will happen to a planned result."""

    CREATE = "new"
    REPLACE = "replaces"
    SKIP = "skipped"


@dataclass(frozen=True)
class PlannedName:
    """Where a result is to go.

    Attributes:
        path: The file.
        action: Whether it is new, replaces that file, or is skipped because that file exists.
        is_numbered: Whether a number was added because the plain name is taken.
    """

    path: Path
    action: PlannedAction
    is_numbered: bool


class Namer:
    """Names the results of one batch: no two get the same name, and none gets the name of a source.

    Names that differ only in case, or in how an accent is stored, count as the same, as on Windows
    and macOS.

    Args:
        pattern: Of the names.
        collision: What to do if a file of the wanted name exists.
        endings: Of the result and of the files written beside it: (".png", "-sheet.png"). A name is
            free if it is free with all of them.
        sources: The input files of the batch; no result replaces one of them, even if it may overwrite.
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
        """Keep this batch from replacing a file or using its name again."""
        self._used.add(_key(path))

    def assign(self, fields: NameFields, folder: Path) -> PlannedName:
        """Choose the name of one result; nothing is written, and the folder need not exist.

        Args:
            fields: What its name is built from.
            folder: Where it will be written.
        """
        max_bytes = LONGEST_NAME - max(map(_bytes, self._endings))
        wanted = self._pattern.fill(fields, max_bytes)
        # If this name was wanted before, go on from there: all lower numbers are taken.
        first = self._counts.get(_key(folder / wanted), 1)
        candidates = (
            (count, [folder / f"{name}{ending}" for ending in self._endings])
            for count, name in enumerate(numbered_names(wanted, max_bytes, first), first)
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
    """Name the results of a whole batch, for a preview; nothing is written.

    Args:
        subjects: What each name is built from, in the order of the batch.
        pattern: Of the names.
        folder: For all results; by default each goes beside its source.
        collision: What to do if a file of the wanted name exists.
        endings: Of the result and of the files written beside it.
        sources: Files that no result may replace, besides the sources of ``subjects``.

    Returns:
        A name for each subject, all different. Another program may still take one of them before
        the result is written.
    """
    own = [fields.source for fields in subjects]
    namer = Namer(pattern, collision, endings, [*own, *sources])
    return [namer.assign(fields, folder or fields.source.parent) for fields in subjects]


def numbered_names(name: str, max_bytes: int = LONGEST_NAME, first: int = 1) -> Iterator[str]:
    """Yield a name and its numbered successors: "logo", "logo (2)", "logo (3)", ...

    Args:
        name: The first name, without its extension.
        max_bytes: Greatest length of a name in UTF-8; the name is cut to leave space for the number.
        first: The number to begin with.
    """
    for count in itertools.count(first):
        tag = f" ({count})"
        yield name if count == 1 else _cut(name, max_bytes - len(tag)) + tag


def _key(path: Path) -> str:
    """Return a key that is the same for all paths that some system treats as one."""
    return unicodedata.normalize("NFC", str(path.absolute())).casefold()


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _cut(text: str, max_bytes: int) -> str:
    """Cut a text to at most ``max_bytes`` bytes of UTF-8."""
    while _bytes(text) > max_bytes:
        text = text[:-1]
    return text


def quoted(name: str) -> str:
    """Put a file name in quotation marks, made :func:`printable`."""
    return f"“{printable(name)}”"


def printable(name: str) -> str:
    """Make a file name fit for a sentence: line breaks, escapes and undecodable bytes become "?".

    So do marks that turn the direction of writing round, which would make a name look like another. Spaces of
    any width stay, and what joins letters of some scripts.
    """
    return "".join(letter if _is_printable(letter) else "?" for letter in name)


def _is_printable(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) == "Zs" or letter in _JOINERS

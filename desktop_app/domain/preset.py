"""Presets: named settings for restoring and exporting, each in a file that can be shared."""

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from desktop_app.domain.jobs import Choices
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.encoding import ExportOptions
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.file_system import write_atomically
from desktop_app.imaging.state_file import read_state
from models.registry import find_model

_log = logging.getLogger(__name__)

ENDING = ".clearmark-preset"
_VERSION = 1
_MAX_STEM_LENGTH = 200  # characters; leaves room for the ending on every system
_MAX_BYTES = 2**16  # of a file; a preset has some hundred
_VERSION_KEY = "clearmark-preset"
_STEADY_KEY = "is_steady"  # of ``self_ensemble``


class PresetError(Exception):
    """A file is not a valid preset; the message is one sentence for the user."""


@dataclass(frozen=True)
class Preset:
    """Named settings for restoring and exporting.

    Args:
        name: Shown in the menu.
        scale: 1, 2 or 4.
        model: ``"auto"`` or a name of ``models.registry``; a user's own checkpoint cannot be shared.
        self_ensemble: Whether to average the outputs for the picture and for its negative.
        strength: 0 to 1.
        format: Of the exported file.
        quality: 1 to 100, for formats that have a quality.
        lossless: Whether WebP is lossless.
        brand: Brand colours to snap fills to, as the user typed them; may be empty.
    """

    name: str
    scale: int
    model: str
    self_ensemble: bool
    strength: float
    format: ExportFormat
    quality: int
    lossless: bool
    brand: str = ""

    def choices(self, present: Choices) -> Choices:
        """Return the present choices with those of the preset; the device stays, as it is not shared."""
        return replace(
            present, scale=self.scale, model=self.model, self_ensemble=self.self_ensemble
        )

    def options(self, present: ExportOptions) -> ExportOptions:
        """Return the present options with those of the preset; the picture's print size stays."""
        return replace(present, format=self.format, quality=self.quality, lossless=self.lossless)


class _SavedPreset(msgspec.Struct, forbid_unknown_fields=True):
    version: Literal[1] = msgspec.field(name=_VERSION_KEY)
    name: str
    scale: Literal[1, 2, 4]
    model: str
    self_ensemble: bool = msgspec.field(name=_STEADY_KEY)
    strength: Annotated[float, msgspec.Meta(ge=0, le=1)]
    format: ExportFormat
    quality: Annotated[int, msgspec.Meta(ge=1, le=100)]
    lossless: bool
    brand: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("no name")
        if find_model(self.model) is None:
            raise ValueError(f"no such model: {self.model}")


class Presets:
    """The user's presets, one file each.

    Args:
        folder: Created when the first preset is saved.

    Attributes:
        problems: Of the files that were left out when the presets were last listed.
    """

    def __init__(self, folder: Path) -> None:
        self.problems: list[PresetError] = []
        self._folder = folder

    def __iter__(self) -> Iterator[Preset]:
        """Yield all presets, sorted by name; invalid files are left out, see :attr:`problems`."""
        found = []
        self.problems.clear()
        for file in sorted(self._folder.glob(f"*{ENDING}")):
            try:
                found.append(read_preset(file))
            except PresetError as error:
                self.problems.append(error)
        return iter(sorted(found, key=lambda preset: preset.name.casefold()))

    def save(self, preset: Preset) -> None:
        """Save a preset; it replaces one of the same name.

        Raises:
            OSError: The file cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        write_preset(preset, self._file(preset.name))

    def remove(self, preset: Preset) -> None:
        """Delete a preset.

        Raises:
            OSError: The file cannot be deleted.
        """
        self._file(preset.name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        # In hexadecimal any name is a valid file name on every system; a long name is hashed.
        stem = name.encode(errors="surrogatepass").hex()
        if len(stem) > _MAX_STEM_LENGTH:
            stem = sha256(bytes.fromhex(stem)).hexdigest()
        return self._folder / f"{stem}{ENDING}"


def write_preset(preset: Preset, path: Path) -> None:
    """Write a preset to a file atomically.

    Raises:
        OSError: The file cannot be written.
    """
    facts = asdict(preset)
    keys = {name: _STEADY_KEY if name == "self_ensemble" else name for name in facts}
    text = json.dumps(
        {_VERSION_KEY: _VERSION, **{keys[name]: facts[name] for name in facts}}, indent=1
    )
    write_atomically(text.encode(), path, overwrite=True)


def read_preset(path: Path) -> Preset:
    """Read a preset.

    Raises:
        PresetError: The file cannot be read, is not a preset, or has values that are out of range.
    """
    try:
        saved = read_state(path, _MAX_BYTES, _SavedPreset)
        facts = msgspec.structs.asdict(saved)
        del facts["version"]
        return Preset(**facts)
    except (OSError, ValueError) as error:  # ValueError, too, for a null character in the path
        _log.info("%s is no preset: %s", path, error)
        raise PresetError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a preset of Clearmark."),
                name=path.name,
            )
        ) from error

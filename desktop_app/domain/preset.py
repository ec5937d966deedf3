"""Presets: named settings for restoring and exporting, each in a file that can be shared."""

import json
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop_app.domain.jobs import Choices
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.encoding import ExportOptions
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.file_system import write_atomically
from models.registry import find_model
from models.scales import SCALES

_log = logging.getLogger(__name__)

ENDING = ".clearmark-preset"
_VERSION = 1
_MAX_STEM_LENGTH = 200  # characters; leaves room for the ending on every system
_KEYS = {"self_ensemble": "is_steady"}  # fields that have another key in files


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


class Presets:
    """The user's presets, one file each.

    Args:
        folder: Created when the first preset is saved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __iter__(self) -> Iterator[Preset]:
        """Yield all presets, sorted by name; invalid files are skipped."""
        found = []
        for file in self._folder.glob(f"*{ENDING}"):
            with suppress(PresetError):
                found.append(read_preset(file))
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
    facts = {_KEYS.get(name, name): value for name, value in asdict(preset).items()}
    text = json.dumps({"clearmark-preset": _VERSION, **facts}, indent=1)
    write_atomically(text.encode(), path, overwrite=True)


def read_preset(path: Path) -> Preset:
    """Read a preset.

    Raises:
        PresetError: The file cannot be read, is not a preset, or has values that are out of range.
    """
    try:
        facts = json.loads(path.read_text("utf-8"))
        if facts.pop("clearmark-preset") != _VERSION:
            raise ValueError("another version")
        return _checked(facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        _log.info("%s is no preset: %s", path, error)
        raise PresetError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a preset of Clearmark."),
                name=path.name,
            )
        ) from error


def _checked(facts: dict[str, Any]) -> Preset:
    names = {key: name for name, key in _KEYS.items()}
    values = {names.get(key, key): value for key, value in facts.items()}
    preset = Preset(**values | {"format": ExportFormat(facts["format"])})
    is_sound = (
        bool(preset.name.strip())
        and preset.scale in SCALES
        and (preset.model == "auto" or find_model(preset.model) is not None)
        and 0 <= preset.strength <= 1
        and 1 <= preset.quality <= 100
        and isinstance(preset.self_ensemble, bool)
        and isinstance(preset.lossless, bool)
        and isinstance(preset.brand, str)
    )
    if not is_sound:
        raise ValueError(f"values out of range: {facts}")
    return preset

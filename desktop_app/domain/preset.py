"""Presets: how pictures are restored and written, under a name, each in a file that can be handed on."""

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
from desktop_app.imaging.encoding import ExportFormat, ExportOptions
from desktop_app.imaging.file_system import write_atomically
from models.registry import find_model
from models.scales import SCALES

_log = logging.getLogger(__name__)

ENDING = ".clearmark-preset"
_VERSION = 1
_LONGEST = 200  # letters that leave room for the ending on every system
_KEYS = {"self_ensemble": "is_steady"}  # fields that files call otherwise


class PresetError(Exception):
    """A file is no preset; ``str()`` is one sentence for the user."""


@dataclass(frozen=True)
class Preset:
    """A named way to work.

    Args:
        name: Shown in the menu.
        scale: 1, 2 or 4.
        model: A name of ``models.registry``; a user's own checkpoint does not travel.
        self_ensemble: Whether the answers to the picture and to its negative are averaged.
        strength: 0 to 1.
        format: Of the exported file.
        quality: 1 to 100, where the format has one.
        lossless: Whether WebP keeps every pixel.
        brand: Colours that fills can be snapped to, as they were typed; may be empty.
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
        """The present choices, changed; the device stays, which is this machine's affair."""
        return replace(
            present, scale=self.scale, model=self.model, self_ensemble=self.self_ensemble
        )

    def options(self, present: ExportOptions) -> ExportOptions:
        """The present options, changed; the print size stays, which is the picture's affair."""
        return replace(present, format=self.format, quality=self.quality, lossless=self.lossless)


class Presets:
    """The presets of this user, a file each.

    Args:
        folder: Made at the first saving.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __iter__(self) -> Iterator[Preset]:
        """Yield all presets by name; files that are none are passed over."""
        found = []
        for file in self._folder.glob(f"*{ENDING}"):
            with suppress(PresetError):
                found.append(read_preset(file))
        return iter(sorted(found, key=lambda preset: preset.name.casefold()))

    def save(self, preset: Preset) -> None:
        """Keep a preset in place of one of the same name.

        Raises:
            OSError: It cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        write_preset(preset, self._file(preset.name))

    def remove(self, preset: Preset) -> None:
        """Forget a preset."""
        self._file(preset.name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        # Any name is a file name in hexadecimal, on every system; a long one as its hash.
        word = name.encode(errors="surrogatepass").hex()
        if len(word) > _LONGEST:
            word = sha256(bytes.fromhex(word)).hexdigest()
        return self._folder / f"{word}{ENDING}"


def write_preset(preset: Preset, path: Path) -> None:
    """Write a preset to a file, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    facts = {_KEYS.get(name, name): value for name, value in asdict(preset).items()}
    text = json.dumps({"clearmark-preset": _VERSION, **facts}, indent=1)
    write_atomically(text.encode(), path, overwrite=True)


def read_preset(path: Path) -> Preset:
    """Read a preset.

    Raises:
        PresetError: It cannot be read, is no preset, or has values that make no sense.
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

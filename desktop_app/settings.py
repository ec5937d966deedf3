"""What the program remembers from one day to the next, with types."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.jobs import AUTOMATIC, Choices
from models.enlarge import SCALES
from models.registry import DEFAULT_MODEL, find_model

_Value = TypeVar("_Value")


class Settings:
    """Typed access to a ``QSettings``; a value that is missing or spoilt reads as its default.

    Args:
        store: The program's own, or a file of a test's.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def window_geometry(self) -> QByteArray | None:
        """What ``QWidget.saveGeometry`` gave, or None the first time."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def are_panels_shown(self) -> bool:
        """Whether the queue and the inspector are unfolded."""
        return self._flag("window/panels", default=True)

    @are_panels_shown.setter
    def are_panels_shown(self, is_shown: bool) -> None:
        self._store.setValue("window/panels", is_shown)

    @property
    def open_folder(self) -> Path:
        """Where a picture was last opened."""
        return self._folder("folders/open")

    @open_folder.setter
    def open_folder(self, folder: Path) -> None:
        self._store.setValue("folders/open", str(folder))

    @property
    def save_folder(self) -> Path | None:
        """Where a result was last written; None until one was."""
        return self._folder("folders/save") if self._store.contains("folders/save") else None

    @save_folder.setter
    def save_folder(self, folder: Path) -> None:
        self._store.setValue("folders/save", str(folder))

    @property
    def choices(self) -> Choices:
        """How pictures are restored; a model file that is gone reads as the default model."""
        scale = self._read("restore/scale", int, Choices().scale)
        model = self._text("restore/model", DEFAULT_MODEL)
        is_known = find_model(model) is not None or Path(model).is_file()
        return Choices(
            scale=scale if scale in SCALES else Choices().scale,
            model=model if is_known else DEFAULT_MODEL,
            device=self._text("restore/device", AUTOMATIC),
        )

    @choices.setter
    def choices(self, choices: Choices) -> None:
        self._store.setValue("restore/scale", choices.scale)
        self._store.setValue("restore/model", choices.model)
        self._store.setValue("restore/device", choices.device)

    @property
    def export_options(self) -> ExportOptions:
        """Format and what is kept."""
        default = ExportOptions()
        quality = self._read("export/quality", int, default.quality)
        return replace(
            default,
            format=self._read("export/format", ExportFormat, default.format),
            quality=quality if 1 <= quality <= 100 else default.quality,
            lossless=self._flag("export/lossless", default=default.lossless),
            keep_print_size=self._flag("export/print_size", default=default.keep_print_size),
            keep_profile=self._flag("export/profile", default=default.keep_profile),
        )

    @export_options.setter
    def export_options(self, options: ExportOptions) -> None:
        self._store.setValue("export/format", options.format.value)
        self._store.setValue("export/quality", options.quality)
        self._store.setValue("export/lossless", options.lossless)
        self._store.setValue("export/print_size", options.keep_print_size)
        self._store.setValue("export/profile", options.keep_profile)

    def _read(self, key: str, parse: Callable[[str], _Value], default: _Value) -> _Value:
        try:
            return parse(self._text(key, ""))
        except ValueError:
            return default

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key)
        return default if value is None else str(value)

    def _flag(self, key: str, *, default: bool) -> bool:
        return {"true": True, "false": False}.get(self._text(key, "").lower(), default)

    def _folder(self, key: str) -> Path:
        remembered = Path(self._text(key, ""))
        if self._text(key, "") and remembered.is_dir():
            return remembered
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        return Path(QStandardPaths.writableLocation(pictures))

"""Typed access to the settings that the program remembers between runs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QColor

from desktop_app.domain.jobs import Choices
from desktop_app.imaging.file_system import is_file, is_folder
from desktop_app.imaging.naming import DEFAULT_PATTERN, Collision, NamePattern
from desktop_app.imaging.tracing import Layering, TraceMode, TraceSettings
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from models.registry import AUTOMATIC, find_model
from models.scales import SCALES

_Value = TypeVar("_Value")

MAX_RECENT_FILES = 10
"""Number of recent files to remember; a longer menu would be hard to read at a glance."""

_SCHEMES = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}


class SavePlace(StrEnum):
    """Which folder to propose for saving a result."""

    LAST = "last"
    """The folder of the last saved result."""

    BESIDE = "beside"
    """The folder of the input picture."""

    FIXED = "fixed"
    """:attr:`Settings.fixed_folder`."""


class Settings:
    """Typed access to a ``QSettings``; a missing or invalid value reads as its default.

    Args:
        store: Where the values are stored.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def window_geometry(self) -> QByteArray | None:
        """The result of ``QWidget.saveGeometry``; None on the first start."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def are_panels_shown(self) -> bool:
        """Whether the side panels are shown."""
        return self._flag("window/panels", default=True)

    @are_panels_shown.setter
    def are_panels_shown(self, is_shown: bool) -> None:
        self._store.setValue("window/panels", is_shown)

    @property
    def scheme(self) -> Qt.ColorScheme | None:
        """The colour scheme; None follows the system."""
        return _SCHEMES.get(self._text("window/theme", ""))

    @scheme.setter
    def scheme(self, scheme: Qt.ColorScheme | None) -> None:
        names = {scheme: name for name, scheme in _SCHEMES.items()}
        self._store.setValue("window/theme", names[scheme] if scheme is not None else "system")

    @property
    def language(self) -> str:
        """Language code such as ``de``; empty follows the system."""
        return self._text("window/language", "")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("window/language", code)

    @property
    def background(self) -> QColor | None:
        """Colour behind transparent pictures; None means the checkerboard."""
        colour = QColor.fromString(self._text("window/background", ""))
        return colour if colour.isValid() else None

    @background.setter
    def background(self, colour: QColor | None) -> None:
        self._store.setValue("window/background", colour.name() if colour else "")

    @property
    def open_folder(self) -> Path:
        """The folder from which a picture was last opened."""
        return self._folder("folders/open")

    @open_folder.setter
    def open_folder(self, folder: Path) -> None:
        self._store.setValue("folders/open", str(folder))

    @property
    def save_folder(self) -> Path | None:
        """The folder to which a result was last saved; None if none has been."""
        return self._folder("folders/save") if self._store.contains("folders/save") else None

    @save_folder.setter
    def save_folder(self, folder: Path) -> None:
        self._store.setValue("folders/save", str(folder))

    @property
    def save_place(self) -> SavePlace:
        """Which folder to propose for saving results."""
        return self._read("folders/place", SavePlace, SavePlace.LAST)

    @save_place.setter
    def save_place(self, place: SavePlace) -> None:
        self._store.setValue("folders/place", place.value)

    @property
    def fixed_folder(self) -> Path:
        """The folder used for :attr:`SavePlace.FIXED`."""
        return self._folder("folders/fixed")

    @fixed_folder.setter
    def fixed_folder(self, folder: Path) -> None:
        self._store.setValue("folders/fixed", str(folder))

    def folder_for(self, source: Path | None) -> Path:
        """Return the folder to propose for a result.

        Args:
            source: File of the input picture; None if it was pasted.

        Returns:
            An existing folder, if there is one.
        """
        beside = source.parent if source is not None and is_folder(source.parent) else None
        match self.save_place:
            case SavePlace.FIXED:
                return self.fixed_folder
            case SavePlace.BESIDE:
                return beside or self.save_folder or self.open_folder
            case SavePlace.LAST:
                return self.save_folder or beside or self.open_folder

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Recently opened files, newest first, without those that no longer exist."""
        stored = self._store.value("files/recent", [])
        names = (
            [stored] if isinstance(stored, str) else stored
        )  # Qt returns a list of one element as the element
        if not isinstance(names, list):
            return ()
        names = names[:MAX_RECENT_FILES]  # there are no more, unless somebody has added them
        return tuple(path for name in names if is_file(path := Path(str(name))))

    def add_recent_files(self, paths: Sequence[Path]) -> None:
        """Put newly opened files in front of the recent files."""
        opened = (path.absolute() for path in paths[:MAX_RECENT_FILES])
        latest = dict.fromkeys([*opened, *self.recent_files])
        self._store.setValue("files/recent", [str(path) for path in latest][:MAX_RECENT_FILES])

    def clear_recent_files(self) -> None:
        """Forget all recent files."""
        self._store.remove("files/recent")

    @property
    def name_pattern(self) -> str:
        """How results are named; see :class:`~desktop_app.imaging.naming.NamePattern`."""
        return self._read("export/names", lambda text: NamePattern(text).text, DEFAULT_PATTERN)

    @name_pattern.setter
    def name_pattern(self, pattern: str) -> None:
        self._store.setValue("export/names", pattern)

    @property
    def collision(self) -> Collision:
        """What to do with existing files when all results are exported."""
        return self._read("export/collision", Collision, Collision.NUMBER)

    @collision.setter
    def collision(self, collision: Collision) -> None:
        self._store.setValue("export/collision", collision.value)

    @property
    def writes_receipts(self) -> bool:
        """Whether to write a receipt next to each result."""
        return self._flag("export/receipts", default=False)

    @writes_receipts.setter
    def writes_receipts(self, is_written: bool) -> None:
        self._store.setValue("export/receipts", is_written)

    @property
    def brand_colours(self) -> str:
        """The brand colours last used for snapping fills, as typed."""
        return self._text("adjust/brand_colours", "")

    @brand_colours.setter
    def brand_colours(self, text: str) -> None:
        self._store.setValue("adjust/brand_colours", text)

    @property
    def choices(self) -> Choices:
        """How new pictures are restored; a model file that no longer exists reads as the default model."""
        scale = self._read("restore/scale", int, Choices().scale)
        model = self._text("restore/model", AUTOMATIC)
        is_known = find_model(model) is not None or is_file(Path(model))
        return Choices(
            scale=scale if scale in SCALES else Choices().scale,
            model=model if is_known else AUTOMATIC,
            device=self._text("restore/device", AUTOMATIC),
            self_ensemble=self._flag("restore/steady", default=Choices().self_ensemble),
        )

    @choices.setter
    def choices(self, choices: Choices) -> None:
        self._store.setValue("restore/scale", choices.scale)
        self._store.setValue("restore/model", choices.model)
        self._store.setValue("restore/device", choices.device)
        self._store.setValue("restore/steady", choices.self_ensemble)

    @property
    def export_options(self) -> ExportOptions:
        """File format, quality, and which metadata to keep."""
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

    @property
    def trace_settings(self) -> TraceSettings:
        """How results are traced as SVG."""
        default = TraceSettings()
        try:
            return TraceSettings(
                colours=self._read("trace/colours", int, 0) or None,
                smallest=self._read("trace/smallest", int, default.smallest),
                corner=self._read("trace/corner_angle", int, default.corner),
                mode=self._read("trace/outline", TraceMode, default.mode),
                layering=self._read("trace/layering", Layering, default.layering),
            )
        except ValueError:
            return default

    @trace_settings.setter
    def trace_settings(self, settings: TraceSettings) -> None:
        self._store.setValue("trace/colours", settings.colours or 0)
        self._store.setValue("trace/smallest", settings.smallest)
        self._store.setValue("trace/corner_angle", settings.corner)
        self._store.setValue("trace/outline", settings.mode.value)
        self._store.setValue("trace/layering", settings.layering.value)

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
        if self._text(key, "") and is_folder(remembered):
            return remembered
        kind = QStandardPaths.StandardLocation.PicturesLocation
        pictures = Path(QStandardPaths.writableLocation(kind))
        # Given a folder that does not exist, a file dialog would take it for a file name.
        return pictures if is_folder(pictures) else Path.home()

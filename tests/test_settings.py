"""Settings are restored with their types; invalid values are read as defaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop_app.domain.jobs import Choices
from desktop_app.imaging.tracing import Layering, TraceMode, TraceSettings
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.settings import SavePlace, Settings


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def reopened(store: QSettings) -> Settings:
    """Return the settings as the next start of the program reads them from the file."""
    store.sync()
    return Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))


def test_the_first_start(store: QSettings) -> None:
    settings = Settings(store)
    assert settings.choices == Choices()
    assert settings.export_options == ExportOptions()
    assert settings.window_geometry is None
    assert settings.are_panels_shown
    assert settings.save_folder is None


def test_everything_comes_back(store: QSettings, tmp_path: Path) -> None:
    checkpoint = tmp_path / "mine.pkl"
    checkpoint.touch()
    settings = Settings(store)
    settings.choices = Choices(4, str(checkpoint), "cuda:0", self_ensemble=False)
    options = ExportOptions(ExportFormat.WEBP, 71, False, False, False)
    settings.export_options = options
    settings.window_geometry = QByteArray(b"geometry")
    settings.are_panels_shown = False
    settings.open_folder = settings.save_folder = tmp_path
    tracing = TraceSettings(7, 3, 90, TraceMode.POLYGON, Layering.CUTOUT)
    settings.trace_settings = tracing
    again = reopened(store)
    assert again.choices == Choices(4, str(checkpoint), "cuda:0", self_ensemble=False)
    assert again.export_options == options
    assert again.window_geometry == QByteArray(b"geometry")
    assert again.are_panels_shown is False
    assert again.trace_settings == tracing
    assert again.open_folder == tmp_path
    assert again.save_folder == tmp_path
    checkpoint.unlink()
    assert again.choices.model == Choices().model


def test_without_a_folder_for_pictures_files_are_looked_for_at_home(
    store: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "Pictures"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(pictures))
    assert Settings(store).open_folder == Path.home()
    pictures.mkdir()
    assert Settings(store).open_folder == pictures


@pytest.mark.parametrize("value", ["", "x", "-1", "1e9", "[]", "nan", "4.0", "3"])
def test_spoilt_values_read_as_defaults(store: QSettings, value: str) -> None:
    for key in (
        "restore/scale",
        "restore/steady",
        "export/quality",
        "export/format",
        "export/lossless",
        "export/print_size",
        "export/profile",
        "window/panels",
        "window/geometry",
        "window/theme",
        "folders/open",
        "folders/place",
        "folders/fixed",
        "files/recent",
        "export/receipts",
    ):
        store.setValue(key, value)
    settings = reopened(store)
    assert settings.choices == Choices()
    quality = 3 if value == "3" else ExportOptions().quality
    assert settings.export_options == ExportOptions(quality=quality)
    assert settings.are_panels_shown
    assert settings.window_geometry is None
    assert settings.open_folder != Path(value)
    assert settings.scheme is None
    assert settings.save_place is SavePlace.LAST
    assert settings.fixed_folder != Path(value)
    assert settings.recent_files == ()
    assert settings.writes_receipts is False


def test_names_that_no_disk_allows_are_as_good_as_gone(store: QSettings, tmp_path: Path) -> None:
    """Python raises for such names, and for folders without permission to enter."""
    impossible = tmp_path / ("x" * 300) / "logo.png"
    settings = Settings(store)
    settings.choices = Choices(model=str(impossible))
    settings.open_folder = settings.fixed_folder = settings.save_folder = impossible.parent
    settings.add_recent_files([impossible, Path(__file__)])
    settings.add_recent_files([impossible])
    again = reopened(store)
    assert again.choices == Choices()
    assert again.recent_files == (Path(__file__),)
    assert impossible.parent not in (again.open_folder, again.fixed_folder)
    assert again.folder_for(impossible) != impossible.parent

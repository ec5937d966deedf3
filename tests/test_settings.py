"""Settings are restored with their types; invalid values are read as defaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths
from PySide6.QtGui import QColor

from desktop_app.domain.jobs import Choices
from desktop_app.imaging.naming import Collision
from desktop_app.imaging.tracing import Layering, TraceMode, TraceSettings
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from desktop_app.settings import MAX_RECENT_FILES, SavePlace, Settings
from tests.mutations import ODD_VALUES, mutations


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


def all_values(settings: Settings) -> list[object]:
    """Read everything."""
    names = [name for name, value in vars(Settings).items() if isinstance(value, property)]
    return [*(getattr(settings, name) for name in names), settings.folder_for(Path("a/b.png"))]


def test_no_mutation_of_the_settings_raises(store: QSettings, tmp_path: Path) -> None:
    settings = Settings(store)
    settings.choices, settings.export_options = Choices(), ExportOptions()
    settings.trace_settings, settings.save_place = TraceSettings(), SavePlace.FIXED
    settings.open_folder = settings.save_folder = settings.fixed_folder = tmp_path
    settings.name_pattern, settings.collision = "{name}", Collision.NUMBER
    settings.language, settings.brand_colours = "de", "#123456"
    settings.scheme, settings.background = None, QColor("red")
    settings.are_panels_shown = settings.writes_receipts = True
    settings.window_geometry = QByteArray(b"geometry")
    settings.add_recent_files([Path(store.fileName())])
    keys = store.allKeys()
    assert len(keys) > 20
    for key in keys:
        kept = store.value(key)
        for odd in ODD_VALUES:
            is_long = isinstance(odd, int) and abs(odd) >= 2**63  # no value of Qt
            store.setValue(key, str(odd) if is_long else odd)
            all_values(Settings(store))
        store.setValue(key, kept)
    file = tmp_path / "mutated.ini"
    store.sync()
    text = Path(store.fileName()).read_bytes()
    for data in mutations(text, 300, is_json=False):
        file.write_bytes(data)
        all_values(Settings(QSettings(str(file), QSettings.Format.IniFormat)))


def test_no_more_recent_files_are_looked_for_than_are_kept(
    store: QSettings, tmp_path: Path
) -> None:
    paths = [tmp_path / str(number) for number in range(3 * MAX_RECENT_FILES)]
    for path in paths:
        path.touch()
    store.setValue("files/recent", [str(path) for path in paths])
    assert Settings(store).recent_files == tuple(paths[:MAX_RECENT_FILES])

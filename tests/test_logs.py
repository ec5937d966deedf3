"""The log file and its folder."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from desktop_app import logs
from desktop_app.logs import data_folder, log_to_file


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".local/share/clearmark"),
        ("darwin", "Library/Application Support/Clearmark"),
        ("win32", "AppData/Local/Clearmark"),
    ],
)
def test_each_system_has_its_folder(
    fresh_settings: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert data_folder() == fresh_settings / folder


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Qt does not ask $HOME there.")
@pytest.mark.parametrize("home", ["", "/elsewhere"])
def test_qt_would_keep_data_beside_it(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", home)
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    QStandardPaths.setTestModeEnabled(False)
    try:
        assert data_folder() == Path(QStandardPaths.writableLocation(kind)) / "clearmark"
    finally:
        QStandardPaths.setTestModeEnabled(True)


def test_a_relative_data_home_is_ignored(
    fresh_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert data_folder() == fresh_settings / ".local/share/clearmark"


def test_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("LOCALAPPDATA")
    assert data_folder().is_absolute()


def test_messages_and_crashes_are_written() -> None:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook)

    def crash() -> None:
        with log_to_file("test") as path:
            assert path == data_folder() / "logs" / "test.log"
            logging.getLogger("models.restorer").info("3 tiles")
            raise ZeroDivisionError("the end")

    with pytest.raises(ZeroDivisionError):
        crash()
    text = (data_folder() / "logs" / "test.log").read_text(encoding="utf-8")
    assert "INFO models.restorer" in text
    assert "3 tiles" in text
    assert "ZeroDivisionError: the end" in text
    assert (root.handlers, root.level, sys.excepthook) == before


def test_what_a_slot_raises_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide passes an exception that leaves a slot to sys.excepthook."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    with log_to_file("test"):
        error = ValueError("in a slot")
        sys.excepthook(ValueError, error, None)
    log = (data_folder() / "logs" / "test.log").read_text(encoding="utf-8")
    assert "ValueError: in a slot" in log
    assert "in a slot" in capsys.readouterr().err


def test_the_log_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LOG_BYTES", 1000)
    with log_to_file("test"):
        for _ in range(200):
            logging.getLogger("test").info("a line of some length, again and again")
    files = list((data_folder() / "logs").iterdir())
    assert len(files) == 1 + logs.OLD_LOGS
    assert sum(file.stat().st_size for file in files) < 1200 * len(files)


def test_a_folder_that_cannot_be_written_stops_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data_folder().write_text("a file where the folder should be")
    with log_to_file("test") as path:
        assert path is None
        logging.getLogger("test").warning("nobody hears this")
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's disk that is always full")
def test_a_full_disk_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    (folder := data_folder() / "logs").mkdir(parents=True)
    (folder / "test.log").symlink_to("/dev/full")
    with log_to_file("test"):
        logging.getLogger("test").warning("no room for this")
    assert capsys.readouterr() == ("", "")

"""The main window with a fake network, and pictures for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.main_window import MainWindow
from desktop_app.restoration import RestorationService
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from tests.dressed import themed_app
from tests.pictures import save_logo


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with themed_app(qapp) as theme:
        yield theme


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def settings(store: QSettings) -> Settings:
    return Settings(store)


@pytest.fixture
def window(
    qtbot: QtBot, restoration: RestorationService, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    window = MainWindow(restoration, settings, theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):  # or its shortcuts would go unheard
        window.show()
        window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    return [save_logo(tmp_path / f"{name}.png", 100, 180, seed=ord(name)) for name in "bcd"]


@pytest.fixture
def ask_save(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the file dialog was given; it answers with the proposal itself."""
    proposals: list[str] = []

    def choose(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposals.append(proposal)
        return proposal, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposals

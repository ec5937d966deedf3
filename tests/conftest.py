"""What every test gets: no display, no traces of the user's own settings, no thread left alive."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

# Before anything imports Qt. A test of the real window sets its own in the process that it starts.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Dialogs of the desktop's own, and its theme, would make tests depend on the desktop.
os.environ.pop("QT_QPA_PLATFORMTHEME", None)
os.environ.pop("QT_STYLE_OVERRIDE", None)
# Before anything imports torch: processes that test side by side share the cores.
if workers := os.environ.get("PYTEST_XDIST_WORKER_COUNT"):
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // int(workers))))

import hypothesis
import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QSettings,
    QStandardPaths,
    QThread,
    QThreadPool,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import models  # noqa: F401 (it sets how torch's threads wait, before a test imports torch)
from desktop_app.engine.service import RestorationService
from desktop_app.paths import SAMPLES, SOURCE
from desktop_app.settings import Settings
from desktop_app.theme import Theme
from tests.engine.job_recorder import JobRecorder
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.pictures import save_logo
from tests.themed_app import themed_app
from tests.waiting import PATIENCE, PatientBot, running_threads, started_threads

# No test judges how long anything takes: a busy machine is no fault of the program.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

if TYPE_CHECKING:
    from desktop_app.app.main_window import MainWindow
    from models.mimo_unet import MimoUNet
    from models.progress import TileSource

# The program sets it with its language; the numbers in tests are English, whoever runs them.
QLocale.setDefault(QLocale(SOURCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def fresh_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Settings, logs and the like of a user who never started the program; returns the home."""
    home = tmp_path_factory.mktemp("home")
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local" / "state",
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
    }
    for name, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    # Qt asked for the settings folder long ago, and the registry has no folder at all.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / ".config"))
    QStandardPaths.setTestModeEnabled(True)
    return home


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Delete the windows that pytest-qt closed, which Qt itself does when an event loop runs next.

    Until then they would be dressed in the theme of the next test, and that test blamed for their warnings.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard.

    The offscreen platform keeps it until the process ends, and frees it after Python is gone: a crash.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test after which a thread of its own is still running, be it Python's or Qt's."""
    before = set(threading.enumerate())
    started_threads.clear()
    start = QThread.start

    def remember_and_start(thread: QThread, *arguments: QThread.Priority) -> None:
        started_threads.append(weakref.ref(thread))
        start(thread, *arguments)

    monkeypatch.setattr(QThread, "start", remember_and_start)
    yield
    deadline = time.monotonic() + PATIENCE
    while left := [*_python_threads(before), *_qt_threads()]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left alive: {', '.join(left)}")
        time.sleep(0.01)
    assert QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)), "a QRunnable still runs"


def _python_threads(before: set[threading.Thread]) -> list[str]:
    # A dummy stands for a thread that Qt or torch started; Python never learns that it ended.
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


def _qt_threads() -> list[str]:
    return [thread.objectName() or "a QThread" for thread in running_threads()]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever opens a connection, resolves a name or sends a datagram."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError("the program tried to use the network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def tiny_network() -> MimoUNet:
    """A MIMO-UNet of one block and 8 channels, the same in each run, in evaluation mode."""
    import torch

    from models.mimo_unet import MimoUNet

    with torch.random.fork_rng(devices=()):
        torch.manual_seed(0)
        return MimoUNet(1, 8).eval()


# --- the window's work with a fake network


@pytest.fixture
def fake() -> FakeRestorer:
    return FakeRestorer()


@pytest.fixture
def loader(fake: FakeRestorer) -> FakeLoader:
    return FakeLoader(fake)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return save_logo(tmp_path / "logo.png", 100, 180, dpi=144)


@pytest.fixture
def restoration(qtbot: QtBot, loader: FakeLoader) -> Iterator[RestorationService]:
    restoration = RestorationService(loader, fake_devices)
    yield restoration
    restoration.close()


@pytest.fixture
def record(restoration: RestorationService) -> JobRecorder:
    return JobRecorder(restoration)


# --- the command line with a stand-in for the network


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "juniper.jpg", tmp_path / "logo.jpg"))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install a restorer that only enlarges, in two tiles, and meets its pictures with these fates."""
    from models.restorer import Restorer

    def install(*outcomes: TileSource | BaseException) -> None:
        fake = FakeRestorer(
            device_title="stand-in", parts=2, only_enlarges=True, outcomes=list(outcomes)
        )
        monkeypatch.setattr(Restorer, "load", lambda *_: fake)

    return install


# --- the main window with a fake network; imported where it is used, for tests of models need none of it


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
    from desktop_app.app.main_window import MainWindow

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

"""Fixtures for all tests: no display, fresh settings, checks for leftover threads, fakes, the main window."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

# Set before anything imports Qt. Tests of the real window set their own platform for the process they start.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The desktop's own dialogs and theme would make tests depend on the desktop.
os.environ.pop("QT_QPA_PLATFORMTHEME", None)
os.environ.pop("QT_STYLE_OVERRIDE", None)
# Set before anything imports torch: parallel test processes share the cores.
if workers := os.environ.get("PYTEST_XDIST_WORKER_COUNT"):
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // int(workers))))

# A shell ignores Ctrl+C for what it runs in the background, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

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

# No deadlines: a busy machine must not make a test fail.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

if TYPE_CHECKING:
    from desktop_app.app.main_window import MainWindow
    from models.mimo_unet import MimoUNet
    from models.progress import TileSource

# The program sets the locale with its language. Numbers in tests are English on every machine.
QLocale.setDefault(QLocale(SOURCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def fresh_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Set up a new user's home folder without settings and logs; return its path."""
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
    # Qt has cached the settings folder already, and on Windows the registry would be used.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / ".config"))
    QStandardPaths.setTestModeEnabled(True)
    return home


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Delete the windows that pytest-qt closed, which Qt would do only when an event loop runs next.

    Otherwise they would get the theme of the next test, and their warnings would fail that test.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Clear the clipboard after the test.

    The offscreen platform frees its content only after Python has shut down, which would crash.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a Python thread or a QThread running."""
    before = set(threading.enumerate())
    started_threads.clear()
    start = QThread.start

    def remember_and_start(thread: QThread, *arguments: QThread.Priority) -> None:
        started_threads.append(weakref.ref(thread))
        start(thread, *arguments)

    monkeypatch.setattr(QThread, "start", remember_and_start)
    yield
    deadline = time.monotonic() + PATIENCE
    while running := [*_python_threads(before), *_qt_threads()]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left alive: {', '.join(running)}")
        time.sleep(0.01)
    assert QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)), "a QRunnable still runs"


def _python_threads(before: set[threading.Thread]) -> list[str]:
    # Python represents threads started by Qt or torch as dummies, and never notices that they ended.
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


def _qt_threads() -> list[str]:
    return [thread.objectName() or "a QThread" for thread in running_threads()]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every attempt to open a connection, resolve a name or send a datagram fail the test."""

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError("the program tried to use the network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def tiny_network() -> MimoUNet:
    """Return a MIMO-UNet of one block and 8 channels with seeded weights, in evaluation mode."""
    import torch

    from models.mimo_unet import MimoUNet

    with torch.random.fork_rng(devices=()):
        torch.manual_seed(0)
        return MimoUNet(1, 8).eval()


# --- the services of the window, with a fake network


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


# --- the command line, with a fake restorer


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "juniper.jpg", tmp_path / "logo.jpg"))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that installs a fake restorer, which only enlarges, in two tiles.

    Its arguments are the outcomes of the pictures, see ``FakeRestorer.outcomes``.
    """
    from models.restorer import Restorer

    def install(*outcomes: TileSource | BaseException) -> None:
        fake = FakeRestorer(
            device_title="stand-in", parts=2, only_enlarges=True, outcomes=list(outcomes)
        )
        monkeypatch.setattr(Restorer, "load", lambda *_: fake)

    return install


# --- the main window with a fake network; imported only where used, since tests of models do without it


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
    with qtbot.waitActive(window):  # shortcuts work only in an active window
        window.show()
        window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    return [save_logo(tmp_path / f"{name}.png", 100, 180, seed=ord(name)) for name in "bcd"]


@pytest.fixture
def ask_save(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the save dialog by one that accepts the proposed path; return the list of proposals."""
    proposals: list[str] = []

    def choose(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposals.append(proposal)
        return proposal, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposals

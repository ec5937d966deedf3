"""The program imports no network code, and a whole session with the real window needs no network."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.engine.service import RestorationService
from desktop_app.paths import SAMPLES
from desktop_app.settings import Settings
from models.registry import MODELS
from tests.themed_app import themed_app
from tests.waiting import process_pending_events
from tests.window_driver import dialog_answer, wait_for_banner

ROOT = Path(__file__).parents[1]

PROGRAM = [
    *sorted((ROOT / "desktop_app").rglob("*.py")),
    *(path for path in sorted((ROOT / "models").rglob("*.py")) if "training" not in path.parts),
]

NETWORK_MODULES = (
    # Python's own
    *("socket", "socketserver", "ssl", "_socket", "_ssl", "urllib", "http", "ftplib", "smtplib"),
    *("poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser", "wsgiref"),
    *("selectors", "select", "multiprocessing.connection", "multiprocessing.managers"),
    # third-party
    *("requests", "urllib3", "httpx", "aiohttp", "websockets", "websocket", "tornado", "paramiko"),
    *("boto3", "fsspec", "huggingface_hub", "grpc", "zmq", "pycurl"),
    *("torch.hub", "torch.distributed", "torch.utils.model_zoo"),
    # Qt's
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebView"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineQuick"),
    *("PySide6.QtHttpServer", "PySide6.QtBluetooth", "PySide6.QtQml", "PySide6.QtQuick"),
)

HARMLESS = {"multiprocessing.connection.Connection"}
"""One end of a pipe to a child process."""

INDIRECT_CALLS = (
    "__import__",
    "import_module",
    "importlib.import_module",
    "exec",
    "eval",
    "ctypes.CDLL",
)
"""Calls that could import a module by a name that this test does not see."""

RENAMING = ("desktop_app/imaging/exclusive_rename.py", ["ctypes.CDLL"])
"""Calls renameat2 of the system's library, which Python has no function for."""


def names_imported(tree: ast.AST) -> Iterator[str]:
    """Yield every imported module and name, and every attribute, as dotted names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def find_network_code(source: str) -> list[str]:
    """List the names in Python source that give access to a network, or might import them indirectly."""
    tree = ast.parse(source)
    found = [
        name
        for name in set(names_imported(tree)) - HARMLESS
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK_MODULES)
    ]
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return found + [name for name in called if name in INDIRECT_CALLS]


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "def f():\n    from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import os, http.client as harmless",
        "import torch\ntorch.hub.load('a', 'b')",
        "from importlib import import_module\nimport_module('soc' + 'ket')",
        "__import__('socket')",
        "from torch import distributed",
        "from multiprocessing import connection",
    ],
)
def test_planted_network_code_is_found(source: str) -> None:
    assert find_network_code(source)


def test_no_file_of_the_program_imports_what_reaches_a_network() -> None:
    assert len(PROGRAM) > 80
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in PROGRAM
        if (names := find_network_code(path.read_text(encoding="utf-8")))
    }
    assert found == dict([RENAMING])


def test_the_window_loads_no_network_library_of_qt() -> None:
    """Not even through another module; checked in a new process that has loaded nothing else."""
    code = (
        "import sys, desktop_app.app.application, desktop_app.main\n"
        "print(*(name for name in sys.modules if name.startswith('PySide6.Qt')))\n"
        "maps = open('/proc/self/maps').read() if sys.platform == 'linux' else ''\n"
        "print('Qt6Network' in maps or 'Qt6WebEngine' in maps)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    modules, has_library = ran.stdout.splitlines()
    named = {module.removeprefix("PySide6.Qt") for module in modules.split()}
    assert named == {"Core", "Gui", "Svg", "Widgets"}
    assert has_library == "False"


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.skipif(not MODELS[0].file.exists(), reason="The weights of the model are not here.")
def test_a_whole_journey_with_the_real_network_needs_none(
    qtbot: QtBot,
    qapp: QApplication,
    no_network: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.writes_receipts = True
    with themed_app(qapp) as theme:
        window = MainWindow(RestorationService(), settings, theme)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.open_files([SAMPLES / "juniper.jpg"])

        def is_done() -> bool:
            return window.session.entries[0].state is EntryState.DONE

        qtbot.waitUntil(is_done)
        target = tmp_path / "juniper-2x.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog_answer(str(target)))
        window.app_actions.export.trigger()
        wait_for_banner(qtbot, window, "Saved juniper-2x.png")
        window.app_actions.about.trigger()
        window.app_actions.preferences.trigger()
        preferences = window.secondary_windows.preferences
        assert preferences is not None
        for page in range(preferences.pages.count()):
            preferences.pages.setCurrentIndex(page)
            process_pending_events()
        window.app_actions.shortcuts.trigger()
        guide = window.secondary_windows.guide
        assert guide is not None
        for page in range(guide.pages):
            guide.open_page(page)
            process_pending_events()
        window.close()
    assert target.exists()
    assert (tmp_path / "juniper-2x.receipt.json").exists()

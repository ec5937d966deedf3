"""Make the screenshots of the user guide and of the README.

They show the real window with the real network and the program's own samples. Run it after the window has
changed: ``python -m tests.tools.make_help_pictures``. It needs no display and overwrites
``resources/help/*.png`` and ``resources/pictures/{window,about}.png``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFilter
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.about.pane import Tab
from desktop_app.app.main_window import MainWindow
from desktop_app.domain.entry import EntryState
from desktop_app.domain.jobs import Choices
from desktop_app.engine.service import RestorationService
from desktop_app.paths import HELP, RESOURCES, SAMPLES
from desktop_app.settings import Settings
from desktop_app.theme import Theme

_README = RESOURCES / "pictures"
_LOGOS = ("halden.png", "juniper.jpg", "ostrel.gif")
_PATIENCE = 120.0
_SETTLE_MS = 500
_SIZE = (960, 620)
_TALLER_SIZE = (960, 700)  # shows the verdict without scrolling
_TALL = (960, 980)  # shows the whole inspector for restoring
_LARGE = (1280, 762)  # for the README
_MOST_BYTES = 120_000
_MOST_BYTES_LARGE = 240_000
_ALL = QPoint()


def main() -> None:
    """Make all screenshots."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            os.environ[name] = home
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.chdir(home)  # so that the pictures show no private folder
        _make(Theme(QApplication([]), Qt.ColorScheme.Dark))
        os.chdir(HELP)


def _make(theme: Theme) -> None:
    folder = Path("Logos")
    folder.mkdir()
    logos = [Path(shutil.copy(SAMPLES / name, folder)) for name in _LOGOS]
    with _window(theme, folder) as window:
        _save(window, "open")
        _restore(window, *logos)
        _save(window, "compare")
        window.app_actions.compare_modes[4].trigger()
        _settle()
        _save(window.workspace.canvas, "difference")
        window.app_actions.compare_modes[0].trigger()
        QTimer.singleShot(_SETTLE_MS, _save_dialog)
        window.app_actions.export_all.trigger()
        window.app_actions.export_svg.trigger()
        (export,) = (
            button
            for button in window.workspace.svg_panel.findChildren(QPushButton)
            if button.text() == "Export SVG…"
        )
        _wait(export.isEnabled)
        _settle()
        _save(window, "export", window.workspace.canvas.mapTo(window, QPoint()))
    with _window(theme, folder) as window:
        window.resize(*_TALL)
        _restore(window, logos[0])
        _save(window.workspace.inspector, "restore")
    with _window(theme, folder, scale=1) as window:
        window.resize(*_TALLER_SIZE)
        _restore(window, _degraded_logo(folder))
        buttons = window.workspace.fidelity_panel.findChildren(QPushButton)
        if not buttons[0].isVisible():
            raise ValueError("The network is right about this picture: plant another one.")
        buttons[1].click()
        window.workspace.canvas.view.divider = 0.2  # so that it does not cover the flagged place
        _settle()
        _save(window, "check")
    with _window(theme, folder) as window:
        window.resize(*_LARGE)
        _restore(window, *reversed(logos))
        _save(window, "window", folder=_README)
        window.workspace.about_pane.tabs.setCurrentIndex(Tab.WORKFLOW)
        window.app_actions.about.trigger()
        _wait(lambda: window.about_controller.state.inspection is not None)
        _settle()
        _save(window, "about", folder=_README)


def _degraded_logo(folder: Path) -> Path:
    """Save a logo that is so degraded that the network makes mistakes; return its path."""
    path = folder / "worn.jpg"
    with Image.open(SAMPLES / "juniper-original.png") as image:
        small = image.convert("RGB").resize((160, 73), Image.Resampling.BICUBIC)
    small.filter(ImageFilter.GaussianBlur(2.0)).save(path, quality=12)
    return path


def _save_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        _save(dialog, "many")
        dialog.close()


@contextmanager
def _window(theme: Theme, folder: Path, scale: int = 2) -> Iterator[MainWindow]:
    path = f"{time.time_ns()}.ini"  # fresh settings for every window
    settings = Settings(QSettings(path, QSettings.Format.IniFormat))
    settings.save_folder = folder
    settings.choices = Choices(scale=scale)
    window = MainWindow(RestorationService(), settings, theme)
    window.resize(*_SIZE)
    window.show()
    _settle()
    try:
        yield window
    finally:
        window.close()


def _restore(window: MainWindow, *files: Path) -> None:
    window.open_files(list(files))
    _wait(lambda: all(entry.state is EntryState.DONE for entry in window.session.entries))
    _settle()
    verdicts = ("Faithful", "Look here")
    labels = window.workspace.fidelity_panel.findChildren(QLabel)
    _wait(lambda: any(label.text().startswith(verdicts) for label in labels))
    _settle()


def _wait(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        _settle(50)


def _settle(milliseconds: int = _SETTLE_MS) -> None:
    """Run the event loop for a while. QTest.qWait would hold Python's lock and slow the import of torch."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _save(widget: QWidget, name: str, corner: QPoint = _ALL, folder: Path = HELP) -> None:
    """Save the part of a widget right of and below a corner, as an optimised PNG.

    Raises:
        ValueError: The file is too large.
    """
    path = folder / f"{name}.png"
    widget.grab(QRect(corner, widget.rect().bottomRight())).save(str(path))
    with Image.open(path) as image:
        image.convert("RGB").save(path, optimize=True)
    size = path.stat().st_size
    if size > (_MOST_BYTES if folder == HELP else _MOST_BYTES_LARGE):
        raise ValueError(f"{path.name} has {size} bytes.")


if __name__ == "__main__":
    main()

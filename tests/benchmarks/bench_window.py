"""Measure the window: the time from start to the first frame, and the longest blocks of its event loop.

``python -m tests.benchmarks.bench_window`` measures in a fresh process; ``report()`` starts one for
``tests.benchmarks.bench``. Without a display it uses Qt's offscreen platform.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

PATIENCE = 120.0  # seconds for one step
SIDE = 1000  # side of the input in pixels; the result has 2000 x 2000


def report() -> list[str]:
    """Measure the window once.

    Returns:
        Lines to print.
    """
    environment = {**os.environ}
    if sys.platform == "linux" and not (environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_window", repr(time.time())],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    values: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    lines = [f"start to the visible window: {values.pop('start'):.2f} s"]
    lines.append(f"drop to the enlarged picture on screen: {1000 * values.pop('drop'):.0f} ms")
    longest = ", ".join(f"{name} {1000 * value:.0f} ms" for name, value in values.items())
    return [*lines, f"longest block of the window: {longest}", *_frames()]


def _frames() -> list[str]:
    from tests.benchmarks.bench_view import measure

    frames = measure()

    def worst(ending: str) -> str:
        name = max((n for n in frames if n.endswith(ending)), key=lambda n: frames[n])
        return f"{frames[name]:.1f} ms ({name})"

    return [
        f"pyramid of 16384 x 16384: {frames['build']:.0f} ms, not in the window's thread",
        f"slowest frame of a fast pan over 16384 x 16384: {worst('pan, slowest')}",
        f"slowest frame of dragging the divider: {worst('divider, slowest')}",
        f"slowest first frame of another way to look: {worst('switch')}",
        f"slowest of all frames: {max(v for k, v in frames.items() if k != 'build'):.1f} ms",
    ]


def measure(started: float) -> dict[str, float]:
    """Open, restore, zoom and export a picture in the window, and measure it; needs a fresh process.

    Args:
        started: ``time.time()`` at which the process was started.

    Returns:
        Seconds: ``start``, ``drop``, and the longest block of the event loop by activity.

    Raises:
        RuntimeError: torch was imported too early, or there is no result.
        TimeoutError: A step took longer than ``PATIENCE``.
    """
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.app.main_window import MainWindow
    from desktop_app.domain.entry import EntryState
    from desktop_app.domain.requests import ExportRequest
    from desktop_app.engine.service import RestorationService
    from desktop_app.settings import Settings
    from desktop_app.theme import Theme
    from tests.event_loop_gaps import EventLoopGaps

    application = QApplication([])
    folder = tempfile.TemporaryDirectory()
    home = Path(folder.name)
    store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    restoration = RestorationService()
    window = MainWindow(restoration, Settings(store), Theme(application))

    def until(is_done: Callable[[], bool]) -> float:
        began = time.perf_counter()
        # An event every millisecond, so that waiting for events ends.
        timer = QTimer()
        timer.start(1)
        while not is_done():
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError("the window did not get there")
            application.processEvents()
        return time.perf_counter() - began

    window.show()
    until(lambda: window.windowHandle().isExposed())
    window.repaint()
    values = {"start": time.time() - started}
    if "torch" in sys.modules:
        raise RuntimeError("torch was imported before the window was on screen")

    event_loop = EventLoopGaps(2)
    warmed_up: list[object] = []
    restoration.warmed_up.connect(warmed_up.append)
    with event_loop:
        until(lambda: bool(warmed_up))
    values["importing torch"] = event_loop.longest

    file = home / "picture.png"
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 256, (SIDE // 8, SIDE // 8, 3), np.uint8)).resize(
        (SIDE, SIDE)
    ).save(file)
    small = home / "small.png"
    Image.open(file).resize((180, 85)).save(small)

    session = window.session
    window.open_files([small])
    values["drop"] = until(
        lambda: session.current is not None and session.current.opened is not None
    )
    with event_loop:
        window.open_files([file])
        until(lambda: bool(session.entries) and session.entries[-1].state is EntryState.RUNNING)
        values["loading"] = event_loop.longest
        event_loop.gaps.clear()
        until(lambda: session.entries[-1].state is EntryState.DONE)
        values["restoring"] = event_loop.longest
        event_loop.gaps.clear()
        view = window.workspace.canvas.view
        for zoom in (0.3, 1.0, 3.0, 64.0, 0.5):
            view.set_zoom(zoom)
            pause = time.perf_counter() + 0.2
            until(lambda pause=pause: time.perf_counter() > pause)  # type: ignore[misc]
        values["zooming"] = event_loop.longest
        event_loop.gaps.clear()
        saved: list[object] = []
        entry = session.entries[-1]
        if entry.result is None:
            raise RuntimeError("there is no result")
        options = replace(window.workspace.export_panel.options)
        reply = window.writer.save(ExportRequest(entry.result.picture, home / "out.png", options))
        reply.finished.connect(saved.append)
        until(lambda: bool(saved))
        values["exporting"] = event_loop.longest
    window.close()
    folder.cleanup()
    return values


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(float(sys.argv[1]))) + "\n")

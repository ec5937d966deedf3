"""Measure a long queue in the window: pictures per second, and whether memory stays constant.

``python -m tests.benchmarks.bench_queue`` measures in a fresh process; ``report()`` starts one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

COUNT = 200
HEIGHT, WIDTH = 48, 120  # of each logo, in pixels
PATIENCE = 600.0  # seconds for the whole queue


def report() -> list[str]:
    """Measure the queue once.

    Returns:
        Lines to print.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
        if sys.platform == "linux" and not (environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        ran = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench_queue", home],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    values: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return [
        f"queue of {COUNT} logos of {WIDTH} x {HEIGHT}: {values['rate']:.1f} pictures/s "
        f"(the network alone {values['network']:.1f}), "
        f"longest block of the window {1000 * values['block']:.0f} ms",
        f"its memory: {values['early']:.0f} MiB after 50 pictures, {values['late']:.0f} after all",
    ]


def measure(home: Path) -> dict[str, float]:
    """Restore a folder of logos in the window.

    Args:
        home: A folder for settings and pictures.

    Returns:
        ``rate`` and ``network`` in pictures per second, ``block`` in seconds, ``early`` and ``late`` in MiB.

    Raises:
        RuntimeError: A picture failed, or the queue did not end in time.
    """
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication

    from desktop_app.app.main_window import MainWindow
    from desktop_app.domain.entry import Entry, EntryState
    from desktop_app.engine.service import RestorationService
    from desktop_app.settings import Settings
    from desktop_app.theme import Theme
    from tests.event_loop_gaps import EventLoopGaps
    from tests.pictures import save_logo

    logos = home / "logos"
    logos.mkdir()
    for number in range(COUNT):
        save_logo(logos / f"{number}.png", HEIGHT, WIDTH, seed=number)
    application = QApplication([])
    store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(RestorationService(), Settings(store), Theme(application))
    window.show()
    done: list[float] = []
    seconds: list[float] = []
    memory: dict[int, float] = {}

    def on_done(entry: Entry) -> None:
        if entry.result is not None:
            done.append(time.perf_counter())
            seconds.append(entry.result.run.seconds)
            memory[len(done)] = _memory()

    failures: list[object] = []
    window.session.succeeded.connect(on_done)
    window.session.failed.connect(lambda _entry, error: failures.append(error))
    window.open_files([logos])
    deadline = time.monotonic() + PATIENCE
    with EventLoopGaps(2) as event_loop:
        while not all(entry.state is EntryState.DONE for entry in window.session.entries):
            if failures or time.monotonic() > deadline:
                raise RuntimeError(f"the queue did not end: {failures}")
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.close()
    return {
        "rate": (COUNT - 1) / (done[-1] - done[0]),
        "network": COUNT / sum(seconds),
        "block": event_loop.longest,
        "early": memory[50],
        "late": memory[COUNT],
    }


def _memory() -> float:
    """Return the resident memory of this process in MiB."""
    return psutil.Process().memory_info().rss / 2**20


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")

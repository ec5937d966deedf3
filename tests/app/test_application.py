"""The program in a process of its own, started with a file as desktops do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.logs import data_folder
from desktop_app.paths import SAMPLES

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl+C to one process.")
def test_a_file_is_restored_and_ctrl_c_closes_the_window(fresh_settings: Path) -> None:
    log = data_folder() / "logs" / "window.log"
    with subprocess.Popen(
        [sys.executable, "-m", "desktop_app", str(SAMPLES / "juniper.jpg")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as program:
        deadline = time.monotonic() + 300
        while program.poll() is None and time.monotonic() < deadline:
            if log.exists() and " tiles in " in log.read_text(encoding="utf-8"):
                break
            time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        said = program.communicate(timeout=300)[0].decode()
    assert said == ""
    assert program.returncode == 0
    written = log.read_text(encoding="utf-8")
    assert " tiles in " in written
    assert "Traceback" not in written
    # The window was closed, not killed: it saved its geometry.
    (settings,) = fresh_settings.rglob("Clearmark.ini")
    assert "geometry" in settings.read_text(encoding="utf-8")

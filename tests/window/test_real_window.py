"""The real program with the real network, started as a user starts it, on a virtual screen.

It needs Xvfb, openbox and xdotool (Debian packages of these names); Pillow takes the screenshots.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageGrab, features

from desktop_app.imaging.picture import Pixels
from desktop_app.paths import SAMPLES
from desktop_app.theme import load_tokens
from models.registry import AUTOMATIC, find_model
from tests.waiting import PATIENCE

TOOLS = ("Xvfb", "openbox", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
ENTRY = find_model(AUTOMATIC)
ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="A screen of its own needs Xvfb, so Linux."),
    pytest.mark.skipif(bool(MISSING), reason=f"Not installed: {', '.join(MISSING)}."),
    pytest.mark.skipif(not features.check("xcb"), reason="This Pillow cannot read an X screen."),
    pytest.mark.skipif(
        ENTRY is None or not ENTRY.file.exists(), reason="The weights of the model are not here."
    ),
    pytest.mark.slow,
]

PRIMARY = load_tokens()["dark"]["primary"]


@dataclass(frozen=True)
class Screen:
    """A virtual X screen."""

    display: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables of a process that should appear on it."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_"))
        }
        return inherited | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
        }

    def grab(self) -> Pixels:
        """Take a screenshot: uint8 (H, W, 3)."""
        return np.asarray(ImageGrab.grab(xdisplay=self.display).convert("RGB"))

    def xdotool(self, *words: str) -> str:
        """Run xdotool, to act as the user or to find windows; return its output."""
        ran = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return ran.stdout


@contextmanager
def running(command: list[str], screen: Screen, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process on a screen, and end it afterwards."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=screen.environment, stdout=output, stderr=output, cwd=ROOT
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=PATIENCE)


@pytest.fixture
def screen(fresh_settings: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x840x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    try:
        yield Screen(f":{number}", fresh_settings)
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


@dataclass(frozen=True)
class Program:
    """The running program on its screen."""

    screen: Screen
    process: subprocess.Popen[bytes]
    log: Path

    def window(self) -> tuple[int, int, int, int]:
        """Wait for the window; return left, top, width and height of its content in pixels."""
        found = ""

        def is_there() -> bool:
            nonlocal found
            found = self.screen.xdotool("search", "--onlyvisible", "--class", "clearmark").strip()
            return bool(found)

        self.wait(is_there, "a window")
        geometry = self.screen.xdotool("getwindowgeometry", "--shell", found.split()[-1])
        values = dict(re.findall(r"(\w+)=(-?\d+)", geometry))
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for a condition, described by ``what``; fail if the program ends meanwhile."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, f"the program ended: {self.log.read_text()}"
            assert time.monotonic() < deadline, f"no {what}: {self.log.read_text()}"
            time.sleep(0.1)

    def canvas(self) -> Pixels:
        """Take a screenshot of the picture between the panels, (H, W, 3)."""
        left, top, width, height = self.window()
        return self.screen.grab()[top + 100 : top + height - 30, left + 215 : left + width - 290]

    def can_export(self) -> bool:
        """Return whether the primary button of the header is enabled, as it is once there is a result."""
        return int(self._lit().sum()) > 500

    def handle(self) -> tuple[int, int]:
        """Return a point (x, y) on the drag handle, which lies left of the enabled primary button."""
        left, top, width, _ = self.window()
        rows, columns = np.nonzero(self._lit())
        return left + width - 120 + int(columns.min()) - 36, top + int(np.median(rows))

    def _lit(self) -> npt.NDArray[np.bool_]:
        """Return a mask, (48, 120), of the header's right end: where it has the primary button's colour."""
        left, top, width, _ = self.window()
        header = self.screen.grab()[top : top + 48, left + width - 120 : left + width]
        colour = [int(PRIMARY[start : start + 2], 16) for start in (1, 3, 5)]
        lit: npt.NDArray[np.bool_] = (header == colour).all(axis=2)
        return lit


@contextmanager
def started(screen: Screen, folder: Path, *files: Path) -> Iterator[Program]:
    """Run the program with these files, under a window manager."""
    command = [sys.executable, "-m", "desktop_app", *map(str, files)]
    with ExitStack() as stack:
        stack.enter_context(running(["openbox", "--sm-disable"], screen, folder / "openbox.log"))
        log = folder / "program.log"
        process = stack.enter_context(running(command, screen, log))
        yield Program(screen, process, log)


def test_a_sample_is_shown_restored_and_the_program_ends_cleanly(
    screen: Screen, tmp_path: Path
) -> None:
    with started(screen, tmp_path, SAMPLES / "juniper.jpg") as program:
        program.wait(lambda: (program.canvas() > 240).all(axis=2).mean() > 0.2, "picture")
        enlarged = program.canvas()
        program.wait(program.can_export, "result")
        time.sleep(0.5)
        restored = program.canvas()
        if shots := os.environ.get("CLEARMARK_SHOTS"):
            ImageGrab.grab(xdisplay=screen.display).save(Path(shots) / "real-window.png")
        middle = enlarged.shape[1] // 2
        changed = np.abs(restored.astype(int) - enlarged).max(axis=2) > 24
        # Without the surroundings of the divider, and the rows with the titles and the zoom box.
        rows = slice(enlarged.shape[0] // 5, -enlarged.shape[0] // 5)
        assert changed[rows, : middle - 20].sum() == 0
        assert changed[rows, middle + 20 :].mean() > 0.01
        screen.xdotool("key", "--clearmodifiers", "ctrl+q")
        assert program.process.wait(timeout=PATIENCE) == 0
        assert program.log.read_text() == ""


def test_a_file_is_dragged_from_another_program(screen: Screen, tmp_path: Path) -> None:
    dragged = str(SAMPLES / "halden.png")
    source = [sys.executable, str(Path(__file__).with_name("drag_source_app.py")), dragged]
    with started(screen, tmp_path) as program:
        empty = program.canvas()
        with running(source, screen, tmp_path / "source.log"):
            found = ["search", "--onlyvisible", "--name", "drag source"]
            program.wait(lambda: bool(screen.xdotool(*found).strip()), "source")
            for pause in (0.1, 0.5, 2.0):  # a busy machine may not follow a quick hand
                time.sleep(5 * pause)
                screen.xdotool("mousemove", "40", "20", "mousedown", "1")
                for x, y in ((60, 30), (200, 200), (500, 400), (604, 420), (606, 424)):
                    screen.xdotool("mousemove", str(x), str(y), "sleep", str(pause))
                screen.xdotool("mouseup", "1", "sleep", str(5 * pause))
                if (program.canvas() != empty).any(axis=2).mean() > 0.2:
                    break
            program.wait(program.can_export, "result of the dropped picture")
        assert (program.canvas() != empty).any(axis=2).mean() > 0.2
        screen.xdotool("search", "--class", "clearmark", "windowfocus")
        screen.xdotool("key", "--clearmodifiers", "ctrl+q")
        assert program.process.wait(timeout=PATIENCE) == 0
        assert program.log.read_text() == ""


def test_the_result_is_dragged_into_another_program(screen: Screen, tmp_path: Path) -> None:
    target = [sys.executable, str(Path(__file__).with_name("drop_target_app.py")), str(tmp_path)]
    report = tmp_path / "report.json"
    with started(screen, tmp_path, SAMPLES / "halden.png") as program:
        program.wait(program.can_export, "result")
        with running(target, screen, tmp_path / "target.log"):
            found = ["search", "--onlyvisible", "--name", "drag target"]
            program.wait(lambda: bool(screen.xdotool(*found).strip()), "target")
            for pause in (0.1, 0.5, 2.0):  # a busy machine may not follow a quick hand
                time.sleep(5 * pause)
                left, top = program.handle()
                screen.xdotool("mousemove", str(left), str(top), "mousedown", "1")
                # The program writes the file meanwhile; the drag begins with the first move after that.
                for x, y in ((left - 60, 60), (400, 100), (200, 60), (60, 30), (46, 24), (44, 22)):
                    screen.xdotool("mousemove", str(x), str(y), "sleep", str(pause))
                screen.xdotool("mouseup", "1", "sleep", str(5 * pause))
                if report.exists():
                    break
            program.wait(report.exists, "drop")
        screen.xdotool("search", "--class", "clearmark", "windowfocus")
        screen.xdotool("key", "--clearmodifiers", "ctrl+q")
        assert program.process.wait(timeout=PATIENCE) == 0
        assert program.log.read_text() == ""
    assert json.loads(report.read_text()) == {"names": ["halden-2x.png"], "has_image": True}
    assert (tmp_path / "offered.png").read_bytes() == (tmp_path / "file.png").read_bytes()
    with Image.open(tmp_path / "file.png") as image:
        assert (image.size, image.mode) == ((448, 160), "RGBA")
        assert image.getchannel("A").getextrema() == (0, 255)

"""Try a frozen build: ``python installer/smoke.py dist/Clearmark``. Standard library only.

It is run where the build will be used: on a machine without Python's packages, a network or a
display. The command line restores a sample, and the window opens it on Qt's offscreen platform.
"""

import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "samples" / "juniper.jpg"
RESULT_SIZE = (384, 176)
START_SECONDS = 20  # for which the window is watched; enough to load torch and restore the sample


def main() -> int:
    """Run every check and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path, help="the folder that PyInstaller made")
    build = parser.parse_args().build.resolve()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        failures = [*check_command_line(build, home), *check_window(build, home)]
    for failure in failures:
        sys.stderr.write(f"smoke: {failure}\n")
    sys.stdout.write(f"{len(failures)} failed\n" if failures else "The frozen build works.\n")
    return 1 if failures else 0


def program(build: Path, name: str) -> str:
    """Return the path of one of the build's programs."""
    return str(build / (f"{name}.exe" if sys.platform == "win32" else name))


def clean_environment(home: Path) -> dict[str, str]:
    """Return environment variables without any of Python's, and with ``home`` as the home folder."""
    inherited = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")
    homes = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    environment = {name: os.environ[name] for name in inherited if name in os.environ}
    return environment | dict.fromkeys(homes, str(home)) | {"QT_QPA_PLATFORM": "offscreen"}


def check_command_line(build: Path, home: Path) -> list[str]:
    """Restore the sample with the command line; return the failures."""

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program(build, "clearmark-cli"), *words],
            env=clean_environment(home),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )

    failures = []
    for words, expected in ((["--version"], "Clearmark "), (["models"], "(default)")):
        done = run(*words)
        if done.returncode != 0 or expected not in done.stdout:
            failures.append(f"{words} ended with {done.returncode}: {done.stdout}{done.stderr}")
    sample = Path(shutil.copy(SAMPLE, home / "logo.jpg"))
    done = run("enhance", str(sample))
    result = home / "logo-2x.png"
    if done.returncode != 0 or not result.exists():
        failures.append(f"enhance ended with {done.returncode}: {done.stdout}{done.stderr}")
    elif png_size(result) != RESULT_SIZE:
        failures.append(f"the result is {png_size(result)}, not {RESULT_SIZE}")
    traced = run("enhance", str(sample), "--format", "svg")
    if traced.returncode != 0 or not is_drawing(home / "logo-2x.svg"):
        failures.append(f"tracing ended with {traced.returncode}: {traced.stdout}{traced.stderr}")
    return failures


def check_window(build: Path, home: Path) -> list[str]:
    """Open the sample in the window and watch it for ``START_SECONDS``; return the failures."""
    command = [program(build, "Clearmark"), str(SAMPLE)]
    with subprocess.Popen(
        command,
        env=clean_environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as window:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and window.poll() is None:
            time.sleep(0.2)
        exit_code = window.poll()
        window.kill()
        output = window.communicate()[0].decode(errors="replace")
    failures = [] if exit_code is None else [f"the window ended with {exit_code}: {output}"]
    logs = [path.read_text(encoding="utf-8") for path in home.rglob("window.log")]
    if not logs:
        failures.append("the window wrote no log")
    elif "Traceback" in logs[0]:
        failures.append(f"the window's log:\n{logs[0]}")
    elif " tiles in " not in logs[0]:
        failures.append("the window did not restore the sample")
    return failures


def is_drawing(path: Path) -> bool:
    """Return whether an SVG file exists and holds shapes."""
    return path.exists() and b"<path" in path.read_bytes()


def png_size(path: Path) -> tuple[int, int]:
    """Read width and height, in pixels, from the header of a PNG file."""
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height


if __name__ == "__main__":
    sys.exit(main())

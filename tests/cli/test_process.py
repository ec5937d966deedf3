"""The command line in a separate process: imports, terminals, encodings, Ctrl+C."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest
from PIL import Image

from desktop_app.imaging.reading import read_picture
from desktop_app.paths import SAMPLES
from tests.cli.file_names import file_names

ROOT = Path(__file__).parents[2]
COUNT = 9  # logos of a batch that is killed after the third


def test_help_needs_neither_torch_nor_qt_nor_pillow() -> None:
    code = (
        "import sys, desktop_app.main\n"
        "try: desktop_app.main.main(['enhance', '--help'])\n"
        "finally: print({'torch', 'PySide6', 'PIL', 'numpy'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "--overwrite" in done.stdout
    assert done.stderr == "set()\n"


def test_without_a_terminal_the_results_are_plain(tmp_path: Path) -> None:
    """As in a script on an old Windows: no bar, and only characters that the encoding has."""
    logo = shutil.copy(SAMPLES / "juniper.jpg", tmp_path / "logo.jpg")
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "enhance", str(logo)],
        cwd=ROOT,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
    )
    assert done.stdout.startswith(b"logo.jpg -> logo-2x.png  192 x 88 -> 384 x 176, ")
    assert done.stderr == b""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals.")
def test_ctrl_c_in_a_terminal(tmp_path: Path) -> None:
    """With a real terminal, its progress bar, and the signal while the network computes."""
    import pty

    rng = np.random.default_rng(0)
    noise = rng.integers(0, 256, (1500, 1500, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "large.png")
    try:
        terminal, inside = pty.openpty()
    except OSError as error:
        pytest.skip(f"This machine has no pseudo-terminals: {error}.")
    words = ["enhance", "--model", "clearmark-small", str(tmp_path / "large.png")]
    command = [sys.executable, "-m", "desktop_app", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=inside
    ) as process:
        os.close(inside)
        seen = b""
        while b"%" not in seen:
            seen += os.read(terminal, 1024)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=300)
    os.close(terminal)
    assert process.returncode == 130
    assert output == b""
    assert "█" in seen.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["large.png"]


def enhance(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "enhance", "--json", *map(str, words)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def next_line(stream: IO[str] | None) -> dict[str, Any]:
    assert stream is not None
    line: dict[str, Any] = json.loads(stream.readline())
    return line


@pytest.mark.slow
def test_a_killed_batch_goes_on(tmp_path: Path) -> None:
    """After a kill in mid-run, resuming does nothing twice and leaves no partial files."""
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(1, COUNT + 1):
        shutil.copy(SAMPLES / "juniper.jpg", source / f"logo{number}.jpg")
    words = ("-r", source, "-o", out, "--receipt", "--model", "clearmark-small")
    with enhance(*words) as process:
        for number in (1, 2, 3):
            line = next_line(process.stdout)
            assert (line["state"], Path(line["source"]).name) == ("done", f"logo{number}.jpg")
        process.kill()
        process.communicate()
    assert process.returncode != 0
    before = {path.name: path.read_bytes() for path in out.glob("*.png")}
    times = {name: (out / name).stat().st_mtime_ns for name in before}
    assert 3 <= len(before) < COUNT

    with enhance(*words, "--resume") as process:
        output, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    *each, summary = map(json.loads, output.splitlines())
    skipped = {Path(line["result"]).name for line in each if line["state"] == "skipped"}
    assert skipped == set(before)
    assert (summary["skipped"], summary["done"]) == (len(before), COUNT - len(before))
    assert {name: (out / name).stat().st_mtime_ns for name in before} == times
    results = {f"logo{number}-2x.png" for number in range(1, COUNT + 1)}
    receipts = {f"logo{number}-2x.receipt.json" for number in range(1, COUNT + 1)}
    assert file_names(out) == results | receipts
    # The same source each time: the same result, byte by byte.
    assert len({(out / name).read_bytes() for name in results}) == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM that can be handled.")
def test_sigterm_ends_watching_with_its_summary(tmp_path: Path) -> None:
    with enhance("--watch", tmp_path) as process:
        assert process.stderr is not None
        assert "Watching" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        output, complaints = process.communicate(timeout=300)
    assert process.returncode == 0
    assert "Stopped watching." in complaints
    assert json.loads(output)["state"] == "summary"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to consoles only.")
def test_a_watched_folder_with_a_slow_writer(tmp_path: Path) -> None:
    data, folder = (SAMPLES / "juniper.jpg").read_bytes(), tmp_path / "hot"
    folder.mkdir()
    with enhance("--watch", folder, "--model", "clearmark-small") as process:
        assert process.stderr is not None
        assert "Watching" in process.stderr.readline()
        with (folder / "slow.jpg").open("wb", buffering=0) as file:
            for start in range(0, len(data), len(data) // 5):
                file.write(data[start : start + len(data) // 5])
                time.sleep(0.4)
        states = [next_line(process.stdout)["state"]]
        while states[-1] == "failed":  # on a busy machine the writer can seem to pause
            states.append(next_line(process.stdout)["state"])
        process.send_signal(signal.SIGINT)
        output, complaints = process.communicate(timeout=300)
    assert states[-1] == "done"
    assert process.returncode == 0
    assert "Stopped watching." in complaints
    assert json.loads(output)["state"] == "summary"
    assert file_names(folder) == {"slow.jpg", "restored/slow-2x.png"}
    assert read_picture(folder / "restored" / "slow-2x.png").size_text == "384 × 176"

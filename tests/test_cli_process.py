"""The command line in a process of its own: imports, terminals, encodings, Ctrl+C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.paths import SAMPLES

ROOT = Path(__file__).parents[1]


def test_help_needs_neither_torch_nor_qt_nor_pillow() -> None:
    code = (
        "import sys, desktop_app.cli\n"
        "try: desktop_app.cli.main(['enhance', '--help'])\n"
        "finally: print({'torch', 'PySide6', 'PIL', 'numpy'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "--overwrite" in done.stdout
    assert done.stderr == "set()\n"


def test_without_a_terminal_the_results_are_plain(tmp_path: Path) -> None:
    """As in a script on an old Windows: no bar, and letters that the encoding has."""
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals.")
def test_ctrl_c_in_a_terminal(tmp_path: Path) -> None:
    """The real thing: a terminal, its progress bar, and the signal while the network computes."""
    import pty

    rng = np.random.default_rng(0)
    noise = rng.integers(0, 256, (1500, 1500, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "large.png")
    try:
        terminal, inside = pty.openpty()
    except OSError as error:
        pytest.skip(f"This machine has no pseudo-terminals: {error}.")
    command = [sys.executable, "-m", "desktop_app", "enhance", str(tmp_path / "large.png")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=inside
    ) as process:
        os.close(inside)
        seen = b""
        while b"%" not in seen:
            seen += os.read(terminal, 1024)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=100)
    os.close(terminal)
    assert process.returncode == 130
    assert output == b""
    assert "█" in seen.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["large.png"]

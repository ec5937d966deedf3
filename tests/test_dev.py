"""dev.py: its decisions, and creating, reusing and repairing .venv; CI tests the real installation."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import dev
from desktop_app.cli.parser import build_parser

SOURCE = Path(dev.__file__).read_text(encoding="utf-8")
PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


# --- Which Python ---------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15), (4, 0)])
def test_other_pythons_are_refused_with_one_sentence(version: tuple[int, int]) -> None:
    sentence = dev.unsupported_python(*version)
    assert sentence is not None
    assert sentence.endswith(f"this is Python {version[0]}.{version[1]}.")
    assert "\n" not in sentence


def test_the_pythons_accepted_are_those_of_pyproject() -> None:
    wanted = Requirement(f"python{PROJECT['requires-python']}").specifier
    for minor in range(6, 20):
        assert (dev.unsupported_python(3, minor) is None) == wanted.contains(f"3.{minor}")


def test_an_old_python_can_read_it() -> None:
    """It has to reach the check of the version instead of ending in a SyntaxError."""
    ast.parse(SOURCE, feature_version=(3, 7))


def test_it_needs_nothing_installed() -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }
    assert imported <= sys.stdlib_module_names


# --- .venv ----------------------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Let dev.py work on a temporary .venv with a fake pip; return the arguments of each call of pip."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "STAMP", venv / dev.STAMP.name)
    monkeypatch.setattr(dev, "LOG", venv / dev.LOG.name)
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "pip", lambda *arguments: calls.append(arguments))
    return calls


@pytest.fixture
def quick_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    """Create an empty file for Python instead of a whole venv."""

    def make(was_interrupted: bool) -> None:
        python = dev.in_venv("python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(dev, "make_venv_if_needed", make)


@pytest.mark.slow
def test_venv_is_made_once(
    installed: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    """This uses the real venv module, since interrupting it is what breaks .venv."""
    dev.prepare([])
    assert installed == [("setuptools",), ("--no-build-isolation", "--editable", ".[test]")]
    assert dev.works_in_venv("import pip")
    assert "Making .venv" in capsys.readouterr().out

    dev.prepare([])
    assert len(installed) == 2
    assert capsys.readouterr().out == ""

    # Interrupted while installing: packages may be incomplete.
    dev.write_stamp("installing", ["test"])
    leftover = dev.VENV / "half-installed"
    leftover.touch()
    dev.prepare([])
    assert len(installed) == 4
    assert not leftover.exists()
    assert "interrupted" in capsys.readouterr().out

    # Interrupted while .venv was created: there is no pip yet.
    dev.STAMP.unlink()
    dev.in_venv("python").unlink()
    dev.prepare([])
    assert dev.works_in_venv("import pip")
    assert "incomplete" in capsys.readouterr().out


def test_a_venv_made_by_hand_is_kept(
    installed: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "in_venv", lambda name: Path(sys.executable))
    dev.VENV.mkdir()
    (dev.VENV / "mine").touch()
    dev.prepare([])
    assert (dev.VENV / "mine").exists()
    assert len(installed) == 2


@pytest.mark.usefixtures("quick_venv")
def test_extras_are_added_and_kept(installed: list[tuple[str, ...]]) -> None:
    dev.prepare([])
    dev.prepare(["train"])
    dev.prepare(["evaluate"])
    dev.prepare(["train"])
    dev.prepare([])
    wanted = [arguments[-1] for arguments in installed if "--editable" in arguments]
    assert wanted == [".[test]", ".[test,train]", ".[evaluate,test,train]"]


@pytest.mark.usefixtures("quick_venv")
def test_new_pins_are_installed(
    installed: list[tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.prepare([])
    pins = tmp_path / "constraints.txt"
    pins.write_text("torch==0.0\n", encoding="utf-8")
    monkeypatch.setattr(dev, "CONSTRAINTS", pins)
    dev.prepare([])
    assert len(installed) == 4


def test_a_failure_of_pip_is_explained_and_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STAMP", "LOG"):
        monkeypatch.setattr(dev, name, tmp_path / name)
    monkeypatch.setattr(dev, "in_venv", lambda name: Path(sys.executable))
    dev.STAMP.touch()
    with pytest.raises(dev.SetupError) as failure:
        dev.pip("--no-index", "no-such-package-anywhere")
    assert "No matching distribution" in str(failure.value)
    assert str(dev.LOG) in str(failure.value)
    assert "no-such-package-anywhere" in dev.LOG.read_text(encoding="utf-8")
    assert not dev.STAMP.exists()


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("NewConnectionError('...: Failed to establish a new connection')", "needs the network"),
        ("ConnectTimeoutError(...)", "needs the network"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("Collecting torch\nERROR: No matching distribution\n", "ERROR: No matching distribution"),
    ],
)
def test_failures_of_pip_in_words(output: str, message: str) -> None:
    assert message in dev.pip_problem(output)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        (
            "  Downloading torch-2.13.0-cp311-cp311-manylinux_2_28_x86_64.whl (821.2 MB)\n",
            "downloading torch, 821 MB",
        ),
        ("  Downloading https://index/x/ruff-0.17.6-py3-none-any.whl (10 MB)", "ruff, 10 MB"),
        ("  Downloading six-1.17.0-py2.py3-none-any.whl (11 kB)\n", None),
        ("Installing collected packages: mpmath, sympy, torch\n", "installing 3 packages"),
        ("Collecting torch==2.13.0\n", None),
    ],
)
def test_long_steps_are_shown(line: str, step: str | None) -> None:
    shown = dev.pip_step(line)
    assert shown is None if step is None else shown is not None and shown.endswith(step)


# --- System libraries -----------------------------------------------------------------------------

LISTING = """\
\tlinux-vdso.so.1 (0x00007ffe5a5f2000)
\tlibQt6Gui.so.6 => /venv/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f0d1e000000)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
"""


def test_what_ldd_does_not_find() -> None:
    assert dev.missing_in(LISTING) == {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("library", "debian", "arch"),
    [
        ("libEGL.so.1", "libegl1", "libglvnd"),
        ("libX11.so.6", "libx11-6", "libx11"),
        ("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
        ("libdbus-1.so.3", "libdbus-1-3", "dbus"),
        ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
        ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
        ("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        ("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
        ("libz.so.1", "zlib1g", "zlib"),
    ],
)
def test_packages_of_libraries(library: str, debian: str, arch: str) -> None:
    assert dev.debian_package(library) == debian
    assert dev.arch_package(library) == arch


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "sudo apt install libegl1 libxcb-cursor0"),
        ("pacman", "sudo pacman -S libglvnd xcb-util-cursor"),
        ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("zypper", "sudo zypper install 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        (
            "none",
            "(with this system's package manager) what provides libEGL.so.1, libxcb-cursor.so.0",
        ),
    ],
)
def test_the_exact_command(monkeypatch: pytest.MonkeyPatch, manager: str, command: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == manager else None)
    monkeypatch.setattr(dev, "sudo", lambda: "sudo ")
    assert dev.install_command({"libxcb-cursor.so.0", "libEGL.so.1"}) == command


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux leaves libraries to the user.")
def test_missing_libraries_stop_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One plugin with all its libraries is enough: a Wayland desktop needs none of X."""
    plugins = tmp_path / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    for name in ("libqxcb.so", "libqwayland.so"):
        (plugins / name).touch()
    ldd = tmp_path / "ldd"
    ldd.write_text(f"#!/bin/sh\ncase $* in *xcb*) cat <<'E'\n{LISTING}E\nesac\n", encoding="utf-8")
    ldd.chmod(0o755)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: str(ldd) if name == "ldd" else None)
    dev.require_libraries("wayland", "xcb")
    with pytest.raises(dev.SetupError, match=r"libEGL\.so\.1, libxcb-cursor\.so\.0.*Install"):
        dev.require_libraries("xcb")


# --- Commands -------------------------------------------------------------------------------------


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Let dev.py record commands instead of running them, as if all were installed; return the commands."""
    commands: list[list[str]] = []

    def run(*command: str | Path) -> int:
        commands.append([Path(command[0]).name, *(str(part) for part in command[1:])])
        return 1 if "check" in commands[-1] else 0

    monkeypatch.setattr(dev, "prepare", lambda extras: commands.append(["prepare", *extras]))
    monkeypatch.setattr(dev, "require_libraries", lambda *_: None)
    monkeypatch.setattr(dev, "run", run)
    return commands


def test_without_a_display_the_sample_is_restored_from_the_command_line(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert dev.main([]) == 0
    (python, *words) = ran[-1]
    assert python.startswith("python")
    assert words[:2] == ["-m", "desktop_app"]
    options = build_parser().parse_args(words[2:])
    assert (options.command, options.sheet, options.output) == ("enhance", True, dev.OUTPUT)
    assert options.files == [dev.SAMPLE]
    assert dev.SAMPLE.is_file()
    output = capsys.readouterr().out
    assert "There is no display here" in output
    assert str(dev.OUTPUT) in output


def test_with_a_display_the_sample_is_opened(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "no_display", lambda: None)
    assert dev.main([]) == 0
    assert ran[-1][1:] == ["-m", "desktop_app", str(dev.SAMPLE)]


def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setattr(dev, "require_libraries", lambda *_: None)
    monkeypatch.setattr(dev, "works_in_venv", lambda _: False)
    assert dev.no_display() == "The display does not answer"


def test_every_check_runs_and_one_failure_counts(
    ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["test", "-k", "tiling"]) == 1
    tools = [command[0].removesuffix(".exe") for command in ran]
    assert tools == ["prepare", "ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert ran[-1][1:] == ["-n", "auto", "-k", "tiling"]
    summary = capsys.readouterr().out.splitlines()[-5:]
    assert [line.split()[-3] for line in summary] == ["ok", "FAILED", "ok", "ok", "ok"]


def test_lint_leaves_the_tests_out(ran: list[list[str]]) -> None:
    dev.main(["lint"])
    assert not any("pytest" in command[0] for command in ran)


@pytest.mark.parametrize("word", ["bench", "train", "evaluate"])
def test_programs_get_their_extra_and_the_rest_of_the_line(ran: list[list[str]], word: str) -> None:
    assert dev.main([word, "--help"]) == 0
    modules, extras = dev.PROGRAMS[word]
    assert ran[0] == ["prepare", *extras]
    assert [command[1:] for command in ran[1:]] == [["-m", name, "--help"] for name in modules]
    assert set(extras) <= set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize(("words", "code"), [(["help"], 0), (["nonsense"], 2), (["lint", "x"], 2)])
def test_the_words_are_explained(words: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "dev.py", *words], cwd=dev.ROOT, capture_output=True, text=True
    )
    assert done.returncode == code
    assert "python3 dev.py test" in done.stdout
    assert done.stderr == ""


def test_ctrl_c_is_not_a_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "prepare", interrupt)
    assert dev.main(["test"]) == 130
    assert "Interrupted" in capsys.readouterr().out


# --- CI -------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="CI is a shell script.")
def test_ci_can_be_started() -> None:
    script = dev.ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)

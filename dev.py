#!/usr/bin/env python3
"""Set Clearmark up and run it.

    python3 dev.py               make .venv, then open the app with a sample logo
    python3 dev.py test          make .venv, then lint, types, dependency rules and all tests
    python3 dev.py lint          the same without the tests
    python3 dev.py bench         measure speed and memory
    python3 dev.py train         train the network
    python3 dev.py evaluate      evaluate a trained network

What follows test, bench, train or evaluate is passed on, as in `python3 dev.py test -k tiling`.
Safe to repeat: what is already there is kept, and an interrupted installation is repaired.
"""

# Only the standard library, and syntax that an old Python can parse, so that it can say what is missing.
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path


def unsupported_python(major: int, minor: int) -> "str | None":
    """Return one sentence if Clearmark does not run on this Python, else None."""
    if (3, 11) <= (major, minor) <= (3, 14):
        return None
    return f"Clearmark needs Python 3.11 to 3.14; this is Python {major}.{minor}."


# Here and not at the end, since an old Python fails at the annotations below.
if __name__ == "__main__" and unsupported_python(*sys.version_info[:2]):
    sys.exit(unsupported_python(*sys.version_info[:2]))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "clearmark.json"
LOG = VENV / "install.log"
CONSTRAINTS = ROOT / "constraints.txt"
SAMPLE = ROOT / "resources" / "samples" / "juniper.jpg"
OUTPUT = ROOT / "output"
INTERRUPTED = 130

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("dependency rules", ("lint-imports",)),
)

JUDGES = [f"tests.benchmarks.judge_{what}" for what in ("advice", "fidelity", "fine_tune")]
# Command: the modules it runs, one after the other, and the optional dependencies that they need.
PROGRAMS = {
    "bench": (["tests.benchmarks.bench"], []),
    "train": (["models.training.loop.train"], ["train"]),
    "evaluate": (["models.training.evaluation.evaluate", *JUDGES], ["evaluate"]),
}

# Arch's packages that are not named after their library. Debian's packages follow a rule with few exceptions;
# dnf and zypper can install by the name of the library itself.
ARCH = {
    "libEGL": "libglvnd",
    "libGL": "libglvnd",
    "libX11-xcb": "libx11",
    "libdbus-1": "dbus",
    "libfontconfig": "fontconfig",
    "libfreetype": "freetype2",
    "libglib-2.0": "glib2",
    "libgthread-2.0": "glib2",
    "libstdc++": "gcc-libs",
    "libwayland-client": "wayland",
    "libwayland-cursor": "wayland",
    "libxcb-cursor": "xcb-util-cursor",
    "libxcb-icccm": "xcb-util-wm",
    "libxcb-image": "xcb-util-image",
    "libxcb-keysyms": "xcb-util-keysyms",
    "libxcb-render-util": "xcb-util-renderutil",
    "libxcb-util": "xcb-util",
    "libz": "zlib",
}
DEBIAN = {"libglib-2.0": "libglib2.0-0", "libgthread-2.0": "libglib2.0-0", "libz": "zlib1g"}

NO_NETWORK = re.compile(
    "NewConnectionError|NameResolutionError|Timeout|timed out|ProxyError|unreachable"
)


class SetupError(Exception):
    """Setup cannot go on; the message says why and what the user can do."""


def say(text: str = "") -> None:
    """Write a line and flush it, so that it comes before the output of a child process."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- .venv ------------------------------------------------------------------------------------


def in_venv(name: str) -> Path:
    """Return the path of a program inside .venv."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def fingerprint() -> str:
    """Return a hash of what .venv is made from; when it changes, .venv is updated."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes())
    # The folder too, since the editable installation stores the path of the sources.
    digest.update(f"{sys.version_info[:2]} {ROOT}".encode())
    return digest.hexdigest()


def read_stamp() -> dict[str, object]:
    """Read what the last installation noted; empty if there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(state: str, extras: list[str]) -> None:
    """Note that an installation has begun (state ``installing``) or is complete (``ready``)."""
    content = {"state": state, "fingerprint": fingerprint(), "extras": extras}
    STAMP.write_text(json.dumps(content) + "\n", encoding="utf-8")


def prepare(wanted: list[str]) -> None:
    """Create .venv with the optional dependencies ``wanted``, or update it; do nothing if it is ready."""
    stamp = read_stamp()
    installed = stamp.get("extras")
    extras = sorted({"test", *wanted, *(installed if isinstance(installed, list) else [])})
    is_ready = stamp.get("state") == "ready" and in_venv("python").exists()
    if is_ready and installed == extras and stamp.get("fingerprint") == fingerprint():
        return
    make_venv_if_needed(was_interrupted=stamp.get("state") == "installing")
    started = time.monotonic()
    say("Installing the versions of constraints.txt; the first time takes some minutes ...")
    write_stamp("installing", extras)
    # Built with the pinned setuptools: an isolated build would download another one.
    pip("setuptools")
    pip("--no-build-isolation", "--editable", f".[{','.join(extras)}]")
    write_stamp("ready", extras)
    say(f"  Ready after {time.monotonic() - started:.0f} s.")


def make_venv_if_needed(was_interrupted: bool) -> None:
    """Make an empty .venv unless there is one that works.

    Raises:
        SetupError: This Python cannot make one, or is the one inside it.
    """
    if was_interrupted:
        say("The last installation was interrupted; making .venv anew.")
    elif works_in_venv(
        f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    ):
        return
    elif VENV.exists():
        say(".venv is incomplete or belongs to another Python; making it anew.")
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetupError("Run dev.py with the Python outside .venv, which is to be made anew.")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if importlib.util.find_spec("ensurepip") is None:
        command = f"{sudo()}apt install python{version}-venv"
        raise SetupError(f"Python cannot make a .venv yet. Install the rest of it:\n  {command}")
    say(f"Making .venv with Python {version} ...")
    arguments = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    process = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if process.returncode != 0:
        raise SetupError(f"Making .venv failed:\n{process.stdout.decode(errors='replace')}")


def works_in_venv(code: str) -> bool:
    """Return whether .venv's Python runs a piece of code without error."""
    command = [str(in_venv("python")), "-c", code]
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def pip(*arguments: str) -> None:
    """Run `pip install` with the pinned versions and report its long steps.

    Raises:
        SetupError: pip failed.
    """
    command = [str(in_venv("python")), "-m", "pip", "install", "--no-input"]
    command += ["--progress-bar", "off", "--disable-pip-version-check"]
    command += ["--constraint", str(CONSTRAINTS), *arguments]
    output = []
    with subprocess.Popen(
        command,
        cwd=str(ROOT),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            output.append(line)
            step = pip_step(line)
            if step is not None:
                say(f"  {step}")
    LOG.write_text("".join(output), encoding="utf-8")
    if process.returncode != 0:
        # pip changes nothing until it has downloaded everything, so .venv is still intact.
        STAMP.unlink()
        raise SetupError(f"{pip_problem(''.join(output))}\nMore is in {LOG}.")


def pip_step(line: str) -> str | None:
    """Describe the step that a line of pip's output announces; None unless it takes long."""
    large = re.match(r"\s*Downloading (?:\S*/)?(\S+?)-\d\S* \((\d+)(?:\.\d+)? (MB|GB)\)", line)
    if large is not None and (large[3] == "GB" or int(large[2]) >= 10):
        return f"downloading {large[1]}, {large[2]} {large[3]}"
    if line.startswith("Installing collected packages: ") and "," in line:
        return f"installing {line.count(',') + 1} packages"
    return None


def pip_problem(output: str) -> str:
    """Explain why pip failed, from everything that it wrote."""
    if "No space left on device" in output:
        return "The disk is full."
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return "The package index's certificate is not trusted: tell pip of your proxy's."
    if NO_NETWORK.search(output):
        return "The package index cannot be reached: installing needs the network."
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    return "\n".join(["pip could not install the packages.", *errors[:3]])


# --- System libraries -------------------------------------------------------------------------


def sudo() -> str:
    """Return the prefix of commands that install system packages."""
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "


def missing_in(listing: str) -> set[str]:
    """Extract the libraries that ldd did not find from its output."""
    return set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))


def require_libraries(*platforms: str) -> None:
    """Check that the system has the libraries of one of Qt's plugins ``platforms`` (``xcb``, ``wayland``).

    Raises:
        SetupError: Libraries are missing; the message holds the command that installs them.
    """
    qt = next(VENV.glob("lib/python3*/site-packages/PySide6"), None)
    ldd = shutil.which("ldd")
    if sys.platform != "linux" or qt is None or ldd is None:
        return
    missing_by_platform = []
    for platform in platforms:
        files = [*qt.glob("QtWidgets*.so"), *qt.glob("QtSvg*.so")]
        files += qt.glob(f"Qt/plugins/platforms/libq{platform}.so")
        command = [ldd, *(str(file) for file in files)]
        listing = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        missing_by_platform.append(missing_in(listing.stdout.decode(errors="replace")))
    missing = min(missing_by_platform, key=len)
    if missing:
        names = ", ".join(sorted(missing))
        install = install_command(missing)
        raise SetupError(f"Qt needs system libraries ({names}). Install them:\n  {install}")


def install_command(libraries: set[str]) -> str:
    """Return the command that installs libraries ("libEGL.so.1") with the system's package manager."""
    names = sorted(libraries)
    if shutil.which("apt-get"):
        return f"{sudo()}apt install {' '.join(sorted({debian_package(name) for name in names}))}"
    if shutil.which("pacman"):
        return f"{sudo()}pacman -S {' '.join(sorted({arch_package(name) for name in names}))}"
    for manager in ("dnf", "zypper"):
        if shutil.which(manager):
            provided = (f"'{name}()(64bit)'" for name in names)
            return " ".join([f"{sudo()}{manager} install", *provided])
    return "(with this system's package manager) what provides " + ", ".join(names)


def debian_package(library: str) -> str:
    """Return Debian's and Ubuntu's package of a library: its name and its ABI version."""
    name, _, version = library.partition(".so.")
    hyphen = "-" if name[-1].isdigit() else ""
    return DEBIAN.get(name, f"{name.lower()}{hyphen}{version}")


def arch_package(library: str) -> str:
    """Return Arch's package of a library."""
    name = library.partition(".so")[0]
    return ARCH.get(name, "libxcb" if name.startswith("libxcb-") else name.lower())


def no_display() -> str | None:
    """Return why no window can be opened here, or None if one can.

    Raises:
        SetupError: There is a display, but Qt lacks libraries to draw on it.
    """
    if sys.platform in ("win32", "darwin"):
        return None
    plugins = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    usable = [plugin for variable, plugin in plugins.items() if os.environ.get(variable)]
    if not usable:
        return "There is no display here"
    require_libraries(*usable)
    # The display may be set and yet not respond. Qt then ends the process, so try it in another one.
    if works_in_venv("from PySide6.QtGui import QGuiApplication; QGuiApplication([])"):
        return None
    return "The display does not answer"


# --- Commands ---------------------------------------------------------------------------------


def run(*command: str | Path) -> int:
    """Run a command in the repository and return its exit code."""
    with subprocess.Popen([str(part) for part in command], cwd=str(ROOT)) as process:
        while True:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                continue  # The child got the signal, too, and ends by itself.
            return INTERRUPTED if code == -2 else code


def open_window() -> int:
    """Open the app with a sample, or restore the sample from the command line if there is no display."""
    prepare([])
    python = in_venv("python")
    problem = no_display()
    if problem is None:
        say("Opening Clearmark ...")
        return run(python, "-m", "desktop_app", SAMPLE)
    say(f"{problem}: restoring the sample from the command line instead.")
    words = ("enhance", "--sheet", "--overwrite", "--output", OUTPUT)
    code = run(python, "-m", "desktop_app", *words, SAMPLE)
    if code == 0:
        say(f"The result, and a sheet with before and after, are in {OUTPUT}")
    return code


def check(with_tests: bool, words: list[str]) -> int:
    """Run all checks, even if one fails, and print a summary; ``words`` are passed to pytest."""
    prepare([])
    checks = CHECKS
    if with_tests:
        require_libraries("offscreen")
        checks += (("tests", ("pytest", "-n", "auto", *words)),)
    summary = []
    for title, (tool, *arguments) in checks:
        say(f"\n== {title}: {' '.join([tool, *arguments])}")
        started = time.monotonic()
        code = run(in_venv(tool), *arguments)
        if code == INTERRUPTED:
            return code
        summary.append((title, code == 0, time.monotonic() - started))
    say()
    for title, is_good, seconds in summary:
        say(f"{title:18}{'ok' if is_good else 'FAILED':8}{seconds:6.1f} s")
    return 0 if all(is_good for _, is_good, _ in summary) else 1


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names, and return its exit code."""
    word, words = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if word == "":
            return open_window()
        if word == "test" or (word == "lint" and not words):
            return check(word == "test", words)
        if word in PROGRAMS:
            prepare(PROGRAMS[word][1])
            codes = (run(in_venv("python"), "-m", name, *words) for name in PROGRAMS[word][0])
            return next(filter(None, codes), 0)
    except SetupError as error:
        say(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return INTERRUPTED
    say((__doc__ or "").strip())
    return 0 if word in ("help", "-h", "--help") else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

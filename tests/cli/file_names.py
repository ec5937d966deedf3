"""What the results of the command line are looked at with."""

from __future__ import annotations

from pathlib import Path

from desktop_app.cli.journal import JOURNAL_NAME


def file_names(folder: Path) -> set[str]:
    """The names of the files below a folder, but for the journals."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != JOURNAL_NAME)
    return {path.relative_to(folder).as_posix() for path in files}

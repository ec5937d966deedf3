"""List the files that the command line has written."""

from __future__ import annotations

from pathlib import Path

from desktop_app.cli.journal import JOURNAL_NAME


def file_names(folder: Path) -> set[str]:
    """Return the names of all files below a folder, except journals."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != JOURNAL_NAME)
    return {path.relative_to(folder).as_posix() for path in files}

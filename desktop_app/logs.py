"""Where the program keeps its own data, and the log that it writes there. Free of Qt."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_logger = logging.getLogger(__name__)

LOG_BYTES = 2**20
"""Size at which a log file is put aside."""

OLD_LOGS = 3
"""Files that were put aside and are kept."""


def data_folder() -> Path:
    """The folder for the program's own data, as each system has it; it may not exist yet.

    On Windows Clearmark in ``%LOCALAPPDATA%``, on macOS ``~/Library/Application Support/Clearmark``,
    elsewhere clearmark in ``$XDG_DATA_HOME``, which is ``~/.local/share`` where it is not set.
    """
    try:
        home = Path.home()
    except RuntimeError:  # a service account may have none
        home = Path(tempfile.gettempdir())
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "Clearmark"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Clearmark"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # The specification has relative paths ignored.
    return (Path(shared) if Path(shared).is_absolute() else home / ".local" / "share") / "clearmark"


@contextmanager
def log_to_file(name: str) -> Iterator[Path | None]:
    """Log everything from INFO up, and what nobody caught, to a rotating file while this lasts.

    Args:
        name: Stem of the log file: each program has its own, since two of them may run at once.

    Yields:
        The log file; None if it cannot be written, which is no reason not to start.
    """
    path = data_folder() / "logs" / f"{name}.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _RetryingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=OLD_LOGS, encoding="utf-8"
        )
    except OSError:
        # Without any handler Python would write warnings among the program's own words.
        silence = logging.NullHandler()
        logging.getLogger().addHandler(silence)
        try:
            yield None
        finally:
            logging.getLogger().removeHandler(silence)
        return
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s (%(process)d): %(message)s")
    )
    root = logging.getLogger()
    earlier_level, earlier_hook = root.level, sys.excepthook

    def log_uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            _logger.error("Nobody caught this.", exc_info=(kind, error, trace))
        earlier_hook(kind, error, trace)

    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = log_uncaught
    try:
        yield path
    except Exception:
        _logger.critical("The program ends: nobody caught this.", exc_info=True)
        raise
    finally:
        sys.excepthook = earlier_hook
        root.setLevel(earlier_level)
        root.removeHandler(handler)
        handler.close()


class _RetryingFileHandler(RotatingFileHandler):
    """Rotates later if another process has the file open, which Windows forbids to rename."""

    def doRollover(self) -> None:
        with suppress(OSError):
            super().doRollover()

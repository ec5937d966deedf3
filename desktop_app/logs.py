"""The folder of the program's own data, and the log file in it. Free of Qt."""

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
"""Size in bytes at which a log file is rotated."""

OLD_LOGS = 3
"""Number of rotated log files to keep."""


def data_folder() -> Path:
    """Return the folder for the program's own data; it may not exist yet.

    Windows: ``Clearmark`` in ``%LOCALAPPDATA%``; macOS: ``~/Library/Application Support/Clearmark``;
    elsewhere: ``$XDG_DATA_HOME/clearmark``, or ``~/.local/share/clearmark`` if the variable is not set.
    """
    try:
        home = Path.home()
    except RuntimeError:  # a service account may have no home
        home = Path(tempfile.gettempdir())
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "Clearmark"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Clearmark"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # The XDG specification says to ignore relative paths.
    return (Path(shared) if Path(shared).is_absolute() else home / ".local" / "share") / "clearmark"


@contextmanager
def log_to_file(name: str) -> Iterator[Path | None]:
    """Log INFO and above, and uncaught exceptions, to a rotating file inside the ``with`` block.

    Args:
        name: Stem of the log file. The window and the command line each have their own, since both may
            run at once.

    Yields:
        The log file; None if it cannot be written, in which case the program starts without a log.
    """
    path = data_folder() / "logs" / f"{name}.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _RetryingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=OLD_LOGS, encoding="utf-8"
        )
    except OSError:
        # Without any handler, Python would print warnings between the program's own output.
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
        with suppress(OSError):  # the disk is full: what the program did is done all the same
            handler.close()


class _RetryingFileHandler(RotatingFileHandler):
    """File handler that rotates later if another process has the file open: Windows cannot rename it then.

    A line that a full disk refuses is lost without a word, since the program's own output is no place for it.
    """

    def doRollover(self) -> None:
        with suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

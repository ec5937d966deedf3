"""Output of the command line: text or JSON, errors, a progress bar in terminals, and exit codes."""

from __future__ import annotations

import json
import shutil
import sys
import time
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from typing import TextIO

from desktop_app.imaging.naming import printable

BAR_WIDTH = 24
_MIN_INTERVAL = 0.05  # seconds between two drawings of the bar
_PLAIN = str.maketrans(
    {"→": "->", "×": "x", "█": "#", "░": "-", "“": '"', "”": '"', "·": "-", "…": "..."}
)


class ExitCode(IntEnum):
    """Exit code of the process; 2 is what argparse uses, 130 what shells use for Ctrl+C."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    INTERRUPTED = 130


class Console:
    """Writes results to one stream, errors and progress to the other.

    Args:
        out: For results; None means standard output. In a program without a console, results are dropped.
        err: For errors and progress; None means standard error.
        is_json: Whether ``out`` is for programs: it then gets one JSON object per line and nothing else, and
            text for people goes to ``err``.
    """

    def __init__(
        self, out: TextIO | None = None, err: TextIO | None = None, *, is_json: bool = False
    ) -> None:
        self._out = out if out is not None else sys.stdout
        self._err = err if err is not None else sys.stderr
        self._is_json = is_json
        self._has_bar = self._err is not None and self._err.isatty()
        self._drawn = 0
        self._drawn_at = 0.0

    def print_line(self, line: str) -> None:
        """Write one line of results for people; line breaks and escapes in names are shown as "?"."""
        self.clear()
        _write(self._err if self._is_json else self._out, printable(line) + "\n")

    def print_json(self, facts: Mapping[str, object]) -> None:
        """Write one result as a line of JSON, if JSON was requested."""
        if self._is_json:
            self.clear()
            _write(self._out, json.dumps(facts) + "\n")

    def print_error(self, line: str) -> None:
        """Write one line about an error; line breaks and escapes in names are shown as "?"."""
        self.clear()
        _write(self._err, printable(line) + "\n")

    def progress(self, title: str, done: int, total: int, seconds: float) -> None:
        """Draw the bar, if the stream is a terminal.

        Args:
            title: What is being done.
            done: Steps done; if 0, only the title is drawn.
            total: Steps in total.
            seconds: Time since the first step began.
        """
        now = time.monotonic()
        is_due = done in (0, total) or now - self._drawn_at >= _MIN_INTERVAL
        if not self._has_bar or not is_due:
            return
        title, state = printable(title), ""
        if done:
            filled = BAR_WIDTH * done // total
            left = seconds * (total - done) / done
            bar = "█" * filled + "░" * (BAR_WIDTH - filled)
            state = f"  {bar} {100 * done // total:3d} %" + (f"  {left:.0f} s left" if left else "")
        room = shutil.get_terminal_size().columns - 1 - len(state)
        if _columns(title) > room:
            while title and _columns(title) > room - 3:
                title = title[:-1]
            title += "..."
        self.clear()
        _write(self._err, title + state)
        self._drawn, self._drawn_at = _columns(title + state), now

    def clear(self) -> None:
        """Erase the bar."""
        if self._drawn:
            _write(self._err, "\r" + " " * self._drawn + "\r")
            self._drawn = 0


def _columns(text: str) -> int:
    """Return how many terminal columns a text takes; wide characters, such as Chinese ones, take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _write(stream: TextIO | None, text: str) -> None:
    """Write to a stream of any encoding; characters it does not have are replaced by plain ones."""
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    stream.write(text)
    stream.flush()

"""The list of shortcuts, generated from the actions and from the keys of canvas and queue."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.widgets.controls import usual_keys

Row = tuple[Sequence[QKeySequence], str]
"""(keys, what they do)."""

translate = QCoreApplication.translate


def action_keys(actions: Iterable[QAction]) -> list[Row]:
    """List the shortcuts that work anywhere in the window: those of the actions.

    Args:
        actions: Actions of the main window.
    """
    return [
        ([keys], action.statusTip())
        for action in actions
        for keys in usual_keys(action.shortcuts())
    ]


def canvas_keys() -> list[Row]:
    """List the keys that work while the canvas has focus."""
    return [
        (_keys("Space"), translate("shortcuts", "Hold to see the picture before")),
        (_keys("Left", "Right"), translate("shortcuts", "Move the divider or the lens")),
        (_keys("Shift+Left", "Shift+Right"), translate("shortcuts", "Move it farther")),
        (_keys("Home", "End"), translate("shortcuts", "Divider to the left or right edge")),
        (_keys("Up", "Down", "PgUp", "PgDown"), translate("shortcuts", "Move the picture")),
        (_keys("Alt+Left", "Alt+Right"), translate("shortcuts", "Move the picture sideways")),
        (_keys("+", "-"), translate("shortcuts", "Zoom")),
        (_keys("0"), translate("shortcuts", "Show the whole picture")),
        (_keys("Tab"), translate("shortcuts", "Hide the panels, and show them again")),
    ]


def queue_keys() -> list[Row]:
    """List the keys that work while the queue has focus."""
    return [
        (_keys("Up", "Down"), translate("shortcuts", "Look at another picture")),
        (_keys("Alt+Up", "Alt+Down"), translate("shortcuts", "Move the picture in the queue")),
        (_keys("Del", "Backspace"), translate("shortcuts", "Remove the picture from the queue")),
    ]


def sheet_html(actions: Iterable[QAction], muted: str) -> str:
    """Write the list as HTML.

    Args:
        actions: Actions of the main window.
        muted: Colour of secondary text, ``#rrggbb``.
    """
    parts = (
        (translate("shortcuts", "Everywhere"), action_keys(actions)),
        (translate("shortcuts", "On the picture"), canvas_keys()),
        (translate("shortcuts", "In the queue"), queue_keys()),
    )
    tables = "".join(_table(title, rows, muted) for title, rows in parts)
    title = translate("shortcuts", "Shortcuts")
    return f"<h1>{escape(title)}</h1>{tables}"


def _table(title: str, rows: Sequence[Row], muted: str) -> str:
    lines = "".join(
        f"<tr><td width='210' style='color: {muted}'>{escape(_keys_text(keys))}</td>"
        f"<td>{escape(words)}</td></tr>"
        for keys, words in rows
    )
    return f"<h3>{escape(title)}</h3><table cellspacing='0' cellpadding='3'>{lines}</table>"


def _keys(*names: str) -> tuple[QKeySequence, ...]:
    return tuple(map(QKeySequence, names))


def _keys_text(keys: Sequence[QKeySequence]) -> str:
    texts = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return "  ·  ".join(texts)

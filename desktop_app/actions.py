"""What the window can do: words, shortcuts and tool tips in one place."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.controls import hint


class Actions:
    """The actions of the window; who triggers them need not know what they do.

    Args:
        window: Gets the actions, so that their shortcuts work everywhere in it.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        tr = window.tr
        keys = QKeySequence.StandardKey
        self.open = self._make(tr("Open…"), tr("Open pictures"), [keys.Open])
        self.paste = self._make(
            tr("Paste"), tr("Paste a picture, a file or a link to a file"), [keys.Paste]
        )
        self.about = self._make(
            tr("About this AI"), tr("How it works, and what it cannot do"), [keys.HelpContents]
        )
        self.about.setCheckable(True)
        self.copy = self._make(
            tr("Copy"), tr("Copy the restored picture, with its transparency"), [keys.Copy]
        )
        self.export = self._make(tr("Export…"), tr("Save the restored picture"), [keys.Save])
        self.cancel = self._make(tr("Cancel"), tr("Cancel the running picture"), ["Esc"])
        self.panels = self._make(tr("Panels"), tr("Fold the panels away"), ["Ctrl+\\"])
        self.panels.setCheckable(True)
        self.zoom_out = self._make("−", tr("Zoom out"), [keys.ZoomOut], "-")
        self.zoom_in = self._make("+", tr("Zoom in"), [keys.ZoomIn], "+")
        self.fit = self._make(tr("Fit"), tr("Show the whole picture"), ["Ctrl+0"], "0")
        self.actual_size = self._make("100 %", tr("One picture pixel per screen pixel"), ["Ctrl+1"])
        self.next_room = self._make(tr("Next part"), tr("Next part of the window"), ["F6"])
        self.quit = self._make(tr("Quit"), tr("Close Clearmark"), ["Ctrl+Q"])

    def _make(
        self,
        text: str,
        tip: str,
        shortcuts: Sequence[QKeySequence.StandardKey | str],
        also: str = "",
    ) -> QAction:
        """Make an action; ``also`` is a key that the canvas itself understands."""
        action = QAction(text, self._window)
        action.setIconText(text)  # or Qt would drop the "…" on buttons
        sequences = [
            sequence
            for shortcut in shortcuts
            for sequence in (
                QKeySequence.keyBindings(shortcut)
                if isinstance(shortcut, QKeySequence.StandardKey)
                else [QKeySequence(shortcut)]
            )
        ]
        action.setShortcuts(sequences)
        told = [*sequences[:1], *([QKeySequence(also)] if also else [])]
        action.setToolTip(hint(tip, *told))
        self._window.addAction(action)
        return action

"""All actions of the main window, with their texts, shortcuts and tool tips."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.controls import tooltip_with_keys, usual_keys


class Actions(QObject):
    """The actions of the main window; the controllers connect them to what they do.

    Args:
        window: The main window; owns the actions, so that their shortcuts work anywhere in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        keys = QKeySequence.StandardKey
        self.open = self._make(self.tr("Open…"), self.tr("Open pictures"), [keys.Open])
        self.paste = self._make(
            self.tr("Paste"), self.tr("Paste a picture, a file or a link to a file"), [keys.Paste]
        )
        self.about = self._make(
            self.tr("About this AI"), self.tr("How it works, and what it cannot do"), ["Ctrl+I"]
        )
        self.about.setCheckable(True)
        self.copy = self._make(
            self.tr("Copy"),
            self.tr("Copy the restored picture, with its transparency"),
            [keys.Copy],
        )
        self.export = self._make(
            self.tr("Export…"), self.tr("Save the restored picture"), [keys.Save]
        )
        self.export_all = self._make(
            self.tr("Export all…"), self.tr("Save all results of the queue"), ["Ctrl+Shift+S"]
        )
        self.export_svg = self._make(
            self.tr("Export as SVG…"),
            self.tr("Trace the restored picture as shapes, and save them"),
            ["Ctrl+Alt+S"],
        )
        self.export_svg.setCheckable(True)
        self.undo = self._make(self.tr("Undo"), self.tr("Undo the last adjustment"), [keys.Undo])
        self.redo = self._make(
            self.tr("Redo"), self.tr("Redo what was undone"), [keys.Redo, "Ctrl+Y"]
        )
        self.reset = self._make(self.tr("Reset"), self.tr("Show what the network made"), ["Ctrl+R"])
        self.cancel = self._make(self.tr("Cancel"), self.tr("Cancel the running picture"), ["Esc"])
        self.panels = self._make(self.tr("Panels"), self.tr("Hide the panels"), ["Ctrl+\\"])
        self.panels.setCheckable(True)
        self.zoom_out = self._make("−", self.tr("Zoom out"), [keys.ZoomOut], "-")
        self.zoom_in = self._make("+", self.tr("Zoom in"), [keys.ZoomIn], "+")
        self.fit = self._make(self.tr("Fit"), self.tr("Show the whole picture"), ["Ctrl+0"], "0")
        self.actual_size = self._make(
            "100 %", self.tr("One picture pixel per screen pixel"), ["Ctrl+1"]
        )
        self.compare_modes = self._make_compare_modes()
        self.export_comparison = self._make(
            self.tr("Export comparison…"),
            self.tr("Save before and after as one picture, as they are compared now"),
            ["Ctrl+Shift+E"],
        )
        self.next_section = self._make(
            self.tr("Next part"), self.tr("Next part of the window"), ["F6"]
        )
        self.preferences = self._make(
            self.tr("Preferences…"), self.tr("Theme, language, folders, names, privacy"), ["Ctrl+,"]
        )
        self.shortcuts = self._make(
            self.tr("Shortcuts"),
            self.tr("All keyboard shortcuts, and a link to the guide"),
            [keys.HelpContents],
        )
        self.guide = self._make(
            self.tr("User guide"), self.tr("How to work with Clearmark"), ["Shift+F1"]
        )
        self.quit = self._make(self.tr("Quit"), self.tr("Close Clearmark"), ["Ctrl+Q"])

    def _make_compare_modes(self) -> tuple[QAction, ...]:
        """Make one action per compare mode, in the order of their keys 1 to 5."""
        texts = (
            (self.tr("Slider"), self.tr("Compare with a divider that you can drag")),
            (self.tr("Side by side"), self.tr("Compare the same part of both pictures")),
            (self.tr("Lens"), self.tr("Look at the other picture through a lens")),
            (self.tr("Hold"), self.tr("Hold Space to see the picture before, in every view")),
            (self.tr("Difference"), self.tr("Show what differs, amplified")),
        )
        group = QActionGroup(self._window)
        modes = []
        for number, (text, tip) in enumerate(texts, start=1):
            mode = self._make(text, tip, [str(number)])
            mode.setCheckable(True)
            group.addAction(mode)
            modes.append(mode)
        modes[0].setChecked(True)
        return tuple(modes)

    def _make(
        self,
        text: str,
        tip: str,
        shortcuts: Sequence[QKeySequence.StandardKey | str],
        canvas_key: str = "",
    ) -> QAction:
        """Make an action; ``canvas_key`` is handled by the canvas and only named in the tool tip."""
        action = QAction(text, self._window)
        action.setIconText(text)  # without it Qt drops the "…" on buttons
        action.setStatusTip(tip)  # the tool tip without its keys, for the list of shortcuts
        sequences: list[QKeySequence] = []
        for shortcut in shortcuts:
            bindings = (
                QKeySequence.keyBindings(shortcut)
                if isinstance(shortcut, QKeySequence.StandardKey)
                else [QKeySequence(shortcut)]
            )
            sequences += [keys for keys in bindings if keys not in sequences]
        action.setShortcuts(sequences)
        shown_keys = [*usual_keys(sequences), *([QKeySequence(canvas_key)] if canvas_key else [])]
        action.setToolTip(tooltip_with_keys(tip, *shown_keys))
        self._window.addAction(action)
        return action

"""The menu of presets: choose one, keep the present settings, hand a file on or take one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from desktop_app.domain.notice import Notice, Tone
from desktop_app.domain.preset import (
    ENDING,
    Preset,
    PresetError,
    Presets,
    read_preset,
    write_preset,
)
from desktop_app.i18n.formatting import translated


class PresetMenu(QMenu):
    """Lists the presets anew each time it is shown.

    Args:
        presets: Of this user.
        present: Makes a preset of a name and the present settings.
        parent: Qt's owner, and parent of the dialogs.

    Signals:
        chosen: A preset that is to be taken.
        noticed: Something to tell.
    """

    chosen = Signal(object)  # Preset
    notice_posted = Signal(object)  # Notice

    def __init__(self, presets: Presets, present: Callable[[str], Preset], parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Presets"))
        self._presets = presets
        self._present = present
        self._window = parent
        # Made once: clear() would leave them behind, more at each showing.
        self._sharing = QMenu(self.tr("Share"), self)
        self._deleting = QMenu(self.tr("Delete"), self)
        self.aboutToShow.connect(self.list_anew)
        self.list_anew()

    @Slot()
    def list_anew(self) -> None:
        """Write the menu."""
        self.clear()
        presets = list(self._presets)
        for preset in presets:
            self.addAction(_plain(preset.name), partial(self.chosen.emit, preset))
        self.addSeparator()
        self.addAction(self.tr("Save as preset…"), self.save)
        self.addAction(self.tr("Add a preset file…"), self.add_file)
        for menu, act in ((self._sharing, self.share), (self._deleting, self.delete)):
            menu.clear()
            menu.setEnabled(bool(presets))
            self.addMenu(menu)
            for preset in presets:
                menu.addAction(_plain(preset.name), partial(act, preset))

    def save(self) -> None:
        """Ask for a name and keep the present settings under it."""
        name, is_given = QInputDialog.getText(
            self._window, self.tr("Save as preset"), self.tr("Name")
        )
        if is_given and name.strip():
            self._keep(self._present(name.strip()))

    def add_file(self) -> None:
        """Ask for a file that somebody handed on, and keep it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Add a preset"), "", f"(*{ENDING})"
        )
        if not chosen:
            return
        try:
            self._keep(read_preset(Path(chosen)))
        except PresetError as error:
            self.notice_posted.emit(Notice(translated(error), Tone.BAD))

    def share(self, preset: Preset) -> None:
        """Ask for a file and write a preset to it, to be handed on."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Share a preset"), f"{preset.name}{ENDING}", f"(*{ENDING})"
        )
        if chosen:
            self._report_errors(lambda: write_preset(preset, Path(chosen)))

    def delete(self, preset: Preset) -> None:
        """Forget a preset."""
        self._report_errors(lambda: self._presets.remove(preset))

    def _keep(self, preset: Preset) -> None:
        if self._report_errors(lambda: self._presets.save(preset)):
            text = self.tr("Preset “{name}” was saved.").format(name=preset.name)
            self.notice_posted.emit(Notice(text, Tone.GOOD))

    def _report_errors(self, act: Callable[[], object]) -> bool:
        """Do something with a file; returns whether it went well."""
        try:
            act()
        except OSError as error:
            text = self.tr("The preset cannot be written: {reason}.")
            reason = error.strerror or str(error)
            self.notice_posted.emit(Notice(text.format(reason=reason), Tone.BAD))
            return False
        return True


def _plain(name: str) -> str:
    return name.replace("&", "&&")

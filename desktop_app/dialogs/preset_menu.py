"""The menu of presets: apply, save, delete, import and share them."""

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
    """A menu that is rebuilt each time it is shown.

    Args:
        presets: The user's presets.
        make_preset: Creates a preset with the given name from the current settings.
        parent: Qt parent, also of the dialogs.
    """

    chosen = Signal(object)  # Preset to apply
    notice_posted = Signal(object)  # Notice

    def __init__(
        self, presets: Presets, make_preset: Callable[[str], Preset], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Presets"))
        self._presets = presets
        self._make_preset = make_preset
        self._window = parent
        # Created once, since clear() does not delete submenus.
        self._share_menu = QMenu(self.tr("Share"), self)
        self._delete_menu = QMenu(self.tr("Delete"), self)
        self._told: set[str] = set()  # sentences on files that are no presets
        self.aboutToShow.connect(self.rebuild)
        self.aboutToShow.connect(self._tell_problems)
        self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Rebuild the menu from the presets on disk."""
        self.clear()
        presets = list(self._presets)
        for preset in presets:
            self.addAction(_escape_mnemonics(preset.name), partial(self.chosen.emit, preset))
        self.addSeparator()
        self.addAction(self.tr("Save as preset…"), self.save)
        self.addAction(self.tr("Add a preset file…"), self.add_file)
        for menu, act in ((self._share_menu, self.share), (self._delete_menu, self.delete)):
            menu.clear()
            menu.setEnabled(bool(presets))
            self.addMenu(menu)
            for preset in presets:
                menu.addAction(_escape_mnemonics(preset.name), partial(act, preset))

    @Slot()
    def _tell_problems(self) -> None:
        """Tell, once, of the files that were left out of the menu."""
        sentences = [translated(error) for error in self._presets.problems]
        fresh = [sentence for sentence in sentences if sentence not in self._told]
        self._told.update(fresh)
        if fresh:
            details = "\n".join(fresh) if len(fresh) > 1 else ""
            self.notice_posted.emit(Notice(fresh[0], Tone.BAD, details=details))

    def save(self) -> None:
        """Ask for a name, and save the current settings as a preset of that name."""
        name, is_given = QInputDialog.getText(
            self._window, self.tr("Save as preset"), self.tr("Name")
        )
        if is_given and name.strip():
            self._save_preset(self._make_preset(name.strip()))

    def add_file(self) -> None:
        """Ask for a preset file, and add it to the presets."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Add a preset"), "", f"(*{ENDING})"
        )
        if not chosen:
            return
        try:
            self._save_preset(read_preset(Path(chosen)))
        except PresetError as error:
            self.notice_posted.emit(Notice(translated(error), Tone.BAD))

    def share(self, preset: Preset) -> None:
        """Ask for a file, and write a preset to it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Share a preset"), f"{preset.name}{ENDING}", f"(*{ENDING})"
        )
        if chosen:
            self._report_errors(lambda: write_preset(preset, Path(chosen)))

    def delete(self, preset: Preset) -> None:
        """Delete a preset."""
        self._report_errors(lambda: self._presets.remove(preset))

    def _save_preset(self, preset: Preset) -> None:
        if self._report_errors(lambda: self._presets.save(preset)):
            text = self.tr("Preset “{name}” was saved.").format(name=preset.name)
            self.notice_posted.emit(Notice(text, Tone.GOOD))

    def _report_errors(self, act: Callable[[], object]) -> bool:
        """Run a file operation, and post a notice if it fails; return whether it succeeded."""
        try:
            act()
        except OSError as error:
            text = self.tr("The preset cannot be written: {reason}.")
            reason = error.strerror or str(error)
            self.notice_posted.emit(Notice(text.format(reason=reason), Tone.BAD))
            return False
        return True


def _escape_mnemonics(name: str) -> str:
    return name.replace("&", "&&")

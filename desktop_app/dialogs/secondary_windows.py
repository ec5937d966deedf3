"""The preferences and the guide, which are created when they are first opened."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.actions import Actions
from desktop_app.dialogs.guide import Guide, find_chapters
from desktop_app.dialogs.preferences import Preferences
from desktop_app.i18n.language import resolve_language
from desktop_app.settings import Settings
from desktop_app.theme import Theme


class SecondaryWindows(QObject):
    """Opens the secondary windows when their actions are triggered.

    Args:
        actions: Actions of the main window.
        settings: Shown and changed by the preferences.
        theme: Changed by the preferences.
        queues: Folder in which queues are stored in case of a crash.
        window: The main window; parent of both.
    """

    choices_changed = Signal(object)  # Choices of new pictures

    def __init__(
        self, actions: Actions, settings: Settings, theme: Theme, queues: Path, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._language = resolve_language(
            settings.language
        )  # the language of this run, even if another is chosen
        self._theme = theme
        self._queues = queues
        self._window = window
        self.preferences: Preferences | None = None
        self.guide: Guide | None = None
        actions.preferences.triggered.connect(self._show_preferences)
        actions.shortcuts.triggered.connect(lambda: self._show_guide(0))
        actions.guide.triggered.connect(lambda: self._show_guide(1))

    @Slot()
    def _show_preferences(self) -> None:
        if self.preferences is None:
            self.preferences = Preferences(self._settings, self._theme, self._queues, self._window)
            self.preferences.choices_changed.connect(self.choices_changed)
        self.preferences.show()
        self.preferences.raise_()
        self.preferences.activateWindow()

    def _show_guide(self, page: int) -> None:
        if self.guide is None:
            self.guide = Guide(self._window.actions(), find_chapters(self._language), self._window)
            self._theme.changed.connect(self.guide.refresh)
        self.guide.open_page(page)

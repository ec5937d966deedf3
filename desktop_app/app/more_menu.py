"""The header's menu, with all actions that have no button of their own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.actions import Actions
from desktop_app.imaging.naming import printable
from desktop_app.settings import Settings
from desktop_app.widgets.controls import plain_tooltip


class MoreMenu(QMenu):
    """The window's actions in the order of their use, with a submenu of recent files.

    Args:
        actions: Actions of the main window.
        settings: Stores the recent files.
        presets: Menu of presets.
        parent: Qt parent.
    """

    recent_chosen = Signal(object)  # Path

    def __init__(
        self, actions: Actions, settings: Settings, presets: QMenu, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.recent = QMenu(self.tr("Open recent"), self)
        self.recent.setToolTipsVisible(True)
        self.addAction(actions.open)
        self.addMenu(self.recent)
        self.addAction(actions.paste)
        self.addSeparator()
        self.addActions([actions.export, actions.export_svg, actions.export_all])
        self.addAction(actions.export_comparison)
        self.addSeparator()
        self.addMenu(presets)
        self.addAction(actions.preferences)
        self.addSeparator()
        self.addActions([actions.shortcuts, actions.guide, actions.about])
        self.addSeparator()
        self.addAction(actions.quit)
        self.aboutToShow.connect(self._list_recent)

    @Slot()
    def _list_recent(self) -> None:
        """Rebuild the list; files may have been opened or deleted since the menu was last shown."""
        self.recent.clear()
        paths = self._settings.recent_files
        for path in paths:
            words = self.tr("{name} – {folder}").format(
                name=printable(path.name), folder=printable(path.parent.name)
            )
            file = self.recent.addAction(words.replace("&", "&&"))
            file.setToolTip(plain_tooltip(printable(str(path))))
            file.triggered.connect(lambda _is_checked, path=path: self.recent_chosen.emit(path))
        self.recent.addSeparator()
        self.recent.addAction(self.tr("Forget these files"), self._settings.clear_recent_files)
        self.recent.setEnabled(bool(paths))

"""The menu bar of the main window; macOS only, since elsewhere the header's menu has everything."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app.actions import Actions

HAS_MENU_BAR = sys.platform == "darwin"
"""Whether this system expects programs to have a menu bar."""


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu, presets: QMenu) -> None:
    """Add the usual menus with the actions of the window.

    Args:
        bar: The empty menu bar.
        actions: Actions of the main window.
        recent: Menu of recent files.
        presets: Menu of presets.
    """
    # Without roles, Qt guesses from the English texts and moves "About this AI" to the application menu.
    actions.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
    actions.quit.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.NoRole)

    translate = QCoreApplication.translate
    file = bar.addMenu(translate("MenuBar", "File"))
    file.addAction(actions.open)
    file.addMenu(recent)
    file.addSeparator()
    file.addActions([actions.export, actions.export_svg, actions.export_all])
    file.addAction(actions.export_comparison)
    # macOS moves "Quit" and "Preferences…" to the application menu.
    file.addAction(actions.quit)
    edit = bar.addMenu(translate("MenuBar", "Edit"))
    edit.addActions([actions.undo, actions.redo, actions.reset])
    edit.addSeparator()
    edit.addActions([actions.copy, actions.paste])
    edit.addSeparator()
    edit.addMenu(presets)
    edit.addAction(actions.preferences)
    view = bar.addMenu(translate("MenuBar", "View"))
    view.addActions(actions.compare_modes)
    view.addSeparator()
    view.addActions([actions.fit, actions.actual_size, actions.panels])
    help_menu = bar.addMenu(translate("MenuBar", "Help"))
    help_menu.addActions([actions.guide, actions.shortcuts, actions.about])

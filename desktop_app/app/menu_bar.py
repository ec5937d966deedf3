"""The menu bar that a Mac has at the top of the screen; elsewhere the menu of the header says it all."""

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app.actions import Actions

HAS_MENU_BAR = sys.platform == "darwin"
"""Whether people expect one on this system."""


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu, presets: QMenu) -> None:
    """Put the actions of the window under the words where people look for them.

    Args:
        bar: Empty.
        actions: Of the window.
        recent: Lists the files that were open lately.
        presets: Of the presets.
    """
    # Else Qt guesses by the words, in English only, and takes "About this AI" for the program's own.
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
    file.addAction(
        actions.quit
    )  # on a Mac it moves to the program's own menu, as the preferences do
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
    aid = bar.addMenu(translate("MenuBar", "Help"))
    aid.addActions([actions.guide, actions.shortcuts, actions.about])

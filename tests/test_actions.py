"""The shortcuts of the actions, and which of them are told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.actions import Actions
from desktop_app.dialogs.shortcuts import action_keys

BINDINGS = {  # of the common desktops on each system
    "Linux": ["Ctrl+Shift+Z", "Redo"],
    "Windows": ["Ctrl+Y", "Alt+Shift+Backspace", "Ctrl+Shift+Z", "Redo"],
    "macOS": ["Ctrl+Shift+Z"],
}


@pytest.mark.parametrize("system", BINDINGS)
def test_ctrl_y_redoes_on_every_system_and_is_told_beside_its_own_keys(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    bindings = QKeySequence.keyBindings

    def of_system(key: QKeySequence.StandardKey) -> list[QKeySequence]:
        if key is QKeySequence.StandardKey.Redo:
            return [QKeySequence(keys) for keys in BINDINGS[system]]
        return bindings(key)

    monkeypatch.setattr(QKeySequence, "keyBindings", of_system)
    window = QMainWindow()
    qtbot.addWidget(window)
    redo = Actions(window).redo
    keys = [shortcut.toString() for shortcut in redo.shortcuts()]
    assert set(keys) == {*BINDINGS[system], "Ctrl+Y"}
    assert keys[0] == BINDINGS[system][0]
    assert len(keys) == len(set(keys))
    listed = [shortcut.toString() for (shortcut,), _words in action_keys([redo])]
    assert sorted(listed) == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert redo.toolTip() == f"Redo what was undone ({listed[0]}, {listed[1]})"

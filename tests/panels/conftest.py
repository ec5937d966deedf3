"""A window for the panels under test, since a panel of fixed size cannot be a window itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 600)
    window.show()
    yield window  # with return, the window would be garbage-collected with its children
    window.close()

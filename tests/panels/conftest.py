"""A window for panels to be tried in: a panel of fixed size is no window itself."""

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
    yield window  # not returned: it would be collected, and its children with it
    window.close()

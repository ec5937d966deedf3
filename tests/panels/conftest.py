"""A window for panels to be tried in: a panel of fixed size is no window itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.theme import Theme
from tests.dressed import themed_app


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 600)
    window.show()
    yield window  # not returned: it would be collected, and its children with it
    window.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with themed_app(qapp) as theme:
        yield theme

"""Fixtures of the tests of the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.localized_app import app_in_language


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    with app_in_language(qapp, request.param):
        yield request.param

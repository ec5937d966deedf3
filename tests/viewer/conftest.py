"""Fixtures for tests of the viewer: a comparison on screen, and its pixels as an array."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.imaging.pyramid import Pixels
from desktop_app.viewer.comparison_view import ComparisonView

WIDTH, HEIGHT = 400, 300

Grab = Callable[[QWidget], Pixels]


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def grab() -> Grab:
    """Return a function that paints a widget into (H, W, 3) device pixels."""

    def grab(widget: QWidget) -> Pixels:
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        height, width = image.height(), image.width()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
        # Copied because frombuffer does not keep the image alive.
        return rows[:, : 3 * width].reshape(height, width, 3).copy()

    return grab


@pytest.fixture
def noise() -> Callable[..., Pixels]:
    """Return a function that makes a reproducible picture of random pixels, uint8 (H, W, C)."""

    def noise(height: int, width: int, channels: int = 3, seed: int = 0) -> Pixels:
        rng = np.random.default_rng(seed)
        return rng.integers(0, 256, (height, width, channels), dtype=np.uint8)

    return noise

"""100 % is one picture pixel per device pixel, on scaled screens too.

The scale of the screen is fixed when an application starts, so each scale needs its own process.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import sys
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.viewer.comparison_view import ComparisonView

app = QApplication([])
pixels = np.random.default_rng(0).integers(0, 256, (1000, 1200, 3), dtype=np.uint8)
view = ComparisonView()
view.set_grid(False)
view.resize(200, 120)
view.set_pictures(Pyramid.build(pixels), None)
view.show()
app.processEvents()
ratio = float(sys.argv[1])
assert view.devicePixelRatioF() == ratio, view.devicePixelRatioF()
for zoom in (1, 4):
    view.set_zoom(zoom)
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    assert (image.width(), image.height()) == (200 * ratio, 120 * ratio)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    shown = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    corner = view.view_point(QPointF(0, 0)) * ratio
    left, top = round(corner.x()), round(corner.y())
    assert abs(left - corner.x()) < 1e-6 and abs(top - corner.y()) < 1e-6
    enlarged = pixels.repeat(zoom, axis=0).repeat(zoom, axis=1)
    assert np.array_equal(shown, enlarged[-top:, -left:][: shown.shape[0], : shown.shape[1]])
    rect = view.visible_rect
    assert abs(rect.width - 200 * ratio / zoom) <= 2, rect
"""


@pytest.mark.parametrize("ratio", ["1.5", "2"])
def test_100_percent_means_device_pixels(ratio: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
    result = subprocess.run(
        [sys.executable, "-c", _PROGRAM, ratio],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stderr

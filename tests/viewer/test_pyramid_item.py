from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from desktop_app.imaging.pyramid import TILE, Pyramid
from desktop_app.viewer.canvas_colours import CanvasColours
from desktop_app.viewer.compare_modes import Pane, Side
from desktop_app.viewer.pyramid_item import PyramidItem
from desktop_app.viewer.tile_cache import TileCache, tile_bytes
from desktop_app.viewer.viewport import Viewport


@pytest.mark.parametrize("tiles", [0, 1, 3, 100])
def test_a_small_cache_only_costs_sharpness(qtbot: QtBot, tiles: int) -> None:
    edge = 4 * TILE
    pixels = np.zeros((edge, edge, 3), np.uint8)
    pixels[: edge // 2, : edge // 2] = (250, 120, 10)
    scene = QGraphicsScene(0, 0, edge, edge)
    images = TileCache(capacity=tiles * tile_bytes())
    item = PyramidItem(CanvasColours.from_palette(QPalette()), images)
    scene.addItem(item)
    item.set_pyramids(Pyramid.build(pixels), None)
    item.set_panes((Pane(Side.BEFORE, 0, 0, edge, edge),))
    item.set_viewport(
        Viewport(edge, edge, edge, edge, zoom=1.0, centre_x=edge / 2, centre_y=edge / 2)
    )
    image = QImage(edge, edge, QImage.Format.Format_RGB32)
    for _ in range(3):
        painter = QPainter(image)
        scene.render(painter)
        painter.end()
        assert image.pixelColor(10, 10) == QColor(250, 120, 10)
        assert image.pixelColor(edge // 2 + 10, 10) == QColor(0, 0, 0)
        assert len(images) <= max(tiles, 1) + 1
        QApplication.processEvents()

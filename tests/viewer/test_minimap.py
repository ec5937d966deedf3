"""The mini-map, which shows the whole picture while only a part of it is in view."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.minimap import MINIMAP_SIDE, MiniMap

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def minimap(view: ComparisonView) -> MiniMap:
    """A mini-map of a picture whose right half is green."""
    minimap = MiniMap(view, view)
    view.visible_changed.connect(minimap.show_visible)
    minimap.chosen.connect(view.centre_on)
    pixels = np.zeros((600, 1200, 3), np.uint8)
    pixels[:, 600:] = (0, 200, 0)
    pyramid = Pyramid.build(pixels)
    minimap.show_picture(pyramid)
    view.set_pictures(pyramid, pyramid)
    return minimap


def test_it_is_there_only_while_a_part_is_out_of_view(
    view: ComparisonView, minimap: MiniMap
) -> None:
    assert not minimap.isVisible()
    view.set_zoom(1.0)
    assert minimap.isVisible()
    assert (minimap.width(), minimap.height()) == (MINIMAP_SIDE, MINIMAP_SIDE // 2)
    view.fit()
    assert not minimap.isVisible()
    view.set_zoom(1.0)
    view.set_pictures(None, None)
    assert not minimap.isVisible()


def test_clicking_and_dragging_looks_elsewhere(view: ComparisonView, minimap: MiniMap) -> None:
    view.set_zoom(2.0)
    QTest.mousePress(minimap, LEFT, NO_KEYS, QPoint(40, 20))
    assert view.centre == QPointF(300, 150)
    QTest.mouseMove(minimap, QPoint(120, 60))
    assert view.centre == QPointF(900, 450)
    QTest.mouseRelease(minimap, LEFT, NO_KEYS, QPoint(120, 60))
    QTest.mouseMove(minimap, QPoint(10, 10))
    assert view.centre == QPointF(900, 450)
    assert view.zoom == 2.0


def test_the_part_in_view_is_framed_and_the_rest_is_veiled(
    view: ComparisonView, minimap: MiniMap, grab: Callable[[QWidget], Pixels]
) -> None:
    view.set_zoom(2.0)
    view.centre_on(QPointF(900, 300))
    shown = grab(minimap)
    assert shown[40, 120].tolist() == [0, 200, 0]
    red, green, blue = map(int, shown[5, 150])
    assert 0 < red < 90  # shaded, but still green
    assert 0 < blue < 90
    assert abs(green - 200) < 60
    # 400 x 300 view pixels at 200 % are 200 x 150 picture pixels.
    divider = view.colours.divider
    line = (divider.red(), divider.green(), divider.blue())
    is_line = (shown == line).all(axis=2)
    columns, rows = np.flatnonzero(is_line.any(axis=0)), np.flatnonzero(is_line.any(axis=1))
    assert abs(columns[0] - 800 / 7.5) <= 1.5
    assert abs(columns[-1] - 1000 / 7.5) <= 1.5
    assert abs(rows[0] - 225 / 7.5) <= 1.5
    assert abs(rows[-1] - 375 / 7.5) <= 1.5


def test_a_long_strip_can_still_be_clicked(view: ComparisonView) -> None:
    minimap = MiniMap(view, view)
    minimap.show_picture(Pyramid.build(np.zeros((3, 4000, 3), np.uint8)))
    assert minimap.height() >= 12

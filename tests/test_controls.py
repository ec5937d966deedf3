"""Controls that several panels are made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.controls import Slider
from tests.dressed import dressed

LEFT = Qt.MouseButton.LeftButton


def test_a_slider_jumps_to_the_click_and_is_dragged_from_there(
    qtbot: QtBot, qapp: QApplication
) -> None:
    with dressed(qapp):
        slider = Slider()
        qtbot.addWidget(slider)
        slider.setRange(0, 100)
        slider.setFixedWidth(212)
        slider.show()
        told: list[tuple[int, bool]] = []
        slider.valueChanged.connect(lambda value: told.append((value, slider.isSliderDown())))
        middle = slider.rect().center()
        QTest.mousePress(slider, LEFT, pos=middle + QPoint(50, 0))
        QTest.mouseMove(slider, middle)
        QTest.mouseRelease(slider, LEFT, pos=middle)
        (jumped, is_down), (dragged, is_still_down) = told
        assert jumped == pytest.approx(75, abs=1)
        assert dragged == pytest.approx(50, abs=1)
        assert is_down
        assert is_still_down
        assert not slider.isSliderDown()
        # Taken by its edge the handle stays where it is.
        QTest.mouseClick(slider, LEFT, pos=middle + QPoint(4, 0))
        assert len(told) == 2


def test_a_slider_of_few_values_takes_the_nearest(qtbot: QtBot) -> None:
    slider = Slider()
    qtbot.addWidget(slider)
    slider.setRange(0, 3)
    slider.setFixedWidth(212)
    slider.show()
    QTest.mouseClick(slider, LEFT, pos=QPoint(180, slider.height() // 2))
    assert slider.value() == 3

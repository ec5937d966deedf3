"""The basic controls: sliders, rows and their accessible names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls import SegmentedControl, Slider, ValueLabel, labelled_row
from tests.themed_app import themed_app

LEFT = Qt.MouseButton.LeftButton


def test_a_slider_jumps_to_the_click_and_is_dragged_from_there(
    qtbot: QtBot, qapp: QApplication
) -> None:
    with themed_app(qapp):
        slider = Slider()
        qtbot.addWidget(slider)
        slider.setRange(0, 100)
        slider.setFixedWidth(212)
        slider.show()
        changes: list[tuple[int, bool]] = []
        slider.valueChanged.connect(lambda value: changes.append((value, slider.isSliderDown())))
        middle = slider.rect().center()
        QTest.mousePress(slider, LEFT, pos=middle + QPoint(50, 0))
        QTest.mouseMove(slider, middle)
        QTest.mouseRelease(slider, LEFT, pos=middle)
        (jumped, is_down), (dragged, is_still_down) = changes
        assert jumped == pytest.approx(75, abs=1)
        assert dragged == pytest.approx(50, abs=1)
        assert is_down
        assert is_still_down
        assert not slider.isSliderDown()
        # Grabbed by its edge, the handle does not jump.
        QTest.mouseClick(slider, LEFT, pos=middle + QPoint(4, 0))
        assert len(changes) == 2


def test_a_slider_of_few_values_takes_the_nearest(qtbot: QtBot) -> None:
    slider = Slider()
    qtbot.addWidget(slider)
    slider.setRange(0, 3)
    slider.setFixedWidth(212)
    slider.show()
    QTest.mouseClick(slider, LEFT, pos=QPoint(180, slider.height() // 2))
    assert slider.value() == 3


def accessible_text(widget: QWidget) -> tuple[str, str]:
    """Return what a screen reader gets: name and description."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def test_a_value_is_heard_with_its_name_and_as_it_is_now(qtbot: QtBot) -> None:
    value = ValueLabel()
    line = labelled_row("Format", value)
    qtbot.addWidget(line)
    value.setText("PNG · transparent")
    assert accessible_text(value)[0] == "Format: PNG · transparent"
    value.setText("JPEG")
    assert accessible_text(value)[0] == "Format: JPEG"


def test_a_choice_is_heard_by_its_word_and_then_explained(qtbot: QtBot) -> None:
    choice = SegmentedControl([("Off", "Dragging moves the picture"), ("Box", "Drag a box")])
    qtbot.addWidget(choice)
    buttons = choice.findChildren(QPushButton)
    assert [accessible_text(button) for button in buttons] == [
        ("Off", "Dragging moves the picture"),
        ("Box", "Drag a box"),
    ]

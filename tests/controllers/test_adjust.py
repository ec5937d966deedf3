"""Adjusting a result: strength, protected parts, undo and redo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app.main_window import MainWindow
from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.notice import Tone
from desktop_app.imaging.protection import Rectangle, Stroke
from tests.window_driver import grab, wait_for

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def restored_entry(qtbot: QtBot, window: MainWindow, picture: Path) -> Entry:
    window.open_files([picture])
    return wait_for(qtbot, window, EntryState.DONE)


def pixels(entry: Entry) -> np.ndarray:
    assert entry.result is not None
    return entry.result.picture.rgb


def enlarged(entry: Entry) -> np.ndarray:
    assert entry.opened is not None
    return entry.opened.enlarged.rgb


def restored(entry: Entry) -> np.ndarray:
    assert entry.restored is not None
    return entry.restored.rgb


def slider(window: MainWindow) -> QSlider:
    found = window.workspace.adjust_panel.findChildren(QSlider)[0]
    assert isinstance(found, QSlider)
    return found


def tool(window: MainWindow, word: str) -> None:
    buttons = window.workspace.adjust_panel.findChildren(QPushButton)
    QTest.mouseClick(next(b for b in buttons if b.text() == word), LEFT)


def drag(window: MainWindow, *points: tuple[float, float]) -> None:
    """Drag with the left button from point to point of the picture."""
    view = window.workspace.canvas.view
    on_view = [view.view_point(QPointF(*point)).toPoint() for point in points]
    QTest.mousePress(view.viewport(), LEFT, pos=on_view[0])
    for point in on_view[1:]:
        QTest.mouseMove(view.viewport(), point)
    QTest.mouseRelease(view.viewport(), LEFT, pos=on_view[-1])


def turn_wheel(widget: QWidget, notches: int) -> None:
    """Turn the wheel over the middle of a widget."""
    middle, none = QPointF(widget.rect().center()), Qt.MouseButton.NoButton
    place, turned = widget.mapToGlobal(middle), QPoint(0, 120 * notches)
    phase, keys = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        widget, QWheelEvent(middle, place, QPoint(), turned, none, keys, phase, False)
    )


def test_strength_blends_at_once_and_one_drag_is_one_step(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry
) -> None:
    strength = slider(window)
    strength.setSliderDown(True)
    for value in (70, 40, 0):
        strength.setValue(value)
    strength.setSliderDown(False)
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), enlarged(restored_entry)))
    shown = window.workspace.canvas.view.pictures[1]
    assert shown is not None
    assert shown.pixel(100, 100) == tuple(enlarged(restored_entry)[100, 100])
    window.app_actions.undo.trigger()
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), restored(restored_entry)))
    assert strength.value() == 100
    assert not window.app_actions.undo.isEnabled()
    window.app_actions.redo.trigger()
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), enlarged(restored_entry)))
    assert strength.value() == 0


def test_keys_and_wheel_make_one_step_until_something_else_is_done(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry
) -> None:
    def states() -> list[tuple[float, int]]:
        """Return the strength and the number of protected shapes of each state up to the present one."""
        history = restored_entry.adjustments
        steps = (*history.past, history.present)
        return [(step.strength, len(step.protection.shapes)) for step in steps]

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(strength, key)

    strength, view = slider(window), window.workspace.canvas.view
    strength.setFocus()
    qtbot.waitUntil(strength.hasFocus)
    press(*[Qt.Key.Key_Left] * 4)
    turn_wheel(strength, notches=-1)
    (_, first) = states()
    assert states() == [(1.0, 0), first]
    assert first[0] < 0.96
    view.setFocus()  # the step ends when the focus leaves
    strength.setFocus()
    press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    second = (first[0] - 0.02, 0)
    assert states() == [(1.0, 0), pytest.approx(first), pytest.approx(second)]
    window.app_actions.undo.trigger()  # and when something else is done
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    third = (first[0] + 0.02, 0)
    assert states() == [(1.0, 0), pytest.approx(first), pytest.approx(third)]
    handle = QPoint(round(strength.width() * strength.value() / 100), strength.height() // 2)
    QTest.mousePress(strength, LEFT, pos=handle)  # a drag is a step of its own
    QTest.mouseMove(strength, QPoint(strength.width() // 2, strength.height() // 2))
    QTest.mouseMove(strength, QPoint(strength.width() // 4, strength.height() // 2))
    QTest.mouseRelease(strength, LEFT, pos=QPoint(strength.width() // 4, strength.height() // 2))
    assert len(states()) == 4
    press(Qt.Key.Key_Left)
    tool(window, "Box")
    drag(window, (10, 10), (60, 30))
    strength.setFocus()
    press(Qt.Key.Key_End, Qt.Key.Key_Left)
    assert len(states()) == 7
    assert states()[-2][1] == 1
    assert states()[-1] == (0.99, 1)
    press(Qt.Key.Key_Right)
    view.setFocus()
    assert states()[-1] == (1.0, 1)
    assert len(states()) == 7


def test_what_the_keys_take_back_is_no_step(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry
) -> None:
    strength = slider(window)
    strength.setFocus()
    qtbot.waitUntil(strength.hasFocus)
    QTest.keyClick(strength, Qt.Key.Key_Left)
    assert window.app_actions.undo.isEnabled()
    QTest.keyClick(strength, Qt.Key.Key_Right)
    assert not window.app_actions.undo.isEnabled()
    assert not restored_entry.is_adjusted


@pytest.mark.parametrize("word", ["Box", "Brush"])
def test_what_is_drawn_beside_the_picture_or_twice_is_no_step(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry, word: str
) -> None:
    window.workspace.canvas.view.set_zoom(1.0)
    tool(window, word)
    drag(window, (-60, -60))
    drag(window, (-60, -60), (-30, 240))
    drag(window, (400, 20), (430, 90))
    assert not window.app_actions.undo.isEnabled()
    assert not restored_entry.is_adjusted
    drag(window, (-10, 20), (30, 60))
    drag(window, (-10, 20), (30, 60))
    assert len(restored_entry.adjustments.past) == 1
    assert len(restored_entry.adjustments.present.protection.shapes) == 1


def test_a_box_and_a_brush_protect_what_they_cover(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry
) -> None:
    assert not np.array_equal(
        enlarged(restored_entry)[10:50, 10:80], restored(restored_entry)[10:50, 10:80]
    )
    view = window.workspace.canvas.view
    before = view.centre
    tool(window, "Box")
    drag(window, (10, 10), (60, 30), (80, 50))
    assert view.centre == before  # draws instead of panning
    (box,) = restored_entry.adjustments.present.protection.shapes
    assert isinstance(box, Rectangle)
    assert (box.left, box.top) == pytest.approx((10, 10), abs=1)
    assert (box.right, box.bottom) == pytest.approx((80, 50), abs=1)
    inside, outside = np.s_[12:48, 12:78], np.s_[60:, 100:]
    qtbot.waitUntil(
        lambda: np.array_equal(pixels(restored_entry)[inside], enlarged(restored_entry)[inside])
    )
    np.testing.assert_array_equal(
        pixels(restored_entry)[outside], restored(restored_entry)[outside]
    )
    tool(window, "Brush")
    drag(window, (200, 100), (230, 100), (260, 120))
    assert isinstance(restored_entry.adjustments.present.protection.shapes[1], Stroke)
    qtbot.waitUntil(
        lambda: np.array_equal(
            pixels(restored_entry)[98:103, 210:225], enlarged(restored_entry)[98:103, 210:225]
        ),
    )
    window.app_actions.reset.trigger()
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), restored(restored_entry)))
    window.app_actions.undo.trigger()
    assert len(restored_entry.adjustments.present.protection.shapes) == 2


@pytest.mark.parametrize("word", ["Box", "Brush"])
def test_what_is_drawn_beside_a_larger_pinned_result_covers_the_same_part(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry, word: str
) -> None:
    window.workspace.compare_pair_box.pin_requested.emit()
    window.session.set_choices(replace(window.session.choices, scale=1))
    qtbot.waitUntil(lambda: restored_entry.state is EntryState.DONE)
    view = window.workspace.canvas.view
    view.set_zoom(1.0)
    tool(window, word)
    drag(window, (40, 40), (80, 60))  # in pixels of the pinned result, which has twice the side
    (shape,) = restored_entry.adjustments.present.protection.shapes
    corners = (
        ((shape.left, shape.top), (shape.right, shape.bottom))
        if isinstance(shape, Rectangle)
        else shape.points
    )
    assert corners[0] == pytest.approx((20, 20), abs=0.5)
    assert corners[-1] == pytest.approx((40, 30), abs=0.5)
    if isinstance(shape, Stroke):
        assert shape.radius == window.workspace.adjust_panel.radius
    middle = view.view_point(QPointF(60, 50)).toPoint()
    with_shape = grab(view)[
        middle.y(), middle.x()
    ]  # where the shape is drawn on the larger picture
    tool(window, "Off")
    assert not np.array_equal(grab(view)[middle.y(), middle.x()], with_shape)


def test_escape_puts_the_tool_down_and_dragging_pans_again(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry
) -> None:
    view = window.workspace.canvas.view
    view.set_zoom(8)
    tool(window, "Box")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    before = view.centre
    drag(window, (view.centre.x() + 5, view.centre.y() + 9), (view.centre.x(), view.centre.y()))
    assert view.centre != before
    assert restored_entry.adjustments.present.protection.shapes == ()


def test_the_adjusted_picture_is_the_one_that_goes_out(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry, ask_save: list[str], tmp_path: Path
) -> None:
    from PIL import Image

    slider(window).setValue(50)
    qtbot.waitUntil(lambda: not np.array_equal(pixels(restored_entry), restored(restored_entry)))
    window.app_actions.export.trigger()
    qtbot.waitUntil(lambda: bool(ask_save) and Path(ask_save[0]).exists())
    np.testing.assert_array_equal(np.asarray(Image.open(ask_save[0])), pixels(restored_entry))


def test_adjustments_belong_to_their_picture_and_outlive_another_run_of_it(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry, others: list[Path]
) -> None:
    slider(window).setValue(0)
    window.open_files(others[:1])
    qtbot.waitUntil(lambda: window.session.entries[1].state is EntryState.DONE)
    assert slider(window).value() == 100
    window.session.select(restored_entry)
    assert slider(window).value() == 0
    window.session.start(restored_entry)
    qtbot.waitUntil(lambda: restored_entry.state is EntryState.DONE)
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), enlarged(restored_entry)))


def test_changes_that_fail_are_told_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, restored_entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pixels(restored_entry).copy()

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(Adjustments, "apply", fail)
        slider(window).setValue(0)
        qtbot.waitUntil(lambda: window.workspace.banner.notice is not None)
    notice = window.workspace.banner.notice
    assert notice is not None
    assert notice.tone is Tone.BAD
    assert restored_entry.source.name in notice.text
    assert "memory" in notice.text
    np.testing.assert_array_equal(pixels(restored_entry), before)
    assert notice.on_button is not None
    notice.on_button()
    qtbot.waitUntil(lambda: np.array_equal(pixels(restored_entry), enlarged(restored_entry)))


def test_there_is_nothing_to_adjust_without_a_result(window: MainWindow) -> None:
    assert not window.workspace.adjust_panel.isEnabled()
    assert not window.app_actions.undo.isEnabled()
    window.app_actions.reset.trigger()

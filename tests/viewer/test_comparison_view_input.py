from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.comparison_view import ComparisonView
from tests.viewer.gestures import NO_KEYS, wheel

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def large(view: ComparisonView) -> ComparisonView:
    """A comparison of two large pictures, fitted."""
    pyramid = Pyramid.build(np.zeros((2000, 3000, 3), np.uint8))
    view.set_pictures(pyramid, pyramid, "Enlarged", "Restored")
    return view


def drag(view: ComparisonView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, end)


def cursor(view: ComparisonView, at: QPoint) -> Qt.CursorShape:
    QTest.mouseMove(view.viewport(), at)
    return view.viewport().cursor().shape()


# -- zoom -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("modifiers", [NO_KEYS, CTRL])
def test_the_wheel_zooms_at_the_pointer(
    large: ComparisonView, modifiers: Qt.KeyboardModifier
) -> None:
    at = QPointF(120, 80)
    zooms = [large.zoom]
    for _ in range(20):
        point = large.picture_point(at)
        wheel(large, at, angle=120, modifiers=modifiers)
        there = large.view_point(point)
        assert abs(there.x() - at.x()) <= 1
        assert abs(there.y() - at.y()) <= 1
        zooms.append(large.zoom)
    assert zooms == sorted(zooms)
    assert zooms[-1] == 64.0
    assert 1.0 in zooms
    for _ in range(40):
        wheel(large, at, angle=-120, modifiers=modifiers)
    assert large.zoom == 0.01


def test_one_event_may_hold_several_notches(large: ComparisonView) -> None:
    large.set_zoom(1.0)
    wheel(large, QPointF(200, 150), angle=240)
    assert large.zoom == 3.0


def test_a_fine_wheel_zooms_continuously(large: ComparisonView) -> None:
    large.set_zoom(1.0)
    for _ in range(16):
        wheel(large, QPointF(200, 150), angle=30)
    assert large.zoom == pytest.approx(2.0)


def test_two_fingers_pan_and_with_ctrl_zoom(large: ComparisonView) -> None:
    large.set_zoom(1.0)
    update = Qt.ScrollPhase.ScrollUpdate
    before = large.view_point(QPointF(0, 0))
    wheel(large, QPointF(200, 150), pixels=QPoint(7, -9), angle=-18, phase=update)
    assert large.view_point(QPointF(0, 0)) - before == QPointF(7, -9)
    assert large.zoom == 1.0
    wheel(large, QPointF(9, 9), pixels=QPoint(0, 200), angle=120, phase=update, modifiers=CTRL)
    assert large.zoom == pytest.approx(2.0)


def test_pixels_without_a_gesture_zoom(large: ComparisonView) -> None:
    large.set_zoom(1.0)
    wheel(large, QPointF(200, 150), pixels=QPoint(0, 20))
    assert large.zoom > 1.0


def test_pinching_zooms_at_the_fingers(large: ComparisonView) -> None:
    large.set_zoom(1.0)
    at = QPointF(300, 40)
    point = large.picture_point(at)
    place = large.viewport().mapToGlobal(at)

    def gesture(kind: Qt.NativeGestureType, value: float) -> None:
        device = QPointingDevice.primaryPointingDevice()
        event = QNativeGestureEvent(kind, device, 2, at, at, place, value, QPointF())
        QApplication.sendEvent(large.viewport(), event)

    for _ in range(3):
        gesture(Qt.NativeGestureType.ZoomNativeGesture, 0.25)
    assert large.zoom == pytest.approx(1.25**3)
    there = large.view_point(point)
    assert abs(there.x() - at.x()) <= 2
    assert abs(there.y() - at.y()) <= 2
    gesture(Qt.NativeGestureType.SmartZoomNativeGesture, 0)
    assert large.is_fitted
    gesture(Qt.NativeGestureType.SmartZoomNativeGesture, 0)
    assert large.zoom == 1.0


def test_keys_zoom_and_fit(large: ComparisonView) -> None:
    fit = large.zoom
    large.set_zoom(1.0)
    QTest.keyClick(large, Key.Key_Plus)
    assert large.zoom == 2.0
    QTest.keyClick(large, Key.Key_Equal)
    assert large.zoom == 3.0
    QTest.keyClick(large, Key.Key_Minus)
    assert large.zoom == 2.0
    for modifiers in (NO_KEYS, CTRL):
        large.set_zoom(5.0)
        QTest.keyClick(large, Key.Key_0, modifiers)
        assert (large.zoom, large.is_fitted) == (fit, True)


@pytest.mark.parametrize("zoom", [0.0, -1.0, float("nan")])
def test_impossible_zooms_are_refused(large: ComparisonView, zoom: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        large.set_zoom(zoom)


# -- resizing -------------------------------------------------------------------------------------


def test_a_fitted_view_stays_fitted(large: ComparisonView) -> None:
    large.resize(700, 500)
    assert large.is_fitted
    assert large.zoom == pytest.approx((700 - 48) / 3000)
    large.set_zoom(1.0)
    large.resize(300, 200)
    assert (large.zoom, large.is_fitted) == (1.0, False)


def test_resizing_keeps_the_centre(large: ComparisonView) -> None:
    large.set_zoom(4.0, QPointF(30, 40))
    centre = large.picture_point(QPointF(200, 150))
    for width in range(401, 460, 7):
        large.resize(width, 301)
        there = large.picture_point(QPointF(width / 2, 301 / 2))
        assert abs(there.x() - centre.x()) * 4 <= 1
        assert abs(there.y() - centre.y()) * 4 <= 1
    large.resize(400, 300)
    assert large.picture_point(QPointF(200, 150)) == centre


# -- panning --------------------------------------------------------------------------------------


def test_dragging_pans(large: ComparisonView) -> None:
    large.set_zoom(2.0)
    before = large.view_point(QPointF(0, 0))
    drag(large, QPoint(100, 100), QPoint(70, 155))
    assert large.view_point(QPointF(0, 0)) - before == QPointF(-30, 55)
    assert large.divider == 0.5


def test_a_slip_of_the_hand_does_not_unfit(large: ComparisonView) -> None:
    drag(large, QPoint(100, 100), QPoint(102, 101))
    assert large.is_fitted
    drag(large, QPoint(100, 100), QPoint(140, 100))
    assert not large.is_fitted


@pytest.mark.parametrize(
    ("key", "modifiers", "direction"),
    [
        (Key.Key_Up, NO_KEYS, (0, 1)),
        (Key.Key_Down, NO_KEYS, (0, -1)),
        (Key.Key_PageUp, NO_KEYS, (0, 1)),
        (Key.Key_PageDown, NO_KEYS, (0, -1)),
        (Key.Key_Left, ALT, (1, 0)),
        (Key.Key_Right, ALT, (-1, 0)),
    ],
)
def test_keys_pan(
    large: ComparisonView,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    direction: tuple[int, int],
) -> None:
    large.set_zoom(2.0)
    before = large.view_point(QPointF(0, 0))
    QTest.keyClick(large, key, modifiers)
    moved = large.view_point(QPointF(0, 0)) - before
    assert (np.sign(moved.x()), np.sign(moved.y())) == direction
    assert large.divider == 0.5


def test_arrows_pan_a_single_picture(view: ComparisonView) -> None:
    view.set_pictures(Pyramid.build(np.zeros((2000, 3000, 3), np.uint8)), None)
    view.set_zoom(1.0)
    before = view.view_point(QPointF(0, 0)).x()
    QTest.keyClick(view, Key.Key_Right)
    assert view.view_point(QPointF(0, 0)).x() < before


# -- divider --------------------------------------------------------------------------------------


@pytest.mark.parametrize("offset", [0, -12, 12])
def test_the_mouse_drags_the_divider(large: ComparisonView, qtbot: QtBot, offset: int) -> None:
    moved: list[float] = []
    large.divider_moved.connect(moved.append)
    drag(large, QPoint(200 + offset, 250), QPoint(300 + offset, 20))
    assert large.divider == 0.75  # grabbing beside the line does not make it jump
    assert moved == [0.625, 0.75]
    assert large.is_fitted


def test_beyond_12_pixels_the_mouse_pans(large: ComparisonView) -> None:
    drag(large, QPoint(213, 150), QPoint(300, 150))
    assert large.divider == 0.5


def test_the_cursor_tells_what_a_press_would_do(large: ComparisonView) -> None:
    shapes = Qt.CursorShape
    assert cursor(large, QPoint(190, 10)) == shapes.SplitHCursor
    assert cursor(large, QPoint(150, 10)) == shapes.ArrowCursor
    large.set_zoom(3.0)
    assert cursor(large, QPoint(151, 10)) == shapes.OpenHandCursor
    QTest.mousePress(large.viewport(), LEFT, NO_KEYS, QPoint(150, 10))
    assert large.viewport().cursor().shape() == shapes.ClosedHandCursor
    QTest.mouseRelease(large.viewport(), LEFT, NO_KEYS, QPoint(150, 10))
    assert large.viewport().cursor().shape() == shapes.OpenHandCursor


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Left, NO_KEYS, 0.49),
        (Key.Key_Right, NO_KEYS, 0.51),
        (Key.Key_Left, SHIFT, 0.40),
        (Key.Key_Right, SHIFT, 0.60),
    ],
)
def test_keys_move_the_divider(
    large: ComparisonView, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: float
) -> None:
    QTest.keyClick(large, key, modifiers)
    assert large.divider == pytest.approx(expected)


def test_home_and_end_move_the_divider_to_the_edges(large: ComparisonView) -> None:
    QTest.keyClick(large, Key.Key_Home)
    assert large.divider_x == pytest.approx(large.view_point(QPointF(0, 0)).x(), abs=1)
    QTest.keyClick(large, Key.Key_End)
    assert large.divider_x == pytest.approx(large.view_point(QPointF(3000, 0)).x(), abs=1)
    large.set_zoom(2.0)
    QTest.keyClick(large, Key.Key_Home)
    assert large.divider == 0.0
    QTest.keyClick(large, Key.Key_End)
    assert large.divider == 1.0


def test_double_click_brings_the_divider_back(large: ComparisonView) -> None:
    large.divider = 0.8
    QTest.mouseDClick(large.viewport(), LEFT, NO_KEYS, QPoint(200, 30))
    assert large.divider == 0.8
    QTest.mouseDClick(large.viewport(), LEFT, NO_KEYS, QPoint(320, 30))
    assert large.divider == 0.5


def test_the_divider_stays_in_the_view_while_the_picture_moves(large: ComparisonView) -> None:
    large.divider = 0.3
    large.set_zoom(2.0)
    large.pan(-300, 100)
    assert (large.divider, large.divider_x) == (0.3, 120)


def test_the_divider_does_not_leave_the_picture(large: ComparisonView) -> None:
    large.set_zoom(0.05)  # 150 view pixels wide, in the middle
    large.divider = 0.0
    assert large.divider_x == pytest.approx(125)
    drag(large, QPoint(125, 10), QPoint(390, 10))
    assert large.divider_x == pytest.approx(275)
    assert large.divider == pytest.approx(275 / 400)
    large.divider = 7.0
    assert large.divider == 1.0
    with pytest.raises(ValueError, match="nowhere"):
        large.divider = float("nan")


def test_pictures_may_vanish_under_the_mouse(large: ComparisonView) -> None:
    for start in (QPoint(200, 20), QPoint(100, 20)):
        QTest.mousePress(large.viewport(), LEFT, NO_KEYS, start)
        pyramid = Pyramid.build(np.zeros((2000, 3000, 3), np.uint8))
        large.set_pictures(None, None)
        QTest.mouseMove(large.viewport(), start + QPoint(90, 30))
        QTest.mouseRelease(large.viewport(), LEFT, NO_KEYS, start + QPoint(90, 30))
        assert large.divider == 0.5
        large.set_pictures(pyramid, pyramid)
        assert large.is_fitted


# -- everything else ------------------------------------------------------------------------------


def test_hovering_tells_the_pixel(large: ComparisonView) -> None:
    large.set_zoom(8.0)
    told: list[tuple[int, int]] = []
    large.hovered.connect(lambda x, y: told.append((x, y)))
    corner = large.picture_point(QPointF(0, 0))
    for at in (QPoint(40, 24), QPoint(41, 24), QPoint(56, 24)):
        QTest.mouseMove(large.viewport(), at)
    first = int(corner.x() + 40 / 8), int(corner.y() + 24 / 8)
    assert told == [first, (first[0] + 2, first[1])]
    QApplication.sendEvent(large.viewport(), QEvent(QEvent.Type.Leave))
    assert told[-1] == (-1, -1)
    large.fit()
    QTest.mouseMove(large.viewport(), QPoint(2, 2))
    assert len(told) == 3  # beside the picture is outside too


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    pressed: list[int] = []

    class Window(QWidget):
        def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
            pressed.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    view = ComparisonView(window)
    QTest.keyClick(view, Key.Key_Left)  # nothing to move without a picture
    view.set_pictures(Pyramid.build(np.zeros((3, 3, 3), np.uint8)), None)
    for key in (Key.Key_1, Key.Key_Escape, Key.Key_O):
        QTest.keyClick(view, key)
    assert pressed == [Key.Key_Left, Key.Key_1, Key.Key_Escape, Key.Key_O]


def test_focus_is_visible_when_the_keyboard_brought_it(
    large: ComparisonView, grab: Callable[[QWidget], Pixels], qtbot: QtBot
) -> None:
    assert large.focusPolicy() == Qt.FocusPolicy.StrongFocus
    focus = large.colours.focus.getRgb()
    large.activateWindow()
    large.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(large.hasFocus)

    def corner() -> tuple[int, ...]:
        return (*map(int, grab(large)[0, 0]), 255)

    def send(kind: QEvent.Type, reason: Qt.FocusReason) -> None:
        QApplication.sendEvent(large, QFocusEvent(kind, reason))

    send(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    assert corner() == focus
    send(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
    assert corner() == focus
    QTest.mouseClick(large.viewport(), LEFT, NO_KEYS, QPoint(50, 50))
    assert corner() != focus
    QTest.keyClick(large, Key.Key_Right)
    assert corner() == focus
    send(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    assert corner() != focus

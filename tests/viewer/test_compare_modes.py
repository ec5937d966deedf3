"""The five compare modes, in one viewport."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.compare_modes import LENS_RADIUS, SEPARATOR, CompareMode
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.overlay import label_rect, label_strip
from tests.viewer.gestures import bare, wheel
from tests.viewer.tiles import show_tile

Grab = Callable[[QWidget], Pixels]
Noise = Callable[..., Pixels]
Key = Qt.Key

BEFORE, AFTER = (10, 20, 30), (200, 100, 35)
DIFFERENCE = (255, 255, 40)


@pytest.fixture
def plain(view: ComparisonView) -> ComparisonView:
    """A comparison of two plain-coloured pictures, which fill the view from 100 % on."""
    before, after = (
        Pyramid.build(np.full((900, 1200, 3), colour, np.uint8)) for colour in (BEFORE, AFTER)
    )
    view.set_pictures(before, after, "Enlarged", "Restored")
    view.set_zoom(1.0)
    return view


def clear_of_names(view: ComparisonView) -> slice:
    """Return the rows of a view that no name covers."""
    return slice(0, math.floor(view.height() - label_strip(view.font())))


def press_space(view: ComparisonView, kind: QEvent.Type, *, is_repeat: bool = False) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QKeyEvent(kind, Key.Key_Space, none, " ", is_repeat))


def test_zoom_and_centre_never_jump_when_the_way_changes(
    view: ComparisonView, noise: Noise
) -> None:
    view.set_pictures(Pyramid.build(noise(500, 700)), Pyramid.build(noise(500, 700, seed=1)))
    for zoom in (0.37, 3.0, 64.0):
        view.set_zoom(zoom, QPointF(31, 47))
        place = view.zoom, view.centre
        for mode in (*CompareMode, *reversed(CompareMode)):
            view.mode = mode
            assert (view.zoom, view.centre) == place, mode


def test_side_by_side_shows_the_same_part_twice(
    view: ComparisonView, grab: Grab, noise: Noise
) -> None:
    before, after = noise(300, 300), noise(300, 300, seed=1)
    view.set_pictures(Pyramid.build(before), Pyramid.build(after))
    bare(view)
    view.mode = CompareMode.SIDE_BY_SIDE
    view.set_zoom(2.0)
    frame = grab(view)
    half = (view.width() - SEPARATOR) // 2
    corner = view.picture_point(QPointF(0, 0))
    left, top = int(corner.x()), int(corner.y())
    rows = clear_of_names(view)
    for pixels, start in ((before, 0), (after, view.width() - half)):
        part = pixels[top:, left:].repeat(2, axis=0).repeat(2, axis=1)
        np.testing.assert_array_equal(frame[rows, start : start + half], part[rows, :half])


def test_both_halves_answer_the_mouse_alike(plain: ComparisonView) -> None:
    plain.mode = CompareMode.SIDE_BY_SIDE
    right_half = (plain.width() + SEPARATOR) // 2
    told: list[tuple[int, int]] = []
    plain.hovered.connect(lambda x, y: told.append((x, y)))
    QTest.mouseMove(plain.viewport(), QPoint(50, 60))
    QTest.mouseMove(plain.viewport(), QPoint(150, 60))
    QTest.mouseMove(plain.viewport(), QPoint(right_half + 50, 60))
    assert told[0] == told[2] != told[1]
    at = QPointF(right_half + 50, 60)
    point = plain.picture_point(at)
    wheel(plain, at, angle=120)
    assert plain.zoom == 2.0
    assert (plain.picture_point(at) - point).manhattanLength() <= 1


def test_fit_shows_the_whole_picture_in_each_half(plain: ComparisonView) -> None:
    plain.mode = CompareMode.SIDE_BY_SIDE
    plain.fit()
    half = (plain.width() - SEPARATOR) // 2
    assert plain.view_point(QPointF(0, 0)).x() >= 0
    assert plain.view_point(QPointF(1200, 0)).x() <= half


def test_a_fitted_view_stays_fitted_in_every_mode(plain: ComparisonView) -> None:
    plain.fit()
    slider = plain.zoom, plain.centre
    for mode in (CompareMode.SIDE_BY_SIDE, CompareMode.LENS, CompareMode.SIDE_BY_SIDE):
        plain.mode = mode
        assert plain.is_fitted
        shown = plain.zoom, plain.centre
        plain.fit()
        assert (plain.zoom, plain.centre) == shown
    plain.resize(plain.width() + 200, plain.height())
    shown = plain.zoom, plain.centre
    plain.fit()
    assert (plain.zoom, plain.centre) == shown
    plain.resize(plain.width() - 200, plain.height())
    plain.mode = CompareMode.SLIDER
    assert (plain.zoom, plain.centre) == slider
    plain.set_zoom(2.0)
    plain.mode = CompareMode.SIDE_BY_SIDE
    assert plain.zoom == 2.0


def test_a_second_picture_that_arrives_makes_room_for_itself(
    view: ComparisonView, noise: Noise
) -> None:
    view.mode = CompareMode.SIDE_BY_SIDE
    before = Pyramid.build(noise(900, 1200))
    view.set_pictures(before, None)
    alone = view.zoom
    assert alone == pytest.approx((300 - 30) / 900)
    view.set_pictures(before, Pyramid.build(noise(900, 1200, seed=1)))
    assert view.is_fitted
    assert view.zoom < alone / 2


def test_the_lens_shows_the_other_picture_under_the_pointer(
    plain: ComparisonView, grab: Grab
) -> None:
    plain.mode = CompareMode.LENS
    QTest.mouseMove(plain.viewport(), QPoint(150, 140))
    frame = grab(plain)
    rows, cols = np.ogrid[: frame.shape[0], : frame.shape[1]]
    distance = np.hypot(rows - 140, cols - 150)
    is_clear = np.broadcast_to(rows < 230, distance.shape)
    assert (frame[(distance < LENS_RADIUS - 4) & is_clear] == AFTER).all()
    assert (frame[(distance > LENS_RADIUS + 4) & is_clear] == BEFORE).all()


def test_keys_move_the_lens_and_tell_its_pixel(plain: ComparisonView) -> None:
    plain.mode = CompareMode.LENS
    told: list[tuple[int, int]] = []
    plain.hovered.connect(lambda x, y: told.append((x, y)))
    start, centre = plain.lens, plain.centre
    QTest.keyClick(plain, Key.Key_Left)
    QTest.keyClick(plain, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert plain.lens - start == QPointF(-8, 64)
    assert told[-1] == (600 - 8, 450 + 64)
    for _ in range(9):
        QTest.keyClick(plain, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(plain, Key.Key_Up)
    assert plain.lens.y() == plain.viewport().height() - 8  # it waits at the edge, not beyond
    assert plain.centre == centre
    QTest.keyClick(plain, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert plain.centre != centre


def test_hold_shows_the_result_and_space_what_was_before_in_every_way(
    plain: ComparisonView, grab: Grab
) -> None:
    plain.divider = 0.2
    for mode in CompareMode:
        plain.mode = mode
        at_rest = grab(plain)
        if mode is CompareMode.HOLD:
            assert (at_rest[clear_of_names(plain)] == AFTER).all()
        press_space(plain, QEvent.Type.KeyPress)
        press_space(plain, QEvent.Type.KeyRelease, is_repeat=True)
        press_space(plain, QEvent.Type.KeyPress, is_repeat=True)
        held = grab(plain)[clear_of_names(plain)]
        assert plain.is_before_held
        middle = slice(198, 202)  # where two halves meet
        assert (np.delete(held, middle, axis=1) == BEFORE).all(), mode
        press_space(plain, QEvent.Type.KeyRelease)
        np.testing.assert_array_equal(grab(plain), at_rest)


def test_space_is_not_stuck_when_the_focus_leaves(plain: ComparisonView) -> None:
    press_space(plain, QEvent.Type.KeyPress)
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(plain, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert not plain.is_before_held


def test_the_difference_is_amplified_and_saturates(plain: ComparisonView, grab: Grab) -> None:
    plain.mode = CompareMode.DIFFERENCE
    for zoom in (0.25, 0.99, 1.0, 3.0):
        plain.set_zoom(zoom)
        frame = grab(plain)
        assert frame[150, 200].tolist() == list(DIFFERENCE), zoom


def test_the_difference_follows_restored_tiles(plain: ComparisonView, grab: Grab) -> None:
    plain.mode = CompareMode.DIFFERENCE
    grab(plain)
    show_tile(plain, 430, 580, np.full((40, 40, 3), BEFORE, np.uint8))
    frame = grab(plain)
    assert frame[150, 200].tolist() == [0, 0, 0]
    assert frame[50, 50].tolist() == list(DIFFERENCE)


def test_the_legend_tells_what_a_brightness_means(plain: ComparisonView, grab: Grab) -> None:
    plain.mode = CompareMode.DIFFERENCE
    black = Pyramid.build(np.zeros((900, 1200, 3), np.uint8))
    plain.set_pictures(black, black, "Enlarged", "Restored")
    plain.set_zoom(1.0)

    def scales() -> dict[int, npt.NDArray[np.int_]]:
        """Return the pixels inside the bar for each row whose scale ends brightly in some channel."""
        bar = grab(plain)[:, 24:76].astype(int)
        return {row: scale for row, scale in enumerate(bar) if scale[-1].max() > 230}

    def names() -> QRectF:
        return label_rect("Enlarged", plain.font(), QSizeF(plain.size()), is_right=False)

    assert max(scales()) < names().top()  # in a narrow view it lies above the names
    plain.resize(900, 300)
    rows = sorted(scales())
    assert rows == list(range(rows[0], rows[0] + 12))
    assert names().top() < rows[0]
    assert rows[-1] < names().bottom()
    for row, scale in scales().items():
        channel = (row - rows[0]) // 4
        assert (np.diff(scale[:, channel]) >= 0).all()
        assert scale[0, channel] < 10
        assert scale[-1, channel] > 230
        assert not np.delete(scale, channel, axis=1).any()


def test_one_picture_alone_is_shown_in_every_way(
    view: ComparisonView, grab: Grab, noise: Noise
) -> None:
    view.set_pictures(Pyramid.build(noise(60, 80)), None, "Enlarged", "Restored")
    bare(view)
    expected = grab(view)
    for mode in CompareMode:
        view.mode = mode
        press_space(view, QEvent.Type.KeyPress)
        np.testing.assert_array_equal(grab(view), expected)
        press_space(view, QEvent.Type.KeyRelease)


def test_each_way_says_how_it_is_used(plain: ComparisonView) -> None:
    told = set()
    for mode in CompareMode:
        plain.mode = mode
        told.add(plain.accessibleDescription())
    assert len(told) == len(CompareMode)
    assert all("Enlarged" in text and "Restored" in text for text in told)

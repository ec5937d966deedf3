from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.imaging.pyramid import TILE, Pixels, Pyramid
from desktop_app.viewer.checkerboard import choose_tones
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.overlay import label_strip
from desktop_app.viewer.pyramid_item import MAX_NEW_TILES
from models.tiling import Box
from tests.viewer.gestures import bare
from tests.viewer.tiles import show_tile

Grab = Callable[[QWidget], Pixels]
Noise = Callable[..., Pixels]

OVERLAY_ROWS = slice(0, 100)
"""Rows of the 400 x 300 view that contain neither the handle nor the names."""


def expected_frame(
    view: ComparisonView, before: Pixels, after: Pixels | None, slack: tuple[float, float] = (0, 0)
) -> Pixels:
    """Return the device pixels that a view must show at 100 % or more, with the canvas around the picture.

    ``slack`` moves the places (x, y) at which the picture is sampled, in picture pixels.
    """
    canvas = view.colours.canvas
    frame = np.empty((view.height(), view.width(), 3), np.uint8)
    frame[...] = (canvas.red(), canvas.green(), canvas.blue())
    corner = view.view_point(QPointF(0, 0))
    xs, ys = np.arange(view.width()), np.arange(view.height())
    cols = np.floor((xs + 0.5 - corner.x()) / view.zoom + slack[0]).astype(int)
    rows = np.floor((ys + 0.5 - corner.y()) / view.zoom + slack[1]).astype(int)
    xs, cols = (values[(cols >= 0) & (cols < before.shape[1])] for values in (xs, cols))
    ys, rows = (values[(rows >= 0) & (rows < before.shape[0])] for values in (ys, rows))
    for pixels, is_shown in ((before, xs < view.divider_x), (after, xs >= view.divider_x)):
        picture = before if pixels is None or after is None else pixels
        frame[np.ix_(ys, xs[is_shown])] = picture[np.ix_(rows, cols[is_shown])]
    return frame


@pytest.mark.parametrize("zoom", [None, 1.0, 2.0, 3.0, 12.0, 64.0])
def test_every_pixel_on_screen_is_exact(
    view: ComparisonView, grab: Grab, noise: Noise, zoom: float | None
) -> None:
    before, after = noise(90, 130), noise(90, 130, seed=1)
    view.set_pictures(Pyramid.build(before), Pyramid.build(after))
    bare(view)
    if zoom is not None:
        view.set_zoom(zoom)
    assert view.zoom == (zoom or 3.0)  # fit: 400 / 130 = 3.08
    frame, expected = grab(view), expected_frame(view, before, after)
    line = int(view.divider_x)
    for columns in (slice(0, line - 1), slice(line + 1, None)):
        assert np.array_equal(frame[OVERLAY_ROWS, columns], expected[OVERLAY_ROWS, columns])


def test_pixels_stay_exact_across_tiles_and_off_centre(
    view: ComparisonView, grab: Grab, noise: Noise
) -> None:
    pixels = noise(TILE + 100, 2 * TILE + 30)
    view.set_pictures(Pyramid.build(pixels), None)
    bare(view)
    for zoom in (1.0, 2.0, 7.0):
        view.set_zoom(zoom)
        corner = view.view_point(QPointF(2 * TILE, TILE))
        view.pan(150 - corner.x(), 120 - corner.y())
        assert np.array_equal(grab(view), expected_frame(view, pixels, None))


def test_fractional_zooms_do_not_smooth_either(
    view: ComparisonView, grab: Grab, noise: Noise
) -> None:
    pixels = noise(300, 400)
    view.set_pictures(Pyramid.build(pixels), None)
    bare(view)
    for zoom in (1.37, 1.5, 9.1):
        view.set_zoom(zoom)
        frame = grab(view)
        # Where a device pixel lies exactly between two picture pixels, both are right.
        right = [
            (frame == expected_frame(view, pixels, None, slack=(x, y))).all(axis=2)
            for x in (0, -0.02)
            for y in (0, -0.02)
        ]
        assert np.any(right, axis=0).all()


def test_below_100_percent_pixels_are_averaged(view: ComparisonView, grab: Grab) -> None:
    stripes = np.zeros((1200, 1600, 3), np.uint8)
    stripes[:, ::2] = 200
    view.set_pictures(Pyramid.build(stripes), None)
    assert view.zoom < 0.25
    frame = grab(view)[100:200, 100:300]
    assert frame.min() >= 99
    assert frame.max() <= 101


def test_smooth_scaling_has_no_seams_between_tiles(view: ComparisonView, grab: Grab) -> None:
    ramp = np.linspace(0, 255, 3 * TILE).astype(np.uint8)
    pixels = np.repeat(np.tile(ramp, (900, 1))[..., None], 3, axis=2)
    view.set_pictures(Pyramid.build(pixels), None)
    view.set_zoom(0.77)
    view.pan(37, 0)
    row = grab(view)[150, :, 0].astype(int)
    steps = np.diff(row)
    assert steps.min() >= 0
    assert steps.max() <= 1


def test_transparent_pixels_show_the_checkerboard(view: ComparisonView, grab: Grab) -> None:
    pixels = np.zeros((100, 100, 4), np.uint8)
    pixels[:50] = (255, 0, 0, 255)
    pyramid = Pyramid.build(pixels)
    view.set_pictures(pyramid, None)
    view.set_zoom(2.0)
    frame = grab(view)
    top, left = 50, 100
    assert (frame[top : top + 100, left : left + 200] == (255, 0, 0)).all()
    first, second = ([c.red(), c.green(), c.blue()] for c in choose_tones(pyramid, view.colours))
    board = frame[top + 100 : top + 200, left : left + 200]
    shown = np.unique(board.reshape(-1, 3), axis=0).tolist()
    assert sorted(shown) == sorted([first, second])
    assert board[-1, 0].tolist() != board[-1 - 8, 0].tolist()


def test_half_transparent_edges_are_not_darker_when_zoomed_out(
    view: ComparisonView, grab: Grab
) -> None:
    pixels = np.zeros((1600, 1600, 4), np.uint8)
    pixels[::2] = (255, 255, 255, 255)  # every other row white, transparent black between
    pyramid = Pyramid.build(pixels)
    view.set_pictures(pyramid, None)
    darkest = min(tone.red() for tone in choose_tones(pyramid, view.colours))
    frame = grab(view)[140:160, 180:220]
    assert frame.min() >= (255 + darkest) // 2 - 2


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_checkerboard_differs_from_the_canvas(
    view: ComparisonView, grab: Grab, is_dark: bool
) -> None:
    palette = view.palette()
    window, text = QColor("#202225"), QColor("#d7d9dd")
    palette.setColor(QPalette.ColorRole.Window, window if is_dark else text)
    palette.setColor(QPalette.ColorRole.WindowText, text if is_dark else window)
    view.setPalette(palette)
    view.set_pictures(Pyramid.build(np.zeros((10, 10, 4), np.uint8)), None)
    view.set_zoom(20.0)
    view.set_grid(False)
    frame = grab(view).astype(int)
    canvas, board = frame[5, 5], frame[100:200, 150:250].reshape(-1, 3)
    assert np.abs(board - canvas).max(axis=1).min() >= 5
    assert len(np.unique(board, axis=0)) == 2


def test_grid_appears_at_800_percent(view: ComparisonView, grab: Grab) -> None:
    view.set_pictures(Pyramid.build(np.full((100, 100, 3), 255, np.uint8)), None)
    for zoom, has_lines in ((7.9, False), (8.0, True), (32.0, True)):
        view.set_zoom(zoom)
        assert (len(np.unique(grab(view)[OVERLAY_ROWS])) > 1) == has_lines
    corner = view.view_point(QPointF(49, 49))
    cell = grab(view)[int(corner.y()) :, int(corner.x()) :][:32, :32, 0]
    assert (cell[1:, 1:] == 255).all()
    assert (cell[0] < 255).all()
    assert (cell[:, 0] < 255).all()
    view.set_grid(False)
    assert (grab(view)[OVERLAY_ROWS] == 255).all()


def test_one_pixel_and_a_long_strip(view: ComparisonView, grab: Grab) -> None:
    view.set_pictures(Pyramid.build(np.full((1, 1, 3), 77, np.uint8)), None)
    assert view.zoom == 64.0
    assert grab(view)[150, 200].tolist() == [77, 77, 77]
    view.set_zoom(0.01)
    assert (grab(view) == 77).all(axis=2).any()

    view.set_pictures(Pyramid.build(np.full((3, 16384, 3), 77, np.uint8)), None)
    frame = grab(view)
    rows = np.flatnonzero((frame[:, 200] == 77).all(axis=1))
    assert rows.tolist() == [150]
    assert (frame[150, 30:370] == 77).all()


def test_without_pictures_only_the_canvas_is_painted(view: ComparisonView, grab: Grab) -> None:
    canvas = view.colours.canvas
    assert (grab(view) == (canvas.red(), canvas.green(), canvas.blue())).all()
    view.zoom_in()
    view.set_zoom(3.0)
    view.pan(5, 5)
    view.fit()
    assert view.visible_rect is None
    assert view.colours_at(0, 0) == (None, None)
    view.set_pictures(Pyramid.build(np.zeros((5, 5, 3), np.uint8)), None, "A", "B")
    view.set_pictures(None, None)
    assert (grab(view) == (canvas.red(), canvas.green(), canvas.blue())).all()


def test_a_single_picture_has_no_divider(view: ComparisonView, grab: Grab, noise: Noise) -> None:
    pixels = noise(60, 80)
    for pair in ((Pyramid.build(pixels), None), (None, Pyramid.build(pixels))):
        view.set_pictures(*pair)
        bare(view)
        assert not view.has_divider
        assert np.array_equal(grab(view), expected_frame(view, pixels, None))


def test_pictures_of_the_same_size_do_not_move_the_view(
    view: ComparisonView, noise: Noise, qtbot: QtBot
) -> None:
    pyramid = Pyramid.build(noise(500, 700))
    view.set_pictures(pyramid, None)
    view.set_zoom(3.0, QPointF(10, 20))
    place = view.visible_rect, view.picture_point(QPointF(0, 0))
    with qtbot.assertNotEmitted(view.visible_changed), qtbot.assertNotEmitted(view.zoom_changed):
        view.set_pictures(pyramid, Pyramid.build(noise(500, 700, seed=2)))
        view.set_pictures(Pyramid.build(noise(500, 700, seed=3)), None)
    assert (view.visible_rect, view.picture_point(QPointF(0, 0))) == place
    view.set_pictures(Pyramid.build(noise(501, 700)), None)
    assert view.is_fitted


def test_pictures_of_different_size_are_refused(view: ComparisonView, noise: Noise) -> None:
    with pytest.raises(ValueError, match="cannot compare 5 x 6 with 6 x 5"):
        view.set_pictures(Pyramid.build(noise(5, 6)), Pyramid.build(noise(6, 5)))


def test_restored_tiles_appear_in_place(view: ComparisonView, grab: Grab, noise: Noise) -> None:
    before = noise(300, 400)
    pyramid = Pyramid.build(before)
    view.set_pictures(pyramid, None, "Enlarged", "Restored")
    view.divider = 0.0
    bare(view)
    grab(view)
    after = before.copy()
    for top, left, seed in ((0, 0, 1), (37, 101, 2), (37, 90, 3)):
        tile = noise(64, 100, seed=seed)
        after[top : top + 64, left : left + 100] = tile
        show_tile(view, top, left, tile)
        frame, expected = grab(view), expected_frame(view, before, after)
        assert np.array_equal(frame[OVERLAY_ROWS, 2:], expected[OVERLAY_ROWS, 2:])
    assert view.has_divider
    assert np.array_equal(pyramid.region(0, 0, 0, 300, 400), before)
    assert view.colours_at(101, 37) == (
        tuple(map(int, before[37, 101])),
        tuple(map(int, after[37, 101])),
    )


def test_restored_tiles_appear_zoomed_out_too(view: ComparisonView, grab: Grab) -> None:
    view.set_pictures(Pyramid.build(np.zeros((3000, 4000, 3), np.uint8)), None)
    view.divider = 0.0
    show_tile(view, 1000, 1000, np.zeros((1, 1, 3), np.uint8))
    grab(view)
    show_tile(view, 1000, 1500, np.full((512, 1024, 3), 255, np.uint8))
    frame = grab(view)
    inside = view.view_point(QPointF(1500 + 512, 1000 + 100))
    assert frame[int(inside.y()), int(inside.x())].tolist() == [255, 255, 255]
    outside = view.view_point(QPointF(1400, 1100))
    assert frame[int(outside.y()), int(outside.x())].tolist() == [0, 0, 0]


def test_colours_are_read_as_they_are_in_the_files(view: ComparisonView, noise: Noise) -> None:
    before, after = noise(20, 30, 4), noise(20, 30, 4, seed=1)
    view.set_pictures(Pyramid.build(before), Pyramid.build(after))
    expected = tuple(map(int, before[19, 29])), tuple(map(int, after[19, 29]))
    assert view.colours_at(29, 19) == expected
    assert view.colours_at(-1, -1) == (None, None)
    assert view.colours_at(30, 0) == (None, None)


def test_large_pictures_are_sharp_after_a_few_frames(
    view: ComparisonView, grab: Grab, noise: Noise, qtbot: QtBot
) -> None:
    pixels = noise(6 * TILE, 6 * TILE)
    view.resize(QSize(5 * TILE, 4 * TILE))
    view.set_pictures(Pyramid.build(pixels), None)
    bare(view)
    view.actual_size()
    corner = view.view_point(QPointF(0, 0))

    def is_sharp() -> bool:
        return bool((grab(view)[9] == pixels[int(9 - corner.y())][-int(corner.x()) :][:2560]).all())

    assert MAX_NEW_TILES < 20
    assert not is_sharp()  # the first frame must be quick, so it shows what it has
    qtbot.waitUntil(is_sharp)


def name_rows(view: ComparisonView) -> slice:
    """Return the rows of a view that contain the names."""
    return slice(math.ceil(view.height() - label_strip(view.font())), None)


def test_labels_name_the_pictures_and_fade(view: ComparisonView, grab: Grab) -> None:
    white = Pyramid.build(np.full((300, 400, 3), 255, np.uint8))

    def darkness(label_columns: slice) -> int:
        return int((grab(view)[name_rows(view), label_columns, 0] < 128).sum())

    left, right = slice(10, 80), slice(320, 390)
    view.set_pictures(white, white, "Enlarged", "Restored")
    assert darkness(left) > 200
    assert darkness(right) > 200
    view.divider = 0.05
    assert darkness(left) < 150  # nothing of the pill; the divider itself is dark
    assert darkness(right) > 200
    view.divider = 0.95
    assert darkness(left) > 200
    view.set_pictures(white, None, "Enlarged", "Restored")
    assert darkness(left) > 200
    assert darkness(right) == 0


def test_long_names_are_elided_not_overlapping(view: ComparisonView, grab: Grab) -> None:
    white = Pyramid.build(np.full((300, 400, 3), 255, np.uint8))
    view.set_pictures(white, white, "A very long name " * 20, "Another long name " * 20)
    middle = grab(view)[name_rows(view), 195:205]
    assert (middle[:, :3] == 255).all()
    assert (middle[:, -3:] == 255).all()


def test_a_stylesheet_sets_the_colours(view: ComparisonView, grab: Grab) -> None:
    view.setStyleSheet(
        "ComparisonView { qproperty-canvas_colour: #123456; qproperty-divider_colour: #fedcba; }"
    )
    black = Pyramid.build(np.zeros((10, 10, 3), np.uint8))
    view.set_pictures(black, black)
    view.set_zoom(4.0)
    frame = grab(view)
    assert frame[5, 5].tolist() == [0x12, 0x34, 0x56]
    assert frame[20, 200].tolist() == [0xFE, 0xDC, 0xBA]
    with pytest.raises(ValueError, match="no canvas colour"):
        view.set_colour("background", QColor())
    view.set_colour("canvas", QColor())
    assert view.colours.canvas.name() != "#123456"


def test_signals_tell_zoom_and_visible_pixels(view: ComparisonView, qtbot: QtBot) -> None:
    zooms: list[float] = []
    rects: list[Box | None] = []
    view.zoom_changed.connect(zooms.append)
    view.visible_changed.connect(rects.append)
    view.set_pictures(Pyramid.build(np.zeros((300, 400, 3), np.uint8)), None)
    view.set_zoom(4.0)
    view.set_zoom(4.0)
    view.pan(-8, 0)
    view.set_pictures(None, None)
    assert zooms == [1.0, 4.0]
    assert rects == [
        Box(0, 0, 300, 400),
        Box(112, 150, 76, 100),
        Box(112, 152, 76, 100),
        None,
    ]


def test_accessibility(view: ComparisonView) -> None:
    assert view.accessibleName()
    empty = view.accessibleDescription()
    pyramid = Pyramid.build(np.zeros((3, 3, 3), np.uint8))
    view.set_pictures(pyramid, pyramid, "Enlarged", "Restored")
    assert "Enlarged on the left, Restored on the right" in view.accessibleDescription()
    assert view.accessibleDescription() != empty

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.viewer.viewport import MAX_ZOOM, ZOOM_STOPS, Viewport
from models.tiling import Box

ratios = st.sampled_from((1.0, 1.25, 1.5, 2.0, 3.0))
sizes = st.integers(1, 20_000)
view_sizes = st.integers(1, 4000)


def test_hundred_percent_is_one_device_pixel_per_picture_pixel() -> None:
    for ratio in (1.0, 1.5, 2.0):
        port = Viewport(100, 200, 300, 400, ratio, zoom=1.0)
        assert (port.right - port.left) * ratio == pytest.approx(200)


def test_fit_is_a_whole_number_when_it_enlarges() -> None:
    # 180 x 85 enlarged twice in the sketch's window: 808 / 360 = 2.24.
    assert Viewport(170, 360, 682, 808).fit_zoom == 2.0
    assert Viewport(170, 360, 682, 719).fit_zoom == 1.0
    assert Viewport(1, 1, 3000, 3000).fit_zoom == MAX_ZOOM


def test_fit_leaves_a_margin_when_it_shrinks() -> None:
    port = Viewport(2000, 4000, 600, 800).fitted()
    assert port.left == pytest.approx(24, abs=1)
    assert port.right == pytest.approx(776, abs=1)


def test_fit_uses_device_pixels() -> None:
    assert Viewport(170, 360, 682, 808, device_pixel_ratio=2.0).fit_zoom == 4.0


@given(sizes, sizes, view_sizes, view_sizes, ratios)
def test_fitted_shows_everything_in_the_middle(
    picture_height: int, picture_width: int, height: int, width: int, ratio: float
) -> None:
    port = Viewport(picture_height, picture_width, height, width, ratio).fitted()
    assert port.left >= -1
    assert port.top >= -1
    assert port.right <= width + 1
    assert port.bottom <= height + 1
    assert port.visible() == Box(0, 0, picture_height, picture_width)


@given(sizes, sizes, st.integers(200, 4000), view_sizes, ratios)
def test_fitted_leaves_free_what_is_covered(
    picture_height: int, picture_width: int, height: int, width: int, ratio: float
) -> None:
    port = Viewport(picture_height, picture_width, height, width, ratio, above=60, below=40)
    port = port.fitted()
    assert port.top >= 60 - 1
    assert port.bottom <= height - 40 + 1
    assert port.visible() == Box(0, 0, picture_height, picture_width)


def test_what_is_covered_moves_no_picture_that_is_clear_of_it() -> None:
    port = Viewport(100, 100, 600, 120, above=60, below=40)
    assert port.fitted() == replace(port, zoom=1, centre_x=50, centre_y=50)
    low = Viewport(400, 400, 600, 600, above=120, below=40).fitted()
    assert (low.zoom, low.top) == (1, 120)


def test_a_view_that_is_mostly_covered_fits_all_the_same() -> None:
    assert Viewport(100, 100, 180, 180, above=60, below=40).fitted().zoom == 1


def test_a_part_is_framed_large_enough_whole_and_never_from_further_away() -> None:
    port = Viewport(400, 400, 600, 800).fitted()
    assert port.zoom == 1
    framed = port.zoomed_to(100, 200, 120, 210)  # a quarter of 600 px is 7.5 times 20 px
    assert (framed.zoom, framed.centre_x, framed.centre_y) == (8, 110, 205)
    assert port.zoomed_to(0, 0, 2, 2).zoom == 8
    assert replace(port, zoom=20).zoomed_to(100, 200, 120, 210).zoom == 20
    assert replace(port, zoom=20).zoomed_to(0, 0, 400, 300).zoom == 2


@given(sizes, sizes, ratios, st.floats(0.001, 100), st.floats(0, 1), st.floats(0, 1))
def test_zooming_in_keeps_the_point_under_the_pointer(
    picture_height: int, picture_width: int, ratio: float, zoom: float, right: float, down: float
) -> None:
    port = Viewport(picture_height, picture_width, 600, 800, ratio).fitted()
    x = port.left + right * (port.right - port.left)
    y = port.top + down * (port.bottom - port.top)
    for wanted in (zoom, zoom * 2):
        point = port.to_picture(x, y)
        port = port.zoomed(max(wanted, port.zoom), x, y)
        there = port.to_view(*point)
        assert there == pytest.approx((x, y), abs=(1.0 + 1e-6) / ratio)


@given(sizes, st.floats(1e-6, 1e6))
def test_zoom_stays_in_its_limits(picture: int, zoom: float) -> None:
    port = Viewport(picture, picture, 600, 800).fitted().zoomed(zoom, 0, 0)
    assert min(port.fit_zoom, 0.01) <= port.zoom <= MAX_ZOOM


def test_a_picture_that_needs_less_than_one_percent_still_fits() -> None:
    port = Viewport(10, 200_000, 600, 800).fitted()
    assert port.zoom < 0.01
    assert port.zoomed(1e-9, 0, 0).zoom == port.zoom


@given(sizes, sizes, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_the_picture_cannot_be_lost(
    picture_height: int, picture_width: int, dx: float, dy: float
) -> None:
    port = Viewport(picture_height, picture_width, 600, 800).fitted().moved(dx, dy)
    assert port.visible() is not None


def test_moving_is_undone_by_moving_back() -> None:
    port = Viewport(5000, 5000, 600, 800).fitted().zoomed(1.0, 400, 300)
    assert port.moved(-133, 71).moved(133, -71) == port


@given(st.lists(st.tuples(view_sizes, view_sizes), min_size=1), ratios)
def test_resizing_keeps_the_centre(new_sizes: list[tuple[int, int]], ratio: float) -> None:
    port = Viewport(5000, 5000, 600, 800, ratio, zoom=3.0, centre_x=1234.5, centre_y=77.25)
    for height, width in new_sizes:
        port = port.resized(height, width, ratio)
    x, y = port.to_picture(port.width / 2, port.height / 2)
    assert math.dist((x, y), (1234.5, 77.25)) * port.zoom <= 1.0


@given(ratios, st.floats(0.01, 64), st.floats(0, 500), st.floats(0, 400))
def test_the_corner_is_on_a_whole_device_pixel(
    ratio: float, zoom: float, x: float, y: float
) -> None:
    port = Viewport(400, 500, 333, 777, ratio, zoom, x, y)
    for edge in (port.left * ratio, port.top * ratio):
        assert edge == pytest.approx(round(edge), abs=1e-6)


def test_stops_go_up_and_down_the_same_stairs() -> None:
    port = Viewport(20_000, 20_000, 600, 800).fitted()
    up = []
    while port.zoom < MAX_ZOOM:
        port = port.zoomed(port.next_zoom(1), 400, 300)
        up.append(port.zoom)
    assert {0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 32.0, 64.0} <= set(up)
    down = [port.zoom]
    while port.next_zoom(-1) < port.zoom:
        port = port.zoomed(port.next_zoom(-1), 400, 300)
        down.append(port.zoom)
    assert [zoom for zoom in reversed(down) if zoom in up] == up
    assert down[-1] == 0.01
    assert list(ZOOM_STOPS) == sorted(ZOOM_STOPS)


def test_pixel_at_and_visible() -> None:
    port = Viewport(10, 20, 60, 80, zoom=8.0, centre_x=5.0, centre_y=5.0)
    assert port.left == 0
    assert port.top == -10
    assert port.pixel_at(0, 0) == (0, 1)
    assert port.pixel_at(79.9, 59.9) == (9, 8)
    assert port.visible() == Box(top=1, left=0, height=8, width=10)
    assert Viewport(10, 20, 600, 800).fitted().pixel_at(0, 0) is None

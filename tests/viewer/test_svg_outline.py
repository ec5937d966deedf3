"""SVG outlines lie on the picture's edges, in every pane and at every zoom."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.imaging.tracing import trace
from desktop_app.viewer.compare_modes import CompareMode
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.svg_outline import SvgOutlineItem

Grab = Callable[[QWidget], Pixels]
EDGE = 40  # picture pixels from the left


@pytest.fixture
def halves() -> Pixels:
    """A picture that is white left of EDGE and black right of it."""
    pixels = np.full((60, 120, 3), 255, np.uint8)
    pixels[:, EDGE:] = 0
    return pixels


@pytest.fixture
def outlines(halves: Pixels) -> str:
    return trace(Picture(halves)).outlines


@pytest.fixture
def outline(view: ComparisonView, halves: Pixels) -> SvgOutlineItem:
    pyramid = Pyramid.build(halves)
    view.set_pictures(pyramid, pyramid)
    return SvgOutlineItem(view)


def lines(
    view: ComparisonView, grab: Grab, outline: SvgOutlineItem, outlines: str, column: float
) -> list[list[int]]:
    """Return for each pane the offsets, in view pixels, of the outline's pixels from a picture column."""
    row = view.viewport().height() // 2
    outline.show_outlines("")
    without = grab(view)[row]
    assert outline.show_outlines(outlines)
    changed = np.flatnonzero((grab(view)[row] != without).any(axis=1))
    places = {view.view_point(QPointF(column, 0)).x() + pane.shift for pane in view.panes}
    return [
        [int(x - round(place)) for x in changed if abs(x - place) <= 4] for place in sorted(places)
    ]


@pytest.mark.parametrize("zoom", [0.5, 3.0, 64.0])
def test_lines_follow_the_zoom_and_stay_thin(
    view: ComparisonView, outline: SvgOutlineItem, outlines: str, grab: Grab, zoom: float
) -> None:
    view.mode = CompareMode.HOLD
    view.set_zoom(zoom)
    view.centre_on(QPointF(EDGE, 30))
    (line,) = lines(view, grab, outline, outlines, EDGE)
    assert set(line) >= {0}
    assert len(line) <= 3  # the line and its shadow


def test_lines_are_in_both_panes_and_end_with_them(
    view: ComparisonView, outline: SvgOutlineItem, outlines: str, grab: Grab
) -> None:
    view.mode = CompareMode.SIDE_BY_SIDE
    view.set_zoom(2.0)
    assert all(0 in line for line in lines(view, grab, outline, outlines, EDGE))
    view.set_zoom(12.0)
    view.centre_on(QPointF(0, 30))
    assert view.view_point(QPointF(EDGE, 30)).x() > view.panes[1].shift + 8
    assert lines(view, grab, outline, outlines, EDGE) == [[], []]


def test_they_are_stretched_over_a_picture_of_another_size(
    view: ComparisonView, outline: SvgOutlineItem, outlines: str, halves: Pixels, grab: Grab
) -> None:
    view.set_pictures(Pyramid.build(halves[::2, ::2].copy()), None)
    view.set_zoom(4.0)
    (line,) = lines(view, grab, outline, outlines, EDGE / 2)
    assert 0 in line


def test_too_many_curves_are_refused(outline: SvgOutlineItem) -> None:
    assert not outline.show_outlines("<svg>" + " " * 4_000_000)

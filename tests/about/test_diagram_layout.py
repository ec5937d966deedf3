"""Layout of the workflow diagram: everything has its place, and arrows end at what they point to."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from desktop_app.about.diagram_layout import (
    COLUMNS,
    MIN_WIDTH,
    DiagramLayout,
    DiagramPart,
    Rect,
    compute_layout,
)

LINE = 13.0
NEAR = 8.0  # pixels between an arrowhead and what it points to


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def distance(x: float, y: float, rect: Rect) -> float:
    return max(rect.x - x, x - rect.right, rect.y - y, y - rect.bottom, 0.0)


@pytest.fixture(params=[300, 420, 530, 600, 1200])
def layout(request: pytest.FixtureRequest) -> DiagramLayout:
    return compute_layout(request.param, LINE)


def test_every_box_has_a_place_of_its_own(layout: DiagramLayout) -> None:
    assert set(layout.places) == set(DiagramPart)
    assert layout.width >= MIN_WIDTH
    for a, b in combinations(layout.places.values(), 2):
        assert not overlap(a.whole, b.whole)
    for place in layout.places.values():
        assert place.whole.x >= 0
        assert place.whole.right <= layout.width + 0.01
        assert place.whole.bottom <= layout.height
        assert place.picture.bottom + place.lines * LINE <= place.whole.bottom + 0.01


def test_the_network_is_three_rows_of_one_scale_each(layout: DiagramLayout) -> None:
    for row in range(3):
        tops = {layout.places[part].picture.y for column in COLUMNS if (part := column[row])}
        assert len(tops) == 1
    for column in COLUMNS:
        lefts = {layout.places[part].picture.x for part in column if part}
        assert len(lefts) == 1
    for column in COLUMNS:
        for part in column:
            if part is not None:
                assert not overlap(layout.places[part].whole, Rect(0, 0, 1e4, layout.frame.y))


def test_every_arrow_points_to_a_box(layout: DiagramLayout) -> None:
    targets = [place.whole for place in layout.places.values()] + list(layout.heads)
    for line in layout.lines:
        if line.has_tip:
            assert min(distance(*line.points[-1], target) for target in targets) <= NEAR


def test_no_line_runs_through_a_picture(layout: DiagramLayout) -> None:
    for line in layout.lines:
        for (x, y), (end_x, end_y) in pairwise(line.points):
            assert x == end_x or y == end_y
            left, right = sorted((x, end_x))
            top, bottom = sorted((y, end_y))
            for place in layout.places.values():
                inner = place.picture
                inside = Rect(inner.x + 1, inner.y + 1, inner.width - 2, inner.height - 2)
                assert not overlap(inside, Rect(left, top, right - left + 0.1, bottom - top + 0.1))


def test_it_is_mirrored_for_those_who_read_from_the_right(layout: DiagramLayout) -> None:
    mirrored = layout.mirrored()
    first, last = (
        mirrored.places[part].whole.x for part in (DiagramPart.INPUT, DiagramPart.OUTPUT)
    )
    assert first > last
    for part, place in mirrored.places.items():
        original = layout.places[part].whole
        assert place.whole.right == pytest.approx(layout.width - original.x)
        assert place.whole.y == original.y
    turned = mirrored.mirrored()
    for part, place in turned.places.items():
        assert place.whole.x == pytest.approx(layout.places[part].whole.x)

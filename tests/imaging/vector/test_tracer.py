from __future__ import annotations

import numpy as np
import pytest
import svgelements  # type: ignore[import-untyped]

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.vector.painting import Shape, without_needless_knots
from desktop_app.imaging.vector.svg import colour_of, group_elements, path_data
from desktop_app.imaging.vector.tracer import FlatDrawing, trace_flat
from tests.imaging.vector.drawn import INK, PAPER, box, disc, painted, shares


def traced(picture: Picture, **settings: object) -> FlatDrawing:
    drawing = trace_flat(picture, **settings)  # type: ignore[arg-type]
    assert drawing is not None
    return drawing


def nodes(shape: Shape) -> list[int]:
    return [len(ring) for ring in shape.rings]


def test_a_rectangle_has_its_four_corners() -> None:
    drawing = traced(painted(box(64, 12.3, 15.6, 50.8, 44.1)))
    assert [nodes(shape) for shape in drawing.shapes] == [[4], [4]]
    corners = np.array([segment[0] for segment in drawing.shapes[1].rings[0]])
    truth = np.array([(12.3, 15.6), (50.8, 15.6), (50.8, 44.1), (12.3, 44.1)])
    assert np.hypot(*(corners[:, None] - truth[None]).transpose(2, 0, 1)).min(axis=1).max() < 0.05


def test_a_ring_is_eight_curves_and_shows_the_paper_below() -> None:
    ring = disc(96, 48, 48, 36.4) - disc(96, 48, 48, 21.7)
    drawing = traced(painted(ring))
    assert [nodes(shape) for shape in drawing.shapes] == [[4], [4, 4]]
    cut = traced(painted(ring), side_by_side=True)
    assert sorted(nodes(shape) for shape in cut.shapes) == [[4], [4, 4], [4, 4]]


def test_the_end_of_a_stroke_is_drawn_and_a_sharp_tip_is_not_cut_off() -> None:
    bar = traced(painted(box(64, 10.5, 30, 53.5, 32)))
    assert nodes(bar.shapes[1]) == [4]
    wedge = shares(96, lambda x, y: (y < 80) & (np.abs(x - 48) < (y - 12) * 0.3))
    tip = traced(painted(wedge))
    assert nodes(tip.shapes[1]) == [3]
    assert min(segment[0][1] for segment in tip.shapes[1].rings[0]) == pytest.approx(12, abs=0.15)


def test_opacity_becomes_fill_opacity_and_clear_places_stay_clear() -> None:
    share = disc(64, 32, 32, 24) - disc(64, 32, 32, 10)
    alpha = np.round(share * 0.85 * 255).astype(np.uint8)
    drawing = traced(Picture(np.full((64, 64, 3), (29, 78, 216), np.uint8), alpha))
    assert [nodes(shape) for shape in drawing.shapes] == [[4, 4]]
    colour, opacity = colour_of(drawing.inks, drawing.shapes[0].ink)
    assert colour == (29, 78, 216)
    assert opacity == pytest.approx(0.85, abs=0.01)
    assert 'fill-opacity="0.85' in group_elements(drawing.shapes, drawing.inks, has_curves=True)


def test_photographs_and_gradients_are_no_flat_drawings() -> None:
    ramp = np.repeat(np.linspace(0, 255, 128).astype(np.uint8)[None], 96, axis=0)
    assert trace_flat(Picture(np.stack([ramp] * 3, axis=2))) is None
    grain = np.random.default_rng(2).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    assert trace_flat(Picture(grain)) is None


def test_patches_smaller_than_wanted_join_what_is_around_them() -> None:
    share = np.maximum(box(64, 10, 10, 50, 50), box(64, 55, 55, 58, 58))
    assert len(traced(painted(share)).shapes) == 3
    assert len(traced(painted(share), smallest=6).shapes) == 2


def test_paths_are_closed_and_read_by_others() -> None:
    drawing = traced(painted(disc(64, 30, 30, 18)))
    for shape in drawing.shapes:
        for has_curves in (True, False):
            path = svgelements.Path(path_data(shape, has_curves=has_curves))
            assert sum(isinstance(part, svgelements.Close) for part in path) == len(shape.rings)
    straight = path_data(drawing.shapes[1], has_curves=False)
    assert "C" not in straight
    assert colour_of(drawing.inks, drawing.shapes[0].ink) == (PAPER, 1.0)
    assert colour_of(drawing.inks, drawing.shapes[1].ink) == (INK, 1.0)


def test_lines_in_a_row_become_one() -> None:
    places = np.array([(0, 0), (10, 0.01), (20, 0), (20, 20), (0, 20), (0, 9)], float)
    ring = list(np.stack([places, np.roll(places, -1, axis=0)], axis=1))
    joined = without_needless_knots(ring, 0.05)
    assert [segment[0].tolist() for segment in joined] == [[0, 0], [20, 0], [20, 20], [0, 20]]


def test_what_touches_from_the_side_lies_on_what_is_painted_before_it() -> None:
    left, right = box(64, 8, 12, 40, 52), box(64, 40, 20, 56, 44)
    both = painted(left)
    pixels = both.rgb.copy()
    pixels[right > 0.5] = (20, 60, 160)
    drawing = traced(Picture(pixels))
    assert len(drawing.shapes) == 3
    below = np.array([segment[0] for segment in drawing.shapes[1].rings[0]])
    assert below[:, 0].max() == pytest.approx(56, abs=0.05)  # it reaches under its neighbour
    assert nodes(drawing.shapes[2]) == [4]
    cut = traced(Picture(pixels), side_by_side=True)
    assert [shape.rings[0][0].shape for shape in cut.shapes] == [(2, 2)] * 3
    assert max(segment[0][0] for segment in cut.shapes[1].rings[0]) == pytest.approx(40, abs=0.05)


def test_what_lies_in_a_counter_in_the_ink_around_it_is_painted() -> None:
    frame = box(96, 10, 10, 86, 86) - box(96, 16, 16, 80, 80)
    drawing = traced(painted(np.maximum(frame, box(96, 30, 44, 66, 50))))
    assert sorted(nodes(shape) for shape in drawing.shapes) == [[4], [4], [4, 4]]

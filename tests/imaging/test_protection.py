from __future__ import annotations

import math

import numpy as np
import pytest

from desktop_app.domain.history import History
from desktop_app.imaging.protection import Protection, Rectangle, Stroke


def test_nothing_is_protected_at_first() -> None:
    assert Protection().mask(4, 4) is None


def test_a_rectangle_protects_what_it_covers() -> None:
    mask = Protection((Rectangle(2, 1, 5.5, 3.25),)).mask(6, 8)
    assert mask is not None
    assert (mask[1:3, 2:5] == 255).all()
    assert mask[1, 5] == 128
    assert mask[3, 2] == 64
    assert mask[3, 5] == 32
    assert mask[0].max() == mask[4:].max() == mask[:, :2].max() == mask[:, 6:].max() == 0


@pytest.mark.parametrize("shape", [Rectangle(-9, -9, 99, 99), Stroke(((4.0, 3.0),), 40)])
def test_shapes_may_reach_beyond_the_picture(shape: Rectangle | Stroke) -> None:
    mask = Protection((shape,)).mask(6, 8)
    assert mask is not None
    assert (mask == 255).all()
    far = Protection((Rectangle(20, 20, 30, 30), Stroke(((-50.0, 3.0), (-50.0, 90.0)), 3)))
    outside = far.mask(6, 8)
    assert outside is not None
    assert not outside.any()


@pytest.mark.parametrize("angle", [0.0, 0.4, math.pi / 2, 2.2])
def test_a_stroke_has_the_area_of_its_brush_and_a_soft_rim(angle: float) -> None:
    radius, length = 7.3, 40.0
    start = (50.2, 49.7)
    end = (start[0] + length * math.cos(angle), start[1] + length * math.sin(angle))
    mask = Protection((Stroke((start, end), radius),)).mask(100, 100)
    assert mask is not None
    area = 2 * radius * length + math.pi * radius**2
    assert mask.sum() / 255 == pytest.approx(area, rel=0.01)
    y, x = np.mgrid[:100, :100] + 0.5
    along = np.clip((x - start[0]) * math.cos(angle) + (y - start[1]) * math.sin(angle), 0, length)
    distance = np.hypot(
        x - start[0] - along * math.cos(angle), y - start[1] - along * math.sin(angle)
    )
    assert (mask[distance < radius - 0.5] == 255).all()
    assert (mask[distance > radius + 0.5] == 0).all()


def test_a_path_has_no_seams_and_overlaps_do_not_add_up() -> None:
    points = tuple((float(x), 20.0) for x in range(10, 50, 3))
    path, line = (Protection((Stroke(way, 4.5),)) for way in (points, (points[0], points[-1])))
    assert np.array_equal(path.mask(40, 60), line.mask(40, 60))  # type: ignore[arg-type]
    twice = path.with_shape(line.shapes[0])
    assert np.array_equal(twice.mask(40, 60), line.mask(40, 60))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "is_extended"),
    [
        (Stroke(((-30.0, 20.0),), 8), False),  # beside the picture
        (Stroke(((-3.0, 62.0),), 8), True),
        (Rectangle(1500, -20, 1600, -1), False),
        (Rectangle(200, 30, 260, 30), False),  # without height
        (Rectangle(20, 20, 40, 30), False),  # inside another
        (Rectangle(20, 20, 40, 61), True),
        (Stroke(((30.0, 30.0),), 8), False),
        (Rectangle(2090, 10, 2100, 20), True),  # only in the last part
        (Rectangle(0, 0, 2000, 60.5), True),
    ],
)
def test_a_shape_extends_the_protection_only_by_what_was_not_protected(
    shape: Rectangle | Stroke, is_extended: bool
) -> None:
    protection = Protection((Rectangle(10, 10, 60, 60), Rectangle(0, 0, 2080, 60)))
    before = protection.mask(70, 2100)
    after = protection.with_shape(shape).mask(70, 2100)
    assert before is not None
    assert after is not None
    assert (not np.array_equal(before, after)) == is_extended
    assert protection.is_extended_by(shape, 70, 2100) == is_extended


def test_protection_can_be_undone_and_redone() -> None:
    history = History(Protection())
    history = history.with_step(history.present.with_shape(Rectangle(0, 0, 2, 2)))
    history = history.with_step(history.present.with_shape(Stroke(((5.0, 5.0),), 2)))
    back = history.undone()
    assert back.present.shapes == (Rectangle(0, 0, 2, 2),)
    assert back.undone().present.mask(8, 8) is None
    assert back.redone() == history


@pytest.mark.parametrize(
    "make",
    [
        lambda: Rectangle(3, 0, 2, 1),
        lambda: Rectangle(0, 0, math.nan, 1),
        lambda: Stroke((), 3),
        lambda: Stroke(((1.0, math.inf),), 3),
        lambda: Stroke(((1.0, 1.0),), 0),
    ],
)
def test_what_is_no_shape_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="not a"):
        make()

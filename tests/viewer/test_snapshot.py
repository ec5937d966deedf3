"""Snapshots: a comparison drawn as one image."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from qimage2ndarray import rgb_view  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.compare_modes import SEPARATOR
from desktop_app.viewer.comparison_view import ComparisonView
from desktop_app.viewer.snapshot import MAX_SIDE, draw_snapshot

Noise = Callable[..., Pixels]


def draw(
    view: ComparisonView,
    before: Pixels,
    after: Pixels,
    divider: float | None,
    background: QColor | None = None,
) -> QImage:
    return draw_snapshot(
        (Pyramid.build(before), Pyramid.build(after)),
        ("Enlarged", "Restored"),
        divider,
        colours=view.colours,
        background=background,
        font=view.font(),
    )


def seen(image: QImage) -> Pixels:
    """Return a copy of the pixels, because they are freed with the image."""
    pixels: Pixels = rgb_view(image).copy()
    return pixels


@pytest.mark.parametrize("divider", [0.0, 0.25, 1.0])
def test_the_divider_stands_where_it_stood(
    view: ComparisonView, noise: Noise, divider: float
) -> None:
    before, after = noise(100, 200), noise(100, 200, seed=1)
    shown = seen(draw(view, before, after, divider))
    large = [pixels.repeat(6, axis=0).repeat(6, axis=1) for pixels in (before, after)]
    line = round(divider * 1200)
    top = slice(0, 200)  # above the handle
    np.testing.assert_array_equal(shown[top, : max(0, line - 1)], large[0][top, : max(0, line - 1)])
    np.testing.assert_array_equal(shown[top, line + 1 :], large[1][top, line + 1 :])


def test_side_by_side_shows_both_whole_and_the_names_below(
    view: ComparisonView, noise: Noise
) -> None:
    before, after = noise(90, 150), noise(90, 150, seed=1)
    shown = seen(draw(view, before, after, None))
    width = 8 * 150
    assert shown.shape[1] == 2 * width + SEPARATOR
    for pixels, left in ((before, 0), (after, width + SEPARATOR)):
        large = pixels.repeat(8, axis=0).repeat(8, axis=1)
        np.testing.assert_array_equal(shown[: 8 * 90, left : left + width], large)
    below = shown[8 * 90 :]
    assert len(np.unique(below[:, :100].reshape(-1, 3), axis=0)) > 4  # letters
    assert len(np.unique(below[:, -100:].reshape(-1, 3), axis=0)) > 4


def test_a_large_picture_is_reduced_and_sharp_at_once(view: ComparisonView) -> None:
    before = np.zeros((3000, 4800, 3), np.uint8)
    before[:, ::4] = 255
    image = draw(view, before, before, None)
    assert image.devicePixelRatio() == 2.0
    shown = seen(image)
    assert abs(shown.shape[1] - 2 * MAX_SIDE) <= 4
    # Every second column of the reduced picture holds a line; a coarser level would be grey.
    row = shown[100, 10:1000, 0].astype(int)
    assert np.abs(np.diff(row)).min() > 100


def test_transparency_lies_on_the_chosen_colour(view: ComparisonView) -> None:
    clear = np.zeros((50, 50, 4), np.uint8)
    shown = seen(draw(view, clear, clear, 0.5, QColor(12, 34, 56)))
    assert shown[10, 10].tolist() == [12, 34, 56]

"""Replacing parts of the restored picture while it is shown."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.comparison_view import ComparisonView
from tests.viewer.tiles import show_tile

Noise = Callable[..., Pixels]
Grab = Callable[[QWidget], Pixels]


def test_it_looks_like_the_whole_picture(view: ComparisonView, noise: Noise, grab: Grab) -> None:
    before = Pyramid.build(noise(100, 140))
    tiles = [(0, 0, noise(40, 60, seed=1)), (30, 100, noise(50, 40, seed=2))]
    after = before
    for top, left, pixels in tiles:
        after = after.replaced(top, left, pixels)
    view.set_pictures(before, after, "Enlarged", "Restored")
    expected = grab(view)
    view.set_pictures(before, None, "Enlarged", "Restored")
    for top, left, pixels in tiles:
        show_tile(view, top, left, pixels)
    np.testing.assert_array_equal(grab(view), expected)
    assert view.colours_at(110, 40) == (before.pixel(40, 110), after.pixel(40, 110))


def test_another_size_is_refused(view: ComparisonView, noise: Noise) -> None:
    other = Pyramid.build(noise(10, 10))
    with pytest.raises(ValueError, match="not one of those"):
        view.replace_after(other, [])
    view.set_pictures(Pyramid.build(noise(20, 20)), None)
    with pytest.raises(ValueError, match="not one of those"):
        view.replace_after(other, [])

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette

from desktop_app.imaging.pyramid import Pixels, Pyramid
from desktop_app.viewer.canvas_colours import CanvasColours
from desktop_app.viewer.checkerboard import choose_tones, hidden_share


def palette(window: int, text: int) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window, window, window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text, text, text))
    return palette


DARK = CanvasColours.from_palette(palette(33, 216))
LIGHT = CanvasColours.from_palette(palette(244, 32))


def logo(ink: tuple[int, int, int], size: int = 40) -> Pixels:
    """Return a picture that is a quarter ink and transparent elsewhere, with a misleading hidden colour."""
    pixels = np.zeros((size, size, 4), np.uint8)
    pixels[..., :3] = [255 - value for value in ink]
    pixels[: size // 2, : size // 2] = (*ink, 255)
    return pixels


@pytest.mark.parametrize("size", [40, 1000])
@pytest.mark.parametrize(
    ("ink", "colours", "is_contrast"),
    [
        ((0, 0, 0), DARK, True),
        ((50, 50, 60), DARK, True),
        ((255, 255, 255), DARK, False),
        ((210, 70, 45), DARK, False),
        ((255, 255, 255), LIGHT, True),
        ((0, 0, 0), LIGHT, False),
        ((60, 120, 255), LIGHT, False),
    ],
)
def test_a_logo_never_disappears(
    ink: tuple[int, int, int], colours: CanvasColours, is_contrast: bool, size: int
) -> None:
    pyramid = Pyramid.build(logo(ink, size))
    tones = choose_tones(pyramid, colours)
    assert (tones == (colours.contrast_checker, colours.contrast_checker_alternate)) == is_contrast
    assert hidden_share(pyramid, tones) < 0.35


def test_empty_and_opaque_pictures_get_the_theme_s_own_tones() -> None:
    empty = Pyramid.build(np.zeros((9, 9, 4), np.uint8))
    opaque = Pyramid.build(np.zeros((9, 9, 3), np.uint8))
    for pyramid in (empty, opaque):
        assert choose_tones(pyramid, DARK) == (DARK.checker, DARK.checker_alternate)


@pytest.mark.parametrize("colours", [DARK, LIGHT])
def test_tones_are_neutral_calm_and_two(colours: CanvasColours) -> None:
    for first, second in (
        (colours.checker, colours.checker_alternate),
        (colours.contrast_checker, colours.contrast_checker_alternate),
    ):
        assert first.red() == first.green() == first.blue()
        assert 6 <= abs(first.red() - second.red()) <= 24

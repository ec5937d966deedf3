from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageFilter

from desktop_app.imaging.picture import Colour, Picture
from desktop_app.imaging.picture_run import PicturePlane
from desktop_app.imaging.restore import enlarge_picture, restore_parts
from models.enlarge import enlarge
from tests.imaging.file_builders import Pixels, logo
from tests.imaging.known_logo import BACKGROUNDS, RED, edge_deviation, known_logo

Restore = Callable[[Pixels, PicturePlane], Pixels]


def bicubic(pixels: Pixels, part: PicturePlane) -> Pixels:
    return enlarge(pixels, 2)


def sharpening(pixels: Pixels, part: PicturePlane) -> Pixels:
    """Stands in for a network: edges become steeper and overshoot."""
    image = Image.fromarray(enlarge(pixels, 2))
    return np.array(image.filter(ImageFilter.UnsharpMask(radius=1.5, percent=80, threshold=0)))


def hazy(pixels: Pixels, part: PicturePlane) -> Pixels:
    """A network that never quite reaches 0 and 255, and tints grey."""
    soft = enlarge(pixels, 2).astype(float) * (247 / 255) + 4
    tinted: Pixels = np.rint(soft + np.array([-1, 0, 2])).astype(np.uint8)
    return tinted


# The fringe tests take any such callable; add a trained network here to test it.
RESTORERS: list[Restore] = [bicubic, sharpening, hazy]
HIDDEN: list[Colour] = [(0, 0, 0), (255, 255, 255)]


# --- fringes -------------------------------------------------------------------------------------


def _without_bleeding(picture: Picture, restore: Restore) -> Picture:
    assert picture.alpha is not None
    grey = np.repeat(picture.alpha[:, :, None], 3, axis=2)
    alpha = restore(grey, PicturePlane.ALPHA)[:, :, 1]
    return Picture(restore(picture.rgb, PicturePlane.COLOUR), np.ascontiguousarray(alpha))


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("colours", [1, 2])
def test_enlarged_edges_show_the_fill_and_nothing_else(
    background: str, hidden: Colour, colours: int
) -> None:
    small, truth = (known_logo(scale, hidden, colours=colours) for scale in (1, 2))
    colour = BACKGROUNDS[background]
    ours = edge_deviation(enlarge_picture(small.picture, 2, enlarge), truth, colour)
    plain = edge_deviation(_without_bleeding(small.picture, bicubic), truth, colour)
    assert plain.fringe > 2  # the measure detects a fringe
    assert ours.fringe < 0.2 * plain.fringe
    if colours == 1:
        assert plain.outside > 10
        assert ours.outside <= 1


@pytest.mark.parametrize("hidden", HIDDEN)
def test_restored_edges_are_markedly_nearer_to_the_truth(hidden: Colour) -> None:
    # Bicubic alone proves nothing here: its soft alpha errs more than a fringe, and a dark
    # fringe on black even makes up for some of that.
    small, truth = known_logo(1, hidden), known_logo(2, hidden)
    ours, plain = (
        [edge_deviation(picture, truth, colour).error for colour in BACKGROUNDS.values()]
        for picture in (
            restore_parts(small.picture, 2, sharpening),
            _without_bleeding(small.picture, sharpening),
        )
    )
    assert all(own < other for own, other in zip(ours, plain, strict=True))
    assert np.mean(ours) < 0.75 * np.mean(plain)


@pytest.mark.parametrize("restore", RESTORERS)
@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("hidden", HIDDEN)
def test_restored_edges_have_no_fringe(restore: Restore, background: str, hidden: Colour) -> None:
    small, truth = known_logo(1, hidden), known_logo(2, hidden)
    colour = BACKGROUNDS[background]
    ours = edge_deviation(restore_parts(small.picture, 2, restore), truth, colour)
    plain = edge_deviation(_without_bleeding(small.picture, restore), truth, colour)
    assert ours.fringe < 0.6 * plain.fringe
    assert ours.outside <= (5 if restore is hazy else 1)  # the hazy one tints flat colour as well


# --- how the callables are called ----------------------------------------------------------------


def test_colour_is_bled_before_it_is_restored() -> None:
    seen: dict[PicturePlane, Pixels] = {}

    def look(pixels: Pixels, part: PicturePlane) -> Pixels:
        seen[part] = pixels
        return bicubic(pixels, part)

    small = known_logo(1).picture
    restore_parts(small, 2, look)
    assert np.abs(seen[PicturePlane.COLOUR].astype(int) - RED).max() <= 1
    assert small.alpha is not None
    assert (seen[PicturePlane.ALPHA] == small.alpha[:, :, None]).all()
    assert seen[PicturePlane.ALPHA].shape == (48, 48, 3)


def test_an_opaque_picture_needs_one_call() -> None:
    parts: list[PicturePlane] = []

    def look(pixels: Pixels, part: PicturePlane) -> Pixels:
        parts.append(part)
        return bicubic(pixels, part)

    restored = restore_parts(Picture(logo()), 2, look)
    assert parts == [PicturePlane.COLOUR]
    assert restored.alpha is None
    assert (restored.rgb == enlarge(logo(), 2)).all()


def test_flat_alpha_stays_exactly_flat() -> None:
    small = known_logo(1).picture
    restored = restore_parts(small, 2, hazy)
    assert small.alpha is not None
    assert restored.alpha is not None
    assert (restored.alpha[:6, :6] == 0).all()  # a corner, far from the ring
    solid = np.zeros((20, 20), np.uint8)
    solid[5:15, 5:15] = 255
    restored = restore_parts(Picture(np.zeros((20, 20, 3), np.uint8), solid), 2, hazy)
    assert restored.alpha is not None
    assert (restored.alpha[14:26, 14:26] == 255).all()
    edges = restored.alpha[6:34, 6:34]
    assert ((edges > 0) & (edges < 255)).any()  # near edges the network decides


def test_the_three_answers_for_alpha_are_averaged() -> None:
    def uneven(pixels: Pixels, part: PicturePlane) -> Pixels:
        return np.full((80, 120, 3), (10, 10, 12), np.uint8)

    glass = Picture(logo(), np.full((40, 60), 128, np.uint8))
    restored = restore_parts(glass, 2, uneven)
    assert restored.alpha is not None
    assert (restored.alpha == 11).all()


def test_half_transparent_planes_are_left_to_the_network() -> None:
    glass = Picture(logo(), np.full((40, 60), 128, np.uint8))
    restored = restore_parts(glass, 2, bicubic)
    assert restored.alpha is not None
    assert (restored.alpha == 128).all()


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_print_size_and_all_else_is_kept(scale: int) -> None:
    picture = Picture(
        logo(),
        np.full((40, 60), 200, np.uint8),
        icc_profile=b"profile",
        dpi=(150, 75),
        exif=b"exif",
        format="PNG",
        notes=("A note.",),
    )
    for result in (
        enlarge_picture(picture, scale, enlarge),
        restore_parts(picture, scale, lambda pixels, part: enlarge(pixels, scale)),
    ):
        assert (result.height, result.width) == (40 * scale, 60 * scale)
        assert result.dpi == (150.0 * scale, 75.0 * scale)
        assert (result.icc_profile, result.exif) == (b"profile", b"exif")
        assert (result.format, result.notes) == ("PNG", ("A note.",))
    unknown = enlarge_picture(Picture(logo()), scale, enlarge)
    assert unknown.dpi is None


def test_answers_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected \(80, 120\)"):
        restore_parts(Picture(logo()), 2, lambda pixels, part: pixels)
    with pytest.raises(ValueError, match=r"expected \(96, 96\)"):
        enlarge_picture(known_logo(1).picture, 2, lambda pixels, scale: pixels)
    with pytest.raises(ValueError, match=r"expected \(96, 96\)"):
        restore_parts(
            known_logo(1).picture,
            2,
            lambda pixels, part: pixels if part is PicturePlane.ALPHA else bicubic(pixels, part),
        )

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from desktop_app.analysis.flat_colours import find_flat_colours, measure_drift
from desktop_app.imaging.picture import Picture, Pixels
from models.colour_difference import ciede2000, colour_difference
from tests.imaging.file_builders import srgb_profile
from tests.imaging.flat_logos import ACCENT, INK, PAPER, coverages, mix_colours, shift_colour

COLOURS = (PAPER, INK, ACCENT)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [  # of the table of Sharma, Wu and Dalal: hues around 0, greys, small and large differences
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_ciede2000_as_published(
    first: tuple[float, ...], second: tuple[float, ...], expected: float
) -> None:
    assert ciede2000(np.array(first), np.array(second)) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(np.array(second), np.array(first)) == pytest.approx(expected, abs=5e-5)


def test_black_and_white_are_a_hundred_apart() -> None:
    assert colour_difference((0, 0, 0), (255, 255, 255)) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("sigma", [0.0, 1.3])
def test_fills_are_found_and_their_edges_are_not(sigma: float) -> None:
    image = Image.fromarray(mix_colours(coverages(96), COLOURS)).filter(
        ImageFilter.GaussianBlur(sigma)
    )
    flat = find_flat_colours(Picture(np.array(image)))
    assert [colour.rgb for colour in flat.colours] == [PAPER, INK, ACCENT]
    assert flat.colours[0].share > flat.colours[1].share > flat.colours[2].share > 0.05
    assert (flat.areas == 255).mean() == pytest.approx(
        1 - sum(colour.share for colour in flat.colours), abs=1e-6
    )


def test_semi_transparent_fills_are_found_with_their_opacity() -> None:
    rgb = np.full((60, 90, 3), (240, 244, 250), np.uint8)
    alpha = np.full((60, 90), 255, np.uint8)
    rgb[:, 30:60], alpha[:, 30:60] = (0, 122, 255), 128
    rgb[:, 60:], alpha[:, 60:] = (255, 0, 0), 20  # hardly there
    alpha[20:40, :30] = np.linspace(0, 255, 30, dtype=np.uint8)  # fades
    flat = find_flat_colours(Picture(rgb, alpha=alpha))
    listed = {colour.rgb: colour.opacity for colour in flat.colours}
    assert listed == {(240, 244, 250): 1, (0, 122, 255): pytest.approx(128 / 255)}
    assert (flat.areas[:, 62:] == 255).all()
    assert (flat.areas[25:35, 2:28] == 255).all()


def test_jpeg_moves_the_colours_of_fills_by_no_more_than_two_levels(
    tmp_path: pytest.TempPathFactory,
) -> None:
    path = f"{tmp_path}/logo.jpg"
    Image.fromarray(mix_colours(coverages(96), COLOURS)).save(path, quality=50)
    with Image.open(path) as image:
        flat = find_flat_colours(Picture(np.array(image)))
    found = {colour.rgb for colour in flat.colours}
    for colour in COLOURS:
        assert min(np.abs(np.subtract(colour, other)).max() for other in found) <= 3


SIMILAR = ((250, 250, 250), (242, 242, 247), (10, 132, 255), (0, 122, 255))


def similar_fills() -> Pixels:
    """Two blues side by side, and a pale box on a ground that is hardly paler."""
    rgb = np.full((100, 200, 3), SIMILAR[0], np.uint8)
    rgb[30:70, 20:90] = SIMILAR[1]
    rgb[20:80, 110:150], rgb[20:80, 150:186] = SIMILAR[2:]
    return rgb


@pytest.mark.parametrize("quality", [0, 90, 75])
def test_fills_of_similar_colours_are_told_apart(tmp_path: Path, quality: int) -> None:
    rgb = similar_fills()
    if quality:
        Image.fromarray(rgb).save(tmp_path / "fills.jpg", quality=quality)
        with Image.open(tmp_path / "fills.jpg") as image:
            rgb = np.array(image)
    found = [colour.rgb for colour in find_flat_colours(Picture(rgb)).colours]
    if not quality:
        assert set(found) == set(SIMILAR)
    assert len(found) == len(SIMILAR)
    for colour in SIMILAR:
        assert min(np.abs(np.subtract(colour, other)).max() for other in found) <= 3


def test_a_slow_gradient_is_not_a_fill_for_each_of_its_steps() -> None:
    ramp = np.rint(np.linspace(200, 220, 240)).astype(np.uint8)
    grey = np.tile(ramp, (60, 1))
    assert len(find_flat_colours(Picture(np.stack([grey] * 3, axis=2))).colours) == 1


def test_photographs_gradients_and_hidden_colours_are_no_fills() -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 256, (60, 60, 3), np.uint8)
    assert find_flat_colours(Picture(noise)).colours == ()
    rgb = np.full((60, 60, 3), 255, np.uint8)
    rgb[20:40, 20:40] = INK
    alpha = np.zeros((60, 60), np.uint8)
    alpha[20:40, 20:40] = 255
    assert [colour.rgb for colour in find_flat_colours(Picture(rgb, alpha)).colours] == [INK]
    assert find_flat_colours(Picture(rgb, np.zeros((60, 60), np.uint8))).colours == ()
    assert find_flat_colours(Picture(np.zeros((1, 1, 3), np.uint8))).colours == ()


@pytest.mark.parametrize("profile", [None, srgb_profile()])
def test_drift_is_measured_inside_the_fills(profile: bytes | None) -> None:
    before = Picture(mix_colours(coverages(80), COLOURS), icc_profile=profile)
    moved = tuple(
        shift_colour(c, by)
        for c, by in zip(COLOURS, [(0, 0, 0), (9, 0, -6), (0, 5, 0)], strict=True)
    )
    after = mix_colours(coverages(160), moved)
    drifts = measure_drift(find_flat_colours(before), Picture(after, icc_profile=profile))
    assert [drift.after for drift in drifts] == list(moved)
    for drift, old, new in zip(drifts, COLOURS, moved, strict=True):
        assert drift.delta_e == pytest.approx(float(colour_difference(old, new)), abs=0.35)
    assert drifts[0].delta_e < 0.1
    assert drifts[1].delta_e > 1.5


def test_pictures_that_do_not_belong_together_are_refused() -> None:
    flat = find_flat_colours(Picture(mix_colours(coverages(32), COLOURS)))
    with pytest.raises(ValueError, match="no multiple"):
        measure_drift(flat, Picture(np.zeros((65, 64, 3), np.uint8)))

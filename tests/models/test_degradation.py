"""Every step of the degradation chain does what its name says."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training import degradation as d
from tests.models.graphics import graphic

Picture = npt.NDArray[np.float32]
SIDE = 65
CENTRE = SIDE // 2


def impulse() -> Picture:
    image = np.zeros((SIDE, SIDE, 3), np.float32)
    image[CENTRE, CENTRE] = 1
    return image


def spread(image: Picture) -> tuple[float, float, float, float]:
    """Centre and standard deviation of an image's mass: row, column, σ row, σ column."""
    mass = image[..., 0].astype(np.float64)
    mass = mass / mass.sum()
    rows, columns = np.indices(mass.shape)
    row, column = (mass * rows).sum(), (mass * columns).sum()
    return (
        row,
        column,
        float(np.sqrt((mass * (rows - row) ** 2).sum())),
        float(np.sqrt((mass * (columns - column) ** 2).sum())),
    )


@pytest.mark.parametrize("sigma", [0.6, 1.0, 2.5, 4.0])
def test_a_gaussian_has_its_sigma(sigma: float) -> None:
    _, _, down, across = spread(d.blur_gaussian(impulse(), sigma))
    assert down == pytest.approx(sigma, rel=0.03, abs=0.03)
    assert across == pytest.approx(sigma, rel=0.03, abs=0.03)


def test_an_anisotropic_gaussian_has_both_sigmas() -> None:
    _, _, down, across = spread(d.blur_gaussian(impulse(), 3.0, ratio=0.5))
    assert across == pytest.approx(3.0, rel=0.03)
    assert down == pytest.approx(1.5, rel=0.03)


def test_a_disc_has_the_spread_of_a_disc() -> None:
    _, _, down, _ = spread(d.blur_disc(impulse(), 4.0))
    assert down == pytest.approx(4.0 / 2, rel=0.04)


def test_motion_is_a_line() -> None:
    _, _, down, across = spread(d.blur_motion(impulse(), 12, 0.0))
    assert across == pytest.approx(12 / np.sqrt(12), rel=0.08)
    assert down < 0.5


def test_a_box_has_the_spread_of_a_box() -> None:
    _, _, down, across = spread(d.blur_box(impulse(), 5))
    assert down == pytest.approx(np.sqrt((25 - 1) / 12), rel=0.02)
    assert across == pytest.approx(down)


BLURS: list[Callable[[Picture], Picture]] = [
    lambda x: d.blur_gaussian(x, 2.0),
    lambda x: d.blur_gaussian(x, 2.0, ratio=0.4, angle=0.7),
    lambda x: d.blur_disc(x, 2.7),
    lambda x: d.blur_motion(x, 9, 0.4),
    lambda x: d.blur_box(x, 3.3),
    lambda x: d.rescale(x, 0.6),
    lambda x: d.halo(x * 0.5 + 0.25, 1.0, 1.0) - 0.25,
    lambda x: d.ring(x * 0.5 + 0.25, 0.8) - 0.25,
]


@pytest.mark.parametrize("number", range(len(BLURS)))
def test_no_step_moves_the_picture(number: int) -> None:
    row, column, _, _ = spread(BLURS[number](d.blur_gaussian(impulse(), 2.0)))
    assert row == pytest.approx(CENTRE, abs=0.02)
    assert column == pytest.approx(CENTRE, abs=0.02)


@pytest.mark.parametrize("reducer", d.REDUCERS)
@pytest.mark.parametrize("is_linear_light", [False, True])
def test_the_whole_chain_stays_aligned(reducer: str, is_linear_light: bool) -> None:
    """The enlarged picture of a soft spot has its centre where the target has it."""
    spot = d.blur_gaussian(impulse()[:64, :64], 3.0)
    target = np.rint(40 + spot / spot.max() * 180).astype(np.uint8)
    chain = d.Chain(reducer=reducer, is_linear_light=is_linear_light)
    enlarged = chain(target).astype(np.float32) - 40
    row, column, _, _ = spread(enlarged.clip(0))
    assert row == pytest.approx(CENTRE, abs=0.05)
    assert column == pytest.approx(CENTRE, abs=0.05)


def test_linear_light_keeps_the_light_of_fine_stripes() -> None:
    stripes = np.zeros((8, 8, 3), np.float32)
    stripes[:, ::2] = 1
    assert d.reduce_half(stripes)[2, 2, 0] == pytest.approx(0.5, abs=0.01)
    assert d.reduce_half(stripes, is_linear_light=True)[2, 2, 0] == pytest.approx(0.735, abs=0.01)


def test_subpixel_text_shifts_red_and_blue_apart() -> None:
    image = d.blur_gaussian(impulse(), 2.0)
    moved = d.subpixel_text(image)
    columns = [spread(moved[..., [c, c, c]])[1] - CENTRE for c in range(3)]
    assert columns == pytest.approx([2 / 3, 0, -2 / 3], abs=0.02)
    assert d.subpixel_text(image, is_bgr=True)[..., 0] == pytest.approx(moved[..., 2], abs=1e-6)


def test_halos_overshoot_and_are_clipped() -> None:
    edge = np.full((16, 16, 3), 0.3, np.float32)
    edge[:, 8:] = 0.7
    sharpened = d.halo(edge, 1.0, 1.0)
    assert sharpened.max() > 0.75
    assert sharpened.min() < 0.25
    assert d.halo(edge, 9.0, 1.0).max() == 1


def test_ringing_ripples_away_from_an_edge() -> None:
    edge = np.full((32, 64, 3), 0.3, np.float32)
    edge[:, 32:] = 0.7
    row = d.ring(edge, 0.6)[16, 36:60, 0]
    assert (np.diff(np.sign(row - 0.7)) != 0).sum() >= 4


@pytest.mark.parametrize("is_grey", [False, True])
def test_noise_has_its_sigma(is_grey: bool) -> None:
    flat = np.full((128, 128, 3), 0.5, np.float32)
    noise = d.add_noise(flat, 0.03, np.random.default_rng(1), is_grey=is_grey) - flat
    assert noise.std() == pytest.approx(0.03, rel=0.03)
    assert np.allclose(noise[..., 0], noise[..., 1]) == is_grey


@pytest.mark.parametrize("is_dithered", [False, True])
def test_a_palette_has_its_colours(is_dithered: bool) -> None:
    image = np.random.default_rng(2).random((32, 32, 3), np.float32)
    reduced = d.palette(image, 6, is_dithered=is_dithered)
    assert len(np.unique(reduced.reshape(-1, 3), axis=0)) <= 6


@pytest.mark.parametrize("codec", ["JPEG", "WEBP"])
def test_a_codec_damages_less_at_a_higher_quality(codec: str) -> None:
    image = graphic().astype(np.float32) / np.float32(255)
    errors = [np.abs(d.compress(image, codec, q) - image).mean() for q in (20, 60, 95)]
    assert errors[0] > errors[1] > errors[2] > 0


def test_a_second_jpeg_is_on_another_grid() -> None:
    image = graphic().astype(np.float32) / np.float32(255)
    twice = d.compress_twice(image, (30, 30), (3, 5))
    assert twice.shape == image.shape
    assert not np.array_equal(twice, d.compress(image, "JPEG", 30))


def test_a_chain_is_repeatable_and_ends_with_the_programs_enlarger() -> None:
    from models.enlarge import enlarge

    target = graphic()
    for seed in range(20):
        chain = d.random_chain(np.random.default_rng(seed), is_text=True)
        np.testing.assert_array_equal(chain(target), enlarge(chain.source(target), 2))
        again = d.random_chain(np.random.default_rng(seed), is_text=True)
        np.testing.assert_array_equal(chain(target), again(target))


def test_some_pictures_stay_as_they_are() -> None:
    target = graphic()
    rng = np.random.default_rng(0)
    same = sum(np.array_equal(d.degrade(target, rng), target) for _ in range(300))
    assert 10 <= same <= 40  # 8 % of 300

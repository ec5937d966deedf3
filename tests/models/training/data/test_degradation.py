"""Every step of the degradation chain does what its name says."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from scipy import ndimage

from models.training.data import degradation as d
from tests.models.graphics import SIDE, graphic, impulse

Picture = npt.NDArray[np.float32]
CENTRE = SIDE // 2


def as_float(pixels: npt.NDArray[np.uint8]) -> Picture:
    return pixels.astype(np.float32) / np.float32(255)


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


def axes(image: Picture) -> tuple[float, float, float]:
    """Standard deviations along and across an image's longest axis, and that axis's angle."""
    mass = image[..., 0].astype(np.float64) / image[..., 0].sum()
    rows, columns = np.indices(mass.shape) - CENTRE
    mixed = (mass * rows * columns).sum()
    covariance = [[(mass * columns**2).sum(), mixed], [mixed, (mass * rows**2).sum()]]
    values, vectors = np.linalg.eigh(covariance)
    angle = np.arctan2(vectors[1, 1], vectors[0, 1]) % np.pi
    return float(np.sqrt(values[1])), float(np.sqrt(max(0, values[0]))), float(angle)


# --- blur


@pytest.mark.parametrize("sigma", [0.6, 1.0, 2.5, 4.0])
def test_a_gaussian_has_its_sigma(sigma: float) -> None:
    _, _, down, across = spread(d.blur_gaussian(impulse(), sigma))
    assert down == pytest.approx(sigma, rel=0.015)  # cut off at 3.5 σ it loses 0.8 % of its width
    assert across == pytest.approx(sigma, rel=0.015)


@pytest.mark.parametrize("angle", [0.0, 0.5, 1.2, np.pi / 2, 2.4])
@pytest.mark.parametrize(("sigma", "ratio"), [(3.0, 0.5), (2.0, 0.3), (4.0, 0.8)])
def test_an_anisotropic_gaussian_has_both_sigmas_and_its_angle(
    sigma: float, ratio: float, angle: float
) -> None:
    along, across, measured = axes(d.blur_gaussian(impulse(), sigma, ratio=ratio, angle=angle))
    assert along == pytest.approx(sigma, rel=0.015)
    assert across == pytest.approx(sigma * ratio, rel=0.015)
    assert np.cos(2 * (measured - angle)) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("radius", [1.0, 2.7, 4.0])
def test_a_disc_is_flat_and_as_wide_as_it_says(radius: float) -> None:
    blurred = d.blur_disc(impulse(), radius)
    _, _, down, across = spread(blurred)
    # The antialiased rim adds the variance of a pixel, 1/12, to each of the two directions.
    expected = np.sqrt(radius**2 / 4 + 1 / 12)
    # Fewer pixels than ten are no good disc: at a radius of 1 it is 10 % wider.
    assert (down, across) == pytest.approx((expected, expected), rel=0.1 if radius < 2 else 0.01)
    reach = np.hypot(*(np.indices((SIDE, SIDE)) - CENTRE))
    assert np.abs(blurred[reach >= radius + 0.5]).max() < 1e-6
    assert np.ptp(blurred[reach <= radius - 0.5]) < 1e-6
    assert blurred[CENTRE, CENTRE, 0] == pytest.approx(1 / (np.pi * radius**2), rel=0.08)


@pytest.mark.parametrize("length", [3.0, 7.5, 15.0])
@pytest.mark.parametrize("angle", [0.0, 0.4, np.pi / 2, 2.2])
def test_motion_is_a_line_of_its_length_and_angle(length: float, angle: float) -> None:
    along, across, measured = axes(d.blur_motion(impulse(), length, angle))
    assert along == pytest.approx(length / np.sqrt(12), rel=0.06)
    assert across < 0.5
    assert np.cos(2 * (measured - angle)) == pytest.approx(1, abs=5e-3)


@pytest.mark.parametrize("side", [1.5, 3.3, 5.0])
def test_a_box_has_its_side(side: float) -> None:
    blurred = d.blur_box(impulse(), side)
    assert blurred[CENTRE, CENTRE, 0] == pytest.approx(1 / side**2, rel=1e-4)
    line = blurred[CENTRE, :, 0] * side**2
    assert line.sum() == pytest.approx(side, rel=1e-4)  # whole pixels and two fractions of one
    assert (line > 1e-5).sum() == 2 * np.ceil((side - 1) / 2) + 1


KERNELS: dict[str, Callable[[Picture], Picture]] = {
    "anisotropic": lambda x: d.blur_gaussian(x, 2.0, ratio=0.4, angle=0.7),
    "disc": lambda x: d.blur_disc(x, 3.2),
    "motion": lambda x: d.blur_motion(x, 9, 0.4),
    "box": lambda x: d.blur_box(x, 3.3),
}


@pytest.mark.parametrize("name", KERNELS)
def test_a_blur_is_a_plain_sum_with_its_kernel(name: str) -> None:
    """A blur by FFT equals a direct sum over the neighbours with repeated borders."""
    kernel = KERNELS[name](impulse())[..., :1].astype(np.float64)
    image = as_float(graphic(48))[:38]
    plain = ndimage.convolve(image.astype(np.float64), kernel, mode="nearest")
    assert KERNELS[name](image) == pytest.approx(plain, abs=1e-5)


@pytest.mark.parametrize("reducer", d.REDUCERS)
def test_rescaling_loses_fine_detail_and_keeps_coarse(reducer: str) -> None:
    x = np.arange(120)
    kept = []
    for cycles in (6, 54):  # of 120 pixels: far below and above 0.6 of Nyquist
        wave = 0.5 + 0.4 * np.cos(2 * np.pi * cycles * (x + 0.5) / 120)
        image = np.broadcast_to(wave[:, None], (120, 120))[..., None].repeat(3, 2)
        kept.append(float(d.rescale(image.astype(np.float32), 0.6, reducer)[20:-20].std()))
    assert kept[0] == pytest.approx(0.4 / np.sqrt(2), rel=0.1)
    assert kept[1] < 0.6 * kept[0]


# --- reduction


def keys(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    x = np.abs(x)
    near, far = 1.5 * x**3 - 2.5 * x**2 + 1, -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2
    return np.where(x < 1, near, np.where(x < 2, far, 0))


DEFINITIONS: dict[str, Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]] = {
    "area": lambda x: (np.abs(x) < 0.5).astype(np.float64),
    "bilinear": lambda x: np.clip(1 - np.abs(x), 0, None),
    "bicubic": keys,
    "lanczos": lambda x: np.where(np.abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0),
}


@pytest.mark.parametrize("is_linear_light", [False, True])
@pytest.mark.parametrize("reducer", d.REDUCERS)
def test_a_reducer_is_its_kernel_between_pixel_centres(reducer: str, is_linear_light: bool) -> None:
    """Each is compared with its textbook definition, stretched to two pixels against aliasing."""
    places = np.arange(40) + 0.5
    weights = DEFINITIONS[reducer]((places[None] - 2 * (np.arange(20)[:, None] + 0.5)) / 2)
    weights /= weights.sum(axis=1, keepdims=True)
    image = as_float(graphic(40)).astype(np.float64)
    light = np.where(image <= 0.04045, image / 12.92, ((image + 0.055) / 1.055) ** 2.4)
    light = light if is_linear_light else image
    expected = np.einsum("ij,jkc,lk->ilc", weights, light, weights)
    if is_linear_light:
        expected = np.clip(expected, 0, 1)
        low, high = 12.92 * expected, 1.055 * expected ** (1 / 2.4) - 0.055
        expected = np.where(expected <= 0.0031308, low, high)
    reduced = d.reduce_half(as_float(graphic(40)), reducer, is_linear_light=is_linear_light)
    assert reduced == pytest.approx(expected, abs=2e-5)


def test_linear_light_keeps_the_light_of_fine_stripes() -> None:
    stripes = np.zeros((8, 8, 3), np.float32)
    stripes[:, ::2] = 1
    assert d.reduce_half(stripes)[2, 2, 0] == pytest.approx(0.5, abs=0.01)
    assert d.reduce_half(stripes, is_linear_light=True)[2, 2, 0] == pytest.approx(0.735, abs=0.01)


def test_subpixel_text_shifts_red_and_blue_apart() -> None:
    image = d.blur_gaussian(impulse(), 2.0)
    moved = d.subpixel_text(image)
    centres = [spread(moved[..., [c, c, c]])[:2] for c in range(3)]
    assert [column - CENTRE for _, column in centres] == pytest.approx([2 / 3, 0, -2 / 3], abs=0.01)
    assert [row - CENTRE for row, _ in centres] == pytest.approx([0, 0, 0], abs=1e-4)
    assert d.subpixel_text(image, is_bgr=True)[..., 0] == pytest.approx(moved[..., 2], abs=1e-6)


# --- damage


@pytest.mark.parametrize("up", [*d.REDUCERS, d.NEAREST])
@pytest.mark.parametrize("down", [*d.REDUCERS, d.NEAREST])
def test_re_enlarging_keeps_the_size_and_as_much_detail_as_its_factor(down: str, up: str) -> None:
    image = as_float(graphic(60))
    lost = []
    for factor in (0.8, 0.5, 0.25):
        again = d.reenlarge(image, factor, down, up)
        assert again.shape == image.shape
        assert again.min() >= 0
        assert again.max() <= 1
        lost.append(float(np.abs(again - image).mean()))
    assert lost == sorted(lost)
    flat = np.full((20, 30, 3), 0.3, np.float32)
    assert d.reenlarge(flat, 0.4, down, up) == pytest.approx(flat, abs=1e-6)


def test_re_enlarging_by_nearest_neighbours_leaves_squares() -> None:
    image = np.random.default_rng(1).random((24, 32, 3), np.float32)
    squares = d.reenlarge(image, 0.25, "area", d.NEAREST)
    assert squares == pytest.approx(squares[::4, ::4].repeat(4, 0).repeat(4, 1))
    chosen = d.reenlarge(image, 0.25, d.NEAREST, d.NEAREST)
    assert {*map(tuple, chosen.reshape(-1, 3))} <= {*map(tuple, image.reshape(-1, 3))}


@pytest.mark.parametrize("radius", [0.6, 1.2])
@pytest.mark.parametrize("amount", [0.4, 1.5])
def test_halos_overshoot_by_what_the_mask_says(amount: float, radius: float) -> None:
    edge = np.full((16, 32, 3), 0.4, np.float32)
    edge[:, 16:] = 0.6
    weights = np.exp(-0.5 * (np.arange(-8, 9) / radius) ** 2)
    beyond = weights[9:].sum() / weights.sum()  # what the last pixel of a side sees of the other
    sharpened = d.halo(edge, amount, radius)
    assert sharpened.max() == pytest.approx(0.6 + 0.2 * amount * beyond, abs=0.002)
    assert sharpened.min() == pytest.approx(0.4 - 0.2 * amount * beyond, abs=0.002)
    assert sharpened[:, [0, -1]] == pytest.approx(edge[:, [0, -1]], abs=1e-6)
    assert d.halo(edge, 40.0, radius).max() == 1


@pytest.mark.parametrize("cutoff", [0.5, 0.8])
def test_ringing_cuts_the_spectrum_where_it_says(cutoff: float) -> None:
    noise = 0.5 + 0.03 * np.random.default_rng(3).standard_normal((96, 96, 3), np.float32)
    window = (np.hanning(96)[:, None] * np.hanning(96))[..., None]
    spectra = [
        np.abs(np.fft.fft2((picture - 0.5) * window, axes=(0, 1)))
        for picture in (noise, d.ring(noise, cutoff))
    ]
    frequency = 2 * np.hypot(np.fft.fftfreq(96)[:, None], np.fft.fftfreq(96))
    above, below = frequency > cutoff + 0.06, frequency < cutoff - 0.06
    assert spectra[1][above].mean() < 0.01 * spectra[0][above].mean()
    assert spectra[1][below].mean() == pytest.approx(spectra[0][below].mean(), rel=0.01)


def test_ringing_ripples_away_from_an_edge() -> None:
    edge = np.full((32, 64, 3), 0.3, np.float32)
    edge[:, 32:] = 0.7
    row = d.ring(edge, 0.6)[16, 36:60, 0]
    assert (np.diff(np.sign(row - 0.7)) != 0).sum() >= 4


@pytest.mark.parametrize("sigma", [1 / 255, 8 / 255])
@pytest.mark.parametrize("is_grey", [False, True])
def test_noise_has_its_sigma(is_grey: bool, sigma: float) -> None:
    flat = np.full((128, 128, 3), 0.5, np.float32)
    noise = d.add_noise(flat, sigma, np.random.default_rng(1), is_grey=is_grey) - flat
    assert noise.std(axis=(0, 1)) == pytest.approx([sigma] * 3, rel=0.03)
    assert abs(noise.mean()) < 0.03 * sigma
    red_and_green = np.corrcoef(noise[..., 0].ravel(), noise[..., 1].ravel())[0, 1]
    assert red_and_green == pytest.approx(1.0 if is_grey else 0.0, abs=0.03)


@pytest.mark.parametrize("colours", [2, 6, 40])
@pytest.mark.parametrize("is_dithered", [False, True])
def test_a_palette_has_its_colours(is_dithered: bool, colours: int) -> None:
    image = np.random.default_rng(2).random((64, 64, 3), np.float32)
    reduced = d.palette(image, colours, is_dithered=is_dithered)
    assert len(np.unique(reduced.reshape(-1, 3), axis=0)) == colours


def test_dithering_keeps_the_mean_of_a_shade() -> None:
    ramp = np.linspace(0, 1, 64, dtype=np.float32)[None, :, None].repeat(64, 0).repeat(3, 2)

    def error(is_dithered: bool) -> float:
        change = d.palette(ramp, 2, is_dithered=is_dithered) - ramp
        return float(np.abs(ndimage.uniform_filter(change, (8, 8, 0))[8:-8, 24:40]).max())

    assert error(True) < 0.5 * error(False)


def test_a_turned_palette_starts_at_the_last_corner() -> None:
    image = as_float(graphic())
    turned = d.palette(image[::-1, ::-1], 4, is_dithered=True)[::-1, ::-1]
    assert np.array_equal(d.palette(image, 4, is_dithered=True, is_turned=True), turned)
    assert not np.array_equal(d.palette(image, 4, is_dithered=True), turned)


@pytest.mark.parametrize("codec", ["JPEG", "WEBP"])
def test_a_codec_damages_less_at_every_higher_quality(codec: str) -> None:
    images = [as_float(graphic(seed=seed)) for seed in range(4)]
    errors = [
        sum(float(np.square(d.compress(image, codec, quality) - image).mean()) for image in images)
        for quality in (20, 40, 60, 80, 95)
    ]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] > 2 * errors[-1] > 0


def test_subsampling_costs_colour_alone() -> None:
    red = np.full((32, 32, 3), 0.5, np.float32)
    red[:, ::2] = (0.9, 0.3, 0.55)  # stripes of colour, almost of one brightness
    fine, coarse = (d.compress(red, "JPEG", 95, is_subsampled=s) for s in (False, True))
    assert np.ptp(fine[16, 8:24, 0]) > 0.3
    assert np.ptp(coarse[16, 8:24, 0]) < 0.2


def test_the_second_jpeg_has_its_blocks_where_it_was_shifted() -> None:
    rng = np.random.default_rng(5)
    noise = np.clip(0.5 + 0.12 * rng.standard_normal((128, 128, 3), np.float32), 0, 1)
    twice = d.compress_twice(noise, (95, 8), (3, 5))
    assert twice.shape == noise.shape
    grey = twice.mean(axis=2)
    for axis, shift in ((0, 3), (1, 5)):
        steps = np.abs(np.diff(grey, axis=axis)).mean(axis=1 - axis)
        by_phase = [steps[phase::8].mean() for phase in range(8)]  # phase p: between p and p + 1
        assert int(np.argmax(by_phase)) == (7 - shift) % 8

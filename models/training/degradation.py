"""The chain that makes a low-quality picture of a sharp one.

A sharp target on the enlarged grid is blurred, reduced to half its side, damaged as files on the web are
(sharpening halos, ringing, noise, few colours, hard edges, JPEG, WebP) and enlarged again by the program's
own enlarger. Every step keeps pixel centres where they were: a chain that shifts teaches the network to
smear. Pictures inside the chain are float32 (H, W, 3), sRGB-encoded, in [0, 1] unless said otherwise.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import fft, ndimage

from models.enlarge import enlarge
from models.training.srgb import from_linear, to_linear

Picture = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]
Step = Callable[[Picture], Picture]

# Blurred and reduced, but hardly damaged: here the detail can be brought back, so it is worth learning well.
SIMPLE_SHARE = 0.35

# Nothing was done to these: what is sharp already must stay as it is. What is soft or fine by nature tempts
# most, and is to be drawn sharp more often.
SHARP_SHARE = 0.11
SOFT_SHARP_SHARE = 0.45

# Neither halved nor enlarged: what a user gives to be sharpened at its own size.
OWN_SIZE_SHARE = 0.06

# What gains least, in which most misread letters are found, is drawn more often in training: heavy blur,
# motion, few colours, a bad codec after blur alone, and half of the codecs at no more than this quality.
BAD_QUALITY = 45

REDUCERS = {
    "area": Image.Resampling.BOX,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
    "bilinear": Image.Resampling.BILINEAR,
}


# --- blur, on the enlarged grid ----------------------------------------------------------------------


def blur_gaussian(
    image: Picture, sigma: float, *, ratio: float = 1.0, angle: float = 0.0
) -> Picture:
    """Blur by a Gaussian of ``sigma`` pixels, across ``angle`` (radians) by ``sigma * ratio``.

    Its measured σ is ``sigma`` to 1 % from 0.6 on; below, a sampled Gaussian hardly reaches the next
    pixel (0.09 at 0.3).
    """
    if ratio == 1.0:
        blurred: Picture = ndimage.gaussian_filter(image, (sigma, sigma, 0), truncate=3.5)
        return blurred
    y, x = _grid(int(np.ceil(3.5 * sigma)))
    along = x * np.cos(angle) + y * np.sin(angle)
    across = y * np.cos(angle) - x * np.sin(angle)
    return _convolve(image, np.exp(-0.5 * ((along / sigma) ** 2 + (across / (sigma * ratio)) ** 2)))


def blur_disc(image: Picture, radius: float) -> Picture:
    """Blur as a lens out of focus does: by a disc of ``radius`` pixels with an antialiased rim."""
    y, x = _grid(int(np.ceil(radius + 0.5)))
    return _convolve(image, np.clip(radius + 0.5 - np.hypot(y, x), 0, 1))


def blur_motion(image: Picture, length: float, angle: float) -> Picture:
    """Blur along a line of ``length`` pixels at ``angle`` (radians)."""
    y, x = _grid(int(np.ceil(length / 2 + 0.5)))
    along = x * np.cos(angle) + y * np.sin(angle)
    across = y * np.cos(angle) - x * np.sin(angle)
    inside = np.clip(length / 2 + 0.5 - np.abs(along), 0, 1)
    return _convolve(image, inside * np.clip(1 - np.abs(across), 0, 1))


def blur_box(image: Picture, side: float) -> Picture:
    """Blur by a square of ``side`` pixels, a fractional rim included."""
    y, x = _grid(int(np.ceil(side / 2 + 0.5)))
    kernel = np.clip(side / 2 + 0.5 - np.abs(x), 0, 1) * np.clip(side / 2 + 0.5 - np.abs(y), 0, 1)
    return _convolve(image, kernel)


def rescale(image: Picture, factor: float, reducer: str = "bilinear") -> Picture:
    """Lose detail by going down to ``factor`` of the side and up again."""
    height, width = image.shape[:2]
    small = (max(1, round(height * factor)), max(1, round(width * factor)))
    return resize(resize(image, small, REDUCERS[reducer]), (height, width), REDUCERS["bicubic"])


# --- reduction to the source's grid ------------------------------------------------------------------


def reduce_half(image: Picture, reducer: str = "area", *, is_linear_light: bool = False) -> Picture:
    """Halve both (even) sides by a reducer of ``REDUCERS``, in linear light if asked."""
    half = (image.shape[0] // 2, image.shape[1] // 2)
    if not is_linear_light:
        return resize(image, half, REDUCERS[reducer])
    light = resize(to_linear(image), half, REDUCERS[reducer])
    return from_linear(light)


def subpixel_text(image: Picture, *, is_bgr: bool = False) -> Picture:
    """Shift red and blue by a third of a source pixel, as LCD text rendering samples coverage.

    The shift is on the enlarged grid, so two thirds of its pixels; a light horizontal filter stands for
    the renderer's own against colour fringes.
    """
    shift = -2 / 3 if is_bgr else 2 / 3
    smooth: Picture = ndimage.convolve1d(
        image, np.array([1, 2, 3, 2, 1]) / 9, axis=1, mode="nearest"
    )
    moved = smooth.copy()
    for channel, offset in ((0, shift), (2, -shift)):
        moved[..., channel] = ndimage.shift(
            smooth[..., channel], (0, offset), order=1, mode="nearest"
        )
    return moved


# --- damage, on the source's grid --------------------------------------------------------------------


def halo(image: Picture, amount: float, radius: float) -> Picture:
    """Sharpen by an unsharp mask, clipped, which leaves halos."""
    return np.clip(image + amount * (image - blur_gaussian(image, radius)), 0, 1)


def ring(image: Picture, cutoff: float) -> Picture:
    """Cut all frequencies above ``cutoff`` (of Nyquist, radial), which leaves ripples at edges."""
    padded = np.pad(image, ((16, 16), (16, 16), (0, 0)), mode="symmetric")
    spectrum = fft.rfft2(padded, axes=(0, 1))
    rows = fft.fftfreq(padded.shape[0])[:, None]
    columns = fft.rfftfreq(padded.shape[1])[None, :]
    spectrum[np.hypot(rows, columns) > 0.5 * cutoff] = 0
    filtered = fft.irfft2(spectrum, s=padded.shape[:2], axes=(0, 1))[16:-16, 16:-16]
    clipped: Picture = np.clip(filtered, 0, 1)
    return clipped


def add_noise(
    image: Picture, sigma: float, rng: np.random.Generator, *, is_grey: bool = False
) -> Picture:
    """Add Gaussian noise of ``sigma`` (in [0, 1]), the same in all channels if grey."""
    shape = (*image.shape[:2], 1 if is_grey else 3)
    return np.clip(image + sigma * rng.standard_normal(shape, dtype=np.float32), 0, 1)


def palette(
    image: Picture, colours: int, *, is_dithered: bool = False, is_turned: bool = False
) -> Picture:
    """Reduce to a palette of ``colours``, dithered by error diffusion if asked.

    Error diffusion moves a picture of few colours along its way, by up to 0.1 px of the enlarged grid;
    ``is_turned`` starts at the last corner, so that the two together move nothing.
    """
    if is_turned:
        image = image[::-1, ::-1]
    indexed = _to_pillow(image).quantize(colours, Image.Quantize.MEDIANCUT, kmeans=1)
    if is_dithered:
        indexed = _to_pillow(image).quantize(
            colours, palette=indexed, dither=Image.Dither.FLOYDSTEINBERG
        )
    reduced = _to_float(np.asarray(indexed.convert("RGB")))
    return np.ascontiguousarray(reduced[::-1, ::-1]) if is_turned else reduced


def compress(image: Picture, codec: str, quality: int, *, is_subsampled: bool = True) -> Picture:
    """Encode to ``codec`` ("JPEG" or "WEBP") at ``quality`` and decode again."""
    buffer = io.BytesIO()
    options = {"subsampling": 2 if is_subsampled else 0} if codec == "JPEG" else {"method": 2}
    _to_pillow(image).save(buffer, codec, quality=quality, **options)
    with Image.open(buffer, formats=(codec,)) as decoded:
        return _to_float(np.asarray(decoded.convert("RGB")))


def compress_twice(image: Picture, qualities: tuple[int, int], shift: tuple[int, int]) -> Picture:
    """JPEG twice, the second time on a block grid shifted by ``shift`` (rows, columns) pixels."""
    first = compress(image, "JPEG", qualities[0])
    rows, columns = shift
    padded = np.pad(first, ((rows, 0), (columns, 0), (0, 0)), mode="edge")
    return compress(padded, "JPEG", qualities[1])[rows:, columns:]


# --- the whole chain ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chain:
    """Steps before and after the reduction, so that a class of damage can be named and repeated.

    With ``is_halved`` off there is no reduction, and nothing is enlarged: a picture that is restored at its
    own size.
    """

    before: tuple[Step, ...] = ()
    reducer: str = "area"
    is_linear_light: bool = False
    after: tuple[Step, ...] = ()
    is_halved: bool = True

    def source(self, target: Pixels) -> Pixels:
        """Make the low-quality source, uint8 (H/2, W/2, 3), of a target (H, W, 3) of even sides."""
        image = _to_float(target)
        for step in self.before:
            image = step(image)
        if self.is_halved:
            image = reduce_half(image, self.reducer, is_linear_light=self.is_linear_light)
        for step in self.after:
            image = step(image)
        return _to_pixels(image)

    def __call__(self, target: Pixels) -> Pixels:
        """Make the enlarged low-quality picture, uint8 of the shape of ``target``."""
        source = self.source(target)
        return enlarge(source, 2) if self.is_halved else source


def degrade(
    target: Pixels, rng: np.random.Generator, *, is_text: bool = False, is_soft: bool = False
) -> Pixels:
    """Damage a target at random as the pictures are that designers find.

    Args:
        target: Sharp picture on the enlarged grid, uint8 (H, W, 3), H and W even.
        rng: Source of every choice.
        is_text: Whether subpixel rendering may be drawn.
        is_soft: Whether it may look damaged where it is not, as photographs and fine patterns do.

    Returns:
        The low-quality picture, uint8 (H, W, 3): the target itself in ``SHARP_SHARE`` of the draws, not
        enlarged in ``OWN_SIZE_SHARE``, enlarged in all others. Soft ones are the target itself in
        ``SOFT_SHARP_SHARE``, otherwise enlarged.
    """
    kind, share = rng.random(), SOFT_SHARP_SHARE if is_soft else SHARP_SHARE
    if kind < share:
        return target
    is_halved = is_soft or kind >= share + OWN_SIZE_SHARE
    return random_chain(rng, is_text=is_text, is_halved=is_halved, is_hard=True)(target)


def random_chain(
    rng: np.random.Generator,
    *,
    is_text: bool = False,
    is_halved: bool = True,
    is_hard: bool = False,
) -> Chain:
    """Draw one chain; the shares are those that ``models/training/README.md`` lists.

    Args:
        rng: Source of every choice.
        is_text: Whether subpixel rendering may be drawn.
        is_halved: Or the size is kept, and there are no halos: at its own size a sharp picture may have them.
        is_hard: Whether what gains least is drawn more often; for training, not for judging.
    """
    before = _draw_blur(rng, is_hard=is_hard)
    reducer = _pick(
        rng, {"area": 25, "bicubic": 30, "lanczos": 17, "bilinear": 18, "two-stage": 10}
    )
    if reducer == "two-stage":
        factor = rng.uniform(0.55, 0.95)
        inner = str(rng.choice(list(REDUCERS)))
        before += (lambda image: rescale(image, factor, inner),)
        reducer = "bilinear"
    if is_text and rng.random() < 0.15:
        is_bgr = rng.random() < 0.2
        before += (lambda image: subpixel_text(image, is_bgr=is_bgr),)
    is_linear_light = bool(rng.random() < 0.2)
    if rng.random() < SIMPLE_SHARE:
        kind = rng.random()
        is_bad = is_hard and kind < 0.35
        least = 20 if is_bad else 70
        after = _draw_codec(rng, least, is_hard=is_bad) if kind < 0.5 else ()
    else:
        after = _draw_damage(rng, has_halos=is_halved, is_hard=is_hard)
        after += _draw_codec(rng, is_hard=is_hard)
    return Chain(before, reducer, is_linear_light, after, is_halved)


def _draw_blur(rng: np.random.Generator, *, is_hard: bool) -> tuple[Step, ...]:
    shares = {"none": 15, "gaussian": 45, "disc": 15, "motion": 10, "box": 5, "rescale": 10}
    kind = _pick(rng, shares | ({"motion": 20} if is_hard else {}))
    angle = rng.uniform(0, np.pi)
    if kind == "gaussian":
        is_heavy = rng.random() < (0.25 if is_hard else 0.1)
        sigma = rng.uniform(2.5, 4) if is_heavy else rng.uniform(0.3, 2.5)
        ratio = rng.uniform(0.3, 1) if rng.random() < 1 / 3 else 1.0
        return (lambda image: blur_gaussian(image, sigma, ratio=ratio, angle=angle),)
    if kind == "disc":
        radius = rng.uniform(0.5, 4)
        return (lambda image: blur_disc(image, radius),)
    if kind == "motion":
        length = rng.uniform(3, 15) if rng.random() < 0.3 else rng.uniform(3, 8)
        return (lambda image: blur_motion(image, length, angle),)
    if kind == "box":
        side = rng.uniform(1.5, 5)
        return (lambda image: blur_box(image, side),)
    if kind == "rescale":
        factor = rng.uniform(0.4, 0.9)
        return (lambda image: rescale(image, factor),)
    return ()


def _draw_damage(rng: np.random.Generator, *, has_halos: bool, is_hard: bool) -> tuple[Step, ...]:
    steps: list[Step] = []
    if rng.random() < 0.20:
        amount, radius = rng.uniform(0.3, 2), rng.uniform(0.5, 1.5)
        steps.append(lambda image: halo(image, amount, radius))
    if rng.random() < 0.08:
        cutoff = rng.uniform(0.5, 0.95)
        steps.append(lambda image: ring(image, cutoff))
    if not has_halos:
        steps.clear()
    if rng.random() < 0.25:
        noise, is_grey = rng.uniform(0, 8) / 255, rng.random() < 0.4
        seed = int(rng.integers(2**32))
        steps.append(
            lambda image: add_noise(image, noise, np.random.default_rng(seed), is_grey=is_grey)
        )
    if rng.random() < (0.15 if is_hard else 0.08):
        few = int(rng.integers(2, 6))
        steps.append(lambda image: palette(image, few))
    elif rng.random() < 0.15:
        colours, is_dithered = int(2 ** rng.uniform(1, 6)), bool(rng.random() < 0.5)
        is_turned = is_dithered and bool(rng.random() < 0.5)
        steps.append(
            lambda image: palette(image, colours, is_dithered=is_dithered, is_turned=is_turned)
        )
    return tuple(steps)


def _draw_codec(
    rng: np.random.Generator, least: int = 20, *, is_hard: bool = False
) -> tuple[Step, ...]:
    kind = _pick(rng, {"JPEG": 45, "JPEG twice": 12, "WEBP": 15, "none": 28})
    most = BAD_QUALITY if is_hard and rng.random() < 0.5 else 95
    quality, second = (int(q) for q in rng.integers(least, most + 1, 2))
    if kind == "JPEG twice":
        shift = (int(rng.integers(8)), int(rng.integers(8)))
        return (lambda image: compress_twice(image, (quality, max(40, second)), shift),)
    if kind == "none":
        return ()
    is_subsampled = bool(rng.random() < 0.75)
    return (lambda image: compress(image, kind, quality, is_subsampled=is_subsampled),)


def _pick(rng: np.random.Generator, weights: dict[str, int]) -> str:
    limits = np.cumsum(list(weights.values()))
    return list(weights)[int(np.searchsorted(limits / limits[-1], rng.random(), side="right"))]


def resize(image: Picture, size: Sequence[int], resampling: Image.Resampling) -> Picture:
    """Resample to ``size`` (height, width) in float, antialiased, between pixel centres."""
    height, width = size
    channels = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(image[..., c])).resize((width, height), resampling)
        )
        for c in range(image.shape[2])
    ]
    return np.stack(channels, axis=2)


def _grid(radius: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(np.float64)
    return y, x


def _convolve(image: Picture, kernel: npt.NDArray[np.float64]) -> Picture:
    """Convolve by the spectrum: at any radius for the price that a sum has at a radius of 2."""
    height, width = image.shape[:2]
    reach = len(kernel) - 1  # a square of an odd side: half of it beyond each border
    padded = np.pad(image.transpose(2, 0, 1), ((0, 0), *2 * ((reach // 2, reach // 2),)), "edge")
    shape = [fft.next_fast_len(side, real=True) for side in padded.shape[1:]]
    weights = (kernel / kernel.sum()).astype(np.float32)
    spectrum = fft.rfft2(padded, shape) * fft.rfft2(weights, shape)
    # What the spectrum wraps around stays within the first rows and columns.
    inside = fft.irfft2(spectrum, shape)[:, reach : reach + height, reach : reach + width]
    blurred: Picture = np.ascontiguousarray(inside.transpose(1, 2, 0))
    return blurred


def _to_float(pixels: Pixels) -> Picture:
    return pixels.astype(np.float32) / np.float32(255)


def _to_pixels(image: Picture) -> Pixels:
    return np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)


def _to_pillow(image: Picture) -> Image.Image:
    return Image.fromarray(_to_pixels(image))

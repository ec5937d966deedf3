"""The steps that turn a sharp picture into a low-quality one; ``chains.py`` draws random chains of them.

A sharp target on the enlarged grid is blurred, reduced to half its side, damaged like files on the web
(sharpening halos, ringing, noise, few colours, hard edges, JPEG, WebP) and enlarged again by the program's
own ``enlarge``. Every step keeps the pixel centres where they are: a chain that shifts the picture teaches
the network to smear. Pictures inside a chain are float32 (H, W, 3), sRGB-encoded, in [0, 1] unless stated
otherwise.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import fft, ndimage

from models.enlarge import enlarge
from models.srgb import from_linear, to_linear

Picture = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]
Step = Callable[[Picture], Picture]

REDUCERS = {
    "area": Image.Resampling.BOX,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
    "bilinear": Image.Resampling.BILINEAR,
}
NEAREST = "nearest"  # only for ``reenlarge``, in addition to the reducers


# --- blur, on the enlarged grid ----------------------------------------------------------------------


def blur_gaussian(
    image: Picture, sigma: float, *, ratio: float = 1.0, angle: float = 0.0
) -> Picture:
    """Blur with a Gaussian of ``sigma`` pixels along ``angle`` (radians) and ``sigma * ratio`` across it.

    From 0.6 on, the measured σ equals ``sigma`` within 1 %; below that, a sampled Gaussian hardly reaches the
    next pixel (0.09 at 0.3).
    """
    if ratio == 1.0:
        blurred: Picture = ndimage.gaussian_filter(image, (sigma, sigma, 0), truncate=3.5)
        return blurred
    y, x = _grid(int(np.ceil(3.5 * sigma)))
    along = x * np.cos(angle) + y * np.sin(angle)
    across = y * np.cos(angle) - x * np.sin(angle)
    return _convolve(image, np.exp(-0.5 * ((along / sigma) ** 2 + (across / (sigma * ratio)) ** 2)))


def blur_disc(image: Picture, radius: float) -> Picture:
    """Blur like a lens out of focus: with a disc of ``radius`` pixels and an antialiased rim."""
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
    """Blur with a square of ``side`` pixels, which may be fractional."""
    y, x = _grid(int(np.ceil(side / 2 + 0.5)))
    kernel = np.clip(side / 2 + 0.5 - np.abs(x), 0, 1) * np.clip(side / 2 + 0.5 - np.abs(y), 0, 1)
    return _convolve(image, kernel)


def rescale(image: Picture, factor: float, reducer: str = "bilinear") -> Picture:
    """Lose detail by reducing to ``factor`` of the side and enlarging again."""
    height, width = image.shape[:2]
    small = (max(1, round(height * factor)), max(1, round(width * factor)))
    return resize(resize(image, small, REDUCERS[reducer]), (height, width), REDUCERS["bicubic"])


# --- reduction to the source's grid ------------------------------------------------------------------


def reduce_half(image: Picture, reducer: str = "area", *, is_linear_light: bool = False) -> Picture:
    """Halve both sides, which must be even, with one of ``REDUCERS``, optionally in linear light."""
    half = (image.shape[0] // 2, image.shape[1] // 2)
    if not is_linear_light:
        return resize(image, half, REDUCERS[reducer])
    light = resize(to_linear(image), half, REDUCERS[reducer])
    return from_linear(light)


def subpixel_text(image: Picture, *, is_bgr: bool = False) -> Picture:
    """Shift red and blue by a third of a source pixel, like subpixel text rendering for LCDs.

    On the enlarged grid that is two thirds of a pixel. A light horizontal filter stands in for the one that
    renderers use against colour fringes.
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


def reenlarge(image: Picture, factor: float, down: str, up: str) -> Picture:
    """Lose detail like a picture that someone has reduced and enlarged again.

    Args:
        image: Any picture.
        factor: Scale of each side; below 1.
        down: One of ``REDUCERS``, or ``NEAREST``.
        up: One of ``REDUCERS``, or ``NEAREST``, which leaves visible squares.
    """
    height, width = image.shape[:2]
    rows, columns = (max(1, round(side * factor)) for side in (height, width))
    if NEAREST in (down, up):
        # With the parity of the picture, no pixel in the middle has to choose between two neighbours.
        rows, columns = rows + (height - rows) % 2, columns + (width - columns) % 2
    if down == NEAREST:
        small = image[_nearest(height, rows)][:, _nearest(width, columns)]
    else:
        small = resize(image, (rows, columns), REDUCERS[down])
    if up == NEAREST:
        large: Picture = small[_nearest(rows, height)][:, _nearest(columns, width)]
    else:
        large = resize(small, (height, width), REDUCERS[up])
    return np.clip(large, 0, 1)


def halo(image: Picture, amount: float, radius: float) -> Picture:
    """Sharpen with an unsharp mask and clip, which leaves halos."""
    return np.clip(image + amount * (image - blur_gaussian(image, radius)), 0, 1)


def ring(image: Picture, cutoff: float) -> Picture:
    """Remove all frequencies above ``cutoff`` (radial, a share of Nyquist), which leaves ringing at edges."""
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
    """Add Gaussian noise of ``sigma`` (in [0, 1]), the same in all channels if ``is_grey``."""
    shape = (*image.shape[:2], 1 if is_grey else 3)
    return np.clip(image + sigma * rng.standard_normal(shape, dtype=np.float32), 0, 1)


def palette(
    image: Picture, colours: int, *, is_dithered: bool = False, is_turned: bool = False
) -> Picture:
    """Reduce to a palette of ``colours``, optionally dithered by error diffusion.

    Error diffusion shifts a picture of few colours in scan direction, by up to 0.1 px of the enlarged grid.
    ``is_turned`` starts at the opposite corner, so that both together shift nothing on average.
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
    """Encode with ``codec`` ("JPEG" or "WEBP") at ``quality`` and decode again."""
    buffer = io.BytesIO()
    options = {"subsampling": 2 if is_subsampled else 0} if codec == "JPEG" else {"method": 2}
    _to_pillow(image).save(buffer, codec, quality=quality, **options)
    with Image.open(buffer, formats=(codec,)) as decoded:
        return _to_float(np.asarray(decoded.convert("RGB")))


def compress_twice(image: Picture, qualities: tuple[int, int], shift: tuple[int, int]) -> Picture:
    """Compress as JPEG twice, the second time with the blocks shifted by ``shift`` (rows, columns) pixels."""
    first = compress(image, "JPEG", qualities[0])
    rows, columns = shift
    padded = np.pad(first, ((rows, 0), (columns, 0), (0, 0)), mode="edge")
    return compress(padded, "JPEG", qualities[1])[rows:, columns:]


# --- the whole chain ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chain:
    """A fixed sequence of steps, so that a degradation can be named and repeated.

    Attributes:
        before: Steps on the enlarged grid, before the halving.
        reducer: How the picture is halved; one of ``REDUCERS``.
        is_linear_light: Whether it is halved in linear light.
        after: Steps on the grid of the source, after the halving.
        is_halved: Whether the picture is halved and enlarged again. If not, it is one to be restored at its
            own size.
    """

    before: tuple[Step, ...] = ()
    reducer: str = "area"
    is_linear_light: bool = False
    after: tuple[Step, ...] = ()
    is_halved: bool = True

    def source(self, target: Pixels) -> Pixels:
        """Make the low-quality source of a target, uint8 (H, W, 3) with even sides.

        Returns:
            uint8 (H/2, W/2, 3), or (H, W, 3) if the picture is not halved.
        """
        image = _to_float(target)
        for step in self.before:
            image = step(image)
        if self.is_halved:
            image = reduce_half(image, self.reducer, is_linear_light=self.is_linear_light)
        for step in self.after:
            image = step(image)
        return _to_pixels(image)

    def __call__(self, target: Pixels) -> Pixels:
        """Make the enlarged low-quality picture, uint8, same shape as ``target``."""
        source = self.source(target)
        return enlarge(source, 2) if self.is_halved else source


def resize(image: Picture, size: Sequence[int], resampling: Image.Resampling) -> Picture:
    """Resample to ``size`` (height, width) in float, antialiased and aligned at pixel centres."""
    height, width = size
    channels = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(image[..., c])).resize((width, height), resampling)
        )
        for c in range(image.shape[2])
    ]
    return np.stack(channels, axis=2)


def _nearest(side: int, count: int) -> npt.NDArray[np.int64]:
    """Return which of ``side`` pixels is nearest to the centre of each of ``count`` pixels, (count,).

    A centre halfway between two pixels takes the one towards the middle. The usual choice, always the later
    one, would shift the picture by up to half a pixel.
    """
    centres = (np.arange(count) + 0.5) * (side / count) - 0.5
    inwards = np.sign((side - 1) / 2 - centres) * 1e-6
    indices: npt.NDArray[np.int64] = np.rint(centres + inwards).astype(np.int64).clip(0, side - 1)
    return indices


def _grid(radius: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(np.float64)
    return y, x


def _convolve(image: Picture, kernel: npt.NDArray[np.float64]) -> Picture:
    """Convolve by FFT: at any radius as fast as a direct sum at a radius of 2."""
    height, width = image.shape[:2]
    reach = len(kernel) - 1  # the kernel is square with an odd side: half of this to each side
    padded = np.pad(image.transpose(2, 0, 1), ((0, 0), *2 * ((reach // 2, reach // 2),)), "edge")
    shape = [fft.next_fast_len(side, real=True) for side in padded.shape[1:]]
    weights = (kernel / kernel.sum()).astype(np.float32)
    spectrum = fft.rfft2(padded, shape) * fft.rfft2(weights, shape)
    # The wrap-around of the FFT affects only the first rows and columns.
    inside = fft.irfft2(spectrum, shape)[:, reach : reach + height, reach : reach + width]
    blurred: Picture = np.ascontiguousarray(inside.transpose(1, 2, 0))
    return blurred


def _to_float(pixels: Pixels) -> Picture:
    return pixels.astype(np.float32) / np.float32(255)


def _to_pixels(image: Picture) -> Pixels:
    return np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)


def _to_pillow(image: Picture) -> Image.Image:
    return Image.fromarray(_to_pixels(image))

"""Metrics of a restored picture against the truth: fidelity, sharpness, legibility."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from models.srgb import to_linear

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float64]

LUMA = np.array([0.299, 0.587, 0.114])
SRGB_TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
PSNR_CAP = 60.0  # dB; PSNR of identical pictures, so that means stay finite


def psnr(image: Pixels, truth: Pixels) -> float:
    """Compute the peak signal-to-noise ratio over all channels, in dB, at most ``PSNR_CAP``."""
    error = np.mean((image.astype(np.float64) - truth) ** 2)
    return PSNR_CAP if error == 0 else float(min(PSNR_CAP, 10 * np.log10(255**2 / error)))


def ssim(image: Pixels, truth: Pixels) -> float:
    """Compute the structural similarity of the luma, mean over the picture.

    Source:
        Wang et al., "Image quality assessment: from error visibility to structural similarity", 2004;
        Gaussian window of σ = 1.5 cut at 5 pixels, K1 = 0.01, K2 = 0.03.
    """

    def smooth(values: Values) -> Values:
        smoothed: Values = ndimage.gaussian_filter(values, 1.5, truncate=3.34)
        return smoothed

    x, y = image @ LUMA, truth @ LUMA
    mean_x, mean_y = smooth(x), smooth(y)
    variance_x, variance_y = smooth(x * x) - mean_x**2, smooth(y * y) - mean_y**2
    covariance = smooth(x * y) - mean_x * mean_y
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    similarity = ((2 * mean_x * mean_y + c1) * (2 * covariance + c2)) / (
        (mean_x**2 + mean_y**2 + c1) * (variance_x + variance_y + c2)
    )
    return float(similarity.mean())


def slanted_edge(side: int, angle: float, colours: tuple[Sequence[int], Sequence[int]]) -> Pixels:
    """Draw a straight edge through the middle, antialiased with coverage exact to first order.

    Args:
        side: Width and height of the picture, in pixels.
        angle: Direction of the edge's normal, in radians, from the first colour to the second.
        colours: sRGB triples of 0 to 255.

    Returns:
        uint8 (side, side, 3).
    """
    distance = _distance(side, angle)
    # The width over which a pixel crosses the edge depends on the angle.
    width = abs(np.cos(angle)) + abs(np.sin(angle))
    share = np.clip(distance / width + 0.5, 0, 1)[..., None]
    first, second = (np.asarray(colour, dtype=np.float64) for colour in colours)
    pixels: Pixels = np.rint(first + (second - first) * share).astype(np.uint8)
    return pixels


def edge_response(image: Pixels, angle: float) -> tuple[float, float]:
    """Measure an edge drawn by ``slanted_edge``, for example after it was restored.

    Args:
        image: uint8 (side, side, 3).
        angle: The angle given to ``slanted_edge``, in radians.

    Returns:
        The 10-90 % width in pixels, and the overshoot beyond the two levels as a share of the step (the
        larger of the two sides); NaN for both if there is no step.
    """
    side = image.shape[0]
    distance, luma = _distance(side, angle).ravel(), (image @ LUMA).ravel()
    near = np.abs(distance) < side / 3
    step = 0.125
    bins = np.rint(distance[near] / step).astype(int)
    bins -= bins.min()
    count = np.bincount(bins)
    filled = count > 0
    profile = np.bincount(bins, luma[near])[filled] / count[filled]
    position = np.bincount(bins, distance[near])[filled] / count[filled]
    tail = max(1, len(profile) // 8)
    low, high = profile[:tail].mean(), profile[-tail:].mean()
    if abs(high - low) < 1:
        return float("nan"), float("nan")
    response = (profile - low) / (high - low)
    overshoot = max(0.0, float(response.max()) - 1, -float(response.min()))
    rise = int(np.argmax(response > 0.9))
    fall = len(response) - 1 - int(np.argmax(response[::-1] < 0.1))
    # Interpolate the crossings between samples of the profile.
    above = np.interp(0.9, response[rise - 1 : rise + 1], position[rise - 1 : rise + 1])
    below = np.interp(0.1, response[fall : fall + 2], position[fall : fall + 2])
    return float(max(0.0, above - below)), overshoot


def colour_difference(image: Pixels, truth: Pixels) -> Values:
    """Compute the colour difference ΔE of each pixel: the distance in CIE L*a*b* (CIE76).

    For saturated colours it is larger than CIEDE2000, so a limit on it is stricter.

    Args:
        image: uint8 (H, W, 3), sRGB.
        truth: Of the same shape.

    Returns:
        (H, W); about 2 is just noticeable.

    Source:
        IEC 61966-2-1 (sRGB, D65) and CIE 15.
    """
    distance: Values = np.linalg.norm(_lab(image) - _lab(truth), axis=2)
    return distance


def character_errors(read: str, truth: str) -> int:
    """Count the edits (insert, delete, replace) between the text read and the true one, without spaces."""
    read, truth = "".join(read.split()), "".join(truth.split())
    row = list(range(len(truth) + 1))
    for i, a in enumerate(read, start=1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(truth, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]


def _lab(image: Pixels) -> Values:
    """Convert sRGB values, uint8 (H, W, 3), to L*a*b* under D65."""
    xyz = (
        to_linear(image / 255.0).astype(np.float32) @ SRGB_TO_XYZ.T / SRGB_TO_XYZ.sum(axis=1)
    )  # white becomes 1, 1, 1
    cube = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = np.moveaxis(cube, -1, 0)
    lab: Values = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
    return lab


def _distance(side: int, angle: float) -> Values:
    """Compute the signed distance of each pixel centre from the edge through the middle, (side, side)."""
    centre = (side - 1) / 2
    y, x = np.mgrid[:side, :side] - centre
    distance: Values = x * np.cos(angle) + y * np.sin(angle)
    return distance

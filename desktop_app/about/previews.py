"""Pictures of what the network does: visible residuals, and the place that changed most. Free of Qt."""

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Pixels
from models.tiling import Box

Values = npt.NDArray[np.float32]

ThreePixels = tuple[Pixels, Pixels, Pixels]
ThreeValues = tuple[Values, Values, Values]

_GREY = 128
_REACH = 127.0  # levels from grey to black or white
_HIGHEST_GAIN = 32
_SHARE = 0.995  # of the values must not clip; outliers should not turn the rest grey
_SAMPLED = 2**16  # values sampled to find the gain; more would hardly change a power of two
_GROUND = (255, 255, 255)  # behind transparent pictures
_GRID = 4  # pixels: a crop on this grid starts at a whole pixel of every scale


def amplify(residual: Values) -> tuple[Pixels, int]:
    """Make a residual visible: grey is zero, lighter is positive, darker is negative.

    Args:
        residual: float32, shape (H, W, 3), signed, in levels of 255.

    Returns:
        uint8 (H, W, 3), and the power of two by which it was multiplied, 1 to 32.
    """
    values = residual.reshape(-1)
    sample = np.abs(values[:: max(1, values.size // _SAMPLED)])
    strong = float(np.partition(sample, place := int(_SHARE * (sample.size - 1)))[place])
    gain = 1
    while gain < _HIGHEST_GAIN and 2 * gain * strong <= _REACH:
        gain *= 2
    shown = residual * np.float32(gain)
    shown += np.float32(_GREY + 0.5)
    np.clip(shown, 0, 255, out=shown)
    return shown.astype(np.uint8), gain


def on_white(scales: ThreePixels) -> ThreePixels:
    """Composite transparent pictures on white.

    Args:
        scales: uint8, (quarter, half, full); shape (H, W, 3), returned as is, or straight alpha (H, W, 4).
    """
    quarter, half, full = (
        pixels if pixels.shape[2] == 3 else composite(pixels[..., :3], pixels[..., 3], _GROUND)
        for pixels in scales
    )
    return quarter, half, full


def residuals_of(before: ThreePixels, after: ThreePixels) -> ThreeValues:
    """Return ``after`` minus ``before``, float32 in levels of 255, for each of the three scales."""
    quarter, half, full = (
        new.astype(np.float32) - old for old, new in zip(before, after, strict=True)
    )
    return quarter, half, full


def most_changed(before: Pixels, after: Pixels, height: int, width: int) -> Box:
    """Find the box of a given size in which two pictures differ most.

    Args:
        before: uint8, shape (H, W, 3).
        after: The same shape.
        height: Height of the box in pixels; limited to that of the picture.
        width: Width of the box in pixels; limited to that of the picture.

    Returns:
        A box inside the picture, whose corner is a multiple of four pixels.

    Raises:
        ValueError: The pictures differ in shape.
        ValueError: ``height`` or ``width`` is less than 1.
    """
    if before.shape != after.shape or min(height, width) < 1:
        raise ValueError(f"no place of {height} × {width} in {before.shape} and {after.shape}")
    height, width = min(height, before.shape[0]), min(width, before.shape[1])
    # Every second pixel of the green channel, which carries most of the luminance.
    step = _GRID // 2
    changed = np.abs(before[::step, ::step, 1].astype(np.int16) - after[::step, ::step, 1])
    sums = np.pad(changed.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    rows, columns = max(1, height // step), max(1, width // step)
    inside = (sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns]) + sums[
        :-rows, :-columns
    ]
    candidates = inside[::step, ::step]
    row, column = np.unravel_index(int(candidates.argmax()), candidates.shape)
    return Box(
        min(_GRID * int(row), (before.shape[0] - height) // _GRID * _GRID),
        min(_GRID * int(column), (before.shape[1] - width) // _GRID * _GRID),
        height,
        width,
    )

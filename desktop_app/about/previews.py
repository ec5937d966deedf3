"""Pictures that show what the network does: residuals, and the place worth looking at. Free of Qt."""

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
_SHARE = 0.995  # of the values stay below white and above black; single pixels may not make the rest grey
_SAMPLED = 2**16  # values looked at to find the gain, a power of two: more would not change it
_GROUND = (255, 255, 255)  # behind transparent pictures
_GRID = 4  # pixels: what is cut out begins at a whole pixel of every scale


def amplify(residual: Values) -> tuple[Pixels, int]:
    """Make what the network adds visible: grey is nothing, lighter is more, darker is less.

    Args:
        residual: Shape (h, w, 3), signed, in levels of 255.

    Returns:
        uint8 (h, w, 3), and the power of two by which it was multiplied, 1 to 32.
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
    """Lay pictures over white where they are transparent.

    Args:
        scales: Shapes (h, w, 3), which stay as they are, or straight (h, w, 4).
    """
    quarter, half, full = (
        pixels if pixels.shape[2] == 3 else composite(pixels[..., :3], pixels[..., 3], _GROUND)
        for pixels in scales
    )
    return quarter, half, full


def residuals_of(before: ThreePixels, after: ThreePixels) -> ThreeValues:
    """What is to be added to the first pictures to make the second of them, in levels of 255."""
    quarter, half, full = (
        made.astype(np.float32) - entered for entered, made in zip(before, after, strict=True)
    )
    return quarter, half, full


def most_changed(before: Pixels, after: Pixels, height: int, width: int) -> Box:
    """Find the place of a given size in which two pictures differ the most.

    Args:
        before: Shape (H, W, 3).
        after: Of the same shape.
        height: Of the place; a picture that is lower gives all of its height.
        width: Of the place; a picture that is narrower gives all of its width.

    Returns:
        The place, inside the picture; its corner lies on every fourth pixel.

    Raises:
        ValueError: The pictures differ in shape, or the place is empty.
    """
    if before.shape != after.shape or min(height, width) < 1:
        raise ValueError(f"no place of {height} × {width} in {before.shape} and {after.shape}")
    height, width = min(height, before.shape[0]), min(width, before.shape[1])
    # Every second pixel of the green channel: three quarters of what is seen as light.
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

"""Measure how a picture was damaged, from its pixels: blur, compression, lost colours.

A small picture is measured whole, a larger one in the windows with the most content, so that the time
is bounded. The constants here and in the neighbouring modules were fitted on pictures of known damage;
``tests/benchmarks/judge_advice.py`` measures how well they work on others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.edge_width import EdgeWidths, measure_edges
from desktop_app.analysis.jpeg_artifacts import JpegTraces, measure_compression
from desktop_app.analysis.photo_likeness import photo_likeness
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.picture import Picture, Pixels

_Floats = npt.NDArray[np.float32]

MAX_COUNTED_COLOURS = 256
"""Counting stops here, since no palette holds more colours."""

FEW_COLOURS = 64
"""So few colours cannot shade edges; antialiased drawings of 128 × 128 pixels have 120 and more."""

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_WINDOW, _WINDOWS = 128, 16  # side in pixels, and number: 2**18 pixels in all
_ROW_STEP = 16  # content is searched for in every 16th row
_SAMPLES = 2**16  # pixels from which the background of a transparent picture is chosen


@dataclass(frozen=True)
class ColourCount:
    """How many colours a picture has.

    Attributes:
        count: How many there are; None for more than MAX_COUNTED_COLOURS.
        is_short: Whether edges lack the shades in between: the same colours keep recurring, and levels
            are missing. A small or faint picture has few colours without having lost any.
        is_dithered: Whether few colours were visibly mixed by error diffusion.
    """

    count: int | None
    is_short: bool = False
    is_dithered: bool = False


@dataclass(frozen=True)
class Damage:
    """The measurements of one picture.

    Attributes:
        edges: Widths of the strong edges; None if there are none.
        compression: Traces of JPEG.
        colours: How many there are, and whether they suffice.
        is_photographic: Whether levels and edges vary as in a photograph.
    """

    edges: EdgeWidths | None
    compression: JpegTraces
    colours: ColourCount
    is_photographic: bool


def measure_damage(picture: Picture) -> Damage:
    """Measure a picture of any size.

    Args:
        picture: The input; behind transparent places is black or white, whichever contrasts.
    """
    busy, even = _corners(picture)
    windows = _windows(picture, busy)
    luma: _Floats = windows @ _LUMA
    places = np.array([1 << 16, 1 << 8, 1], np.int32)
    packed: npt.NDArray[np.int32] = (windows @ places).astype(np.int32, copy=False)  # (N, H, W)
    colours = _count_colours(packed, contrast=int(windows.max()) - int(windows.min()))
    edges = measure_edges(_plane(windows, luma), is_stepped=colours.is_short)
    spread = edges.spread if edges else 1.0
    likeness = photo_likeness(luma if even == busy else _windows(picture, even) @ _LUMA, spread)
    return Damage(edges, measure_compression(luma), colours, likeness > 0)


def _corners(picture: Picture) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Choose the windows with the most content, and windows that are evenly spread.

    Returns:
        For both, row and column of each window's top left corner: multiples of 8 if the picture is
        larger than a window, so that JPEG's blocks begin at the window's corner too. (0, 0) for small
        pictures.
    """
    height, width = picture.height, picture.width
    tall, wide = _window_size(picture)
    rows, columns = height // tall, width // wide
    if rows * columns == 1:
        return [(0, 0)], [(0, 0)]
    content = np.zeros(rows * columns)
    for plane in (picture.rgb[..., 1], picture.alpha):
        if plane is not None:
            sampled = plane[: rows * tall : _ROW_STEP, : columns * wide].astype(np.int16)
            change = np.abs(np.diff(sampled, axis=1, append=sampled[:, -1:]))
            content += change.reshape(rows, -1, columns, wide).sum(axis=(1, 3)).ravel()
    busy = np.sort(np.argsort(-content, kind="stable")[:_WINDOWS])
    even = np.linspace(0, len(content) - 1, min(_WINDOWS, len(content))).astype(int)
    return (
        [(int(place) // columns * tall, int(place) % columns * wide) for place in busy],
        [(int(place) // columns * tall, int(place) % columns * wide) for place in even],
    )


def _window_size(picture: Picture) -> tuple[int, int]:
    """Return height and width of the windows; those of the picture if it is small."""
    if picture.height * picture.width <= _WINDOWS * _WINDOW**2:
        return picture.height, picture.width
    return min(picture.height, _WINDOW), min(picture.width, _WINDOW)


def _windows(picture: Picture, corners: list[tuple[int, int]]) -> Pixels:
    """Cut windows out of a picture, on black or white if it is transparent: (N, H, W, 3)."""
    tall, wide = _window_size(picture)
    parts = [np.s_[y : y + tall, x : x + wide] for y, x in corners]
    if picture.alpha is None:
        return np.stack([picture.rgb[part] for part in parts])
    step = max(1, round(math.sqrt(picture.alpha.size / _SAMPLES)))
    weights = picture.alpha[::step, ::step].astype(np.float32)
    brightness = picture.rgb[::step, ::step] @ _LUMA
    is_light = float(np.vdot(brightness, weights)) > 127 * float(weights.sum())
    background = (0, 0, 0) if is_light else (255, 255, 255)
    return np.stack(
        [composite(picture.rgb[part], picture.alpha[part], background) for part in parts]
    )


def _plane(windows: Pixels, luma: _Floats) -> _Floats:
    """Return the luma or, if colours of nearly the same luma meet, the channel that shows their edges."""
    channels = np.moveaxis(windows, 3, 0)
    deviations = [float(channel.std(dtype=np.float32)) for channel in channels]
    if float(luma.std()) > 0.5 * max(deviations):
        return luma
    channel: _Floats = channels[int(np.argmax(deviations))].astype(np.float32)
    return channel


# --- colours -------------------------------------------------------------------------------------


def _count_colours(packed: npt.NDArray[np.int32], contrast: int) -> ColourCount:
    """Count the colours in a stack of windows.

    Args:
        packed: The windows, shape (N, H, W), each colour as one number.
        contrast: Difference between their highest and lowest value, in levels of 255.
    """
    values = packed.ravel()
    if len(np.unique(values[:: max(1, len(values) // 4096)])) > MAX_COUNTED_COLOURS:
        return ColourCount(None)
    count = len(np.unique(values))
    if count > MAX_COUNTED_COLOURS:
        return ColourCount(None)
    uneven, alternation = _unevenness(packed)
    is_short = count <= FEW_COLOURS and uneven > 16 * count and 2 * count < contrast
    # Hard edges alternate too: with two to four colours, at up to a quarter of the uneven pixels.
    is_dithered = is_short and alternation > (0.1 if count > 4 else 0.27)
    return ColourCount(count, is_short, is_dithered)


def _unevenness(packed: npt.NDArray[np.int32]) -> tuple[int, float]:
    """Count the pixels that differ from the next, and the dither patterns per such pixel.

    The patterns have two colours; error diffusion produces them, and drawings seldom have them:
    a b a b along rows and columns, checkers of 2 by 2, and lone pixels whose four neighbours are of
    one colour.
    """
    right, down = packed[:, :, 1:] != packed[:, :, :-1], packed[:, 1:] != packed[:, :-1]
    uneven = int(right.sum() + down.sum() - (right[:, :-1] & down[:, :, :-1]).sum())
    if not uneven:
        return 0, 0.0
    count = 0
    for values, differs in ((packed, right), (packed.swapaxes(1, 2), down.swapaxes(1, 2))):
        returns = values[..., 2:] == values[..., :-2]
        count += int((returns[..., 1:] & returns[..., :-1] & differs[..., :-2]).sum())
    crossed = (packed[:, 1:, 1:] == packed[:, :-1, :-1]) & (
        packed[:, 1:, :-1] == packed[:, :-1, 1:]
    )
    count += int((crossed & right[:, :-1]).sum())
    around = packed[:, 1:-1, :-2]
    lone = right[:, 1:-1, :-1] & (around == packed[:, 1:-1, 2:])
    lone &= (around == packed[:, :-2, 1:-1]) & (around == packed[:, 2:, 1:-1])
    count += int(lone.sum())
    return uneven, count / uneven

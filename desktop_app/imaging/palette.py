"""Find the few clean colours that a picture is made of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from desktop_app.imaging.picture import Picture, Pixels

MAX_PALETTE_COLOURS = 64

_STEP = 24
"""Levels between neighbours: a flat place differs by no more, a thin line by more on both sides."""

_FAR, _FAR_SHARE = 40.0, 0.001
"""A colour is missing if more than this share of the pixels is farther than this many levels from every
colour of the palette. On the samples, thin lines had 0.5 to 1.2 % of such pixels where one more colour
helped, and 0.04 % or less where it would only have doubled the edges."""

_SAMPLE = 2**16
"""Pixels sampled to choose the colours."""


def choose_colours(picture: Picture, count: int | None = None) -> Pixels:
    """Find the colours that a picture is made of.

    Args:
        picture: In sRGB.
        count: The most colours to find. None takes the fewest that are close to all flat places, and
            one more if there are lines too thin to reach their full colour.

    Returns:
        Shape (colours, 3). The colour of flat places is their median, free of the mixtures at their
        edges.
    """
    step = max(1, int((picture.width * picture.height / _SAMPLE) ** 0.5))
    is_visible = np.ones(picture.rgb.shape[:2], bool)
    if picture.alpha is not None:
        is_visible = picture.alpha >= 128
    visible, flat, thin = (
        picture.rgb[::step, ::step][(is_visible & places)[::step, ::step]]
        for places in (is_visible, _flat_places(picture.rgb), _thin_places(picture.rgb))
    )
    if not len(visible):  # only lone pixels, which the sampling missed
        visible = picture.rgb[is_visible]
    if count is not None:
        return _cleaned(_quantised(visible, count), flat)
    for enough in range(2, MAX_PALETTE_COLOURS // 2):
        palette = _cleaned(_quantised(visible, enough), flat)
        if _count_missing(flat, palette) <= _FAR_SHARE * len(flat):
            break
    if _count_missing(thin, palette) > _FAR_SHARE * len(visible):
        palette = _cleaned(_quantised(visible, enough + 1), flat)
    return palette


def nearest(
    colours: Pixels, palette: Pixels
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int32]]:
    """Find the nearest colour of a palette.

    Args:
        colours: Shape (..., 3).
        palette: Shape (colours, 3), at most 256.

    Returns:
        Its index (uint8) and its squared distance in levels (int32), each of shape (...).
    """
    values = colours.astype(np.int32)
    labels = np.zeros(colours.shape[:-1], np.uint8)
    least = np.full(colours.shape[:-1], np.iinfo(np.int32).max, np.int32)
    for index, colour in enumerate(palette.astype(np.int32)):
        distance = ((values - colour) ** 2).sum(axis=-1, dtype=np.int32)
        is_nearer = distance < least
        labels[is_nearer] = index
        np.minimum(least, distance, out=least)
    return labels, least


def _flat_places(rgb: Pixels) -> npt.NDArray[np.bool_]:
    """Find pixels that are nearly the same as their four neighbours; shape (H, W)."""
    values = rgb.astype(np.int16)
    is_flat = np.ones(rgb.shape[:2], bool)
    is_step = np.abs(np.diff(values, axis=1)).max(axis=2) > _STEP
    is_flat[:, 1:] &= ~is_step
    is_flat[:, :-1] &= ~is_step
    is_step = np.abs(np.diff(values, axis=0)).max(axis=2) > _STEP
    is_flat[1:] &= ~is_step
    is_flat[:-1] &= ~is_step
    return is_flat


def _thin_places(rgb: Pixels) -> npt.NDArray[np.bool_]:
    """Find ridges and valleys of brightness one pixel wide, which antialiased edges lack; (H, W)."""
    light = np.asarray(Image.fromarray(rgb).convert("L")).astype(np.int16)
    is_thin = np.zeros(light.shape, bool)
    for values, places in ((light, is_thin), (light.T, is_thin.T)):
        before, after = values[1:-1] - values[:-2], values[1:-1] - values[2:]
        places[1:-1] |= np.minimum(before, after) > _STEP
        places[1:-1] |= np.maximum(before, after) < -_STEP
    return is_thin


def _count_missing(colours: Pixels, palette: Pixels) -> int:
    return int((nearest(colours, palette)[1] > _FAR**2).sum())


def _quantised(colours: Pixels, count: int) -> Pixels:
    # Maximum coverage: median cut would give up a small red disc for a second shade of white.
    reduced = Image.fromarray(colours[None]).quantize(
        count, method=Image.Quantize.MAXCOVERAGE, kmeans=8, dither=Image.Dither.NONE
    )
    palette: Pixels = np.array(reduced.getpalette(), np.uint8).reshape(-1, 3)
    used = np.unique(np.asarray(reduced))
    present: Pixels = palette[used]
    return present


def _cleaned(palette: Pixels, flat: Pixels) -> Pixels:
    """Move each colour to the median of the flat pixels nearest to it, unless those are too few."""
    labels = nearest(flat, palette)[0]
    groups = [flat[labels == label] for label in range(len(palette))]
    medians = [
        np.median(group, axis=0) if len(group) > _FAR_SHARE * len(flat) else colour
        for colour, group in zip(palette, groups, strict=True)
    ]
    cleaned: Pixels = np.unique(np.array(medians).astype(np.uint8), axis=0)
    return cleaned

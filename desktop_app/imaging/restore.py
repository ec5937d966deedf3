"""Enlarge or restore a whole picture: colour and alpha apart, the print size unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import bleed
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.run_facts import RunFacts
from desktop_app.imaging.tile_progress import PicturePlane, PictureRun, RunRequest, TileRestorer

MAX_OUTPUT_PIXELS = 2**28
"""Of the largest result: twice the side of the largest picture read."""

_FLAT_REACH = 2
"""Input pixels around a flat place that must be flat too before the network's alpha is overruled."""


def too_large_reason(picture: Picture, scale: int, name: str) -> Sentence | None:
    """Why a picture cannot be enlarged so much; None if it can.

    Args:
        picture: The input.
        scale: How many times as high and wide the result is.
        name: What to call the picture.
    """
    pixels = picture.height * picture.width * scale**2
    if pixels <= MAX_OUTPUT_PIXELS:
        return None
    text = QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” would have {size} megapixels at {scale}×; the limit is {limit}."
    )
    size, limit = f"{pixels / 1e6:.0f}", f"{MAX_OUTPUT_PIXELS / 1e6:.0f}"
    return Sentence(text, name=name, size=size, scale=scale, limit=limit)


def enlarge_picture(
    picture: Picture, scale: int, enlarge: Callable[[Pixels, int], Pixels]
) -> Picture:
    """Enlarge a picture without fringes at transparent edges.

    Args:
        picture: The input, (H, W) pixels.
        scale: How many times as high and wide the result is.
        enlarge: Called with pixels and ``scale``; once with (H, W, 3) and, if there is an alpha,
            once with (H, W). ``models.enlarge.enlarge`` in the program.

    Returns:
        The enlarged picture; its dpi grew with it, so it prints at the same size.

    Raises:
        ValueError: ``enlarge`` returned pixels of another size.
    """
    rgb, alpha = picture.rgb, picture.alpha
    if alpha is not None:
        rgb, alpha = bleed(rgb, alpha), enlarge(alpha, scale)
    return _scaled(picture, scale, enlarge(rgb, scale), alpha)


def restore_picture(
    picture: Picture, restorer: TileRestorer, request: RunRequest
) -> tuple[Picture, RunFacts]:
    """Enlarge and sharpen a picture with a network: its colours first, then its alpha channel.

    Args:
        picture: The input, (H, W) pixels.
        restorer: The loaded network.
        request: How to restore it, and who is told of each tile.

    Returns:
        The restored picture, (scale·H, scale·W), and what is known of the run. Its dpi grew with it, so it
        prints at the same size.

    Raises:
        Cancelled: The request's ``is_cancelled`` returned True.
    """
    run = PictureRun(picture, restorer, request)
    restored = restore_parts(picture, request.scale, run.restore)
    return restored, run.facts()


def restore_parts(
    picture: Picture, scale: int, restore: Callable[[Pixels, PicturePlane], Pixels]
) -> Picture:
    """Enlarge and sharpen the parts of a picture, its alpha as a picture of its own.

    Args:
        picture: The input, (H, W) pixels.
        scale: How many times as high and wide the answers of ``restore`` are.
        restore: Called with pixels of shape (H, W, 3), for the alpha as well, and the part they
            are; returns (scale·H, scale·W, 3).

    Returns:
        The restored picture; its dpi grew with it, so it prints at the same size.

    Raises:
        ValueError: ``restore`` returned pixels of another size.
    """
    if picture.alpha is None:
        return _scaled(picture, scale, restore(picture.rgb, PicturePlane.COLOUR), None)
    rgb = restore(bleed(picture.rgb, picture.alpha), PicturePlane.COLOUR)
    grey = np.repeat(picture.alpha[:, :, None], 3, axis=2)
    answer = restore(grey, PicturePlane.ALPHA)
    _check_size(answer, picture, scale)
    alpha = ((answer.sum(axis=2, dtype=np.uint16) + 1) // 3).astype(np.uint8)
    return _scaled(picture, scale, rgb, _keep_flat(alpha, picture.alpha, scale))


def _scaled(picture: Picture, scale: int, rgb: Pixels, alpha: Pixels | None) -> Picture:
    _check_size(rgb, picture, scale)
    if alpha is not None:
        _check_size(alpha, picture, scale)
    dpi = None if picture.dpi is None else (picture.dpi[0] * scale, picture.dpi[1] * scale)
    return replace(picture, rgb=rgb, alpha=alpha, dpi=dpi)


def _check_size(pixels: Pixels, picture: Picture, scale: int) -> None:
    expected = (scale * picture.height, scale * picture.width)
    if pixels.shape[:2] != expected:
        raise ValueError(f"expected {expected} pixels, got {pixels.shape[:2]}")


def _keep_flat(restored: Pixels, alpha: Pixels, scale: int) -> Pixels:
    """Undo the haze of a network where the input is plainly opaque or plainly transparent.

    An alpha of 2 instead of 0 cannot be seen but makes every trimming and tracing tool stumble.

    Args:
        restored: The network's alpha, shape (scale·H, scale·W).
        alpha: The input's, shape (H, W).
        scale: Output pixels per input pixel.
    """
    result = restored.copy()
    for value in (0, 255):
        flat = _surrounded(alpha == value)
        result[flat.repeat(scale, axis=0).repeat(scale, axis=1)] = value
    return result


def _surrounded(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where ``mask`` (H, W) is true in the whole square of _FLAT_REACH pixels around."""
    height, width = mask.shape
    padded = np.pad(mask, _FLAT_REACH, constant_values=True)
    steps = range(2 * _FLAT_REACH + 1)
    rows = np.logical_and.reduce([padded[step : step + height] for step in steps])
    around: npt.NDArray[np.bool_] = np.logical_and.reduce(
        [rows[:, step : step + width] for step in steps]
    )
    return around

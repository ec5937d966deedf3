"""Enlarge or restore a whole picture: colour and alpha separately, the print size unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.alpha import bleed
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.picture_run import PicturePlane, PictureRun, RunRequest, TileRestorer
from desktop_app.imaging.run_facts import RunFacts

MAX_OUTPUT_PIXELS = 2**28
"""Pixels of the largest result: twice the side of the largest picture that is read."""

_FLAT_REACH = 2
"""Input pixels around a flat pixel that must be flat too before its alpha replaces the network's."""


def too_large_reason(picture: Picture, scale: int, name: str) -> Sentence | None:
    """Explain why a picture is too large for a scale; None if it is not.

    Args:
        picture: The input.
        scale: Enlargement per side.
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
        scale: Enlargement per side.
        enlarge: Called with pixels and ``scale``: once with (H, W, 3) and, if there is alpha, once
            with (H, W). In the program it is ``models.enlarge.enlarge``.

    Returns:
        The enlarged picture; its dpi is enlarged too, so it prints at the same size.

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
        request: How to restore it, with the callbacks during the run.

    Returns:
        The restored picture, (scale·H, scale·W), and how the run went. Its dpi is enlarged too, so it
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
    """Enlarge and sharpen the planes of a picture, its alpha as a grey picture of its own.

    Args:
        picture: The input, (H, W) pixels.
        scale: Enlargement per side by ``restore``.
        restore: Called with pixels of shape (H, W, 3), for alpha as well, and the plane that they
            are; returns (scale·H, scale·W, 3).

    Returns:
        The restored picture; its dpi is enlarged too, so it prints at the same size.

    Raises:
        ValueError: ``restore`` returned pixels of another size.
    """
    if picture.alpha is None:
        return _scaled(picture, scale, restore(picture.rgb, PicturePlane.COLOUR), None)
    rgb = restore(bleed(picture.rgb, picture.alpha), PicturePlane.COLOUR)
    grey = np.repeat(picture.alpha[:, :, None], 3, axis=2)
    restored = restore(grey, PicturePlane.ALPHA)
    _check_size(restored, picture, scale)
    alpha = ((restored.sum(axis=2, dtype=np.uint16) + 1) // 3).astype(np.uint8)
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
    """Undo the network's haze where the input is fully opaque or fully transparent.

    An alpha of 2 instead of 0 is invisible, but trips up every trimming and tracing tool.

    Args:
        restored: The network's alpha, shape (scale·H, scale·W).
        alpha: The input's alpha, shape (H, W).
        scale: Output pixels per input pixel.
    """
    result = restored.copy()
    for value in (0, 255):
        flat = _surrounded(alpha == value)
        result[flat.repeat(scale, axis=0).repeat(scale, axis=1)] = value
    return result


def _surrounded(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Find pixels around which ``mask`` (H, W) is true for _FLAT_REACH pixels in every direction."""
    height, width = mask.shape
    padded = np.pad(mask, _FLAT_REACH, constant_values=True)
    steps = range(2 * _FLAT_REACH + 1)
    rows = np.logical_and.reduce([padded[step : step + height] for step in steps])
    around: npt.NDArray[np.bool_] = np.logical_and.reduce(
        [rows[:, step : step + width] for step in steps]
    )
    return around

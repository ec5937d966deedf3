"""Trace photographs and gradients with vtracer, which follows the borders of areas of similar colour."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import numpy as np
import vtracer  # type: ignore[import-untyped]
from PIL import Image

from desktop_app.imaging.alpha import bleed
from desktop_app.imaging.palette import choose_colours, nearest
from desktop_app.imaging.picture import Colour, Picture, Pixels

_FINEST, _FINE_PIXELS = 4, 2**22
"""A picture is enlarged before it is traced: at most this many times, to at most this many pixels.

vtracer follows the borders of pixels, and would otherwise lose what antialiasing says about the position of
an edge within a pixel. On the three samples, the distance fell by 43 to 58 % with the same number of colours.
"""

_FRAME = 1
"""Transparent pixels added around a picture with alpha: vtracer overlooks transparency if it is rare."""

_PATH = re.compile(r'<path d="([^"]*)" fill="#([0-9A-Fa-f]{6})" transform="([^"]*)"/>')


class GaveUpError(Exception):
    """vtracer failed."""


@dataclass(frozen=True)
class Area:
    """A filled path, moved by its transform."""

    path: str
    colour: Colour
    transform: str


@dataclass(frozen=True)
class Areas:
    """The areas of a picture, and the transform that puts them into its pixels."""

    members: tuple[Area, ...]
    transform: str


def trace_areas(
    picture: Picture, colours: int | None, *, mode: str, layering: str, smallest: int, corner: int
) -> Areas:
    """Trace a picture as areas of few colours.

    Colours are first reduced, so that each fill becomes one shape and not many. Places less than half opaque
    become transparent, all others opaque: areas have no soft edges.

    Args:
        picture: In sRGB.
        colours: The most colours; None chooses by the picture's flat places.
        mode: ``spline`` or ``polygon``.
        layering: ``stacked`` or ``cutout``.
        smallest: Side in pixels of the smallest area.
        corner: Angle in degrees from which a bend is a corner.

    Raises:
        GaveUpError: vtracer failed.
    """
    palette = choose_colours(picture, colours)
    fineness = _fineness(picture)
    flat = _flattened(picture, palette, fineness)
    frame = 0 if picture.alpha is None else _FRAME
    stream = io.BytesIO()
    framed = np.pad(flat, ((frame, frame), (frame, frame), (0, 0)))
    Image.fromarray(framed).save(stream, "PNG", compress_level=1)
    try:
        svg = vtracer.convert_raw_image_to_svg(
            stream.getvalue(),
            img_format="png",
            mode=mode,
            hierarchical=layering,
            filter_speckle=smallest * fineness,
            corner_threshold=corner,
            # The colours are few and final: do not merge or layer them again.
            color_precision=8,
            layer_difference=0,
            path_precision=1,
        )
    except BaseException as error:
        # A panic in Rust is a BaseException, not an Exception.
        if type(error).__name__ == "PanicException" or isinstance(error, Exception):
            raise GaveUpError from error
        raise
    members = tuple(
        Area(path, _in_palette(fill, palette), transform)
        for path, fill, transform in _PATH.findall(svg)
        if path  # vtracer writes areas smaller than a pixel as empty paths, which Qt complains of
    )
    return Areas(members, f"scale({1 / fineness:g}) translate({-frame} {-frame})")


def _fineness(picture: Picture) -> int:
    factor = (_FINE_PIXELS / (picture.width * picture.height)) ** 0.5
    return max(1, min(_FINEST, int(factor)))


def _flattened(picture: Picture, palette: Pixels, fineness: int) -> Pixels:
    """Enlarge the picture and map it to the palette, each pixel opaque or transparent; (H, W, 4)."""
    size = picture.width * fineness, picture.height * fineness
    rgb = picture.rgb if picture.alpha is None else bleed(picture.rgb, picture.alpha)
    fine = np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BICUBIC))
    flat = np.empty((*fine.shape[:2], 4), np.uint8)
    flat[..., :3] = palette[nearest(fine, palette)[0]]
    flat[..., 3] = 255
    if picture.alpha is not None:
        opacity = Image.fromarray(picture.alpha).resize(size, Image.Resampling.BICUBIC)
        flat[np.asarray(opacity) < 128] = 0
    return flat


def _in_palette(fill: str, palette: Pixels) -> Colour:
    """Return the clean colour of a fill: vtracer mixes in the colours of areas too small for a shape."""
    colour = np.array([int(fill[at : at + 2], 16) for at in (0, 2, 4)], np.uint8)
    red, green, blue = palette[nearest(colour, palette)[0]].tolist()
    return red, green, blue

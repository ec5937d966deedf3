"""Prepare a picture for the screen: in sRGB, as a pyramid or a thumbnail, with its profile's name."""

import io
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.picture import Colour, Picture, Pixels
from desktop_app.imaging.pyramid import Pyramid
from models.colour_difference import colour_difference

THUMBNAIL = 88
"""Side of the square that thumbnails fit into, in pixels."""

_LONGEST_PROFILE = 24  # characters that fit beside the label "Profile"

_GAMUT_TOLERANCE = 3.0
"""ΔE00 above which a colour space is taken not to contain an sRGB colour. Rounding to 8 bits alone moves
colours by up to 1.1 in Adobe RGB, 2.0 in ProPhoto RGB and 2.1 in Wide Gamut RGB, which contain them all."""

_SRGB_TOLERANCE = 2
"""Levels (of 255) by which a profile may move sRGB colours and still count as sRGB itself."""


def display_pyramid(picture: Picture) -> Pyramid:
    """Build the pyramid through which a picture is shown."""
    return Pyramid.build(pixels_with_alpha(to_srgb(picture)))


def to_srgb(picture: Picture) -> Picture:
    """Convert a picture to sRGB, which the screen is assumed to have; unchanged if that fails."""
    if picture.icc_profile is None or _is_srgb(picture.icc_profile):
        return picture
    try:
        return picture.in_srgb()
    except ValueError:
        return picture


def colours_to_srgb(colours: Sequence[Colour], picture: Picture) -> list[Colour]:
    """Convert colours of a picture to sRGB, as :func:`to_srgb` converts its pixels.

    Args:
        colours: In the picture's own colour space.
        picture: The picture, with its profile.
    """
    return _listed(to_srgb(_strip(colours, picture.icc_profile)))


def to_picture_colours(colours: Sequence[Colour], picture: Picture) -> list[Colour]:
    """Convert sRGB colours to a picture's own colour space, so that they look the same in it.

    Args:
        colours: In sRGB.
        picture: The picture, with its profile.

    Raises:
        ValueError: The profile does not contain such a colour, or cannot be used; the message is one
            sentence for the user.
    """
    profile, title = picture.icc_profile, profile_title(picture) or "ICC"
    if profile is None or _is_srgb(profile) or not colours:
        return list(colours)
    wanted = _strip(colours)
    try:
        converted = wanted.in_space_of(profile)
        off = colour_difference(converted.in_srgb().rgb, wanted.rgb)
    except ValueError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "Colours cannot be converted to this picture's profile “{profile}”: "
            "convert the picture to sRGB first.",
        )
        raise ValueError(Sentence(text, profile=title)) from error
    if off.max() > _GAMUT_TOLERANCE:
        text = QT_TRANSLATE_NOOP(
            "Sentences",
            "This picture's profile “{profile}” has no {colour}: convert the picture to sRGB first.",
        )
        colour = colours[int(off.argmax())]
        raise ValueError(Sentence(text, profile=title, colour=hex_colour(colour)))
    return _listed(converted)


def _strip(colours: Sequence[Colour], profile: bytes | None = None) -> Picture:
    """Make a picture of one row."""
    return Picture(np.array([colours], np.uint8), icc_profile=profile)


def _listed(strip: Picture) -> list[Colour]:
    return [(int(red), int(green), int(blue)) for red, green, blue in strip.rgb[0]]


def pixels_with_alpha(picture: Picture) -> Pixels:
    """Return the pixels, with alpha if there is one, shape (H, W, 3 or 4)."""
    return picture.rgb if picture.alpha is None else picture.rgba()


def short_profile_title(picture: Picture) -> str:
    """Return the profile's name, shortened to fit its label; empty if there is none."""
    title = profile_title(picture)
    return title if len(title) <= _LONGEST_PROFILE else title[: _LONGEST_PROFILE - 1] + "…"


def profile_title(picture: Picture) -> str:
    """Return the profile's own name, "sRGB" for any form of sRGB; empty if there is none."""
    if picture.icc_profile is None:
        return ""
    try:
        title = ImageCms.getProfileDescription(io.BytesIO(picture.icc_profile)).strip()
    except (ImageCms.PyCMSError, OSError, ValueError):
        title = ""
    is_named_srgb = "srgb" in title.lower()  # a linear profile may be, too
    return "sRGB" if is_named_srgb and _is_srgb(picture.icc_profile) else title


@lru_cache(maxsize=16)  # called for every tile
def _is_srgb(profile: bytes) -> bool:
    """Check whether colours look the same without the profile; True also if it cannot be used."""
    levels = np.arange(0, 256, 17, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(16, -1, 3)
    try:
        seen = Picture(colours, icc_profile=profile).in_srgb().rgb
    except ValueError:
        return True
    return bool(np.abs(seen.astype(int) - colours).max() <= _SRGB_TOLERANCE)


def make_thumbnail(picture: Picture) -> Pixels:
    """Shrink a picture to fit a square of THUMBNAIL pixels; a smaller one keeps its size.

    Returns:
        Shape (h, w, 4), RGB and alpha, in the picture's own colour space.
    """
    step = max(1, min(picture.height, picture.width) // (4 * THUMBNAIL))
    rgb = picture.rgb[::step, ::step]
    alpha = None if picture.alpha is None else picture.alpha[::step, ::step]
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if alpha is not None:
        image.putalpha(Image.fromarray(np.ascontiguousarray(alpha)))
    image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return np.asarray(image.convert("RGBA"))

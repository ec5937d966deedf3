"""A picture as people see it: in sRGB, as a pyramid, as a thumbnail, with the name of its profile."""

import io
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.colour_difference import colour_difference
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.pyramid import Pyramid

Colour = tuple[int, int, int]

_LONGEST_PROFILE = 24  # letters that fit beside "Profile"

_GAMUT_TOLERANCE = 3.0
"""ΔE00 from which a space of 8 bits does not hold a colour of sRGB. Rounding alone takes it up to 1.1
away in Adobe RGB, 2.0 in ProPhoto RGB and 2.1 in Wide Gamut RGB, which hold all."""

_SRGB_TOLERANCE = 2
"""Of 255: the most that colours of sRGB may move through a profile that is taken for sRGB's own."""


def display_pyramid(picture: Picture) -> Pyramid:
    """Build the pyramid that a picture is looked at through."""
    return Pyramid.build(pixels_with_alpha(to_srgb(picture)))


def to_srgb(picture: Picture) -> Picture:
    """Convert a picture to sRGB, which is what the screen is taken for; as it is if that fails."""
    if picture.icc_profile is None or _is_srgb(picture.icc_profile):
        return picture
    try:
        return picture.in_srgb()
    except ValueError:
        return picture


def colours_to_srgb(colours: Sequence[Colour], picture: Picture) -> list[Colour]:
    """What colours of a picture are in sRGB, as :func:`as_shown` has it.

    Args:
        colours: In the picture's own space.
        picture: Has the profile.
    """
    return _listed(to_srgb(_strip(colours, picture.icc_profile)))


def to_picture_colours(colours: Sequence[Colour], picture: Picture) -> list[Colour]:
    """What sRGB colours are in a picture's own space, so that they are shown and written as they are.

    Args:
        colours: In sRGB.
        picture: Has the profile.

    Raises:
        ValueError: The profile has no such colour or cannot be used; one sentence for the user.
    """
    profile, title = picture.icc_profile, profile_title(picture) or "ICC"
    if profile is None or _is_srgb(profile) or not colours:
        return list(colours)
    wanted = _strip(colours)
    try:
        kept = wanted.in_space_of(profile)
        off = colour_difference(kept.in_srgb().rgb, wanted.rgb)
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
    return _listed(kept)


def _strip(colours: Sequence[Colour], profile: bytes | None = None) -> Picture:
    """A picture of one row."""
    return Picture(np.array([colours], np.uint8), icc_profile=profile)


def _listed(strip: Picture) -> list[Colour]:
    return [(int(red), int(green), int(blue)) for red, green, blue in strip.rgb[0]]


def pixels_with_alpha(picture: Picture) -> Pixels:
    """The pixels with alpha where there is one, shape (H, W, 3 or 4)."""
    return picture.rgb if picture.alpha is None else picture.rgba()


def short_profile_title(picture: Picture) -> str:
    """Name the colour profile shortly; empty if there is none."""
    title = profile_title(picture)
    return title if len(title) <= _LONGEST_PROFILE else title[: _LONGEST_PROFILE - 1] + "…"


def profile_title(picture: Picture) -> str:
    """Name the colour profile as it names itself, sRGB's shortly; empty if there is none."""
    if picture.icc_profile is None:
        return ""
    try:
        title = ImageCms.getProfileDescription(io.BytesIO(picture.icc_profile)).strip()
    except (ImageCms.PyCMSError, OSError, ValueError):
        title = ""
    is_named_so = "srgb" in title.lower()  # as a linear one may be, too
    return "sRGB" if is_named_so and _is_srgb(picture.icc_profile) else title


@lru_cache(maxsize=16)  # asked for every tile
def _is_srgb(profile: bytes) -> bool:
    """Whether colours look the same without the profile; so they do if it cannot be used."""
    levels = np.arange(0, 256, 17, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(16, -1, 3)
    try:
        seen = Picture(colours, icc_profile=profile).in_srgb().rgb
    except ValueError:
        return True
    return bool(np.abs(seen.astype(int) - colours).max() <= _SRGB_TOLERANCE)


def make_thumbnail(picture: Picture) -> Pixels:
    """Shrink a picture to fit a square of THUMBNAIL pixels; a smaller one is kept as it is."""
    step = max(1, min(picture.height, picture.width) // (4 * THUMBNAIL))
    rgb = picture.rgb[::step, ::step]
    alpha = None if picture.alpha is None else picture.alpha[::step, ::step]
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if alpha is not None:
        image.putalpha(Image.fromarray(np.ascontiguousarray(alpha)))
    image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return np.asarray(image.convert("RGBA"))


THUMBNAIL = 88

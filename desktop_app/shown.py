"""A picture as people see it: in sRGB, as a pyramid, as a thumbnail, with the name of its profile."""

import io

import numpy as np
from PIL import Image, ImageCms

from desktop_app.comparison.pyramid import Pyramid
from desktop_app.imaging.picture import Picture
from desktop_app.jobs import THUMBNAIL, Pixels

_LONGEST_PROFILE = 24  # letters that fit beside "Profile"


def view_of(picture: Picture) -> Pyramid:
    """Build the pyramid that a picture is looked at through."""
    return Pyramid.build(pixels_of(as_shown(picture)))


def as_shown(picture: Picture) -> Picture:
    """Convert a picture to sRGB, which is what the screen is taken for; as it is if that fails."""
    if profile_name(picture) in ("", "sRGB"):
        return picture
    try:
        return picture.in_srgb()
    except ValueError:
        return picture


def pixels_of(picture: Picture) -> Pixels:
    """The pixels with alpha where there is one, shape (H, W, 3 or 4)."""
    return picture.rgb if picture.alpha is None else picture.rgba()


def profile_name(picture: Picture) -> str:
    """Name the colour profile shortly; empty if there is none."""
    if picture.icc_profile is None:
        return ""
    try:
        title = ImageCms.getProfileDescription(io.BytesIO(picture.icc_profile)).strip()
    except (ImageCms.PyCMSError, OSError, ValueError):
        title = ""
    if "srgb" in title.lower():
        return "sRGB"
    return title if len(title) <= _LONGEST_PROFILE else title[: _LONGEST_PROFILE - 1] + "…"


def thumbnail_of(picture: Picture) -> Pixels:
    """Shrink a picture to fit a square of THUMBNAIL pixels; a smaller one is kept as it is."""
    step = max(1, min(picture.height, picture.width) // (4 * THUMBNAIL))
    rgb = picture.rgb[::step, ::step]
    alpha = None if picture.alpha is None else picture.alpha[::step, ::step]
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if alpha is not None:
        image.putalpha(Image.fromarray(np.ascontiguousarray(alpha)))
    image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return np.asarray(image.convert("RGBA"))

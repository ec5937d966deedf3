"""A picture in memory, and the conversion to it from any kind of Pillow image."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import isfinite
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.attached_metadata import AttachedMetadata
from desktop_app.imaging.bit_depth import bit_depth_note, in_eight_bits, is_deep, is_unsigned

Pixels = npt.NDArray[np.uint8]

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture, and everything from its file that restoring must preserve.

    Attributes:
        rgb: Colours, shape (H, W, 3), straight (not premultiplied by alpha).
        alpha: Opacity, shape (H, W), 0 is transparent; None where the picture is opaque.
        icc_profile: The profile of the RGB space that ``rgb`` is in; None means that sRGB is assumed.
        dpi: Pixels per inch, (x, y); None if the file does not say.
        exif: An EXIF block, its orientation applied and reset to 1; None without metadata.
        attached: XMP, IPTC and texts of its file.
        format: The format of its file: "PNG", "JPEG", ...; empty without a file.
        notes: Sentences for the user about what could not be preserved on reading.

    Raises:
        ValueError: An array is empty or has another shape or dtype, or a dpi value is not positive.
    """

    rgb: Pixels
    alpha: Pixels | None = None
    icc_profile: bytes | None = None
    dpi: tuple[float, float] | None = None
    exif: bytes | None = None
    attached: AttachedMetadata = field(default_factory=AttachedMetadata)
    format: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        rgb, alpha = self.rgb, self.alpha
        if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3:
            raise ValueError(f"rgb must be uint8 (H, W, 3), got {rgb.dtype} {rgb.shape}")
        if rgb.size == 0:
            raise ValueError("a picture must have at least one pixel")
        if alpha is not None and (alpha.dtype != np.uint8 or alpha.shape != rgb.shape[:2]):
            raise ValueError(f"alpha must be uint8 (H, W), got {alpha.dtype} {alpha.shape}")
        if self.dpi is not None and not all(isfinite(dots) and dots > 0 for dots in self.dpi):
            raise ValueError(f"dpi must be positive, got {self.dpi}")

    @property
    def height(self) -> int:
        """Rows, in pixels."""
        return int(self.rgb.shape[0])

    @property
    def width(self) -> int:
        """Columns, in pixels."""
        return int(self.rgb.shape[1])

    @property
    def size_text(self) -> str:
        """Width and height for the user: "180 × 85"."""
        return f"{self.width} \N{MULTIPLICATION SIGN} {self.height}"

    def rgba(self) -> Pixels:
        """Return the picture with alpha as fourth channel, 255 if it has none; shape (H, W, 4)."""
        rgba = np.empty((self.height, self.width, 4), np.uint8)
        rgba[:, :, :3] = self.rgb
        rgba[:, :, 3] = 255 if self.alpha is None else self.alpha
        return rgba

    def in_srgb(self) -> Picture:
        """Convert the picture to sRGB.

        Returns:
            The picture as it looks, without a profile; itself if it has none.

        Raises:
            ValueError: The profile cannot be used.
        """
        if self.icc_profile is None:
            return self
        converted = _convert(Image.fromarray(self.rgb), self.icc_profile)
        return replace(self, rgb=np.array(converted), icc_profile=None)

    def in_space_of(self, profile: bytes) -> Picture:
        """Convert the picture to the colour space of a profile; the reverse of ``in_srgb``.

        Args:
            profile: Of an RGB space. Colours outside it become the nearest inside.

        Raises:
            ValueError: Colours cannot be converted to the profile, or from the picture's own.
        """
        converted = _convert(Image.fromarray(self.rgb), self.icc_profile, profile)
        return replace(self, rgb=np.array(converted), icc_profile=profile)


class _ExactText(str):
    """Text that Pillow read from EXIF as Latin-1, and must write back as Latin-1."""

    def encode(self, encoding: str = "latin-1", errors: str = "replace") -> bytes:
        return super().encode("latin-1", "replace")


def with_exact_text(entries: Mapping[int, Any]) -> dict[int, Any]:
    """Wrap EXIF texts so that they are written with exactly the bytes they were read from.

    Pillow decodes every text as Latin-1, even UTF-8, but encodes it as ASCII when it writes: a
    copyright sign would become "?".
    """
    return {
        tag: _ExactText(value) if isinstance(value, str) else value
        for tag, value in entries.items()
    }


def from_image(image: Image.Image, storage: str = "") -> Picture:
    """Convert a Pillow image of any mode to straight 8-bit RGB and alpha.

    Pixels of an RGB space keep their values and their profile; CMYK and grey with a profile are
    converted to sRGB by it.

    Args:
        image: Loaded or not; its ``info`` holds the profile and the transparent colour.
        storage: The raw modes of its file, such as "RGB;16B": they show a depth that Pillow's mode hides.

    Returns:
        The pixels, the profile, and notes on what changed.

    Raises:
        ValueError: The image is empty.
    """
    notes: list[Sentence] = []
    if is_deep(storage) or image.mode.startswith("I;16"):
        notes.append(bit_depth_note(16))
    info = dict(image.info)
    if image.mode == "CMYK" and image.format in ("JPEG", "MPO") and "adobe" not in info:
        # Pillow and browsers invert them too: most such files have lost a marker that Adobe wrote.
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Its CMYK values were read as inverted, as usual; the file does not say.",
                )
            )
        )
    profile = info.get("icc_profile") or None
    key = None if image.mode in ("P", "PA") else info.get("transparency")
    alpha: Pixels | None = None
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image)
        if is_unsigned(image):
            values = values.view(np.uint32)
        if isinstance(key, int):
            alpha = _opaque_where(values != key)
        image = Image.fromarray(in_eight_bits(values, image, storage, notes))
    elif key is not None:
        alpha = _keyed_alpha(image, key, storage)
    elif image.has_transparency_data:
        image = image.convert("LA" if image.mode in ("LA", "La") else "RGBA")
        alpha = np.array(image.getchannel("A"))
    if alpha is not None and bool((alpha == 255).all()):
        alpha = None
    image, profile = _in_rgb(image, profile, notes)
    return Picture(np.array(image), alpha, profile, notes=tuple(dict.fromkeys(notes)))


def _opaque_where(visible: npt.NDArray[np.bool_]) -> Pixels:
    return np.where(visible, np.uint8(255), np.uint8(0))


def _keyed_alpha(image: Image.Image, key: object, storage: str) -> Pixels | None:
    """Build alpha from PNG's transparent colour, which is stored at the file's own bit depth."""
    if isinstance(key, int) and image.mode in ("1", "L"):
        if image.mode == "1":
            key = 255 if key else 0
        elif "L;2" in storage:
            key *= 85
        elif "L;4" in storage:
            key *= 17
        return _opaque_where(np.asarray(image.convert("L")) != key)
    if isinstance(key, tuple) and image.mode == "RGB" and len(key) == 3:
        eight_bits = [value >> 8 if is_deep(storage) else value for value in key]
        return _opaque_where((np.asarray(image) != eight_bits).any(axis=2))
    return None


def _in_rgb(
    image: Image.Image, profile: bytes | None, notes: list[Sentence]
) -> tuple[Image.Image, bytes | None]:
    """Convert an image to mode RGB, and return it with the profile of its new colours."""
    space = _profile_space(profile) if profile else ""
    is_grey = image.mode in ("1", "L", "LA") or (
        # Pillow opens 16-bit grey with alpha as RGBA, and WebP and palettes know no grey.
        space == "GRAY" and image.mode not in ("CMYK", "LAB") and _is_neutral(image)
    )
    wanted = {"CMYK": "CMYK", "LAB": "Lab"}.get(image.mode, "GRAY" if is_grey else "RGB")
    if profile and space == wanted and wanted in ("CMYK", "GRAY"):
        try:
            converted = _convert(image.convert("L") if is_grey else image, profile)
        except ValueError:
            space = ""
        else:
            text = (
                QT_TRANSLATE_NOOP(
                    "Sentences", "Its CMYK colours were converted to sRGB by {profile}."
                )
                if wanted == "CMYK"
                else QT_TRANSLATE_NOOP(
                    "Sentences", "Its grey values were converted to sRGB by {profile}."
                )
            )
            notes.append(Sentence(text, profile=_profile_title(profile)))
            return converted, None
    if wanted == "CMYK":
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Its CMYK colours have no usable profile, so the conversion is approximate.",
                )
            )
        )
    elif wanted == "Lab":
        notes.append(
            Sentence(QT_TRANSLATE_NOOP("Sentences", "Its Lab colours were converted to sRGB."))
        )
    elif profile and space != "RGB":
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Its colour profile does not fit and was left out; sRGB is assumed.",
                )
            )
        )
    is_kept = space == "RGB" and wanted in ("RGB", "GRAY")
    return image.convert("RGB"), profile if is_kept else None


def _is_neutral(image: Image.Image) -> bool:
    """Check whether every pixel, transparent ones included, is grey."""
    rgb = np.asarray(image.convert("RGB"))
    return bool((rgb == rgb[:, :, :1]).all())


def _profile_space(profile: bytes) -> str:
    """Return the colour space that an ICC profile describes: "RGB", "GRAY", ...; "" if unusable.

    Source:
        ICC.1:2022, 7.2: the signature "acsp" at byte 36, the data colour space at byte 16.
    """
    if len(profile) < 128 or profile[36:40] != b"acsp":
        return ""
    try:
        ImageCms.getOpenProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return ""
    return profile[16:20].decode("ascii", "replace").strip()


def _profile_title(profile: bytes) -> str:
    try:
        title = ImageCms.getProfileDescription(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        title = ""
    title = "".join(letter for letter in title if letter.isprintable()).strip()[:60]
    return f"the profile “{title}”" if title else "its own profile"


@cache
def srgb_profile() -> bytes:
    """Return the sRGB profile, always the same bytes, so that equal pictures make equal files."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # littlecms stores the current time (ICC.1:2022, 7.2.1: bytes 24 to 35).
    return profile[:24] + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + profile[36:]


def _convert(image: Image.Image, source: bytes | None, target: bytes | None = None) -> Image.Image:
    """Convert by relative colorimetry with black point compensation, as design programs do.

    Args:
        image: With the channels that ``source`` describes.
        source: The profile of its colours; None is sRGB.
        target: The profile of an RGB space; None is sRGB.

    Raises:
        ValueError: A profile is damaged, describes other channels or does not convert in this direction.
    """
    try:
        here, there = (
            ImageCms.getOpenProfile(io.BytesIO(one)) if one else ImageCms.createProfile("sRGB")
            for one in (source, target)
        )
        converted = ImageCms.profileToProfile(
            image,
            here,
            there,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError("the colour profile cannot be used") from error
    if converted is None:
        raise ValueError("the colour profile cannot be used")
    return converted

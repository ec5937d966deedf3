"""Reduce pixels of more than 8 bits per channel to 8, and say so."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image, TiffImagePlugin

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence

_Pixels = npt.NDArray[np.uint8]


def bit_depth_note(bits: int) -> Sentence:
    """Return the note on a picture with more than 8 bits per channel."""
    return Sentence(
        QT_TRANSLATE_NOOP("Sentences", "Its {bits} bits per channel were reduced to 8."), bits=bits
    )


def is_deep(storage: str) -> bool:
    """Check whether raw modes of a file, such as "RGB;16B", have more than 8 bits per channel."""
    # "BGR;16" is 5, 6 and 5 bits in a BMP.
    return any(depth in storage.replace("BGR;16", "") for depth in (";12", ";16"))


def is_unsigned(image: Image.Image) -> bool:
    """Check for a TIFF's unsigned 32-bit values, which Pillow hands out as signed ones."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile) or image.mode != "I":
        return False
    stored_as = image.tag_v2.get(TiffImagePlugin.SAMPLEFORMAT, (1,))
    bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (1,))
    return bool(stored_as[0] == 1 and bits[0] == 32)


def in_eight_bits(
    values: npt.NDArray[Any], image: Image.Image, storage: str, notes: list[Sentence]
) -> _Pixels:
    """Reduce brightness values to 8 bits; Pillow's convert() would clip them at 255.

    Args:
        values: Shape (H, W), integers or floats.
        image: The image they come from.
        storage: The raw modes of its file.
        notes: Gets a sentence on the reduction, unless the caller has noted it.

    Returns:
        Shape (H, W): round(255 · value / greatest possible value).
    """
    if image.mode.startswith("I;16"):
        eight_bits = _scaled(values, 0.0, 4095.0 if ";12" in storage else 65535.0)
    elif image.mode == "I" and image.format in ("PNG", "PPM"):
        eight_bits = _scaled(values, 0.0, 65535.0)
        notes.append(bit_depth_note(16))
    else:
        eight_bits = stretched_to_eight_bits(values, notes)
    # Pillow turns a TIFF whose zero is white into a positive itself, but not one of more than 8 bits.
    is_negative = isinstance(image, TiffImagePlugin.TiffImageFile) and (
        image.tag_v2.get(ExifTags.Base.PhotometricInterpretation) == 0
    )
    return 255 - eight_bits if is_negative else eight_bits


def stretched_to_eight_bits(values: npt.NDArray[Any], notes: list[Sentence]) -> _Pixels:
    """Reduce values of 32 bits to 8.

    Args:
        values: Of any shape, integers or floats; those that are no numbers or infinite count as 0.
        notes: Gets a sentence on the reduction.

    Returns:
        The same shape: floats from 0 to 1 become 0 to 255, as do other values from least to greatest.
    """
    numbers = np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0)
    low, high = float(numbers.min()), float(numbers.max())
    if low >= 0 and high <= 1:  # the usual range of floats
        low, high = 0.0, 1.0
        notes.append(
            Sentence(QT_TRANSLATE_NOOP("Sentences", "Its 32-bit values were reduced to 8 bits."))
        )
    else:
        notes.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Its 32-bit values from {low:g} to {high:g} were stretched to 8 bits.",
                ),
                low=low,
                high=high,
            )
        )
    return _scaled(numbers, low, high)


def _scaled(values: npt.NDArray[Any], low: float, high: float) -> _Pixels:
    scaled = (values.astype(np.float32) - low) * (255 / ((high - low) or 1.0))
    eight_bits: _Pixels = np.rint(np.clip(scaled, 0, 255)).astype(np.uint8)
    return eight_bits

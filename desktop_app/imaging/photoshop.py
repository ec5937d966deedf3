"""What Pillow leaves out of a Photoshop file: its transparency, its print size, what cannot be read.

Source:
    Adobe Photoshop File Formats Specification, 2019: "Photoshop File Format".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.sentences import QT_TRANSLATE_NOOP, Sentence

_RESOLUTION, _VERSION = 1005, 1057
_MULTICHANNEL = 7
_HEADER = 26


def advice_for_photoshop(data: bytes) -> str:
    """What to do with a Photoshop file that holds no picture that can be read.

    Args:
        data: The whole file.

    Returns:
        A sentence with the field ``{name}``; empty for all other files.
    """
    if not data.startswith(b"8BPS") or len(data) < _HEADER:
        return ""
    version, depth, mode = (struct.unpack_from(">H", data, at)[0] for at in (4, 22, 24))
    if version == 2:
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a large Photoshop document (PSB): save it as PSD, TIFF or PNG and open that.",
        )
    if depth in (16, 32):
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a Photoshop file with 16 or 32 bits per channel: save it with 8 bits per "
            "channel, or as TIFF or PNG, and open that.",
        )
    if mode == _MULTICHANNEL:
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a Photoshop file of single inks: save it in RGB or CMYK and open that.",
        )
    facts = _resources(data).get(_VERSION, b"")
    if len(facts) > 4 and not facts[4]:
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a Photoshop file without a picture of all its layers: save it again with "
            "“Maximize Compatibility”, or as PNG, and open that.",
        )
    return ""


def with_facts_of(data: bytes, picture: Picture) -> Picture:
    """Correct a picture that Pillow read from a Photoshop file.

    Photoshop has the fourth channel mean transparency only where the number of layers is negative;
    otherwise it is a saved selection. Colours under transparency are mixed with white.

    Args:
        data: The whole file.
        picture: Of the file.

    Returns:
        The picture with straight colours and its print size.
    """
    is_transparent = _has_transparency(data)
    notes, rgb, alpha = picture.notes, picture.rgb, picture.alpha
    if alpha is not None and is_transparent:
        rgb = _without_white(rgb, alpha)
    elif alpha is not None:
        alpha = None
    elif is_transparent:
        notes = (
            *notes,
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "Its transparency could not be read: it was put on white."
                )
            ),
        )
    dpi = picture.dpi or _resolution(data)
    return replace(picture, rgb=rgb, alpha=alpha, dpi=dpi, notes=notes)


def _without_white(rgb: Pixels, alpha: Pixels) -> Pixels:
    """Colours, shape (H, W, 3), less the white that shines through where alpha, (H, W), is low."""
    opacity = alpha[:, :, None].astype(np.int32)
    inked = rgb.astype(np.int32) + opacity - 255
    # Mixed with white no colour is darker than this: then another program wrote straight colours.
    if (inked < -1).any():
        return rgb
    straight = np.clip((inked * 255 + opacity // 2) // np.maximum(opacity, 1), 0, 255)
    return np.where(opacity > 0, straight, rgb).astype(np.uint8)


def _has_transparency(data: bytes) -> bool:
    try:
        layers = _after_block(data, _after_block(data, _HEADER))
        length, of_layers, count = struct.unpack_from(">IIh", data, layers)
    except struct.error:
        return False
    return bool(length and of_layers and count < 0)


def _resolution(data: bytes) -> tuple[float, float] | None:
    """Pixels per inch (x, y); None if the file does not say."""
    facts = _resources(data).get(_RESOLUTION, b"")
    if len(facts) < 16:
        return None
    across, down = (struct.unpack_from(">I", facts, at)[0] / 65536 for at in (0, 8))
    return (across, down) if min(across, down) > 1 else None


def _resources(data: bytes) -> dict[int, bytes]:
    return dict(_each_resource(data))


def _each_resource(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The image resources that are whole: number and content."""
    try:
        start = _after_block(data, _HEADER)
        end = _after_block(data, start)
        at = start + 4
        while at < end:
            signature, number, name = struct.unpack_from(">4sHB", data, at)
            if signature != b"8BIM":
                return
            at += 6 + (name + 2) // 2 * 2  # the name with its length is padded to be even
            (length,) = struct.unpack_from(">I", data, at)
            yield number, data[at + 4 : at + 4 + length]
            at += 4 + (length + 1) // 2 * 2
    except struct.error:
        return


def _after_block(data: bytes, at: int) -> int:
    """Where a block ends that begins with its length.

    Raises:
        struct.error: The file ends before.
    """
    return at + 4 + int(struct.unpack_from(">I", data, at)[0])

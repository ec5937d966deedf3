"""Exchange pictures with other programs through the clipboard and drag and drop."""

import io
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from qimage2ndarray import array2qimage  # type: ignore[import-untyped]  # after PySide6, which it looks for

from desktop_app.domain.requests import ClipboardPicture, StageRequest
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.display import pixels_with_alpha, to_srgb
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.writing import write_picture


def encode_clipboard_image(image: QImage, name: str) -> bytes:
    """Encode an image from the clipboard as a PNG, which keeps its alpha and resolution.

    Args:
        image: Image from the clipboard.
        name: Name of the picture, for the error message.

    Raises:
        ReadError: The image is empty.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 100):  # type: ignore[call-overload]  # 100: not compressed
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "“{name}” cannot be read: the clipboard holds no picture."
                ),
                name=name,
            )
        )
    return bytes(buffer.data().data())


def encode_for_clipboard(picture: Picture) -> ClipboardPicture:
    """Encode a picture for the clipboard, preferring speed to a small file."""
    buffer = io.BytesIO()
    extras: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
    present = {name: value for name, value in extras.items() if value is not None}
    pixels = np.ascontiguousarray(pixels_with_alpha(picture))
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1, **present)
    return ClipboardPicture(picture, buffer.getvalue(), _image_of(picture))


def stage_picture(request: StageRequest) -> ClipboardPicture:
    """Write a picture to a file that can be dragged into another program.

    Returns:
        The bytes of the file, and an image for programs that do not accept files.

    Raises:
        WriteError: The file cannot be written.
    """
    encoded: list[bytes] = []
    write_picture(request.picture, request.path, request.options, on_encoded=encoded.append)
    return ClipboardPicture(request.picture, encoded[0], _image_of(request.picture))


def _image_of(picture: Picture) -> QImage:
    """Return the picture in sRGB, which programs assume for an image without a profile."""
    image: QImage = array2qimage(np.ascontiguousarray(pixels_with_alpha(to_srgb(picture))))
    return image

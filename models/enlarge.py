"""Enlarges pictures; the program, training and evaluation all use this one function."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from models.scales import SCALES


def enlarge(image: npt.NDArray[np.uint8], scale: int) -> npt.NDArray[np.uint8]:
    """Enlarge a picture by bicubic interpolation (Keys, a = -0.5) between pixel centres.

    The arithmetic is 8-bit fixed point, so that every machine gives the same pixels. At the borders the
    kernel is cut off and its weights are normalised.

    Args:
        image: Shape (H, W, 3), or (H, W) for a single channel such as alpha.
        scale: 1, 2 or 4.

    Returns:
        uint8, shape (scale·H, scale·W, 3) or (scale·H, scale·W).

    Raises:
        ValueError: ``scale`` is not one of ``SCALES``.
        ValueError: ``image`` is empty, not uint8 or of another shape.

    Source:
        Keys, "Cubic convolution interpolation for digital image processing", 1981; Pillow's resize.
    """
    if scale not in SCALES:
        raise ValueError(f"scale must be one of {SCALES}, not {scale}")
    is_picture = image.ndim == 2 or (image.ndim == 3 and image.shape[2] == 3)
    if image.dtype != np.uint8 or not is_picture or image.size == 0:
        raise ValueError(f"expected uint8 (H, W, 3) or (H, W), got {image.dtype} {image.shape}")
    if scale == 1:
        return image.copy()
    height, width = image.shape[:2]
    picture = Image.fromarray(np.ascontiguousarray(image))
    return np.array(picture.resize((scale * width, scale * height), Image.Resampling.BICUBIC))

"""The sRGB transfer function (IEC 61966-2-1). Importing this module does not import torch."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

_Float = TypeVar("_Float", bound=np.floating[Any])


def to_linear(encoded: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Convert sRGB-encoded values to linear light.

    Args:
        encoded: Any shape; clipped to [0, 1].

    Returns:
        Linear light in [0, 1]; shape and dtype of ``encoded``.
    """
    encoded = np.clip(encoded, 0, 1)
    light: npt.NDArray[_Float] = np.where(
        encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4
    )
    return light


def from_linear(light: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Convert linear light to sRGB-encoded values.

    Args:
        light: Any shape; clipped to [0, 1].

    Returns:
        Encoded values in [0, 1]; shape and dtype of ``light``.
    """
    light = np.clip(light, 0, 1)
    encoded: npt.NDArray[_Float] = np.where(
        light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055
    )
    return encoded

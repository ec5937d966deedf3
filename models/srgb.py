"""sRGB's curve, between encoded values and light (IEC 61966-2-1). Importing it does not import torch."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

_Float = TypeVar("_Float", bound=np.floating[Any])


def to_linear(encoded: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Turn encoded values into light.

    Args:
        encoded: Of any shape; clipped to [0, 1].

    Returns:
        Light in [0, 1]; shape and dtype of ``encoded``.
    """
    encoded = np.clip(encoded, 0, 1)
    light: npt.NDArray[_Float] = np.where(
        encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4
    )
    return light


def from_linear(light: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Turn light into encoded values.

    Args:
        light: Of any shape; clipped to [0, 1].

    Returns:
        Encoded values in [0, 1]; shape and dtype of ``light``.
    """
    light = np.clip(light, 0, 1)
    encoded: npt.NDArray[_Float] = np.where(
        light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055
    )
    return encoded

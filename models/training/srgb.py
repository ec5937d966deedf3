"""sRGB's curve, between encoded values and light (IEC 61966-2-1)."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.floating]


def to_linear(encoded: Values) -> npt.NDArray[np.float32]:
    """Light in [0, 1] of encoded values, which are clipped to [0, 1]; any shape."""
    encoded = np.clip(encoded, 0, 1)
    light = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return light.astype(np.float32)


def from_linear(light: Values) -> npt.NDArray[np.float32]:
    """Encoded values in [0, 1] of light, which is clipped to [0, 1]; any shape."""
    light = np.clip(light, 0, 1)
    encoded = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return encoded.astype(np.float32)

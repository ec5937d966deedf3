"""How different two colours look: CIEDE2000."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.srgb import to_linear

_Values = npt.NDArray[np.float64]

_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def colour_difference(first: npt.ArrayLike, second: npt.ArrayLike) -> _Values:
    """Compute the difference ΔE00 between sRGB colours; about 1 is just visible side by side.

    Args:
        first: Values from 0 to 255, not necessarily whole, shape (..., 3).
        second: Likewise, of a shape that broadcasts with ``first``.

    Returns:
        Float64, the common shape without its last axis.
    """
    return ciede2000(to_lab(np.asarray(first, float)), to_lab(np.asarray(second, float)))


def ciede2000(first: _Values, second: _Values) -> _Values:
    """Compute the difference ΔE00 between L*a*b* colours, shape (..., 3).

    Source:
        ISO/CIE 11664-6; Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula:
        implementation notes, supplementary test data, and mathematical observations", 2005. The
        steps are named as there.
    """
    light1, a1, b1 = np.moveaxis(first, -1, 0)
    light2, a2, b2 = np.moveaxis(second, -1, 0)
    mean_chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    chroma1, chroma2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    hue1 = np.degrees(np.arctan2(b1, a1 * stretch)) % 360
    hue2 = np.degrees(np.arctan2(b2, a2 * stretch)) % 360
    is_grey = chroma1 * chroma2 == 0
    turn = np.where(is_grey, 0.0, (hue2 - hue1 + 180) % 360 - 180)
    d_light, d_chroma = light2 - light1, chroma2 - chroma1
    d_hue = 2 * np.sqrt(chroma1 * chroma2) * np.sin(np.radians(turn / 2))
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = np.where(is_grey, hue1 + hue2, (hue1 + turn / 2) % 360)
    waves = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.20))
    weight = 1 + sum(part * np.cos(np.radians(n * hue + by)) for n, by, part in waves)
    s_light = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_chroma = 1 + 0.045 * chroma
    s_hue = 1 + 0.015 * chroma * weight
    rotation = -np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    rotation = rotation * 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    l_part, c_part, h_part = d_light / s_light, d_chroma / s_chroma, d_hue / s_hue
    square = l_part**2 + c_part**2 + h_part**2 + rotation * c_part * h_part
    difference: _Values = np.sqrt(np.maximum(square, 0))
    return difference


def to_lab(colours: _Values) -> _Values:
    """Convert sRGB values from 0 to 255, shape (..., 3), to L*a*b* under D65 (IEC 61966-2-1, CIE 15)."""
    xyz = to_linear(colours / 255) @ _TO_XYZ.T / _TO_XYZ.sum(axis=1)  # white becomes 1, 1, 1
    cube = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = np.moveaxis(cube, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)

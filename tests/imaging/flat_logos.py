"""Logos of few colours whose coverage is known, for the tests of flat colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Colour, Pixels

PAPER: Colour = (250, 248, 240)
INK: Colour = (20, 40, 110)
ACCENT: Colour = (225, 60, 40)


def coverages(side: int) -> npt.NDArray[np.float64]:
    """Coverage by paper, ink and accent of an emblem: disc, slanted bar over it, hairline; (3, H, W)."""
    fine = (np.arange(side * 8) + 0.5) / (side * 8)
    y, x = fine[:, None], fine[None, :]
    disc = np.hypot(y - 0.5, x - 0.45) < 0.32
    bar = np.abs((y - 0.55) * 0.9 + (x - 0.5) * 0.5) < 0.09
    ink = disc | (np.abs(y - 0.93 + 0.05 * x) < 0.006)
    layers = np.stack([~ink & ~bar, ink & ~bar, np.broadcast_to(bar, ink.shape)])
    shares: npt.NDArray[np.float64] = layers.reshape(3, side, 8, side, 8).mean(axis=(2, 4))
    return shares


def mix_colours(shares: npt.NDArray[np.float64], colours: Sequence[Colour]) -> Pixels:
    """The colours mixed by their coverage, (H, W, 3)."""
    mixed = np.einsum("chw,ck->hwk", shares, np.array(colours, float))
    pixels: Pixels = np.rint(mixed).astype(np.uint8)
    return pixels


def shift_colour(colour: Colour, by: Colour) -> Colour:
    red, green, blue = (int(np.clip(a + b, 0, 255)) for a, b in zip(colour, by, strict=True))
    return red, green, blue

"""Colours of paper and ink at random: mostly grey or tinted ink, of which drawn pictures hold few."""

import numpy as np
import numpy.typing as npt

Colour = npt.NDArray[np.float64]  # (3,), 0 to 255

LEAST_CONTRAST = 40.0  # of 255, in the channel in which two colours differ most


def draw_paper(rng: np.random.Generator) -> Colour:
    """Draw a paper: white 45, black 12, near white 15, dark 10, any colour 18 %."""
    kind = rng.random()
    if kind < 0.45:
        return np.full(3, 255.0)
    if kind < 0.57:
        return np.zeros(3)
    if kind < 0.72:
        return _near(rng, rng.uniform(215, 255), 12)
    return _near(rng, rng.uniform(5, 70), 15) if kind < 0.82 else rng.uniform(0, 255, 3)


def draw_ink(rng: np.random.Generator, paper: Colour) -> Colour:
    """Draw an ink that can be told from its paper: grey 45, tinted 20, any colour 20, black or white 15 %."""
    while True:
        kind = rng.random()
        if kind < 0.45:
            ink = np.full(3, np.rint(rng.uniform(40, 220)))
        elif kind < 0.65:
            ink = _near(rng, rng.uniform(40, 220), 30)
        elif kind < 0.85:
            ink = rng.uniform(0, 255, 3)
        else:
            ink = np.full(3, float(rng.choice([0, 255])))
        if np.abs(ink - paper).max() >= LEAST_CONTRAST:
            return ink


def draw_saturated(rng: np.random.Generator) -> tuple[Colour, Colour]:
    """Draw a paper at the ends of the channels, half of them black, and an ink that can be told from it."""
    paper = np.zeros(3) if rng.random() < 0.5 else _at_the_ends(rng)
    # Half of the inks lie at the ends, too: white on black, yellow on red.
    while True:
        ink = _at_the_ends(rng) if rng.random() < 0.5 else draw_ink(rng, paper)
        if np.abs(ink - paper).max() >= LEAST_CONTRAST:
            return paper, ink


def mix_colours(
    paper: npt.NDArray[np.float64], ink: Colour, coverage: npt.NDArray[np.float64]
) -> npt.NDArray[np.uint8]:
    """Lay ink on paper, (3,) or (H, W, 3), by what it covers, (H, W) in [0, 1]: uint8 (H, W, 3)."""
    mixed = paper + coverage[..., None] * (ink - paper)
    pixels: npt.NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return pixels


def _at_the_ends(rng: np.random.Generator) -> Colour:
    colour: Colour = np.where(rng.random(3) < 0.5, 0.0, 255.0)
    return colour


def _near(rng: np.random.Generator, level: float, spread: float) -> Colour:
    colour: Colour = np.clip(level + rng.uniform(-spread, spread, 3), 0, 255)
    return colour

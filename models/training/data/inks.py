"""Draws random colours of paper and ink, mostly grey or tinted inks, which are rare in the corpus."""

import numpy as np
import numpy.typing as npt

Colour = npt.NDArray[np.float64]  # (3,), 0 to 255

MIN_CONTRAST = 40.0  # of 255, in the channel in which two colours differ most


def draw_paper(rng: np.random.Generator) -> Colour:
    """Draw a paper colour: white 45 %, black 12 %, near white 15 %, dark 10 %, any colour 18 %."""
    kind = rng.random()
    if kind < 0.45:
        return np.full(3, 255.0)
    if kind < 0.57:
        return np.zeros(3)
    if kind < 0.72:
        return _near(rng, rng.uniform(215, 255), 12)
    return _near(rng, rng.uniform(5, 70), 15) if kind < 0.82 else rng.uniform(0, 255, 3)


def draw_ink(rng: np.random.Generator, paper: Colour) -> Colour:
    """Draw an ink visible on its paper: grey 45 %, tinted 20 %, any colour 20 %, black or white 15 %."""
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
        if np.abs(ink - paper).max() >= MIN_CONTRAST:
            return ink


def draw_saturated(rng: np.random.Generator) -> tuple[Colour, Colour]:
    """Draw a saturated paper, half of them black, and an ink that is visible on it."""
    paper = np.zeros(3) if rng.random() < 0.5 else _saturated_colour(rng)
    # Half of the inks are saturated too: white on black, yellow on red.
    while True:
        ink = _saturated_colour(rng) if rng.random() < 0.5 else draw_ink(rng, paper)
        if np.abs(ink - paper).max() >= MIN_CONTRAST:
            return paper, ink


def mix_colours(
    paper: npt.NDArray[np.float64], ink: Colour, coverage: npt.NDArray[np.float64]
) -> npt.NDArray[np.uint8]:
    """Lay an ink on paper.

    Args:
        paper: (3,) or (H, W, 3), 0 to 255.
        ink: (3,), 0 to 255.
        coverage: Share of each pixel that the ink covers, (H, W) in [0, 1].

    Returns:
        uint8 (H, W, 3).
    """
    mixed = paper + coverage[..., None] * (ink - paper)
    pixels: npt.NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return pixels


def _saturated_colour(rng: np.random.Generator) -> Colour:
    """Draw a colour whose channels are all 0 or 255."""
    colour: Colour = np.where(rng.random(3) < 0.5, 0.0, 255.0)
    return colour


def _near(rng: np.random.Generator, level: float, spread: float) -> Colour:
    colour: Colour = np.clip(level + rng.uniform(-spread, spread, 3), 0, 255)
    return colour

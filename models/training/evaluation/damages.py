"""The classes of damage in which methods are compared, and what is damaged in each."""

import numpy as np
import numpy.typing as npt

from models.training.data.chains import random_chain
from models.training.data.degradation import (
    REDUCERS,
    Chain,
    Step,
    add_noise,
    blur_disc,
    blur_gaussian,
    blur_motion,
    compress,
    halo,
    palette,
    reenlarge,
)
from models.training.data.pixel_graphics import draw_pixel_graphic
from models.training.evaluation.tables import SHARP

Pixels = npt.NDArray[np.uint8]

JPEG_ON_BLACK, PIXEL_GRAPHICS = "JPEG on black", "pixel graphics"
REDRAWN = frozenset({JPEG_ON_BLACK, PIXEL_GRAPHICS})
"""Classes that damage another picture than the target (see ``truth_of``)."""

WITHOUT_WORDS = frozenset({PIXEL_GRAPHICS})
"""Classes whose pictures are drawn anew, so that they do not hold the words of a line."""


def degradations(seed: int) -> dict[str, Chain | None]:
    """Return the classes of degradation by name, with random parts decided by ``seed``.

    A class without a chain (None) leaves the target as it is.
    """
    rng = np.random.default_rng(seed)
    noise = int(rng.integers(2**32))
    return {
        SHARP: None,
        "clean": Chain(reducer="bicubic"),
        "light blur": Chain((lambda x: blur_gaussian(x, 1.0),)),
        "medium blur": Chain((lambda x: blur_gaussian(x, 1.8),)),
        "heavy blur": Chain((lambda x: blur_gaussian(x, 3.0),)),
        "out of focus": Chain((lambda x: blur_disc(x, 2.5),)),
        "motion": Chain((lambda x: blur_motion(x, 7, 0.5),)),
        "JPEG 50": Chain((lambda x: blur_gaussian(x, 1.0),), after=(_jpeg(50),)),
        "JPEG 25": Chain((lambda x: blur_gaussian(x, 0.7),), after=(_jpeg(25),)),
        "noise": Chain(
            (lambda x: blur_gaussian(x, 1.2),),
            after=(lambda x: add_noise(x, 5 / 255, np.random.default_rng(noise)),),
        ),
        "halos": Chain((lambda x: blur_gaussian(x, 1.5),), after=(lambda x: halo(x, 1.2, 1.0),)),
        "palette 16": Chain(after=(lambda x: palette(x, 16, is_dithered=True),)),
        "hard edges": Chain(after=(lambda x: palette(x, 3),)),
        "mixed": random_chain(rng),
        **_later_degradations(np.random.default_rng((seed, 1))),
    }


def _later_degradations(rng: np.random.Generator) -> dict[str, Chain]:
    """Return the classes that were added later, ``tables.LATER``; the totals leave them out."""
    length, angle = rng.uniform(3, 16), rng.uniform(0, np.pi)
    factor = rng.uniform(0.3, 0.7)
    down, up = (str(rng.choice(list(REDUCERS))) for _ in range(2))
    sigma, colours, is_dithered = (
        rng.uniform(0, 1.2),
        int(2 ** rng.uniform(2, 6)),
        rng.random() < 0.5,
    )
    quality = int(rng.integers(30, 85))
    return {
        "lossless motion": Chain((lambda x: blur_motion(x, length, angle),)),
        "re-enlarged": Chain(after=(lambda x: reenlarge(x, factor, down, up),)),
        "lossless palette": Chain(
            (lambda x: blur_gaussian(x, sigma),),
            after=(lambda x: palette(x, colours, is_dithered=bool(is_dithered)),),
        ),
        JPEG_ON_BLACK: Chain(after=(_jpeg(quality),)),
        PIXEL_GRAPHICS: Chain(),
    }


def truth_of(name: str, target: Pixels, seed: int) -> Pixels:
    """Return the sharp picture that the class ``name`` damages, uint8 (H, W, 3).

    It is the target, with two exceptions: on black, the negative of a picture that is mostly bright; and a
    pixel graphic of the target's size, decided by ``seed``.
    """
    if name == JPEG_ON_BLACK and target.mean() > 127:
        return 255 - target
    if name == PIXEL_GRAPHICS:
        height, width = target.shape[:2]
        return draw_pixel_graphic(height, width, np.random.default_rng((seed, 2)))
    return target


def _jpeg(quality: int) -> Step:
    return lambda image: compress(image, "JPEG", quality)

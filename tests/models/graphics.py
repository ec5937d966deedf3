"""Small pictures with edges for tests of the models."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from models.training.corpus.samples import Sample

SIDE = 65  # of the impulse picture, in pixels


def impulse() -> npt.NDArray[np.float32]:
    """Draw one white pixel in the middle of black, (SIDE, SIDE, 3)."""
    image = np.zeros((SIDE, SIDE, 3), np.float32)
    image[SIDE // 2, SIDE // 2] = 1
    return image


def graphic(side: int = 64, seed: int = 0) -> npt.NDArray[np.uint8]:
    """Draw blocks of flat colours on a light ground, (side, side, 3)."""
    rng = np.random.default_rng(seed)
    image = np.full((side, side, 3), 240, np.uint8)
    for _ in range(side // 5):
        row, column = rng.integers(side - 12, size=2)
        height, width = rng.integers(2, 12, size=2)
        image[row : row + height, column : column + width] = rng.integers(256, size=3)
    return image


def original(sample: Sample) -> npt.NDArray[np.uint8]:
    """Read the sharp original of a sample over white, (height, width, 3)."""
    with Image.open(sample.original_path) as picture:
        return over_white(picture)


def over_white(picture: Image.Image) -> npt.NDArray[np.uint8]:
    """Put a picture, transparent or not, on white paper, (height, width, 3)."""
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return np.array(paper.convert("RGB"))

"""Sparse pages for tests: a small mark and a few lines of text on mostly empty paper."""

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Pixels = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class SparsePage:
    """How a page looks and what it suffers on the way to half its side.

    Attributes:
        paper: Colour of the left edge.
        ink: Of mark and text.
        gradient: Levels by which the paper darkens towards the right edge.
        blur: Standard deviation, in pixels of the truth.
        codec: ``JPEG`` or ``WEBP``, or none.
        quality: Of the codec.
        noise: Standard deviation of grain before the codec, in levels.
    """

    paper: Colour = (255, 255, 255)
    ink: Colour = (20, 24, 40)
    gradient: int = 0
    blur: float = 1.5
    codec: str = ""
    quality: int = 75
    noise: float = 0.0

    def truth(self, height: int, width: int) -> Pixels:
        """The sharp page, (height, width, 3): a ring, two lines of text, a word low on the right."""
        ramp = np.linspace(0, self.gradient, width)[:, None]
        paper = np.rint(np.array(self.paper) - ramp).clip(0, 255).astype(np.uint8)
        page = Image.fromarray(np.broadcast_to(paper, (height, width, 3)).copy())
        draw = ImageDraw.Draw(page)
        draw.ellipse((40, 30, 100, 90), outline=self.ink, width=12)
        draw.text((32, 140), "Clearmark 0123", self.ink, ImageFont.load_default(22))
        draw.text((32, 170), "sharp letters", self.ink, ImageFont.load_default(14))
        draw.text((width - 120, height - 50), "page 7", self.ink, ImageFont.load_default(18))
        return np.array(page)

    def damaged(self, truth: Pixels) -> Pixels:
        """Half as high and wide, blurred and compressed."""
        small = Image.fromarray(truth).filter(ImageFilter.GaussianBlur(self.blur)).reduce(2)
        if self.noise:
            grain = np.random.default_rng(0).normal(0, self.noise, (small.height, small.width, 3))
            small = Image.fromarray(np.rint(np.array(small) + grain).clip(0, 255).astype(np.uint8))
        if self.codec:
            file = io.BytesIO()
            small.save(file, self.codec, quality=self.quality)
            small = Image.open(file).convert("RGB")
        return np.array(small)

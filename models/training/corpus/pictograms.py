"""Random icons, rendered in colours that stand out on the paper."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image

from models.training.corpus.colours import ColourScheme
from models.training.corpus.drawing import DrawingError, draw_icon
from models.training.corpus.sources import Icon, Sources


class Pictograms:
    """Random icons of one split.

    Args:
        sources: The icons.
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def _pick_icon(self, rng: Random) -> Icon:
        # Square root, so that one set of 7,000 icons does not crowd out the small sets.
        names = list(self.sources.icons)
        if not names:
            raise DrawingError("There are no icons.")
        weights = [math.sqrt(len(self.sources.icons[name])) for name in names]
        weights = [
            w * 3 if n in ("logos", "simple-icons") else w
            for n, w in zip(names, weights, strict=True)
        ]
        return rng.choice(self.sources.icons[rng.choices(names, weights)[0]])

    def pick(self, rng: Random, scheme: ColourScheme, size: float) -> tuple[Image.Image, Icon]:
        """Pick and render an icon that stands out on the paper.

        Args:
            rng: Decides everything.
            scheme: The colours.
            size: Longer side, in drawing pixels.

        Returns:
            The picture, RGBA, cropped to its ink, and the icon.

        Raises:
            DrawingError: There are no icons, or none of ten attempts could be seen.
        """
        for _ in range(10):
            icon = self._pick_icon(rng)
            colour = None
            if icon.is_plain or rng.random() < 0.12:
                colour = scheme.ink if rng.random() < 0.6 else rng.choice(scheme.accents)
            try:
                picture = draw_icon(icon, max(8, round(size)), colour)
            except DrawingError:
                continue
            seen = Image.new("RGB", picture.size, scheme.paper)
            seen.paste(picture, mask=picture)
            if np.asarray(seen.convert("L").reduce(4)).std() > 6:
                return picture, icon
        raise DrawingError("No icon can be seen on this paper.")

"""Pictograms: icons of all sets that can be seen on the paper they are laid on."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image

from models.training.corpus.colours import ColourScheme
from models.training.corpus.drawing import DrawingError, draw_icon
from models.training.corpus.sources import Icon, Sources


class Pictograms:
    """Picks and renders icons of one split.

    Args:
        sources: The icons.
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def _pick_icon(self, rng: Random) -> Icon:
        # Square root: a set of 7,000 is not seven times as interesting as one of 150.
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
        """Render an icon ``size`` drawing pixels long that can be seen on the paper."""
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

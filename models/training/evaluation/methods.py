"""The methods that an evaluation compares: simple baselines, and models."""

import logging
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from models.enlarge import enlarge
from models.restorer import Restorer
from models.training.corpus.pack_format import Target
from models.training.data.chains import random_chain
from models.training.evaluation.metrics import psnr

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]
# Takes a source, uint8 (H, W, 3), and whether it is sharp already. Returns uint8 of twice the sides, or of
# the same sides if it is sharp.
Method = Callable[[Pixels, bool], Pixels]


def baselines(tuning: Sequence[Target]) -> dict[str, Method]:
    """Return bicubic, Lanczos, and the unsharp mask that has the best PSNR on the pictures ``tuning``."""
    amount, radius = _tune_unsharp(tuning)
    log.info("unsharp mask tuned: amount %.1f, radius %.1f px", amount, radius)

    def lanczos(source: Pixels, is_sharp: bool) -> Pixels:
        if is_sharp:
            return source
        size = (2 * source.shape[1], 2 * source.shape[0])
        return np.array(Image.fromarray(source).resize(size, Image.Resampling.LANCZOS))

    def unsharp(source: Pixels, is_sharp: bool) -> Pixels:
        return _unsharp(bicubic(source, is_sharp), amount, radius)

    return {"bicubic": bicubic, "Lanczos": lanczos, "unsharp mask": unsharp}


def bicubic(source: Pixels, is_sharp: bool) -> Pixels:
    """Enlarge with the program's own enlarger; every method is compared with this one."""
    return source if is_sharp else enlarge(source, 2)


def model_method(restorer: Restorer, *, self_ensemble: bool = True) -> Method:
    """Wrap a restorer as a method, with or without self-ensemble."""
    return lambda source, is_sharp: restorer.restore(
        source, 1 if is_sharp else 2, self_ensemble=self_ensemble
    )


def _tune_unsharp(targets: Sequence[Target]) -> tuple[float, float]:
    pairs = [
        (enlarge(chain.source(target.pixels), 2), target.pixels)
        for number, target in enumerate(targets)
        for chain in [random_chain(np.random.default_rng(number))]
    ]
    candidates = [(a, r) for a in (0.2, 0.4, 0.7, 1.0, 1.5, 2.0) for r in (0.7, 1.0, 1.5, 2.0, 3.0)]
    return max(
        candidates,
        key=lambda c: float(np.mean([psnr(_unsharp(image, *c), truth) for image, truth in pairs])),
    )


def _unsharp(image: Pixels, amount: float, radius: float) -> Pixels:
    values = image.astype(np.float32)
    sharpened = values + amount * (values - ndimage.gaussian_filter(values, (radius, radius, 0)))
    pixels: Pixels = np.rint(sharpened.clip(0, 255)).astype(np.uint8)
    return pixels

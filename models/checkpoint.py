"""Reads and writes checkpoints without ever running code from a pickle.

Two formats are supported: safetensors, which this project ships, and the ``.pkl`` files of the MIMO-UNet
authors (``{"model": state_dict}``), which are read with ``weights_only=True``. The architecture (blocks,
width, space-to-depth) is inferred from the shapes of the weights.
"""

import io
import pickle
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load, save_file
from torch import Tensor

from models.errors import CheckpointError
from models.file_hash import hash_file
from models.mimo_unet import MimoUNet
from models.regular_file import FileTooLargeError, read_regular_file
from models.sentences import QT_TRANSLATE_NOOP

MAX_BYTES = 512 * 2**20  # MIMO-UNet+ in float32 takes 62 MiB
MAX_BLOCKS = 128  # MIMO-UNet+ has 20

_NOT_A_MIMO_UNET = QT_TRANSLATE_NOOP(
    "Sentences", "“{name}” does not hold the weights of a MIMO-UNet."
)
_UNREADABLE = QT_TRANSLATE_NOOP("Sentences", "“{name}” cannot be read as a model file.")


def read_network(path: Path) -> MimoUNet:
    """Build a network from a checkpoint.

    Args:
        path: A ``.safetensors`` file, or a ``.pkl``, ``.pt`` or ``.pth`` file in the format of the MIMO-UNet
            authors.

    Returns:
        The network in float32, on the CPU, in evaluation mode.

    Raises:
        CheckpointError: The file is missing, too large, unsafe or damaged, or is not a MIMO-UNet checkpoint.
    """
    weights = _read_weights(path)
    try:
        with torch.device("meta"):  # the shapes are compared before any memory is taken
            network = MimoUNet(**_architecture(weights))
        weights = {
            name: weight.to(torch.float32, copy=True, memory_format=torch.contiguous_format)
            for name, weight in weights.items()
        }
        network.load_state_dict(weights, assign=True)
    except (KeyError, IndexError, ValueError, TypeError, RuntimeError) as error:
        raise CheckpointError(_NOT_A_MIMO_UNET, name=path.name) from error
    if not all(bool(weight.isfinite().all()) for weight in network.parameters()):
        text = QT_TRANSLATE_NOOP("Sentences", "“{name}” holds weights that are not finite numbers.")
        raise CheckpointError(text, name=path.name)
    return network.eval()


def write_weights(network: MimoUNet, path: Path, *, dtype: torch.dtype = torch.float16) -> None:
    """Write the weights of a network to a safetensors file, atomically.

    Args:
        network: On any device.
        path: The file to write or replace.
        dtype: Precision of the stored weights.

    Raises:
        OSError: The file cannot be written.
    """
    weights = {
        name: weight.detach().to("cpu", dtype).contiguous()
        for name, weight in network.state_dict().items()
    }
    partial = path.with_name(path.name + ".partial")
    save_file(weights, partial)
    partial.replace(path)


def hash_checkpoint(path: Path) -> str:
    """Compute the SHA-256 of a checkpoint, in lower-case hexadecimal.

    Raises:
        CheckpointError: It cannot be read.
    """
    try:
        return hash_file(path)
    except OSError as error:
        raise CheckpointError(_UNREADABLE, name=path.name) from error


def _read_weights(path: Path) -> dict[str, Tensor]:
    try:
        data = read_regular_file(path, MAX_BYTES)
        if path.suffix == ".safetensors":
            weights: object = load(data)
        else:
            _check_unpacked_size(data, path.name)
            weights = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except FileTooLargeError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” has {size} MiB, more than any MIMO-UNet needs."
        )
        raise CheckpointError(text, name=path.name, size=round(error.size / 2**20)) from error
    except FileNotFoundError as error:
        text = QT_TRANSLATE_NOOP("Sentences", "The model file “{path}” is missing.")
        raise CheckpointError(text, path=path) from error
    except pickle.UnpicklingError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” holds more than weights, or is damaged; it was not loaded."
        )
        raise CheckpointError(text, name=path.name) from error
    except (CheckpointError, MemoryError):
        raise
    except Exception as error:  # a damaged pickle raises whatever its bytes happen to ask for
        raise CheckpointError(_UNREADABLE, name=path.name) from error
    if isinstance(weights, Mapping) and isinstance(weights.get("model"), Mapping):
        weights = weights["model"]
    if not isinstance(weights, Mapping) or not all(
        isinstance(name, str) and isinstance(weight, Tensor) for name, weight in weights.items()
    ):
        raise CheckpointError(_NOT_A_MIMO_UNET, name=path.name)
    # A few bytes can stand for a huge tensor (strides of 0), or for many tensors that share them.
    if not all(_is_dense(weight) for weight in weights.values()) or len(data) < sum(
        weight.numel() * weight.element_size() for weight in weights.values()
    ):
        raise CheckpointError(_NOT_A_MIMO_UNET, name=path.name)
    return dict(weights)


def _check_unpacked_size(data: bytes, name: str) -> None:
    """Refuse an archive whose entries unpack to more than the file holds; torch stores them as they are.

    Raises:
        CheckpointError: It is packed.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > len(data):
            raise CheckpointError(_UNREADABLE, name=name)


def _is_dense(weight: Tensor) -> bool:
    return weight.layout == torch.strided and weight.device.type == "cpu"


def _architecture(weights: Mapping[str, Tensor]) -> dict[str, int]:
    """Infer the arguments of ``MimoUNet`` from the names and shapes of its weights."""
    base_channels, image_channels = weights["feat_extract.0.main.0.weight"].shape[:2]
    blocks = {int(name.split(".")[3]) for name in weights if name.startswith("Encoder.0.layers.")}
    if len(blocks) > MAX_BLOCKS:
        raise ValueError
    unshuffle = round((image_channels / 3) ** 0.5)
    return {"num_blocks": len(blocks), "base_channels": base_channels, "unshuffle": unshuffle}

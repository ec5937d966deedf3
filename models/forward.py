"""Runs the network on one picture and checks that the result is plausible."""

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from models.mimo_unet import MimoUNet

DRIFT_WINDOW = 32  # side of the squares over which colours are averaged for the check, in pixels
DRIFT_LIMIT = 0.12  # of the full range; the largest drift in 286 held-out pictures was 0.033


def deblur(network: MimoUNet, image: Tensor) -> Tensor:
    """Sharpen one picture with MIMO-UNet.

    The picture is padded on the right and at the bottom only: the network samples every second pixel,
    beginning with the first, so a shift would change the result. A grey picture stays grey, since the three
    channels of its result are averaged.

    Args:
        network: In evaluation mode, on the device of ``image``.
        image: sRGB-encoded values in [0, 1], float32 (1, 3, H, W); any sides.

    Returns:
        The sharpened picture, clamped to [0, 1]; shape and dtype of ``image``.

    Raises:
        ValueError: ``image`` is empty or not (1, 3, H, W).
    """
    if image.ndim != 4 or image.shape[:2] != (1, 3) or not image.numel():
        raise ValueError(f"expected (1, 3, H, W), got {tuple(image.shape)}")
    height, width = image.shape[2:]
    padded = pad(image, network.size_multiple).contiguous(memory_format=torch.channels_last)
    restored: Tensor = network(padded)[-1]
    restored = restored[..., :height, :width].clamp(0, 1)
    is_grey = torch.equal(image[:, :1].expand_as(image), image)
    return restored.mean(dim=1, keepdim=True).expand_as(restored) if is_grey else restored


def to_tensor(pixels: npt.NDArray[np.uint8], device: torch.device) -> Tensor:
    """Convert uint8 (H, W, 3) to float32 (1, 3, H, W) in [0, 1] on a device."""
    moved = torch.from_numpy(np.ascontiguousarray(pixels)).to(device)
    return moved.permute(2, 0, 1)[None].float() / 255


def pad(image: Tensor, multiple: int) -> Tensor:
    """Pad on the right and at the bottom until both sides are multiples of ``multiple``.

    The padding mirrors the picture; where the picture is too small for that, its last pixels are repeated.

    Args:
        image: (B, C, H, W).
        multiple: What the padded sides must be multiples of, in pixels.
    """
    down, right = (-side % multiple for side in image.shape[2:])
    mirrored_down, mirrored_right = min(down, image.shape[2] - 1), min(right, image.shape[3] - 1)
    mirrored = F.pad(image, (0, mirrored_right, 0, mirrored_down), mode="reflect")
    return F.pad(mirrored, (0, right - mirrored_right, 0, down - mirrored_down), mode="replicate")


def is_plausible(restored: Tensor, image: Tensor) -> bool:
    """Return whether a result is finite and its average colours are those of the input.

    MIMO-UNet is known to produce blocks of wrong colour on some inputs. Sharpening moves colour across an
    edge, but never across a large window.

    Args:
        restored: (1, 3, H, W), in [0, 1] or not finite.
        image: The input of the network, same shape.
    """
    if not bool(restored.isfinite().all()):
        return False
    window = (min(DRIFT_WINDOW, image.shape[2]), min(DRIFT_WINDOW, image.shape[3]))
    stride = (max(1, window[0] // 2), max(1, window[1] // 2))
    drift = F.avg_pool2d(restored - image, window, stride).abs().max().item()
    return drift <= DRIFT_LIMIT

"""Makes a restored picture agree with its source again, where the source can be trusted.

The network answers each picture as pictures of its kind usually are, so its answer, reduced again, is not
quite the source. A source without a codec or noise tells more: the blur that leads from the answer to the
source is estimated from both, and the answer is moved as little as possible to what, blurred so, gives the
source. Only places near edges are moved, and only where that brings the answer nearer to the source.

Source:
    Least squares with a quadratic penalty on the change, by conjugate gradients (Hestenes and Stiefel, 1952);
    the blur by non-negative least squares, by the accelerated gradient of Beck and Teboulle, 2009.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from models.forward import to_tensor
from models.halo_suppression import max_filter
from models.local_range import local_range
from models.tiling import Box

Pixels = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float64]

KERNEL = 16
"""Side of the estimated blur, in pixels of the result; even, since a pixel of the source lies between two."""

CHANGE_PENALTY = 0.08
"""Price of a squared change of the answer, that of a squared difference from the source being 1."""

STEPS = 10  # of conjugate gradients
BLOCK = 256  # side, in source pixels, of what is solved at once
MARGIN = 16  # source pixels around a block that are solved with it

_EDGE = 20 / 255  # range of 5 × 5 source pixels from which they tell something about the blur
_NEAR = 12 / 255  # range of 5 × 5 pixels of the answer from which a place may be moved
_NEAR_REACH = (1, 1)  # for `max_filter`: 2 pixels to each side
_REACH = (1, 2)  # likewise: 3 pixels around such places may be moved, too
_MIN_EDGE_PIXELS = 200  # below which nothing is known about the blur
_MAX_EDGE_PIXELS = 4000  # of which it is estimated
_RIDGE = 1e-3  # penalty on the squared kernel, relative to the mean variance of a pixel
_FIT_STEPS = 600
_KERNEL_SHARE = 0.998  # of the kernel's weights that is kept, so that narrow blurs cost less
_LOBES_GAIN = 0.95  # of the residual without negative lobes: below it a kernel with them is taken


@torch.inference_mode()
def enforce_consistency(
    restored: Pixels,
    source: Pixels,
    device: torch.device,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Pixels:
    """Move a restored picture towards what gives its source when it is blurred and halved.

    Args:
        restored: uint8 (2·H, 2·W, 3).
        source: uint8 (H, W, 3), clean: a codec's changes and noise would come back.
        device: Where to compute.
        is_cancelled: Asked before each block; once it returns True, the rest stays as it is.

    Returns:
        The corrected picture; ``restored`` itself if there are too few edges to tell the blur.

    Raises:
        ValueError: ``restored`` does not have twice the sides of ``source``.
    """
    height, width = source.shape[:2]
    if restored.shape[:2] != (2 * height, 2 * width):
        raise ValueError(f"{restored.shape} is not twice {source.shape}")
    blocks = [_Block(box, restored, source) for box in _boxes(height, width)]
    kernel = _estimate_kernel(blocks)
    if kernel is None:
        return restored
    result = restored.copy()
    blur = torch.from_numpy(_cropped(kernel)).to(device, torch.float32)
    for block in blocks:
        if is_cancelled():
            break
        answer = to_tensor(block.restored, device)[0]
        where = _movable(answer)
        if bool(where.any()):
            solved = _solve(answer, to_tensor(block.source, device)[0], blur, where)
            pixels = (solved * 255).round().byte().permute(1, 2, 0).cpu().numpy()
            result[block.core.magnified(2).slices] = pixels[block.inner.magnified(2).slices]
    return result


@dataclass(frozen=True)
class _Block:
    """A part of the picture that is solved at once, with its surroundings."""

    core: Box  # in source pixels, like all boxes here
    whole_restored: Pixels
    whole_source: Pixels

    @property
    def outer(self) -> Box:
        """The core with its margin."""
        height, width = self.whole_source.shape[:2]
        return self.core.grown(MARGIN, Box(0, 0, height, width))

    @property
    def inner(self) -> Box:
        """The core within the block."""
        return self.core.relative_to(self.outer)

    @property
    def restored(self) -> Pixels:
        """The answer of the network, with the margin."""
        return self.whole_restored[self.outer.magnified(2).slices]

    @property
    def source(self) -> Pixels:
        """The source, with the margin."""
        return self.whole_source[self.outer.slices]


def _boxes(height: int, width: int) -> Iterator[Box]:
    for top in range(0, height, BLOCK):
        for left in range(0, width, BLOCK):
            yield Box(top, left, min(BLOCK, height - top), min(BLOCK, width - left))


# --- the blur


def _estimate_kernel(blocks: list[_Block]) -> Values | None:
    """Estimate the blur that leads from the answer to the source: (KERNEL, KERNEL), of sum 1.

    Returns:
        None if there are too few edges.
    """
    masks = [_edges(block) for block in blocks]
    count = sum(int(mask.sum()) for mask in masks)
    if count < _MIN_EDGE_PIXELS:
        return None
    share = min(1.0, _MAX_EDGE_PIXELS / count)
    random = np.random.default_rng(0)
    gram, target, energy = np.zeros((KERNEL**2, KERNEL**2)), np.zeros(KERNEL**2), 0.0
    for block, mask in zip(blocks, masks, strict=True):
        rows, columns = np.nonzero(mask & (random.random(mask.shape) < share))
        patches, values = _patches(block, rows, columns)
        gram += patches.T @ patches
        target += patches.T @ values
        energy += float(values @ values)
    return _fit_kernel(gram / energy, target / energy)


def _edges(block: _Block) -> npt.NDArray[np.bool_]:
    """Find the source pixels of a block's core beside edges, (h, w) of the block."""
    is_edge = local_range(block.source, 5) > _EDGE * 255
    inside = np.zeros_like(is_edge)
    inside[block.inner.slices] = True
    return is_edge & inside


def _patches(
    block: _Block, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return what is around source pixels in the answer, (n, KERNEL²), and the pixels, (n,).

    The mean of what is around is subtracted from both.
    """
    before, after = KERNEL // 2 - 1, KERNEL // 2
    padded = np.pad(block.restored, ((before, after), (before, after), (0, 0)), "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (KERNEL, KERNEL), (0, 1))
    # One row for each channel of each pixel.
    patches = windows[2 * rows, 2 * columns].reshape(-1, KERNEL**2).astype(np.float32)
    values = block.source[rows, columns].reshape(-1).astype(np.float32)
    means = patches.mean(axis=1)
    return patches - means[:, None], values - means


def _fit_kernel(gram: Values, target: Values) -> Values:
    """Fit a kernel by least squares, given the products of patches and values.

    Kernels without negative values, and such kernels after the cubic reducer, which has negative lobes, are
    fitted; the latter only counts if it is plainly better, since it fits more.
    """
    kernels = [_fit_weights(gram, target, basis) for basis in (np.eye(KERNEL**2), _cubic_basis())]
    plain, lobed = (float(kernel @ gram @ kernel - 2 * target @ kernel + 1) for kernel in kernels)
    chosen = kernels[1] if lobed < _LOBES_GAIN**2 * plain else kernels[0]
    return chosen.reshape(KERNEL, KERNEL)


def _fit_weights(gram: Values, target: Values, basis: Values) -> Values:
    """Fit non-negative weights of the columns of ``basis``, each of sum 1, (KERNEL², n).

    Returns:
        The kernel, (KERNEL²,), of sum 1.
    """
    scale = float(np.trace(gram)) / len(gram)
    # Patches have no mean, so a penalty keeps the sum of the kernel at 1.
    products = basis.T @ gram @ basis + scale * (_RIDGE * basis.T @ basis + 1)
    wanted = basis.T @ target + scale
    step = 1 / _largest_eigenvalue(products)
    weights = momentum = np.full(basis.shape[1], 1 / basis.shape[1])
    speed = 1.0
    for _ in range(_FIT_STEPS):
        following = np.maximum(momentum - step * (products @ momentum - wanted), 0)
        faster = (1 + (1 + 4 * speed**2) ** 0.5) / 2
        momentum = following + (speed - 1) / faster * (following - weights)
        weights, speed = following, faster
    kernel: Values = basis @ (weights / weights.sum())
    return kernel


def _largest_eigenvalue(matrix: Values) -> float:
    """Return a bound just above the largest eigenvalue of a symmetric matrix, by power iteration."""
    vector, value = np.ones(len(matrix)), 0.0
    for _ in range(20):
        vector = matrix @ (vector / np.linalg.norm(vector))
        value = float(np.linalg.norm(vector))
    return 1.05 * value


def _cropped(kernel: Values) -> Values:
    """Return the least square around the middle that holds nearly all of the weights, of sum 1."""
    sizes = np.abs(kernel)
    for margin in range(KERNEL // 2 - 1, 0, -1):
        inner = slice(margin, KERNEL - margin)
        if sizes[inner, inner].sum() >= _KERNEL_SHARE * sizes.sum():
            return np.ascontiguousarray(kernel[inner, inner] / kernel[inner, inner].sum())
    return kernel


def _cubic_basis() -> Values:
    """Return the cubic reducer by two at each place where its middle fits, as columns: (KERNEL², n)."""
    distance = np.abs(np.arange(-3.5, 4)) / 2  # of eight pixels of the answer from the middle
    near, far = (
        1.5 * distance**3 - 2.5 * distance**2 + 1,
        -0.5 * (distance - 1) * (distance - 2) ** 2,
    )
    taps = np.where(distance < 1, near, far)
    reducer = np.outer(taps, taps) / taps.sum() ** 2
    side = KERNEL - len(taps) + 1
    columns = []
    for top in range(side):
        for left in range(side):
            column = np.zeros((KERNEL, KERNEL))
            column[top : top + len(taps), left : left + len(taps)] = reducer
            columns.append(column.ravel())
    return np.stack(columns, axis=1)


# --- the answer


def _movable(answer: Tensor) -> Tensor:
    """Return how far each place may be moved, 0 to 1, (1, 2h, 2w): near edges, with soft borders."""
    pixels = answer[None]
    spread = max_filter(pixels, _NEAR_REACH) + max_filter(-pixels, _NEAR_REACH)
    is_near = max_filter((spread.amax(1, keepdim=True) > _NEAR).float(), _REACH)
    return F.avg_pool2d(is_near, 3, 1, 1)[0]


def _solve(answer: Tensor, source: Tensor, blur: Tensor, where: Tensor) -> Tensor:
    """Minimise ‖Ax − y‖² + p‖x − x₀‖² over x by conjugate gradients, A being blur and halving.

    Args:
        answer: x₀, (3, 2h, 2w) in [0, 1].
        source: y, (3, h, w).
        blur: The kernel, (k, k), k even.
        where: How far each place may be moved, (1, 2h, 2w).

    Returns:
        x in [0, 1], or x₀ if x is no nearer to the source.
    """
    operator = _Blur(blur)

    def residual(image: Tensor) -> Tensor:
        return source - operator(image, mode="replicate")

    def normal(change: Tensor) -> Tensor:
        return transposed(operator(change * where)) + CHANGE_PENALTY * change

    def transposed(difference: Tensor) -> Tensor:
        return operator.transposed(difference) * where

    missing = residual(answer)
    change = torch.zeros_like(answer)
    left = transposed(missing)
    direction, energy = left.clone(), left.square().sum()
    for _ in range(STEPS):
        curved = normal(direction)
        curvature = (direction * curved).sum()
        if float(curvature) <= torch.finfo(torch.float32).tiny:
            break  # nothing is left to gain
        length = energy / curvature
        change += length * direction
        left -= length * curved
        remaining = left.square().sum()
        direction = left + remaining / energy * direction
        energy = remaining
    solved = (answer + change * where).clamp(0, 1)
    is_nearer = residual(solved).square().sum() < missing.square().sum()
    return solved if bool(is_nearer) else answer


class _Blur:
    """Blurring and halving, by the four phases of the pixels of the result: far faster than with strides.

    Args:
        kernel: (k, k), k even.
    """

    def __init__(self, kernel: Tensor) -> None:
        reach = kernel.shape[0] // 2 - 1  # pixels before the two in the middle
        # With an odd reach the phases begin one pixel earlier, so that they are those of source pixels.
        shift = reach % 2
        self._before = (reach + shift) // 2  # source pixels
        padded = F.pad(kernel, (shift, shift, shift, shift))
        self._phases = F.pixel_unshuffle(padded[None, None], 2)  # (1, 4, n, n)
        self._flipped = self._phases.flip(2, 3).transpose(0, 1).contiguous()

    def __call__(self, image: Tensor, mode: str = "constant") -> Tensor:
        """Blur (3, 2h, 2w) and halve it; ``mode`` says what is around it, as in ``F.pad``: (3, h, w)."""
        around = 2 * self._before
        padded = F.pad(image[:, None], (around, around, around, around), mode=mode)
        return F.conv2d(F.pixel_unshuffle(padded, 2), self._phases)[:, 0]

    def transposed(self, image: Tensor) -> Tensor:
        """Apply the transpose of blurring, with nothing around the picture, to (3, h, w): (3, 2h, 2w)."""
        spread = F.conv2d(image[:, None], self._flipped, padding=self._before)
        return F.pixel_shuffle(spread, 2)[:, 0]

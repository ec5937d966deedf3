"""The optimiser: Muon for the inner convolutions, AdamW for all other weights."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from models.devices import autocast

MOMENTUM = 0.95
NEWTON_SCHULZ_STEPS = 5
QUINTIC = (3.4445, -4.7750, 2.0315)  # steep at zero, so that small singular values grow quickly


class Muon(torch.optim.Optimizer):
    """Updates convolutions by orthogonalised steps, so that all directions of their input are learned.

    torch's own Muon takes only matrices, one at a time; here all convolutions of one shape, of which this
    network has dozens, are one batch.

    Args:
        weights: Weights of convolutions, (C_out, C_in, K, K).
        lr: Learning rate, scaled so that the rates are of the same order as for AdamW.

    Source:
        Jordan et al., "Muon: an optimizer for hidden layers in neural networks", 2024; the scale is that of
        Liu et al., "Muon is scalable for LLM training", 2025.
    """

    def __init__(self, weights: Iterable[Tensor], lr: float = 1e-3) -> None:
        super().__init__(weights, {"lr": lr})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Update all weights that have a gradient.

        Raises:
            ValueError: A closure is given.
        """
        if closure is not None:
            raise ValueError("a closure is not supported")
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for weight in group["params"]:
                if weight.grad is not None:
                    by_shape[weight.shape].append(weight)
            for weights in by_shape.values():
                steps = orthogonalise(torch.stack([self._direction(weight) for weight in weights]))
                rate = 0.2 * math.sqrt(max(steps.shape[1:])) * group["lr"]
                for weight, step in zip(weights, steps, strict=True):
                    inner = weight.permute(0, 2, 3, 1)
                    inner.sub_(step.view(inner.shape), alpha=rate)

    def _direction(self, weight: Tensor) -> Tensor:
        """Return the gradient with Nesterov momentum as a matrix (C_out, K · K · C_in).

        That is the memory order of channels_last, so that nothing has to be copied.
        """
        state = self.state[weight]
        if not state:
            state["momentum"] = torch.zeros_like(weight)
        gradient = weight.grad
        if gradient is None:
            raise ValueError("the weight has no gradient")
        state["momentum"].lerp_(gradient, 1 - MOMENTUM)
        return gradient.lerp(state["momentum"], MOMENTUM).permute(0, 2, 3, 1).flatten(1)


def orthogonalise(matrices: Tensor) -> Tensor:
    """Bring all singular values of matrices (B, M, N) close to 1 by the Newton-Schulz iteration.

    Returns:
        float32 (B, M, N); singular values that were not tiny are now between about 0.7 and 1.2.
    """
    is_tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if is_tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    a, b, c = QUINTIC
    with autocast(matrices.device):
        for _ in range(NEWTON_SCHULZ_STEPS):
            gram = x @ x.mT
            x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return (x.mT if is_tall else x).float()


class Optimiser:
    """Updates the weights of a network in place, without weight decay.

    The input and output convolutions and all biases are updated by AdamW.

    Args:
        network: The network to train.
        io_channels: Numbers of channels of its inputs and outputs, by which their convolutions are
            recognised.
        is_muon: Whether the inner convolutions are updated by ``Muon``; if not, by AdamW as well.
    """

    def __init__(
        self, network: nn.Module, io_channels: Collection[int], *, is_muon: bool = True
    ) -> None:
        inner: list[Tensor] = []
        others: list[Tensor] = []
        for weight in network.parameters():
            is_inner = is_muon and weight.ndim == 4 and not {*weight.shape[:2]} & {*io_channels}
            (inner if is_inner else others).append(weight)
        self._optimisers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(others, betas=(0.9, 0.99), weight_decay=0.0, fused=True)
        ]
        if inner:
            self._optimisers.append(Muon(inner))

    def step(self, rate: float) -> None:
        """Update the weights at a learning rate, and clear the gradients."""
        for part in self._optimisers:
            for group in part.param_groups:
                group["lr"] = rate
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """Return the state to save for resuming a run."""
        return [part.state_dict() for part in self._optimisers]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Restore a state from ``state_dict`` of an optimiser with the same arguments."""
        for part, state in zip(self._optimisers, states, strict=True):
            part.load_state_dict(state)

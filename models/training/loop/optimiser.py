"""What turns gradients into better weights: Muon for the convolutions, AdamW for the rest."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from models.devices import autocast

MOMENTUM = 0.95
NEWTON_SCHULZ_STEPS = 5
QUINTIC = (3.4445, -4.7750, 2.0315)  # steepest at zero: small singular values grow soonest


class Muon(torch.optim.Optimizer):
    """Moves convolutions by orthogonal steps, so that no direction of their input is left behind.

    torch's own Muon takes matrices only, one at a time; here convolutions of one shape, of which this
    network has dozens, are one batch.

    Args:
        weights: Of convolutions, (C_out, C_in, K, K).
        lr: Learning rate, scaled such that a rate that suits AdamW is of the right order.

    Source:
        Jordan et al., "Muon: an optimizer for hidden layers in neural networks", 2024; the scale is that of
        Liu et al., "Muon is scalable for LLM training", 2025.
    """

    def __init__(self, weights: Iterable[Tensor], lr: float = 1e-3) -> None:
        super().__init__(weights, {"lr": lr})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Move every weight that has a gradient."""
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
        """The gradient with Nesterov's momentum, as a matrix (C_out, K · K · C_in).

        That is its order in channels_last, so that nothing has to be rearranged.
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
    """Bring all singular values of matrices (B, M, N) near 1 by Newton and Schulz's iteration.

    Returns:
        float32 (B, M, N); singular values that were not tiny lie between about 0.7 and 1.2.
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
    """Updates a network's weights in place.

    Biases and the convolutions from pictures and to answers stay with AdamW. Nothing decays the weights.

    Args:
        network: Whose weights are moved.
        io_channels: How many channels a picture has that goes in, and what comes out.
        is_muon: Whether the inner convolutions are moved by ``Muon``, else by AdamW as well.
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
        """Move the weights by their gradients, at a learning rate, and drop the gradients."""
        for part in self._optimisers:
            for group in part.param_groups:
                group["lr"] = rate
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """What a run that is resumed needs."""
        return [part.state_dict() for part in self._optimisers]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Take up what ``state_dict`` of an optimiser of the same kind returned."""
        for part, state in zip(self._optimisers, states, strict=True):
            part.load_state_dict(state)

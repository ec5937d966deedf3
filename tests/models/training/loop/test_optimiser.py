"""Muon on convolutions, compared with torch's implementation on matrices."""

import pytest
import torch
from torch import nn

from models.mimo_unet import MimoUNet
from models.training.loop.optimiser import Muon, Optimiser, orthogonalise


@pytest.mark.parametrize("shape", [(3, 32, 288), (2, 128, 64), (1, 16, 16)])
def test_all_singular_values_come_near_one(shape: tuple[int, ...]) -> None:
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonalise(torch.randn(shape)))
    assert values.max() < 1.3
    # Square random matrices have singular values near zero, which the iteration raises only slowly.
    assert values.quantile(0.1) > 0.5


def test_a_batch_of_convolutions_moves_as_matrices_do_one_at_a_time() -> None:
    torch.manual_seed(0)
    convolutions = [nn.Parameter(torch.randn(32, 16, 3, 3)) for _ in range(3)]
    matrices = [nn.Parameter(weight.detach().flatten(1).clone()) for weight in convolutions]
    ours = Muon(convolutions, lr=0.1)
    theirs = torch.optim.Muon(matrices, lr=0.1, weight_decay=0.0, adjust_lr_fn="match_rms_adamw")
    for _ in range(3):
        for weight, matrix in zip(convolutions, matrices, strict=True):
            matrix.grad = torch.randn_like(matrix)
            weight.grad = matrix.grad.view_as(weight)
        ours.step()
        theirs.step()  # type: ignore[no-untyped-call]
    for weight, matrix in zip(convolutions, matrices, strict=True):
        torch.testing.assert_close(weight.flatten(1), matrix, atol=0.02, rtol=0)
        assert (weight.flatten(1) - matrix).abs().mean() < 0.002


@pytest.mark.parametrize("is_muon", [False, True])
def test_every_weight_is_moved_once(is_muon: bool) -> None:
    network = MimoUNet(1, 16, 2).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    before = {name: weight.detach().clone() for name, weight in network.named_parameters()}
    optimiser = Optimiser(network, {12}, is_muon=is_muon)
    sum(output.square().mean() for output in network(torch.rand(1, 3, 32, 32))).backward()
    optimiser.step(1e-3)
    for name, weight in network.named_parameters():
        moved = (weight - before[name]).abs().max()
        assert 0 < moved < 5e-3, name
        assert weight.grad is None


def test_its_state_goes_on_where_it_was() -> None:
    torch.manual_seed(0)
    images = torch.rand(4, 1, 3, 32, 32)
    first, second = MimoUNet(1, 16, 2), MimoUNet(1, 16, 2)
    second.load_state_dict(first.state_dict())

    def steps(network: MimoUNet, optimiser: Optimiser, count: slice) -> None:
        for image in images[count]:
            sum(output.square().mean() for output in network(image)).backward()
            optimiser.step(1e-3)

    steps(first, Optimiser(first, {12}), slice(4))
    halted = Optimiser(second, {12})
    steps(second, halted, slice(2))
    resumed = Optimiser(second, {12})
    resumed.load_state_dict(halted.state_dict())
    steps(second, resumed, slice(2, 4))
    for one, other in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(one, other)

"""The terms of the training loss on pictures whose loss is known."""

import numpy as np
import pytest
import torch

from models.training.loop import losses


def test_no_error_no_loss_at_every_scale() -> None:
    target = torch.rand(2, 3, 32, 32)
    assert losses.training_loss(losses.target_pyramid(target), target).item() == pytest.approx(
        0, abs=1e-6
    )
    for scale in range(3):
        outputs = [t.clone() for t in losses.target_pyramid(target)]
        outputs[scale] += 0.1
        assert losses.training_loss(outputs, target).item() > 0.05


def test_the_target_pyramid_averages_two_by_two() -> None:
    target = torch.arange(64.0).reshape(1, 1, 8, 8).expand(1, 3, 8, 8)
    quarter, half, full = losses.target_pyramid(target)
    assert half[0, 0, 0, 0] == target[0, 0, :2, :2].mean()
    assert quarter[0, 0, 1, 1] == target[0, 0, 4:, 4:].mean()
    assert full is target


def test_half_a_spectrum_weighs_as_the_whole() -> None:
    torch.manual_seed(0)
    output, target = torch.rand(1, 3, 64, 64), torch.rand(1, 3, 64, 64)
    spectrum = torch.fft.fft2(output - target)
    whole = torch.view_as_real(spectrum).abs().mean().item()
    assert losses.frequency_loss(output, target).item() == pytest.approx(whole, rel=0.05)


def test_losses_are_computed_in_float32() -> None:
    target = torch.rand(1, 3, 32, 32)
    outputs = [t.bfloat16() for t in losses.target_pyramid(target)]
    assert losses.training_loss(outputs, target).dtype == torch.float32


def test_gradient_and_colour_terms_see_what_they_are_for() -> None:
    flat = torch.full((1, 3, 32, 32), 0.5)
    checker = flat + 0.1 * (torch.arange(32) % 2 * 2 - 1)
    assert losses.gradient_loss(flat + 0.1, flat).item() == pytest.approx(0, abs=1e-6)
    assert losses.gradient_loss(checker, flat).item() == pytest.approx(0.2, rel=1e-3)
    assert losses.colour_loss(checker, flat).item() == pytest.approx(0, abs=1e-6)
    assert losses.colour_loss(flat + 0.1, flat).item() == pytest.approx(0.1, rel=1e-3)


def test_charbonnier_is_the_absolute_difference_of_large_errors() -> None:
    flat = torch.full((1, 3, 16, 16), 0.5)
    for error in (0.1, 0.01):
        smooth = losses.content_loss(flat + error, flat, is_charbonnier=True).item()
        assert smooth == pytest.approx(error, rel=0.01)
    tiny = losses.content_loss(flat + 1e-4, flat, is_charbonnier=True).item()
    assert tiny == pytest.approx(losses.CHARBONNIER_EPSILON, rel=0.01)


def test_the_overshoot_term_counts_only_what_no_neighbour_reaches() -> None:
    target = torch.zeros(1, 3, 16, 16)
    target[..., 8:] = 0.5
    soft, halo = target.clone(), target.clone()
    soft[..., 7], soft[..., 8] = 0.2, 0.3  # between its neighbours
    halo[..., 8] += 0.1
    halo[..., 7] -= 0.1
    assert losses.overshoot_loss(soft, target).item() == 0
    assert losses.overshoot_loss(halo, target).item() == pytest.approx(0.2 / 16, rel=1e-3)
    weigh = losses.LossWeights(overshoot=2.0)
    plain = losses.training_loss(losses.target_pyramid(halo), target)
    assert losses.training_loss(losses.target_pyramid(halo), target, weigh) > plain


def test_the_fidelity_term_counts_by_how_much_of_itself_an_error_shrinks() -> None:
    target = torch.zeros(2, 3, 16, 16)
    errors = torch.tensor([0.1, 0.4]).view(2, 1, 1, 1)
    whole = losses.fidelity_loss(target + errors, target)
    for picture in range(2):  # halving either error counts the same
        halved = errors.clone()
        halved[picture] /= 2
        gained = whole - losses.fidelity_loss(target + halved, target)
        assert gained.item() == pytest.approx(np.log(4) / 2, abs=0.02)
    hardly = losses.fidelity_loss(target + 1e-3, target) - losses.fidelity_loss(target, target)
    assert hardly.item() < 0.02  # what is sharp already
    target_pyramid = losses.target_pyramid(target + errors)
    weighed = losses.training_loss(target_pyramid, target, losses.LossWeights(fidelity=0.5))
    assert weighed.item() == pytest.approx(
        losses.training_loss(target_pyramid, target).item() + 0.5 * whole.item(), rel=1e-5
    )


def test_the_edge_term_weighs_errors_by_the_contrast_around_them() -> None:
    target = torch.zeros(1, 3, 16, 16)
    target[..., 8:] = 0.5
    on_edge, beside = target.clone(), target.clone()
    on_edge[..., 8] += 0.1
    beside[..., 2] += 0.1
    assert losses.edge_loss(beside, target).item() == 0
    assert losses.edge_loss(on_edge, target).item() == pytest.approx(0.1 * 0.5 / 16, rel=1e-3)
    outputs = losses.target_pyramid(on_edge)
    weigh = losses.LossWeights
    for heavier in (weigh(frequency=1), weigh(gradient=1), weigh(colour=1), weigh(edge=1)):
        loss = losses.training_loss(outputs, target, heavier)
        assert loss > losses.training_loss(outputs, target), heavier

"""Fine-tuning without labels: the terms of its objective, its estimates, and when its result is kept."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
import torch

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.adaptation.blind_deconvolution import estimate_blur
from models.adaptation.blur_kernels import (
    CANDIDATE_COUNT,
    KERNEL_RADIUS,
    blur,
    candidate_kernels,
    fit_kernel,
)
from models.adaptation.fine_tune import STEPS, FineTuneReport, ObjectiveWeights, fine_tune
from models.adaptation.prototypes import (
    find_prototypes,
    mutual_information_loss,
    transport_cost,
)
from models.checkpoint import read_network
from models.enlarge import enlarge
from models.forward import deblur
from models.mimo_unet import MimoUNet
from models.progress import Cancelled
from models.registry import MODELS
from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Chain, blur_gaussian
from models.training.evaluation.metrics import psnr
from tests.benchmarks.judge_fine_tune import OUTSIDE
from tests.models.graphics import graphic, original

Pixels = npt.NDArray[np.uint8]

BLACK_AND_WHITE = torch.tensor([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
PALETTE = torch.tensor([[0.1, 0.1, 0.2], [0.9, 0.9, 0.9], [0.8, 0.1, 0.1]])


@pytest.fixture(scope="module")
def network() -> MimoUNet:
    """The small one that ships."""
    return read_network(MODELS[-1].file)


@pytest.fixture(scope="module")
def sharp() -> Pixels:
    """A part of a sample, 96 × 96; small, so that the test is fast."""
    sample = next(sample for sample in ALL_SAMPLES if sample.name == "ostrel")
    return np.ascontiguousarray(original(sample)[64:160, 128:224])


def doubled(sharp: Pixels) -> Pixels:
    """A blur outside the training range."""
    rng = np.random.default_rng(3)
    return Chain((lambda x: OUTSIDE["double image, 9 px"](x, rng),), reducer="bicubic")(sharp)


def weights_of(network: MimoUNet) -> torch.Tensor:
    return torch.cat([weight.detach().flatten() for weight in network.parameters()])


# --- the terms


def test_transport_costs_nothing_where_pixels_are_prototypes_and_more_the_farther_they_are() -> (
    None
):
    pixels = PALETTE.repeat(20, 1)
    away = torch.tensor([0.05, 0.0, 0.0])
    costs = [float(transport_cost(pixels + step * away, PALETTE)) for step in (0, 1, 2)]
    assert costs[0] < 1e-6
    assert costs[1] == pytest.approx(2 * 0.05**2, rel=0.05)
    assert costs[2] > costs[1]


def test_transport_runs_in_both_directions() -> None:
    """If all pixels are at one prototype, the others have none."""
    assert float(transport_cost(PALETTE[:1].repeat(30, 1), PALETTE)) > 0.1


def test_information_is_largest_where_pixels_are_sure_and_prototypes_in_balance() -> None:
    balanced = BLACK_AND_WHITE.repeat(50, 1)
    one_sided = BLACK_AND_WHITE[:1].repeat(100, 1)
    unsure = torch.full((100, 3), 0.5)
    assert float(mutual_information_loss(balanced, BLACK_AND_WHITE)) == pytest.approx(-math.log(2))
    for pixels in (one_sided, unsure):
        loss = float(mutual_information_loss(pixels, BLACK_AND_WHITE))
        assert loss == pytest.approx(0, abs=1e-5)


# --- what is found out


def test_prototypes_are_the_colours_and_not_the_mixtures_of_their_edges() -> None:
    pixels = np.full((96, 96, 3), (230, 230, 225), np.uint8)
    pixels[20:76, 20:48] = (20, 30, 90)
    pixels[20:76, 56:80] = (200, 40, 30)
    blurred = Chain((lambda x: blur_gaussian(x, 1.8),))(pixels)
    found = 255 * find_prototypes(to_tensor(blurred))
    assert len(found) == 3
    for colour in ((230, 230, 225), (20, 30, 90), (200, 40, 30)):
        distances = (found - torch.tensor(colour)).norm(dim=1)
        assert distances.min() < 8


def test_usual_kernels_are_blurs() -> None:
    kernels = candidate_kernels(torch.device("cpu"))
    assert kernels.shape == (CANDIDATE_COUNT, 2 * KERNEL_RADIUS + 1, 2 * KERNEL_RADIUS + 1)
    assert kernels.min() >= 0
    torch.testing.assert_close(kernels.sum(dim=(1, 2)), torch.ones(CANDIDATE_COUNT))


@pytest.mark.parametrize("place", [3, 20, 30])
def test_a_kernel_is_found_from_both_pictures(place: int, sharp: Pixels) -> None:
    kernel = candidate_kernels(torch.device("cpu"))[place]
    image = to_tensor(sharp)
    found = fit_kernel(image, blur(image, kernel))
    assert found.sum() == pytest.approx(1, abs=1e-5)
    # The gradients of a drawing leave some weights open; what the kernel does is what counts.
    # The fit ignores the border, where the pixels beyond are made up.
    difference = (blur(image, found) - blur(image, kernel))[
        ..., KERNEL_RADIUS:-KERNEL_RADIUS, KERNEL_RADIUS:-KERNEL_RADIUS
    ]
    assert 255 * difference.square().mean().sqrt() < 2


def test_nothing_explains_a_picture_of_one_colour() -> None:
    grey = torch.full((1, 3, 96, 96), 0.5)
    assert estimate_blur(grey, grey) is None


# --- the whole


@pytest.fixture(scope="module")
def adapted(network: MimoUNet, sharp: Pixels) -> tuple[torch.Tensor, MimoUNet, FineTuneReport]:
    before = weights_of(network)
    seen: list[tuple[int, int]] = []
    tuned, adaptation = fine_tune(
        network, [doubled(sharp)], on_step=lambda *step: seen.append(step)
    )
    assert [done for done, _ in seen] == list(range(len(seen)))
    assert {total for _, total in seen} == {len(seen)}
    return before, tuned, adaptation


@pytest.mark.slow
def test_a_blur_that_is_found_is_learnt(
    network: MimoUNet, sharp: Pixels, adapted: tuple[torch.Tensor, MimoUNet, FineTuneReport]
) -> None:
    _, tuned, adaptation = adapted
    assert adaptation.is_kept
    assert adaptation.steps == STEPS
    assert adaptation.after < 0.8 * adaptation.before
    assert restored_psnr(tuned, sharp) > restored_psnr(network, sharp) + 1


@pytest.mark.slow
def test_the_same_pictures_give_the_same_network(
    network: MimoUNet, sharp: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = candidate_kernels(torch.device("cpu"))[::10]
    monkeypatch.setattr("models.adaptation.blind_deconvolution.candidate_kernels", lambda _: few)
    monkeypatch.setattr("models.adaptation.fine_tune.STEPS", 3)
    # Trained and kept in any case.
    monkeypatch.setattr("models.adaptation.fine_tune.MIN_EVIDENCE", 0.0)
    monkeypatch.setattr("models.adaptation.fine_tune.MAX_SCORE_RATIO", math.inf)
    picture = np.ascontiguousarray(doubled(sharp)[:64, :64])
    once, again = (fine_tune(network, [picture])[0] for _ in range(2))
    assert not torch.equal(weights_of(once), weights_of(network))
    assert torch.equal(weights_of(once), weights_of(again))


def test_the_network_itself_stays_as_it_was(
    network: MimoUNet, adapted: tuple[torch.Tensor, MimoUNet, FineTuneReport]
) -> None:
    before, tuned, _ = adapted
    assert tuned is not network
    assert torch.equal(weights_of(network), before)
    assert not torch.equal(weights_of(tuned), before)


@pytest.mark.slow
def test_what_does_not_improve_is_thrown_away(
    network: MimoUNet, sharp: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.adaptation.fine_tune.STEPS", 2)  # of nothing
    nothing = ObjectiveWeights(consistency=0, guide=0, transport=0, information=0)
    same, adaptation = fine_tune(network, [doubled(sharp)], terms=nothing)
    assert same is network
    assert not adaptation.is_kept
    assert adaptation.after == adaptation.before


@pytest.mark.slow
def test_a_blur_that_the_network_knows_is_left_alone(network: MimoUNet, sharp: Pixels) -> None:
    blurred = Chain((lambda x: blur_gaussian(x, 1.8),))(sharp)
    same, adaptation = fine_tune(network, [blurred])
    assert same is network
    assert adaptation.steps == 0
    assert math.isnan(adaptation.before)


@pytest.mark.slow
@pytest.mark.parametrize("steps", [1, 6])
def test_cancelling_stops_before_the_next_step(
    network: MimoUNet, sharp: Pixels, steps: int
) -> None:
    before = weights_of(network)
    seen: list[int] = []
    with pytest.raises(Cancelled):
        fine_tune(
            network,
            [doubled(sharp)],
            on_step=lambda done, _: seen.append(done),
            is_cancelled=lambda: len(seen) == steps,
        )
    assert len(seen) == steps
    assert torch.equal(weights_of(network), before)


def test_it_refuses_what_is_no_picture(tiny_network: MimoUNet) -> None:
    with pytest.raises(ValueError, match="no picture"):
        fine_tune(tiny_network, [])
    with pytest.raises(ValueError, match="uint8"):
        fine_tune(tiny_network, [np.zeros((8, 8), np.uint8)])


def test_small_pictures_tell_nothing(tiny_network: MimoUNet) -> None:
    same, adaptation = fine_tune(tiny_network, [enlarge(graphic(20), 2)])
    assert same is tiny_network
    assert not adaptation.is_kept


def restored_psnr(network: MimoUNet, sharp: Pixels) -> float:
    with torch.no_grad():
        restored = 255 * deblur(network, to_tensor(doubled(sharp)))[0].permute(1, 2, 0)
    return psnr(restored.round().byte().numpy(), sharp)


def to_tensor(pixels: Pixels) -> torch.Tensor:
    return torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float() / 255

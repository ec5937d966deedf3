"""Upsampled features agree with the stage's own features and have their edges where the letters do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.inspection.bilateral import JointBilateral, average_cells
from models.inspection.feature_upsampling import STAGES, upsample_features
from models.inspection.pca_colours import PcaColours
from models.mimo_unet import MimoUNet
from models.progress import Cancelled
from models.registry import MODELS
from models.restorer import Restorer
from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Chain, blur_gaussian
from models.training.evaluation.boundaries import (
    bilinear_colours,
    boundary_f_score,
    draw_letters,
    measure_boundaries,
)
from tests.models.graphics import graphic, original

CELLS = dict(zip(STAGES, (2, 4, 8, 8, 4, 2), strict=True))
BLUR = Chain((lambda image: blur_gaussian(image, 1.8),))


@pytest.fixture(scope="module")
def network() -> MimoUNet:
    return Restorer.load(MODELS[0].name, "cpu").network


# --- what is promised of the shipped network


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_averaged_back_down_the_features_are_the_stage_s_own(stage: str, network: MimoUNet) -> None:
    for sample in ALL_SAMPLES:
        truth = original(sample)[:96]
        upsampled = upsample_features(network, BLUR(truth), stage)
        assert upsampled.cosine >= 0.98
        assert upsampled.colours.shape == truth.shape
        cell = CELLS[stage]
        assert upsampled.coarse.shape == (-(-truth.shape[0] // cell), -(-truth.shape[1] // cell), 3)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stages", "pictures", "least"),
    # Where a cell has two pixels a side there is hardly more to gain than bilinear upsampling has.
    [(("encoder 1", "decoder 3"), 6, 0.0), (STAGES[1:5], 3, 0.05)],
    ids=["full scale", "half and quarter"],
)
def test_edges_lie_nearer_to_the_letters_than_bilinear_ones(
    stages: Sequence[str], pictures: int, least: float, network: MimoUNet
) -> None:
    for stage, row in measure_boundaries(network, pictures, stages).items():
        assert np.mean(row.sharpened) > np.mean(row.bilinear_colours) + least, stage
        assert min(row.cosine) >= 0.98


# --- the score itself


def test_the_score_knows_right_edges_from_wrong_ones() -> None:
    sharp, truth = draw_letters(0)
    assert boundary_f_score(sharp, truth) > 0.99
    shifted = np.roll(sharp, 4, axis=1)
    assert boundary_f_score(shifted, truth) < 0.8 < boundary_f_score(BLUR(sharp), truth)
    assert boundary_f_score(np.full_like(sharp, 9), truth) == 0


# --- upsampling and colours


def test_features_change_where_the_guide_does() -> None:
    """Two flat halves that meet inside a cell: the upsampled feature is nearly as sharp as the picture."""
    guide = torch.zeros(24, 24, 3)
    guide[:, 11:] = 1
    features = average_cells(guide[..., :1], 8)
    fine = JointBilateral(guide, 8).upsample(features)
    assert fine.shape == (24, 24, 1)
    step = fine[12, 11, 0] - fine[12, 10, 0]
    assert step > 0.5
    assert fine[12, 10, 0] - fine[12, 0, 0] < 0.2


def test_upsampling_and_averaging_in_one_is_both() -> None:
    generator = torch.Generator().manual_seed(1)
    guide = torch.rand((16, 24, 3), generator=generator)
    features = torch.randn((4, 6, 5), generator=generator)
    bilateral = JointBilateral(guide, 4)
    both = average_cells(bilateral.upsample(features), 4)
    assert torch.allclose(bilateral.upsample_and_average(features), both, atol=1e-5)


def test_an_almost_empty_page_has_a_grey_ground_and_colour_where_something_stands() -> None:
    features = torch.full((40, 50, 6), 3.0)
    features[7, 9:11] += torch.arange(6.0)  # two cells of two thousand
    colours = PcaColours(features).colourise(features)
    assert set(np.unique(np.delete(colours.reshape(-1, 3), [359, 360], axis=0))) <= {127, 128}
    assert colours[7, 9].mean() > 200


# --- any picture, any form


@pytest.mark.parametrize("unshuffle", [1, 2])
@pytest.mark.parametrize(("height", "width"), [(21, 34), (1, 1)])
def test_every_size_and_form_gives_a_picture(height: int, width: int, unshuffle: int) -> None:
    network = MimoUNet(1, 8, unshuffle).eval()
    for stage in STAGES:
        enlarged = graphic(40)[:height, :width]
        upsampled = upsample_features(network, enlarged, stage)
        again = upsample_features(network, enlarged, stage)
        assert upsampled.colours.shape == (height, width, 3)
        assert np.array_equal(upsampled.colours, again.colours)
        assert bilinear_colours(upsampled).shape == upsampled.colours.shape


def test_shifted_views_are_put_back_exactly() -> None:
    """An identity first stage treats all directions alike: a flipped picture gives flipped colours."""
    network = MimoUNet(1, 16, 2).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
        first = network.get_parameter("feat_extract.0.main.0.weight")
        first[range(12), range(12), 1, 1] = 1
    picture = graphic(48)
    colours = upsample_features(network, picture, "encoder 1").colours.astype(int)
    assert colours.std() > 20
    for axis in (0, 1):
        flipped = upsample_features(network, np.flip(picture, axis), "encoder 1").colours
        difference = np.abs(np.flip(flipped, axis) - colours)
        assert difference[2:-2, 2:-2].max() <= 1  # at the border views are padded on two sides


@pytest.mark.parametrize("runs", [0, 1, 2])
def test_it_can_be_cancelled_before_every_run(runs: int, tiny_network: MimoUNet) -> None:
    answers = iter([False] * runs + [True])
    with pytest.raises(Cancelled):
        upsample_features(tiny_network, graphic(64), "encoder 2", lambda: next(answers))
    assert not any(module._forward_hooks for module in tiny_network.modules())


def test_what_is_no_stage_is_refused(tiny_network: MimoUNet) -> None:
    with pytest.raises(ValueError, match="no stage"):
        upsample_features(tiny_network, graphic(16), "encoder 4")

"""``feature_maps`` shows the features of every stage and fusion, each at its own resolution."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from desktop_app.about.box_contents import STAGES as STAGES_OF_THE_PANE
from desktop_app.paths import SAMPLES
from models.inspection.feature_maps import LAYER_NAMES, feature_maps
from models.inspection.feature_upsampling import STAGES, upsample_features
from models.mimo_unet import MimoUNet


@pytest.fixture(scope="module")
def network() -> MimoUNet:
    with torch.random.fork_rng(devices=()):
        torch.manual_seed(0)
        return MimoUNet(1, 8, 2).eval()


@pytest.fixture(scope="module")
def picture() -> np.ndarray:
    with Image.open(SAMPLES / "juniper.jpg") as image:
        return np.array(image.convert("RGB"))[:85, :101]


def test_each_is_on_its_own_grid_without_the_padding(
    network: MimoUNet, picture: np.ndarray
) -> None:
    shown = feature_maps(network, picture)
    assert tuple(shown) == LAYER_NAMES
    full, half, quarter = (43, 51), (22, 26), (11, 13)
    for name, sizes in (
        ("encoder", (full, half, quarter)),
        ("fusion", (full, half)),
        ("decoder", (quarter, half, full)),
    ):
        for number, size in enumerate(sizes, start=1):
            painted = shown[f"{name} {number}"]
            assert painted.shape == (*size, 3)
            assert painted.std() > 5


def test_the_colours_are_those_of_a_longer_look(network: MimoUNet, picture: np.ndarray) -> None:
    shown = feature_maps(network, picture)
    for stage in STAGES:
        coarse = upsample_features(network, picture, stage).coarse.astype(int)
        assert np.abs(shown[stage].astype(int) - coarse).max() <= 1


def test_the_pane_knows_every_stage_by_name() -> None:
    assert set(STAGES_OF_THE_PANE.values()) == set(STAGES)
    assert set(STAGES) <= set(LAYER_NAMES)

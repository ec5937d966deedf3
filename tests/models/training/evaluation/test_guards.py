"""The guards distinguish good models from bad ones, and the shipped weights meet them."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.enlarge import enlarge
from models.registry import MODELS, ModelEntry
from models.restorer import Restorer
from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Chain, blur_gaussian
from models.training.evaluation import guards
from models.training.evaluation.guards import Guard
from models.training.evaluation.methods import Method, bicubic, model_method
from models.training.evaluation.metrics import slanted_edge
from tests.models.graphics import graphic, original

Pixels = npt.NDArray[np.uint8]

SHARP = [graphic(64, seed) for seed in range(4)]


@pytest.fixture(params=MODELS, ids=lambda entry: entry.name)
def model(request: pytest.FixtureRequest) -> Method:
    entry: ModelEntry = request.param
    return model_method(Restorer.load(entry.name, "cpu"))


# --- the shipped weights: a fifth of the edges and colours of `dev.py evaluate`, which measures all of them

EDGES = guards.EDGES[::5]
FLAT_COLOURS = guards.FLAT_COLOURS[::5]


def test_the_fifth_holds_every_angle_colour_and_blur() -> None:
    assert [set(values) for values in zip(*EDGES, strict=True)] == [
        set(values) for values in (guards.ANGLES, guards.COLOURS, guards.BLURS)
    ]
    assert [len(set(levels)) for levels in zip(*FLAT_COLOURS, strict=True)] == [4, 4, 4]


def test_what_is_sharp_already_stays(model: Method) -> None:
    guard = guards.identity(model, [original(sample) for sample in ALL_SAMPLES] + SHARP)
    assert guard.is_met, guard


def test_flat_areas_stay_flat_and_keep_their_colour(model: Method) -> None:
    for guard in guards.flatness(model, FLAT_COLOURS):
        assert guard.is_met, guard


@pytest.mark.parametrize("colours", guards.COLOURS)
def test_beside_an_edge_flat_fills_keep_their_very_colours(
    model: Method, colours: tuple[tuple[int, int, int], tuple[int, int, int]]
) -> None:
    truth = slanted_edge(96, 0.15, colours)
    source = Chain((lambda image: blur_gaussian(image, 1.8),)).source(truth)
    restored = model(source, False)
    for columns in (slice(0, 16), slice(80, 96)):  # at least 25 pixels from the edge
        np.testing.assert_array_equal(restored[:, columns], truth[:, columns])


def test_edges_do_not_overshoot(model: Method) -> None:
    guard = guards.overshoot(model, EDGES)
    assert guard.is_met, guard


def test_no_block_of_another_colour_on_any_input(model: Method) -> None:
    guard = guards.block_drift(model)
    assert guard.is_met, guard


# --- the guards themselves


def brightened(source: Pixels, is_sharp: bool) -> Pixels:
    return np.minimum(bicubic(source, is_sharp), 250) + np.uint8(5)


def speckled(source: Pixels, is_sharp: bool) -> Pixels:
    noise = np.random.default_rng(0).normal(0, 3, bicubic(source, is_sharp).shape)
    return np.clip(bicubic(source, is_sharp) + noise, 0, 255).astype(np.uint8)


def ringing(source: Pixels, is_sharp: bool) -> Pixels:
    with Image.fromarray(source) as picture:
        size = (2 * picture.width, 2 * picture.height)
        return np.array(picture.resize(size, Image.Resampling.LANCZOS))


def patched(source: Pixels, is_sharp: bool) -> Pixels:
    restored = bicubic(source, is_sharp).copy()
    restored[16:32, 16:32] = (255, 0, 255)
    return restored


def test_plain_enlargement_keeps_what_it_can() -> None:
    met = [guards.identity(bicubic, SHARP), *guards.flatness(bicubic), guards.block_drift(bicubic)]
    assert all(guard.is_met for guard in met)
    assert met[0].measured == 60


@pytest.mark.parametrize(
    ("guard", "culprit"),
    [
        (lambda m: guards.identity(m, SHARP), speckled),
        (lambda m: guards.flatness(m)[0], speckled),
        (lambda m: guards.flatness(m)[1], brightened),
        (guards.overshoot, ringing),
        (guards.block_drift, patched),
        (lambda m: guards.photograph_gain(m, [(graphic(32), enlarge(graphic(32), 2))]), speckled),
    ],
    ids=["identity", "flat", "colour", "overshoot", "blocks", "photographs"],
)
def test_who_breaks_a_guard_is_caught(guard: Callable[[Method], Guard], culprit: Method) -> None:
    measured = guard(culprit)
    assert not measured.is_met, measured


def test_the_table_names_what_is_broken() -> None:
    table = guards.guard_table({"good": [Guard("a", 1, 2)], "bad": [Guard("a", 3, 2)]})
    assert table.splitlines()[0] == "| guard | limit | good | bad |"
    assert table.splitlines()[2] == "| a | ≤ 2 | 1.000 | 3.000 (broken) |"

"""What a source tells of its restored picture: a clean one pulls it nearer, a lossy one gives it its ends."""

import numpy as np
import numpy.typing as npt
import pytest
import torch

pytest.importorskip("scipy", reason="the training extra is not installed")

from models import restorer as module
from models.checkpoint import read_network
from models.data_consistency import enforce_consistency
from models.device_info import DeviceInfo
from models.flat_ends import snap_flat_ends
from models.registry import MODELS, ModelEntry, find_model
from models.restorer import Restorer
from models.source_noise import CLEAN_NOISE, measure_noise
from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Chain, blur_gaussian, blur_motion, compress
from models.training.evaluation.metrics import psnr
from tests.models.graphics import original

Pixels = npt.NDArray[np.uint8]
CPU = torch.device("cpu")
HALVED = Chain()
CUBIC = Chain(reducer="bicubic")
MOTION = Chain((lambda image: blur_motion(image, 7, 0.5),))
JPEG = Chain((lambda image: blur_gaussian(image, 1.0),), after=(lambda x: compress(x, "JPEG", 50),))


def truth() -> Pixels:
    return np.ascontiguousarray(original(ALL_SAMPLES[0])[:192, :256])


def softened(picture: Pixels) -> Pixels:
    """A restored picture as networks give it: a little too soft."""
    values = (picture / 255).astype(np.float32)
    return np.rint(blur_gaussian(values, 0.8) * 255).astype(np.uint8)


# --- clean sources


@pytest.mark.parametrize(
    ("chain", "least"), [(HALVED, 1), (CUBIC, 1), (MOTION, 0.2)], ids=["area", "cubic", "motion"]
)
def test_a_clean_source_pulls_the_result_towards_the_truth(chain: Chain, least: float) -> None:
    sharp = truth()
    restored = softened(sharp)
    corrected = enforce_consistency(restored, chain.source(sharp), CPU)
    assert psnr(corrected, sharp) > psnr(restored, sharp) + least


def test_what_is_right_already_stays() -> None:
    sharp = truth()
    corrected = enforce_consistency(sharp, HALVED.source(sharp), CPU)
    assert psnr(corrected, sharp) > 50


def test_far_from_edges_nothing_moves() -> None:
    sharp = np.full((256, 256, 3), 200, np.uint8)
    sharp[40:140, 40:140] = (0, 90, 30)
    restored = softened(sharp)
    corrected = enforce_consistency(restored, HALVED.source(sharp), CPU)
    is_far = np.ones((256, 256), bool)
    is_far[28:152, 28:152] = False
    np.testing.assert_array_equal(corrected[is_far], restored[is_far])
    assert (corrected != restored).any()


def test_blocks_leave_no_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    from models import data_consistency

    sharp = truth()
    restored, source = softened(sharp), MOTION.source(sharp)
    whole = enforce_consistency(restored, source, CPU)
    monkeypatch.setattr(data_consistency, "BLOCK", 48)
    in_blocks = enforce_consistency(restored, source, CPU)
    difference = np.abs(whole.astype(int) - in_blocks)
    assert difference.mean() < 0.1
    assert difference.max() <= 12


def test_a_flat_picture_tells_no_blur() -> None:
    flat = np.full((64, 64, 3), 90, np.uint8)
    assert enforce_consistency(flat, flat[::2, ::2], CPU) is flat


def test_once_cancelled_the_rest_stays() -> None:
    sharp = truth()
    restored = softened(sharp)
    corrected = enforce_consistency(restored, HALVED.source(sharp), CPU, lambda: True)
    np.testing.assert_array_equal(corrected, restored)


def test_sides_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="not twice"):
        enforce_consistency(truth(), truth(), CPU)


# --- noise


@pytest.mark.parametrize("chain", [HALVED, CUBIC, MOTION], ids=["area", "cubic", "motion"])
def test_blur_is_no_noise(chain: Chain) -> None:
    noise = measure_noise(truth(), chain.source(truth()))
    assert noise is not None
    assert noise <= CLEAN_NOISE


@pytest.mark.parametrize("quality", [25, 50, 75])
def test_a_codec_is_noise(quality: int) -> None:
    chain = Chain(after=(lambda image: compress(image, "JPEG", quality),))
    noise = measure_noise(truth(), chain.source(truth()))
    assert noise is not None
    assert noise > CLEAN_NOISE


def test_a_flat_picture_tells_no_noise() -> None:
    flat = np.full((64, 64, 3), 90, np.uint8)
    assert measure_noise(flat, flat[::2, ::2]) is None


# --- flat ends


@pytest.mark.parametrize(
    ("source", "restored", "expected"),
    [(254, 253, 255), (1, 3, 0), (252, 253, 253), (254, 250, 250), (128, 127, 127)],
)
def test_flat_places_get_the_end_that_their_source_has(
    source: int, restored: int, expected: int
) -> None:
    before = np.full((40, 48, 3), restored, np.uint8)
    after = snap_flat_ends(before, np.full((20, 24, 3), source, np.uint8))
    assert (after == expected).all()
    assert (before == restored).all()


def test_edges_keep_their_values() -> None:
    restored = np.full((40, 40, 3), 253, np.uint8)
    restored[:, 20:] = 100
    after = snap_flat_ends(restored, restored[::2, ::2])
    np.testing.assert_array_equal(after[:, 18:], restored[:, 18:])


# --- in the restorer


@pytest.mark.parametrize("entry", MODELS, ids=lambda entry: entry.name)
def test_the_best_quality_comes_nearer_to_a_clean_source(
    entry: ModelEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    restorer = Restorer(read_network(entry.file), DeviceInfo("cpu", "CPU"))
    source = MOTION.source(truth())
    with_source = restorer.restore(source)
    monkeypatch.setattr(module, "enforce_consistency", lambda restored, *_: restored)
    assert psnr(with_source, truth()) > psnr(restorer.restore(source), truth()) + 0.1


def test_one_answer_and_lossy_sources_are_not_pulled(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Pixels:
        raise AssertionError

    monkeypatch.setattr(module, "enforce_consistency", refuse)
    entry = find_model("clearmark-small")
    assert entry is not None
    restorer = Restorer(read_network(entry.file), DeviceInfo("cpu", "CPU"))
    restorer.restore(JPEG.source(truth()))
    restorer.restore(HALVED.source(truth()), self_ensemble=False)

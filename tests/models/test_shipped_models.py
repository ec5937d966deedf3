"""What the shipped weights promise, measured with them: quality, precision, tiles, no network.

What they must never do is in ``test_guards``.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.checkpoint import read_network
from models.device_info import DeviceInfo
from models.devices import is_fast_in_bfloat16
from models.enlarge import enlarge
from models.file_hash import hash_file
from models.progress import Progress, TileSource
from models.registry import MODELS, WEIGHTS, ModelEntry
from models.restorer import Restorer
from models.training.corpus.samples import ALL_SAMPLES, Sample
from models.training.data.degradation import Chain, blur_gaussian, compress
from models.training.evaluation.metrics import edge_response, psnr, slanted_edge, ssim
from tests.models.graphics import graphic, original

Pixels = npt.NDArray[np.uint8]
CPU = DeviceInfo("cpu", "CPU")
BLUR = Chain((lambda image: blur_gaussian(image, 1.8),))
JPEG = Chain((lambda image: blur_gaussian(image, 1.0),), after=(lambda x: compress(x, "JPEG", 50),))


@pytest.fixture(params=MODELS, ids=lambda entry: entry.name)
def entry(request: pytest.FixtureRequest) -> ModelEntry:
    chosen: ModelEntry = request.param
    return chosen


@pytest.fixture
def restorer(entry: ModelEntry) -> Restorer:
    return Restorer.load(entry.name, "cpu")


# --- the files


def test_the_file_is_the_one_the_table_names(entry: ModelEntry) -> None:
    assert hash_file(entry.file) == entry.sha256
    assert entry.sha256 in entry.card.read_text("utf-8")
    network = read_network(entry.file)
    form = (network.num_blocks, network.base_channels, network.unshuffle)
    assert form == (entry.num_blocks, entry.base_channels, entry.unshuffle)


def test_no_weights_lie_about_that_no_table_names() -> None:
    assert {entry.file for entry in MODELS} == set(WEIGHTS.glob("*.safetensors"))


# --- quality


@pytest.mark.parametrize("sample", ALL_SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize(("chain", "least"), [(BLUR, 2.0), (JPEG, 1.0)], ids=["blur", "JPEG"])
def test_samples_come_closer_to_the_truth(
    sample: Sample, chain: Chain, least: float, restorer: Restorer
) -> None:
    truth = original(sample)
    source = chain.source(truth)
    restored, enlarged = restorer.restore(source), enlarge(source, 2)
    assert psnr(restored, truth) > psnr(enlarged, truth) + least
    assert ssim(restored, truth) > ssim(enlarged, truth)


@pytest.mark.parametrize("sigma", [1.2, 2.0])
def test_a_picture_is_sharpened_at_its_own_size(restorer: Restorer, sigma: float) -> None:
    chain = Chain((lambda image: blur_gaussian(image, sigma),), is_halved=False)
    for sample in ALL_SAMPLES:
        truth = original(sample)
        blurred = chain(truth)
        restored = restorer.restore(blurred, 1, self_ensemble=False)
        assert psnr(restored, truth) > psnr(blurred, truth) + 5


def test_grey_stays_grey(restorer: Restorer) -> None:
    for sample in ALL_SAMPLES:
        grey = BLUR.source(original(sample))[:96, :96].mean(axis=2).round().astype(np.uint8)
        restored = restorer.restore(np.repeat(grey[..., None], 3, axis=2))
        assert (restored == restored[..., :1]).all()


def test_edges_become_steep_and_do_not_overshoot(restorer: Restorer) -> None:
    for angle in (0.1, 0.5, 1.3):
        edge = slanted_edge(96, angle, ((25, 30, 50), (240, 240, 235)))
        source = BLUR.source(edge)
        blurred_width, _ = edge_response(enlarge(source, 2), angle)
        width, overshoot = edge_response(restorer.restore(source), angle)
        assert width < 0.6 * blurred_width
        assert overshoot < 0.03


def test_what_is_sharp_is_crisper_where_it_is_enlarged(restorer: Restorer) -> None:
    for angle in (0.1, 0.5, 1.3):
        source = Chain(reducer="bicubic").source(
            slanted_edge(96, angle, ((25, 30, 50), (240, 240, 235)))
        )
        enlarged_width, _ = edge_response(enlarge(source, 2), angle)
        width, _ = edge_response(restorer.restore(source), angle)
        assert width < 0.6 * enlarged_width


# --- precision, tiles, forms


def test_every_precision_gives_the_same_picture(entry: ModelEntry) -> None:
    network = read_network(entry.file)
    # A part, since many CPUs compute in 16 bits far more slowly.
    source = BLUR.source(np.ascontiguousarray(original(ALL_SAMPLES[0])[:128, :192]))
    exact = Restorer(network, CPU, torch.float32).restore(source)
    for precision in (torch.bfloat16, torch.float16):
        seen: list[Progress] = []
        fast = Restorer(network, CPU, precision).restore(source, on_progress=seen.append)
        assert {progress.source for progress in seen} == {TileSource.NETWORK}
        assert psnr(fast, exact) >= 50


@pytest.mark.skipif(not is_fast_in_bfloat16(), reason="this CPU is not faster in bfloat16")
def test_a_cpu_with_bfloat16_uses_it(restorer: Restorer) -> None:
    assert restorer.precision == "bf16"


def test_tiles_leave_no_seam(entry: ModelEntry) -> None:
    """The receptive field is larger than the context, but the output hardly depends on the rest."""
    network = read_network(entry.file)
    source = BLUR.source(graphic(320, 3))
    whole, tiled = (
        Restorer(network, CPU, torch.float32, tile=tile).restore(source) for tile in (448, 256)
    )
    difference = np.abs(whole.astype(int) - tiled)
    assert difference.max() <= 2
    assert difference.mean() < 0.01


def test_restoring_needs_no_network(restorer: Restorer, no_network: None) -> None:
    assert restorer.restore(graphic(32)).shape == (64, 64, 3)


def test_loading_refuses_a_file_that_was_changed(
    entry: ModelEntry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from models import registry
    from models.errors import CheckpointError

    changed = bytearray(entry.file.read_bytes())
    changed[-1] ^= 1
    (tmp_path / entry.file.name).write_bytes(changed)
    monkeypatch.setattr(registry, "WEIGHTS", tmp_path)
    with pytest.raises(CheckpointError, match="not the one that was shipped"):
        Restorer.load(entry.name, "cpu")


# --- GPUs


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="this machine has no CUDA device")
def test_a_gpu_gives_the_same_picture_as_the_cpu(entry: ModelEntry) -> None:
    source = BLUR.source(original(ALL_SAMPLES[0]))
    exact = Restorer(read_network(entry.file), CPU, torch.float32).restore(source)
    assert psnr(Restorer.load(entry.name, "cuda").restore(source), exact) >= 50

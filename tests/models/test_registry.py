"""Finding models by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.cli.enhance import model_facts
from models.device_info import DeviceInfo
from models.network_info import NetworkInfo
from models.registry import AUTOMATIC, DEFAULTS, MODELS, ModelEntry, find_model
from models.restorer import Restorer


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> ModelEntry:
    """A second model, the default on GPUs; its file is that of the first."""
    path = str(MODELS[0].file)

    class Good(ModelEntry):
        file = Path(path)

    good = Good(**(vars(MODELS[0]) | {"name": "good", "title": "Good", "sha256": MODELS[0].sha256}))
    monkeypatch.setattr("models.registry.MODELS", (*MODELS, good))
    monkeypatch.setattr("models.registry.DEFAULTS", DEFAULTS | {"gpu": "good"})
    monkeypatch.setattr("desktop_app.cli.enhance.DEFAULTS", DEFAULTS | {"gpu": "good"})
    return good


def test_the_defaults_are_models_that_ship() -> None:
    assert set(DEFAULTS) == {"cpu", "gpu"}
    assert set(DEFAULTS.values()) <= {entry.name for entry in MODELS}
    assert AUTOMATIC not in {entry.name for entry in MODELS}


def test_automatic_depends_on_the_device_and_names_do_not(good: ModelEntry) -> None:
    assert find_model(AUTOMATIC, "cpu") is MODELS[0]
    for device in ("cuda:0", "cuda", "mps", "xpu:1"):
        assert find_model(AUTOMATIC, device) is good
        assert find_model(MODELS[0].name, device) is MODELS[0]
    assert find_model("good", "cpu") is good
    assert find_model("/somewhere/auto.pkl", "cpu") is None


def test_the_restorer_and_the_journal_agree_on_the_automatic_model(
    good: ModelEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Restorer.load(AUTOMATIC, "cpu").info.name == MODELS[0].name
    assert model_facts(AUTOMATIC, "cpu").name == MODELS[0].name
    gpu = DeviceInfo("cuda:0", "NVIDIA Test")
    monkeypatch.setattr("models.devices.available_devices", lambda: (gpu, DeviceInfo("cpu", "CPU")))
    assert model_facts(AUTOMATIC, AUTOMATIC).name == "good"
    assert model_facts(MODELS[0].name, AUTOMATIC).name == MODELS[0].name
    loaded: list[str] = []

    def load(restorer: Restorer, *_arguments: object, **options: NetworkInfo) -> None:
        loaded.append(options["info"].name)

    monkeypatch.setattr(Restorer, "__init__", load)
    Restorer.load(AUTOMATIC, AUTOMATIC)
    assert loaded == ["good"]


def test_the_info_of_a_network_tells_its_file(tmp_path: Path) -> None:
    shipped = Restorer.load(MODELS[1].name, "cpu").info
    assert shipped == NetworkInfo(MODELS[1].name, MODELS[1].title, sha256=MODELS[1].sha256)
    copy = tmp_path / "mine.safetensors"
    copy.write_bytes(MODELS[1].file.read_bytes())
    restorer = Restorer.load(str(copy), "cpu")
    assert restorer.info == NetworkInfo("mine", "mine.safetensors", sha256=MODELS[1].sha256)
    for _ in range(2):
        restorer.use_fine_tuned(restorer.network_fp32)
        assert restorer.info.is_adapted
        assert restorer.info.label == "mine-adapted"

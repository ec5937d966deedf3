"""Checkpoints: round trips, the authors' format, and files that are no checkpoint."""

import os
import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from models.checkpoint import MAX_BYTES, read_network, sha256, write_weights
from models.errors import CheckpointError
from models.mimo_unet import MimoUNet


@pytest.fixture
def network() -> MimoUNet:
    torch.manual_seed(3)
    return MimoUNet(2, 8, 2).eval()


def same(left: MimoUNet, right: MimoUNet) -> bool:
    image = torch.rand(1, 3, 16, 16)
    return torch.equal(left(image)[-1], right(image)[-1])


def test_weights_come_back_with_the_form_of_the_network(network: MimoUNet, tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    write_weights(network, file, dtype=torch.float32)
    read = read_network(file)
    assert (read.num_blocks, read.base_channels, read.unshuffle) == (2, 8, 2)
    assert same(network, read)
    assert not read.training


def test_half_precision_halves_the_file(network: MimoUNet, tmp_path: Path) -> None:
    write_weights(network, tmp_path / "16.safetensors")
    write_weights(network, tmp_path / "32.safetensors", dtype=torch.float32)
    read = read_network(tmp_path / "16.safetensors")
    assert next(read.parameters()).dtype == torch.float32
    sizes = [(tmp_path / name).stat().st_size for name in ("16.safetensors", "32.safetensors")]
    assert sizes[0] < 0.6 * sizes[1]
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("suffix", [".pkl", ".pth"])
def test_the_authors_format_loads_and_runs(suffix: str, tmp_path: Path) -> None:
    torch.manual_seed(4)
    network = MimoUNet(8).eval()
    file = tmp_path / f"MIMO-UNet{suffix}"
    torch.save({"model": network.state_dict()}, file)
    read = read_network(file)
    assert (read.num_blocks, read.base_channels, read.unshuffle) == (8, 32, 1)
    assert same(network, read)


class Attack:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("attacked",)


def test_a_pickle_that_would_run_code_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save({"model": Attack()}, "new.pkl")
    Path("old.pkl").write_bytes(pickle.dumps({"model": Attack()}, protocol=2))
    for name in ("new.pkl", "old.pkl"):
        with pytest.raises(CheckpointError):
            read_network(Path(name))
    assert not Path("attacked").exists()


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.pkl"
    with file.open("wb") as sparse:
        sparse.truncate(MAX_BYTES + 1)
    with pytest.raises(CheckpointError, match="512 MiB"):
        read_network(file)


def test_other_weights_are_refused(network: MimoUNet, tmp_path: Path) -> None:
    weights = network.state_dict()
    cases: dict[str, object] = {
        "other": {"layer.weight": torch.zeros(3)},
        "list": [1, 2],
        "fewer": {name: w for name, w in weights.items() if "FAM1" not in name},
        "more": {**weights, "extra": torch.zeros(1)},
        "shape": {**weights, "FAM1.merge.main.0.bias": torch.zeros(5)},
        "flat": {**weights, "feat_extract.0.main.0.weight": torch.zeros(8)},
    }
    for name, content in cases.items():
        torch.save(content, tmp_path / f"{name}.pth")
        with pytest.raises(CheckpointError, match="does not hold the weights of a MIMO-UNet"):
            read_network(tmp_path / f"{name}.pth")


def test_weights_that_are_not_numbers_are_refused(network: MimoUNet, tmp_path: Path) -> None:
    weights = network.state_dict()
    weights["FAM1.merge.main.0.bias"] = torch.full((32,), float("nan"))
    save_file(weights, tmp_path / "nan.safetensors")
    with pytest.raises(CheckpointError, match="not finite"):
        read_network(tmp_path / "nan.safetensors")


@pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
@pytest.mark.parametrize("content", [b"", b"hello", bytes(range(256)) * 40])
def test_files_that_are_no_checkpoint_are_refused(
    suffix: str, content: bytes, tmp_path: Path
) -> None:
    file = tmp_path / f"noise{suffix}"
    file.write_bytes(content)
    with pytest.raises(CheckpointError, match="noise"):
        read_network(file)


def test_a_truncated_checkpoint_is_refused(network: MimoUNet, tmp_path: Path) -> None:
    write_weights(network, tmp_path / "whole.safetensors")
    torch.save({"model": network.state_dict()}, tmp_path / "whole.pkl")
    for whole in ("whole.safetensors", "whole.pkl"):
        data = (tmp_path / whole).read_bytes()
        cut = tmp_path / f"cut-{whole}"
        cut.write_bytes(data[: len(data) // 2])
        with pytest.raises(CheckpointError, match="cut-whole"):
            read_network(cut)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"none\.pkl” is missing"):
        read_network(tmp_path / "none.pkl")
    with pytest.raises(CheckpointError, match="cannot be read"):
        read_network(tmp_path)


def test_hash(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    assert sha256(tmp_path / "abc").startswith("ba7816bf8f01cfea")

"""Checkpoints: round trips, the authors' format, and files that are no checkpoint."""

import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from models.checkpoint import MAX_BYTES, hash_checkpoint, read_network, write_weights
from models.errors import CheckpointError
from models.file_hash import hash_file
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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.timeout(60)
@pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"pipe{suffix}"
    os.mkfifo(file)
    for read in (read_network, hash_checkpoint):
        with pytest.raises(CheckpointError, match="cannot be read as a model file"):
            read(file)


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
    assert hash_file(tmp_path / "abc").startswith("ba7816bf8f01cfea")


def test_a_tensor_whose_strides_are_zero_is_refused_before_it_is_expanded(tmp_path: Path) -> None:
    weights = {
        name: torch.zeros(1).expand(weight.shape)
        for name, weight in MimoUNet(2, 8).state_dict().items()
    }
    file = tmp_path / "bomb.pth"
    torch.save({"model": weights}, file)
    assert file.stat().st_size < sum(4 * weight.numel() for weight in weights.values())
    with pytest.raises(CheckpointError, match="does not hold the weights of a MIMO-UNet"):
        read_network(file)


def test_declared_channels_take_no_memory_before_the_shapes_are_compared(tmp_path: Path) -> None:
    file = tmp_path / "wide.safetensors"
    save_file(
        {"feat_extract.0.main.0.weight": torch.zeros(100_000, 3, 1, 1)}, file
    )  # 40 GB a layer
    with pytest.raises(CheckpointError, match="does not hold the weights of a MIMO-UNet"):
        read_network(file)


def test_thousands_of_block_names_build_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "deep.safetensors"
    weights = {f"Encoder.0.layers.{number}.weight": torch.zeros(1) for number in range(5000)}
    save_file({"feat_extract.0.main.0.weight": torch.zeros(8, 3, 3, 3), **weights}, file)
    built: list[object] = []
    monkeypatch.setattr("models.checkpoint.MimoUNet", lambda **form: built.append(form))
    with pytest.raises(CheckpointError, match="does not hold the weights of a MIMO-UNet"):
        read_network(file)
    assert not built


@pytest.mark.parametrize(
    "data", [b".", b"0.", b"\x80\x02s.", b"\x80\x02}q\x00h\x09.", b"\x80\x02R."]
)
def test_damaged_weights_raise_one_type_of_error(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "damaged.pth"
    file.write_bytes(data)
    with pytest.raises(CheckpointError, match=r"damaged\.pth"):
        read_network(file)


def test_a_packed_archive_is_refused(network: MimoUNet, tmp_path: Path) -> None:
    stored, packed = tmp_path / "stored.pth", tmp_path / "packed.pth"
    torch.save(
        {name: torch.zeros_like(weight) for name, weight in network.state_dict().items()}, stored
    )
    with (
        zipfile.ZipFile(stored) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
    with pytest.raises(CheckpointError, match="cannot be read as a model file"):
        read_network(packed)


def test_a_checkpoint_that_is_gone_is_told_when_it_is_hashed(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"gone\.pth"):
        hash_checkpoint(tmp_path / "gone.pth")

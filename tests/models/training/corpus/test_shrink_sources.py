"""The small copy of the sources can be read like the original."""

from __future__ import annotations

import json
import sys
import tarfile
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from models.training.corpus import cli, typefaces
from models.training.corpus.scenes import Artist
from models.training.corpus.sources import Sources
from tests.models.training.corpus.fake_sources import write_icon_set, write_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    directory = write_sources(tmp_path / "sources")
    write_icon_set(directory, "logos", {"acme": "<g/>", "google": "<g/>"}, palette=False)
    words = directory / "fonts/usr/share/dict"
    words.mkdir(parents=True)
    (words / "american-english").write_text(
        "\n".join(f"word{chr(97 + n % 26)}" for n in range(200))
    )
    photographs = directory / "fonts/usr/share/backgrounds/mate/nature"
    photographs.mkdir(parents=True)
    noise = np.random.default_rng(1).integers(256, size=(1100, 1300, 3), dtype=np.uint8)
    for name in ("Aqua", "Garden"):
        Image.fromarray(noise).save(photographs / f"{name}.jpg", quality=90)
    return directory


def test_without_fonttools_it_says_so(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "fontTools", None)
    with pytest.raises(SystemExit):
        cli.main(["shrink", str(folder), str(tmp_path / "small")])
    assert "pip install fonttools" in capsys.readouterr().err
    assert not (tmp_path / "small").exists()


def test_the_copy_is_small_and_draws_the_same_kinds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fontTools", reason="fonttools is not installed")
    cli.main(["shrink", str(folder), str(tmp_path / "small")])
    archive = tmp_path / "small.tar.xz"
    assert str(archive) in capsys.readouterr().out
    (tmp_path / "there").mkdir()
    with tarfile.open(archive) as tape:
        tape.extractall(tmp_path / "there", filter="data")
    original, copy = (Sources(path, "train") for path in (folder, tmp_path / "there" / "small"))
    assert copy.fonts.keys() == original.fonts.keys()
    assert copy.fonts["latin"].keys() == original.fonts["latin"].keys()
    assert copy.words == original.words
    assert {k: len(v) for k, v in copy.photographs.items()} == {
        k: len(v) for k, v in original.photographs.items()
    }
    assert [icon.read() for icon in copy.icons["logos"]] == [
        icon.read() for icon in original.icons["logos"]
    ]
    (face,) = copy.fonts["latin"]["Aileron"]
    whole = original.fonts["latin"]["Aileron"][0]
    assert face.can_write("est. 1987 - 4.50")
    assert face.path.stat().st_size < 0.8 * whole.path.stat().st_size
    assert len(typefaces.read_characters(face.path)) < len(typefaces.read_characters(whole.path))
    letters = [opened.at_cap_height(90).getmask("Ragout 42") for opened in (face, whole)]
    assert bytes(letters[0]) == bytes(letters[1])
    for path in (p for group in copy.photographs.values() for p in group):
        with Image.open(path) as photograph:
            assert min(photograph.size) == 550
    assert Artist(copy).fine_print(Random(1)).pixels.std() > 2
    assert "google" not in json.dumps([icon.name for icon in copy.icons["logos"]])

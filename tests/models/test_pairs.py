"""Training pairs: colours, and how fast they are made."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training import corpus, pairs
from models.training.corpus import PackWriter, Target
from tests.models.graphics import graphic


def test_colours_are_permuted_inverted_and_squeezed_but_edges_stay() -> None:
    image = graphic()
    seen: set[str] = set()
    for seed in range(60):
        recolour = pairs._draw_recolouring(np.random.default_rng(seed), kind="logo")
        coloured = recolour(image)
        assert coloured.dtype == np.uint8
        assert coloured.flags.c_contiguous
        # A colour becomes one colour, wherever it is; so a part is coloured like the whole.
        assert np.array_equal(recolour(image[9:31, 4:50]), coloured[9:31, 4:50])
        if np.array_equal(coloured, image):
            seen.add("as it was")
        elif sorted(coloured.mean(axis=(0, 1))) == pytest.approx(sorted(image.mean(axis=(0, 1)))):
            seen.add("permuted")
        elif np.ptp(coloured, axis=(0, 1)).max() == np.ptp(image, axis=(0, 1)).max():
            seen.add("inverted")
        else:
            seen.add("squeezed")
    assert seen == {"as it was", "permuted", "inverted", "squeezed"}


def test_photographs_keep_their_colours_or_are_negatives() -> None:
    image = graphic()
    inverted = 0
    for seed in range(40):
        made = pairs._draw_recolouring(np.random.default_rng(seed), kind="photo")(image)
        is_negative = np.array_equal(made, 255 - image)
        assert is_negative or np.array_equal(made, image)
        inverted += is_negative
    assert inverted == pytest.approx(40 * pairs.NEGATIVE_SHARE, abs=6)


def test_the_command_line_prints_a_rate_for_each_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.set_num_threads", lambda _: None)  # other tests have more
    with PackWriter(tmp_path, {}) as pack:
        pixels = graphic(96)
        pack.append(Target(pixels, "logo"), corpus.encode(pixels))
    assert pairs.main([str(tmp_path), "--crops", "32", "64", "--seconds", "0.02"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["crop 32", "crop 64"]
    assert all(int(line.split()[2]) > 0 for line in lines)

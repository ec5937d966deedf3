"""Training pairs: colours, and how fast they are made."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.corpus import pack_format
from models.training.corpus.pack_format import PackWriter, Target
from models.training.data import chains, pairs
from tests.models.graphics import graphic


def test_colours_are_permuted_inverted_and_squeezed_but_edges_stay() -> None:
    image = graphic()
    seen: set[str] = set()
    for seed in range(60):
        recolour, _ = pairs._draw_recolouring(np.random.default_rng(seed), kind="logo")
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
        recolour, shares = pairs._draw_recolouring(np.random.default_rng(seed), kind="photo")
        assert shares is chains.SOFT_SHARES
        made = recolour(image)
        is_negative = np.array_equal(made, 255 - image)
        assert is_negative or np.array_equal(made, image)
        inverted += is_negative
    assert inverted == pytest.approx(40 * pairs.NEGATIVE_SHARE, abs=6)


def test_black_on_white_becomes_grey_and_tinted_ink_on_paper() -> None:
    """Papers stay white or black where only the ink is grey, which reducing the contrast never achieves."""
    image = np.zeros((2, 2, 3), np.uint8)
    image[:, 1] = 255
    greys = 0
    for seed in range(600):
        recolour, _ = pairs._draw_recolouring(np.random.default_rng(seed), kind="logo")
        ink, paper = recolour(image)[0].astype(int)
        is_grey = np.ptp(ink) == np.ptp(paper) == 0 and 40 <= ink[0] <= 220
        greys += is_grey and paper[0] in (0, 255)
    assert greys / 600 == pytest.approx(0.96 * 0.6 * 0.2 * 0.57 * 0.45, abs=0.025)


def test_black_and_saturated_papers_come_from_lossy_files() -> None:
    image = np.zeros((2, 2, 3), np.uint8)
    image[:, 1] = 255
    papers = []
    for seed in range(1000):
        recolour, shares = pairs._draw_recolouring(np.random.default_rng(seed), kind="logo")
        if shares is chains.LOSSY_SHARES:
            papers.append(recolour(image)[0, 1])
    assert len(papers) / 1000 == pytest.approx(pairs.SATURATED_SHARE, abs=0.02)
    assert np.isin(papers, (0, 255)).all()
    assert np.mean([not paper.any() for paper in papers]) == pytest.approx(0.5 + 0.5 / 8, abs=0.2)


def test_the_window_with_the_most_contrast_is_taken_more_often() -> None:
    pixels = np.full((256, 256, 3), 200, np.uint8)
    pixels[100:110, 100:110] = graphic(22)[6:16, 6:16]
    rng, seen = np.random.default_rng(2), 0.0
    for _ in range(1000):
        row, column = pairs._draw_position(pixels, (64, 64), rng)
        assert 0 <= row <= 192
        assert 0 <= column <= 192
        seen += float(np.ptp(pixels[row : row + 64, column : column + 64]) > 0)
    rows = sum(row + 64 > 100 and row < 110 for row in range(193)) / 193
    once = rows**2
    best = 1 - (1 - once) ** pairs.WINDOWS
    share = pairs.BEST_WINDOW_SHARE * best + (1 - pairs.BEST_WINDOW_SHARE) * once
    assert seen / 1000 == pytest.approx(share, abs=0.06)


def test_some_crops_are_drawn_for_the_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[str] = Counter()

    def counted(name: str, scene: pairs.Scene) -> pairs.Scene:
        def draw(height: int, width: int, rng: np.random.Generator) -> pairs.Pixels:
            drawn[name] += 1
            return scene(height, width, rng)

        return draw

    wrapped = {
        name: (counted(name, scene), share, damages)
        for name, (scene, share, damages) in pairs.SCENES.items()
    }
    monkeypatch.setattr(pairs, "SCENES", wrapped)
    rng = np.random.default_rng(0)
    target = Target(graphic(96), "photo")
    for _ in range(1000):
        low, sharp = pairs.draw_pair(target, 48, rng)
        assert low.shape == sharp.shape == (48, 48, 3)
    for name, (_, share, _) in wrapped.items():
        # Four standard deviations of what 1,000 draws give.
        assert drawn[name] / 1000 == pytest.approx(share, abs=4 * np.sqrt(share / 1000)), name
        assert drawn[name]


def test_the_command_line_prints_a_rate_for_each_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.set_num_threads", lambda _: None)  # other tests have more
    with PackWriter(tmp_path, {}) as pack:
        pixels = graphic(96)
        pack.append(Target(pixels, "logo"), pack_format.encode(pixels))
    assert pairs.main([str(tmp_path), "--crops", "32", "64", "--seconds", "0.02"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["crop 32", "crop 64"]
    assert all(int(line.split()[2]) > 0 for line in lines)

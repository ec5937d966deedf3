"""The letter recogniser, and the loss terms made from it."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

pytest.importorskip("scipy", reason="the training extra is not installed")

from safetensors.torch import load_file, save_file

from models.training.corpus.pack_format import PackWriter, Target, encode
from models.training.corpus.typefaces import Typeface
from models.training.loop import letter_recogniser as letters
from models.training.loop import train
from models.training.loop.letter_recogniser import (
    LETTERS,
    STRIDE,
    LetterLoss,
    LetterRecogniser,
    PageBatches,
    draw_page,
)
from tests.models.graphics import graphic
from tests.models.training.corpus.fake_sources import built_in_typeface, write_sources


@pytest.fixture
def face(tmp_path: Path) -> Typeface:
    return built_in_typeface(tmp_path)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    file = tmp_path / "letters.safetensors"
    save_file({name: t.contiguous() for name, t in LetterRecogniser().state_dict().items()}, file)
    return file


def test_every_label_lies_on_a_letter(face: Typeface) -> None:
    for seed in range(8):
        ink, labels = draw_page(face, Random(seed))
        rows, columns = np.nonzero(labels >= 0)
        assert len(rows) > 3
        assert 0 <= ink.min() < 0.1 < 0.9 < ink.max() <= 1
        near = [
            ink[max(0, STRIDE * r - 12) : STRIDE * r + 14, STRIDE * c - 1 : STRIDE * c + 3]
            for r, c in zip(rows, columns, strict=True)
        ]
        is_inked = [around.max() > 0.2 for around in near]
        assert np.mean(is_inked) > 0.95  # an o has nothing in its very middle


def test_the_same_seed_draws_the_same_pages(face: Typeface) -> None:
    first, again, other = (PageBatches(lambda _: face, seed).batch(4) for seed in (1, 1, 2))
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    assert not torch.equal(first[0], other[0])
    assert first[0].shape == (4, 3, letters.SIDE, letters.SIDE)
    assert 0 <= first[0].min() <= first[0].max() <= 1
    assert LETTERS[int(first[1].max())]


def test_damaged_pages_alone_are_restored(face: Typeface) -> None:
    restored: list[torch.Tensor] = []

    def blacken(images: torch.Tensor) -> torch.Tensor:
        restored.append(images)
        return images - 2

    plain = PageBatches(lambda _: face, 1).batch(32)
    images, labels = PageBatches(lambda _: face, 1, blacken).batch(32)
    assert torch.equal(labels, plain[1])
    (given,) = restored
    is_black = (images == 0).all(dim=(1, 2, 3))
    assert torch.equal(images[~is_black], plain[0][~is_black])
    assert torch.equal(given, plain[0][is_black])
    assert 0.2 < is_black.float().mean() < 0.5  # 0.7 of half of them


def test_a_face_without_the_letters_is_not_drawn_with(face: Typeface) -> None:
    asked: list[bool] = []

    class Poor(Typeface):
        def can_write(self, text: str) -> bool:
            asked.append(set(text) == set(LETTERS))
            return False

    poor = Poor(face.path, face.family, face.scripts)
    faces = iter([poor, poor, face])
    PageBatches(lambda _: next(faces), 1).batch(1)
    assert asked == [True, True]


def test_the_loss_tells_pictures_apart_and_is_nothing_for_the_same(weights: Path) -> None:
    compare = LetterLoss(weights, torch.device("cpu"))
    picture = torch.from_numpy(graphic(64).copy()).permute(2, 0, 1)[None].float() / 255
    assert compare(picture, picture)[0].item() == 0
    output = (picture + 0.05 * torch.randn_like(picture)).requires_grad_()
    loss, _ = compare(output, picture)
    loss.backward()  # type: ignore[no-untyped-call]
    assert loss.item() > 0.01
    assert output.grad is not None
    assert output.grad.abs().max() > 0


def test_other_letters_are_misread_and_the_same_ones_hardly(face: Typeface) -> None:
    compare = LetterLoss(letters.SHIPPED_RECOGNISER, torch.device("cpu"))
    pages = [torch.from_numpy(draw_page(face, Random(seed))[0]) for seed in (1, 2)]
    picture, other = (page.expand(1, 3, -1, -1) for page in pages)
    output = (0.1 + 0.8 * picture).requires_grad_()  # of another contrast, and still the same
    _, kept = compare(output, picture)
    _, lost = compare(other, picture)
    _, nothing_sure = compare(other, torch.full_like(picture, 0.5))
    assert kept.item() < 0.1 < 0.5 < lost.item() <= 1
    assert nothing_sure.item() <= 1
    kept.backward()  # type: ignore[no-untyped-call]
    assert output.grad is not None
    assert output.grad.abs().max() > 0


def test_it_learns_its_pages_by_heart(face: Typeface, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "POOL_SIZE", 2)
    monkeypatch.setattr(letters, "FRESH_SHARE", 0.0)

    def keep(ink: letters.Grey, _: np.random.Generator) -> tuple[torch.Tensor, bool]:
        return torch.from_numpy(ink).expand(3, -1, -1), False

    monkeypatch.setattr(letters, "colour_page", keep)
    torch.manual_seed(1)
    pages = PageBatches(lambda _: face, 1)
    recogniser = letters.train(LetterRecogniser(), pages, minutes=10, steps=40, batch=2)
    images, labels = pages.batch(2)
    with torch.no_grad():
        told = recogniser(images).argmax(1)
    is_right = (told == labels)[labels >= 0]
    assert is_right.float().mean() > 0.5  # 6 % of them are the most common letter


def test_the_command_writes_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "train", lambda recogniser, *_, rate: recogniser)
    out = tmp_path / "letters.safetensors"
    assert letters.main([str(write_sources(tmp_path)), "--out", str(out), "--minutes", "1"]) == 0
    LetterLoss(out, torch.device("cpu"))


def test_the_shipped_recogniser_reads(tmp_path: Path) -> None:
    """Small print in a typeface it may have seen, sharp and degraded: most letters are recognised."""
    recogniser = LetterRecogniser()
    recogniser.load_state_dict(load_file(letters.SHIPPED_RECOGNISER))
    face = built_in_typeface(tmp_path)
    images, labels = PageBatches(lambda _: face, 3).batch(16)
    with torch.no_grad():
        told = recogniser.eval()(images).argmax(1)
    assert (told == labels)[labels >= 0].float().mean() > 0.5


def test_the_command_goes_on_from_weights(
    tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "train", lambda recogniser, *_, rate: recogniser)
    out = tmp_path / "next.safetensors"
    words = [str(write_sources(tmp_path)), "--out", str(out), "--minutes", "1"]
    assert letters.main([*words, "--start", str(weights)]) == 0
    start, end = load_file(weights), load_file(out)
    assert all(torch.equal(start[name].to(end[name].dtype), end[name]) for name in start)


def test_a_run_that_reads_letters_learns_otherwise(
    tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MIN_CONFIDENCE", 0.0)  # of what it has not learned to read
    with PackWriter(tmp_path / "pack", {"seed": 1}) as pack:
        for seed in range(3):
            target = Target(graphic(160, seed), "logo", "", None, "tests")
            pack.append(target, encode(target.pixels))
    losses = []
    for number, (reading, misread_weight) in enumerate([(0.0, 0.0), (0.5, 0.0), (0.0, 0.5)]):
        config = train.TrainingConfig(
            tmp_path / "pack",
            tmp_path / "pack",
            tmp_path / f"run-{number}",
            num_blocks=1,
            base_channels=8,
            crop=64,
            batch=2,
            workers=0,
            threads=1,
            lines=0,
            recogniser=weights,
            recogniser_weight=reading,
            misread_weight=misread_weight,
        )
        training = train.Training(config)
        torch.manual_seed(1)
        pictures = torch.randint(0, 256, (2, 2, 3, 64, 64), dtype=torch.uint8)
        losses.append(training._train_step(pictures[0], pictures[1]).item())
    assert losses[1] > losses[0] + 0.05
    assert losses[2] > losses[0] + 0.05

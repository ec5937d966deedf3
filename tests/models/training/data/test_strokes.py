"""Drawn thin strokes in grey and tinted inks, and the colours of inks and papers."""

import numpy as np
import pytest

from models.training.data import inks
from models.training.data.strokes import draw_strokes


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def test_strokes_are_thin_ink_on_one_paper() -> None:
    thin = 0
    for seed in range(60):
        picture = draw_strokes(96, 128, np.random.default_rng(seed))
        assert picture.shape == (96, 128, 3)
        assert picture.dtype == np.uint8
        assert np.array_equal(picture, draw_strokes(96, 128, np.random.default_rng(seed)))
        colours, counts = np.unique(picture.reshape(-1, 3), axis=0, return_counts=True)
        thin += len(colours) > 1 and counts.max() > 0.3 * picture[..., 0].size
    assert thin > 40


def test_many_strokes_are_grey_on_white() -> None:
    inked = []
    for seed in range(400):
        picture = draw_strokes(48, 48, np.random.default_rng(seed)).reshape(-1, 3).astype(int)
        if picture.max() == 255 and np.ptp(picture, axis=1).max() == 0 and picture.min() >= 40:
            inked.append(picture.min())
    assert len(inked) > 20
    assert np.ptp(inked) > 100


def test_an_ink_can_be_told_from_its_paper(rng: np.random.Generator) -> None:
    papers, greys, count = [], 0, 2000
    for _ in range(count):
        paper = inks.draw_paper(rng)
        ink = inks.draw_ink(rng, paper)
        for colour in (paper, ink):
            assert colour.shape == (3,)
            assert colour.min() >= 0
            assert colour.max() <= 255
        assert np.abs(ink - paper).max() >= inks.MIN_CONTRAST
        papers.append(paper)
        greys += np.ptp(ink) == 0
    white, black = (np.mean(np.all(np.equal(papers, level), axis=1)) for level in (255, 0))
    assert (white, black) == pytest.approx((0.45, 0.12), abs=0.04)
    assert greys / count == pytest.approx(0.6, abs=0.05)


def test_saturated_papers_lie_at_the_ends_of_the_channels(rng: np.random.Generator) -> None:
    for _ in range(200):
        paper, ink = inks.draw_saturated(rng)
        assert np.isin(paper, (0, 255)).all()
        assert np.abs(ink - paper).max() >= inks.MIN_CONTRAST


def test_ink_is_laid_by_what_it_covers() -> None:
    covered = np.array([[0.0, 0.5, 1.0]])
    mixed = inks.mix_colours(np.array([255.0, 255, 255]), np.array([110.0, 0, 55]), covered)
    assert mixed.tolist() == [[[255, 255, 255], [182, 128, 155], [110, 0, 55]]]

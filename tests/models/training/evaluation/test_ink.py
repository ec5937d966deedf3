"""The measure of ink: known changes of thin strokes get the right scores."""

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.data.inks import mix_colours
from models.training.evaluation.ink import (
    CAP_HEIGHTS,
    CONDITIONS,
    CORE,
    PAPERS,
    InkScores,
    draw_sample,
    ink_table,
    judge_sample,
    measure_ink,
    samples,
)
from models.training.evaluation.methods import bicubic

Pixels = npt.NDArray[np.uint8]
PAPER, INK = (255, 255, 255), (110, 110, 110)


def _judge(change: Pixels | None = None, ink: tuple[int, int, int] = INK) -> InkScores:
    """Judge the sample with another ink, or a changed picture."""
    coverage, scores = draw_sample(16), InkScores()
    paper = np.array(PAPER, float)
    truth = mix_colours(paper, np.array(INK, float), coverage)
    restored = mix_colours(paper, np.array(ink, float), coverage) if change is None else change
    judge_sample(scores, restored, truth, (PAPER, INK, coverage))
    return scores


def test_the_truth_has_no_faults() -> None:
    assert _judge() == InkScores([0.0], [1.0], [0.0])


def test_a_darker_ink_differs_and_goes_beyond() -> None:
    scores = _judge(ink=(60, 60, 60))
    assert scores.difference[0] > 15
    assert scores.weight[0] == pytest.approx(195 / 145, abs=0.01)
    assert scores.beyond[0] == pytest.approx(50 / 145, abs=0.02)


def test_thinner_strokes_weigh_less_and_do_not_go_beyond() -> None:
    coverage = draw_sample(16)
    thin = mix_colours(
        np.array(PAPER, float), np.array(INK, float), np.where(coverage > CORE, coverage, 0)
    )
    scores = _judge(thin)
    assert scores.difference == [0.0]
    assert scores.weight[0] < 0.9
    assert scores.beyond[0] == 0


def test_an_ink_like_its_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="told from its paper"):
        judge_sample(
            InkScores(),
            *(np.zeros((4, 4, 3), np.uint8),) * 2,
            (PAPER, (250, 250, 250), np.ones((4, 4))),
        )


def test_the_samples_are_many_inks_at_all_sizes() -> None:
    assert sum(len(inks) for inks in PAPERS.values()) >= 60
    covered = [coverage for _, _, coverage in samples(slice(0, len(CAP_HEIGHTS)))]
    assert len({coverage.tobytes() for coverage in covered}) == len(CAP_HEIGHTS)
    assert all((coverage >= CORE).sum() >= 12 for coverage in covered)


def test_shares_add_up_and_bicubic_is_softer_the_more_is_lost() -> None:
    whole = measure_ink({"bicubic": bicubic}, slice(0, 8))
    parts = [measure_ink({"bicubic": bicubic}, slice(first, 8, 2)) for first in range(2)]
    for name in CONDITIONS:
        together = InkScores()
        for part in parts:
            together.add(part[name]["bicubic"])
        assert sorted(together.weight) == sorted(whole[name]["bicubic"].weight)
    undamaged, blurred = (whole[name]["bicubic"].row() for name in ("undamaged", "σ 1.0"))
    assert blurred["ΔE of the ink, median"] > undamaged["ΔE of the ink, median"] > 2
    assert "| σ 1.0: ΔE of the ink, median |" in ink_table(whole)

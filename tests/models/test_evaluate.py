"""The judgement itself: known methods on drawn pictures get the scores they deserve."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training import metrics
from models.training.corpus import Target
from models.training.evaluate import SHARP, baselines, degradations, evaluate, markdown, overall
from models.training.legibility import Reader
from tests.models.graphics import graphic

TARGETS = [Target(graphic(64, seed), "logo", "", None, "tests") for seed in range(2)]
LINE = Target(graphic(64, 5), "text", "est. 1987", (4.0, 4.0, 60.0, 20.0), "tests")


class Forgetful(Reader):
    """Reads the sharp line rightly and anything else with one letter wrong."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, image: np.ndarray, box: object) -> str:
        return "est. 1987" if np.array_equal(image, LINE.pixels) else "est. 1907"


def test_every_method_is_judged_in_every_class() -> None:
    methods = baselines(TARGETS)
    table = evaluate([*TARGETS, LINE], methods, Forgetful())
    assert set(table) == set(degradations(0))
    assert all(set(row) == set(methods) for row in table.values())
    sharp, clean = table[SHARP]["bicubic"].row(), table["clean"]["bicubic"].row()
    assert sharp["psnr"] == metrics.PSNR_CAP
    assert sharp["character_errors"] == 0
    assert clean["character_errors"] == pytest.approx(1 / 8)
    assert table["heavy blur"]["bicubic"].row()["psnr"] < clean["psnr"]
    assert table["heavy blur"]["bicubic"].row()["edge_width"] > clean["edge_width"] + 2
    total = overall(table)
    assert total["bicubic"].worse == 0
    assert len(total["bicubic"].psnr) == 3 * (len(table) - 1)
    text = markdown(table)
    assert "| heavy blur |" in text
    assert "character errors (OCR)" in text


def test_a_class_of_damage_is_the_same_each_time() -> None:
    first, again = degradations(3), degradations(3)
    for name, chain in first.items():
        other = again[name]
        if chain is None or other is None:
            assert name == SHARP
            continue
        np.testing.assert_array_equal(chain(LINE.pixels), other(LINE.pixels))


def test_lines_that_are_misread_when_sharp_are_not_scored() -> None:
    class Blind(Forgetful):
        def read(self, image: np.ndarray, box: object) -> str:
            return ""

    table = evaluate([LINE], baselines(TARGETS), Blind())
    assert "character_errors" not in table["clean"]["bicubic"].row()

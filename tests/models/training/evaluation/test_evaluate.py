"""The evaluation: known methods get the right scores on drawn pictures."""

from dataclasses import astuple

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.corpus.pack_format import Target
from models.training.evaluation import metrics
from models.training.evaluation.damages import (
    JPEG_ON_BLACK,
    PIXEL_GRAPHICS,
    WITHOUT_WORDS,
    degradations,
    truth_of,
)
from models.training.evaluation.evaluate import evaluate
from models.training.evaluation.legibility import (
    OcrReader,
    error_rate_with_deviation,
    legible_lines,
)
from models.training.evaluation.methods import baselines
from models.training.evaluation.tables import (
    LATER,
    SHARP,
    Scores,
    Table,
    legibility_note,
    overall,
    to_markdown,
    to_numbers,
)
from tests.models.graphics import graphic

TARGETS = [Target(graphic(64, seed), "logo", "", None, "tests") for seed in range(2)]
PHOTO = Target(graphic(64, 7), "photo", "", None, "tests")
LINE = Target(graphic(64, 5), "text", "est. 1987", (20.0, 24.0, 44.0, 40.0), "tests")


class ErringReader(OcrReader):
    """A reader that reads the sharp line correctly, and anything else with one wrong letter."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, image: np.ndarray, box: object) -> str:
        return "est. 1987" if np.array_equal(image, LINE.pixels) else "est. 1907"


def test_every_method_is_evaluated_in_every_class() -> None:
    methods = baselines(TARGETS)
    table = evaluate([*TARGETS, PHOTO], methods, lines=[LINE], reader=ErringReader())
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
    counted = table.keys() - {SHARP, *LATER}
    assert len(counted) == 13
    assert len(total["bicubic"].psnr) == 3 * len(counted)
    assert len(total["bicubic"].graphics) == 2 * len(counted)
    assert all(table[name]["bicubic"].psnr for name in LATER)
    assert {name for name, row in table.items() if not row["bicubic"].misread} == WITHOUT_WORDS
    assert to_numbers(table)["clean"]["bicubic"] == clean
    text = to_markdown(table)
    assert "| heavy blur |" in text
    assert "character errors (OCR)" in text
    assert "LPIPS" not in text
    assert "1 lines of 8 characters" in legibility_note(table)


def test_only_the_classes_given_are_evaluated() -> None:
    table = evaluate(TARGETS, baselines(TARGETS), classes=["clean", "noise"])
    assert list(table) == ["clean", "noise"]
    assert "character_errors" not in table["clean"]["bicubic"].row()
    assert legibility_note(table) == ""


def test_shares_add_up_to_the_whole() -> None:
    def table_of(share: slice) -> Table:
        pictures, lines = [*TARGETS, PHOTO], [LINE, LINE, LINE]
        names = ["clean", "noise", "mixed"]
        return evaluate(
            pictures,
            baselines(TARGETS),
            lines=lines,
            reader=ErringReader(),
            classes=names,
            share=share,
        )

    whole, shares = table_of(slice(None)), [table_of(slice(k, None, 2)) for k in range(2)]
    for name, row in whole.items():
        for method, scores in row.items():
            together = Scores()
            for share in shares:
                together.add(share[name][method])
            for of_share, of_whole in zip(astuple(together), astuple(scores), strict=True):
                if isinstance(of_whole, list):  # the other two are a count and a time
                    assert sorted(of_share) == sorted(of_whole)
            assert together.worse == scores.worse


def test_a_class_of_damage_is_the_same_each_time() -> None:
    first, again = degradations(3), degradations(3)
    for name, chain in first.items():
        other = again[name]
        if chain is None or other is None:
            assert name == SHARP
            continue
        np.testing.assert_array_equal(chain(LINE.pixels), other(LINE.pixels))


def test_what_is_damaged_is_a_dark_picture_or_a_pixel_graphic_where_the_class_says_so() -> None:
    bright = np.full((64, 96, 3), 230, np.uint8)
    bright[20:40, 30:60] = 40
    assert truth_of(JPEG_ON_BLACK, bright, 0).mean() < 127
    np.testing.assert_array_equal(truth_of(JPEG_ON_BLACK, 255 - bright, 0), 255 - bright)
    drawn = truth_of(PIXEL_GRAPHICS, bright, 0)
    assert drawn.shape == bright.shape
    np.testing.assert_array_equal(drawn, truth_of(PIXEL_GRAPHICS, bright, 0))
    np.testing.assert_array_equal(drawn, drawn[::2, ::2].repeat(2, axis=0).repeat(2, axis=1))
    assert truth_of("clean", bright, 0) is bright


def test_later_classes_alone_have_no_totals() -> None:
    table = evaluate(TARGETS, baselines(TARGETS), classes=["re-enlarged"])
    assert "all but" not in to_markdown(table)
    assert "| re-enlarged |" in to_markdown(table)
    assert legibility_note(table) == ""


# --- lines


def test_lines_that_are_misread_when_sharp_are_not_chosen() -> None:
    class Blind(ErringReader):
        def read(self, image: np.ndarray, box: object) -> str:
            return ""

    assert legible_lines([*TARGETS, LINE], Blind(), 5) == []
    assert [line.text for line in legible_lines([*TARGETS, LINE], ErringReader(), 5)] == [
        "est. 1987"
    ]


def test_a_line_is_cut_out_with_what_is_around_it() -> None:
    class Eager(ErringReader):
        def read(self, image: np.ndarray, box: object) -> str:
            return "est. 1987"

    pixels = graphic(256, 1)
    wide = Target(pixels, "text", "est. 1987", (41.3, 100.2, 130.8, 116.5), "tests")
    [line] = legible_lines([wide, wide], Eager(), 1)
    assert line.pixels.shape == (64, 138, 3)
    np.testing.assert_array_equal(line.pixels, pixels[76:140, 16:154])
    assert line.box == pytest.approx((25.3, 24.2, 114.8, 40.5))


def test_a_picture_that_is_no_line_cannot_be_misread() -> None:
    with pytest.raises(ValueError, match="not known"):
        ErringReader().count_misread(TARGETS[0].pixels, TARGETS[0])


def test_the_standard_error_is_that_of_lines() -> None:
    rng = np.random.default_rng(0)
    characters = np.full(400, 10)
    misread = rng.binomial(10, 0.2, 400)
    share, deviation = error_rate_with_deviation(misread, characters)
    assert share == misread.sum() / 4000
    assert deviation == pytest.approx(np.sqrt(0.2 * 0.8 / 4000), rel=0.15)
    assert error_rate_with_deviation(np.array([3, 3]), np.array([9, 9])) == pytest.approx(
        (1 / 3, 0)
    )


def test_scores_add_up() -> None:
    together = Scores(psnr=[20.0], ssim=[0.5], worse=1)
    together.add(Scores(psnr=[30.0], ssim=[0.9], misread=[2], characters=[8], worse=1))
    assert together.row()["psnr"] == 25
    assert together.row()["worse"] == 1
    assert together.row()["character_errors"] == 0.25


# --- colours


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((255, 255, 255), (0, 0, 0), 100.0),  # by definition of L*
        ((255, 0, 0), (0, 255, 0), 170.6),  # published L*a*b* of the sRGB primaries
        ((119, 119, 119), (119, 119, 119), 0.0),
    ],
)
def test_colour_difference(
    first: tuple[int, ...], second: tuple[int, ...], difference: float
) -> None:
    one, other = (np.full((2, 3, 3), colour, np.uint8) for colour in (first, second))
    measured = metrics.colour_difference(one, other)
    assert measured.shape == (2, 3)
    assert measured == pytest.approx(np.full((2, 3), difference), abs=0.1)

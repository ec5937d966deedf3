"""The comparison strip shows the median picture, and the same window of it for every method."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.enlarge import enlarge
from models.training.corpus.pack_format import Target
from models.training.evaluation import comparison_strip as strip
from models.training.evaluation.damages import degradations
from models.training.evaluation.methods import bicubic
from models.training.evaluation.metrics import psnr
from tests.models.graphics import graphic

TARGETS = [Target(graphic(128, seed), "small-print", "", None, "tests") for seed in range(3)]


def truths(source: np.ndarray, is_sharp: bool) -> np.ndarray:
    """A method that returns the true pictures."""
    enlarged = enlarge(source, 2)
    return max((target.pixels for target in TARGETS), key=lambda truth: psnr(enlarged, truth))


def test_the_picture_of_median_gain_is_shown() -> None:
    row = strip.pick_row(TARGETS, "medium blur", truths)
    # A perfect method gains most where bicubic is worst.
    by_gain = sorted(
        TARGETS,
        key=lambda target: -psnr(degradations(0)["medium blur"](target.pixels), target.pixels),  # type: ignore[misc]
    )
    assert row.target is by_gain[1]
    assert row.title.startswith("medium blur, small print (+")


def test_there_is_nothing_to_show_of_what_is_sharp() -> None:
    for candidates, damage in ((TARGETS, "already sharp"), (TARGETS, "fog"), ([], "noise")):
        with pytest.raises(ValueError, match="nothing can be shown"):
            strip.pick_row(candidates, damage, truths)


def test_the_window_lies_where_the_edges_are() -> None:
    picture = np.full((200, 300, 3), 255, np.uint8)
    picture[120:140, 200:230:4] = 0
    top, left = strip.find_window(picture)
    height, width = strip.WINDOW
    assert (top % 2, left % 2) == (0, 0)
    assert abs(top + height / 2 - 130) <= 3
    assert abs(left + width / 2 - 214) <= 3
    corner = np.full((200, 300, 3), 255, np.uint8)
    corner[:8:2, -8::2] = 0
    assert strip.find_window(corner) == (0, 300 - width)


def test_every_column_shows_the_same_window_in_whole_pixels() -> None:
    row = strip.pick_row(TARGETS, "clean", truths)
    sheet = np.array(strip.render_strip([row], {"bicubic": bicubic, "perfect": truths}))
    height, width = (strip.MAGNIFICATION * side for side in strip.WINDOW)
    columns = [
        sheet[strip.GAP : strip.GAP + height, left : left + width]
        for left in range(strip.GAP, sheet.shape[1] - strip.GAP, width + strip.GAP)
    ]
    assert len(columns) == 4
    np.testing.assert_array_equal(columns[2], columns[3])
    top, left = row.corner
    window = row.target.pixels[top : top + strip.WINDOW[0], left : left + strip.WINDOW[1]]
    np.testing.assert_array_equal(columns[3][::2, ::2], window)
    np.testing.assert_array_equal(columns[3][1::2, 1::2], window)
    source = row.source[top // 2 :, left // 2 :][: height // 4, : width // 4]
    np.testing.assert_array_equal(columns[0], source.repeat(4, axis=0).repeat(4, axis=1))

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageFilter

from desktop_app.analysis.flat_colours import find_flat_colours, measure_drift
from desktop_app.imaging.picture import Colour, Picture, Pixels
from desktop_app.imaging.snapping import Snap, snap_colours
from models.colour_difference import colour_difference
from tests.imaging.flat_logos import (
    ACCENT,
    INK,
    PAPER,
    coverages,
    mix_colours,
    shift_colour,
)

COLOURS = (PAPER, INK, ACCENT)
DRIFTED = (
    shift_colour(PAPER, (-4, -3, 2)),
    shift_colour(INK, (12, 6, -10)),
    shift_colour(ACCENT, (-9, 8, 7)),
)


def _restored(side: int, colours: tuple[Colour, ...], ripple: int = 2) -> Pixels:
    """A drawing as a network leaves it, with soft edges and a ripple of a level or two."""
    image = Image.fromarray(mix_colours(coverages(side), colours))
    soft = np.array(image.filter(ImageFilter.GaussianBlur(0.6))).astype(int)
    rippled = soft + np.random.default_rng(3).integers(-ripple, ripple + 1, soft.shape)
    pixels: Pixels = np.clip(rippled, 0, 255).astype(np.uint8)
    return pixels


def _coverage(rgb: Pixels, first: Colour, second: Colour) -> npt.NDArray[np.float64]:
    """The share of ``second`` in mixtures of the two."""
    line = np.subtract(second, first).astype(float)
    share: npt.NDArray[np.float64] = (rgb.astype(float) - first) @ line / (line @ line)
    return share


def test_fills_become_the_inputs_and_the_edges_keep_their_coverage() -> None:
    small = Picture(mix_colours(coverages(100), COLOURS))
    restored = Picture(_restored(200, DRIFTED))
    flat = find_flat_colours(small)
    drifts = measure_drift(flat, restored)
    assert min(drift.delta_e for drift in drifts) > 1.5
    snapped = snap_colours(restored, [Snap(drift.after, drift.before.rgb) for drift in drifts])
    after = measure_drift(flat, snapped)
    assert max(drift.delta_e for drift in after) < 0.05
    assert (snapped.rgb[5, 5] == PAPER).all()
    shares = coverages(200)
    edge = (shares[2] == 0) & (shares[1] > 0.02) & (shares[1] < 0.98)
    old = _coverage(restored.rgb[edge], DRIFTED[0], DRIFTED[1])
    new = _coverage(snapped.rgb[edge], PAPER, INK)
    # 0.0007 and 0.0044 were measured; one level is 0.004 of this edge.
    assert np.abs(new - old).mean() < 0.002
    assert np.abs(new - old).max() < 0.01
    truth = Picture(_restored(200, COLOURS, ripple=0))
    wrong = colour_difference(snapped.rgb, truth.rgb)
    # ΔE00 0.12 and 2.68 were measured.
    assert wrong.mean() < 0.1 * colour_difference(restored.rgb, truth.rgb).mean()


def test_one_fill_moves_far_and_the_others_stay() -> None:
    restored = Picture(_restored(160, COLOURS))
    green = (0, 150, 80)
    snaps = [Snap(PAPER, None), Snap(INK, green), Snap(ACCENT, None)]
    snapped = snap_colours(restored, snaps)
    assert (snapped.rgb[:20, :20] == restored.rgb[:20, :20]).all()  # with their ripple
    expected = _restored(160, (PAPER, green, ACCENT), ripple=0)
    assert np.abs(snapped.rgb.astype(int) - expected).mean() < 1.2  # that ripple
    # Where three fills meet no line fits: 0.07 % of the pixels are visibly wrong.
    assert (colour_difference(snapped.rgb, expected) > 8).mean() < 0.002


def test_transparent_logos_keep_their_alpha_and_get_no_fringe() -> None:
    shares = coverages(120)
    alpha = np.rint(255 * (1 - shares[0])).astype(np.uint8)
    inks = np.where((shares[2] > shares[1])[..., None], DRIFTED[2], DRIFTED[1]).astype(np.uint8)
    picture = Picture(inks, alpha)
    drawn = [Snap(DRIFTED[1], INK), Snap(DRIFTED[2], ACCENT)]
    snapped = snap_colours(picture, drawn)
    assert snapped.alpha is alpha
    assert {tuple(colour) for colour in snapped.rgb.reshape(-1, 3).tolist()} == {INK, ACCENT}


def test_a_grey_fill_does_not_take_the_middle_of_other_edges_along() -> None:
    """Mid-grey is a fill here and a mixture there; only the neighbours tell which."""
    rgb = np.zeros((40, 60, 3), np.uint8)
    rgb[:, 20:] = 255
    rgb[:, 20] = 128  # antialiased by half
    rgb[10:30, 40:55] = 128
    snaps = [Snap((c, c, c), None) for c in (0, 255)] + [Snap((128, 128, 128), (200, 0, 0))]
    snapped = snap_colours(Picture(rgb), snaps).rgb
    assert (snapped[15:25, 45:50] == (200, 0, 0)).all()
    assert (snapped[:, 20] == 128).all()


def test_what_is_no_mixture_stays() -> None:
    rng = np.random.default_rng(0)
    rgb = mix_colours(coverages(120), COLOURS)
    rgb[:30, :30] = rng.integers(0, 256, (30, 30, 3), np.uint8)  # a photograph in the corner
    rgb[90:, 90:] = (30, 200, 60)  # a fill that is not among the snaps
    snapped = snap_colours(Picture(rgb), [Snap(c, shift_colour(c, (0, 9, 0))) for c in COLOURS]).rgb
    assert (snapped[94:, 94:] == (30, 200, 60)).all()
    changed = (snapped[:28, :28] != rgb[:28, :28]).any(axis=2)
    assert changed.mean() < 0.15  # near the triangle of the three colours by chance


def test_nothing_to_move_gives_the_picture_itself() -> None:
    picture = Picture(mix_colours(coverages(32), COLOURS))
    assert snap_colours(picture, [Snap(c, None) for c in COLOURS]) is picture
    assert snap_colours(picture, []) is picture
    with pytest.raises(ValueError, match="different"):
        snap_colours(picture, [Snap(INK, PAPER), Snap(INK, ACCENT)])

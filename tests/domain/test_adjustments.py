"""Strength, snapped fills and protected parts applied together, on the samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from desktop_app.analysis.flat_colours import FlatColours, find_flat_colours, measure_drift
from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection, Rectangle
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.restore import enlarge_picture
from models.enlarge import enlarge
from tests.imaging.flat_logos import PAPER, coverages, mix_colours, shift_colour

SAMPLES = Path("resources/samples")
each_sample = pytest.mark.parametrize("name", ["juniper.jpg", "halden.png", "ostrel.gif"])
each_strength = pytest.mark.parametrize("strength", [0.0, 0.3, 0.6, 1.0])


def _pictures(name: str) -> tuple[FlatColours, Picture, Picture, tuple[FillSnap, ...]]:
    """Return a sample's fills, the enlarged sample, its faded original, and snaps for all fills."""
    small = read_picture(SAMPLES / name)
    original = read_picture(SAMPLES / f"{Path(name).stem}-original.png")
    faded = np.rint(original.rgb * 0.92 + 12).astype(np.uint8)
    restored = Picture(faded, original.alpha)
    flat = find_flat_colours(small)
    drifts = measure_drift(flat, restored)
    assert drifts
    snaps = tuple(
        FillSnap(drift.before.rgb, drift.after, _other(drift.before.rgb)) for drift in drifts
    )
    return flat, enlarge_picture(small, 2, enlarge), restored, snaps


def _other(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    red, green, blue = (value + 9 if value < 128 else value - 9 for value in colour)
    return red, green, blue


def _inside(flat: FlatColours, place: int) -> npt.NDArray[np.bool_]:
    """Return where a fill is, except within two input pixels of its edges; (2H, 2W)."""
    area = np.pad(flat.areas == place, 2)
    height, width = flat.areas.shape
    steps = [(y, x) for y in range(5) for x in range(5)]
    inside: npt.NDArray[np.bool_] = np.logical_and.reduce(
        [area[y : y + height, x : x + width] for y, x in steps]
    )
    return inside.repeat(2, axis=0).repeat(2, axis=1)


def _coverage(
    rgb: npt.NDArray[np.float64], first: tuple[int, int, int], second: tuple[int, int, int]
) -> npt.NDArray[np.float64]:
    """Return how much of ``second`` is in mixtures of both colours, shape (H, W)."""
    line = np.subtract(second, first).astype(float)
    share: npt.NDArray[np.float64] = (rgb - first) @ line / (line @ line)
    return share


@each_strength
@each_sample
def test_snapped_fills_have_exactly_their_colour_at_every_strength(
    name: str, strength: float
) -> None:
    flat, enlarged, restored, snaps = _pictures(name)
    result = Adjustments(strength, snaps=snaps).apply(enlarged, restored)
    seen = 0
    for place, fill in enumerate(snaps):
        pixels = result.rgb[_inside(flat, place)]
        seen += len(pixels)
        assert (pixels == fill.wanted).all(), (name, place)
    assert seen > 1000


@each_sample
def test_at_strength_0_only_the_fill_that_is_snapped_changes(name: str) -> None:
    flat, enlarged, restored, snaps = _pictures(name)
    first = tuple(fill if fill is snaps[0] else FillSnap(fill.before, fill.after) for fill in snaps)
    result = Adjustments(0, snaps=first).apply(enlarged, restored)
    assert (result.rgb[_inside(flat, 0)] == snaps[0].wanted).all()
    for other in range(1, len(snaps)):
        inside = _inside(flat, other)
        np.testing.assert_array_equal(result.rgb[inside], enlarged.rgb[inside])
    np.testing.assert_array_equal(result.rgba()[..., 3], enlarged.rgba()[..., 3])


@each_strength
def test_edges_stay_as_soft_as_they_were(strength: float) -> None:
    ink, blue = (35, 32, 30), (20, 40, 120)
    small = Picture(mix_colours(coverages(100), (PAPER, ink, ink)))
    enlarged = enlarge_picture(small, 2, enlarge)
    restored = Picture(mix_colours(coverages(200), (shift_colour(PAPER, (-9, -6, 4)), ink, ink)))
    plain = Adjustments(strength).apply(enlarged, restored).rgb.astype(float)
    paper = FillSnap(PAPER, shift_colour(PAPER, (-9, -6, 4)), (255, 255, 255))
    snaps = (paper, FillSnap(ink, ink, blue))
    snapped = Adjustments(strength, snaps=snaps).apply(enlarged, restored).rgb.astype(float)
    old = _coverage(plain, paper.at(strength).found, ink)
    new = _coverage(snapped, (255, 255, 255), blue)
    is_edge = (old > 0.15) & (old < 0.85)
    assert is_edge.sum() > 500
    assert np.abs(new - old)[is_edge].max() < 0.01


@each_strength
def test_what_is_protected_is_not_snapped(strength: float) -> None:
    _flat, enlarged, restored, snaps = _pictures("ostrel.gif")
    box = Protection((Rectangle(0, 0, 200, 150),))
    result = Adjustments(strength, box, snaps).apply(enlarged, restored)
    free = Adjustments(strength, snaps=snaps).apply(enlarged, restored)
    np.testing.assert_array_equal(result.rgb[:150, :200], enlarged.rgb[:150, :200])
    np.testing.assert_array_equal(result.rgb[150:], free.rgb[150:])


def test_fills_that_the_network_made_one_are_snapped_as_the_larger() -> None:
    grey = Picture(np.full((20, 20, 3), 90, np.uint8))
    snaps = (
        FillSnap((90, 90, 90), (90, 90, 90), (0, 0, 200)),
        FillSnap((120, 120, 120), (90, 90, 90), (200, 0, 0)),
    )
    assert (Adjustments(snaps=snaps).apply(grey, grey).rgb == (0, 0, 200)).all()


def test_adjustments_can_be_written_down() -> None:
    snaps = (FillSnap((1, 2, 3), (4, 5, 6), (7, 8, 9)), FillSnap((9, 9, 9), (8, 8, 8)))
    adjustments = Adjustments(0.5, Protection((Rectangle(1, 2, 3, 4),)), snaps, "#070809")
    assert Adjustments.from_json(adjustments.to_json()) == adjustments

"""Fills of pictures with a colour profile: displayed in sRGB, and snapped to brand colours in sRGB."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.analysis.flat_colours import Drift, FlatColour
from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.domain.fills import display_drifts, snaps_to_brand, snaps_to_input
from desktop_app.imaging.display import colours_to_srgb, to_picture_colours
from desktop_app.imaging.picture import Picture
from tests.imaging.file_builders import (
    adobe_rgb_profile,
    linear_srgb_profile,
    narrow_rgb_profile,
    one_way_rgb_profile,
    srgb_profile,
)

BRAND = ((0xC8, 0x10, 0x2E), (0x00, 0x33, 0x66))
DRIFTS = (
    Drift(FlatColour((166, 30, 52), 0.4), (160, 36, 52), 2.0),
    Drift(FlatColour((40, 60, 104), 0.2), (40, 60, 104), 0.1),
    Drift(FlatColour((240, 240, 240), 0.2), (238, 240, 240), 0.7),
)


def picture(profile: bytes | None) -> Picture:
    return Picture(np.zeros((2, 2, 3), np.uint8), icc_profile=profile)


def test_brand_colours_are_converted_into_the_space_of_the_picture() -> None:
    red, blue, grey = snaps_to_brand(DRIFTS, BRAND, picture(adobe_rgb_profile()))
    assert (red.before, red.after) == ((166, 30, 52), (160, 36, 52))
    assert red.wanted == (171, 23, 49)  # of Adobe RGB
    assert blue.wanted == (31, 54, 100)
    assert grey.wanted is None  # no brand colour is near
    shown = display_drifts(
        DRIFTS, Adjustments(0.4, snaps=(red, blue, grey)), picture(adobe_rgb_profile())
    )
    for fill, wanted in zip(shown, BRAND, strict=False):
        assert np.abs(np.subtract(fill.after, wanted)).max() <= 2  # as near as 8 bits come
    assert shown[0].after == (200, 16, 46)


@pytest.mark.parametrize("profile", [None, srgb_profile()])
def test_brand_colours_stay_as_they_are_in_srgb(profile: bytes | None) -> None:
    red, blue, _grey = snaps_to_brand(DRIFTS, BRAND, picture(profile))
    assert (red.wanted, blue.wanted) == BRAND


def test_a_linear_profile_is_another_space_whatever_its_name() -> None:
    red, _blue, _grey = snaps_to_brand(DRIFTS, BRAND, picture(linear_srgb_profile()))
    assert red.wanted == (147, 1, 7)  # the light of #C8102E
    (light,) = colours_to_srgb([(55, 55, 55)], picture(linear_srgb_profile()))
    assert light[0] == pytest.approx(128, abs=1)
    assert to_picture_colours([light], picture(linear_srgb_profile())) == [(55, 55, 55)]


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (narrow_rgb_profile(), "This picture's profile “Narrow” has no #D55A5A: "),
        (
            one_way_rgb_profile(),
            "Colours cannot be converted to this picture's profile “Scanner”: ",
        ),
    ],
)
def test_only_a_profile_that_has_no_such_colour_is_refused(profile: bytes, words: str) -> None:
    strong = Drift(FlatColour((255, 0, 0), 0.4), (255, 0, 0), 0.0)
    (seen,) = colours_to_srgb([strong.before.rgb], picture(profile))
    red = (seen[0], seen[1] - 23, seen[2] - 23)
    far = (0, 255, 0)  # far from every fill, so it has no effect
    with pytest.raises(ValueError, match="convert the picture to sRGB first") as refused:
        snaps_to_brand((strong,), [far, red], picture(profile))
    assert str(refused.value).startswith(words)


def test_fills_are_shown_in_srgb_and_as_the_strength_leaves_them() -> None:
    (red, *_others) = display_drifts(DRIFTS, Adjustments(), picture(adobe_rgb_profile()))
    seen = Picture(np.array([[(166, 30, 52), (160, 36, 52)]], np.uint8))
    seen = Picture(seen.rgb, icc_profile=adobe_rgb_profile()).in_srgb()
    assert [red.before.rgb, red.after] == [tuple(colour) for colour in seen.rgb[0].tolist()]
    assert red.delta_e == 2.0  # as it was measured
    (half, *_others) = display_drifts(DRIFTS, Adjustments(0.5), picture(None))
    assert half.after == (163, 33, 52)
    assert 0.5 < half.delta_e < 2
    snapped = Adjustments(0.5, snaps=snaps_to_input(DRIFTS))
    for fill, drift in zip(display_drifts(DRIFTS, snapped, picture(None)), DRIFTS, strict=True):
        assert (fill.after, fill.delta_e) == (drift.before.rgb, 0)


def test_a_fill_that_is_left_alone_follows_the_strength() -> None:
    snaps = (FillSnap((100, 0, 0), (120, 0, 0)), FillSnap((0, 0, 90), (0, 0, 80), (0, 0, 99)))
    drifts = tuple(Drift(FlatColour(snap.before, 0.5), snap.after, 1.0) for snap in snaps)
    shown = display_drifts(drifts, Adjustments(0.25, snaps=snaps), picture(None))
    assert [fill.after for fill in shown] == [(105, 0, 0), (0, 0, 99)]
    assert display_drifts((), Adjustments(), picture(None)) == []


def test_snaps_of_fills_that_the_picture_has_not_are_passed_over() -> None:
    """The file may have been replaced since the queue was saved."""
    snapped = Adjustments(snaps=snaps_to_input(DRIFTS[1:]))
    first, second, _third = display_drifts(DRIFTS, snapped, picture(None))
    assert first.after == DRIFTS[0].after
    assert second.after == DRIFTS[1].before.rgb

"""The fills of a picture: the colours to snap them to, and the colours shown to the user."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.flat_colours import Drift
from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.imaging.brand_colours import nearest_brand_colour
from desktop_app.imaging.display import colours_to_srgb, to_picture_colours
from desktop_app.imaging.picture import Colour, Picture
from models.colour_difference import colour_difference

MAX_BRAND_DISTANCE = 20.0
"""Largest ΔE00 at which a fill is snapped to the nearest brand colour; beyond it, it is another colour."""


def snaps_to_input(drifts: Sequence[Drift]) -> tuple[FillSnap, ...]:
    """Snap each fill to its colour in the input."""
    return tuple(_snap(drift, drift.before.rgb) for drift in drifts)


def snaps_to_brand(
    drifts: Sequence[Drift], brand: Sequence[Colour], picture: Picture
) -> tuple[FillSnap, ...]:
    """Snap each fill to the nearest brand colour, if it is within :data:`MAX_BRAND_DISTANCE`.

    Args:
        drifts: Of all fills.
        brand: Brand colours in sRGB.
        picture: The input; the drifts are in its colour profile.

    Returns:
        One snap per fill; empty without brand colours.

    Raises:
        ValueError: The profile cannot express one of the colours; the message is one sentence for the user.
    """
    if not brand:
        return ()
    befores = colours_to_srgb([drift.before.rgb for drift in drifts], picture)
    found = [nearest_brand_colour(before, brand) for before in befores]
    chosen = [colour for colour, distance in found if distance <= MAX_BRAND_DISTANCE]
    kept = dict(zip(chosen, to_picture_colours(chosen, picture), strict=True))
    return tuple(
        _snap(drift, kept[colour] if distance <= MAX_BRAND_DISTANCE else None)
        for drift, (colour, distance) in zip(drifts, found, strict=True)
    )


def display_drifts(
    drifts: Sequence[Drift], adjustments: Adjustments, picture: Picture
) -> list[Drift]:
    """Return the drifts of the adjusted result, with colours in sRGB for display.

    Args:
        drifts: Of the network's output, before any adjustment.
        adjustments: Of the result.
        picture: The input; the drifts are in its colour profile.
    """
    if not drifts:
        return []
    snaps = {(snap.before, snap.after): snap for snap in adjustments.snaps}
    fills = [
        snaps.get((drift.before.rgb, drift.after), _snap(drift, None)).at(adjustments.strength)
        for drift in drifts
    ]
    current = [fill.found if fill.wanted is None else fill.wanted for fill in fills]
    befores = colours_to_srgb([drift.before.rgb for drift in drifts], picture)
    shown = []
    for drift, fill, before, after in zip(
        drifts, fills, befores, colours_to_srgb(current, picture), strict=True
    ):
        is_unadjusted = fill.wanted is None and fill.found == drift.after
        # The drift of an unadjusted fill was measured before rounding, so it is more exact.
        delta_e = drift.delta_e if is_unadjusted else float(colour_difference(before, after))
        shown.append(Drift(replace(drift.before, rgb=before), after, delta_e))
    return shown


def _snap(drift: Drift, wanted: Colour | None) -> FillSnap:
    return FillSnap(drift.before.rgb, drift.after, wanted)

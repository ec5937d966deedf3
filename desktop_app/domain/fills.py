"""The fills of a picture: which colours they shall get, and which they have, as people see them."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.flat_colours import Drift
from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.imaging.brand_colours import nearest_brand_colour
from desktop_app.imaging.colour_difference import colour_difference
from desktop_app.imaging.display import Colour, colours_to_srgb, to_picture_colours
from desktop_app.imaging.picture import Picture

MAX_BRAND_DISTANCE = 20.0
"""ΔE00 up to which a fill takes the nearest brand colour; beyond, another colour is meant."""


def snaps_to_input(drifts: Sequence[Drift]) -> tuple[FillSnap, ...]:
    """Give each fill the colour that it has in the input."""
    return tuple(_snap(drift, drift.before.rgb) for drift in drifts)


def snaps_to_brand(
    drifts: Sequence[Drift], brand: Sequence[Colour], picture: Picture
) -> tuple[FillSnap, ...]:
    """Give each fill the nearest brand colour, unless that is far.

    Args:
        drifts: Of all fills.
        brand: In sRGB.
        picture: The input; its profile is that of the drifts.

    Raises:
        ValueError: The profile does not allow one of the colours; one sentence for the user.
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
    """What became of the fills after all: as people see them, in sRGB, and as adjusted.

    Args:
        drifts: Of what the network made.
        adjustments: Of the result.
        picture: The input; its profile is that of the drifts.
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
        is_networks = fill.wanted is None and fill.found == drift.after
        # The network's own was measured before it was rounded.
        delta_e = drift.delta_e if is_networks else float(colour_difference(before, after))
        shown.append(Drift(replace(drift.before, rgb=before), after, delta_e))
    return shown


def _snap(drift: Drift, wanted: Colour | None) -> FillSnap:
    return FillSnap(drift.before.rgb, drift.after, wanted)

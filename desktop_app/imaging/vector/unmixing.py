"""Say of each pixel which inks it is made of, and to what share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.vector.flat_inks import MAX_INKS, Inks
from desktop_app.imaging.vector.windows import Floats, Mask, grown

Labels = npt.NDArray[np.int16]

_RAYS, _FEWEST = 8, 8
"""Rays on which inks of thin strokes are looked for, and the pixels that one must have."""

_ON_THE_WAY = 8.0
"""Levels that a mixture may be from the line between its inks."""

_REACH = 3
"""Pixels within which the inks of a mixed pixel must be present."""


@dataclass(frozen=True, eq=False)
class Mixture:
    """What each pixel is made of; all of shape (H, W).

    Attributes:
        labels: The ink with the larger share.
        others: The other ink; the same as ``labels`` where the pixel is pure.
        shares: The share of ``labels``, 0.5 to 1.
        residual: How many levels the pixel is from the mixture.
    """

    labels: Labels
    others: Labels
    shares: Floats
    residual: Floats


def unmix(values: Floats, inks: Inks) -> Mixture:
    """Explain every pixel as one ink or a mixture of two that are present nearby.

    Args:
        values: Premultiplied levels, shape (H, W, 4).
        inks: The inks of the picture.
    """
    colours = inks.colours
    labels, distance = nearest_ink(values, colours)
    others, shares = labels.copy(), np.ones(labels.shape, np.float32)
    residual = distance.copy()
    is_mixed = distance > inks.tolerance
    if len(colours) > 1 and is_mixed.any():
        present = [
            grown(~is_mixed & (labels == ink), _REACH)[is_mixed] for ink in range(len(colours))
        ]
        found = _best_pairs(values[is_mixed], colours, present, distance[is_mixed])
        labels[is_mixed], others[is_mixed], shares[is_mixed], residual[is_mixed] = found
    return Mixture(labels, others, shares, residual)


def nearest_ink(values: Floats, colours: Floats) -> tuple[Labels, Floats]:
    """Return the nearest ink of each pixel and its distance in levels, of the channel farthest away."""
    labels = np.zeros(values.shape[:-1], np.int16)
    least = np.full(values.shape[:-1], np.inf, np.float32)
    for ink, colour in enumerate(colours):
        distance = np.abs(values - colour).max(axis=-1)
        is_nearer = distance < least
        labels[is_nearer] = ink
        np.minimum(least, distance, out=least)
    return labels, least


def _best_pairs(
    pixels: Floats, colours: Floats, present: list[Mask], alone: Floats
) -> tuple[Labels, Labels, Floats, Floats]:
    """Find the pair of inks that explains each pixel best; pixels of shape (n, 4)."""
    count = len(pixels)
    labels, others = np.zeros(count, np.int16), np.zeros(count, np.int16)
    shares, best = np.ones(count, np.float32), np.full(count, np.inf, np.float32)
    residual = np.zeros(count, np.float32)
    for first, second in combinations(range(len(colours)), 2):
        is_near = present[first] & present[second]
        # Where a stroke is too thin to be pure anywhere, a pair that is not nearby may still be right.
        places = np.flatnonzero(is_near) if len(colours) > 8 else np.arange(count)
        if not len(places):
            continue
        away = colours[first] - colours[second]
        share = np.clip((pixels[places] - colours[second]) @ away / (away @ away), 0, 1)
        apart = np.abs(pixels[places] - colours[second] - share[:, None] * away).max(axis=1)
        cost = apart + np.where(is_near[places], 0, 6)
        is_better = cost < best[places]
        chosen = places[is_better]
        share, apart, cost = share[is_better], apart[is_better], cost[is_better]
        best[chosen], residual[chosen] = cost, apart
        is_first = share >= 0.5
        labels[chosen] = np.where(is_first, first, second)
        others[chosen] = np.where(is_first, second, first)
        shares[chosen] = np.where(is_first, share, 1 - share)
    unexplained = ~np.isfinite(best)
    if unexplained.any():
        nearest, distance = nearest_ink(pixels[unexplained], colours)
        labels[unexplained] = others[unexplained] = nearest
        residual[unexplained] = distance
    return labels, others, shares, np.minimum(residual, alone)


def with_thin_inks(values: Floats, inks: Inks, most: int = MAX_INKS) -> tuple[Inks, Mixture]:
    """Add the inks of strokes too thin to be pure in a square of 3 × 3 pixels, and unmix.

    Such a stroke's pixels lie on the ray from its paper to its ink; the far end of the ray is the ink.
    """
    mixture = unmix(values, inks)
    limit = max(14.0, 6 * inks.noise)
    known = len(inks.colours)
    ignored = np.zeros(mixture.labels.shape, bool)
    for _ in range(_RAYS):
        lost = (mixture.residual > limit) & ~ignored
        if len(inks.colours) >= most or lost.sum() < _FEWEST:
            break
        ink, members = _ray_end(values, inks, mixture, lost)
        if ink is None:
            break
        far = np.abs(inks.colours - ink).max(axis=1).min()
        if far < max(20.0, 6 * inks.noise) or (
            not inks.is_clean and _is_on_known_ray(ink, inks.colours)
        ):
            ignored |= members
            continue
        inks = Inks(np.concatenate([inks.colours, ink[None]]), inks.noise)
        mixture = unmix(values, inks)
    kept = _without_steps(inks.colours, known)
    if len(kept) < len(inks.colours):
        inks = Inks(kept, inks.noise)
        mixture = unmix(values, inks)
    return inks, mixture


def _without_steps(colours: Floats, known: int) -> Floats:
    """Drop inks of rays, those after the first ``known``, that turned out to be on the way to another."""
    kept = list(range(len(colours)))
    for ink in range(known, len(colours)):
        for first, second in combinations([one for one in kept if one != ink], 2):
            away = colours[second] - colours[first]
            share = float((colours[ink] - colours[first]) @ away / max(float(away @ away), 1e-6))
            apart = np.abs(colours[first] + share * away - colours[ink]).max()
            if 0.02 < share < 0.98 and apart < _ON_THE_WAY:
                kept.remove(ink)
                break
    return colours[kept]


def _ray_end(
    values: Floats, inks: Inks, mixture: Mixture, lost: Mask
) -> tuple[Floats | None, Mask]:
    """Return the ink at the far end of the ray on which most unexplained pixels lie, and these pixels."""
    is_pure = mixture.residual <= inks.tolerance
    pixels = values[lost]
    best: Floats | None = None
    members = np.zeros_like(lost)
    most = _FEWEST - 1
    for paper, colour in enumerate(inks.colours):
        near = np.flatnonzero(grown(is_pure & (mixture.labels == paper), 2)[lost])
        rays = pixels[near] - colour
        lengths = np.sqrt((rays**2).sum(axis=1))
        if len(rays) < _FEWEST:
            continue
        rays /= np.maximum(lengths, 1e-6)[:, None]
        longest = np.argsort(-lengths)[: max(_FEWEST, len(lengths) // 3)]
        seeds = rays[longest[:: max(1, len(longest) // 40)]]
        on_rays = seeds @ rays.T > 0.97
        counts = on_rays.sum(axis=1)
        if counts.max() > most:
            most = int(counts.max())
            chosen = near[on_rays[np.argmax(counts)]]
            on_ray = lengths[on_rays[np.argmax(counts)]]
            far = on_ray >= np.quantile(on_ray, 0.97)
            best = np.clip(np.median(pixels[chosen][far], axis=0), 0, 255)
            members = np.zeros_like(lost)
            members.ravel()[np.flatnonzero(lost)[chosen]] = True
    return best, members


def _is_on_known_ray(ink: Floats, colours: Floats) -> bool:
    """Check whether from one of the inks another is seen in the same direction: a shade of compression."""
    rays, known = ink - colours, colours[None] - colours[:, None]
    away = np.maximum(np.sqrt((rays**2).sum(axis=1)), 1e-6)
    lengths = np.maximum(np.sqrt((known**2).sum(axis=2)), 1e-6)
    cosines = (known @ rays[:, :, None])[..., 0] / lengths / away[:, None]
    return bool(((cosines > 0.96) & (lengths > 40) & (away[:, None] < 1.35 * lengths)).any())


def with_strokes(mixture: Mixture, least: float = 0.3) -> Labels:
    """Label the ridges of strokes so thin that the ink never has the larger share.

    Args:
        mixture: The mixed pixels.
        least: Width in pixels from which a stroke counts.

    Returns:
        The labels, with one pixel across each such stroke labelled as its ink.
    """
    labels = mixture.labels.copy()
    height, width = labels.shape
    rows, columns = np.nonzero((mixture.others != mixture.labels) & (mixture.shares < 0.88))
    inside = (rows > 1) & (rows < height - 2) & (columns > 1) & (columns < width - 2)
    rows, columns = rows[inside], columns[inside]
    ink, paper = mixture.others[rows, columns], mixture.labels[rows, columns]
    share = 1 - mixture.shares[rows, columns]
    is_ridge = np.zeros(len(rows), bool)
    for down, across in ((0, 1), (1, 0), (1, 1), (1, -1)):
        sides = []
        for way in (-1, 1):
            near = _share_of(mixture, ink, rows + way * down, columns + way * across)
            far = _share_of(mixture, ink, rows + 2 * way * down, columns + 2 * way * across)
            is_paper = mixture.labels[rows + 2 * way * down, columns + 2 * way * across] == paper
            sides.append((near, far, is_paper))
        (before, far_before, paper_before), (after, far_after, paper_after) = sides
        peak = (share >= before) & (share > after) & (before < 0.5) & (after < 0.5)
        calm = (far_before < 0.25) & (far_after < 0.25) & paper_before & paper_after
        scale = 1.0 if 0 in (down, across) else 0.71
        is_ridge |= peak & calm & ((share + before + after) * scale > least)
    labels[rows[is_ridge], columns[is_ridge]] = ink[is_ridge]
    return labels


def _share_of(
    mixture: Mixture, ink: Labels, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]
) -> Floats:
    """Return the share of an ink in some pixels; each array of shape (n)."""
    shares = mixture.shares[rows, columns]
    share = np.where(mixture.labels[rows, columns] == ink, shares, 0)
    is_other = (mixture.others[rows, columns] == ink) & (mixture.labels[rows, columns] != ink)
    return np.where(is_other, 1 - shares, share).astype(np.float32)

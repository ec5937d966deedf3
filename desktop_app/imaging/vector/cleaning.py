"""Remove what is no shape from labels: specks, and slivers along edges that compression made."""

from __future__ import annotations

import numpy as np

from desktop_app.imaging.vector.cracks import Ints
from desktop_app.imaging.vector.flat_inks import Inks
from desktop_app.imaging.vector.label_regions import connected
from desktop_app.imaging.vector.unmixing import Labels
from desktop_app.imaging.vector.windows import Mask, shrunk

_SLIVER, _SPECK = 60, 8
"""Pixels of the largest sliver between two others, and of the largest speck within one, in noisy pictures."""

_FAINT = 64.0
"""Levels by which a speck of a noisy picture must differ from what is around it to stay."""


def without_specks(labels: Labels, inks: Inks, smallest: int) -> Labels:
    """Give specks the label of what is around them.

    Args:
        labels: Shape (H, W).
        inks: Their inks.
        smallest: Side in pixels of the smallest patch that stays, 0 or 1 for all.
    """
    for _ in range(2):
        numbers = connected(labels)
        areas = np.bincount(numbers.ravel())
        lost = areas < smallest**2
        if not inks.is_clean:
            lost |= _slivers(labels, numbers, areas, inks)
        if not lost.any() or lost.all():
            break
        labels = _filled(labels, lost[numbers], inks)
    return labels


def _slivers(labels: Labels, numbers: Ints, areas: Ints, inks: Inks) -> Mask:
    count = len(areas)
    wide = np.zeros(count, bool)
    interior = np.zeros(labels.shape, bool)
    interior[1:-1, 1:-1] = True
    core = np.ones(labels.shape, bool)
    for step_down, step_across in ((0, 1), (1, 0)):
        one = numbers[step_down:, step_across:]
        two = numbers[: labels.shape[0] - step_down, : labels.shape[1] - step_across]
        differs = one != two
        core[step_down:, step_across:] &= ~differs
        core[: labels.shape[0] - step_down, : labels.shape[1] - step_across] &= ~differs
    wide[numbers[shrunk(core, 0) & interior]] = True
    touches: list[set[int]] = [set() for _ in range(count)]
    for one, two, there, here in (
        (numbers[1:], numbers[:-1], labels[1:], labels[:-1]),
        (numbers[:, 1:], numbers[:, :-1], labels[:, 1:], labels[:, :-1]),
    ):
        differs = one != two
        found = np.stack([one[differs], here[differs], two[differs], there[differs]], axis=1)
        for first, label, second, other in np.unique(found, axis=0).tolist():
            touches[first].add(label)
            touches[second].add(other)
    colours = inks.colours
    kinds = labels.ravel()[np.unique(numbers, return_index=True)[1]]
    lost = np.zeros(count, bool)
    for number in np.flatnonzero((areas <= _SLIVER) & ~wide).tolist():
        around = list(touches[number])
        if len(around) > 1:
            lost[number] = True
        elif around and areas[number] <= _SPECK:
            contrast = np.abs(colours[around[0]] - colours[kinds[number]]).max()
            lost[number] = bool(contrast < _FAINT) or areas[number] <= 1
    return lost


def _filled(labels: Labels, lost: Mask, inks: Inks) -> Labels:
    """Let the labels around lost pixels grow into them, the most similar ink first."""
    labels, lost = labels.copy(), lost.copy()
    original = labels.copy()
    far = np.abs(inks.colours[:, None] - inks.colours[None]).max(axis=2)
    while lost.any():
        rows, columns = np.nonzero(lost)
        best = np.full(len(rows), np.inf)
        chosen = labels[rows, columns].copy()
        for down, across in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            y = np.clip(rows + down, 0, labels.shape[0] - 1)
            x = np.clip(columns + across, 0, labels.shape[1] - 1)
            cost = np.where(lost[y, x], np.inf, far[original[rows, columns], labels[y, x]])
            is_better = cost < best
            chosen[is_better], best[is_better] = labels[y, x][is_better], cost[is_better]
        reached = np.isfinite(best)
        if not reached.any():
            break
        labels[rows[reached], columns[reached]] = chosen[reached]
        lost[rows[reached], columns[reached]] = False
    return labels

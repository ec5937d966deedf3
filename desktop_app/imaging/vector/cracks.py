"""The lines between pixels of different labels, as chains between the points where three of them meet.

A crack is the side of a pixel between two labels. A chain of cracks is shared by exactly the two regions
beside it, so shapes made from chains fit together without gaps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.vector.unmixing import Labels
from desktop_app.imaging.vector.windows import Floats, Mask

Ints = npt.NDArray[np.int64]

OUTSIDE = -1
"""The label of what is outside the picture."""

_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""East, south, west, north: (x, y)."""


_SIDES = (((1, 1), (0, 1)), ((1, 0), (1, 1)), ((0, 0), (1, 0)), ((0, 1), (0, 0)))
"""For each of these directions the pixels on the right and on the left of a crack: (down, across)."""


@dataclass(frozen=True, eq=False)
class CrackChain:
    """Cracks in a row, with the same two labels on both sides.

    Attributes:
        corners: Pixel corners along the chain, (x, y); shape (cracks + 1, 2). The last is the first if
            closed.
        right: Label on the right hand, looking along the chain (y goes down).
        left: Label on the left hand.
        is_closed: Whether the chain is a ring without junctions.
    """

    corners: Ints
    right: int
    left: int
    is_closed: bool

    @property
    def steps(self) -> Ints:
        """Direction of each crack, (x, y); shape (cracks, 2)."""
        return np.diff(self.corners, axis=0)

    def sides(self) -> tuple[Ints, Ints]:
        """Return the pixels on the right and on the left of each crack, (x, y); shape (cracks, 2) each."""
        steps = self.steps
        middle2 = self.corners[:-1] * 2 + steps  # twice the middle of the crack
        to_right = np.stack([-steps[:, 1], steps[:, 0]], axis=1)
        return (middle2 + to_right) // 2, (middle2 - to_right) // 2


@dataclass(frozen=True, eq=False)
class Diagonals:
    """Corners of pixels where two diagonal pixels of one label are joined; both of shape (H + 1, W + 1).

    Attributes:
        falling: Above left and below right are joined.
        rising: Below left and above right are joined.
    """

    falling: Mask
    rising: Mask


def find_diagonals(labels: Labels, shares: Floats) -> Diagonals:
    """Find where four cracks meet and two diagonal pixels have the same label.

    Of two such pairs, the one with the larger share of the four pixels is joined.

    Args:
        labels: Shape (H, W), 0 and up.
        shares: Share of each pixel's label, shape (H, W).
    """
    above_left, above_right, below_left, below_right = _around(labels)
    is_crossing = (above_right != below_right) & (below_left != below_right)
    is_crossing &= (above_left != below_left) & (above_left != above_right)
    falling = (above_left == below_right) & is_crossing
    rising = (above_right == below_left) & is_crossing
    weight = np.pad(shares, 1)
    is_falling = weight[:-1, :-1] + weight[1:, 1:] >= weight[:-1, 1:] + weight[1:, :-1]
    return Diagonals(falling & (~rising | is_falling), rising & (~falling | ~is_falling))


def _around(labels: Labels) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the labels of the four pixels around each corner; shape (H + 1, W + 1) each."""
    padded = np.pad(labels, 1, constant_values=OUTSIDE).astype(np.int64)
    return padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]


def find_chains(labels: Labels, diagonals: Diagonals) -> list[CrackChain]:
    """Follow all cracks of a picture of labels, and the picture's own border.

    Args:
        labels: Shape (H, W), 0 and up.
        diagonals: Which diagonal pixels are joined.
    """
    above_left, above_right, below_left, below_right = _around(labels)
    bits = (above_right != below_right) * 1  # east
    bits += (below_left != below_right) * 2  # south
    bits += (above_left != below_left) * 4  # west
    bits += (above_left != above_right) * 8  # north
    padded = np.pad(labels, 1, constant_values=OUTSIDE).astype(np.int64)
    return _followed(padded, bits, diagonals)


def _followed(padded: Ints, bits: Ints, diagonals: Diagonals) -> list[CrackChain]:
    width = bits.shape[1]
    flat = bits.ravel().tolist()
    turns: list[dict[int, int] | None] = [None] * 16
    for value in range(16):
        ways = [way for way in range(4) if value >> way & 1]
        if len(ways) == 2:
            turns[value] = {(ways[0] + 2) % 4: ways[1], (ways[1] + 2) % 4: ways[0]}
    # Arriving eastwards means leaving by one of the other three; the keys are directions of arrival.
    join_falling = {0: 1, 3: 2, 2: 3, 1: 0}  # keeps above left and below right together
    join_rising = {0: 3, 1: 2, 2: 1, 3: 0}
    special = dict.fromkeys(np.flatnonzero(diagonals.falling).tolist(), join_falling)
    special.update(dict.fromkeys(np.flatnonzero(diagonals.rising).tolist(), join_rising))
    moves = (1, width, -1, -width)
    used = bytearray(4 * len(flat))  # by corner and direction of leaving
    chains: list[CrackChain] = []

    def follow(start: int, way: int) -> tuple[list[int], bool]:
        path, place = [start], start
        while True:
            used[4 * place + way] = 1
            place += moves[way]
            used[4 * place + (way + 2) % 4] = 1
            path.append(place)
            onward = special.get(place) or turns[flat[place]]
            if onward is None:
                return path, False
            following = onward[way]
            if used[4 * place + following]:
                return path, True
            way = following

    def add(start: int, way: int) -> None:
        path, is_closed = follow(start, way)
        corners = np.stack(np.divmod(np.array(path), width)[::-1], axis=1)
        x, y = corners[0]
        (down, across), (down_left, across_left) = _SIDES[way]
        chains.append(
            CrackChain(
                corners,
                int(padded[y + down, x + across]),
                int(padded[y + down_left, x + across_left]),
                is_closed,
            )
        )

    is_end = [turns[value] is None for value in range(16)]
    places = np.flatnonzero(bits.ravel())
    for place in places.tolist():
        if is_end[flat[place]] and place not in special:
            for way in range(4):
                if flat[place] >> way & 1 and not used[4 * place + way]:
                    add(place, way)
    for place in places.tolist():
        for way in range(4):
            if flat[place] >> way & 1 and not used[4 * place + way]:
                add(place, way)
    return chains

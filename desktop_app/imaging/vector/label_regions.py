"""Connected regions of one label, and the rings of chains around them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from desktop_app.imaging.vector.cracks import OUTSIDE, CrackChain, Diagonals, Ints
from desktop_app.imaging.vector.unmixing import Labels
from desktop_app.imaging.vector.windows import Mask

_EAST, _SOUTH, _WEST, _NORTH = range(4)
_WAYS = {(1, 0): _EAST, (0, 1): _SOUTH, (-1, 0): _WEST, (0, -1): _NORTH}


@dataclass(frozen=True)
class ChainLink:
    """A chain in the direction in which a region lies on its right."""

    chain: int
    is_forward: bool


@dataclass
class Region:
    """A connected region.

    Attributes:
        label: Its ink.
        outer: The ring around it.
        holes: Rings inside it.
        area: What the outer ring encloses, in pixels.
    """

    label: int
    outer: list[ChainLink] = field(default_factory=list)
    holes: list[list[ChainLink]] = field(default_factory=list)
    area: int = 0


def connected(labels: Labels, diagonals: Diagonals | None = None) -> Ints:
    """Number the connected regions of equal labels, from 0; shape (H, W)."""
    height, width = labels.shape
    begins = np.ones((height, width), bool)
    begins[:, 1:] = labels[:, 1:] != labels[:, :-1]
    runs = np.cumsum(begins.ravel()).reshape(height, width) - 1
    pairs = [_pairs(runs[:-1], runs[1:], labels[:-1] == labels[1:])]
    if diagonals is not None:
        inner = diagonals.falling[1:-1, 1:-1], diagonals.rising[1:-1, 1:-1]
        pairs.append(_pairs(runs[:-1, :-1], runs[1:, 1:], inner[0]))
        pairs.append(_pairs(runs[1:, :-1], runs[:-1, 1:], inner[1]))
    parents = list(range(int(runs[-1, -1]) + 1))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = parents[parents[run]]
            run = parents[run]
        return run

    for first, second in np.concatenate(pairs).tolist():
        one, two = root(first), root(second)
        if one != two:
            parents[max(one, two)] = min(one, two)
    roots = np.array([root(run) for run in range(len(parents))])
    return np.asarray(np.unique(roots, return_inverse=True)[1][runs])


def _pairs(first: Ints, second: Ints, are_joined: Mask) -> Ints:
    one, two = first[are_joined], second[are_joined]
    # Runs beside each other give the same pair again and again.
    is_new = np.ones(len(one), bool)
    is_new[1:] = (one[1:] != one[:-1]) | (two[1:] != two[:-1])
    return np.stack([one[is_new], two[is_new]], axis=1)


def find_regions(labels: Labels, numbers: Ints, chains: list[CrackChain]) -> list[Region]:
    """Collect the rings of chains around every region.

    Args:
        labels: Shape (H, W).
        numbers: The region of each pixel, shape (H, W).
        chains: All chains of the labels.

    Returns:
        The regions, in the order of their numbers.
    """
    _, firsts = np.unique(numbers, return_index=True)
    regions = [Region(int(label)) for label in labels.ravel()[firsts]]
    starts: dict[tuple[int, int, int, int], ChainLink] = {}  # region, corner (x, y), direction
    links: list[tuple[int, ChainLink]] = []
    for index, chain in enumerate(chains):
        right, left = chain.sides()
        for label, (x, y), is_forward in (
            (chain.right, right[0], True),
            (chain.left, left[0], False),
        ):
            if label == OUTSIDE:
                continue
            region, link = int(numbers[y, x]), ChainLink(index, is_forward)
            links.append((region, link))
            corner, way = _departure(chain, is_forward)
            starts[region, corner[0], corner[1], way] = link
    used: set[ChainLink] = set()
    for region, link in links:
        if link not in used:
            ring = _ring(region, link, starts, chains)
            _add_ring(regions[region], ring, chains)
            used.update(ring)
    return regions


def merged_outline(
    regions: list[Region],
    members: set[int],
    beside: list[tuple[int, int]],
    chains: list[CrackChain],
) -> list[ChainLink] | None:
    """Return the ring around several regions that touch each other.

    Args:
        regions: All regions.
        members: Which of them.
        beside: The regions on the right and on the left of each chain.
        chains: All chains.

    Returns:
        None if they do not lie within one ring.
    """
    starts: dict[tuple[int, int, int, int], ChainLink] = {}
    links = []
    for member in sorted(members):
        region = regions[member]
        for link in region.outer + [link for hole in region.holes for link in hole]:
            if not members.issuperset(beside[link.chain]):
                corner, way = _departure(chains[link.chain], link.is_forward)
                starts[0, corner[0], corner[1], way] = link
                links.append(link)
    merged, used = Region(-1), set[ChainLink]()
    outers = 0
    for link in links:
        if link not in used:
            ring = _ring(0, link, starts, chains)
            used.update(ring)
            outers += ring_area(ring, chains) > 0
            _add_ring(merged, ring, chains)
    return merged.outer if outers == 1 else None


def _ring(
    region: int,
    first: ChainLink,
    starts: dict[tuple[int, int, int, int], ChainLink],
    chains: list[CrackChain],
) -> list[ChainLink]:
    ring = [first]
    if chains[first.chain].is_closed:
        return ring
    while True:
        corner, way = _arrival(chains[ring[-1].chain], ring[-1].is_forward)
        for onward in (way + 1, way, way + 3):
            link = starts.get((region, *corner, onward % 4))
            if link is not None:
                break
        else:
            raise RuntimeError("a ring of chains is open")
        if link == first:
            return ring
        ring.append(link)


def _add_ring(region: Region, ring: list[ChainLink], chains: list[CrackChain]) -> None:
    area = ring_area(ring, chains)
    if area > 0:
        region.outer, region.area = ring, area // 2
    else:
        region.holes.append(ring)


def ring_area(ring: list[ChainLink], chains: list[CrackChain]) -> int:
    """Return twice the area of a ring in pixels, negative where the region lies outside it."""
    area = 0
    for link in ring:
        x, y = chains[link.chain].corners.T
        doubled = int(x[:-1] @ y[1:] - x[1:] @ y[:-1])
        area += doubled if link.is_forward else -doubled
    return area


def _departure(chain: CrackChain, is_forward: bool) -> tuple[tuple[int, int], int]:
    """Return the corner from which a chain leaves and its direction there."""
    steps = chain.steps
    if is_forward:
        return _corner(chain, 0), _WAYS[int(steps[0][0]), int(steps[0][1])]
    return _corner(chain, -1), _WAYS[-int(steps[-1][0]), -int(steps[-1][1])]


def _arrival(chain: CrackChain, is_forward: bool) -> tuple[tuple[int, int], int]:
    """Return the corner at which a chain arrives and its direction there."""
    corner, way = _departure(chain, not is_forward)
    return corner, (way + 2) % 4


def _corner(chain: CrackChain, end: int) -> tuple[int, int]:
    return int(chain.corners[end][0]), int(chain.corners[end][1])

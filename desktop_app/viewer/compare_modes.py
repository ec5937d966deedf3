"""Five modes to compare two pictures, and how each divides the view into panes. Free of Qt.

All modes share one :class:`.viewport.Viewport`. It describes the first pane; the other panes show the
same picture points in the same place, or moved right by :attr:`Pane.shift`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

SEPARATOR = 2
"""Gap between two pictures side by side, in view pixels."""

LENS_RADIUS = 96.0
"""Radius of the lens in view pixels."""


class Side(Enum):
    """What a pane shows: one of the two pictures, or the difference between them."""

    BEFORE = auto()
    AFTER = auto()
    DIFFERENCE = auto()


class CompareMode(IntEnum):
    """How two pictures are compared, in the order of the shortcut keys."""

    SLIDER = 0
    SIDE_BY_SIDE = 1
    LENS = 2
    HOLD = 3
    DIFFERENCE = 4


@dataclass(frozen=True)
class Pane:
    """A rectangle of the view that shows one side.

    Attributes:
        side: What it shows.
        left: Left edge, in view pixels, like all lengths here.
        top: Top edge.
        width: Width of the rectangle.
        height: Height of the rectangle.
        shift: How far to the right a picture point lies compared with the first pane.
        is_round: Whether to show only the ellipse inside the rectangle.
    """

    side: Side
    left: float
    top: float
    width: float
    height: float
    shift: float = 0.0
    is_round: bool = False


def pane_width(mode: CompareMode, width: int) -> int:
    """Return the width of the viewport in a view of ``width`` view pixels; at least 1."""
    return max(1, (width - SEPARATOR) // 2) if mode is CompareMode.SIDE_BY_SIDE else width


def divide(
    mode: CompareMode, width: int, height: int, divider: float, lens: tuple[float, float]
) -> tuple[Pane, ...]:
    """Divide a view into panes for two pictures.

    Args:
        mode: The compare mode.
        width: Of the view, in view pixels.
        height: Of the view, in view pixels.
        divider: View x of the divider; used in slider mode only.
        lens: View x and y of the centre of the lens; used in lens mode only.

    Returns:
        Panes in painting order.
    """
    if mode is CompareMode.SLIDER:
        return (
            Pane(Side.BEFORE, 0, 0, divider, height),
            Pane(Side.AFTER, divider, 0, width - divider, height),
        )
    if mode is CompareMode.SIDE_BY_SIDE:
        half = pane_width(mode, width)
        shift = width - half
        return (
            Pane(Side.BEFORE, 0, 0, half, height),
            Pane(Side.AFTER, shift, 0, half, height, shift),
        )
    if mode is CompareMode.LENS:
        left, top = (middle - LENS_RADIUS for middle in lens)
        edge = 2 * LENS_RADIUS
        return (
            Pane(Side.BEFORE, 0, 0, width, height),
            Pane(Side.AFTER, left, top, edge, edge, is_round=True),
        )
    return (Pane(Side.AFTER if mode is CompareMode.HOLD else Side.DIFFERENCE, 0, 0, width, height),)


def before_only(panes: Iterable[Pane]) -> tuple[Pane, ...]:
    """Return the panes with each showing the picture before, as while the space bar is held."""
    return tuple(replace(pane, side=Side.BEFORE) for pane in panes)

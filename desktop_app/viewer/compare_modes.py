"""Five ways to look at two pictures, and what each shows in which part of the view. Free of Qt.

All of them share one :class:`.viewport.Viewport`. It describes the first pane; every further pane
shows the same picture points, or the same ones moved by :attr:`Pane.shift`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

SEPARATOR = 2
"""View pixels between two pictures that stand side by side."""

LENS_RADIUS = 96.0
"""Of the lens, in view pixels."""


class Side(Enum):
    """Which of the two pictures, or what differs between them."""

    BEFORE = auto()
    AFTER = auto()
    DIFFERENCE = auto()


class CompareMode(IntEnum):
    """How two pictures are looked at, in the order of their keys."""

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
        left: In view pixels, like all lengths here.
        top: Of the rectangle.
        width: Of the rectangle.
        height: Of the rectangle.
        shift: How much further right a picture point is than in the first pane.
        is_round: Whether only the ellipse inside the rectangle is shown.
    """

    side: Side
    left: float
    top: float
    width: float
    height: float
    shift: float = 0.0
    is_round: bool = False


def pane_width(mode: CompareMode, width: int) -> int:
    """Return how wide the viewport is in a view of ``width`` pixels; at least 1."""
    return max(1, (width - SEPARATOR) // 2) if mode is CompareMode.SIDE_BY_SIDE else width


def divide(
    mode: CompareMode, width: int, height: int, divider: float, lens: tuple[float, float]
) -> tuple[Pane, ...]:
    """Divide a view between two pictures.

    Args:
        mode: To look.
        width: Of the view, in view pixels.
        height: Of the view, in view pixels.
        divider: View x at which the pictures meet.
        lens: View x and y of the middle of the lens.

    Returns:
        Panes in the order in which they are painted.
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
    """Show the picture before wherever something else is: what holding the space bar does."""
    return tuple(replace(pane, side=Side.BEFORE) for pane in panes)

"""Parts of a picture that the network must not change: rectangles and brush strokes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isfinite

import numpy as np
import numpy.typing as npt

from desktop_app.imaging.picture import Pixels

_Floats = npt.NDArray[np.float32]

_PART = 1024
"""Side, in pixels, of the parts in which two masks are compared."""


@dataclass(frozen=True)
class Rectangle:
    """An axis-aligned rectangle in output pixels; pixel (x, y) covers x to x + 1 and y to y + 1.

    It may extend beyond the picture.

    Attributes:
        left: Left side.
        top: Top side.
        right: Right side, not less than ``left``.
        bottom: Bottom side, not less than ``top``.

    Raises:
        ValueError: A side is not finite, or sides are in the wrong order.
    """

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        sides = (self.left, self.top, self.right, self.bottom)
        if not all(map(isfinite, sides)) or self.left > self.right or self.top > self.bottom:
            raise ValueError(f"not a rectangle: {sides}")

    def enlarged(self, factor: float) -> Rectangle:
        """Return the same part of a picture whose sides are ``factor`` times as long."""
        return Rectangle(
            *(factor * side for side in (self.left, self.top, self.right, self.bottom))
        )

    def moved(self, dx: float, dy: float) -> Rectangle:
        """Return the rectangle moved right by ``dx`` and down by ``dy`` pixels."""
        return Rectangle(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that it may protect, in output pixels."""
        return self.left, self.top, self.right, self.bottom

    def draw(self, mask: Pixels) -> None:
        """Protect in ``mask`` (H, W) the part of each pixel that the rectangle covers; 255 is all of it."""
        rows = _covered(self.top, self.bottom, mask.shape[0])
        columns = _covered(self.left, self.right, mask.shape[1])
        y, x = np.flatnonzero(rows), np.flatnonzero(columns)
        if len(y) and len(x):
            part = np.s_[y[0] : y[-1] + 1, x[0] : x[-1] + 1]
            _raise_to(mask[part], np.outer(rows[part[0]], columns[part[1]]))


@dataclass(frozen=True)
class Stroke:
    """The stroke of a round brush; a single point makes a dot.

    Attributes:
        points: The path of the brush's centre, (x, y) in output pixels.
        radius: Of the brush, in output pixels.

    Raises:
        ValueError: There are no points, a number is not finite, or the radius is not positive.
    """

    points: tuple[tuple[float, float], ...]
    radius: float

    def __post_init__(self) -> None:
        numbers = [self.radius, *(value for point in self.points for value in point)]
        if not self.points or not all(map(isfinite, numbers)) or self.radius <= 0:
            raise ValueError(f"not a stroke: {len(self.points)} points, radius {self.radius}")

    def enlarged(self, factor: float) -> Stroke:
        """Return the same part of a picture whose sides are ``factor`` times as long."""
        points = tuple((factor * x, factor * y) for x, y in self.points)
        return Stroke(points, factor * self.radius)

    def moved(self, dx: float, dy: float) -> Stroke:
        """Return the stroke moved right by ``dx`` and down by ``dy`` pixels."""
        return Stroke(tuple((x + dx, y + dy) for x, y in self.points), self.radius)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that it may protect, in output pixels."""
        reach = self.radius + 1  # with its soft rim
        columns, rows = zip(*self.points, strict=True)
        return (
            min(columns) - reach,
            min(rows) - reach,
            max(columns) + reach,
            max(rows) + reach,
        )

    def draw(self, mask: Pixels) -> None:
        """Protect in ``mask`` (H, W) what the brush went over, with a soft rim of one pixel."""
        starts = self.points[:-1] or self.points
        for start, end in zip(starts, self.points[1:] or self.points, strict=True):
            self._draw_line(mask, start, end)

    def _draw_line(
        self, mask: Pixels, start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        reach = self.radius + 1
        left, right = sorted((start[0], end[0]))
        top, bottom = sorted((start[1], end[1]))
        y0, y1 = np.clip([top - reach, bottom + reach], 0, mask.shape[0]).astype(int)
        x0, x1 = np.clip([left - reach, right + reach], 0, mask.shape[1]).astype(int)
        # Distances of pixel centres from the line between the two points.
        y = (np.arange(y0, y1, dtype=np.float32) + 0.5 - start[1])[:, None]
        x = np.arange(x0, x1, dtype=np.float32) + 0.5 - start[0]
        dy, dx = end[1] - start[1], end[0] - start[0]
        length = dy * dy + dx * dx
        along = np.clip((y * dy + x * dx) / length, 0, 1) if length else np.float32(0)
        distance = np.hypot(y - along * dy, x - along * dx)
        _raise_to(mask[y0:y1, x0:x1], np.clip(self.radius + 0.5 - distance, 0, 1))


Shape = Rectangle | Stroke


@dataclass(frozen=True)
class Protection:
    """All protected parts of a picture; immutable, so that a history is simply a list of them.

    Attributes:
        shapes: In the order they were drawn; where they overlap, the stronger protection counts.
    """

    shapes: tuple[Shape, ...] = ()

    def with_shape(self, shape: Shape) -> Protection:
        """Return the protection with one more shape."""
        return Protection((*self.shapes, shape))

    def is_extended_by(self, shape: Shape, height: int, width: int) -> bool:
        """Return whether one more shape would protect any output pixel more than it is now.

        Args:
            shape: The shape to add.
            height: Of the output, in pixels.
            width: Of the output, in pixels.
        """
        left, top, right, bottom = shape.bounds
        for y in range(max(0, floor(top)), min(height, ceil(bottom)), _PART):
            for x in range(max(0, floor(left)), min(width, ceil(right)), _PART):
                part = np.zeros((min(_PART, height - y), min(_PART, width - x)), np.uint8)
                for existing in self.shapes:
                    existing.moved(-x, -y).draw(part)
                extended = part.copy()
                shape.moved(-x, -y).draw(extended)
                if not np.array_equal(part, extended):
                    return True
        return False

    def enlarged(self, factor: float) -> Protection:
        """Return the same parts of a picture whose sides are ``factor`` times as long."""
        return Protection(tuple(shape.enlarged(factor) for shape in self.shapes))

    def mask(self, height: int, width: int) -> Pixels | None:
        """Draw how much each output pixel is protected; 255 is fully.

        Args:
            height: Of the output, in pixels.
            width: Of the output, in pixels.

        Returns:
            Shape (height, width); None if there are no shapes.
        """
        if not self.shapes:
            return None
        mask = np.zeros((height, width), np.uint8)
        for shape in self.shapes:
            shape.draw(mask)
        return mask


def _covered(start: float, end: float, count: int) -> _Floats:
    """Compute how much of each of ``count`` pixels the span from ``start`` to ``end`` covers, 0 to 1."""
    places = np.arange(count, dtype=np.float32)
    span: _Floats = np.minimum(places + 1, end) - np.maximum(places, start)
    return span.clip(0, 1)


def _raise_to(mask: Pixels, coverage: _Floats) -> None:
    """Raise a mask, in place, to a coverage of 0 to 1 where it is lower."""
    np.maximum(mask, np.rint(255 * coverage).astype(np.uint8), out=mask)

"""The viewport: where a picture lies in a view, given its zoom and centre. Free of Qt.

Two coordinate systems are used, and names always say which:

* *picture* pixels: x to the right, y down, (0, 0) is the outer corner of the first pixel;
* *view* pixels: Qt's logical (device-independent) pixels, (0, 0) is the corner of the view.

A third one, *device* pixels (view pixels times the device pixel ratio), defines the zoom: at zoom 1.0
(100 %) one picture pixel covers exactly one device pixel, as in Photoshop. So on a screen scaled to
200 % a picture looks half as large as a naive viewer would draw it, but every pixel is shown exactly
once. The picture's corner is kept on a whole device pixel, so whole-number zooms show all pixels
equally large.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from models.tiling import Box

MAX_ZOOM = 64.0
"""Largest zoom: 6400 %."""

_MIN_ZOOM = 0.01
"""Smallest zoom: 1 %, unless a picture needs less to fit."""

_MARGIN = 24.0
"""Margin in view pixels around a picture that is scaled down to fit."""

_MARGIN_SHARE = 0.05
"""Largest margin as a fraction of the view's shorter side, for small views."""

# Below 100 % mostly unit fractions: 1/2, 1/4, ... are drawn from a pyramid level without resampling.
ZOOM_STOPS = (
    *(1 / n for n in (64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2)),
    *(2 / 3, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 32.0, MAX_ZOOM),
)

_STOP_TOLERANCE = 1e-6

_FRAMED_SHARE = 0.25
"""Smallest size of a part that is zoomed to, as a fraction of the view's shorter side."""

_FRAMED_ZOOM = 8.0
"""Largest zoom used to reach that size: at 800 % single pixels and their surroundings are well visible."""


@dataclass(frozen=True)
class Viewport:
    """An immutable viewport: the sizes of picture and view, the zoom and the centre.

    Attributes:
        picture_height: In picture pixels, at least 1.
        picture_width: In picture pixels, at least 1.
        height: Of the view, in view pixels, at least 1.
        width: Of the view, in view pixels, at least 1.
        device_pixel_ratio: Device pixels per view pixel.
        zoom: Device pixels per picture pixel; 1.0 is 100 %.
        centre_x: Picture x in the middle of the view; always inside the picture, so that the picture
            cannot leave the view.
        centre_y: Picture y in the middle of the view; likewise.
        above: View pixels at the upper edge that are covered by other widgets. A fitted picture avoids
            them, unless that would leave it less than half of the view.
        below: The same at the lower edge.
    """

    picture_height: int
    picture_width: int
    height: int
    width: int
    device_pixel_ratio: float = 1.0
    zoom: float = 1.0
    centre_x: float = 0.0
    centre_y: float = 0.0
    above: float = 0.0
    below: float = 0.0

    @property
    def fit_zoom(self) -> float:
        """The zoom at which the whole picture fits into the view.

        From 100 % on it is a whole number, since at 190 %, say, some pixels would be twice as wide as
        others. Below 100 % it leaves a margin.
        """
        top, bottom = self._free
        wide, high = self.width * self.device_pixel_ratio, (bottom - top) * self.device_pixel_ratio
        largest = min(wide / self.picture_width, high / self.picture_height)
        if largest >= 1.0:
            return min(float(math.floor(largest)), MAX_ZOOM)
        margin = min(_MARGIN, _MARGIN_SHARE * min(self.width, self.height))
        margin *= 2 * self.device_pixel_ratio
        return min((wide - margin) / self.picture_width, (high - margin) / self.picture_height)

    @property
    def min_zoom(self) -> float:
        """The smallest zoom of :meth:`zoomed`: 1 %, or less if the picture needs it to fit."""
        return min(self.fit_zoom, _MIN_ZOOM)

    @property
    def scale(self) -> float:
        """View pixels per picture pixel."""
        return self.zoom / self.device_pixel_ratio

    @property
    def left(self) -> float:
        """View x of the picture's left edge, on a whole device pixel."""
        wide = self.width * self.device_pixel_ratio
        return math.floor(wide / 2 - self.centre_x * self.zoom + 0.5) / self.device_pixel_ratio

    @property
    def top(self) -> float:
        """View y of the picture's upper edge, on a whole device pixel."""
        high = self.height * self.device_pixel_ratio
        return math.floor(high / 2 - self.centre_y * self.zoom + 0.5) / self.device_pixel_ratio

    @property
    def right(self) -> float:
        """View x of the picture's right edge."""
        return self.left + self.picture_width * self.scale

    @property
    def bottom(self) -> float:
        """View y of the picture's lower edge."""
        return self.top + self.picture_height * self.scale

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the picture point (x, y) under a view point."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Return the view point (x, y) of a picture point."""
        return self.left + x * self.scale, self.top + y * self.scale

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the picture pixel (column, row) under a view point; None outside the picture."""
        column, row = (math.floor(value) for value in self.to_picture(x, y))
        is_inside = 0 <= column < self.picture_width and 0 <= row < self.picture_height
        return (column, row) if is_inside else None

    def visible(self) -> Box | None:
        """Return the smallest box of picture pixels that covers the visible part; None if it is empty."""
        left, top = self.to_picture(0, 0)
        right, bottom = self.to_picture(self.width, self.height)
        first_col, first_row = max(0, math.floor(left)), max(0, math.floor(top))
        last_col = min(self.picture_width, math.ceil(right))
        last_row = min(self.picture_height, math.ceil(bottom))
        if first_col >= last_col or first_row >= last_row:
            return None
        return Box(first_row, first_col, last_row - first_row, last_col - first_col)

    def fitted(self) -> Viewport:
        """Return the viewport that shows the whole picture, as near to the middle as covered edges allow."""
        shown = replace(self, zoom=self.fit_zoom)
        high, (top, bottom) = self.picture_height * shown.scale, self._free
        middle = min(max(self.height / 2, top + high / 2), bottom - high / 2)
        return shown._centred(
            self.picture_width / 2,
            self.picture_height / 2 + (self.height / 2 - middle) / shown.scale,
        )

    def zoomed_to(self, left: float, top: float, right: float, bottom: float) -> Viewport:
        """Return the viewport that centres a part of the picture, enlarged but still wholly visible.

        Args:
            left: Left side of the part, in picture pixels.
            top: Upper side, in picture pixels.
            right: Right side, in picture pixels.
            bottom: Lower side, in picture pixels.
        """
        wide, high = right - left, bottom - top
        shorter = min(self.width, self.height) * self.device_pixel_ratio
        near = min(math.ceil(_FRAMED_SHARE * shorter / max(wide, high)), _FRAMED_ZOOM)
        whole = min(self.width / wide, self.height / high) * self.device_pixel_ratio
        zoom = min(max(self.zoom, near), whole, MAX_ZOOM)
        return replace(self, zoom=zoom)._centred((left + right) / 2, (top + bottom) / 2)

    def resized(self, height: int, width: int, device_pixel_ratio: float) -> Viewport:
        """Return the viewport with the same zoom and centre for another view size or screen."""
        return replace(
            self,
            height=max(1, height),
            width=max(1, width),
            device_pixel_ratio=device_pixel_ratio,
        )

    def zoomed(self, zoom: float, x: float, y: float) -> Viewport:
        """Return the viewport with another zoom, clamped; the picture point at view (x, y) stays there."""
        zoom = min(max(zoom, self.min_zoom), MAX_ZOOM)
        anchor_x, anchor_y = self.to_picture(x, y)
        scale = zoom / self.device_pixel_ratio
        return replace(self, zoom=zoom)._centred(
            anchor_x + (self.width / 2 - x) / scale, anchor_y + (self.height / 2 - y) / scale
        )

    def moved(self, dx: float, dy: float) -> Viewport:
        """Return the viewport with the picture moved right and down by view pixels; the centre is clamped."""
        return self._centred(self.centre_x - dx / self.scale, self.centre_y - dy / self.scale)

    def next_zoom(self, direction: int) -> float:
        """Return the next zoom stop above (``direction`` 1) or below (-1), or the limit."""
        if direction > 0:
            above = (stop for stop in ZOOM_STOPS if stop > self.zoom * (1 + _STOP_TOLERANCE))
            return next(above, MAX_ZOOM)
        stops = reversed(ZOOM_STOPS)
        below = (stop for stop in stops if stop < self.zoom * (1 - _STOP_TOLERANCE))
        return max(next(below, self.min_zoom), self.min_zoom)

    @property
    def _free(self) -> tuple[float, float]:
        """View y at which the uncovered part of the view begins and ends."""
        top, bottom = self.above, self.height - self.below
        return (top, bottom) if bottom - top >= self.height / 2 else (0.0, float(self.height))

    def _centred(self, x: float, y: float) -> Viewport:
        return replace(
            self,
            centre_x=min(max(x, 0.0), float(self.picture_width)),
            centre_y=min(max(y, 0.0), float(self.picture_height)),
        )

"""Where a picture lies in a view: one zoom, one centre, and the arithmetic between the two.

Free of Qt. Two coordinate systems meet here, always named:

* *picture* pixels: x to the right, y down, (0, 0) the outer corner of the first pixel;
* *view* pixels: Qt's logical (device-independent) pixels, (0, 0) the corner of the view.

A third one, *device* pixels (view pixels times the device pixel ratio), decides what zoom means:
at zoom 1.0 (100 %) one picture pixel covers exactly one device pixel, as in Photoshop. On a
screen scaled to 200 % a picture therefore looks half as large as a naive viewer would draw it,
and every one of its pixels is shown, none is doubled. The picture's corner is kept on a whole
device pixel, so whole-number zooms show all pixels equally large.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from models.tiling import Box

MAX_ZOOM = 64.0
"""6400 %."""

_MIN_ZOOM = 0.01
"""1 %: nobody needs to zoom out further, unless the whole picture needs it."""

_MARGIN = 24.0
"""View pixels left free round a picture that had to be scaled down to fit."""

_MARGIN_SHARE = 0.05
"""In a small view the margin is not more than this part of its shorter side."""

# Below 100 % mostly fractions: 1/2, 1/4, ... are drawn from a pyramid level without resampling.
ZOOM_STOPS = (
    *(1 / n for n in (64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2)),
    *(2 / 3, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 32.0, MAX_ZOOM),
)

_STOP_TOLERANCE = 1e-6

_FRAMED_SHARE = 0.25
"""Of the view's shorter side: what a part that is looked into takes up at the least."""

_FRAMED_ZOOM = 8.0
"""800 %: single pixels are seen well, and so is what lies around them."""


@dataclass(frozen=True)
class Viewport:
    """A picture of a certain size seen through a view of a certain size.

    Attributes:
        picture_height: In picture pixels, at least 1.
        picture_width: In picture pixels, at least 1.
        height: Of the view, in view pixels, at least 1.
        width: Of the view, in view pixels, at least 1.
        device_pixel_ratio: Device pixels per view pixel.
        zoom: Device pixels per picture pixel; 1.0 is 100 %.
        centre_x: Picture x in the middle of the view; always inside the picture, so that the
            picture cannot be lost.
        centre_y: Picture y in the middle of the view.
        above: View pixels at the upper edge that other things cover; a fitted picture leaves them
            free, unless less than half of the view were left for it.
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
        """The zoom that shows the whole picture as large as is honest.

        From 100 % on it is a whole number (a 190 % fit would draw some pixels twice as wide as
        others), below it leaves a margin.
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
        """The zoom below which :meth:`zoomed` does not go: 1 %, or less if fitting needs it."""
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
        """Return the picture pixel (column, row) under a view point; None beside the picture."""
        column, row = (math.floor(value) for value in self.to_picture(x, y))
        is_inside = 0 <= column < self.picture_width and 0 <= row < self.picture_height
        return (column, row) if is_inside else None

    def visible(self) -> Box | None:
        """Return the smallest rectangle of pixels that covers what the view shows."""
        left, top = self.to_picture(0, 0)
        right, bottom = self.to_picture(self.width, self.height)
        first_col, first_row = max(0, math.floor(left)), max(0, math.floor(top))
        last_col = min(self.picture_width, math.ceil(right))
        last_row = min(self.picture_height, math.ceil(bottom))
        if first_col >= last_col or first_row >= last_row:
            return None
        return Box(first_row, first_col, last_row - first_row, last_col - first_col)

    def fitted(self) -> Viewport:
        """Show the whole picture in the middle, or as near to it as what is covered allows."""
        shown = replace(self, zoom=self.fit_zoom)
        high, (top, bottom) = self.picture_height * shown.scale, self._free
        middle = min(max(self.height / 2, top + high / 2), bottom - high / 2)
        return shown._centred(
            self.picture_width / 2,
            self.picture_height / 2 + (self.height / 2 - middle) / shown.scale,
        )

    def zoomed_to(self, left: float, top: float, right: float, bottom: float) -> Viewport:
        """Bring a part of the picture to the middle, large enough to be looked into, and whole.

        Args:
            left: Of the part, in picture pixels, as the other sides.
            top: Its upper side.
            right: Its right side.
            bottom: Its lower side.
        """
        wide, high = right - left, bottom - top
        shorter = min(self.width, self.height) * self.device_pixel_ratio
        near = min(math.ceil(_FRAMED_SHARE * shorter / max(wide, high)), _FRAMED_ZOOM)
        whole = min(self.width / wide, self.height / high) * self.device_pixel_ratio
        zoom = min(max(self.zoom, near), whole, MAX_ZOOM)
        return replace(self, zoom=zoom)._centred((left + right) / 2, (top + bottom) / 2)

    def resized(self, height: int, width: int, device_pixel_ratio: float) -> Viewport:
        """Keep zoom and centre in a view of another size or on another screen."""
        return replace(
            self,
            height=max(1, height),
            width=max(1, width),
            device_pixel_ratio=device_pixel_ratio,
        )

    def zoomed(self, zoom: float, x: float, y: float) -> Viewport:
        """Zoom, clamped to what is allowed, so that the picture point at view (x, y) stays put."""
        zoom = min(max(zoom, self.min_zoom), MAX_ZOOM)
        anchor_x, anchor_y = self.to_picture(x, y)
        scale = zoom / self.device_pixel_ratio
        return replace(self, zoom=zoom)._centred(
            anchor_x + (self.width / 2 - x) / scale, anchor_y + (self.height / 2 - y) / scale
        )

    def moved(self, dx: float, dy: float) -> Viewport:
        """Move the picture by view pixels to the right and down, as far as that is allowed."""
        return self._centred(self.centre_x - dx / self.scale, self.centre_y - dy / self.scale)

    def next_zoom(self, direction: int) -> float:
        """Return the next stop above (1) or below (-1) the present zoom, or the limit."""
        if direction > 0:
            above = (stop for stop in ZOOM_STOPS if stop > self.zoom * (1 + _STOP_TOLERANCE))
            return next(above, MAX_ZOOM)
        stops = reversed(ZOOM_STOPS)
        below = (stop for stop in stops if stop < self.zoom * (1 - _STOP_TOLERANCE))
        return max(next(below, self.min_zoom), self.min_zoom)

    @property
    def _free(self) -> tuple[float, float]:
        """View y where what is not covered begins and ends."""
        top, bottom = self.above, self.height - self.below
        return (top, bottom) if bottom - top >= self.height / 2 else (0.0, float(self.height))

    def _centred(self, x: float, y: float) -> Viewport:
        return replace(
            self,
            centre_x=min(max(x, 0.0), float(self.picture_width)),
            centre_y=min(max(y, 0.0), float(self.picture_height)),
        )

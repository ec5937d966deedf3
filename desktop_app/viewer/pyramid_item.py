"""The graphics item that paints one or two pyramids into the panes of the view."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop_app.imaging.pyramid import TILE, Pyramid
from desktop_app.viewer.canvas_colours import CanvasColours
from desktop_app.viewer.checkerboard import Checkerboard, choose_tones
from desktop_app.viewer.compare_modes import Pane, Side
from desktop_app.viewer.tile_cache import TileCache, TileKey, tile_bytes
from desktop_app.viewer.viewport import Viewport

GRID_ZOOM = 8.0
"""Zoom from which the pixel grid is shown: 800 %."""

MAX_NEW_TILES = 12
"""Most tiles converted per frame (2 to 6 ms); a coarser level is shown until all are converted."""

MAX_NEW_DIFFERENCES = 3
"""The same for difference tiles, each of which takes as long as four others."""

_ZOOM_TOLERANCE = 1e-6

_FIXED = 2.0**16
"""Qt's raster engine uses texture coordinates that are multiples of 1 / _FIXED."""

_CACHE_SHARE = 0.75
"""Largest fraction of the cache for one frame; with more, a frame would evict tiles it still needs."""

_FULL_GRID_ZOOM = 32.0
_FAINTEST_GRID = 0.45
"""Opacity of the grid at 800 %, where its lines are close together; it grows to 1 at 3200 %."""


@dataclass(frozen=True)
class _DevicePlacement:
    """Maps picture pixels to device pixels: the zoom, and the picture's rectangle on the device."""

    zoom: float
    picture: QRect

    @property
    def is_smooth(self) -> bool:
        """Whether to average pixels: only below 100 %, so that enlarged pixels are shown as they are."""
        return self.zoom < 1 - _ZOOM_TOLERANCE

    def column(self, x: float) -> int:
        """Return the first device column whose centre is right of picture x."""
        return self.picture.left() + math.ceil(x * self.zoom - 0.5)

    def row(self, y: float) -> int:
        """Return the first device row whose centre is below picture y."""
        return self.picture.top() + math.ceil(y * self.zoom - 0.5)


@dataclass(frozen=True)
class _DevicePane:
    """A pane in device pixels: what it shows and where its picture lies."""

    side: Side
    pyramids: tuple[Pyramid, ...]  # one, or two for the difference
    placing: _DevicePlacement
    area: QRect  # the whole pane, including what lies beside the picture
    is_round: bool

    @property
    def clip(self) -> QRect:
        """The part of the picture that this pane shows, in device pixels."""
        return self.area & self.placing.picture


class PyramidItem(QGraphicsItem):
    """Paints the visible part of one or two pictures, in panes.

    Scene and view coordinates are the same; :meth:`set_viewport` moves and scales the item to where
    the picture is in the first pane. Pictures are painted at whole device pixels: smoothed below 100 %,
    nearest neighbour from 100 % on. Call all methods in the GUI thread only.
    """

    def __init__(
        self,
        colours: CanvasColours,
        images: TileCache | None = None,
        *,
        waits_for_tiles: bool = False,
    ) -> None:
        """Start without a picture.

        Args:
            colours: The colours until :meth:`set_colours` is called.
            images: Cache for converted tiles; None for a new one.
            waits_for_tiles: Whether to convert all tiles of the first frame, however long it takes,
                instead of showing a coarser level meanwhile.
        """
        super().__init__()
        self._colours = colours
        self._images = images or TileCache()
        self._waits_for_tiles = waits_for_tiles
        self._pyramids: dict[Side, Pyramid] = {}
        self._size = (0, 0)
        self._panes: tuple[Pane, ...] = ()
        self._has_grid = True
        self._background: QColor | None = None
        self._checkerboard: Checkerboard | None = None

    def set_pyramids(self, before: Pyramid | None, after: Pyramid | None) -> None:
        """Set the pictures; two must have the same size."""
        for side, pyramid in ((Side.BEFORE, before), (Side.AFTER, after)):
            if self._pyramids.get(side) is not pyramid:
                self._images.drop_side(side)
            if pyramid is None:
                self._pyramids.pop(side, None)
            else:
                self._pyramids[side] = pyramid
        self._checkerboard = None
        shown = before or after
        size = (shown.height, shown.width) if shown else (0, 0)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self.update()

    def replace_after(self, after: Pyramid, top: int, left: int, height: int, width: int) -> None:
        """Replace the right picture by one that differs in one rectangle (picture pixels) only."""
        self._images.drop_rect(Side.AFTER, top, left, height, width)
        self._pyramids[Side.AFTER] = after
        self.update()

    def set_viewport(self, viewport: Viewport) -> None:
        """Set the place and the zoom of the picture."""
        scale = viewport.scale
        self.setTransform(QTransform(scale, 0, 0, scale, viewport.left, viewport.top))
        self.update()

    def set_panes(self, panes: tuple[Pane, ...]) -> None:
        """Set the panes; panes without a picture stay empty."""
        self._panes = panes
        self.update()

    def set_background(self, colour: QColor | None) -> None:
        """Set the colour behind transparent pictures; None for the checkerboard."""
        self._background = colour
        self.update()

    def set_colours(self, colours: CanvasColours) -> None:
        """Set the colours of the checkerboard, the grid and the outline."""
        self._colours = colours
        self._checkerboard = None
        self.update()

    def set_grid(self, is_shown: bool) -> None:
        """Show or hide the pixel grid, which appears from 800 % on."""
        self._has_grid = is_shown
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the picture's rectangle, in picture pixels."""
        height, width = self._size
        return QRectF(0, 0, width, height)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the checkerboard, tiles, grid and outline of all visible panes, in device pixels."""
        if not self._pyramids:
            return
        to_device = painter.deviceTransform()
        painter.save()
        # Undo all transformations, so that from here on one unit is one device pixel.
        undo, _ = (painter.worldTransform().inverted()[0] * to_device).inverted()
        painter.setWorldTransform(undo)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

        from_scene = self.sceneTransform().inverted()[0] * to_device
        density = from_scene.m11()
        parts = self._parts(self._placing(to_device), from_scene)
        level = self._choose_level(parts) if parts else 0
        for part in parts:
            painter.save()
            self._clip(painter, part)
            self._paint_background(painter, part, density)
            self._paint_tiles(painter, part, level)
            if self._has_grid and part.placing.zoom >= GRID_ZOOM:
                self._paint_grid(painter, part, density)
            self._paint_outline(painter, part, density)
            painter.restore()
        painter.restore()

    def _main_pyramid(self) -> Pyramid:
        """Return the left picture, or the only one."""
        return self._pyramids.get(Side.BEFORE) or self._pyramids[Side.AFTER]

    def _placing(self, to_device: QTransform) -> _DevicePlacement:
        """Return where the picture is: its corner on a whole device pixel, its size at least 1 x 1."""
        height, width = self._size
        zoom = to_device.m11()
        left, top = math.floor(to_device.dx() + 0.5), math.floor(to_device.dy() + 0.5)
        wide = max(1, math.ceil(width * zoom - 0.5))
        high = max(1, math.ceil(height * zoom - 0.5))
        return _DevicePlacement(zoom, QRect(left, top, wide, high))

    def _parts(self, placing: _DevicePlacement, from_scene: QTransform) -> list[_DevicePane]:
        scene = from_scene.mapRect(self.scene().sceneRect()).toAlignedRect()
        parts = []
        for pane in self._panes:
            pyramids = self._shown_by(pane.side)
            left, right, top, bottom = (
                math.floor(edge + 0.5)
                for edge in (
                    pane.left * from_scene.m11() + from_scene.dx(),
                    (pane.left + pane.width) * from_scene.m11() + from_scene.dx(),
                    pane.top * from_scene.m22() + from_scene.dy(),
                    (pane.top + pane.height) * from_scene.m22() + from_scene.dy(),
                )
            )
            area = QRect(left, top, right - left, bottom - top)
            if pyramids and area.intersects(scene):
                shift = math.floor(pane.shift * from_scene.m11() + 0.5)
                moved = _DevicePlacement(placing.zoom, placing.picture.translated(shift, 0))
                parts.append(_DevicePane(pane.side, pyramids, moved, area, pane.is_round))
        return parts

    def _shown_by(self, side: Side) -> tuple[Pyramid, ...]:
        """Return the picture of a side, both pictures for the difference, or nothing if one is missing."""
        if side is Side.DIFFERENCE:
            both = tuple(self._pyramids.values())
            return both if len(both) == 2 else ()
        return (self._pyramids[side],) if side in self._pyramids else ()

    @staticmethod
    def _clip(painter: QPainter, part: _DevicePane) -> None:
        if part.is_round:
            circle = QPainterPath()
            circle.addEllipse(QRectF(part.area))
            painter.setClipPath(circle)
        else:
            painter.setClipRect(part.area)

    def _paint_tiles(self, painter: QPainter, part: _DevicePane, level: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, part.placing.is_smooth)
        painter.setBrushOrigin(0, 0)
        for key, owned in _tiles(part, level):
            self._paint_tile(painter, part, key, owned)

    def _choose_level(self, parts: list[_DevicePane]) -> int:
        """Return the level to paint: the best one, or a coarser one while tiles are missing.

        The best level is the coarsest that need not be enlarged, so smooth scaling never averages more
        than 2 x 2 pixels. If more of its tiles are missing than one frame has time for, the others are
        converted in the following frames.
        """
        last = self._main_pyramid().levels - 1
        zoom = parts[0].placing.zoom
        best = min(max(0, math.floor(-math.log2(zoom) + 1e-9)), last)
        if self._waits_for_tiles:
            return best
        max_tiles = self._images.capacity * _CACHE_SHARE / tile_bytes()
        while best < last and len(_keys(parts, best)) > max_tiles:
            best += 1
        is_difference = any(part.side is Side.DIFFERENCE for part in parts)
        level, budget = best, MAX_NEW_DIFFERENCES if is_difference else MAX_NEW_TILES
        while level < last and len(self._missing(_keys(parts, level))) > budget:
            level += 1
        if level != best:
            budget -= len(self._missing(_keys(parts, level)))
            pyramids = {part.side: part.pyramids for part in parts}
            for key in self._missing(_keys(parts, best))[: max(1, budget)]:
                self._images.get(key, *pyramids[key.side])
            self.update()
        return level

    def _missing(self, keys: list[TileKey]) -> list[TileKey]:
        return [key for key in keys if key not in self._images]

    def _paint_tile(self, painter: QPainter, part: _DevicePane, key: TileKey, owned: QRect) -> None:
        tile = self._images.get(key, *part.pyramids)
        placing = part.placing
        scale = placing.zoom * (1 << key.level)  # device pixels per level pixel
        height, width = tile.image.height(), tile.image.width()
        left = placing.picture.left() + tile.left * scale
        top = placing.picture.top() + tile.top * scale
        if placing.is_smooth:
            # A strip thinner than a device pixel is drawn one pixel thick, so that it does not vanish.
            target = QRectF(left, top, max(1.0, width * scale), max(1.0, height * scale))
            painter.save()
            painter.setClipRect(owned, Qt.ClipOperation.IntersectClip)
            painter.drawImage(target, tile.image, QRectF(0, 0, width, height))
            painter.restore()
            return
        # A textured brush, because drawImage shifts the picture by up to half a device pixel at
        # fractional zooms to begin at a whole one.
        brush = QBrush(tile.image)
        brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
        # Qt steps through the texture with 16 fractional bits. Limiting the width of a strip keeps
        # the accumulated error below half a device pixel; powers of two have no error.
        limit = owned.width() if (_FIXED / scale).is_integer() else int(_FIXED / 2 / scale)
        for x in range(owned.left(), owned.right() + 1, limit):
            strip = QRect(x, owned.top(), min(limit, owned.right() + 1 - x), owned.height())
            painter.fillRect(strip, brush)

    def _paint_background(self, painter: QPainter, part: _DevicePane, density: float) -> None:
        """Paint the checkerboard or a colour behind transparent pictures."""
        has_alpha = any(pyramid.has_alpha for pyramid in self._pyramids.values())
        if not has_alpha or part.side is Side.DIFFERENCE:
            return
        if self._background is not None:
            painter.fillRect(part.clip, self._background)
            return
        if self._checkerboard is None:
            # The same for both sides, so that only the pictures differ.
            self._checkerboard = Checkerboard(choose_tones(self._main_pyramid(), self._colours))
        placing = part.placing
        self._checkerboard.paint(painter, placing.picture, part.area, placing.zoom, density)

    def _paint_grid(self, painter: QPainter, part: _DevicePane, density: float) -> None:
        """Draw a hairline between all pixels, on the first device row and column of each."""
        placing, shown = part.placing, part.clip
        painter.save()
        painter.setClipRect(shown, Qt.ClipOperation.IntersectClip)
        strength = min(1.0, (placing.zoom - GRID_ZOOM) / (_FULL_GRID_ZOOM - GRID_ZOOM))
        painter.setOpacity(_FAINTEST_GRID + (1 - _FAINTEST_GRID) * strength)
        line = max(1, math.floor(density))
        height, width = self._size
        first = max(1, math.floor((shown.left() - placing.picture.left()) / placing.zoom))
        count = math.ceil(shown.width() / placing.zoom) + 1
        for x in range(first, min(first + count, width)):
            left = placing.column(x)
            painter.fillRect(left, shown.top(), line, shown.height(), self._colours.grid)
        first = max(1, math.floor((shown.top() - placing.picture.top()) / placing.zoom))
        count = math.ceil(shown.height() / placing.zoom) + 1
        for y in range(first, min(first + count, height)):
            top = placing.row(y)
            painter.fillRect(shown.left(), top, shown.width(), line, self._colours.grid)
        painter.restore()

    def _paint_outline(self, painter: QPainter, part: _DevicePane, density: float) -> None:
        """Draw a hairline just outside the picture, so that white pictures have an edge on light canvases."""
        line = max(1, math.floor(density))
        inner = part.placing.picture
        outer = inner.adjusted(-line, -line, line, line)
        for edge in (
            QRect(outer.left(), outer.top(), outer.width(), line),
            QRect(outer.left(), inner.bottom() + 1, outer.width(), line),
            QRect(outer.left(), inner.top(), line, inner.height()),
            QRect(inner.right() + 1, inner.top(), line, inner.height()),
        ):
            painter.fillRect(edge & part.area, self._colours.outline)


def _keys(parts: list[_DevicePane], level: int) -> list[TileKey]:
    """Return the keys of all visible tiles, each once."""
    return list(dict.fromkeys(key for part in parts for key, _ in _tiles(part, level)))


def _tiles(part: _DevicePane, level: int) -> Iterator[tuple[TileKey, QRect]]:
    """Yield the visible tiles of a pane and the device pixels that each tile covers.

    Neighbouring tiles share their rounded edges, so there are no gaps and nothing is painted twice.
    """
    height, width = part.pyramids[0].level_size(level)
    placing, clip = part.placing, part.clip
    picture = placing.picture
    if clip.isEmpty():
        return
    size = TILE << level  # in picture pixels
    rows, cols = -(-height // TILE), -(-width // TILE)
    first_row = math.floor((clip.top() - picture.top()) / (size * placing.zoom))
    first_col = math.floor((clip.left() - picture.left()) / (size * placing.zoom))
    last_row = math.floor((clip.bottom() + 1 - picture.top()) / (size * placing.zoom))
    last_col = math.floor((clip.right() + 1 - picture.left()) / (size * placing.zoom))
    for row in range(max(0, first_row), min(last_row + 1, rows)):
        top = placing.row(row * size)
        bottom = placing.row((row + 1) * size) if row + 1 < rows else picture.bottom() + 1
        for col in range(max(0, first_col), min(last_col + 1, cols)):
            left = placing.column(col * size)
            right = placing.column((col + 1) * size) if col + 1 < cols else picture.right() + 1
            owned = QRect(left, top, right - left, bottom - top) & clip
            if not owned.isEmpty():
                yield TileKey(part.side, level, row, col), owned

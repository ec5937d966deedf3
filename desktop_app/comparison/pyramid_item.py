"""The one item in the scene: it paints the visible tiles of one or two pyramids."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop_app.comparison.checkerboard import Checkerboard, choose_tones
from desktop_app.comparison.colours import CanvasColours
from desktop_app.comparison.pyramid import TILE, Pyramid
from desktop_app.comparison.tile_images import Side, TileImages, TileKey, tile_bytes
from desktop_app.comparison.viewport import Viewport

GRID_ZOOM = 8.0
"""The pixel grid appears from 800 %."""

MAX_NEW_TILES = 12
"""Tiles converted per frame at most (2 to 6 ms); until all are there a coarser level is shown."""

_ZOOM_TOLERANCE = 1e-6

_FIXED = 2.0**16
"""Texture coordinates are multiples of 1 / _FIXED in Qt's raster engine."""

_CACHE_SHARE = 0.75
"""Part of the cache that one frame may need; more and it would evict what it is about to paint."""

_FULL_GRID_ZOOM = 32.0
_FAINTEST_GRID = 0.45
"""Opacity of the grid at 800 %, where its lines are close; it grows until 3200 %."""


@dataclass(frozen=True)
class _Part:
    """One side and the device pixels it covers."""

    side: Side
    pyramid: Pyramid
    clip: QRect


@dataclass(frozen=True)
class _Placing:
    """From picture pixels to device pixels: a scale, and the picture's rectangle on the device."""

    zoom: float
    picture: QRect

    @property
    def is_smooth(self) -> bool:
        """Whether to average pixels: only below 100 %, never smooth the evidence."""
        return self.zoom < 1 - _ZOOM_TOLERANCE

    def column(self, x: float) -> int:
        """Return the first device column right of picture x (whose centre is right of it)."""
        return self.picture.left() + math.ceil(x * self.zoom - 0.5)

    def row(self, y: float) -> int:
        """Return the first device row below picture y."""
        return self.picture.top() + math.ceil(y * self.zoom - 0.5)


class PyramidItem(QGraphicsItem):
    """Paints the visible part of one picture, or of two left and right of a line.

    Scene and view coordinates are the same; :meth:`set_viewport` moves and scales the item. It
    paints in whole device pixels: smoothly below 100 %, nearest neighbour from 100 % on. All
    methods belong to the GUI thread.
    """

    def __init__(self, colours: CanvasColours, images: TileImages | None = None) -> None:
        """Start without a picture.

        Args:
            colours: Until :meth:`set_colours`.
            images: Where converted tiles are kept.
        """
        super().__init__()
        self._colours = colours
        self._images = images or TileImages()
        self._pyramids: dict[Side, Pyramid] = {}
        self._size = (0, 0)
        self._split: float | None = None
        self._has_grid = True
        self._checkerboard: Checkerboard | None = None

    def set_pyramids(self, before: Pyramid | None, after: Pyramid | None) -> None:
        """Show other pictures; both of the same size if there are two."""
        for side, pyramid in ((Side.BEFORE, before), (Side.AFTER, after)):
            if self._pyramids.get(side) is not pyramid:
                self._images.forget(side)
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
        """Show another right picture that differs from the present one in one rectangle only."""
        self._images.forget_box(Side.AFTER, top, left, height, width)
        self._pyramids[Side.AFTER] = after
        self.update()

    def set_viewport(self, viewport: Viewport) -> None:
        """Place the picture."""
        scale = viewport.scale
        self.setTransform(QTransform(scale, 0, 0, scale, viewport.left, viewport.top))
        self.update()

    def set_split(self, x: float | None) -> None:
        """Divide the sides at view x, or show the left picture alone if there is no right one."""
        self._split = x
        self.update()

    def set_colours(self, colours: CanvasColours) -> None:
        """Paint the surroundings in other colours."""
        self._colours = colours
        self._checkerboard = None
        self.update()

    def set_grid(self, is_shown: bool) -> None:
        """Show lines between the pixels from 800 %."""
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
        """Paint checkerboard, tiles, grid and outline of what is visible, in device pixels."""
        if not self._pyramids:
            return
        to_device = painter.deviceTransform()
        painter.save()
        # Undo everything between here and the device: from now on one unit is one device pixel.
        undo, _ = (painter.worldTransform().inverted()[0] * to_device).inverted()
        painter.setWorldTransform(undo)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

        placing = self._placing(to_device)
        from_scene = self.sceneTransform().inverted()[0] * to_device
        visible = from_scene.mapRect(self.scene().sceneRect()).toAlignedRect()
        parts = self._parts(placing, visible, from_scene)
        density = from_scene.m11()
        self._paint_checker(painter, placing, visible, density)
        self._paint_tiles(painter, placing, parts)
        if self._has_grid and placing.zoom >= GRID_ZOOM:
            self._paint_grid(painter, placing, visible, density)
        painter.setClipping(False)
        painter.setOpacity(1.0)
        self._paint_outline(painter, placing, visible, density)
        painter.restore()

    def _main_pyramid(self) -> Pyramid:
        """Return the left picture, or the only one."""
        return self._pyramids.get(Side.BEFORE) or self._pyramids[Side.AFTER]

    def _placing(self, to_device: QTransform) -> _Placing:
        """Return where the picture is: its corner on a whole device pixel, at least one pixel."""
        height, width = self._size
        zoom = to_device.m11()
        left, top = math.floor(to_device.dx() + 0.5), math.floor(to_device.dy() + 0.5)
        wide = max(1, math.ceil(width * zoom - 0.5))
        high = max(1, math.ceil(height * zoom - 0.5))
        return _Placing(zoom, QRect(left, top, wide, high))

    def _parts(self, placing: _Placing, visible: QRect, from_scene: QTransform) -> list[_Part]:
        shown = placing.picture & visible
        before, after = self._pyramids.get(Side.BEFORE), self._pyramids.get(Side.AFTER)
        line = shown.left()
        if before and not after:
            line = shown.left() + shown.width()
        elif before and self._split is not None:
            line = math.floor(from_scene.map(QPointF(self._split, 0)).x() + 0.5)
            line = min(max(line, shown.left()), shown.left() + shown.width())
        left, right = QRect(shown), QRect(shown)
        left.setRight(line - 1)
        right.setLeft(line)
        sides = ((Side.BEFORE, before, left), (Side.AFTER, after, right))
        return [
            _Part(side, pyramid, clip)
            for side, pyramid, clip in sides
            if pyramid is not None and not clip.isEmpty()
        ]

    def _paint_tiles(self, painter: QPainter, placing: _Placing, parts: list[_Part]) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, placing.is_smooth)
        painter.setBrushOrigin(0, 0)
        level = self._choose_level(placing, parts)
        for part in parts:
            for key, clip in _tiles(part, placing, level):
                self._paint_tile(painter, placing, part.pyramid, key, clip)

    def _choose_level(self, placing: _Placing, parts: list[_Part]) -> int:
        """Return the level to paint: the fitting one, or a coarser one while tiles are missing.

        The fitting level is the coarsest that need not be enlarged, so smooth scaling never
        averages over more than 2 x 2 pixels. When more of its tiles are missing than a frame has
        time for, the rest is left for the following frames.
        """
        last = self._main_pyramid().levels - 1
        fitting = min(max(0, math.floor(-math.log2(placing.zoom) + 1e-9)), last)
        affordable = self._images.capacity * _CACHE_SHARE / tile_bytes()
        while fitting < last and len(_keys(parts, placing, fitting)) > affordable:
            fitting += 1
        level, budget = fitting, MAX_NEW_TILES
        while level < last and len(self._missing(_keys(parts, placing, level))) > budget:
            level += 1
        if level != fitting:
            budget -= len(self._missing(_keys(parts, placing, level)))
            pyramids = {part.side: part.pyramid for part in parts}
            for key in self._missing(_keys(parts, placing, fitting))[: max(1, budget)]:
                self._images.get(key, pyramids[key.side])
            self.update()
        return level

    def _missing(self, keys: list[TileKey]) -> list[TileKey]:
        return [key for key in keys if key not in self._images]

    def _paint_tile(
        self, painter: QPainter, placing: _Placing, pyramid: Pyramid, key: TileKey, clip: QRect
    ) -> None:
        tile = self._images.get(key, pyramid)
        scale = placing.zoom * (1 << key.level)  # device pixels per level pixel
        height, width = tile.image.height(), tile.image.width()
        left = placing.picture.left() + tile.left * scale
        top = placing.picture.top() + tile.top * scale
        if placing.is_smooth:
            # A strip thinner than a device pixel is drawn one pixel thick instead of vanishing.
            target = QRectF(left, top, max(1.0, width * scale), max(1.0, height * scale))
            painter.setClipRect(clip)
            painter.drawImage(target, tile.image, QRectF(0, 0, width, height))
            return
        # A textured brush, since drawImage shifts the picture by up to half a device pixel at
        # fractional zooms to begin on a whole one.
        brush = QBrush(tile.image)
        brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
        # Qt steps through the texture with 16 binary digits behind the point. The limit keeps the
        # summed error below half a device pixel; powers of two have none.
        limit = clip.width() if (_FIXED / scale).is_integer() else int(_FIXED / 2 / scale)
        for x in range(clip.left(), clip.right() + 1, limit):
            part = QRect(x, clip.top(), min(limit, clip.right() + 1 - x), clip.height())
            painter.fillRect(part, brush)

    def _paint_checker(
        self, painter: QPainter, placing: _Placing, visible: QRect, density: float
    ) -> None:
        if not any(pyramid.has_alpha for pyramid in self._pyramids.values()):
            return
        if self._checkerboard is None:
            # One for both sides: the ground must not be what differs.
            self._checkerboard = Checkerboard(choose_tones(self._main_pyramid(), self._colours))
        self._checkerboard.paint(painter, placing.picture, visible, placing.zoom, density)

    def _paint_grid(
        self, painter: QPainter, placing: _Placing, visible: QRect, density: float
    ) -> None:
        """Draw a hairline on the first device row and column of every pixel but the outermost."""
        shown = placing.picture & visible
        painter.setClipRect(shown)
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

    def _paint_outline(
        self, painter: QPainter, placing: _Placing, visible: QRect, density: float
    ) -> None:
        """Draw a hairline round the picture, outside it: white pictures end on light canvases."""
        line = max(1, math.floor(density))
        inner = placing.picture
        outer = inner.adjusted(-line, -line, line, line)
        for edge in (
            QRect(outer.left(), outer.top(), outer.width(), line),
            QRect(outer.left(), inner.bottom() + 1, outer.width(), line),
            QRect(outer.left(), inner.top(), line, inner.height()),
            QRect(inner.right() + 1, inner.top(), line, inner.height()),
        ):
            painter.fillRect(edge & visible, self._colours.outline)


def _keys(parts: list[_Part], placing: _Placing, level: int) -> list[TileKey]:
    return [key for part in parts for key, _ in _tiles(part, placing, level)]


def _tiles(part: _Part, placing: _Placing, level: int) -> Iterator[tuple[TileKey, QRect]]:
    """Yield the visible tiles of one side, and the device pixels that each one owns.

    Neighbours share their rounded edges: there are no seams and nothing is painted twice.
    """
    height, width = part.pyramid.level_size(level)
    clip, picture = part.clip, placing.picture
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

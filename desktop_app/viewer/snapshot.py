"""Draw a comparison as one image, which can be shown without this program."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from desktop_app.imaging.pyramid import Pyramid
from desktop_app.viewer import overlay
from desktop_app.viewer.canvas_colours import CanvasColours
from desktop_app.viewer.compare_modes import CompareMode, divide, pane_width
from desktop_app.viewer.divider import paint_divider
from desktop_app.viewer.pyramid_item import PyramidItem
from desktop_app.viewer.viewport import Viewport

MIN_SIDE = 1200
"""Pixels: smaller pictures are magnified by a whole number, up to this longer side."""

LARGEST_FACTOR = 8

MAX_SIDE = 2400
"""Longest side in pixels: larger pictures are reduced to it."""

_DENSE = 1600
"""Longer side in pixels from which names and lines are drawn twice as large."""


def draw_snapshot(
    pictures: tuple[Pyramid, Pyramid],
    labels: tuple[str, str],
    divider: float | None,
    *,
    colours: CanvasColours,
    background: QColor | None,
    font: QFont,
) -> QImage:
    """Draw two whole pictures as the window compares them, with their names below.

    Args:
        pictures: Before and after, of the same size.
        labels: Names of both pictures.
        divider: Position of the divider as a fraction of the width, 0 to 1; None to draw side by side.
        colours: Of the canvas.
        background: Colour behind transparent pictures; None for the checkerboard.
        font: For the names.

    Returns:
        An opaque image. As on screen, pixels are repeated when magnified and averaged when reduced.
    """
    before, after = pictures
    longest = max(before.height, before.width)
    zoom = min(float(min(LARGEST_FACTOR, max(1, MIN_SIDE // longest))), MAX_SIDE / longest)
    high, wide = (max(1, math.ceil(side * zoom)) for side in (before.height, before.width))
    density = 2.0 if max(high, wide) >= _DENSE else 1.0
    high, wide = math.ceil(high / density), math.ceil(wide / density)  # view pixels
    mode = CompareMode.SLIDER if divider is not None else CompareMode.SIDE_BY_SIDE
    width = wide
    while pane_width(mode, width) < wide:
        width += 1
    viewport = Viewport(
        before.height,
        before.width,
        high,
        wide,
        density,
        zoom,
        before.width / 2,
        before.height / 2,
    )
    x = viewport.to_view((divider or 0.0) * before.width, 0)[0]
    panes = divide(mode, width, high, x, (0.0, 0.0))
    item = PyramidItem(colours, waits_for_tiles=True)
    item.set_pyramids(before, after)
    item.set_grid(False)
    item.set_background(background)
    item.set_viewport(viewport)
    item.set_panes(panes)
    scene = QGraphicsScene(0, 0, width, high)
    scene.addItem(item)

    view = QSizeF(width, high + 2 * overlay.LABEL_MARGIN)
    name = overlay.label_rect(labels[0], font, view, is_right=False)
    view.setHeight(math.ceil(view.height() + name.height()))
    image = QImage(
        round(view.width() * density), round(view.height() * density), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(density)
    image.fill(colours.canvas)
    painter = QPainter(image)
    area = QRectF(0, 0, width, high)
    scene.render(painter, area, area)
    painter.setFont(font)
    if mode is CompareMode.SLIDER:
        paint_divider(painter, x, high, colours, is_focused=False)
    else:
        overlay.paint_separator(painter, panes[1].shift, high, colours)
    for text, is_right in zip(labels, (False, True), strict=True):
        pill = overlay.label_rect(text, font, view, is_right=is_right)
        overlay.paint_label(painter, pill, text, colours, 1.0)
    painter.end()
    return image

"""Measure how fast a comparison of very large pictures is drawn; run it by hand or from dev.py.

``measure()`` needs no display: it uses the offscreen platform unless another one is set.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from desktop_app.imaging.pyramid import TILE, Pixels, Pyramid
from desktop_app.viewer.compare_modes import CompareMode
from desktop_app.viewer.comparison_view import ComparisonView
from tests.viewer.tiles import show_tile

_PAN_STEPS = 24
_PAN = 96.0
"""View pixels per frame, as in a fast drag."""


def measure(
    edge: int = 16384, width: int = 1280, height: int = 800, channels: int = 3
) -> dict[str, float]:
    """Time the comparison of two ``edge`` x ``edge`` pictures.

    Args:
        edge: Side of the pictures, in pixels.
        width: Width of the view, in pixels.
        height: Height of the view, in pixels.
        channels: 3, or 4 for pictures with transparency.

    Returns:
        Milliseconds by what was measured: building a pyramid; adding a restored 512-px tile; for several
        zooms the first frame after a jump to a new place, and the median and slowest frame of a fast pan and
        of dragging the divider; the first frame of each compare mode; pans over differences and side by side.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    pixels = _picture(edge, channels)
    results = {"build": _time(lambda: Pyramid.build(pixels))}
    before = Pyramid.build(pixels)
    after = Pyramid.build(pixels)

    view = ComparisonView()
    view.resize(width, height)
    view.set_pictures(before, after, "Enlarged", "Restored")
    view.show()
    app.processEvents()
    frame = view.viewport().repaint

    results["fit, first frame"] = _time(frame)
    _add(results, "fit, divider", _divider_frames(view))
    for zoom in (0.26, 0.51, 0.99, 1.0, 1.5, 4.0, 64.0):
        view.fit()
        # A place that was not shown before, so that none of its tiles is cached.
        view.set_zoom(zoom, view.view_point(QPointF(edge * 0.3, edge * 0.6)))
        title = f"{zoom * 100:.0f} %"
        results[f"{title}, jump"] = _time(frame)
        _add(results, f"{title}, pan", _pan_frames(view))
        _add(results, f"{title}, divider", _divider_frames(view))

    for zoom in (0.05, 0.4, 1.0):
        view.fit()
        view.set_zoom(zoom, view.view_point(QPointF(edge * 0.7, edge * 0.2)))
        for mode in (*CompareMode, CompareMode.SLIDER):
            view.mode = mode
            results[f"{zoom * 100:.0f} %, {mode.name.lower()}, switch"] = _time(frame)
            if mode in (CompareMode.DIFFERENCE, CompareMode.SIDE_BY_SIDE):
                _add(results, f"{zoom * 100:.0f} %, {mode.name.lower()}, pan", _pan_frames(view))

    tile = pixels[:TILE, :TILE]
    top = left = edge // 2 + 100
    arrivals = (_time(lambda: show_tile(view, top, left, tile)) for _ in range(_PAN_STEPS))
    _add(results, "restored tile", arrivals)
    view.close()
    return results


def _add(results: dict[str, float], title: str, times: Iterable[float]) -> None:
    ordered = sorted(times)
    results[title] = statistics.median(ordered)
    results[f"{title}, slowest"] = ordered[-1]


def _picture(edge: int, channels: int) -> Pixels:
    """Make noise, one band repeated, since the random generator is slower than the view."""
    rng = np.random.default_rng(0)
    band = rng.integers(0, 256, (min(edge, 1024), edge, channels), dtype=np.uint8)
    return np.concatenate([band] * (edge // band.shape[0]))


def _pan_frames(view: ComparisonView) -> Iterator[float]:
    for _ in range(_PAN_STEPS):
        view.pan(-_PAN, -_PAN)
        yield _time(view.viewport().repaint)


def _divider_frames(view: ComparisonView) -> Iterator[float]:
    for step in range(_PAN_STEPS):
        view.divider = 0.2 + 0.6 * step / _PAN_STEPS
        yield _time(view.viewport().repaint)


def _time(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000

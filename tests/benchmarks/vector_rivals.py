"""Other tracers for the benchmark: vtracer as Clearmark used it, and potrace where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.imaging.areas import trace_areas
from desktop_app.imaging.palette import choose_colours, nearest
from desktop_app.imaging.picture import Picture


def traced_by_vtracer(picture: Picture) -> str:
    """Trace as Clearmark did before it had a tracer of its own."""
    areas = trace_areas(picture, None, mode="spline", layering="stacked", smallest=1, corner=60)
    paths = "".join(
        f'<path d="{area.path}" fill="#{bytes(area.colour).hex()}" transform="{area.transform}"/>'
        for area in areas.members
    )
    width, height = picture.width, picture.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><g transform="{areas.transform}">{paths}</g></svg>'
    )


def potrace_svg(factor: int) -> Callable[[Picture], str] | None:
    """Return a tracer that gives potrace each colour of the enlarged picture, or None without potrace."""
    program = shutil.which("potrace")
    if program is None:
        return None

    def traced(picture: Picture) -> str:
        palette = choose_colours(picture)
        size = picture.width * factor, picture.height * factor
        fine = np.asarray(Image.fromarray(picture.rgb).resize(size, Image.Resampling.BICUBIC))
        labels = nearest(fine, palette)[0]
        is_seen = np.ones(labels.shape, bool)
        if picture.alpha is not None:
            is_seen = (
                np.asarray(Image.fromarray(picture.alpha).resize(size, Image.Resampling.BICUBIC))
                > 127
            )
        order = np.argsort([-int((labels == index).sum()) for index in range(len(palette))])
        shapes = ""
        for rank, index in enumerate(order):
            # Each layer lies under all smaller ones, so that no gap shows.
            layer = np.isin(labels, order[rank:]) & is_seen
            fill = "#{:02x}{:02x}{:02x}".format(*palette[index].tolist())
            shapes += f'<g fill="{fill}">{_outline(program, layer, factor)}</g>'
        width, height = picture.width, picture.height
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">{shapes}</svg>'
        )

    return traced


def _outline(
    program: str, layer: np.ndarray[tuple[int, int], np.dtype[np.bool_]], factor: int
) -> str:
    with tempfile.TemporaryDirectory() as folder:
        bitmap, result = Path(folder) / "layer.pbm", Path(folder) / "layer.svg"
        Image.fromarray(~layer).convert("1").save(bitmap)
        subprocess.run([program, "-s", "--flat", "-o", str(result), str(bitmap)], check=True)
        found = re.search(r'<g transform="([^"]*)"[^>]*>(.*?)</g>', result.read_text(), re.DOTALL)
    if found is None:
        return ""
    return f'<g transform="scale({1 / factor:g}) {found[1]}">{found[2]}</g>'

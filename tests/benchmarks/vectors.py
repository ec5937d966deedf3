"""Measure traced shapes against the true ones: ``.venv/bin/python -m tests.benchmarks.vectors``.

Every drawing has shapes that are known exactly. "clean" is its picture of 256 pixels, antialiased;
"restored" is that picture halved, blurred by 0.8 pixels, saved as JPEG of quality 80 and restored by the
network. Every second drawing is hidden: whoever builds the tracer looks at the open ones (``--half open``),
the table at the end shows both.

potrace, where it is installed, gets the picture enlarged, one layer for each colour of the program's palette.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from desktop_app.imaging.picture import Picture
from desktop_app.imaging.tracing import trace
from tests.benchmarks.vector_drawings import SIDE, Drawing, drawings
from tests.benchmarks.vector_metrics import Contours, Score, draw, render, score
from tests.benchmarks.vector_rivals import potrace_svg, traced_by_vtracer

_FINE = 8
_MODEL = "clearmark-plus"

Tracer = Callable[[Picture], str]


def clean_picture(drawing: Drawing) -> Picture:
    """Draw a drawing so that every pixel is the average of what is in it."""
    large = drawing.svg().replace(
        f'"{SIDE}" height="{SIDE}"', f'"{SIDE * _FINE}" height="{SIDE * _FINE}"', 1
    )
    image = draw(large).convert("RGBa").reduce(_FINE).convert("RGBA")
    return _picture(image)


def restored_picture(drawing: Drawing, cache: Path) -> Picture | None:
    """Damage a drawing and restore it; None if it is transparent, which JPEG cannot hold."""
    clean = clean_picture(drawing)
    if clean.alpha is not None:
        return None
    small = Image.fromarray(clean.rgb).reduce(2).filter(ImageFilter.GaussianBlur(0.8))
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=80)
    cached = cache / f"{hashlib.sha256(stream.getvalue()).hexdigest()[:24]}.png"
    if not cached.exists():
        from models.restorer import Restorer

        damaged = np.array(Image.open(stream).convert("RGB"))
        restored = Restorer.load(_MODEL, "cpu").restore(damaged, 2)
        cache.mkdir(parents=True, exist_ok=True)
        Image.fromarray(restored).save(cached)
    return _picture(Image.open(cached))


def _picture(image: Image.Image) -> Picture:
    rgba = np.array(image.convert("RGBA"))
    alpha = np.ascontiguousarray(rgba[..., 3])
    return Picture(np.ascontiguousarray(rgba[..., :3]), None if alpha.min() == 255 else alpha)


def measure(drawing: Drawing, picture: Picture, tracer: Tracer) -> tuple[Score, str]:
    """Trace a picture and compare the result with the truth."""
    began = time.perf_counter()
    svg = tracer(picture)
    seconds = time.perf_counter() - began
    sides = render(drawing.svg(), SIDE * _FINE), render(svg, SIDE * _FINE)
    return score(Contours(drawing.svg(), SIDE), svg, seconds, SIDE, sides), svg


def table(title: str, scores: dict[str, list[Score]]) -> str:
    """Format medians, and the worst drawing of what matters most, one row for each tracer."""
    names = [field.name for field in fields(Score)]
    lines = [f"| {title} | " + " | ".join(names) + " | worst contour | worst nodes |"]
    lines.append("|---" * (len(names) + 3) + "|")
    for tracer, rows in scores.items():
        values = {name: np.array([getattr(row, name) for row in rows], float) for name in names}
        cells = []
        for name in names:
            known = values[name][~np.isnan(values[name])]
            if name == "palette":
                cells.append(f"{int(known.sum())} of {len(known)}")
            elif name in ("invented", "found", "false"):
                cells.append(f"{known.mean():.2f}")
            else:
                cells.append(f"{np.median(known):.3f}" if len(known) else "–")
        cells += [f"{values['contour'].max():.2f}", f"{values['nodes'].max():.1f}"]
        lines.append(f"| {tracer} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print one table for each half and each case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("open", "hidden", "both"), default="both")
    parser.add_argument("--case", choices=("clean", "restored", "both"), default="both")
    parser.add_argument("--rivals", action="store_true", help="trace with vtracer and potrace too")
    parser.add_argument("--only", help="names of drawings that contain this")
    parser.add_argument("--each", action="store_true", help="print a line for each drawing")
    parser.add_argument("--save", type=Path, help="folder for pictures and documents")
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "clearmark-vectors"
    )
    options = parser.parse_args()
    tracers: dict[str, Tracer] = {"Clearmark": lambda picture: trace(picture).svg}
    if options.rivals:
        tracers["vtracer on 4×"] = traced_by_vtracer
        for factor in (2, 8):
            made = potrace_svg(factor)
            if made is not None:
                tracers[f"potrace on {factor}×"] = made
    halves = {"open": drawings()[::2], "hidden": drawings()[1::2]}
    for half, chosen in halves.items():
        if options.half not in (half, "both"):
            continue
        for case in ("clean", "restored"):
            if options.case in (case, "both"):
                _run(f"{half}, {case}", case, chosen, tracers, options)


def _run(
    title: str,
    case: str,
    chosen: list[Drawing],
    tracers: dict[str, Tracer],
    options: argparse.Namespace,
) -> None:
    scores: dict[str, list[Score]] = {name: [] for name in tracers}
    for drawing in chosen:
        if options.only and options.only not in drawing.name:
            continue
        picture = (
            clean_picture(drawing) if case == "clean" else restored_picture(drawing, options.cache)
        )
        if picture is None:
            continue
        for name, tracer in tracers.items():
            result, svg = measure(drawing, picture, tracer)
            scores[name].append(result)
            if options.each:
                numbers = " ".join(f"{f.name} {getattr(result, f.name):.3f}" for f in fields(Score))
                sys.stdout.write(f"{case} {drawing.name:18} {name}: {numbers}\n")
                sys.stdout.flush()
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                stem = f"{drawing.name}-{case}".replace(" ", "_")
                Image.fromarray(picture.rgba()).save(options.save / f"{stem}.png")
                (options.save / f"{stem}-{name.split()[0]}.svg").write_text(svg, encoding="utf-8")
    if all(scores.values()):
        sys.stdout.write(table(title, scores) + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Plots the log of a run: losses, validation PSNR and character errors over time.

python -m models.training.loop.plot training-data/run
"""

import json
import logging
import sys
from pathlib import Path

log = logging.getLogger(__name__)

LOG_FILE, PLOT_FILE = "log.jsonl", "log.png"
PANELS = (
    ("loss", ("loss",)),
    ("validation PSNR, dB", ("validation_psnr", "bicubic_psnr")),
    ("character errors", ("character_errors", "bicubic_character_errors")),
)


def read_log(run: Path) -> list[dict[str, float]]:
    """Read the rows that ``train.py`` wrote, in their order; a row cut off by a crash is left out."""
    rows = []
    for line in (run / LOG_FILE).read_text("utf-8").splitlines():
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            log.warning("%s holds a broken line, left out", run / LOG_FILE)
    return rows


def plot(run: Path) -> Path | None:
    """Plot the log of a run into ``log.png`` beside it.

    Args:
        run: The folder given to ``train.py`` as ``--out``.

    Returns:
        The path of the picture, or None if matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        log.warning("matplotlib is not installed: the log is not drawn")
        return None
    rows = read_log(run)
    figure = Figure(figsize=(8, 9), layout="constrained")
    for axes, (title, names) in zip(figure.subplots(3, sharex=True), PANELS, strict=True):
        for name in names:
            points = [(row["minutes"], row[name]) for row in rows if name in row]
            if points:
                axes.plot(*zip(*points, strict=True), marker="." * (len(points) < 60), label=name)
        axes.set_ylabel(title)
        axes.grid(visible=True, alpha=0.3)
        if axes.get_legend_handles_labels()[0]:
            axes.legend()
    axes.set_xlabel("minutes of training")
    steps = max((int(row["step"]) for row in rows), default=0)
    figure.suptitle(f"{run.name}: {steps:,} steps")
    figure.savefig(run / PLOT_FILE, dpi=100)
    return run / PLOT_FILE


if __name__ == "__main__":
    sys.exit(plot(Path(sys.argv[1])) is None)

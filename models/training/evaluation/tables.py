"""Scores of an evaluation, and their output as Markdown tables and as numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from models.training.evaluation.legibility import error_rate_with_deviation

SHARP = "already sharp"
LATER = ("lossless motion", "re-enlarged", "lossless palette", "JPEG on black", "pixel graphics")
"""Classes that the totals leave out, so that they stay comparable with those of earlier models."""

MEASURES = {
    "psnr": "PSNR, dB",
    "graphics": "PSNR without photographs, dB",
    "ssim": "SSIM",
    "lpips": "LPIPS",
    "character_errors": "character errors (OCR)",
    "worse": "share worse than bicubic",
    "edge_width": "edge width 10–90 %, px",
    "overshoot": "overshoot",
    "seconds": "seconds a picture",
}
BY_CLASS = ("psnr", "ssim", "lpips", "character_errors", "worse", "edge_width", "overshoot")


class Summable:
    """Scores that add up: all attributes are lists, which are joined, or numbers."""

    def add(self, other: Self) -> None:
        """Add the scores of another class or share."""
        for name, values in vars(other).items():
            setattr(self, name, getattr(self, name) + values)


@dataclass
class Scores(Summable):
    """The scores of one method in one class of degradation, or in several together.

    Attributes:
        psnr: In dB, one per picture.
        graphics: The PSNR of all pictures but photographs.
        ssim: One per picture.
        lpips: One per picture; empty if not measured.
        misread: Number of wrong characters, one per line.
        characters: Number of characters, one per line.
        worse: Number of pictures whose PSNR is more than 0.05 dB below that of bicubic.
        edges: Width in pixels and overshoot as a share of the step, one pair per edge.
        seconds: Total time for all pictures.
    """

    psnr: list[float] = field(default_factory=list)
    graphics: list[float] = field(default_factory=list)
    ssim: list[float] = field(default_factory=list)
    lpips: list[float] = field(default_factory=list)
    misread: list[int] = field(default_factory=list)
    characters: list[int] = field(default_factory=list)
    worse: int = 0
    edges: list[tuple[float, float]] = field(default_factory=list)
    seconds: float = 0.0

    def row(self) -> dict[str, float]:
        """Compute the means by key of ``MEASURES``; what was not measured is left out."""
        values = {
            "psnr": float(np.mean(self.psnr)),
            "ssim": float(np.mean(self.ssim)),
            "worse": self.worse / max(1, len(self.psnr)),
            "seconds": self.seconds / max(1, len(self.psnr)),
        }
        if self.graphics:
            values["graphics"] = float(np.mean(self.graphics))
        if self.lpips:
            values["lpips"] = float(np.mean(self.lpips))
        if self.characters:
            values["character_errors"] = sum(self.misread) / sum(self.characters)
        if self.edges:
            width, overshoot = np.nanmean(np.array(self.edges), axis=0)
            values |= {"edge_width": float(width), "overshoot": float(overshoot)}
        return values


Table = dict[str, dict[str, Scores]]  # by class and method


def overall(table: Table) -> dict[str, Scores]:
    """Add up the scores of each method over all classes but ``SHARP`` and ``LATER``."""
    total: dict[str, Scores] = {}
    for row in _counted(table):
        for method, scores in row.items():
            total.setdefault(method, Scores()).add(scores)
    return total


def _counted(table: Table) -> list[dict[str, Scores]]:
    return [row for name, row in table.items() if name not in (SHARP, *LATER)]


def to_markdown(table: Table) -> str:
    """Format the scores as Markdown: every measure over all classes, then the main ones by class."""
    total = {method: scores.row() for method, scores in overall(table).items()}
    rows = to_numbers(table)
    sums = {MEASURES[key]: (total, key) for key in MEASURES} if total else {}
    tables = [_table(f"all but {SHARP}", sums)] if sums else []
    for key in BY_CLASS:
        lines = {name: (row, key) for name, row in rows.items() if key in next(iter(row.values()))}
        if lines:
            tables.append(_table(MEASURES[key], lines))
    return "\n\n".join(tables)


def to_numbers(table: Table) -> dict[str, dict[str, dict[str, float]]]:
    """Return every mean by class, method and key of ``MEASURES``."""
    return {c: {m: scores.row() for m, scores in row.items()} for c, row in table.items()}


def legibility_note(table: Table) -> str:
    """Write a sentence with the standard errors of the character errors; empty if none were measured."""
    total = overall(table)
    reference = total.get("bicubic")
    if reference is None or not reference.characters:
        return ""
    classes = sum(bool(row["bicubic"].characters) for row in _counted(table))
    by_line = np.array(reference.characters).reshape(classes, -1)
    parts = []
    for method, scores in total.items():
        misread = np.array(scores.misread).reshape(by_line.shape)
        against = misread - np.array(reference.misread).reshape(by_line.shape)
        share, deviation = error_rate_with_deviation(misread.sum(axis=0), by_line.sum(axis=0))
        gap, gap_deviation = error_rate_with_deviation(against.sum(axis=0), by_line.sum(axis=0))
        parts.append(f"{method} {share:.3f} ± {deviation:.3f}")
        if method != "bicubic":
            parts[-1] += f" ({gap:+.3f} ± {gap_deviation:.3f} against bicubic)"
    return (
        f"Character errors of {by_line.shape[1]} lines of {by_line[0].sum()} characters, ± the standard "
        f"error (bootstrap over lines): {', '.join(parts)}."
    )


def _table(title: str, lines: dict[str, tuple[dict[str, dict[str, float]], str]]) -> str:
    """Format one table; lines with a missing measurement are left out."""
    methods = list(next(iter(lines.values()))[0])
    rows = []
    for name, (row, key) in lines.items():
        if all(key in values for values in row.values()):
            digits = 2 if key in ("psnr", "graphics") else 3
            rows.append([name, *(f"{row[method][key]:.{digits}f}" for method in methods)])
    return markdown_table([title, *methods], rows)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Format cells as a Markdown table; every row has as many cells as ``head``."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, *rows)]
    return "\n".join([lines[0], "|---" * len(head) + "|", *lines[1:]])

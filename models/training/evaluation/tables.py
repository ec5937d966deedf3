"""Keeps scores and writes them down: Markdown for people, numbers for programs."""

from dataclasses import dataclass, field

import numpy as np

from models.training.evaluation.legibility import error_rate_with_deviation

SHARP = "already sharp"

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


@dataclass
class Scores:
    """What one method got in one class (or in several together), picture by picture."""

    psnr: list[float] = field(default_factory=list)
    graphics: list[float] = field(default_factory=list)  # the PSNR of all but photographs
    ssim: list[float] = field(default_factory=list)
    lpips: list[float] = field(default_factory=list)
    misread: list[int] = field(default_factory=list)  # wrong characters, line by line
    characters: list[int] = field(default_factory=list)
    worse: int = 0  # pictures with a lower PSNR than bicubic's, by over 0.05 dB
    edges: list[tuple[float, float]] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: "Scores") -> None:
        """Take in the scores of another class."""
        for name, values in vars(other).items():
            setattr(self, name, getattr(self, name) + values)

    def row(self) -> dict[str, float]:
        """The means, as they are printed and kept."""
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
    """Each method over all classes but the one that is sharp already."""
    total: dict[str, Scores] = {}
    for name, row in table.items():
        for method, scores in row.items() if name != SHARP else ():
            total.setdefault(method, Scores()).add(scores)
    return total


def to_markdown(table: Table) -> str:
    """The tables for people: every measure over all classes, then the main ones class by class."""
    total = {method: scores.row() for method, scores in overall(table).items()}
    rows = to_numbers(table)
    tables = [_table("all but already sharp", {MEASURES[key]: (total, key) for key in MEASURES})]
    for key in BY_CLASS:
        lines = {name: (row, key) for name, row in rows.items() if key in next(iter(row.values()))}
        if lines:
            tables.append(_table(MEASURES[key], lines))
    return "\n\n".join(tables)


def to_numbers(table: Table) -> dict[str, dict[str, dict[str, float]]]:
    """Every mean by class, method and measure; names as in ``MEASURES``."""
    return {c: {m: scores.row() for m, scores in row.items()} for c, row in table.items()}


def legibility_note(table: Table) -> str:
    """One sentence on how far the character errors of all classes can be trusted; may be empty."""
    total = overall(table)
    reference = total["bicubic"]
    if not reference.characters:
        return ""
    classes = sum(bool(row["bicubic"].characters) for name, row in table.items() if name != SHARP)
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
    """One table; lines for which nothing was measured are left out."""
    methods = list(next(iter(lines.values()))[0])
    written = ["| " + " | ".join([title, *methods]) + " |", "|---" * (len(methods) + 1) + "|"]
    for name, (row, key) in lines.items():
        if all(key in values for values in row.values()):
            digits = 2 if key in ("psnr", "graphics") else 3
            figures = [f"{row[method][key]:.{digits}f}" for method in methods]
            written.append("| " + " | ".join([name, *figures]) + " |")
    return "\n".join(written)

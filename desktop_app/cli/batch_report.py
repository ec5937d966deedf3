"""Report the outcome of each picture of a batch, as text or as JSON."""

from __future__ import annotations

import time
from pathlib import Path

from desktop_app.cli.console import Console, ExitCode
from desktop_app.cli.enhance import EnhancedFile
from desktop_app.imaging.run_facts import RunOutcome


class BatchReport:
    """Prints and counts the outcome of each picture.

    Args:
        console: Where to print.
        shows_folders: Whether to print results with their folder instead of just their name.
    """

    def __init__(self, console: Console, *, shows_folders: bool) -> None:
        self._console = console
        self._shows_folders = shows_folders
        self._began = time.perf_counter()
        self._done = 0
        self._not_restored = 0
        self._skipped = 0
        self._failed: list[Path] = []

    @property
    def failed(self) -> int:
        """Number of failures."""
        return len(self._failed)

    @property
    def total(self) -> int:
        """Number of pictures restored or failed, without those that were skipped."""
        return self._done + self.failed

    def add_enhanced(self, enhanced: EnhancedFile) -> None:
        """Report a picture that was restored."""
        self._done += 1
        facts = enhanced.facts
        self._not_restored += facts["outcome"] == RunOutcome.NOT_RESTORED
        before, after = (
            f"{facts[side]['width']} × {facts[side]['height']}" for side in ("input", "output")
        )
        self._console.print_line(
            f"{enhanced.source.name} → {self._shown(enhanced.result)}  {before} → {after}, "
            f"{facts['seconds']:.2f} s, {facts['device']} {facts['precision']}"
        )
        for sentence in facts["notes"]:
            self._console.print_line(f"  {sentence}")
        if enhanced.sheet:
            self._console.print_line(f"  before and after: {self._shown(enhanced.sheet)}")
        self._console.print_json({"state": "done", **_paths(enhanced), **facts})

    def add_skipped_finished(self, enhanced: list[EnhancedFile], total: int) -> None:
        """Report pictures that an earlier run had finished.

        Args:
            enhanced: Their results.
            total: Number of pictures in this batch.
        """
        self._skipped += len(enhanced)
        if enhanced:
            self._console.print_line(f"{len(enhanced)} of {total} were done by an earlier run.")
        for entry in enhanced:
            self._console.print_json({"state": "skipped", "reason": "finished", **_paths(entry)})

    def add_skipped_results(self, paths: list[Path]) -> None:
        """Report files that were skipped because they are results of earlier runs."""
        self._skipped += len(paths)
        if len(paths) == 1:
            self._console.print_line(
                f"{paths[0].name} was left out: it is a result of an earlier run."
            )
        elif paths:
            self._console.print_line(f"{len(paths)} results of earlier runs were left out.")
        for path in paths:
            self._console.print_json({"state": "skipped", "reason": "result", "source": str(path)})

    def add_failure(self, path: Path, sentence: str) -> None:
        """Report a picture or folder that could not be used."""
        self._failed.append(path)
        self._console.print_error(f"clearmark: {sentence}")
        self._console.print_json({"state": "failed", "source": str(path), "error": sentence})

    def retract_failure(self, path: Path) -> None:
        """Take back a failure, because the picture is tried again."""
        if path in self._failed:
            self._failed.remove(path)

    def write_summary(self, code: ExitCode) -> None:
        """Write the summary (JSON only); call this last."""
        self._console.print_json(
            {
                "state": "summary",
                "done": self._done,
                "not_restored": self._not_restored,
                "skipped": self._skipped,
                "failed": self.failed,
                "seconds": round(time.perf_counter() - self._began, 3),
                "exit_code": int(code),
            }
        )

    def _shown(self, path: Path) -> str:
        return str(path) if self._shows_folders else path.name


def _paths(enhanced: EnhancedFile) -> dict[str, str | None]:
    return {
        "source": str(enhanced.source),
        "result": str(enhanced.result),
        "receipt": None if enhanced.receipt is None else str(enhanced.receipt),
        "sheet": None if enhanced.sheet is None else str(enhanced.sheet),
    }

"""Estimates how long self-ensemble takes, from the speed of earlier pictures."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import Result
from desktop_app.panels.restore_panel import RestorePanel
from desktop_app.queue.session import Session

_MIN_PIXELS = 40_000  # below this, the fixed cost of a run outweighs the cost per pixel


class TimeEstimate(QObject):
    """Measures the speed of each model on each device, and shows the estimate next to the choice.

    The first tile of a network's first run is left out, since it includes the warm-up: restored again in one
    tile on a CPU, the same picture took 0.6 to 0.95 of the time (median of five: 0.77).

    Args:
        session: Provides the run times and the current picture.
        panel: Shows the estimate.
        parent: Qt parent.
    """

    def __init__(self, session: Session, panel: RestorePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panel = panel
        # Seconds per pixel by (model, device); None if no run was long enough to measure it.
        self._seconds_per_pixel: dict[tuple[str, str], float | None] = {}
        self._first_tile = (0, 0.0)  # number of the running job, seconds
        session.progressed.connect(self._on_progressed)
        session.succeeded.connect(self._on_succeeded)
        for signal in (session.current_changed, session.changed):
            signal.connect(self._show)

    @Slot(object)
    def _on_progressed(self, entry: Entry) -> None:
        if entry.progress is not None and entry.progress.done == 1:
            self._first_tile = (entry.job.number, entry.progress.seconds)

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        network = (entry.choices.model, entry.choices.device)
        pixels = entry.network_pixels(entry.choices)
        job, first = self._first_tile
        # A result from the disk, or of an entirely flat picture, says nothing about the network's speed.
        if entry.result is not None and pixels and entry.job.number == job:
            is_first = network not in self._seconds_per_pixel
            self._seconds_per_pixel.setdefault(network, None)
            seconds = (
                _seconds_without_warm_up(entry.result, first)
                if is_first
                else entry.result.run.seconds
            )
            if seconds is not None and pixels >= _MIN_PIXELS:
                self._seconds_per_pixel[network] = seconds / pixels
        self._show()

    @Slot()
    def _show(self) -> None:
        entry, choices = self._session.current, self._session.choices
        seconds_per_pixel = self._seconds_per_pixel.get((choices.model, choices.device))
        pixels = entry.network_pixels(replace(choices, self_ensemble=True)) if entry else 0
        is_known = pixels >= _MIN_PIXELS
        self._panel.show_steady_time(
            seconds_per_pixel * pixels if seconds_per_pixel is not None and is_known else None
        )


def _seconds_without_warm_up(result: Result, first: float) -> float | None:
    """Return the run time in seconds as if the first tile had taken as long as the others.

    Args:
        result: A result with its run time.
        first: Seconds that the first tile took.

    Returns:
        None for a single tile, which says nothing about the others.
    """
    if result.run.tiles < 2:
        return None
    return (result.run.seconds - first) * result.run.tiles / (result.run.tiles - 1)

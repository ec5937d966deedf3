"""Estimates how long pictures and the queue take; all that the window says of it comes from here."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState
from desktop_app.domain.jobs import Choices, Result
from desktop_app.queue.session import Session

_MIN_PIXELS = 40_000  # below this, the fixed cost of a run outweighs the cost per pixel


@dataclass(frozen=True)
class _Pace:
    """What runs of one network have taken so far.

    Attributes:
        seconds: In all runs.
        pixels: That the network computed in them.
    """

    seconds: float = 0.0
    pixels: float = 0.0


class TimeEstimator(QObject):
    """Measures how long each picture takes, and each network on each device.

    A picture's own tiles decide: those of the present run, or of its last one. A picture that has not run yet
    is estimated from the others. How much of a picture is flat, and so skipped, differs widely among them.

    The first tile of a network's first run is left out, since it includes the warm-up: restored again in one
    tile on a CPU, the same picture took 0.6 to 0.95 of the time (median of five: 0.77).

    Args:
        session: Provides the queue and the run times.
        parent: Qt parent.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._warm: set[tuple[str, str]] = set()  # (model, device) that have run
        self._paces: dict[tuple[str, str, bool], _Pace] = {}  # by model, device, whether tiny
        # Of each picture the choices of its last run, which may not have ended, and its seconds in all.
        self._runs: WeakKeyDictionary[Entry, tuple[Choices, float]] = WeakKeyDictionary()
        self._first_tile = (0, 0.0)  # number of the running job, seconds
        session.progressed.connect(self._on_progressed)
        session.succeeded.connect(self._on_succeeded)

    def seconds_for(self, entry: Entry, choices: Choices) -> float | None:
        """Estimate how long a whole run of a picture takes.

        Args:
            entry: A picture of the queue.
            choices: How it would be restored.

        Returns:
            Seconds; None for a tiny picture, and while nothing is known of the network on this device.
        """
        has_pace = (*_network(choices), False) in self._paces
        if entry.network_pixels(choices) < _MIN_PIXELS or not has_pace:
            return None
        return self._seconds_for(entry, choices)

    def _seconds_for(self, entry: Entry, choices: Choices) -> float | None:
        """Estimate as :meth:`seconds_for` does, but for tiny pictures, and from them, too."""
        pixels = entry.network_pixels(choices)
        pace = self._pace(choices, pixels)
        if not pixels or pace is None:
            return None
        chosen, seconds = self._runs.get(entry, (None, 0.0))
        if chosen is not None and _network(chosen) == _network(choices):
            return seconds * pixels / entry.network_pixels(chosen)
        return pace.seconds / pace.pixels * pixels

    def seconds_left(self) -> float | None:
        """Estimate the seconds until all pictures of the queue are done; None if unknown."""
        total = None
        for entry in self._session.entries:
            if entry.state is EntryState.HELD:
                return None
            if entry.state is not EntryState.WAITING and entry.state not in STOPPABLE:
                continue
            if entry.progress is not None:
                seconds: float | None = entry.progress.seconds_left
            else:
                seconds = self._seconds_for(entry, entry.choices)
            if seconds is None:
                return None
            total = (total or 0.0) + seconds
        return total

    def _pace(self, choices: Choices, pixels: float) -> _Pace | None:
        """Return the pace of a network with pictures of this kind, tiny or not, or else of the other."""
        is_tiny = pixels < _MIN_PIXELS
        other = self._paces.get((*_network(choices), not is_tiny))
        return self._paces.get((*_network(choices), is_tiny), other)

    @Slot(object)
    def _on_progressed(self, entry: Entry) -> None:
        progress = entry.progress
        if progress is None:
            return
        if progress.done == 1:
            self._first_tile = (entry.job.number, progress.seconds)
        if _network(entry.choices) in self._warm:
            self._runs[entry] = (entry.choices, progress.seconds + progress.seconds_left)

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        choices, result, pixels = entry.choices, entry.result, entry.network_pixels(entry.choices)
        job, first = self._first_tile
        # A result from the disk, or of an entirely flat picture, says nothing about the network's speed.
        if result is None or not pixels or entry.job.number != job:
            return
        network = _network(choices)
        seconds: float | None = result.run.seconds
        if network not in self._warm:
            seconds = _seconds_without_warm_up(result, first)
        self._warm.add(network)
        if seconds is not None:
            self._runs[entry] = (choices, seconds)
            key = (*network, pixels < _MIN_PIXELS)
            pace = self._paces.get(key, _Pace())
            self._paces[key] = _Pace(pace.seconds + seconds, pace.pixels + pixels)


def _network(choices: Choices) -> tuple[str, str]:
    return choices.model, choices.device


def _seconds_without_warm_up(result: Result, first: float) -> float | None:
    """Return the run time in seconds as if the first tile had taken no longer than the others.

    Args:
        result: A result with its run time.
        first: Seconds that the first tile took.

    Returns:
        None for a single tile, which says nothing about the others.
    """
    if result.run.tiles < 2:
        return None
    others = (result.run.seconds - first) * result.run.tiles / (result.run.tiles - 1)
    return min(result.run.seconds, others)

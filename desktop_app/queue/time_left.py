"""Estimate of how long the queue will take."""

from collections.abc import Sequence

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState


def seconds_left(entries: Sequence[Entry]) -> float | None:
    """Estimate the seconds until all entries are done, from the pace so far; None if unknown.

    Args:
        entries: The queue.
    """
    if any(entry.state is EntryState.HELD for entry in entries):
        return None
    waiting = [entry for entry in entries if entry.state is EntryState.WAITING]
    running = [entry for entry in entries if entry.state in STOPPABLE]
    done = [entry for entry in entries if entry.result and entry.size]
    seconds = sum(entry.result.run.seconds for entry in done if entry.result)
    pixels = sum(map(_network_pixels, done))
    seconds_running = sum(entry.progress.seconds_left for entry in running if entry.progress)
    unknown = [*waiting, *(entry for entry in running if entry.progress is None)]
    if not unknown:
        return seconds_running if running else None
    if not pixels or not all(entry.size for entry in unknown):
        return None
    return seconds_running + seconds / pixels * sum(map(_network_pixels, unknown))


def _network_pixels(entry: Entry) -> float:
    return entry.network_pixels(entry.choices)

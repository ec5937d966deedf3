"""How long the queue still takes."""

from collections.abc import Sequence

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState


def seconds_left(entries: Sequence[Entry]) -> float | None:
    """Time until all are done, by the pace of those that are; None where nothing tells it."""
    if any(entry.state is EntryState.HELD for entry in entries):
        return None
    waiting = [entry for entry in entries if entry.state is EntryState.WAITING]
    running = [entry for entry in entries if entry.state in STOPPABLE]
    done = [entry for entry in entries if entry.result and entry.size]
    seconds = sum(entry.result.run.seconds for entry in done if entry.result)
    pixels = sum(map(_network_pixels, done))
    left = sum(entry.progress.seconds_left for entry in running if entry.progress)
    unknown = [*waiting, *(entry for entry in running if entry.progress is None)]
    if not unknown:
        return left if running else None
    if not pixels or not all(entry.size for entry in unknown):
        return None
    return left + seconds / pixels * sum(map(_network_pixels, unknown))


def _network_pixels(entry: Entry) -> float:
    return entry.network_pixels(entry.choices)

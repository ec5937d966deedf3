"""Which pictures give their memory to others."""

from collections.abc import Collection, Iterator, Sequence

from desktop_app.queue.entry import STOPPABLE, Entry, State

KEPT_BYTES = 2**31
"""Pixels that are kept in memory; beyond it those not looked at for the longest time are released."""


def to_release(
    entries: Sequence[Entry],
    seen: Sequence[Entry],
    spared: Collection[Entry | None],
    most: int,
) -> Iterator[Entry]:
    """Yield entries whose pixels have to go until the rest fits; what could not come back is kept.

    First go those without a result: they can be read again.

    Args:
        entries: The queue.
        seen: Those that were looked at; the one looked at last is the last.
        spared: Are wanted now.
        most: Bytes of pixels that may stay.
    """
    left = sum(entry.pixel_bytes for entry in entries)
    unseen = [entry for entry in entries if entry not in seen]
    for entry in sorted((*unseen, *seen), key=lambda entry: entry.state is State.DONE):
        if left <= most:
            return
        if entry in spared or entry.state in STOPPABLE or not entry.pixel_bytes:
            continue
        # Restored anew it may be another result, to which the adjustments do not belong.
        has_file = entry.source.path is not None and not entry.is_adjusted
        if entry.state is not State.DONE or has_file or entry.kept is not None:
            left -= entry.pixel_bytes
            yield entry

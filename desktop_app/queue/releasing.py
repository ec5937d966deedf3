"""Which results give their memory to others."""

from collections.abc import Collection, Iterator, Sequence

from desktop_app.queue.entry import Entry, State

KEPT_BYTES = 2**31
"""Pixels of results that are kept; beyond it those not looked at for the longest time are released."""


def to_release(
    entries: Sequence[Entry],
    seen: Sequence[Entry],
    spared: Collection[Entry | None],
    most: int,
) -> Iterator[Entry]:
    """Yield entries whose results have to go until the rest fits; what could not come back is kept.

    Args:
        entries: The queue.
        seen: Those that were looked at; the one looked at last is the last.
        spared: Are wanted now.
        most: Bytes of pixels that may stay.
    """
    left = sum(entry.pixel_bytes for entry in entries)
    unseen = [entry for entry in entries if entry not in seen]
    for entry in (*unseen, *seen):
        if left <= most:
            return
        # Restored anew it may be another result, to which the adjustments do not belong.
        has_file = entry.source.path is not None and not entry.is_adjusted
        can_return = entry.state is State.DONE and (has_file or entry.kept is not None)
        if can_return and entry not in spared:
            left -= entry.pixel_bytes
            yield entry

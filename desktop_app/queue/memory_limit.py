"""Which pictures give their memory to others."""

from collections.abc import Collection, Iterator, Sequence

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState

MEMORY_LIMIT = 2**31
"""Pixels that are kept in memory; beyond it those not looked at for the longest time are released."""


def entries_to_evict(
    entries: Sequence[Entry],
    recently_shown: Sequence[Entry],
    protected: Collection[Entry | None],
    most: int,
) -> Iterator[Entry]:
    """Yield entries whose pixels have to go until the rest fits; what could not come back is kept.

    First go those without a result: they can be read again.

    Args:
        entries: The queue.
        recently_shown: Those that were looked at; the one looked at last is the last.
        protected: Are wanted now.
        most: Bytes of pixels that may stay.
    """
    left = sum(entry.pixel_bytes for entry in entries)
    unseen = [entry for entry in entries if entry not in recently_shown]
    for entry in sorted(
        (*unseen, *recently_shown), key=lambda entry: entry.state is EntryState.DONE
    ):
        if left <= most:
            return
        if entry in protected or entry.state in STOPPABLE or not entry.pixel_bytes:
            continue
        # Restored anew it may be another result, to which the adjustments do not belong.
        has_file = entry.source.path is not None and not entry.is_adjusted
        if entry.state is not EntryState.DONE or has_file or entry.cached is not None:
            left -= entry.pixel_bytes
            yield entry

"""Selection of the entries whose pixels are evicted when memory runs short."""

from collections.abc import Collection, Iterator, Sequence

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState

MEMORY_LIMIT = 2**31
"""Bytes of pixels kept in memory; above it, the least recently shown entries are evicted."""


def entries_to_evict(
    entries: Sequence[Entry],
    recently_shown: Sequence[Entry],
    protected: Collection[Entry | None],
    limit: int,
) -> Iterator[Entry]:
    """Yield entries to evict until the rest fits; results that could not be restored again stay.

    Entries without a result go first, since they can simply be read again.

    Args:
        entries: The queue.
        recently_shown: Entries that were shown, the most recent last.
        protected: Entries needed now, never evicted.
        limit: Bytes of pixels that may stay in memory.
    """
    total = sum(entry.pixel_bytes for entry in entries)
    never_shown = [entry for entry in entries if entry not in recently_shown]
    for entry in sorted(
        (*never_shown, *recently_shown), key=lambda entry: entry.state is EntryState.DONE
    ):
        if total <= limit:
            return
        if entry in protected or entry.state in STOPPABLE or not entry.pixel_bytes:
            continue
        # Restored again, the result may differ, and then the adjustments would not fit it.
        has_file = entry.source.path is not None and not entry.is_adjusted
        if entry.state is not EntryState.DONE or has_file or entry.cached is not None:
            total -= entry.pixel_bytes
            yield entry

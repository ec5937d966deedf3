"""Selection of the entries whose pixels are evicted when memory runs short."""

from collections.abc import Collection, Iterator, Sequence

from desktop_app.domain.entry import STOPPABLE, Entry, EntryState

MEMORY_LIMIT = 2**31
"""Bytes of pixels kept in memory; above it, the least recently shown entries are evicted."""


class MemoryLimit:
    """Decides which entries are evicted; remembers in which order they were shown.

    Args:
        limit: Bytes of pixels that may stay in memory.
    """

    def __init__(self, limit: int = MEMORY_LIMIT) -> None:
        self._limit = limit
        self._recently_shown: list[Entry] = []  # the most recent last

    def note_shown(self, entry: Entry) -> None:
        """Record that an entry is shown now."""
        self.forget(entry)
        self._recently_shown.append(entry)

    def forget(self, entry: Entry) -> None:
        """Drop what is known of a removed entry."""
        self._recently_shown = [it for it in self._recently_shown if it is not entry]

    def entries_to_evict(
        self, entries: Sequence[Entry], protected: Collection[Entry | None]
    ) -> Iterator[Entry]:
        """Yield entries to evict until the rest fits; results that could not be restored again stay.

        Entries without a result go first, since they can simply be read again.

        Args:
            entries: The queue.
            protected: Entries needed now, never evicted.
        """
        total = sum(entry.pixel_bytes for entry in entries)
        never_shown = [entry for entry in entries if entry not in self._recently_shown]
        for entry in sorted(
            (*never_shown, *self._recently_shown), key=lambda entry: entry.state is EntryState.DONE
        ):
            if total <= self._limit:
                return
            if entry in protected or entry.state in STOPPABLE or not entry.pixel_bytes:
                continue
            # Restored again, the result may differ, and then the adjustments would not fit it.
            has_file = entry.source.path is not None and not entry.is_adjusted
            if entry.state is not EntryState.DONE or has_file or entry.cached is not None:
                total -= entry.pixel_bytes
                yield entry

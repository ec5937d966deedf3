"""The pairs of pictures that the viewer can compare."""

from dataclasses import dataclass
from enum import IntEnum


class PictureVersion(IntEnum):
    """A version of the picture, in the order of the workflow."""

    INPUT = 0
    ENLARGED = 1
    RESTORED = 2
    PINNED = 3  # an earlier result, kept for comparison


@dataclass(frozen=True)
class ComparePair:
    """Two versions to compare: before and after."""

    before: PictureVersion
    after: PictureVersion

    @property
    def swapped(self) -> "ComparePair":
        """The same pair, the other way round."""
        return ComparePair(self.after, self.before)


COMPARE_PAIRS = (
    ComparePair(PictureVersion.ENLARGED, PictureVersion.RESTORED),
    ComparePair(PictureVersion.INPUT, PictureVersion.RESTORED),
    ComparePair(PictureVersion.INPUT, PictureVersion.ENLARGED),
    ComparePair(PictureVersion.PINNED, PictureVersion.RESTORED),
)
"""All pairs that the user can choose; the first is the default."""

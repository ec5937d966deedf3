"""Which two pictures of the workflow are compared."""

from dataclasses import dataclass
from enum import IntEnum


class PictureVersion(IntEnum):
    """A picture of the workflow, in its order."""

    INPUT = 0
    ENLARGED = 1
    RESTORED = 2
    PINNED = 3  # a result put aside, of another model or strength


@dataclass(frozen=True)
class ComparePair:
    """Two of them: the one before, and the one after."""

    before: PictureVersion
    after: PictureVersion

    @property
    def swapped(self) -> "ComparePair":
        """The same two, the other way round."""
        return ComparePair(self.after, self.before)


COMPARE_PAIRS = (
    ComparePair(PictureVersion.ENLARGED, PictureVersion.RESTORED),
    ComparePair(PictureVersion.INPUT, PictureVersion.RESTORED),
    ComparePair(PictureVersion.INPUT, PictureVersion.ENLARGED),
    ComparePair(PictureVersion.PINNED, PictureVersion.RESTORED),
)
"""All pairs that can be chosen; the first one to begin with."""

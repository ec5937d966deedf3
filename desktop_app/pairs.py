"""Which two pictures of the workflow are compared."""

from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """A picture of the workflow, in its order."""

    INPUT = 0
    ENLARGED = 1
    RESTORED = 2
    PINNED = 3  # a result put aside, of another model or strength


@dataclass(frozen=True)
class Pair:
    """Two of them: the one before, and the one after."""

    before: Stage
    after: Stage

    @property
    def swapped(self) -> "Pair":
        """The same two, the other way round."""
        return Pair(self.after, self.before)


PAIRS = (
    Pair(Stage.ENLARGED, Stage.RESTORED),
    Pair(Stage.INPUT, Stage.RESTORED),
    Pair(Stage.INPUT, Stage.ENLARGED),
    Pair(Stage.PINNED, Stage.RESTORED),
)
"""All pairs that can be chosen; the first one to begin with."""

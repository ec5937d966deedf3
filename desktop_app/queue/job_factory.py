"""Creation of the queue's entries and jobs: unique numbers, and one pause for all of them."""

import itertools

from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import Entry
from desktop_app.domain.history import History
from desktop_app.domain.jobs import Choices, Job, OpenedPicture, Pause, Source


class JobFactory:
    """Factory of entries and of the jobs that restore them.

    Attributes:
        pause: The pause that all its jobs share.
    """

    def __init__(self) -> None:
        self.pause = Pause()
        self._numbers = itertools.count(1)

    def entry(self, source: Source, choices: Choices, strength: float) -> Entry:
        """Create a waiting entry and its first job.

        Args:
            source: Where the picture comes from.
            choices: How to restore it.
            strength: Strength of its result, 0 to 1.
        """
        number = next(self._numbers)
        job = Job(next(self._numbers), number, source, choices, pause=self.pause)
        return Entry(number, source, job, adjustments=History(Adjustments(strength)))

    def job(self, entry: Entry, opened: OpenedPicture | None = None) -> Job:
        """Create a job that restores an entry with its present choices.

        Args:
            entry: An entry of this factory.
            opened: The picture if it is in memory, so that it is not read again.
        """
        number, picture = next(self._numbers), opened.picture if opened else None
        return Job(number, entry.number, entry.source, entry.choices, picture, pause=self.pause)

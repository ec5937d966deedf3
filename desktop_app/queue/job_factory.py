"""Numbers the entries of a queue and their jobs, and lets all of them share one pause."""

import itertools

from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.entry import Entry
from desktop_app.domain.history import History
from desktop_app.domain.jobs import Choices, Job, OpenedPicture, Pause, Source


class JobFactory:
    """Makes entries, and the jobs in which they are restored.

    Attributes:
        pause: Of all jobs that are made here.
    """

    def __init__(self) -> None:
        self.pause = Pause()
        self._numbers = itertools.count(1)

    def entry(self, source: Source, choices: Choices, strength: float) -> Entry:
        """Make an entry that waits.

        Args:
            source: Where the picture comes from.
            choices: How it is to be restored.
            strength: Of its result, from 0 to 1.
        """
        number = next(self._numbers)
        job = Job(next(self._numbers), number, source, choices, pause=self.pause)
        return Entry(number, source, job, adjustments=History(Adjustments(strength)))

    def job(self, entry: Entry, opened: OpenedPicture | None = None) -> Job:
        """Make a job that restores an entry by its choices.

        Args:
            entry: Made here.
            opened: If given, the picture need not be read again.
        """
        number, picture = next(self._numbers), opened.picture if opened else None
        return Job(number, entry.number, entry.source, entry.choices, picture, pause=self.pause)

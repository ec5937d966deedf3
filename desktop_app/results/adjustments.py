"""What the user changes about a result afterwards, without restoring anything again."""

from dataclasses import dataclass, field

from desktop_app.imaging.adjusting import blend
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection
from desktop_app.imaging.snapping import Snap, snap
from desktop_app.jobs import Job


@dataclass(frozen=True)
class Adjustments:
    """One state of them; each change gives a new one, so that undoing is going back to an old one.

    Args:
        strength: 0 is the enlarged picture, 1 the restored one.
        protection: Parts that stay as they were enlarged.
        snaps: Colours that the fills of the restored picture get.
    """

    strength: float = 1.0
    protection: Protection = field(default_factory=Protection)
    snaps: tuple[Snap, ...] = ()

    def apply(self, enlarged: Picture, restored: Picture) -> Picture:
        """Make the picture that the user gets.

        Args:
            enlarged: The input at the result's size.
            restored: What the network made of it.

        Returns:
            ``restored`` itself where nothing is changed.
        """
        mask = self.protection.mask(restored.height, restored.width)
        return blend(enlarged, snap(restored, self.snaps), self.strength, mask)


@dataclass(frozen=True, eq=False)
class Adjusting:
    """A request for an adjusted result.

    Args:
        job: The run whose result it is.
        enlarged: The input at the result's size.
        restored: What the network made of it.
        adjustments: What to change.
    """

    job: Job
    enlarged: Picture
    restored: Picture
    adjustments: Adjustments

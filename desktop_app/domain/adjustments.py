"""What the user changes about a result afterwards, without restoring anything again."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from desktop_app.domain.history import History
from desktop_app.domain.jobs import Job
from desktop_app.imaging.blend import blend
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.protection import Protection, Rectangle, Shape, Stroke
from desktop_app.imaging.snapping import Colour, Snap, snap_colours


@dataclass(frozen=True)
class FillSnap:
    """What becomes of one fill.

    Args:
        before: Its colour in the input, and so in the enlarged picture.
        after: Its colour in what the network made.
        wanted: The colour it gets, at every strength; None where it is left alone.
    """

    before: Colour
    after: Colour
    wanted: Colour | None = None

    def at(self, strength: float) -> Snap:
        """The same where the enlarged picture and the restored one are mixed."""
        red, green, blue = (
            round(before + strength * (after - before))
            for before, after in zip(self.before, self.after, strict=True)
        )
        return Snap((red, green, blue), self.wanted)


@dataclass(frozen=True)
class Adjustments:
    """One state of them; each change gives a new one, so that undoing is going back to an old one.

    Args:
        strength: 0 is the enlarged picture, 1 the restored one.
        protection: Parts that stay as they were enlarged.
        snaps: What becomes of all fills, the largest first; empty while none is snapped.
        brand: The text of the brand colours that they are snapped to; empty if it is to others.
    """

    strength: float = 1.0
    protection: Protection = field(default_factory=Protection)
    snaps: tuple[FillSnap, ...] = ()
    brand: str = ""

    def apply(self, enlarged: Picture, restored: Picture) -> Picture:
        """Make the picture that the user gets.

        Args:
            enlarged: The input at the result's size.
            restored: What the network made of it.

        Returns:
            ``restored`` itself where nothing is changed.
        """
        mask = self.protection.mask(restored.height, restored.width)
        if not self.snaps:
            return blend(enlarged, restored, self.strength, mask)
        mixed = blend(enlarged, restored, self.strength)
        # After mixing, or no fill would have its wanted colour; before protecting, which keeps all.
        # Where two fills have become one colour, the larger one counts.
        snaps = {one.found: one for one in (fill.at(self.strength) for fill in self.snaps[::-1])}
        return blend(enlarged, snap_colours(mixed, tuple(snaps.values())), 1, mask)

    def to_json(self) -> dict[str, Any]:
        """What ``from_json`` reads, of numbers, lists and mappings only."""
        return asdict(self)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Adjustments":
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: A number is out of range.
            KeyError: Something is missing.
            TypeError: Something is of another kind.
        """
        strength = float(facts["strength"])
        if not 0 <= strength <= 1:
            raise ValueError(f"strength must be in [0, 1]: {strength}")
        shapes = tuple(_read_shape(shape) for shape in facts["protection"]["shapes"])
        snaps = tuple(_read_snap(snap_colours) for snap_colours in facts["snaps"])
        return cls(strength, Protection(shapes), snaps, str(facts["brand"]))


def carry_over(history: History[Adjustments], *, is_same_scale: bool) -> History[Adjustments]:
    """What of the adjustments of one result fits the next one of the same picture.

    Args:
        history: Of the earlier result.
        is_same_scale: Whether both have the same size.
    """
    states = (history.present, *history.past, *history.future)
    if not is_same_scale:  # protected places are output pixels
        return History(Adjustments(history.present.strength))
    if any(state.snaps for state in states):  # snapped colours are those of one result
        return History(replace(history.present, snaps=(), brand=""))
    return history


def _read_shape(facts: dict[str, Any]) -> Shape:
    if "radius" not in facts:
        return Rectangle(**{side: float(place) for side, place in facts.items()})
    points = tuple((float(x), float(y)) for x, y in facts["points"])
    return Stroke(points, float(facts["radius"]))


def _read_snap(facts: dict[str, Any]) -> FillSnap:
    wanted = facts["wanted"]
    before, after = _colour(facts["before"]), _colour(facts["after"])
    return FillSnap(before, after, None if wanted is None else _colour(wanted))


def _colour(levels: list[int]) -> Colour:
    red, green, blue = (int(level) for level in levels)
    if not 0 <= min(red, green, blue) <= max(red, green, blue) <= 255:
        raise ValueError(f"not a colour: {levels}")
    return red, green, blue


@dataclass(frozen=True, eq=False)
class AdjustRequest:
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

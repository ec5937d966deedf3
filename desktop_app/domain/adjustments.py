"""Adjustments of a result: strength, protected parts and snapped colours. The network does not run again."""

from dataclasses import asdict, dataclass, field, replace
from typing import Annotated, Any

import msgspec

from desktop_app.domain.history import History
from desktop_app.domain.jobs import Job
from desktop_app.imaging.blend import blend
from desktop_app.imaging.picture import Colour, Picture
from desktop_app.imaging.protection import Protection, Rectangle, Shape, Stroke
from desktop_app.imaging.snapping import Snap, snap_colours
from desktop_app.imaging.state_file import convert_state


@dataclass(frozen=True)
class FillSnap:
    """One fill of the picture and the colour it should get.

    Args:
        before: Its colour in the input, and so in the enlarged picture.
        after: Its colour in the restored picture, before any adjustment.
        wanted: The colour to give it, whatever the strength; None to leave it alone.
    """

    before: Colour
    after: Colour
    wanted: Colour | None = None

    def at(self, strength: float) -> Snap:
        """Return the snap for a picture that is blended at this strength, 0 to 1."""
        red, green, blue = (
            round(before + strength * (after - before))
            for before, after in zip(self.before, self.after, strict=True)
        )
        return Snap((red, green, blue), self.wanted)


@dataclass(frozen=True)
class Adjustments:
    """One immutable set of adjustments; undo goes back to an earlier set.

    Args:
        strength: 0 is the enlarged picture, 1 the restored one.
        protection: Parts that stay as in the enlarged picture.
        snaps: All fills, the largest first; empty while no fill is snapped.
        brand: The brand colours as the user typed them; empty if fills are not snapped to brand colours.
    """

    strength: float = 1.0
    protection: Protection = field(default_factory=Protection)
    snaps: tuple[FillSnap, ...] = ()
    brand: str = ""

    def apply(self, enlarged: Picture, restored: Picture) -> Picture:
        """Return the adjusted result.

        Args:
            enlarged: The input at the result's size.
            restored: The network's output, of the same size.

        Returns:
            The adjusted picture; ``restored`` itself if nothing is adjusted.
        """
        mask = self.protection.mask(restored.height, restored.width)
        if not self.snaps:
            return blend(enlarged, restored, self.strength, mask)
        mixed = blend(enlarged, restored, self.strength)
        # Snap after blending, so that fills get exactly the colour they should, and before
        # protecting, so that protected parts are untouched. If blending gives two fills the same
        # colour, the larger fill decides.
        snaps = {one.found: one for one in (fill.at(self.strength) for fill in self.snaps[::-1])}
        return blend(enlarged, snap_colours(mixed, tuple(snaps.values())), 1, mask)

    def to_json(self) -> dict[str, Any]:
        """Return the data that :meth:`from_json` reads: strings, numbers, lists and mappings only."""
        return asdict(self)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Adjustments":
        """Read what :meth:`to_json` returned.

        Raises:
            StateError: A value is missing, has the wrong type, or is out of range.
        """
        saved = convert_state(facts, _SavedAdjustments)
        shapes = tuple(map(_read_shape, saved.protection.shapes))
        snaps = tuple(FillSnap(fill.before, fill.after, fill.wanted) for fill in saved.snaps)
        return cls(saved.strength, Protection(shapes), snaps, saved.brand)


_Level = Annotated[int, msgspec.Meta(ge=0, le=255)]
_SavedColour = tuple[_Level, _Level, _Level]


class _SavedSnap(msgspec.Struct):
    before: _SavedColour
    after: _SavedColour
    wanted: _SavedColour | None


_Place = Annotated[float, msgspec.Meta(ge=-1e9, le=1e9)]


class _SavedRectangle(msgspec.Struct):
    left: _Place
    top: _Place
    right: _Place
    bottom: _Place

    def shape(self) -> Shape:
        return Rectangle(self.left, self.top, self.right, self.bottom)

    def __post_init__(self) -> None:
        self.shape()  # refuses sides in the wrong order


class _SavedStroke(msgspec.Struct):
    points: Annotated[tuple[tuple[_Place, _Place], ...], msgspec.Meta(min_length=1)]
    radius: Annotated[float, msgspec.Meta(ge=1e-6, le=1e9)]

    def shape(self) -> Shape:
        return Stroke(self.points, self.radius)


class _SavedProtection(msgspec.Struct):
    shapes: tuple[dict[str, Any], ...]


class _SavedAdjustments(msgspec.Struct):
    strength: Annotated[float, msgspec.Meta(ge=0, le=1)]
    protection: _SavedProtection
    snaps: tuple[_SavedSnap, ...]
    brand: str


def _read_shape(facts: dict[str, Any]) -> Shape:
    if "radius" in facts:
        return convert_state(facts, _SavedStroke).shape()
    return convert_state(facts, _SavedRectangle).shape()


def at_scale(history: History[Adjustments], factor: float) -> History[Adjustments]:
    """Return the adjustments of the same picture at another scale; undo and redo stay possible.

    Args:
        history: Its protected parts are in output pixels.
        factor: New side of the output over the old one, more than 0.
    """
    return history.mapped(
        lambda state: replace(state, protection=state.protection.enlarged(factor))
    )


def without_snaps(history: History[Adjustments]) -> History[Adjustments]:
    """Return the adjustments that still apply when the picture is restored again.

    Snaps match the colours of one result only, so no step may bring them back.
    """
    return history.mapped(
        lambda state: replace(state, snaps=(), brand="") if state.snaps else state
    )


@dataclass(frozen=True, eq=False)
class AdjustRequest:
    """A request for an adjusted result.

    Args:
        job: The run that made the result.
        enlarged: The input at the result's size.
        restored: The network's output.
        adjustments: What to change.
    """

    job: Job
    enlarged: Picture
    restored: Picture
    adjustments: Adjustments

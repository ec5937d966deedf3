"""What can be done for a picture, told before anything runs, and why: measured, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.analysis.damage import Damage, measure_damage
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP
from desktop_app.imaging.picture import Picture

MIN_BLUR = 0.45
"""σ in pixels from which a picture is called blurred; halving by a triangle filter alone gives 0.37."""

MIN_BLUR_OF_DAMAGED = 0.6
"""The same where JPEG or a palette, which take detail themselves, look like up to that much blur."""

DEEP_BLUR = 2.0
"""σ in pixels up to which enlarging twice pays: the networks learned σ up to 4 of their own pixels."""

MAX_BLUR = 4.0
"""σ in pixels beyond all that the networks learned, even at the picture's own size."""

MAX_QUALITY = 80
"""JPEG quality up to which the damage shows."""

MIN_RIPPLE = 6.5
"""Of 255: where blocks show but no quality, ripple that 96 % of JPEGs of 20–78 exceed, and 20 % of 90–95."""

LEGIBLE, LEGIBLE_PER_BLUR = 8, 9
"""Height of letters in pixels, and in σ of their blur, from which 0.2 % are misread; below, 6 to 50 %."""

LEGIBLE_JPEG, LEGIBLE_JPEG_PER_BLUR = 10, 13
"""The same in a JPEG of quality 60: 1.6 %, and 30 to 70 %."""

BILEVEL = 2
"""Colours of a palette that leave nothing of an edge: 0.2 dB is gained, and a third of such pictures lose."""

SMALL = 512
"""Pixels of the longest side below which a picture is small: 43 mm of print at 300 dpi."""

TINY = 128
"""Pixels of the longest side up to which a sharp picture is enlarged four times, to SMALL."""


class PictureTrait(Enum):
    """What a picture is or has suffered, the weightiest first."""

    PLAIN = auto()
    PHOTOGRAPH = auto()
    BLURRED = auto()
    JPEG = auto()
    PALETTE = auto()
    SMALL = auto()
    SHARP = auto()


_REASONS = {
    PictureTrait.PLAIN: QT_TRANSLATE_NOOP("Advice", "plain, without edges"),
    PictureTrait.PHOTOGRAPH: QT_TRANSLATE_NOOP(
        "Advice", "like a photograph (edges of many widths, no main colours)"
    ),
    PictureTrait.BLURRED: QT_TRANSLATE_NOOP("Advice", "blurred (σ ≈ {sigma:.1f} px)"),
    PictureTrait.JPEG: QT_TRANSLATE_NOOP("Advice", "JPEG-damaged (blocks of 8 px)"),
    PictureTrait.PALETTE: QT_TRANSLATE_NOOP("Advice", "reduced to {colours} colours"),
    PictureTrait.SMALL: QT_TRANSLATE_NOOP("Advice", "small ({width} × {height} px) but sharp"),
    PictureTrait.SHARP: QT_TRANSLATE_NOOP("Advice", "already sharp (edges {edge:.1f} px wide)"),
}
_JPEG_OF_QUALITY = QT_TRANSLATE_NOOP("Advice", "JPEG-damaged (blocks of 8 px, quality ≈ {quality})")
_COMPRESSED = QT_TRANSLATE_NOOP("Advice", "damaged by its compression")
_DITHERED = QT_TRANSLATE_NOOP("Advice", "dithered to {colours} colours")
_BLOCKS_TOO = ("WEBP", "AVIF", "HEIF")  # files that were perhaps never a JPEG
_TWO = QT_TRANSLATE_NOOP("Advice", "{first} and {second}")
_THREE = QT_TRANSLATE_NOOP("Advice", "{first}, {second} and {third}")
_FOUR = QT_TRANSLATE_NOOP("Advice", "{first}, {second}, {third} and {fourth}")
_HELPS = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will help.")
_HELPS_NOT = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will not help.")
_HELPS_HARDLY = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will hardly help.")


@dataclass(frozen=True)
class Advice:
    """What to tell the user about a picture.

    Attributes:
        kinds: What the picture is and has suffered, the weightiest first; never empty.
        scale: The recommended one: 1, 2 or 4.
        is_helpful: Whether restoring will help.
        damage: The measures.
        width: Of the picture, in pixels.
        height: Likewise.
        format: Of the file: "PNG", "JPEG", ...; empty where it came without one.
    """

    traits: tuple[PictureTrait, ...]
    scale: int
    is_helpful: bool
    damage: Damage
    width: int
    height: int
    format: str

    @property
    def trait(self) -> PictureTrait:
        """The weightiest kind."""
        return self.traits[0]

    @property
    def min_legible_height(self) -> int:
        """Height of letters in pixels below which restoring may turn one into another; 0 where all are safe.

        What is that small lost what tells letters apart, so no judgement of the result can find it either.
        """
        if self.damage.edges is None or self.trait is PictureTrait.SHARP:
            return 0
        is_compressed = PictureTrait.JPEG in self.traits
        least = LEGIBLE_JPEG if is_compressed else LEGIBLE
        per_blur = LEGIBLE_JPEG_PER_BLUR if is_compressed else LEGIBLE_PER_BLUR
        return max(least, round(per_blur * self.damage.edges.sigma))

    def sentence(self, translate: Callable[..., str] = str.format) -> str:
        """The judgement with its measured reason, as one sentence.

        Args:
            translate: Given an English text of the context "Advice" and, by name, what its fields stand for;
                returns it in the user's language, with the fields filled in.
        """
        parts = [translate(self._reason(trait), **self._numbers()) for trait in self.traits]
        joined = parts[0]
        if len(parts) > 1:
            names = ("first", "second", "third", "fourth")
            pattern = {2: _TWO, 3: _THREE, 4: _FOUR}[len(parts)]
            joined = translate(pattern, **dict(zip(names, parts, strict=False)))
        ending = _HELPS if self.is_helpful else _HELPS_NOT
        if not self.is_helpful and {
            PictureTrait.PHOTOGRAPH,
            PictureTrait.BLURRED,
            PictureTrait.PALETTE,
        } & set(self.traits):
            ending = _HELPS_HARDLY
        return translate(ending, reason=joined[0].upper() + joined[1:])

    def _reason(self, trait: PictureTrait) -> str:
        if trait is PictureTrait.JPEG and self.format in _BLOCKS_TOO:
            return _COMPRESSED
        if trait is PictureTrait.JPEG and self.damage.compression.quality is not None:
            return _JPEG_OF_QUALITY
        if trait is PictureTrait.PALETTE and self.damage.colours.is_dithered:
            return _DITHERED
        return _REASONS[trait]

    def _numbers(self) -> dict[str, float | None]:
        damage, edges = self.damage, self.damage.edges
        return {
            "sigma": edges.sigma if edges else 0.0,
            "edge": edges.width if edges else 0.0,
            "quality": damage.compression.quality,
            "colours": damage.colours.count,
            "width": self.width,
            "height": self.height,
        }


def advise(picture: Picture) -> Advice:
    """Look at a picture before anything runs.

    Args:
        picture: The input, of any size.
    """
    damage = measure_damage(picture)
    traits = _traits(damage, max(picture.width, picture.height))
    sigma = damage.edges.sigma if damage.edges else 0.0
    is_hopeless = PictureTrait.BLURRED in traits and sigma > MAX_BLUR
    is_bilevel = traits == (PictureTrait.PALETTE,) and damage.colours.count == BILEVEL
    is_worth_it = traits[0] not in (PictureTrait.PLAIN, PictureTrait.PHOTOGRAPH, PictureTrait.SHARP)
    is_helpful = is_worth_it and not is_hopeless and not is_bilevel
    return Advice(
        traits=traits,
        scale=_scale(picture, traits, sigma),
        is_helpful=is_helpful,
        damage=damage,
        width=picture.width,
        height=picture.height,
        format=picture.format,
    )


def _traits(damage: Damage, side: int) -> tuple[PictureTrait, ...]:
    """The kinds of a picture whose longest side has ``side`` pixels."""
    edges, compression = damage.edges, damage.compression
    if edges is None:
        return (PictureTrait.PLAIN,)
    is_compressed = compression.is_blocky and compression.ripple >= MIN_RIPPLE
    if compression.quality is not None:
        is_compressed = compression.quality <= MAX_QUALITY
    is_short = damage.colours.is_short
    # A deep blur takes away what tells drawings from photographs.
    is_photograph = damage.is_photographic and edges.sigma <= DEEP_BLUR
    least_blur = MIN_BLUR_OF_DAMAGED if is_compressed or is_short else MIN_BLUR
    has = {
        PictureTrait.PHOTOGRAPH: is_photograph,
        # What is out of a photograph's depth of field is soft without having been blurred.
        PictureTrait.BLURRED: edges.sigma >= least_blur and not is_photograph,
        PictureTrait.JPEG: is_compressed,
        PictureTrait.PALETTE: is_short,
    }
    found = tuple(trait for trait, is_so in has.items() if is_so)
    return found or ((PictureTrait.SMALL,) if side < SMALL else (PictureTrait.SHARP,))


def _scale(picture: Picture, traits: tuple[PictureTrait, ...], sigma: float) -> int:
    if traits[0] in (PictureTrait.PLAIN, PictureTrait.SHARP) or (
        PictureTrait.BLURRED in traits and sigma > DEEP_BLUR
    ):
        return 1
    is_tiny = max(picture.width, picture.height) <= TINY
    return 4 if is_tiny and traits == (PictureTrait.SMALL,) else 2

"""Advise, before anything runs, what restoring can do for a picture, with the measured reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.analysis.damage import Damage, measure_damage
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP
from desktop_app.imaging.picture import Picture

MIN_BLUR = 0.45
"""σ in pixels from which a picture counts as blurred; halving with a triangle filter alone gives 0.37."""

MIN_BLUR_OF_DAMAGED = 0.6
"""The same for JPEG and palettes, which remove detail themselves and so look blurred by up to this much."""

DEEP_BLUR = 2.0
"""σ in pixels up to which enlarging 2× pays: the networks were trained on σ up to 4 of their own pixels."""

MAX_BLUR = 4.0
"""σ in pixels beyond everything that the networks were trained on, even without enlarging."""

MAX_QUALITY = 80
"""JPEG quality up to which the damage shows."""

MIN_RIPPLE = 6.5
"""Levels of ripple where blocks show but no quality: 96 % of JPEGs of 20–78 exceed it, and 20 % of 90–95."""

LEGIBLE, LEGIBLE_PER_BLUR = 8, 9
"""Height of letters, in pixels and in σ of their blur, from which 0.2 % are misread; below it, 6 to 50 %."""

LEGIBLE_JPEG, LEGIBLE_JPEG_PER_BLUR = 10, 13
"""The same for a JPEG of quality 60: 1.6 %; below it, 30 to 70 %."""

BILEVEL = 2
"""So few colours leave nothing of an edge: restoring gains 0.2 dB, and a third of such pictures lose."""

SMALL = 512
"""Longest side in pixels below which a picture is small; it prints 43 mm wide at 300 dpi."""

TINY = 128
"""Longest side in pixels up to which a sharp picture is enlarged 4×, to SMALL."""


class PictureTrait(Enum):
    """What a picture is or has suffered, the most important first."""

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
_BLOCK_FORMATS = ("WEBP", "AVIF", "HEIF")  # have blocks too, and perhaps were never a JPEG
_TWO = QT_TRANSLATE_NOOP("Advice", "{first} and {second}")
_THREE = QT_TRANSLATE_NOOP("Advice", "{first}, {second} and {third}")
_FOUR = QT_TRANSLATE_NOOP("Advice", "{first}, {second}, {third} and {fourth}")
_WILL_HELP = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will help.")
_WILL_NOT_HELP = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will not help.")
_WILL_HELP_ENLARGED = QT_TRANSLATE_NOOP(
    "Advice", "{reason}: restoring will help only if it is enlarged."
)
_WILL_HARDLY_HELP = QT_TRANSLATE_NOOP("Advice", "{reason}: restoring will hardly help.")


@dataclass(frozen=True)
class Advice:
    """What restoring can do for a picture.

    Attributes:
        traits: What the picture is and has suffered, the most important first; never empty.
        scale: The recommended enlargement: 1, 2 or 4.
        is_helpful: Whether restoring will help.
        damage: The measurements.
        width: Of the picture, in pixels.
        height: Likewise.
        format: Of the file: "PNG", "JPEG", ...; empty if it came without one.
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
        """The most important trait."""
        return self.traits[0]

    @property
    def min_legible_height(self) -> int:
        """Height of letters in pixels below which restoring may turn one into another; 0 if all are safe.

        Letters that small have lost what distinguishes them, so checking the result cannot find it either.
        """
        if self.damage.edges is None or self.trait is PictureTrait.SHARP:
            return 0
        is_compressed = PictureTrait.JPEG in self.traits
        least = LEGIBLE_JPEG if is_compressed else LEGIBLE
        per_blur = LEGIBLE_JPEG_PER_BLUR if is_compressed else LEGIBLE_PER_BLUR
        return max(least, round(per_blur * self.damage.edges.sigma))

    def sentence(self, translate: Callable[..., str] = str.format) -> str:
        """Return the advice with its measured reason, as one sentence.

        Args:
            translate: Called with an English text of the context "Advice" and, by name, the values of its
                fields; returns it in the user's language, with the fields filled in.
        """
        parts = [translate(self._reason(trait), **self._numbers()) for trait in self.traits]
        joined = parts[0]
        if len(parts) > 1:
            names = ("first", "second", "third", "fourth")
            pattern = {2: _TWO, 3: _THREE, 4: _FOUR}[len(parts)]
            joined = translate(pattern, **dict(zip(names, parts, strict=False)))
        ending = _WILL_HELP if self.is_helpful else _WILL_NOT_HELP
        if self.trait is PictureTrait.SHARP:
            # Undamaged edges, enlarged by two, are 2.3 px wide before and 0.8 after restoring (`clean` in the
            # model cards).
            ending = _WILL_HELP_ENLARGED
        if not self.is_helpful and {
            PictureTrait.PHOTOGRAPH,
            PictureTrait.BLURRED,
            PictureTrait.PALETTE,
        } & set(self.traits):
            ending = _WILL_HARDLY_HELP
        return translate(ending, reason=joined[0].upper() + joined[1:])

    def _reason(self, trait: PictureTrait) -> str:
        if trait is PictureTrait.JPEG and self.format in _BLOCK_FORMATS:
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
    """Measure a picture, and advise what restoring can do for it.

    Args:
        picture: The input, of any size.
    """
    damage = measure_damage(picture)
    traits = _traits(damage, max(picture.width, picture.height))
    sigma = damage.edges.sigma if damage.edges else 0.0
    is_too_blurred = PictureTrait.BLURRED in traits and sigma > MAX_BLUR
    is_bilevel = traits == (PictureTrait.PALETTE,) and damage.colours.count == BILEVEL
    is_worth_it = traits[0] not in (PictureTrait.PLAIN, PictureTrait.PHOTOGRAPH, PictureTrait.SHARP)
    is_helpful = is_worth_it and not is_too_blurred and not is_bilevel
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
    """Find the traits of a picture whose longest side has ``side`` pixels."""
    edges, compression = damage.edges, damage.compression
    if edges is None:
        return (PictureTrait.PLAIN,)
    is_compressed = compression.is_blocky and compression.ripple >= MIN_RIPPLE
    if compression.quality is not None:
        is_compressed = compression.quality <= MAX_QUALITY
    is_short = damage.colours.is_short
    # A deep blur removes what distinguishes drawings from photographs.
    is_photograph = damage.is_photographic and edges.sigma <= DEEP_BLUR
    least_blur = MIN_BLUR_OF_DAMAGED if is_compressed or is_short else MIN_BLUR
    has = {
        PictureTrait.PHOTOGRAPH: is_photograph,
        # Parts of a photograph outside the depth of field are soft without having been blurred.
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

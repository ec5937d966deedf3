"""Draws chains of damage at random: from one mix for judging, from another for training.

Their shares stand in ``models/training/README.md``. The mix for judging stays as it is, so that results can
be compared; that for training follows what real files suffer and draws more often what gains least.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.training.data.degradation import (
    NEAREST,
    REDUCERS,
    Chain,
    Step,
    add_noise,
    blur_box,
    blur_disc,
    blur_gaussian,
    blur_motion,
    compress,
    compress_twice,
    halo,
    palette,
    reenlarge,
    rescale,
    ring,
    subpixel_text,
)

Pixels = npt.NDArray[np.uint8]
Shares = Mapping[str, float]

# Blurred and reduced, but hardly damaged: here the detail can be brought back, so it is worth learning well.
SIMPLE_SHARE = 0.35

# In training half of the codecs are of no more than this quality.
BAD_QUALITY = 45

# Under blur this wide a codec of less than this quality leaves nothing to learn from.
HOPELESS_SIGMA, HOPELESS_RADIUS, HOPELESS_LENGTH, LEAST_QUALITY = 3.0, 3.5, 12.0, 30

# What happens to a picture in training, in parts: "sharp" is left alone, as what is sharp already must stay
# as it is; "own size" is neither halved nor enlarged; the rest are the kinds of ``draw_chain``.
SHARES: Shares = {
    "sharp": 10,
    "own size": 6,
    "undamaged": 6,
    "motion": 14,
    "re-enlarged": 8,
    "random": 56,
}
# What is soft or fine by nature looks damaged where it is not, so it is left alone more often.
SOFT_SHARES: Shares = {"sharp": 45, "undamaged": 3, "motion": 5, "re-enlarged": 4, "random": 43}
# Thin strokes, whose ink is to be learned: little or nothing is done to them.
THIN_SHARES: Shares = {"sharp": 8, "undamaged": 52, "light blur": 20, "codec": 20}
# Pixel graphics are pixel graphics only while nothing has blurred them.
PIXEL_SHARES: Shares = {"sharp": 12, "exact": 66, "good codec": 22}
# Black and saturated fills, which a codec smudges.
LOSSY_SHARES: Shares = {"codec": 100}


@dataclass(frozen=True)
class Mix:
    """How often each part of a random chain is drawn.

    Attributes:
        blurs: Parts of the kinds of blur.
        heavy: Of the Gaussians, with a σ of 2.5 to 4.
        bad_simple: Of the chains that are hardly damaged otherwise, with a bad codec.
        bad: Of the codecs of damaged pictures, at most of ``BAD_QUALITY``.
        noise: Of the damaged pictures.
        few_colours: Of the damaged pictures.
        lossless_palettes: Of the pictures of few colours and palettes, without a codec after that.
        is_hopeful: Whether wide blur is never followed by a codec below ``LEAST_QUALITY``.
    """

    blurs: Shares = field(
        default_factory=lambda: {
            "none": 15,
            "gaussian": 45,
            "disc": 15,
            "motion": 10,
            "box": 5,
            "rescale": 10,
        }
    )
    heavy: float = 0.1
    bad_simple: float = 0.0
    bad: float = 0.0
    noise: float = 0.25
    few_colours: float = 0.08
    lossless_palettes: float = 0.0
    is_hopeful: bool = False


JUDGED = Mix()
TRAINED = Mix(
    blurs={"none": 15, "gaussian": 50, "disc": 17, "motion": 2, "box": 5, "rescale": 11},
    heavy=0.25,
    bad_simple=0.35,
    bad=0.5,
    noise=0.35,
    few_colours=0.15,
    lossless_palettes=0.8,
    is_hopeful=True,
)


def degrade(
    target: Pixels, rng: np.random.Generator, shares: Shares = SHARES, *, is_text: bool = False
) -> Pixels:
    """Damage a target at random as the pictures are that designers find.

    Args:
        target: Sharp picture on the enlarged grid, uint8 (H, W, 3), H and W even.
        rng: Source of every choice.
        shares: Parts of what happens to it: "sharp", or the kinds of ``draw_chain``.
        is_text: Whether subpixel rendering may be drawn.

    Returns:
        The low-quality picture, uint8 (H, W, 3): the target itself where it is "sharp", not enlarged where it
        keeps its "own size", enlarged in all others.
    """
    kind = _pick(rng, shares)
    return target if kind == "sharp" else draw_chain(kind, rng, is_text=is_text)(target)


def draw_chain(kind: str, rng: np.random.Generator, *, is_text: bool = False) -> Chain:
    """Draw one chain for training.

    Args:
        kind: "random" or "own size", which is the same without the halving; "undamaged", halved and nothing
            else; "exact", halved by area, which gives pixel graphics back as they were; "light blur";
            "codec", "good codec"; "motion", most of it in lossless files; "re-enlarged".
        rng: Source of every choice.
        is_text: Whether subpixel rendering may be drawn.

    Raises:
        ValueError: There is no such kind.
    """
    if kind in ("random", "own size"):
        return random_chain(rng, TRAINED, is_text=is_text, is_halved=kind == "random")
    if kind == "exact":
        return Chain()
    if kind == "good codec":
        return Chain(after=_draw_codec(rng, 75, can_be_none=False))
    blurs: dict[str, tuple[Step, ...]] = {
        "undamaged": (),
        "light blur": _draw_gaussian(rng, 0.3, 1.3),
        "codec": _draw_gaussian(rng, 0.3, 1.5) if rng.random() < 0.5 else (),
        "motion": _draw_motion(rng, 3, 16),
        "re-enlarged": _draw_gaussian(rng, 0.3, 1.2) if rng.random() < 0.4 else (),
    }
    if kind not in blurs:
        raise ValueError(f"There is no kind of damage called {kind!r}.")
    reduction, reducer, is_linear_light = _draw_reduction(rng, is_text=is_text)
    after: tuple[Step, ...] = ()
    if kind == "codec":
        after = _draw_codec(rng, 25, can_be_none=False)
    elif kind == "motion":
        after = _draw_damage_after_motion(rng)
    elif kind == "re-enlarged":
        after = (*_draw_reenlarging(rng), *_draw_codec(rng, LEAST_QUALITY))
    return Chain(blurs[kind] + reduction, reducer, is_linear_light, after)


def random_chain(
    rng: np.random.Generator,
    mix: Mix = JUDGED,
    *,
    is_text: bool = False,
    is_halved: bool = True,
) -> Chain:
    """Draw one chain of blur, halving and damage.

    Args:
        rng: Source of every choice.
        mix: Its shares.
        is_text: Whether subpixel rendering may be drawn.
        is_halved: Or the size is kept, and there are no halos: at its own size a sharp picture may have them.
    """
    before, is_wide = _draw_blur(rng, mix)
    reduction, reducer, is_linear_light = _draw_reduction(rng, is_text=is_text)
    least = LEAST_QUALITY if is_wide and mix.is_hopeful else 20
    if rng.random() < SIMPLE_SHARE:
        kind = rng.random()
        is_bad = kind < mix.bad_simple
        after = _draw_codec(rng, least if is_bad else 70, bad=0.5 * is_bad) if kind < 0.5 else ()
    else:
        after, has_palette = _draw_damage(rng, mix, has_halos=is_halved)
        is_lossless = has_palette and mix.lossless_palettes and rng.random() < mix.lossless_palettes
        if not is_lossless:
            after += _draw_codec(rng, least, bad=mix.bad)
    return Chain(before + reduction, reducer, is_linear_light, after, is_halved)


def _draw_blur(rng: np.random.Generator, mix: Mix) -> tuple[tuple[Step, ...], bool]:
    """Steps, and whether what they leave is too little for a bad codec."""
    kind = _pick(rng, mix.blurs)
    angle = rng.uniform(0, np.pi)
    if kind == "gaussian":
        sigma = rng.uniform(2.5, 4) if rng.random() < mix.heavy else rng.uniform(0.3, 2.5)
        ratio = rng.uniform(0.3, 1) if rng.random() < 1 / 3 else 1.0
        steps = (lambda image: blur_gaussian(image, sigma, ratio=ratio, angle=angle),)
        return steps, sigma > HOPELESS_SIGMA
    if kind == "disc":
        radius = rng.uniform(0.5, 4)
        return (lambda image: blur_disc(image, radius),), radius > HOPELESS_RADIUS
    if kind == "motion":
        length = rng.uniform(3, 15) if rng.random() < 0.3 else rng.uniform(3, 8)
        return (lambda image: blur_motion(image, length, angle),), length > HOPELESS_LENGTH
    if kind == "box":
        side = rng.uniform(1.5, 5)
        return (lambda image: blur_box(image, side),), False
    if kind == "rescale":
        factor = rng.uniform(0.4, 0.9)
        return (lambda image: rescale(image, factor),), False
    return (), False


def _draw_gaussian(rng: np.random.Generator, low: float, high: float) -> tuple[Step, ...]:
    sigma = rng.uniform(low, high)
    return (lambda image: blur_gaussian(image, sigma),)


def _draw_motion(rng: np.random.Generator, low: float, high: float) -> tuple[Step, ...]:
    length, angle = rng.uniform(low, high), rng.uniform(0, np.pi)
    soft = _draw_gaussian(rng, 0.3, 1.0) if rng.random() < 0.25 else ()
    return (*soft, lambda image: blur_motion(image, length, angle))


def _draw_reduction(
    rng: np.random.Generator, *, is_text: bool
) -> tuple[tuple[Step, ...], str, bool]:
    """Steps before the halving, its reducer, and whether it is in linear light."""
    before: tuple[Step, ...] = ()
    reducer = _pick(
        rng, {"area": 25, "bicubic": 30, "lanczos": 17, "bilinear": 18, "two-stage": 10}
    )
    if reducer == "two-stage":
        factor = rng.uniform(0.55, 0.95)
        inner = str(rng.choice(list(REDUCERS)))
        before = (lambda image: rescale(image, factor, inner),)
        reducer = "bilinear"
    if is_text and rng.random() < 0.15:
        is_bgr = rng.random() < 0.2
        before += (lambda image: subpixel_text(image, is_bgr=is_bgr),)
    return before, reducer, bool(rng.random() < 0.2)


def _draw_damage_after_motion(rng: np.random.Generator) -> tuple[Step, ...]:
    """Two thirds of it hardly any: mostly nothing, or a good codec."""
    kind = rng.random()
    if kind < 0.45:
        return ()
    if kind < 2 / 3:
        return _draw_codec(rng, 85, can_be_none=False)
    return (*_draw_damage(rng, TRAINED, has_halos=True)[0], *_draw_codec(rng, LEAST_QUALITY))


def _draw_reenlarging(rng: np.random.Generator) -> tuple[Step, ...]:
    factor = (
        0.7 - 0.5 * rng.random() ** 2
    )  # more often by little: of a fifth hardly anything is left
    down, up = (str(rng.choice([*REDUCERS, NEAREST])) for _ in range(2))
    return (lambda image: reenlarge(image, factor, down, up),)


def _draw_damage(
    rng: np.random.Generator, mix: Mix, *, has_halos: bool
) -> tuple[tuple[Step, ...], bool]:
    """Steps, and whether the last of them leaves few colours."""
    steps: list[Step] = []
    if rng.random() < 0.20:
        amount, radius = rng.uniform(0.3, 2), rng.uniform(0.5, 1.5)
        steps.append(lambda image: halo(image, amount, radius))
    if rng.random() < 0.08:
        cutoff = rng.uniform(0.5, 0.95)
        steps.append(lambda image: ring(image, cutoff))
    if not has_halos:
        steps.clear()
    if rng.random() < mix.noise:
        noise, is_grey = rng.uniform(0, 8) / 255, rng.random() < 0.4
        seed = int(rng.integers(2**32))
        steps.append(
            lambda image: add_noise(image, noise, np.random.default_rng(seed), is_grey=is_grey)
        )
    if rng.random() < mix.few_colours:
        few = int(rng.integers(2, 6))
        steps.append(lambda image: palette(image, few))
    elif rng.random() < 0.15:
        colours, is_dithered = int(2 ** rng.uniform(1, 6)), bool(rng.random() < 0.5)
        is_turned = is_dithered and bool(rng.random() < 0.5)
        steps.append(
            lambda image: palette(image, colours, is_dithered=is_dithered, is_turned=is_turned)
        )
    else:
        return tuple(steps), False
    return tuple(steps), True


def _draw_codec(
    rng: np.random.Generator, least: int = 20, *, bad: float = 0.0, can_be_none: bool = True
) -> tuple[Step, ...]:
    kinds: Shares = {"JPEG": 45, "JPEG twice": 12, "WEBP": 15, "none": 28 * can_be_none}
    kind = _pick(rng, kinds)
    most = BAD_QUALITY if bad and rng.random() < bad else 95
    quality, second = (int(q) for q in rng.integers(least, most + 1, 2))
    if kind == "JPEG twice":
        shift = (int(rng.integers(8)), int(rng.integers(8)))
        return (lambda image: compress_twice(image, (quality, max(40, second)), shift),)
    if kind == "none":
        return ()
    is_subsampled = bool(rng.random() < 0.75)
    return (lambda image: compress(image, kind, quality, is_subsampled=is_subsampled),)


def _pick(rng: np.random.Generator, weights: Shares) -> str:
    limits = np.cumsum(list(weights.values()))
    return list(weights)[int(np.searchsorted(limits / limits[-1], rng.random(), side="right"))]

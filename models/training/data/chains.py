"""Draws random chains of degradation: from one mix for evaluation, from another for training.

``models/training/README.md`` lists their shares. The mix for evaluation never changes, so that results stay
comparable; the one for training follows real files and draws more often what the network gains least on.
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

# Share of pictures that are blurred and reduced but hardly damaged; their detail can really be recovered.
SIMPLE_SHARE = 0.35

# In training, half of the codecs have at most this quality.
BAD_QUALITY = 45

# After a blur this wide, a codec below this quality leaves nothing to learn from.
WIDE_SIGMA, WIDE_RADIUS, WIDE_LENGTH, MIN_QUALITY = 3.0, 3.5, 12.0, 30

# Relative frequency of each treatment in training: "sharp" is left alone, since a sharp picture must stay as
# it is; "own size" is neither halved nor enlarged; the rest are the kinds of ``draw_chain``.
SHARES: Shares = {
    "sharp": 10,
    "own size": 6,
    "undamaged": 6,
    "motion": 14,
    "re-enlarged": 8,
    "random": 56,
}
# Pictures that are soft or fine by nature look damaged when they are not, so they are left alone more often.
SOFT_SHARES: Shares = {"sharp": 45, "undamaged": 3, "motion": 5, "re-enlarged": 4, "random": 43}
# Thin strokes are hardly degraded, so that the network learns the colour of their ink.
THIN_SHARES: Shares = {"sharp": 8, "undamaged": 52, "light blur": 20, "codec": 20}
# Pixel graphics are recognisable as such only as long as nothing has blurred them.
PIXEL_SHARES: Shares = {"sharp": 12, "exact": 66, "good codec": 22}
# Black and saturated fills, which a lossy codec smudges.
LOSSY_SHARES: Shares = {"codec": 100}


@dataclass(frozen=True)
class Mix:
    """How often each part of a random chain is drawn; shares are 0 to 1 unless said otherwise.

    Attributes:
        blurs: Relative frequencies of the kinds of blur.
        heavy: Share of the Gaussians that have a σ of 2.5 to 4 pixels.
        bad_simple: Share of the otherwise hardly damaged pictures that get a bad codec.
        bad: Share of the codecs of damaged pictures that have at most ``BAD_QUALITY``.
        noise: Share of the damaged pictures that get noise.
        few_colours: Share of the damaged pictures that are reduced to a few colours.
        lossless_palettes: Share of the pictures with few colours or a palette that get no codec after that.
        limits_codec_after_wide_blur: Whether a wide blur is never followed by a codec below ``MIN_QUALITY``.
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
    limits_codec_after_wide_blur: bool = False


EVALUATION_MIX = Mix()
TRAINING_MIX = Mix(
    blurs={"none": 15, "gaussian": 50, "disc": 17, "motion": 2, "box": 5, "rescale": 11},
    heavy=0.25,
    bad_simple=0.35,
    bad=0.5,
    noise=0.35,
    few_colours=0.15,
    lossless_palettes=0.8,
    limits_codec_after_wide_blur=True,
)


def degrade(
    target: Pixels, rng: np.random.Generator, shares: Shares = SHARES, *, is_text: bool = False
) -> Pixels:
    """Degrade a target at random, like the pictures that designers find.

    Args:
        target: Sharp picture on the enlarged grid, uint8 (H, W, 3), H and W even.
        rng: Source of every choice.
        shares: Relative frequencies of "sharp" and of the kinds of ``draw_chain``.
        is_text: Whether subpixel rendering may be drawn.

    Returns:
        The low-quality picture, uint8 (H, W, 3): the target itself for "sharp", not halved and enlarged for
        "own size", enlarged from half the side for all other kinds.
    """
    kind = _pick(rng, shares)
    return target if kind == "sharp" else draw_chain(kind, rng, is_text=is_text)(target)


def draw_chain(kind: str, rng: np.random.Generator, *, is_text: bool = False) -> Chain:
    """Draw one chain for training.

    Args:
        kind: "random"; "own size", the same without halving; "undamaged", only halved; "exact", halved by
            area, which recovers pixel graphics exactly; "light blur"; "codec"; "good codec"; "motion",
            mostly in lossless files; or "re-enlarged".
        rng: Source of every choice.
        is_text: Whether subpixel rendering may be drawn.

    Returns:
        A chain that can be applied to any number of targets.

    Raises:
        ValueError: There is no such kind.
    """
    if kind in ("random", "own size"):
        return random_chain(rng, TRAINING_MIX, is_text=is_text, is_halved=kind == "random")
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
        after = (*_draw_reenlarging(rng), *_draw_codec(rng, MIN_QUALITY))
    return Chain(blurs[kind] + reduction, reducer, is_linear_light, after)


def random_chain(
    rng: np.random.Generator,
    mix: Mix = EVALUATION_MIX,
    *,
    is_text: bool = False,
    is_halved: bool = True,
) -> Chain:
    """Draw one chain of blur, halving and damage.

    Args:
        rng: Source of every choice.
        mix: How often each part is drawn.
        is_text: Whether subpixel rendering may be drawn.
        is_halved: Whether the picture is halved. If not, no halos are added either, since at its own size a
            sharp picture may have halos that belong to it.
    """
    before, is_wide = _draw_blur(rng, mix)
    reduction, reducer, is_linear_light = _draw_reduction(rng, is_text=is_text)
    least = MIN_QUALITY if is_wide and mix.limits_codec_after_wide_blur else 20
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
    """Draw the steps of a blur, and return whether it is too wide to be followed by a bad codec."""
    kind = _pick(rng, mix.blurs)
    angle = rng.uniform(0, np.pi)
    if kind == "gaussian":
        sigma = rng.uniform(2.5, 4) if rng.random() < mix.heavy else rng.uniform(0.3, 2.5)
        ratio = rng.uniform(0.3, 1) if rng.random() < 1 / 3 else 1.0
        steps = (lambda image: blur_gaussian(image, sigma, ratio=ratio, angle=angle),)
        return steps, sigma > WIDE_SIGMA
    if kind == "disc":
        radius = rng.uniform(0.5, 4)
        return (lambda image: blur_disc(image, radius),), radius > WIDE_RADIUS
    if kind == "motion":
        length = rng.uniform(3, 15) if rng.random() < 0.3 else rng.uniform(3, 8)
        return (lambda image: blur_motion(image, length, angle),), length > WIDE_LENGTH
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
    """Draw the steps before the halving, its reducer, and whether it happens in linear light."""
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
    """Draw damage after motion blur: in two thirds of the cases nothing or a good codec only."""
    kind = rng.random()
    if kind < 0.45:
        return ()
    if kind < 2 / 3:
        return _draw_codec(rng, 85, can_be_none=False)
    return (*_draw_damage(rng, TRAINING_MIX, has_halos=True)[0], *_draw_codec(rng, MIN_QUALITY))


def _draw_reenlarging(rng: np.random.Generator) -> tuple[Step, ...]:
    # Mostly moderate reductions: at a fifth of the side hardly anything is left.
    factor = 0.7 - 0.5 * rng.random() ** 2
    down, up = (str(rng.choice([*REDUCERS, NEAREST])) for _ in range(2))
    return (lambda image: reenlarge(image, factor, down, up),)


def _draw_damage(
    rng: np.random.Generator, mix: Mix, *, has_halos: bool
) -> tuple[tuple[Step, ...], bool]:
    """Draw steps of damage, and return whether the last of them reduces the picture to a palette."""
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

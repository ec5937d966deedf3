"""No branch of the degradation chain moves a picture by more than 0.02 pixels of the enlarged grid."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

pytest.importorskip("scipy", reason="the training extra is not installed")

from scipy import ndimage

from models.training.data import chains
from models.training.data import degradation as d

Picture = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]
TOLERANCE = 0.02

LOGOS = sorted((Path(__file__).parents[4] / "resources" / "samples").glob("*-original.png"))


def read_targets(count: int) -> list[Pixels]:
    """The logos of the samples on white, at different offsets from the codec blocks."""
    targets = []
    for number in range(count):
        with Image.open(LOGOS[number % len(LOGOS)]) as opened:
            picture = opened.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        pixels = np.pad(np.asarray(paper)[..., :3], ((24, 24), (24, 24), (0, 0)), "edge")
        targets.append(np.roll(pixels, (number, 3 * number), (0, 1)))
    return targets


def fit_shift(image: Pixels, target: Pixels) -> npt.NDArray[np.float64]:
    """The shift of ``image`` against ``target`` in rows and columns, to first order."""
    one, other = (x.astype(np.float64).mean(axis=2) for x in (image, target))
    slopes, sharp = (np.stack(np.gradient(x)).reshape(2, -1) for x in (one, other))
    return np.linalg.solve(sharp @ slopes.T, sharp @ (other - one).ravel())


def displacement(chain: Callable[[Pixels], Pixels], target: Pixels) -> npt.NDArray[np.float64]:
    """Rows and columns by which ``chain`` moves a picture.

    What leaves a picture in its place moves it and the same turned by half a circle to opposite sides
    (a stroke between two pixels, a shade that a palette lacks); what is left of the two is the chain's.
    """
    turned = np.ascontiguousarray(target[::-1, ::-1])
    return (fit_shift(chain(target), target) + fit_shift(chain(turned), turned)) / 2


def noise(is_grey: bool) -> d.Step:
    return lambda x: d.add_noise(x, 8 / 255, np.random.default_rng(4), is_grey=is_grey)


CHAINS = {
    **{f"{reducer}, {'linear light' if light else 'sRGB'}": d.Chain((), reducer, light)
       for reducer in d.REDUCERS for light in (False, True)},
    **{f"two-stage {inner}": d.Chain((partial(d.rescale, factor=0.73, reducer=inner),), "bilinear")
       for inner in d.REDUCERS},
    "gaussian": d.Chain((lambda x: d.blur_gaussian(x, 4.0),)),
    "anisotropic": d.Chain((lambda x: d.blur_gaussian(x, 3.0, ratio=0.4, angle=0.7),)),
    "disc": d.Chain((lambda x: d.blur_disc(x, 2.7),)),
    "motion": d.Chain((lambda x: d.blur_motion(x, 9, 0.4),)),
    "box": d.Chain((lambda x: d.blur_box(x, 3.3),)),
    "rescale": d.Chain((lambda x: d.rescale(x, 0.41),)),
    "halo": d.Chain(after=(lambda x: d.halo(x, 1.5, 1.2),)),
    "ringing": d.Chain(after=(lambda x: d.ring(x, 0.6),)),
    "noise": d.Chain(after=(noise(False),)),
    "grey noise": d.Chain(after=(noise(True),)),
    **{f"re-enlarged, {down} and {up}":
       d.Chain(after=(partial(d.reenlarge, factor=factor, down=down, up=up),))
       for down, up, factor in (("area", "bicubic", 0.41), ("lanczos", d.NEAREST, 0.5),
                                (d.NEAREST, "bilinear", 0.7), (d.NEAREST, d.NEAREST, 0.63))},
    "hard edges": d.Chain(after=(lambda x: d.palette(x, 3),)),
    "palette": d.Chain(after=(lambda x: d.palette(x, 16),)),
    "JPEG": d.Chain(after=(lambda x: d.compress(x, "JPEG", 20),)),
    "JPEG 4:4:4": d.Chain(after=(lambda x: d.compress(x, "JPEG", 20, is_subsampled=False),)),
    "JPEG twice": d.Chain(after=(lambda x: d.compress_twice(x, (30, 50), (3, 5)),)),
    "WebP": d.Chain(after=(lambda x: d.compress(x, "WEBP", 20),)),
}  # fmt: skip


def test_the_measure_finds_a_shift() -> None:
    target = read_targets(1)[0]

    def move(picture: Pixels) -> Pixels:
        blurred = ndimage.gaussian_filter(picture.astype(np.float64), (1, 1, 0))
        moved = ndimage.shift(blurred, (0.1, -0.05, 0), order=3, mode="nearest")
        return np.rint(moved).astype(np.uint8)

    assert displacement(move, target) == pytest.approx((0.1, -0.05), rel=0.15)


@pytest.mark.parametrize("name", CHAINS)
def test_a_branch_stays_where_it_was(name: str) -> None:
    moved = np.mean([displacement(CHAINS[name], target) for target in read_targets(6)], axis=0)
    assert np.abs(moved).max() < TOLERANCE


@pytest.mark.slow
def test_the_two_ways_of_dithering_move_nothing_together() -> None:
    """Each scan alone shifts the picture: by 0.12 px with 2 colours, 0.01 px with 16."""
    for colours in (4, 16):
        one, other = (
            d.Chain(
                after=(partial(d.palette, colours=colours, is_dithered=True, is_turned=turned),)
            )
            for turned in (False, True)
        )
        moved = [displacement(one, t) + displacement(other, t) for t in read_targets(6)]
        assert np.abs(np.mean(moved, axis=0) / 2).max() < TOLERANCE


@pytest.mark.parametrize("is_bgr", [False, True])
def test_subpixel_text_leaves_grey_in_its_place(is_bgr: bool) -> None:
    chain = d.Chain((lambda x: d.subpixel_text(x, is_bgr=is_bgr),))
    for target in read_targets(3):
        grey = target[..., 1:2].repeat(3, axis=2)
        assert np.abs(displacement(chain, grey)).max() < TOLERANCE


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["judged", *(kind for kind in chains.SHARES if kind != "sharp")])
def test_random_chains_move_nothing_on_average(kind: str) -> None:
    def draw(seed: int) -> d.Chain:
        rng = np.random.default_rng(seed)
        return chains.random_chain(rng) if kind == "judged" else chains.draw_chain(kind, rng)

    targets = read_targets(6)
    moved = [displacement(draw(seed), targets[seed % 6]) for seed in range(60)]
    assert np.abs(np.mean(moved, axis=0)).max() < TOLERANCE
    if kind != "re-enlarged":  # many of which are hardly recognisable
        assert np.median(np.abs(moved)) < TOLERANCE / 10
